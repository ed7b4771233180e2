// What of each kind of fact anybody may know, for ever: a leaf of the transparency log can never be taken back. Where units are
// is public; people are not, nor how to reach them, nor prices, nor a recipient's own stock, nor what somebody wrote in a
// sentence of their own (reasons, references, notes), save what the operation itself publishes. Commitments to people may
// stand: whoever is forgotten leaves a number that says nothing. Not here: how a leaf is written (log/leaf.ts).

import { FACT_BODIES, type BodyOf, type Fact, type FactKind } from '../facts.ts';
import type { FactId } from '../ids.ts';

/** The fields of a body that are public, in its own words; a function where that is not enough; null: nothing of it. */
type Projection<K extends FactKind> = readonly (keyof BodyOf<K>)[] | ((body: BodyOf<K>) => object) | null;

const MOVED = ['consignment', 'lot', 'units', 'place'] as const;
const STOCK = ['place', 'lot', 'units'] as const;
const ROAD = ['dispatch', 'lot', 'units', 'place'] as const;
const LOSS = ['consignment', 'place', 'dispatch', 'recipient', 'lot', 'units', 'state'] as const;
const JUDGED = ['dispatch', 'consignment', 'lot', 'recipient', 'units'] as const;

const PUBLIC: { readonly [K in Exclude<FactKind, 'correction.made'>]: Projection<K> } = {
  'operation.opened': ({ operation, settings }) => ({ operation, settings: Object.fromEntries(settings.map(({ key, value }) => [key, value])) }),
  // Titles and addresses of sources may name people.
  'source.recorded': ['id', 'publisher', 'published', 'licence'],
  'item.registered': ['item', 'name', 'class', 'unitsPerCarton', 'cartonsPerPallet', 'cartonGrams', 'temperature'],
  'place.registered': ['place', 'iata', 'name', 'area', 'latitude', 'longitude', 'zone', 'role'],
  'recipient.registered': ['recipient', 'name', 'area', 'place'],
  'service.registered': ['service', 'mode', 'carrier', 'from', 'to', 'days', 'departs', 'arrives', 'arrivesAfterDays'],
  'departure.scheduled': ['departure', 'service', 'departs', 'arrives'],
  'charter.offered': ['charter', 'mode', 'carrier', 'from', 'to', 'departs', 'arrives', 'count'],
  'rule.set': ['rule', 'classes', 'fromArea', 'toArea', 'validFrom', 'validUntil', 'effect', 'paper'],
  'paper.held': ['paper', 'classes', 'fromArea', 'toArea', 'validFrom', 'validUntil'],
  // Who said it, and where, is in the fact; a person may be named in all three.
  'claim.recorded': ['claim', 'language', 'item', 'units', 'scope', 'pledge', 'stance'],
  'position.taken': ['contradiction', 'reading', 'claims'],
  'pledge.made': ['pledge', 'item', 'donor', 'units', 'scope', 'due', 'viaHub'],
  'pledge.amended': ['pledge', 'item', 'units', 'due'],
  'pledge.withdrawn': ['pledge', 'item'],
  'earmark.set': ['earmark', 'pledge', 'item', 'units', 'areas', 'recipients'],
  'consignment.announced': ['consignment', 'mode', 'carrier', 'run', 'aircraft', 'from', 'to', 'plannedDeparture', 'plannedArrival'],
  'lot.announced': ['lot', 'consignment', 'pledge', 'earmark', 'item', 'units', 'batch', 'expires', 'replaces'],
  'document.filed': ['consignment', 'document', 'contacts'],
  'sender.mapping-learned': null,
  'lot.offloaded': ['lot', 'units', 'onto', 'as'],
  'waybill.issued': ['waybill', 'kind', 'master', 'consignment', 'lots', 'pieces', 'gross'],
  'consignment.estimated': ['consignment', 'departure', 'arrival'],
  // Which carton lies in which, and in which bin, is the hub's own affair and moves no unit.
  'handling-unit.built': null,
  'handling-unit.packed': null,
  'handling-unit.unpacked': null,
  'handling-unit.broken-down': null,
  'handling-unit.moved': null,
  'consignment.handed-over': MOVED,
  'consignment.departed': MOVED,
  'consignment.arrived': MOVED,
  'goods.tallied': ['place', 'lot', 'units', 'partial', 'by'],
  'customs.held': STOCK,
  'customs.cleared': STOCK,
  'goods.quarantined': STOCK,
  'goods.released': STOCK,
  'goods.surplus': STOCK,
  'lot.recalled': ['recall', 'lots'],
  'recall.notified': ['recall', 'holder'],
  'recall.lifted': ['recall'],
  'count.reported': ['area', 'cases', 'deaths'],
  'census.reported': ['area', 'recipient', 'wards', 'intensiveCare', 'isolation', 'healthWorkers', 'screenedPerDay'],
  // The name of a file may name a person; what it says of a day is public as the source published it.
  'counts.published': ['series', 'date', 'areas'],
  'counts.imported': null,
  'counts.mapping-learned': null,
  'count-feed.set': null,
  'count-feed.asked': null,
  // Where a value is from is a sentence of somebody's own.
  'need.parameter-set': ['parameter', 'item', 'area', 'value'],
  'stock.reported': null,
  'need.reported': ['recipient', 'item', 'units', 'from', 'until', 'severity'],
  // What a recipient asks for, and what is said about it, is theirs and the operation's; what becomes need moves goods.
  'need.requested': null,
  'request.asked': null,
  'request.answered': null,
  'request.accepted': ['request', 'recipient', 'lines'],
  'request.declined': null,
  'request.withdrawn': ['request', 'recipient'],
  // A plan is long, and says no more than what is dispatched by it; its figures stand, so that it cannot be exchanged for another one of the same name unseen.
  'plan.proposed': ({ plan, policy, asOf, objective, bound, coverage, lines, unserved, check }) => ({ plan, policy, asOf, objective, bound, coverage, lines: lines.length, unserved: unserved.length, checked: check.ok }),
  'plan.approved': ['plan'],
  'plan.overridden': ['plan', 'line', 'cartons'],
  'plan.frozen': ['plan', 'lines'],
  'plan.forbidden': ['departure', 'recipient', 'lot'],
  // A question, not something that happened.
  'what-if.kept': null,
  'dispatch.released': ['dispatch', 'place', 'recipient', 'lot', 'units', 'plan', 'route', 'replaces'],
  'release.verified': ['dispatch'],
  'release.accepted': ['dispatch'],
  'release.refused': ['dispatch'],
  'dispatch.loaded': ROAD,
  'dispatch.departed': ROAD,
  'dispatch.arrived': ROAD,
  'dispatch.delivered': ['dispatch', 'consignment', 'lot', 'recipient', 'units', 'partial', 'signedBy'],
  'dispatch.accepted': JUDGED,
  'dispatch.refused': JUDGED,
  'goods.short': LOSS,
  'goods.damaged': LOSS,
  'goods.lost': LOSS,
  'goods.seized': LOSS,
  'goods.recalled': LOSS,
  'goods.destroyed': LOSS,
  'goods.returned': ['place', 'dispatch', 'recipient', 'lossOf', 'lot', 'units'],
  'discrepancy.resolved': ['opened', 'lot'],
  // What is approved is not said yet.
  'communique.approved': ['communique', 'language'],
  'communique.published': ['communique', 'language', 'form', 'asOf', 'text', 'parts', 'link', 'basis', 'corrects'],
};

