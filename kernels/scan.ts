// The loops of the dual scan for WebAssembly, two numbers at a time: AssemblyScript, which is TypeScript with the machine's
// types. What they reckon is defined by src/planner/scan/smooth.ts, hard.ts and tally.ts, sum by sum in the same order, so that
// both give the same to the last bit. Not here: what the arrays are (instance.ts, labels.ts), and their addresses, which
// src/planner/scan/compiled/ hands over. A parameter of type `usize` is the address of an array of the name it has there.

import { both, pair, put, real, whole } from './numbers';

const NEAR: f64 = 44;
const NOWHERE: f64 = 1e300;
const LOST: f64 = 1e-270;
const LN2: f64 = 0.6931471805599453;
const PER_STEP: f64 = 64 / LN2;
const STEP: f64 = LN2 / 64;
const FARTHEST: f64 = 700;
/** Where memory.ts puts its table of powers: 2^(−part ÷ 64). */
const POWERS: usize = 16;

function lose(lost: usize, losses: i32, piece: i32): i32 {
  store<i32>(lost + (<usize>losses << 2), piece);
  return losses + 1;
}

/** exp(−a), see exponential.ts. */
@inline function decay(a: f64): f64 {
  if (a > FARTHEST) return 0;
  const step = <i32>(a * PER_STEP + 0.5);
  const rest = <f64>step * STEP - a;
  const power = reinterpret<f64>(<i64>(1023 - (step >> 6)) << 52) * real(POWERS, step & 63);
  return power * (1 + rest * (1 + rest * (0.5 + rest * 0.16666666666666666)));
}

@inline function decays(a: v128): v128 {
  const far = f64x2.gt(a, f64x2.splat(FARTHEST));
  const step = i32x4.trunc_sat_f64x2_s_zero(f64x2.add(f64x2.mul(a, f64x2.splat(PER_STEP)), f64x2.splat(0.5)));
  const rest = f64x2.sub(f64x2.mul(f64x2.convert_low_i32x4_s(step), f64x2.splat(STEP)), a);
  const halves = i64x2.shl(i64x2.sub(i64x2.splat(1023), i64x2.extend_low_i32x4_s(i32x4.shr_s(step, 6))), 52);
  let powers = v128.load64_zero(POWERS + (<usize>(i32x4.extract_lane(step, 0) & 63) << 3));
  powers = v128.load64_lane(POWERS + (<usize>(i32x4.extract_lane(step, 1) & 63) << 3), powers, 1);
  const one = f64x2.splat(1);
  const series = f64x2.add(one, f64x2.mul(rest, f64x2.add(one, f64x2.mul(rest, f64x2.add(f64x2.splat(0.5), f64x2.mul(rest, f64x2.splat(0.16666666666666666)))))));
  return v128.andnot(f64x2.mul(f64x2.mul(halves, powers), series), far);
}

/** @param heat by item; the other arrays are an instance's and its labels', blocks from … to before … */
export function temper(from: i32, to: i32, temperature: f64, heat: usize, blockItem: usize, optionStart: usize, pieceStart: usize, pieceBest: usize, valueStart: usize, value: usize, temperedStart: usize, tempered: usize): void {
  for (let block = from; block < to; block += 1) {
    const perHeat = 1 / (temperature * real(heat, whole(blockItem, block)));
    const options = whole(optionStart, block + 1) - whole(optionStart, block);
    const first = whole(pieceStart, block);
    const pieces = whole(pieceStart, block + 1) - first;
    const row = (pieces + 1) & ~1;
    const rows = tempered + (<usize>whole(temperedStart, block) << 3);
    for (let piece = 0; piece < pieces; piece += 1) {
      const best = real(pieceBest, first + piece);
      const at = whole(valueStart, first + piece);
      for (let option = 0; option < options; option += 1) put(rows, option * row + piece, decay((best - real(value, at + option)) * perHeat));
    }
  }
}

