// The smoothed dual. At given prices every unit of need is split over the ways that could serve it, and over not being
// served, in proportion to exp(−cost ÷ heat); what the ways then take is the gradient of a convex function of the prices
// whose minimum is the value of the transport problem, but for the heat. One scan over the rides forward gives every way's
// label at once, one backward gives all flows.
//
// These loops are the definition, and run where nothing else can. On large instances compiled/ does the same, sum by sum in the
// same order, two numbers at a time: hence the pairs. The indices are made by build.ts and lie inside their arrays; hence
// `as number`.
// Sources: Connection Scan (Dibbelt et al. 2013) for the scans; Nesterov 2005 for the smoothing.

import { decay, ln } from './exponential.ts';
import { evenly, type Part, type ScanInstance, type Share } from './instance.ts';
import type { Labels, PoolLabels } from './labels.ts';
import { loadOf, MEASURES } from './scan-problem.ts';

/** Costs farther apart than this, in heats, do not weigh: exp(−44) is below what a double adds to 1. */
export const NEAR = 44;
const NOWHERE = 1e300;
/** Below this a sum of products may have lost its terms: it is formed anew with logarithms. */
export const LOST = 1e-270;

/** exp((value − pieceBest) ÷ heat) for a part's values; once for each temperature. */
export function temper(instance: ScanInstance, { tempered }: Labels, { blocks: [from, to] }: Part, temperature: number): void {
  const { optionStart, pieceStart, pieceBest, valueStart, value, temperedStart, blockItem, problem } = instance;
  for (let block = from; block < to; block += 1) {
    const perHeat = 1 / (temperature * (problem.items.heat[blockItem[block] as number] as number));
    const options = (optionStart[block + 1] as number) - (optionStart[block] as number);
    const [first, end] = [pieceStart[block] as number, pieceStart[block + 1] as number];
    for (let piece = first; piece < end; piece += 1) {
      const best = pieceBest[piece] as number;
      const at = valueStart[piece] as number;
      let into = (temperedStart[block] as number) + piece - first;
      for (let option = 0; option < options; option += 1, into += evenly(end - first)) tempered[into] = decay((best - (value[at + option] as number)) * perHeat);
    }
  }
}

/** Labels forward, needs, flows backward, for one part. Leaves what its goods take in the part's `usage`. */
export function smoothScan(instance: ScanInstance, labels: Labels, which: number, temperature: number): void {
  const part = instance.parts[which] as Part;
  const usage = labels.usage[which] as Float64Array;
  const pools = labels.pools[which] as PoolLabels;
  usage.fill(0);
  for (const { commodities: [from, to], blocks } of part.items) {
    for (let k = from; k < to; k += 1) forward(instance, labels, pools, k, temperature);
    const lost = serve(instance, labels, pools, blocks, temperature);
    serveLost(instance, labels, blocks, pools.lost.subarray(0, lost), temperature);
    for (let k = from; k < to; k += 1) backward(instance, labels, pools, k, usage);
  }
}

