// Claims against the ledger: somebody says that so many have landed, and the ledger had another figure at that instant and has
// another still. A report that was merely quicker than the ledger settles itself.

import { countryOf, liesIn } from '../../../domain/areas.ts';
import type { ClaimRecorded } from '../../../domain/promise/promise.ts';
import { phrase } from '../../../domain/phrase.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Said } from '../claims.ts';
import { sumOf } from '../meter.ts';
import { pledgeOf, shipmentsOf } from './matched.ts';
import { itemNamed } from './named.ts';
import { readingOf, tellsOf, type Evidence, type Found } from './shape.ts';

interface Landed {
  readonly units: number;
  readonly facts: readonly number[];
}

export function againstLedger(evidence: Evidence): Found[] {
  return [...ofShipments(evidence), ...ofSums(evidence)];
}

/** One shipment, item and area. */
function ofShipments({ now, said }: Evidence): Found[] {
  return shipmentsOf(said.filter((it) => tellsOf(it) === 'arrival'), now.known).flatMap(({ consignment, told }) => {
    if (consignment === null) return [];
    const counted = told.filter(({ claim }) => claim.units !== undefined && claim.item !== undefined);
    return [...Map.groupBy(counted, ({ claim }) => JSON.stringify([claim.item, claim.scope])).values()].flatMap((group) => {
      const landed = (claim: ClaimRecorded, at: Instant): Landed => landedOf(now, consignment, claim, at);
      return found(`ledger:${consignment}:${group[0]?.claim.item ?? ''}${group[0]?.claim.scope === undefined ? '' : `:${group[0].claim.scope}`}`, consignment, group, landed, now);
    });
  });
}

/** All that has come of a pledge so far, or of its part for an area; what exceeds the promise is the business of arrivals.ts. */
function ofSums({ now, said, meterAt }: Evidence): Found[] {
  const sums = said.filter((it) => tellsOf(it) === 'arrivals' && it.claim.units !== undefined && it.claim.item !== undefined && pledgeOf(it.claim, now.known) !== null);
  const landed = (claim: ClaimRecorded, at: Instant): Landed => {
    const standing = meterAt(pledgeOf(claim, now.known) ?? '', claim.item ?? '', at);
    const pledge = [...now.known.pledges.values()].find((it) => it.pledge === pledgeOf(claim, now.known) && it.item === claim.item);
    const { scope } = claim;
    const isWhole = scope === undefined || scope === pledge?.scope;
    const cells = standing?.cells.filter(({ country }) => isWhole || (country !== null && country === countryOf(scope))) ?? [];
    return { units: sumOf(cells).everLanded, facts: standing === null ? [] : [standing.seq] };
  };
  const within = sums.filter(({ claim }) => (claim.units ?? 0) <= ([...now.known.pledges.values()].find((it) => it.pledge === pledgeOf(claim, now.known) && it.item === claim.item)?.units ?? 0));
  return [...Map.groupBy(within, ({ claim }) => `ledger:${pledgeOf(claim, now.known)}:${claim.item}${claim.scope === undefined ? '' : `:${claim.scope}`}`)].flatMap(([name, group]) => found(name, null, group, landed, now));
}

function found(contradiction: string, consignment: string | null, told: readonly Said[], landed: (claim: ClaimRecorded, at: Instant) => Landed, now: Evidence['now']): Found[] {
  const atOdds = told.filter(({ claim, at }) => landed(claim, at).units !== claim.units && landed(claim, now.asOf).units !== claim.units);
  const [first] = atOdds;
  if (first?.claim.item === undefined) return [];
  const { units, facts } = landed(first.claim, now.asOf);
  const readings = [{ ...readingOf('ledger', [], { units }, 'ledger'), at: first.at, facts }, ...[...Map.groupBy(told, ({ claim }) => claim.units ?? 0)].map(([figure, group]) => readingOf(`units:${figure}`, group, { units: figure }))];
  const figures = [...new Set(atOdds.flatMap(({ claim }) => claim.units ?? []))];
  return [{ contradiction, kind: 'ledger', pledge: pledgeOf(first.claim, now.known), item: first.claim.item, subject: consignment, differs: ['units'], readings, says: phrase('contradiction.ledger', { item: itemNamed(first.claim.item, now.known), told: figures, landed: units }) }];
}

/** What had arrived of a consignment's lots of the item, for receivers in the claim's area. */
function landedOf({ facts, known }: Evidence['now'], consignment: string, { item, scope }: ClaimRecorded, at: Instant): Landed {
  const lots = [...known.lots.values()].filter((lot) => lot.consignment === consignment && lot.item === item && (scope === undefined || isFor(lot, scope, known)));
  const arrived = facts.filter((fact) => fact.kind === 'consignment.arrived' && fact.body.consignment === consignment && fact.occurredAt <= at);
  let units = 0;
  for (const lot of lots) {
    const own = arrived.flatMap((fact) => (fact.kind === 'consignment.arrived' && (fact.body.lot === undefined || fact.body.lot === lot.lot) ? [fact.body.lot === undefined ? lot.units : (fact.body.units ?? lot.units)] : []));
    units += own.reduce((sum, it) => sum + it, 0);
  }
  return { units, facts: arrived.map(({ seq }) => seq) };
}

/** Could this lot be what a report for that area means? */
function isFor(lot: { readonly pledge: string; readonly item: string; readonly earmark?: string | undefined }, scope: NonNullable<ClaimRecorded['scope']>, known: Evidence['now']['known']): boolean {
  const earmark = lot.earmark === undefined ? undefined : known.earmarks.get(lot.earmark as never);
  const areas = earmark === undefined ? [] : [...earmark.areas, ...earmark.recipients.flatMap((it) => known.recipients.get(it)?.area ?? [])];
  if (areas.length > 0) return areas.every((area) => liesIn(area, scope));
  const pledge = [...known.pledges.values()].find((it) => it.pledge === lot.pledge && it.item === lot.item);
  return pledge !== undefined && liesIn(pledge.scope, scope);
}
