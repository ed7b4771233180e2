// Net need: what is asked or estimated for the part of a window that is still to come, less what the recipient has, has received
// since, and what is on its way to it; the earliest window is relieved first.

import { demandIn, type Demand } from '../need/demand.ts';
import type { Band } from '../../need/parameter.ts';
import type { NetNeed } from '../../planner/problem.ts';
import { holdingKey } from '../../domain/register.ts';
import { epochMs, latest, type Instant } from '../../domain/time.ts';
import type { Situation } from './situation.ts';

/** @param end which end of the demand's band; central is what was asked. */
export function netNeeds(now: Situation, demand: readonly Demand[] = demandIn(now), end: keyof Band = 'central'): NetNeed[] {
  const relief = reliefOf(now);
  const windows = demand.map(({ units, ...rest }) => ({ ...rest, units: units[end] })).toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const net: NetNeed[] = [];
  for (const need of windows) {
    const share = (epochMs(need.until) - epochMs(latest(need.from, now.asOf))) / (epochMs(need.until) - epochMs(need.from));
    const ahead = Math.ceil(need.units * share - 1e-9);
    const key = holdingKey(need.recipient, need.item);
    const relieved = Math.min(ahead, relief.get(key) ?? 0);
    relief.set(key, (relief.get(key) ?? 0) - relieved);
    if (ahead > relieved) net.push({ recipient: need.recipient, item: need.item, units: ahead - relieved, from: need.from, until: need.until, severity: need.severity });
  }
  return net;
}

/** By recipient × item: reported stock, deliveries since that report (or since the need was reported), and what is released or on the road. */
function reliefOf({ known, piles, ledger }: Situation): Map<string, number> {
  const relief = new Map<string, number>();
  const add = (recipient: string, item: string, units: number): void => { relief.set(holdingKey(recipient, item), (relief.get(holdingKey(recipient, item)) ?? 0) + units); };
  const since = new Map<string, Instant>();
  for (const { need, reportedAt } of known.needs.values()) {
    const key = holdingKey(need.recipient, need.item);
    const standing = since.get(key);
    since.set(key, standing === undefined || reportedAt > standing ? reportedAt : standing);
  }
  for (const [key, { units, reportedAt }] of known.stock) {
    relief.set(key, units);
    since.set(key, reportedAt);
  }
  for (const { at, delivery } of known.deliveries) {
    const item = known.lots.get(delivery.lot)?.item;
    if (item !== undefined && at > (since.get(holdingKey(delivery.recipient, item)) ?? at)) add(delivery.recipient, item, delivery.units);
  }
  for (const { state, at, item, units } of piles) {
    const recipient = state === 'allocated' || state === 'onward' ? ledger.dispatches.get(at)?.recipient : undefined;
    if (recipient !== undefined) add(recipient, item, units);
  }
  return relief;
}
