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
import { needAt } from '../need/asked.ts';
import type { AreaNeed } from '../need/shape.ts';
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
export function answerOf(now: Situation, promises: readonly PromiseInPicture[], flights: readonly Flight[], known: Known): Answer | null {
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
    neediest: neediestOf(now, item, scope, known),
    next: next === undefined ? null : { consignment: next.consignment, arrives: next.expectedArrival, units: { value: next.load.reduce((sum, it) => sum + (it.item === item ? it.units : 0), 0), facts: next.facts } },
  };
}

interface Known {
  readonly evidence: EvidenceIndex;
  /** Of the need report. */
  readonly rows: readonly AreaNeed[];
}

function neediestOf(now: Situation, item: PartitionRow['item'], scope: string, { evidence, rows }: Known): Answer['neediest'] {
  const asking = [...now.known.recipients.values()].filter(({ area }) => liesIn(area, scope as AreaCode));
  const found = [...Map.groupBy(asking, ({ area }) => area.slice(0, 2))].flatMap(([area, recipients]): Omit<NonNullable<Answer['neediest']>, 'sources'>[] => {
    const asked = askedBy(now, recipients.map(({ recipient }) => recipient), item, evidence);
    const counted = rows.find((row) => row.area === area && row.item === item && row.recipient === null && row.basis === 'census');
    if (counted !== undefined && counted.perDay !== null && counted.censusAt !== null) return [{ area, basis: 'census', perDay: { value: counted.perDay.central, facts: counted.facts }, sum: counted.uses.filter((it) => it.people * it.perPerson > 0).map(({ people, perPerson }) => ({ people, perPerson })), asked: asked?.perDay ?? null, reportedAt: counted.censusAt }];
    return asked === null ? [] : [{ area, basis: 'asked', perDay: asked.perDay, sum: [], asked: asked.perDay, reportedAt: asked.reportedAt }];
  });
  const most = found.filter(({ perDay }) => perDay.value > 0).toSorted((a, b) => b.perDay.value - a.perDay.value)[0];
  if (most === undefined) return null;
  const seqs = new Set(most.perDay.facts);
  return { ...most, sources: [...new Set(now.facts.flatMap((fact) => (seqs.has(fact.seq) ? fact.sources : [])))] };
}

/** What these recipients ask for a day, together; null: nobody asks. */
function askedBy(now: Situation, recipients: readonly string[], item: string, evidence: EvidenceIndex): { readonly perDay: Figure; readonly reportedAt: NonNullable<Answer['neediest']>['reportedAt'] } | null {
  const needs = recipients.flatMap((recipient) => needAt(now, recipient, item) ?? []);
  const latest = needs.map((need) => need.reportedAt).toSorted().at(-1);
  const value = Math.round(needs.reduce((sum, need) => sum + need.perDay, 0));
  return latest === undefined ? null : { perDay: { value, facts: recipients.flatMap((recipient) => evidence.ofNeed(recipient, item)) }, reportedAt: latest };
}
