// Which blocks an event can touch: those that goods could reach through what it changes, before or after the change. All
// others keep their ways as they are. Asked too widely rather than too narrowly: change times and stocks play no part.

import type { ScanProblem } from '../scan/scan-problem.ts';
import type { ScanInstance } from '../scan/instance.ts';
import type { ReplanEvent } from './events.ts';

/** @param after the problem with the events. @returns 1 by block. */
export function affectedBlocks(instance: ScanInstance, after: ScanProblem, events: readonly ReplanEvent[]): Uint8Array {
  const affected = new Uint8Array(instance.blocks);
  for (const event of events) {
    const recipients = event.kind === 'recalled' ? null : downstream(instance, after, event.kind === 'closed' ? event.departures : [event.departure]);
    const items = itemsOf(after, event);
    for (let block = 0; block < instance.blocks; block += 1)
      if (items[instance.blockItem[block] as number] === 1 && (recipients === null || recipients[instance.blockRecipient[block] as number] === 1)) affected[block] = 1;
  }
  return affected;
}

/** 1 by recipient: where goods can come that ride on one of the departures, at its old or its new hour. */
function downstream({ problem: { departures, places, recipients }, line }: ScanInstance, after: ScanProblem, of: readonly number[]): Uint8Array {
  const earliest = new Float64Array(places.count).fill(Infinity);
  const reach = (place: number, hour: number): void => void (earliest[place] = Math.min(earliest[place] as number, hour));
  for (const departure of of) reach(departures.to[departure] as number, Math.min(departures.ready[departure] as number, after.departures.ready[departure] as number));
  for (let entry = 0; entry < line.departure.length; entry += 1) {
    if ((line.pool[entry] as number) >= 0) continue;
    const departure = line.departure[entry] as number;
    if ((earliest[departures.from[departure] as number] as number) <= (departures.departs[departure] as number)) reach(departures.to[departure] as number, departures.ready[departure] as number);
  }
  return Uint8Array.from(recipients.place, (place) => ((earliest[place] as number) < Infinity ? 1 : 0));
}

function itemsOf({ items, commodities, draws }: ScanProblem, event: ReplanEvent): Uint8Array {
  const touched = new Uint8Array(items.count);
  const touch = (commodity: number): void => void (touched[commodities.item[commodity] as number] = 1);
  switch (event.kind) {
    case 'recalled':
      for (let draw = 0; draw < draws.count; draw += 1) if (draws.stock[draw] === event.stock) touch(draws.commodity[draw] as number);
      return touched;
    case 'closed':
      for (const commodity of event.commodities) touch(commodity);
      return touched;
    case 'moved':
    case 'cancelled':
      return touched.fill(1);
  }
}
