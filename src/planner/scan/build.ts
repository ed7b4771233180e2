// The problem → the instance that the scans run over. Takes memory in proportion to the rides that lead from stock to a need.

import { evenly, type Part, type ScanInstance, type Share } from './instance.ts';
import { compiledMemory, memoryOf, ownMemory, type Memory } from './memory.ts';
import { blocksOf, type Blocks } from './needs.ts';
import { unitValue, type ScanProblem } from './scan-problem.ts';
import { Rides } from './rides.ts';
import { timeline } from './timeline.ts';
import { Tracer } from './trace.ts';

/** What a value costs a scan, in slots. */
const VALUE_WORK = 0.35;
/** Parts to cut an instance into: no more threads than that can work on it. Fixed, so that sums are formed in one order on every machine. */
const MOST_PARTS = 4;

/** Departures × commodities from which on it is worth to start compiled loops. */
const LARGE = 2_000;

export const memoryFor = ({ departures, commodities }: ScanProblem): Memory => (departures.count * commodities.count < LARGE ? ownMemory : compiledMemory());

export function buildInstance(problem: ScanProblem, memory: Memory = memoryFor(problem)): ScanInstance {
  const line = timeline(problem);
  const blocks = blocksOf(problem);
  const rides = new Rides();
  const tracer = new Tracer(problem, line, blocks);
  for (let commodity = 0; commodity < problem.commodities.count; commodity += 1) rides.add(commodity, tracer.trace(commodity));
  const laid = rides.laid(memory);
  const options = optionsOf(rides, blocks.count, memory);
  const values = valuesOf(problem, blocks, options, laid.slotDeparture, memory);
  return {
    problem, line, prices: problem.capacities.count + problem.stocks.count, supply: supplyOf(problem, memory),
    ...laid, blocks: blocks.count, blockItem: copied(blocks.item, memory), blockRecipient: blocks.recipient, pieceSegment: blocks.pieceSegment,
    ...options, ...values, pieceStart: copied(blocks.pieceStart, memory), temperedStart: temperedStartOf(blocks, options.optionStart, memory),
    parts: partsOf(problem, blocks, laid, values.valueStart), scale: scaleOf(problem), compiled: memory.compiled,
  };
}

/**
 * The same rides for segments of other worth, decay, window or number; recipients and items must be those that it was built with.
 * What the rides lead to was asked of the first segments: give those the greatest worth that will be asked for.
 */
export function revalued(instance: ScanInstance, segments: ScanProblem['segments']): ScanInstance {
  const problem: ScanProblem = { ...instance.problem, segments };
  const blocks: Pick<Blocks, 'count' | 'pieceStart' | 'pieceSegment'> = { count: instance.blocks, pieceStart: instance.pieceStart, pieceSegment: instance.pieceSegment };
  return { ...instance, problem, ...valuesOf(problem, blocks, instance, instance.slotDeparture, memoryOf(instance)) };
}

function copied(list: Int32Array, memory: Memory): Int32Array {
  const copy = memory.whole(list.length);
  copy.set(list);
  return copy;
}

function supplyOf({ capacities, stocks }: ScanProblem, memory: Memory): Float64Array {
  const supply = memory.floats(capacities.count + stocks.count);
  supply.set(capacities.most);
  supply.set(stocks.units, capacities.count);
  return supply;
}

/** Options in order of block; within a block by commodity. */
function optionsOf(rides: Rides, blocks: number, memory: Memory): Pick<ScanInstance, 'optionStart' | 'optionSlot'> {
  const { optionSlot: slots, optionBlock } = rides;
  const optionStart = memory.whole(blocks + 1);
  for (let option = 0; option < slots.length; option += 1) optionStart[optionBlock.at(option) + 1] = (optionStart[optionBlock.at(option) + 1] as number) + 1;
  for (let block = 0; block < blocks; block += 1) optionStart[block + 1] = (optionStart[block + 1] as number) + (optionStart[block] as number);
  const next = optionStart.slice();
  const optionSlot = memory.whole(slots.length);
  for (let option = 0; option < slots.length; option += 1) {
    const block = optionBlock.at(option);
    optionSlot[next[block] as number] = slots.at(option);
    next[block] = (next[block] as number) + 1;
  }
  return { optionStart, optionSlot };
}

function temperedStartOf({ count, pieceStart }: Blocks, optionStart: Int32Array, memory: Memory): Int32Array {
  const start = memory.whole(count + 1);
  for (let block = 0; block < count; block += 1) start[block + 1] = (start[block] as number) + ((optionStart[block + 1] as number) - (optionStart[block] as number)) * evenly((pieceStart[block + 1] as number) - (pieceStart[block] as number));
  return start;
}

