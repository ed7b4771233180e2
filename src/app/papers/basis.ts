// What a paper is made of: the facts that speak of its subject, and of the things that it names. Their last gives the hour of the
// paper and its place in the journal, so that facts about anything else change nothing on it.

import { isKind, type Fact, type FactKind } from '../../domain/facts.ts';
import { invariant } from '../../domain/result.ts';
import { latest, type Instant } from '../../domain/time.ts';
import type { Position } from '../../standards/documents/paper.ts';
import type { Shipment } from '../../standards/documents/shipment.ts';
import { chainAt } from './chain.ts';

/** What the paper speaks of, by code. */
export interface About {
  readonly consignments?: readonly string[];
  readonly dispatches?: readonly string[];
  readonly lots?: readonly string[];
  readonly items?: readonly string[];
  readonly pledges?: readonly string[];
  readonly places?: readonly string[];
  readonly recipients?: readonly string[];
  readonly recalls?: readonly string[];
  readonly runs?: readonly string[];
  readonly units?: readonly string[];
  /** Single facts, by sequence number. */
  readonly facts?: readonly number[];
}

type Word = Exclude<keyof About, 'facts'>;

/** The fields of a fact's body that name a thing. */
const NAMES: Readonly<Record<string, Word>> = {
  consignment: 'consignments', onto: 'consignments', dispatch: 'dispatches', lot: 'lots', as: 'lots', item: 'items', pledge: 'pledges', place: 'places', recipient: 'recipients', recall: 'recalls', departure: 'runs', charter: 'runs', unit: 'units', into: 'units',
};

/** Kind → the fields by which it counts: a tally names a lot and a place, and counts by its lot. */
const COUNTS_BY: Partial<Record<FactKind, readonly string[]>> = {
  'item.registered': ['item'],
  'place.registered': ['place'],
  'recipient.registered': ['recipient'],
  'departure.scheduled': ['departure'],
  'charter.offered': ['charter'],
  'pledge.made': ['pledge'],
  'earmark.set': ['pledge'],
  'consignment.announced': ['consignment'],
  'lot.announced': ['lot'],
  'lot.offloaded': ['lot', 'as'],
  'waybill.issued': ['consignment'],
  'consignment.departed': ['consignment'],
  'consignment.arrived': ['consignment'],
  'goods.tallied': ['lot'],
  'goods.surplus': ['lot'],
  'goods.damaged': ['lot'],
  'goods.short': ['lot'],
  'goods.lost': ['lot'],
  'customs.held': ['lot'],
  'customs.cleared': ['lot'],
  'goods.quarantined': ['lot'],
  'goods.released': ['lot'],
  'discrepancy.resolved': ['lot'],
  'dispatch.released': ['dispatch'],
  'release.verified': ['dispatch'],
  'release.accepted': ['dispatch'],
  'release.refused': ['dispatch'],
  'dispatch.loaded': ['dispatch'],
  'dispatch.departed': ['dispatch'],
  'dispatch.delivered': ['dispatch', 'consignment'],
  'goods.seized': ['lot'],
  'goods.recalled': ['lot'],
  'goods.destroyed': ['lot'],
  'goods.returned': ['lot'],
  'dispatch.accepted': ['lot'],
  'dispatch.refused': ['lot'],
  'handling-unit.built': ['unit'],
  'handling-unit.packed': ['into'],
  'handling-unit.broken-down': ['unit'],
  'handling-unit.moved': ['unit'],
  'lot.recalled': ['recall'],
  'recall.lifted': ['recall'],
};

