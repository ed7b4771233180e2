// Arrivals that exceed the promise: told as a sum, or added up by us out of reports of single shipments, each counted once.

import { liesIn } from '../../../domain/areas.ts';
import { phrase } from '../../../domain/phrase.ts';
import type { Said } from '../claims.ts';
import { sumOf } from '../meter.ts';
import { pledgeOf, shipmentsOf } from './matched.ts';
import { itemNamed } from './named.ts';
import { readingOf, tellsOf, type Evidence, type Found, type Reading } from './shape.ts';

export function arrivals({ now, said, meterAt }: Evidence): Found[] {
  return [...now.known.pledges.values()].flatMap((pledge): Found[] => {
    const { pledge: name, item, scope, units: promised, madeAt } = pledge;
    const sums = said.filter((it) => tellsOf(it) === 'arrivals' && it.claim.item === item && pledgeOf(it.claim, now.known) === name && (it.claim.units ?? 0) > promised);
    const added = addedUp(said.filter(({ claim }) => claim.item === item && claim.scope !== undefined && liesIn(claim.scope, scope)), now.known);
    const beyond = added !== null && added.units > promised ? added : null;
    if (sums.length === 0 && beyond === null) return [];
    const standing = meterAt(name, item, now.asOf);
    const made = now.facts.filter(({ kind, body }) => (kind === 'pledge.made' || kind === 'pledge.amended') && 'pledge' in body && body.pledge === name && 'item' in body && body.item === item);
    const readings: Reading[] = [
      { ...readingOf('pledge', [], { units: promised }, 'pledge'), at: made.at(-1)?.occurredAt ?? madeAt, facts: made.map(({ seq }) => seq), sources: [...new Set(made.flatMap(({ sources }) => sources))] },
      ...(standing === null ? [] : [{ ...readingOf('ledger', [], { units: sumOf(standing.cells).everLanded }, 'ledger'), at: standing.at, facts: [standing.seq] }]),
      ...[...Map.groupBy(sums, ({ claim }) => claim.units ?? 0)].map(([units, told]) => readingOf(`units:${units}`, told, { units })),
      ...(beyond === null ? [] : [{ ...readingOf('sum', beyond.told, { units: beyond.units }, 'sum'), at: beyond.told.at(-1)?.at ?? madeAt }]),
    ];
    const told = Math.max(...sums.map(({ claim }) => claim.units ?? 0), beyond?.units ?? 0);
    return [{ contradiction: `arrivals:${name}:${item}`, kind: 'arrivals', pledge: name, item, subject: null, differs: ['units'], readings, says: phrase('contradiction.arrivals', { pledge: name, item: itemNamed(item, now.known), told, promised }) }];
  });
}

/** Each shipment at the largest figure told of it; null where fewer than two were told: one arrival is no sum. */
function addedUp(said: readonly Said[], known: Evidence['now']['known']): { readonly units: number; readonly told: readonly Said[] } | null {
  const shipments = shipmentsOf(said.filter((it) => tellsOf(it) === 'arrival'), known).filter(({ told }) => told.some(({ claim }) => claim.units !== undefined));
  if (shipments.length < 2) return null;
  const told = shipments.flatMap((it) => it.told).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return { units: shipments.reduce((sum, it) => sum + Math.max(...it.told.map(({ claim }) => claim.units ?? 0)), 0), told };
}