/** One commodity's labels: from its first slot, arrival and round to before `endRound`. */
export function forward(slot: i32, arrival: i32, round: i32, endRound: i32, kg: f64, m3: f64, positions: f64, chargeable: f64, perHeat: f64, stockPrices: i32, pools: i32,
  slotEnd: usize, arrivalEnd: usize, slotDeparture: usize, slotPool: usize, arrivalSlot: usize, arrivalPool: usize,
  price: usize, slotSum: usize, slotBase: usize, slotFlow: usize, arrivalWeight: usize, arrivalKeeps: usize, sum: usize, base: usize): void {
  for (let pool = 0; pool < pools; pool += 1) {
    put(sum, pool, 0);
    put(base, pool, NOWHERE);
  }
  const load01 = pair(kg, m3);
  const load23 = pair(positions, chargeable);
  for (; round < endRound; round += 1) {
    for (const end = whole(slotEnd, round); slot < end; slot += 1) {
      const departure = whole(slotDeparture, slot);
      put(slotFlow, slot, 0);
      if (departure < 0) {
        put(slotSum, slot, 1);
        put(slotBase, slot, real(price, stockPrices - 1 - departure));
        continue;
      }
      const pool = whole(slotPool, slot);
      const at = price + (<usize>departure << 5);
      put(slotSum, slot, real(sum, pool));
      put(slotBase, slot, real(base, pool) + both(f64x2.add(f64x2.mul(v128.load(at), load01), f64x2.mul(v128.load(at, 16), load23))));
    }
    for (const end = whole(arrivalEnd, round); arrival < end; arrival += 1) {
      const from = whole(arrivalSlot, arrival);
      const pool = whole(arrivalPool, arrival);
      const cost = real(slotBase, from);
      const weight = real(slotSum, from);
      const dearer = (cost - real(base, pool)) * perHeat;
      if (dearer < 0) {
        const keeps = dearer < -NEAR ? 0 : decay(-dearer);
        put(sum, pool, real(sum, pool) * keeps + weight);
        put(base, pool, cost);
        put(arrivalWeight, arrival, weight);
        put(arrivalKeeps, arrival, keeps);
      } else {
        const counts = dearer > NEAR ? 0 : weight * decay(dearer);
        put(arrivalWeight, arrival, counts);
        put(arrivalKeeps, arrival, 1);
        put(sum, pool, real(sum, pool) + counts);
      }
    }
  }
}