/** Things that every paper names. */
const MASTER = ['item.registered', 'place.registered', 'recipient.registered', 'departure.scheduled', 'charter.offered', 'pledge.made', 'earmark.set'] as const;
const SHIPPED = ['consignment.announced', 'lot.announced', 'lot.offloaded', 'waybill.issued', 'consignment.departed', 'consignment.arrived', 'dispatch.released', 'dispatch.departed', 'dispatch.delivered', 'handling-unit.built', 'handling-unit.packed', 'handling-unit.moved'] as const;
const COUNTED = ['goods.tallied', 'goods.surplus', 'goods.damaged', 'goods.short', 'goods.lost', 'goods.seized', 'goods.recalled', 'goods.destroyed', 'goods.returned', 'customs.held', 'customs.cleared', 'goods.quarantined', 'goods.released', 'lot.recalled', 'discrepancy.resolved'] as const;
const ORDERED = ['release.verified', 'release.accepted', 'release.refused', 'dispatch.loaded'] as const;
/** Kinds of fact that a family of papers is made of. */
export const MADE_OF = {
  shipped: [...MASTER, ...SHIPPED],
  counted: [...MASTER, ...SHIPPED, ...COUNTED],
  ordered: [...MASTER, ...SHIPPED, ...ORDERED],
  recalled: [...MASTER, ...SHIPPED, ...COUNTED, ...ORDERED, 'recall.lifted', 'dispatch.accepted', 'dispatch.refused', 'handling-unit.broken-down'],
  lost: [...MASTER, 'lot.announced', ...COUNTED, 'dispatch.refused'],
} as const satisfies Record<string, readonly FactKind[]>;

export const aboutShipment = ({ kind, id, lines, stayed, legs, from, to, consignee }: Shipment): About => ({
  ...(kind === 'consignment' ? { consignments: [id] } : { dispatches: [id] }),
  lots: [...lines, ...stayed].map(({ lot }) => lot),
  items: lines.map(({ item }) => item),
  pledges: lines.map(({ pledge }) => pledge),
  places: [from.place, to.place, ...legs.flatMap((leg) => [leg.from.place, leg.to.place])],
  runs: legs.map(({ run }) => run),
  recipients: consignee.recipient === undefined ? [] : [consignee.recipient],
});

export interface Basis {
  readonly issuedAt: Instant;
  readonly position: Position;
}

/** `journal` holds every fact; `held` those that hold at the instant, corrected. */
export function basisOf(journal: readonly Fact[], held: readonly Fact[], about: About, kinds: readonly FactKind[]): Basis {
  const speaks = speaksOf(about, new Set(kinds));
  const own = held.filter(speaks);
  const ids = new Set(own.map(({ id }) => id));
  const corrections = journal.filter((fact) => isKind(fact, 'correction.made') && ids.has(fact.body.corrects));
  const [first, ...rest] = own;
  invariant(first !== undefined, 'a paper is made of facts');
  const seq = Math.max(...own.map((fact) => fact.seq), ...corrections.map((fact) => fact.seq));
  return {
    issuedAt: [...rest, ...corrections].reduce((last, { recordedAt }) => latest(last, recordedAt), first.recordedAt),
    position: { asOf: rest.reduce((last, { occurredAt }) => latest(last, occurredAt), first.occurredAt), seq, hash: chainAt(journal, seq) },
  };
}

function speaksOf(about: About, kinds: ReadonlySet<FactKind>): (fact: Fact) => boolean {
  const words = new Map(Object.values(NAMES).map((word) => [word, new Set<string>(about[word])]));
  const singles = new Set(about.facts);
  const names = (body: Readonly<Record<string, unknown>>, field: string): boolean => {
    const value = body[field];
    const word = NAMES[field];
    return typeof value === 'string' && word !== undefined && (words.get(word)?.has(value) ?? false);
  };
  return (fact) => {
    if (singles.has(fact.seq)) return true;
    if (!kinds.has(fact.kind)) return false;
    if (isKind(fact, 'handling-unit.built') && (names(fact.body.at, 'consignment') || names(fact.body.at, 'dispatch'))) return true;
    if (isKind(fact, 'handling-unit.moved') && names(fact.body.to, 'dispatch')) return true;
    if (isKind(fact, 'lot.recalled') && fact.body.lots.some((lot) => words.get('lots')?.has(lot))) return true;
    const body = fact.body as Readonly<Record<string, unknown>>;
    return (COUNTS_BY[fact.kind] ?? []).some((field) => names(body, field));
  };
}
