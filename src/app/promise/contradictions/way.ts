// A way that was announced for all of a pledge, and consignments that go another.

import { phrase } from '../../../domain/phrase.ts';
import { pledgeKey } from '../../../domain/register.ts';
import { pledgeOf } from './matched.ts';
import { placeNamed } from './named.ts';
import { readingOf, tellsOf, type Evidence, type Found } from './shape.ts';

export function announcedWay({ now, said }: Evidence): Found[] {
  const { known } = now;
  return said.flatMap((it): Found[] => {
    const { claim } = it;
    const pledge = pledgeOf(claim, known);
    const stands = pledge === null || claim.item === undefined ? undefined : known.pledges.get(pledgeKey(pledge, claim.item));
    if (tellsOf(it) !== 'way' || claim.place === undefined || claim.consignment !== undefined || stands === undefined || pledge === null) return [];
    // What is said of a part says nothing of the rest.
    if ((claim.units ?? stands.units) < stands.units) return [];
    const others = [...known.consignments.values()].flatMap(({ announced, lots }) => {
      const units = lots.reduce((sum, lot) => sum + (lot.pledge === pledge && lot.item === claim.item ? lot.units : 0), 0);
      return units > 0 && announced.to !== claim.place ? [{ announced, units }] : [];
    });
    const [first] = others;
    if (first === undefined) return [];
    const places = [...new Set(others.map(({ announced }) => announced.to))];
    const own = now.facts.filter((fact) => fact.kind === 'consignment.announced' && others.some(({ announced }) => announced.consignment === fact.body.consignment));
    const units = others.reduce((sum, other) => sum + other.units, 0);
    return [{
      contradiction: `way:${claim.claim}`, kind: 'way', pledge, item: stands.item, subject: claim.claim, differs: ['place'],
      readings: [readingOf(claim.claim, [it], { units: claim.units ?? null, place: claim.place, mode: claim.mode ?? null }), { ...readingOf('ledger', [], { units, place: first.announced.to, mode: first.announced.mode, run: first.announced.run ?? null }, 'ledger'), at: own[0]?.occurredAt ?? first.announced.plannedDeparture, facts: own.map(({ seq }) => seq), sources: [...new Set(own.flatMap(({ sources }) => sources))] }],
      says: phrase('contradiction.way', { pledge, place: placeNamed(claim.place, known), others: places.map((place) => placeNamed(place, known)), units }),
    }];
  });
}
