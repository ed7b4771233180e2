// The loops of the dual scan for WebAssembly, two numbers at a time: AssemblyScript, which is TypeScript with the machine's
// types. What they reckon is defined by src/planner/scan/smooth.ts and vectors.ts, sum by sum in the same order, so that both
// give the same to the last bit. `npm run kernels` compiles them into src/planner/scan/compiled/code.ts.
// Not here: what the arrays are (instance.ts, labels.ts), and their addresses, which src/planner/scan/compiled/ hands over.
// A parameter of type `usize` is the address of an array of the name it has there.

const NEAR: f64 = 44;
const NOWHERE: f64 = 1e300;
const LOST: f64 = 1e-270;
const LN2: f64 = 0.6931471805599453;
const PER_STEP: f64 = 64 / LN2;
const STEP: f64 = LN2 / 64;
const FARTHEST: f64 = 700;
/** Where memory.ts puts its table of powers: 2^(−part ÷ 64). */
const POWERS: usize = 16;

@inline function real(array: usize, index: i32): f64 { return load<f64>(array + (<usize>index << 3)); }
@inline function put(array: usize, index: i32, value: f64): void { store<f64>(array + (<usize>index << 3), value); }
@inline function whole(array: usize, index: i32): i32 { return load<i32>(array + (<usize>index << 2)); }
@inline function pair(low: f64, high: f64): v128 { return f64x2.replace_lane(f64x2.splat(low), 1, high); }
@inline function both(sums: v128): f64 { return f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1); }

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
    let least = NOWHERE;
    for (let option = first; option < end; option += 1) {
      const cost = real(slotBase, whole(optionSlot, option));
      if (cost < least) least = cost;
    }
    for (let option = first; option < end; option += 1) {
      const slot = whole(optionSlot, option);
      put(optionWeight, option, real(slotSum, slot) * decay((real(slotBase, slot) - least) * perHeat));
      put(optionFlow, option, 0);
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
    if (!any) continue;
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

// Vectors of prices, see vectors.ts: of `count` numbers each, the last of them alone where they are odd.

@inline function last(count: i32): bool { return (count & 1) != 0; }
@inline function pairs(count: i32): usize { return <usize>(count & ~1) << 3; }
@inline function endOf(count: i32): usize { return <usize>(count - 1) << 3; }

export function findFree(count: i32, prices: usize, slack: usize, free: usize): void {
  for (let at: usize = 0, end = <usize>count << 3; at < end; at += 8) store<f64>(free + at, load<f64>(prices + at) > 0 || load<f64>(slack + at) < 0 ? 1 : 0);
}

export function fall(count: i32, direction: usize, slack: usize, free: usize, other: usize): f64 {
  let sums = f64x2.splat(0);
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) {
    const falls = f64x2.neg(f64x2.mul(v128.load(slack + at), v128.load(free + at)));
    v128.store(direction + at, falls);
    sums = f64x2.add(sums, f64x2.mul(v128.load(other + at), falls));
  }
  let sum = both(sums);
  if (last(count)) {
    const at = endOf(count);
    const falls = -(load<f64>(slack + at) * load<f64>(free + at));
    store<f64>(direction + at, falls);
    sum += load<f64>(other + at) * falls;
  }
  return sum;
}

export function add(count: i32, direction: usize, free: usize, part: f64, by: usize, other: usize): f64 {
  let sums = f64x2.splat(0);
  const parts = f64x2.splat(part);
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) {
    const now = f64x2.mul(f64x2.add(v128.load(direction + at), f64x2.mul(parts, v128.load(by + at))), v128.load(free + at));
    v128.store(direction + at, now);
    sums = f64x2.add(sums, f64x2.mul(v128.load(other + at), now));
  }
  let sum = both(sums);
  if (last(count)) {
    const at = endOf(count);
    const now = (load<f64>(direction + at) + part * load<f64>(by + at)) * load<f64>(free + at);
    store<f64>(direction + at, now);
    sum += load<f64>(other + at) * now;
  }
  return sum;
}

export function stretch(count: i32, direction: usize, part: f64, steepness: usize, other: usize): f64 {
  let sums = f64x2.splat(0);
  const parts = f64x2.splat(part);
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) {
    const now = f64x2.mul(f64x2.mul(v128.load(direction + at), parts), v128.load(steepness + at));
    v128.store(direction + at, now);
    sums = f64x2.add(sums, f64x2.mul(v128.load(other + at), now));
  }
  let sum = both(sums);
  if (last(count)) {
    const at = endOf(count);
    const now = load<f64>(direction + at) * part * load<f64>(steepness + at);
    store<f64>(direction + at, now);
    sum += load<f64>(other + at) * now;
  }
  return sum;
}

export function move(count: i32, next: usize, prices: usize, direction: usize, length: f64): void {
  const lengths = f64x2.splat(length);
  const zero = f64x2.splat(0);
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) v128.store(next + at, f64x2.max(zero, f64x2.add(v128.load(prices + at), f64x2.mul(lengths, v128.load(direction + at)))));
  if (!last(count)) return;
  const at = endOf(count);
  store<f64>(next + at, Math.max(0, load<f64>(prices + at) + length * load<f64>(direction + at)));
}

export function along(count: i32, slack: usize, next: usize, prices: usize): f64 {
  let sums = f64x2.splat(0);
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) sums = f64x2.add(sums, f64x2.mul(v128.load(slack + at), f64x2.sub(v128.load(next + at), v128.load(prices + at))));
  const at = endOf(count);
  return last(count) ? both(sums) + load<f64>(slack + at) * (load<f64>(next + at) - load<f64>(prices + at)) : both(sums);
}

export function product(count: i32, free: usize, one: usize, other: usize): f64 {
  let sums = f64x2.splat(0);
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) sums = f64x2.add(sums, f64x2.mul(v128.load(free + at), f64x2.mul(v128.load(one + at), v128.load(other + at))));
  const at = endOf(count);
  return last(count) ? both(sums) + load<f64>(free + at) * (load<f64>(one + at) * load<f64>(other + at)) : both(sums);
}

export function square(count: i32, free: usize, one: usize, steepness: usize): f64 {
  let sums = f64x2.splat(0);
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) sums = f64x2.add(sums, f64x2.mul(v128.load(free + at), f64x2.mul(f64x2.mul(v128.load(one + at), v128.load(one + at)), v128.load(steepness + at))));
  const at = endOf(count);
  return last(count) ? both(sums) + load<f64>(free + at) * (load<f64>(one + at) * load<f64>(one + at) * load<f64>(steepness + at)) : both(sums);
}

export function difference(count: i32, into: usize, after: usize, before: usize): void {
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) v128.store(into + at, f64x2.sub(v128.load(after + at), v128.load(before + at)));
  const at = endOf(count);
  if (last(count)) store<f64>(into + at, load<f64>(after + at) - load<f64>(before + at));
}

export function plus(count: i32, into: usize, other: usize): void {
  for (let at: usize = 0, end = pairs(count); at < end; at += 16) v128.store(into + at, f64x2.add(v128.load(into + at), v128.load(other + at)));
  const at = endOf(count);
  if (last(count)) store<f64>(into + at, load<f64>(into + at) + load<f64>(other + at));
}
