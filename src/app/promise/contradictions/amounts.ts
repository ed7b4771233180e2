// The amount of a pledge, told in several figures: 1.8 million, 2.0 million. A figure that was the pledge's own when it was told is
// no contradiction, though the pledge may have been amended since.

import { phrase } from '../../../domain/phrase.ts';
import { pledgeKey } from '../../../domain/register.ts';
import type { Said } from '../claims.ts';
import { haveOneOrigin } from '../claims.ts';
import { pledgeOf } from './matched.ts';
import { itemNamed } from './named.ts';
import { readingOf, tellsOf, type Evidence, type Found, type Reading } from './shape.ts';

interface Totals {
  readonly pledge: string;
  readonly item: string;
  readonly told: readonly Said[];
}

/** Claims of how much is promised in all, by pledge and item. */
function totalsIn({ now, said }: Evidence): Totals[] {
  const totals = said.filter((it) => tellsOf(it) === 'total' && it.claim.units !== undefined && it.claim.item !== undefined && pledgeOf(it.claim, now.known) !== null);
  return [...Map.groupBy(totals, ({ claim }) => pledgeKey(pledgeOf(claim, now.known) ?? '', claim.item ?? '')).values()].map((told) => {
    const [first] = told;
    return { pledge: first === undefined ? '' : (pledgeOf(first.claim, now.known) ?? ''), item: first?.claim.item ?? '', told };
  });
}

const byUnits = (told: readonly Said[]): Reading[] => [...Map.groupBy(told, ({ claim }) => claim.units ?? 0)].map(([units, group]) => readingOf(`units:${units}`, group, { units }));
const figuresOf = (readings: readonly Reading[]): number[] => [...new Set(readings.flatMap(({ units }) => units ?? []))].toSorted((a, b) => a - b);

export function amounts(evidence: Evidence): Found[] {
  const { now, meterAt } = evidence;
  return totalsIn(evidence).flatMap(({ pledge, item, told }): Found[] => {
    const stands = now.known.pledges.get(pledgeKey(pledge, item));
    const made = now.facts.filter(({ kind, body }) => (kind === 'pledge.made' || kind === 'pledge.amended') && 'pledge' in body && body.pledge === pledge && 'item' in body && body.item === item);
    const atOdds = (it: Said): boolean => stands !== undefined && it.claim.units !== stands.units && it.claim.units !== meterAt(pledge, item, it.at)?.promised;
    const readings = byUnits(told);
    if (!told.some(atOdds) && (stands !== undefined || readings.length < 2)) return [];
    // One announcement alone that contradicts itself is a case of its own.
    if (readings.length > 1 && told.every((it) => told[0] !== undefined && haveOneOrigin(told[0], it))) return [];
    const since = made.at(-1)?.occurredAt ?? stands?.madeAt;
    const accepted: Reading[] = stands === undefined || since === undefined ? [] : [{ ...readingOf('pledge', [], { units: stands.units }, 'pledge'), at: since, facts: made.map(({ seq }) => seq), sources: [...new Set(made.flatMap(({ sources }) => sources))] }];
    return [{ contradiction: `amounts:${pledge}:${item}`, kind: 'amounts', pledge, item, subject: null, differs: ['units'], readings: [...accepted, ...readings], says: phrase('contradiction.amounts', { pledge, item: itemNamed(item, now.known), amounts: figuresOf([...accepted, ...readings]) }) }];
  });
}

/** One announcement that names two totals of one pledge. */
export function twoTotals(evidence: Evidence): Found[] {
  return totalsIn(evidence).flatMap(({ pledge, item, told }) => {
    const origins: Said[][] = [];
    for (const it of told) {
      const origin = origins.find(([first]) => first !== undefined && haveOneOrigin(first, it));
      if (origin === undefined) origins.push([it]);
      else origin.push(it);
    }
    return origins.flatMap((group): Found[] => {
      const [first] = group;
      const readings = byUnits(group);
      if (first === undefined || readings.length < 2) return [];
      return [{ contradiction: `two-totals:${first.claim.claim}`, kind: 'two-totals', pledge, item, subject: first.claim.claim, differs: ['units'], readings, says: phrase('contradiction.two-totals', { author: first.claim.author, item: itemNamed(item, evidence.now.known), amounts: figuresOf(readings) }) }];
    });
  });
}
