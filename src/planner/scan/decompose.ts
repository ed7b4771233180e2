// A plan's flows → ways: so many units from a stock by these departures to a segment. Goods leave a pool in the order in
// which they came; what leaves and what came is then linked once, and each delivery is followed back along its links.

import type { ScanInstance } from './instance.ts';
import type { ScanPlan } from './ship.ts';

export interface Way {
  readonly commodity: number;
  readonly stock: number;
  readonly departures: readonly number[];
  readonly segment: number;
  readonly units: number;
}

/** Flows below this part of the whole are rounding. */
const DUST = 1e-9;

/** Goods of a slot that came by an arrival; −1: there was no slot before, it is a draw. */
interface Link {
  readonly arrival: number;
  left: number;
}

export function* waysOf(instance: ScanInstance, plan: ScanPlan): Iterable<Way> {
  const links = linked(instance, plan);
  const { optionStart, optionSlot, pieceStart, pieceSegment, pieceUnits, valueStart } = instance;
  for (let block = 0; block < instance.blocks; block += 1)
    for (let piece = pieceStart[block] as number; piece < (pieceStart[block + 1] as number); piece += 1)
      for (let option = optionStart[block] as number; option < (optionStart[block + 1] as number); option += 1) {
        let open = plan.delivered[(valueStart[piece] as number) + option - (optionStart[block] as number)] as number;
        while (open > DUST * (pieceUnits[piece] as number)) {
          const way = traced(instance, links, optionSlot[option] as number, open);
          if (way === null) break;
          open -= way.units;
          yield { ...way, segment: pieceSegment[piece] as number };
        }
      }
}

/** By slot: what its goods came by. */
function linked(instance: ScanInstance, { shipped, forwarded }: ScanPlan): ReadonlyMap<number, Link[]> {
  const { slotStart, arrivalStart, roundStart, slotEnd, arrivalEnd, slotDeparture, slotPool, arrivalPool, problem, line } = instance;
  const links = new Map<number, Link[]>();
  for (let k = 0; k < problem.commodities.count; k += 1) {
    const queues = Array.from({ length: line.pools }, (): Link[] => []);
    let slot = slotStart[k] as number;
    let arrival = arrivalStart[k] as number;
    for (let round = roundStart[k] as number; round < (roundStart[k + 1] as number); round += 1) {
      for (; slot < (slotEnd[round] as number); slot += 1)
        if ((slotDeparture[slot] as number) >= 0 && (shipped[slot] as number) > 0) links.set(slot, taken(queues[slotPool[slot] as number] as Link[], shipped[slot] as number));
      for (; arrival < (arrivalEnd[round] as number); arrival += 1) if ((forwarded[arrival] as number) > 0) queues[arrivalPool[arrival] as number]?.push({ arrival, left: forwarded[arrival] as number });
    }
  }
  return links;
}

function taken(queue: Link[], units: number): Link[] {
  const from: Link[] = [];
  for (let open = units; open > 0; ) {
    const first = queue[0];
    if (first === undefined) break;
    const some = Math.min(open, first.left);
    from.push({ arrival: first.arrival, left: some });
    first.left -= some;
    open -= some;
    if (first.left <= 0) queue.shift();
  }
  return from;
}

function traced({ slotDeparture, slotCommodity, arrivalSlot }: ScanInstance, links: ReadonlyMap<number, Link[]>, last: number, most: number): Omit<Way, 'segment'> | null {
  const departures: number[] = [];
  const passed: Link[] = [];
  let units = most;
  let slot = last;
  while ((slotDeparture[slot] as number) >= 0) {
    departures.unshift(slotDeparture[slot] as number);
    const from = (links.get(slot) ?? []).reduce<Link | null>((widest, link) => (link.left > (widest?.left ?? 0) ? link : widest), null);
    if (from === null) return null;
    passed.push(from);
    units = Math.min(units, from.left);
    slot = arrivalSlot[from.arrival] as number;
  }
  for (const link of passed) link.left -= units;
  return { commodity: slotCommodity[slot] as number, stock: -1 - (slotDeparture[slot] as number), departures, units };
}