/** The units of blocks from … to before …, over their options and over nobody. @returns how many pieces are lost, and stand in `lost` */
export function serve(from: i32, to: i32, temperature: f64, heat: usize, blockItem: usize, optionStart: usize, optionSlot: usize, pieceStart: usize, pieceUnits: usize, pieceBest: usize, temperedStart: usize, tempered: usize,
  slotSum: usize, slotBase: usize, slotFlow: usize, optionWeight: usize, optionFlow: usize, perWeight: usize, lost: usize): i32 {
  let losses = 0;
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  for (let block = from; block < to; block += 1) {
    const first = whole(optionStart, block);
    const end = whole(optionStart, block + 1);
    if (first == end) continue;
    const perHeat = 1 / (temperature * real(heat, whole(blockItem, block)));
    // Costs are gathered once, and wait where the flows will be.
    let least = NOWHERE;
    for (let option = first; option < end; option += 1) {
      const cost = real(slotBase, whole(optionSlot, option));
      put(optionFlow, option, cost);
      if (cost < least) least = cost;
    }
    for (let option = first; option < end; option += 2) {
      const at = <usize>option << 3;
      if (option + 1 == end) {
        store<f64>(optionWeight + at, real(slotSum, whole(optionSlot, option)) * decay((load<f64>(optionFlow + at) - least) * perHeat));
        break;
      }
      const sums = pair(real(slotSum, whole(optionSlot, option)), real(slotSum, whole(optionSlot, option + 1)));
      v128.store(optionWeight + at, f64x2.mul(sums, decays(f64x2.mul(f64x2.sub(v128.load(optionFlow + at), f64x2.splat(least)), f64x2.splat(perHeat)))));
    }
    const firstPiece = whole(pieceStart, block);
    const pieces = whole(pieceStart, block + 1) - firstPiece;
    const row = <usize>((pieces + 1) & ~1) << 3;
    const rows = tempered + (<usize>whole(temperedStart, block) << 3);
    const ends = rows + row * (end - first);
    const weights = optionWeight + (<usize>first << 3);
    let any = false;
    for (let piece = 0; piece < pieces; piece += 2) {
      const two = piece + 1 < pieces;
      const at = <usize>(firstPiece + piece) << 3;
      const into = <usize>piece << 3;
      const best = two ? v128.load(pieceBest + at) : v128.load64_splat(pieceBest + at);
      const units = two ? v128.load(pieceUnits + at) : v128.load64_zero(pieceUnits + at);
      const gain = f64x2.mul(f64x2.sub(best, f64x2.splat(least)), f64x2.splat(perHeat));
      const counts = f64x2.ge(gain, f64x2.splat(-NEAR));
      if (!v128.any_true(counts)) {
        v128.store(perWeight + into, zero);
        continue;
      }
      any = true;
      let served = zero;
      for (let at = rows + into, weight = weights; at < ends; at += row, weight += 8) served = f64x2.add(served, f64x2.mul(v128.load(at), v128.load64_splat(weight)));
      const found = f64x2.ge(served, f64x2.splat(LOST));
      const missed = v128.andnot(counts, found);
      if (v128.any_true(missed)) {
        if (i64x2.extract_lane(missed, 0) != 0) losses = lose(lost, losses, firstPiece + piece);
        if (two && i64x2.extract_lane(missed, 1) != 0) losses = lose(lost, losses, firstPiece + piece + 1);
      }
      const lessens = decays(f64x2.abs(gain));
      const isGain = f64x2.ge(gain, zero);
      const part = v128.bitselect(one, lessens, isGain);
      const share = f64x2.div(part, v128.bitselect(f64x2.add(served, lessens), f64x2.add(f64x2.mul(served, lessens), one), isGain));
      v128.store(perWeight + into, v128.and(f64x2.mul(units, share), v128.and(counts, found)));
    }
    if (!any) {
      memory.fill(optionFlow + (<usize>first << 3), 0, <usize>(end - first) << 3);
      continue;
    }
    for (let option = first, at = rows; option < end; option += 1, at += row) {
      let flows = zero;
      for (let piece: usize = 0; piece < row; piece += 16) flows = f64x2.add(flows, f64x2.mul(v128.load(perWeight + piece), v128.load(at + piece)));
      const flow = both(flows) * real(optionWeight, option);
      const slot = whole(optionSlot, option);
      put(optionFlow, option, flow);
      put(slotFlow, slot, real(slotFlow, slot) + flow);
    }
  }
  return losses;
}

/** One commodity's flows: from its last slot, arrival and round back to its first. */
export function backward(slot: i32, arrival: i32, round: i32, firstSlot: i32, firstArrival: i32, firstRound: i32, kg: f64, m3: f64, positions: f64, stockUsage: i32, pools: i32,
  slotEnd: usize, arrivalEnd: usize, slotDeparture: usize, slotPool: usize, arrivalSlot: usize, arrivalPool: usize,
  slotSum: usize, slotFlow: usize, arrivalWeight: usize, arrivalKeeps: usize, asked: usize, usage: usize): void {
  memory.fill(asked, 0, <usize>pools << 3);
  const load01 = pair(kg, m3);
  for (; round >= firstRound; round -= 1) {
    const arrivals = round > firstRound ? whole(arrivalEnd, round - 1) : firstArrival;
    for (; arrival >= arrivals; arrival -= 1) {
      const pool = whole(arrivalPool, arrival);
      const from = whole(arrivalSlot, arrival);
      const perWeight = real(asked, pool);
      put(slotFlow, from, real(slotFlow, from) + perWeight * real(arrivalWeight, arrival));
      put(asked, pool, perWeight * real(arrivalKeeps, arrival));
    }
    const slots = round > firstRound ? whole(slotEnd, round - 1) : firstSlot;
    for (; slot >= slots; slot -= 1) {
      const flow = real(slotFlow, slot);
      const departure = whole(slotDeparture, slot);
      if (departure < 0) {
        const at = stockUsage - 1 - departure;
        put(usage, at, real(usage, at) + flow);
        continue;
      }
      const pool = whole(slotPool, slot);
      put(asked, pool, real(asked, pool) + flow / real(slotSum, slot));
      const at = usage + (<usize>departure << 5);
      v128.store(at, f64x2.add(v128.load(at), f64x2.mul(f64x2.splat(flow), load01)));
      store<f64>(at, load<f64>(at, 16) + flow * positions, 16);
    }
  }
}

