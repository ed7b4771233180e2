// A paper's number: its kind, the hub, the year, and the place in line of what it is about. The line is that of the journal: the
// first fact of a consignment, dispatch, tally, loss or recall gives its place, whatever was recorded late, corrected or asked for.
// So a number never changes, and two papers of a kind never share one.

import { isKind, type Fact, type FactKind } from '../../domain/facts.ts';
import type { Operation } from '../../domain/operation.ts';
import { localDateIn, type Instant } from '../../domain/time.ts';
import { PREFIX, type PaperKind } from './kinds.ts';

type Line = 'consignment' | 'shipment' | 'dispatch' | 'tally' | 'loss' | 'recall';

const LINE: Readonly<Record<PaperKind, Line>> = {
  'packing-list': 'shipment',
  'cargo-manifest': 'consignment',
  'gift-certificate': 'shipment',
  'proforma-invoice': 'shipment',
  'air-waybill': 'shipment',
  'relief-declaration': 'consignment',
  'goods-received-note': 'tally',
  'release-order': 'dispatch',
  waybill: 'dispatch',
  cmr: 'shipment',
  cim: 'shipment',
  'loss-report': 'loss',
  'recall-notice': 'recall',
};

const LOSS_KINDS = ['goods.short', 'goods.damaged', 'goods.lost', 'goods.seized', 'goods.recalled', 'goods.destroyed', 'dispatch.refused'] as const satisfies readonly FactKind[];
export type LossFact = Extract<Fact, { kind: (typeof LOSS_KINDS)[number] }>;
export const isLoss = (fact: Fact): fact is LossFact => LOSS_KINDS.some((kind) => kind === fact.kind);

type Places = ReadonlyMap<string, { readonly place: number; readonly at: Instant }>;

export interface Numbers {
  of(kind: PaperKind, subject: string): string;
}

/** O(facts), once for a journal; its end may grow, what stands keeps its number. */
export function numbersOf(journal: readonly Fact[], { hub, zone }: Operation): Numbers {
  const hubPlace = journal.findLast((fact) => isKind(fact, 'place.registered') && fact.body.place === hub);
  const code = (hubPlace !== undefined && isKind(hubPlace, 'place.registered') ? hubPlace.body.iata : undefined) ?? hub;
  const lines = linesOf(journal);
  return {
    of: (kind, subject) => {
      // One recall has a notice for each holder: R1:IT-LOM.
      const [thing = '', ...holder] = kind === 'recall-notice' ? subject.split(':') : [subject];
      const found = lines[LINE[kind]].get(thing);
      const year = found === undefined ? '0000' : localDateIn(found.at, zone).slice(0, 4);
      return [PREFIX[kind], code, year, String(found?.place ?? 0).padStart(4, '0'), ...holder].join('-');
    },
  };
}

function linesOf(journal: readonly Fact[]): Record<Line, Places> {
  const lines: Record<Line, Map<string, { place: number; at: Instant }>> = { consignment: new Map(), shipment: new Map(), dispatch: new Map(), tally: new Map(), loss: new Map(), recall: new Map() };
  const join = (line: Line, subject: string, at: Instant): void => {
    if (!lines[line].has(subject)) lines[line].set(subject, { place: lines[line].size + 1, at });
  };
  const consignmentOf = new Map<string, string>();
  for (const fact of journal) {
    if (isKind(fact, 'consignment.announced')) {
      join('consignment', fact.body.consignment, fact.occurredAt);
      join('shipment', fact.body.consignment, fact.occurredAt);
    } else if (isKind(fact, 'dispatch.released')) {
      join('dispatch', fact.body.dispatch, fact.occurredAt);
      join('shipment', fact.body.dispatch, fact.occurredAt);
    } else if (isKind(fact, 'lot.announced')) consignmentOf.set(fact.body.lot, fact.body.consignment);
    else if (isKind(fact, 'lot.offloaded')) consignmentOf.set(fact.body.as, fact.body.onto);
    else if (isKind(fact, 'goods.tallied')) join('tally', consignmentOf.get(fact.body.lot) ?? '', fact.occurredAt);
    else if (isKind(fact, 'lot.recalled')) join('recall', fact.body.recall, fact.occurredAt);
    else if (isLoss(fact)) join('loss', String(fact.seq), fact.occurredAt);
  }
  return lines;
}
