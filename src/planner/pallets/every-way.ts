// Every way that goods can go: a source, the legs in order, the group that they serve at the end, each place once. For a program
// whose places are whole, which has to know which goods ride on together. Not here: which of them a plan takes.

import type { Way } from '../ways.ts';
import type { Event, Network } from '../network.ts';
import type { Leg } from '../timetable.ts';

/** @returns null where there are more than `most`: ways grow with each change on the way. */
export function everyWay(networks: readonly Network[], most: number): Way[] | null {
  const ways: Way[] = [];
  for (const net of networks) {
    const { commodity } = net;
    const boarded = Map.groupBy(net.events.flatMap((event) => event.rides.map(({ chain, node }) => ({ chain, node, event }))), ({ chain }) => chain);
    for (const { source, ...start } of net.events) {
      if (source === null) continue;
      const open: { readonly event: Pick<Event, 'at' | 'groups' | 'onward'>; readonly legs: readonly Leg[] }[] = [{ event: start, legs: [] }];
      for (let way = open.pop(); way !== undefined; way = open.pop()) {
        const { event, legs } = way;
        for (const group of event.groups) ways.push({ commodity, source, legs, group, arrives: event.at });
        if (ways.length > most) return null;
        const { onward } = event;
        if (onward === null) continue;
        const been = new Set([source.place, ...legs.map(({ run }) => run.to)]);
        for (const { node, event: next } of boarded.get(onward.chain) ?? []) if (next.leg !== null && node >= onward.node && !been.has(next.leg.run.to)) open.push({ event: next, legs: [...legs, next.leg] });
      }
    }
  }
  return ways;
}