function forward(instance: ScanInstance, labels: Labels, { sum, base }: PoolLabels, k: number, temperature: number): void {
  const { slotStart, arrivalStart, roundStart, slotEnd, arrivalEnd, slotDeparture, slotPool, arrivalSlot, arrivalPool, problem } = instance;
  const { price, slotSum, slotBase, slotFlow, arrivalWeight, arrivalKeeps } = labels;
  const { item } = problem.commodities;
  const [kg, m3, positions, chargeable] = loadOf(problem.commodities, k);
  const perHeat = 1 / (temperature * (problem.items.heat[item[k] as number] as number));
  const stockPrices = problem.departures.count * MEASURES;
  sum.fill(0);
  base.fill(NOWHERE);
  let slot = slotStart[k] as number;
  let arrival = arrivalStart[k] as number;
  for (let round = roundStart[k] as number; round < (roundStart[k + 1] as number); round += 1) {
    for (const end = slotEnd[round] as number; slot < end; slot += 1) {
      const departure = slotDeparture[slot] as number;
      slotFlow[slot] = 0;
      if (departure < 0) {
        slotSum[slot] = 1;
        slotBase[slot] = price[stockPrices - 1 - departure] as number;
        continue;
      }
      const pool = slotPool[slot] as number;
      const at = departure * MEASURES;
      slotSum[slot] = sum[pool] as number;
      slotBase[slot] = (base[pool] as number) + ((price[at] as number) * kg + (price[at + 2] as number) * positions + ((price[at + 1] as number) * m3 + (price[at + 3] as number) * chargeable));
    }
    for (const end = arrivalEnd[round] as number; arrival < end; arrival += 1) {
      const from = arrivalSlot[arrival] as number;
      const pool = arrivalPool[arrival] as number;
      const cost = slotBase[from] as number;
      const weight = slotSum[from] as number;
      const dearer = (cost - (base[pool] as number)) * perHeat;
      if (dearer < 0) {
        const keeps = dearer < -NEAR ? 0 : decay(-dearer);
        sum[pool] = (sum[pool] as number) * keeps + weight;
        base[pool] = cost;
        arrivalWeight[arrival] = weight;
        arrivalKeeps[arrival] = keeps;
      } else {
        const counts = dearer > NEAR ? 0 : weight * decay(dearer);
        arrivalWeight[arrival] = counts;
        arrivalKeeps[arrival] = 1;
        sum[pool] = (sum[pool] as number) + counts;
      }
    }
  }
}

/** Splits the units of each piece over the options of its block and over nobody. @returns how many pieces are lost */
function serve(instance: ScanInstance, labels: Labels, { perWeight, lost }: PoolLabels, [from, to]: Share['blocks'], temperature: number): number {
  const { optionStart, optionSlot, pieceStart, pieceUnits, pieceBest, temperedStart, blockItem, problem } = instance;
  const { slotSum, slotBase, slotFlow, optionWeight, optionFlow, tempered } = labels;
  let losses = 0;
  for (let block = from; block < to; block += 1) {
    const [first, end] = [optionStart[block] as number, optionStart[block + 1] as number];
    if (first === end) continue;
    const perHeat = 1 / (temperature * (problem.items.heat[blockItem[block] as number] as number));
    let least = NOWHERE;
    for (let option = first; option < end; option += 1) least = Math.min(least, slotBase[optionSlot[option] as number] as number);
    for (let option = first; option < end; option += 1) {
      const slot = optionSlot[option] as number;
      optionWeight[option] = (slotSum[slot] as number) * decay(((slotBase[slot] as number) - least) * perHeat);
      optionFlow[option] = 0;
    }
    const firstPiece = pieceStart[block] as number;
    const pieces = (pieceStart[block + 1] as number) - firstPiece;
    const row = evenly(pieces);
    const rows = temperedStart[block] as number;
    let any = false;
    for (let piece = 0; piece < pieces; piece += 1) {
      perWeight[piece] = 0;
      const gain = ((pieceBest[firstPiece + piece] as number) - least) * perHeat;
      if (gain < -NEAR) continue;
      any = true;
      let served = 0;
      for (let option = first, at = rows + piece; option < end; option += 1, at += row) served += (tempered[at] as number) * (optionWeight[option] as number);
      if (served < LOST) lost[losses++] = firstPiece + piece;
      else perWeight[piece] = (pieceUnits[firstPiece + piece] as number) * servedShare(gain, served);
    }
    if (!any) continue;
    if (row > pieces) perWeight[pieces] = 0;
    for (let option = first, at = rows; option < end; option += 1, at += row) {
      let [even, odd] = [0, 0];
      for (let piece = 0; piece < row; piece += 2) {
        even += (perWeight[piece] as number) * (tempered[at + piece] as number);
        odd += (perWeight[piece + 1] as number) * (tempered[at + piece + 1] as number);
      }
      const flow = (even + odd) * (optionWeight[option] as number);
      const slot = optionSlot[option] as number;
      optionFlow[option] = flow;
      slotFlow[slot] = (slotFlow[slot] as number) + flow;
    }
  }
  return losses;
}

