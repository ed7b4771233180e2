// The promises of the picture: the ledger's rows with the facts behind each figure, the verdict where a plan is at hand, and
// the answer that stands in the first line.

import { liesIn } from '../../domain/areas.ts';
import type { AreaCode } from '../../domain/ids.ts';
import { pledgeKey } from '../../domain/register.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import { partition, type PartitionRow } from '../../ledger/partition.ts';
import type { Situation } from '../plan/situation.ts';
import { verdictOf } from '../promise/verdict.ts';
import type { EvidenceIndex, Stage } from './evidence.ts';
import { needAt } from './recipients.ts';
import type { Answer, Figure, Flight, PromiseInPicture } from './shape.ts';

export function promisesOf(now: Situation, evidence: EvidenceIndex, plan: PlanProposed | null): PromiseInPicture[] {
  return partition(now.ledger).map((row) => {
    const pledge = now.known.pledges.get(pledgeKey(row.pledge, row.item));
    const own = now.piles.filter((pile) => pile.pledge === row.pledge && pile.item === row.item);
    const allocated = own.reduce((sum, { state, units }) => sum + (state === 'allocated' ? units : 0), 0);
    const lots = new Set([...now.known.lots.values()].filter((lot) => lot.pledge === row.pledge && lot.item === row.item).map((lot): string => lot.lot));
    const made = evidence.ofPledge(row.pledge, row.item);
    const from = (stage: Stage, value: number): Figure => ({ value, facts: value === 0 ? [] : evidence.ofLots(stage, lots) });
    const { verdict, expectedBy, why, because } = plan === null ? { verdict: null, expectedBy: null, why: null, because: [] } : verdictOf(now, row, plan);
    return {
      pledge: row.pledge,
      donor: pledge?.donor ?? '',
      item: row.item,
      scope: pledge?.scope ?? '',
      viaHub: pledge?.viaHub ?? true,
      due: pledge?.due ?? null,
      promised: { value: row.promised, facts: made },
      surplus: from('surplus', row.surplus),
      outstanding: { value: row.outstanding, facts: made },
      consigned: from('consigned', row.consigned),
      inTheAir: from('inTheAir', row.inTheAir),
      atHub: from('atHub', row.atHub - allocated),
      allocated: from('allocated', allocated),
      onward: from('onward', row.onward),
      delivered: from('delivered', row.delivered),
      lost: from('lost', row.lost),
      everLanded: from('landed', row.everLanded),
      verdict,
      expectedBy,
      why,
      because,
    };
  });
}

/** The largest promise that passes the hub, and the country that asks for most of its item. */
export function answerOf(now: Situation, promises: readonly PromiseInPicture[], flights: readonly Flight[], evidence: EvidenceIndex): Answer | null {
  const main = promises.filter(({ viaHub }) => viaHub).toSorted((a, b) => b.promised.value - a.promised.value)[0];
  if (main === undefined) return null;
  const coming = flights.filter(({ viaHub, arrivedAt, load }) => viaHub && arrivedAt === null && load.some(({ item }) => item === main.item));
  const next = coming.toSorted((a, b) => (a.expectedArrival < b.expectedArrival ? -1 : 1))[0];
  const { item, scope, pledge, promised, everLanded: landed, delivered, onward } = main;
  return {
    item,
    scope,
    pledge,
    landed,
    promised,
    delivered,
    onward,
    neediest: neediestOf(now, item, scope, evidence),
    next: next === undefined ? null : { consignment: next.consignment, arrives: next.expectedArrival, units: { value: next.load.reduce((sum, it) => sum + (it.item === item ? it.units : 0), 0), facts: next.facts } },
  };
}

function neediestOf(now: Situation, item: PartitionRow['item'], scope: string, evidence: EvidenceIndex): Answer['neediest'] {
  const asking = [...now.known.recipients.values()].filter(({ area }) => liesIn(area, scope as AreaCode));
  const countries = Map.groupBy(asking, ({ area }) => area.slice(0, 2));
  let most: Answer['neediest'] = null;
  for (const [area, recipients] of countries) {
    const needs = recipients.flatMap(({ recipient }) => needAt(now, recipient, item) ?? []);
    const perDay = needs.reduce((sum, need) => sum + need.perDay, 0);
    if (perDay <= (most?.perDay.value ?? 0)) continue;
    const facts = recipients.flatMap(({ recipient }) => evidence.ofNeed(recipient, item));
    const latest = needs.map((need) => need.reportedAt).toSorted().at(-1);
    if (latest === undefined) continue;
    const seqs = new Set(facts);
    const sources = new Set(now.facts.flatMap((fact) => (seqs.has(fact.seq) ? fact.sources : [])));
    most = { area, perDay: { value: Math.round(perDay), facts }, reportedAt: latest, sources: [...sources] };
  }
  return most;
}
