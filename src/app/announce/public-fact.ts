// What anybody may read of a fact: the kinds that are public, and of each only the fields named here. A kind that is not named is
// not public; a field that is added to a kind stays inside until it is named too. Who signed is never told.

import type { BodyOf, Fact, FactKind } from '../../domain/facts.ts';

type Shown = { readonly [K in FactKind]?: readonly (keyof BodyOf<K> & string)[] };

const SHOWN: Shown = {
  'operation.opened': ['operation'],
  'source.recorded': ['id', 'title', 'publisher', 'link', 'published', 'licence'],
  'item.registered': ['item', 'name', 'unitsPerCarton'],
  'recipient.registered': ['recipient', 'name', 'area', 'place'],
  'claim.recorded': ['claim', 'author', 'channel', 'language', 'link', 'summary', 'item', 'units', 'scope', 'pledge', 'stance'],
  'pledge.made': ['pledge', 'donor', 'item', 'units', 'scope', 'due', 'viaHub'],
  'pledge.amended': ['pledge', 'item', 'units', 'due', 'reason'],
  'pledge.withdrawn': ['pledge', 'item', 'reason'],
  'earmark.set': ['earmark', 'pledge', 'item', 'units', 'areas', 'recipients'],
  'consignment.announced': ['consignment', 'mode', 'carrier', 'run', 'aircraft', 'from', 'to', 'plannedDeparture', 'plannedArrival'],
  'consignment.handed-over': ['consignment', 'lot', 'units', 'place'],
  'consignment.departed': ['consignment', 'lot', 'units', 'place'],
  'consignment.arrived': ['consignment', 'lot', 'units', 'place'],
  'consignment.estimated': ['consignment', 'departure', 'arrival'],
  'lot.announced': ['lot', 'consignment', 'pledge', 'earmark', 'item', 'units', 'unitsPerCarton'],
  'lot.offloaded': ['lot', 'units', 'onto', 'as'],
  'goods.tallied': ['lot', 'place', 'units', 'partial'],
  'goods.surplus': ['lot', 'place', 'units'],
  'customs.held': ['lot', 'place', 'units'],
  'customs.cleared': ['lot', 'place', 'units'],
  'goods.quarantined': ['lot', 'place', 'units'],
  'goods.released': ['lot', 'place', 'units'],
  'lot.recalled': ['recall', 'lots'],
  'recall.lifted': ['recall'],
  'count.reported': ['area', 'cases', 'deaths'],
  'census.reported': ['area', 'recipient', 'wards', 'intensiveCare', 'isolation', 'healthWorkers', 'screenedPerDay'],
  'counts.published': ['series', 'date', 'areas'],
  'need.parameter-set': ['parameter', 'item', 'area', 'value', 'source'],
  'need.reported': ['recipient', 'item', 'units', 'from', 'until', 'severity'],
  'request.accepted': ['recipient', 'lines'],
  'plan.proposed': ['plan', 'policy', 'asOf'],
  'dispatch.released': ['dispatch', 'place', 'recipient', 'lot', 'units'],
  'release.refused': ['dispatch'],
  'dispatch.departed': ['dispatch', 'lot', 'units', 'place'],
  'dispatch.arrived': ['dispatch', 'lot', 'units', 'place'],
  'dispatch.delivered': ['dispatch', 'consignment', 'lot', 'recipient', 'units', 'partial'],
  'dispatch.accepted': ['dispatch', 'consignment', 'lot', 'recipient', 'units'],
  'dispatch.refused': ['dispatch', 'consignment', 'lot', 'recipient', 'units'],
  'goods.short': ['lot', 'units', 'consignment', 'place', 'dispatch', 'recipient'],
  'goods.damaged': ['lot', 'units', 'consignment', 'place', 'dispatch', 'recipient'],
  'goods.lost': ['lot', 'units', 'consignment', 'place', 'dispatch', 'recipient'],
  'goods.seized': ['lot', 'units', 'consignment', 'place', 'dispatch', 'recipient'],
  'goods.recalled': ['lot', 'units', 'consignment', 'place', 'dispatch', 'recipient'],
  'goods.destroyed': ['lot', 'units', 'consignment', 'place', 'dispatch', 'recipient'],
  'goods.returned': ['lot', 'units', 'place', 'dispatch', 'recipient', 'lossOf'],
  'communique.published': ['communique', 'language', 'form', 'asOf', 'text', 'link', 'basis', 'corrects'],
};

export const isPublicFact = ({ kind }: Pick<Fact, 'kind'>): boolean => SHOWN[kind] !== undefined;

/** The public fields of a body of that kind, in a fixed order; null: nobody outside may read this kind. */
export function publicBody(kind: FactKind, body: unknown): Readonly<Record<string, unknown>> | null {
  const fields: readonly string[] | undefined = SHOWN[kind];
  if (fields === undefined) return null;
  const given = body as Readonly<Record<string, unknown>>;
  return Object.fromEntries(fields.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])));
}