/** The pieces that every product was too small for: rare. @param lost in their order */
export function serveLost(instance: ScanInstance, labels: Labels, [from]: Share['blocks'], lost: Int32Array, temperature: number): void {
  let block = from;
  for (const piece of lost) {
    while (piece >= (instance.pieceStart[block + 1] as number)) block += 1;
    const perHeat = 1 / (temperature * (instance.problem.items.heat[instance.blockItem[block] as number] as number));
    for (const [option, units] of splitByLogarithm(instance, labels, block, piece, perHeat)) {
      const slot = instance.optionSlot[option] as number;
      labels.optionFlow[option] = (labels.optionFlow[option] as number) + units;
      labels.slotFlow[slot] = (labels.slotFlow[slot] as number) + units;
    }
  }
}

/** Of a unit, what goes to each unit of weight: 1 ÷ (weights served + weight of not being served, exp(−gain)). */
export function servedShare(gain: number, served: number): number {
  if (gain >= 0) return 1 / (served + decay(gain));
  const lessens = decay(-gain);
  return lessens / (served * lessens + 1);
}

/** The same split where every product is too small for a double: rare, and slow. */
export function splitByLogarithm({ optionStart, optionSlot, pieceUnits, valueStart, value }: ScanInstance, { slotSum, slotBase }: Labels, block: number, piece: number, perHeat: number): [option: number, units: number][] {
  const first = optionStart[block] as number;
  const gains: [number, number][] = [];
  let most = 0;
  for (let option = first; option < (optionStart[block + 1] as number); option += 1) {
    const slot = optionSlot[option] as number;
    if (!((slotSum[slot] as number) > 0)) continue;
    const gain = ((value[(valueStart[piece] as number) + option - first] as number) - (slotBase[slot] as number)) * perHeat + ln(slotSum[slot] as number);
    gains.push([option, gain]);
    if (gain > most) most = gain;
  }
  let total = decay(most);
  for (const [, gain] of gains) total += decay(most - gain);
  return gains.map(([option, gain]) => [option, ((pieceUnits[piece] as number) / total) * decay(most - gain)]);
}

function backward(instance: ScanInstance, labels: Labels, { sum: asked }: PoolLabels, k: number, usage: Float64Array): void {
  const { slotStart, arrivalStart, roundStart, slotEnd, arrivalEnd, slotDeparture, slotPool, arrivalSlot, arrivalPool, problem } = instance;
  const { slotSum, slotFlow, arrivalWeight, arrivalKeeps } = labels;
  const [kg, m3, positions] = loadOf(problem.commodities, k);
  const stockUsage = problem.departures.count * MEASURES;
  // Units asked of a pool, for each unit of weight in it.
  asked.fill(0);
  const [firstRound, lastRound] = [roundStart[k] as number, (roundStart[k + 1] as number) - 1];
  let slot = (slotStart[k + 1] as number) - 1;
  let arrival = (arrivalStart[k + 1] as number) - 1;
  for (let round = lastRound; round >= firstRound; round -= 1) {
    const firstArrival = round > firstRound ? (arrivalEnd[round - 1] as number) : (arrivalStart[k] as number);
    const firstSlot = round > firstRound ? (slotEnd[round - 1] as number) : (slotStart[k] as number);
    for (; arrival >= firstArrival; arrival -= 1) {
      const pool = arrivalPool[arrival] as number;
      const from = arrivalSlot[arrival] as number;
      const perWeight = asked[pool] as number;
      slotFlow[from] = (slotFlow[from] as number) + perWeight * (arrivalWeight[arrival] as number);
      asked[pool] = perWeight * (arrivalKeeps[arrival] as number);
    }
    for (; slot >= firstSlot; slot -= 1) {
      const flow = slotFlow[slot] as number;
      const departure = slotDeparture[slot] as number;
      if (departure < 0) {
        usage[stockUsage - 1 - departure] = (usage[stockUsage - 1 - departure] as number) + flow;
        continue;
      }
      const pool = slotPool[slot] as number;
      asked[pool] = (asked[pool] as number) + flow / (slotSum[slot] as number);
      const at = departure * MEASURES;
      usage[at] = (usage[at] as number) + flow * kg;
      usage[at + 1] = (usage[at + 1] as number) + flow * m3;
      usage[at + 2] = (usage[at + 2] as number) + flow * positions;
    }
  }
}