/** One commodity's least costs, see hard.ts. */
export function cheapest(slot: i32, arrival: i32, round: i32, endRound: i32, kg: f64, m3: f64, positions: f64, chargeable: f64, stockPrices: i32, pools: i32,
  slotEnd: usize, arrivalEnd: usize, slotDeparture: usize, slotPool: usize, arrivalSlot: usize, arrivalPool: usize, price: usize, slotCost: usize, least: usize): void {
  for (let pool = 0; pool < pools; pool += 1) put(least, pool, NOWHERE);
  const load01 = pair(kg, m3);
  const load23 = pair(positions, chargeable);
  for (; round < endRound; round += 1) {
    for (const end = whole(slotEnd, round); slot < end; slot += 1) {
      const departure = whole(slotDeparture, slot);
      if (departure < 0) {
        put(slotCost, slot, real(price, stockPrices - 1 - departure));
        continue;
      }
      const at = price + (<usize>departure << 5);
      put(slotCost, slot, real(least, whole(slotPool, slot)) + both(f64x2.add(f64x2.mul(v128.load(at), load01), f64x2.mul(v128.load(at, 16), load23))));
    }
    for (const end = whole(arrivalEnd, round); arrival < end; arrival += 1) {
      const pool = whole(arrivalPool, arrival);
      const cost = real(slotCost, whole(arrivalSlot, arrival));
      if (cost < real(least, pool)) put(least, pool, cost);
    }
  }
}

/** Euros that the pieces of blocks from … to before … gain by their best ways, see hard.ts. */
export function gains(from: i32, to: i32, optionStart: usize, optionSlot: usize, pieceStart: usize, pieceUnits: usize, pieceBest: usize, valueStart: usize, value: usize, slotCost: usize): f64 {
  let euros: f64 = 0;
  for (let block = from; block < to; block += 1) {
    const first = whole(optionStart, block);
    const end = whole(optionStart, block + 1);
    let least = NOWHERE;
    for (let option = first; option < end; option += 1) {
      const cost = real(slotCost, whole(optionSlot, option));
      if (cost < least) least = cost;
    }
    for (let piece = whole(pieceStart, block), endPiece = whole(pieceStart, block + 1); piece < endPiece; piece += 1) {
      if (real(pieceBest, piece) <= least) continue;
      const at = whole(valueStart, piece) - first;
      let most: f64 = 0;
      for (let option = first; option < end; option += 1) {
        const gain = real(value, at + option) - real(slotCost, whole(optionSlot, option));
        if (gain > most) most = gain;
      }
      euros += real(pieceUnits, piece) * most;
    }
  }
  return euros;
}

/** Rates and prices of capacities, then of stocks, see tally.ts. */
export function quote(capacities: i32, stocks: i32, stockPrices: i32, start: usize, targets: usize, rate: usize, prices: usize, price: usize): void {
  memory.copy(price, rate, <usize>stockPrices << 3);
  for (let capacity = 0; capacity < capacities; capacity += 1) {
    const each = real(prices, capacity);
    if (each == 0) continue;
    for (let at = whole(start, capacity), end = whole(start, capacity + 1); at < end; at += 1) {
      const target = whole(targets, at);
      put(price, target, real(price, target) + each);
    }
  }
  for (let stock = 0; stock < stocks; stock += 1) put(price, stockPrices + stock, real(prices, capacities + stock));
}

/** Supply less what is used, see tally.ts. */
export function tally(capacities: i32, stocks: i32, stockUsage: i32, start: usize, targets: usize, usage: usize, supply: usize, slack: usize): void {
  for (let capacity = 0; capacity < capacities; capacity += 1) {
    let used: f64 = 0;
    for (let at = whole(start, capacity), end = whole(start, capacity + 1); at < end; at += 1) used += real(usage, whole(targets, at));
    put(slack, capacity, real(supply, capacity) - used);
  }
  for (let stock = 0; stock < stocks; stock += 1) put(slack, capacities + stock, real(supply, capacities + stock) - real(usage, stockUsage + stock));
}
