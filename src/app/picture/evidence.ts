// Which facts a figure comes out of: the way from a number on the screen back into the journal. It answers sequence numbers,
// never the facts themselves.

import type { Fact, FactKind } from '../../domain/facts.ts';
import type { Situation } from '../plan/situation.ts';

/** The kinds of fact that bring units into each state of custody. */
const KINDS = {
  promised: ['pledge.made', 'pledge.amended', 'pledge.withdrawn'],
  consigned: ['lot.announced', 'consignment.handed-over'],
  inTheAir: ['consignment.departed'],
  landed: ['consignment.arrived', 'goods.tallied'],
  atHub: ['consignment.arrived', 'goods.tallied', 'customs.held', 'customs.cleared', 'goods.quarantined', 'goods.released', 'goods.returned'],
  surplus: ['goods.surplus', 'goods.tallied'],
  allocated: ['dispatch.released', 'dispatch.loaded'],
  onward: ['dispatch.departed', 'dispatch.arrived', 'consignment.arrived'],
  delivered: ['dispatch.delivered', 'dispatch.accepted'],
  lost: ['goods.short', 'goods.damaged', 'goods.lost', 'goods.seized', 'goods.recalled', 'goods.destroyed', 'dispatch.refused'],
} as const satisfies Record<string, readonly FactKind[]>;
export type Stage = keyof typeof KINDS;

export interface EvidenceIndex {
  /** Facts of these kinds that speak of any of these lots, in the order in which they took effect. */
  ofLots(stage: Stage, lots: ReadonlySet<string>): number[];
  ofPledge(pledge: string, item: string): number[];
  ofNeed(recipient: string, item: string): number[];
  ofStock(recipient: string, item: string): number[];
  ofConsignment(consignment: string): number[];
  ofDispatch(dispatch: string): number[];
}

interface Named {
  readonly lot?: string;
  readonly consignment?: string;
  readonly dispatch?: string;
}

export function evidenceOf({ facts, known, ledger }: Situation): EvidenceIndex {
  const byKind = Map.groupBy(facts, (fact) => fact.kind);
  const of = (kinds: readonly FactKind[], holds: (fact: Fact) => boolean): number[] => kinds.flatMap((kind) => (byKind.get(kind) ?? []).filter(holds)).map((fact) => fact.seq);
  const lotsOf = (fact: Fact): readonly string[] => {
    const { lot, consignment, dispatch } = fact.body as Named;
    if (lot !== undefined) return [lot];
    if (consignment !== undefined) return known.consignments.get(consignment as never)?.lots.map((it) => it.lot) ?? [];
    return dispatch === undefined ? [] : [...(ledger.dispatches.get(dispatch)?.lots ?? [])];
  };
  const about = (name: keyof Named, value: string) => (fact: Fact): boolean => (fact.body as Named)[name] === value;
  const speaksOf = (recipient: string, item: string) => (fact: Fact): boolean => {
    const body = fact.body as { readonly recipient?: string; readonly item?: string };
    return body.recipient === recipient && body.item === item;
  };
  const all = [...byKind.keys()];
  return {
    ofLots: (stage, lots) => of(KINDS[stage], (fact) => lotsOf(fact).some((lot) => lots.has(lot))),
    ofPledge: (pledge, item) => of(KINDS.promised, ({ body }) => (body as { pledge?: string }).pledge === pledge && (body as { item?: string }).item === item),
    ofNeed: (recipient, item) => of(['need.reported', 'request.accepted'], (fact) => (fact.kind === 'request.accepted' ? fact.body.recipient === recipient && fact.body.lines.some((line) => line.item === item) : speaksOf(recipient, item)(fact))),
    ofStock: (recipient, item) => of(['stock.reported'], speaksOf(recipient, item)).slice(-1),
    ofConsignment: (consignment) => of(all.filter((kind) => kind.startsWith('consignment.')), about('consignment', consignment)),
    ofDispatch: (dispatch) => of(all.filter((kind) => kind.startsWith('dispatch.')), about('dispatch', dispatch)),
  };
}
