// One shipment told in several ways: by road and by air, under two flight numbers, to two places, on two days, in two quantities.
// Where the shipment is on record, the record is one of the ways.

import { phrase } from '../../../domain/phrase.ts';
import { localDateIn } from '../../../domain/time.ts';
import type { Said } from '../claims.ts';
import { shipmentsOf } from './matched.ts';
import { itemNamed } from './named.ts';
import { readingOf, type Evidence, type Found, type Reading } from './shape.ts';

const ASPECTS = ['mode', 'run', 'place', 'day'] as const;
type Way = Pick<Reading, (typeof ASPECTS)[number] | 'units'>;

export function oneShipment({ now, said }: Evidence): Found[] {
  return shipmentsOf(said, now.known).flatMap(({ shipment, consignment, told }): Found[] => {
    const record = consignment === null ? null : recordOf(now, consignment);
    const ways = waysOf(told);
    const readings = [...(record === null ? [] : [record]), ...ways.map(({ way, told: by }) => readingOf(by[0]?.claim.claim ?? '', by, way))];
    const differs = [...ASPECTS.filter((aspect) => new Set(readings.flatMap((it) => it[aspect] ?? [])).size > 1), ...(quantitiesDiffer(told) ? (['units'] as const) : [])];
    if (differs.length === 0) return [];
    const items = [...new Set(told.flatMap(({ claim }) => claim.item ?? []))];
    const [item = null] = items.length === 1 ? items : [];
    const pledges = [...new Set(told.flatMap(({ claim }) => claim.pledge ?? []))];
    return [{ contradiction: `shipment:${shipment}`, kind: 'shipment', pledge: pledges.length === 1 ? (pledges[0] ?? null) : null, item, subject: consignment, differs, readings, says: phrase('contradiction.shipment', { shipment, item: item === null ? null : itemNamed(item, now.known), ways: ways.length }) }];
  });
}

const wayOf = ({ claim: { mode, run, place, day, units } }: Said): Way => ({ mode: mode ?? null, run: run ?? null, place: place ?? null, day: day ?? null, units: units ?? null });

/** What two tellings say does not disagree; what one leaves out the other may fill in. */
const agree = (a: Way, b: Way): boolean => [...ASPECTS, 'units' as const].every((aspect) => a[aspect] === null || b[aspect] === null || a[aspect] === b[aspect]);

/** Tellings that agree are one way to have it, as full as they tell it together. Of different items or areas only the road is compared. */
function waysOf(told: readonly Said[]): { way: Way; told: Said[] }[] {
  const ways: { way: Way; told: Said[] }[] = [];
  for (const it of told) {
    const isComparable = (other: Said): boolean => other.claim.item === it.claim.item && other.claim.scope === it.claim.scope;
    const own = wayOf(it);
    const fitting = ways.find(({ way, told: by }) => agree(by.every(isComparable) ? way : { ...way, units: null }, own));
    if (fitting === undefined) ways.push({ way: own, told: [it] });
    else {
      const { way } = fitting;
      fitting.way = { mode: way.mode ?? own.mode, run: way.run ?? own.run, place: way.place ?? own.place, day: way.day ?? own.day, units: fitting.told.every(isComparable) ? (way.units ?? own.units) : null };
      fitting.told.push(it);
    }
  }
  return ways;
}

const quantitiesDiffer = (told: readonly Said[]): boolean => [...Map.groupBy(told, ({ claim }) => JSON.stringify([claim.item, claim.scope])).values()].some((group) => new Set(group.flatMap(({ claim }) => claim.units ?? [])).size > 1);

/** The consignment as it was announced and flew. */
function recordOf({ known, operation, facts }: Evidence['now'], consignment: string): Reading | null {
  const found = known.consignments.get(consignment as never);
  if (found === undefined) return null;
  const { announced, arrivedAt } = found;
  const own = facts.filter(({ kind, body }) => kind.startsWith('consignment.') && 'consignment' in body && body.consignment === consignment);
  return { ...readingOf('ledger', [], { mode: announced.mode, run: announced.run ?? null, place: announced.to, day: localDateIn(arrivedAt ?? announced.plannedArrival, operation.zone) }, 'ledger'), at: own[0]?.occurredAt ?? announced.plannedDeparture, facts: own.map(({ seq }) => seq), sources: [...new Set(own.flatMap(({ sources }) => sources))] };
}
