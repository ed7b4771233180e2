// How much is needed behind each gateway: the weight of a customer in the classic questions of location.

import type { PlaceCode } from '../../domain/ids.ts';
import type { Before } from './before.ts';
import { gatewaysOf } from './relocate.ts';

/** Cartons by gateway. A recipient behind several gateways is counted at the first of them. */
export function demandAt(before: Before): ReadonlyMap<PlaceCode, number> {
  const { known } = before.situation;
  const gateways = gatewaysOf(before);
  const behind = new Map<PlaceCode, PlaceCode>(gateways.map((gateway) => [gateway, gateway]));
  for (const { from, to } of known.services.values()) if (gateways.includes(from) && !behind.has(to)) behind.set(to, from);
  const demand = new Map<PlaceCode, number>();
  for (const { need } of known.needs.values()) {
    const place = known.recipients.get(need.recipient)?.place;
    const gateway = place === undefined ? undefined : behind.get(place);
    const item = known.items.get(need.item);
    if (gateway !== undefined && item !== undefined) demand.set(gateway, (demand.get(gateway) ?? 0) + need.units / item.unitsPerCarton);
  }
  return demand;
}