/** What each option relieves in each piece of its block. */
function valuesOf(problem: ScanProblem, blocks: Pick<Blocks, 'count' | 'pieceStart' | 'pieceSegment'>, { optionStart, optionSlot }: Pick<ScanInstance, 'optionStart' | 'optionSlot'>, slotDeparture: Int32Array, memory: Memory): Pick<ScanInstance, 'pieceUnits' | 'pieceBest' | 'valueStart' | 'value'> {
  const pieces = blocks.pieceSegment.length;
  const [pieceUnits, pieceBest, valueStart] = [memory.floats(pieces), memory.floats(pieces), memory.whole(pieces + 1)];
  const options = (block: number): number => (optionStart[block + 1] as number) - (optionStart[block] as number);
  for (let block = 0; block < blocks.count; block += 1)
    for (let piece = blocks.pieceStart[block] as number; piece < (blocks.pieceStart[block + 1] as number); piece += 1) valueStart[piece + 1] = (valueStart[piece] as number) + options(block);
  const value = memory.floats(valueStart[pieces] as number);
  const readyAt = (slot: number): number => {
    const departure = slotDeparture[slot] as number;
    return (departure >= 0 ? problem.departures.ready[departure] : problem.stocks.available[-1 - departure]) as number;
  };
  for (let block = 0; block < blocks.count; block += 1) {
    const first = optionStart[block] as number;
    const hours = Float64Array.from({ length: options(block) }, (_, option) => readyAt(optionSlot[first + option] as number));
    for (let piece = blocks.pieceStart[block] as number; piece < (blocks.pieceStart[block + 1] as number); piece += 1) {
      const segment = blocks.pieceSegment[piece] as number;
      pieceUnits[piece] = problem.segments.units[segment] as number;
      let best = -Infinity;
      for (let option = 0; option < hours.length; option += 1) {
        const worth = unitValue(problem, segment, hours[option] as number);
        value[(valueStart[piece] as number) + option] = worth;
        if (worth > best) best = worth;
      }
      pieceBest[piece] = best;
    }
  }
  return { pieceUnits, pieceBest, valueStart, value };
}

/** Neighbouring items until a part has its share of the work: of slots, arrivals and values. */
function partsOf({ items, commodities }: ScanProblem, blocks: Blocks, { slotStart, arrivalStart }: Pick<ScanInstance, 'slotStart' | 'arrivalStart'>, valueStart: Int32Array): Part[] {
  const work = new Float64Array(items.count);
  const add = (item: number, amount: number): void => void (work[item] = (work[item] as number) + amount);
  for (let k = 0; k < commodities.count; k += 1) add(commodities.item[k] as number, (slotStart[k + 1] as number) - (slotStart[k] as number) + (arrivalStart[k + 1] as number) - (arrivalStart[k] as number));
  for (let block = 0; block < blocks.count; block += 1) add(blocks.item[block] as number, ((valueStart[blocks.pieceStart[block + 1] as number] as number) - (valueStart[blocks.pieceStart[block] as number] as number)) * VALUE_WORK);
  const total = work.reduce((sum, amount) => sum + amount, 0);
  const until = (item: number, of: Int32Array): number => {
    const found = of.findIndex((it) => it >= item);
    return found < 0 ? of.length : found;
  };
  const share = (low: number, high: number): Share => ({ commodities: [until(low, commodities.item), until(high, commodities.item)], blocks: [until(low, blocks.item), until(high, blocks.item)] });
  const parts: Part[] = [];
  let [from, done] = [0, 0];
  for (let item = 0; item < items.count; item += 1) {
    done += work[item] as number;
    if (done < (total * (parts.length + 1)) / MOST_PARTS && item + 1 < items.count) continue;
    const first = from;
    parts.push({ ...share(first, item + 1), items: Array.from({ length: item + 1 - first }, (_, at) => share(first + at, first + at + 1)) });
    from = item + 1;
  }
  return parts;
}

/** The mean worth of a kg that is asked for. */
function scaleOf({ segments, items }: ScanProblem): number {
  let [euros, kg] = [0, 0];
  for (let segment = 0; segment < segments.count; segment += 1) {
    const units = segments.units[segment] as number;
    euros += units * (segments.worth[segment] as number);
    kg += units * (items.heat[segments.item[segment] as number] as number);
  }
  return kg > 0 && euros > 0 ? euros / kg : 1;
}
