// The operation as it lay before its first aircraft left, with all that is known of it at the asked instant: every consignment for the
// hub still to come, whole, every need still open. What hub choice begins with. Goods that never pass the hub are not in it.

import type { Place } from '../../domain/places.ts';
import { expectedArrival, type ConsignmentOnRecord } from '../../domain/register.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { Failure } from '../failure.ts';
import type { Pile, Situation } from '../plan/situation.ts';

export interface Before {
  /** Its instant is that of the first departure. */
  readonly situation: Situation;
  readonly hub: Place;
}

export function beforeTheFirst(now: Situation): Result<Before, Failure> {
  const hub = now.known.places.get(now.operation.hub);
  if (hub === undefined) return err({ code: 'bad-hub', message: `the hub ${now.operation.hub} of the operation is not among its places`, remedy: 'add it to the sheet places' });
  const bound = [...now.known.consignments.values()].filter(({ announced }) => announced.to === hub.place);
  const first = bound.map(leaves).toSorted()[0];
  if (first === undefined) return err({ code: 'bad-hub', message: `no consignment is announced for ${hub.name} by ${now.asOf}`, remedy: 'announce the flights first, or ask with a later --as-of' });
  const consignments = new Map(bound.map((it) => [it.announced.consignment, { ...it, departedAt: null, arrivedAt: null, estimated: {}, announced: { ...it.announced, plannedDeparture: leaves(it), plannedArrival: expectedArrival(it) } }]));
  const known = { ...now.known, consignments, deliveries: [], releases: [], plans: new Map(), approved: null, forbidden: [] };
  const piles = bound.flatMap(({ lots }) => lots.map((lot): Pile => ({ pledge: lot.pledge, item: lot.item, lot: lot.lot, state: 'airborne', at: lot.consignment, units: lot.units })));
  return ok({ hub, situation: { ...now, asOf: first, known, piles } });
}

const leaves = ({ announced, departedAt }: ConsignmentOnRecord): Instant => departedAt ?? announced.plannedDeparture;