function projected<K extends Exclude<FactKind, 'correction.made'>>(kind: K, body: BodyOf<K>): object | null {
  const projection: Projection<K> = PUBLIC[kind];
  if (projection === null) return null;
  if (typeof projection === 'function') return projection(body);
  return Object.fromEntries(projection.flatMap((field) => (body[field] === undefined ? [] : [[field, body[field]]])));
}

/** What of a fact's body is public; null: nothing. `kindOf`: the kind of the fact that a correction names. */
export function publicBody(fact: Fact, kindOf: (id: FactId) => FactKind | undefined): object | null {
  if (fact.kind !== 'correction.made') return projected(fact.kind, fact.body);
  const { corrects, replacement } = fact.body;
  const kind = kindOf(corrects);
  if (replacement === undefined || kind === undefined || kind === 'correction.made') return { corrects };
  // It was of that kind when it was admitted; a body that no longer is says nothing.
  const body = FACT_BODIES[kind].safeParse(replacement.body);
  return { corrects, replacement: { occurredAt: replacement.occurredAt, body: body.success ? projected(kind, body.data as BodyOf<typeof kind>) : null } };
}

/** The commitment to whoever recorded a fact; null: the machine itself, a pack, or a name that says who in plain words. */
export const publicActor = ({ by }: Pick<Fact, 'by'>): string | null => /\/([0-9a-f]{64})$/.exec(by)?.[1] ?? null;
