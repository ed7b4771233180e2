// Answers cut down to what is a viewer's own: rows, facts, plans and pictures without what belongs to others. Sums over all are
// left out where they would tell the others' share. What is left is as the use case made it.

import type { Fact } from '../../domain/facts.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import type { AuditReport } from '../custody/audit.ts';
import type { DispatchBoard } from '../onward/board.ts';
import type { Picture } from '../picture/shape.ts';
import type { StatusReport } from '../promise/status.ts';
import type { Own } from './own.ts';

/** Facts that everybody in an operation may read: they name no donor's, carrier's or receiver's affairs. */
const COMMON: ReadonlySet<string> = new Set<Fact['kind']>(['operation.opened', 'source.recorded', 'item.registered', 'place.registered', 'rule.set', 'communique.published', 'claim.recorded', 'position.taken', 'count.reported', 'census.reported', 'counts.published', 'need.parameter-set']);

/** A correction is as readable as what it corrects; `byId` finds that. */
export function ownFacts(own: Own, facts: readonly Fact[], byId: (id: string) => Fact | undefined): Fact[] {
  const isOwn = (fact: Fact): boolean => {
    if (fact.kind !== 'correction.made') return COMMON.has(fact.kind) || isOwnFact(own, fact);
    const corrected = byId(fact.body.corrects);
    return corrected !== undefined && isOwn(corrected);
  };
  return facts.filter(isOwn);
}

interface Names {
  readonly donor?: string;
  readonly pledge?: string;
  readonly lot?: string;
  readonly consignment?: string;
  readonly dispatch?: string;
  readonly recipient?: string;
  readonly departure?: string;
  readonly carrier?: string;
  readonly charter?: string;
}

/** The narrowest name that a fact bears decides: a lot on a shared flight is its donor's, not everybody's on that flight. */
function isOwnFact(own: Own, fact: Fact): boolean {
  const { pledge, lot, consignment, dispatch, recipient, departure, carrier, charter } = fact.body as Names;
  if (fact.kind.startsWith('plan.') || fact.kind === 'recall.notified') return false;
  if (fact.kind === 'lot.recalled') return fact.body.lots.some((it) => own.lots.has(it));
  if (fact.kind === 'waybill.issued') return own.consignments.has(fact.body.consignment) && (own.role === 'carrier' || (fact.body.lots ?? []).some((it) => own.lots.has(it)));
  if (own.role === 'carrier') return isCarriers(own, { ...(consignment !== undefined && { consignment }), ...(dispatch !== undefined && { dispatch }), ...(departure !== undefined && { departure }), ...(carrier !== undefined && { carrier }), ...(charter !== undefined && { charter }) });
  if (recipient !== undefined && own.role === 'consignee') return own.recipients.has(recipient);
  if (pledge !== undefined) return own.pledges.has(pledge);
  if (lot !== undefined) return own.lots.has(lot);
  if (dispatch !== undefined) return own.dispatches.has(dispatch);
  return consignment !== undefined && own.consignments.has(consignment);
}

function isCarriers(own: Own, { consignment, dispatch, departure, carrier, charter }: Names): boolean {
  if (consignment !== undefined) return own.consignments.has(consignment);
  if (dispatch !== undefined) return own.dispatches.has(dispatch);
  if (carrier !== undefined) return own.subjects.has(carrier);
  return own.isOwnRun(departure ?? charter ?? '');
}

export const ownStatus = (own: Own, report: StatusReport): StatusReport => ({
  ...report,
  promises: report.promises.filter(({ pledge }) => own.pledges.has(pledge)),
  claims: report.claims.filter(({ pledge }) => pledge !== null && own.pledges.has(pledge)),
  contradictions: report.contradictions.filter(({ pledge }) => pledge !== null && own.pledges.has(pledge)),
  discrepancies: report.discrepancies.filter(({ lot }) => own.lots.has(lot)),
  notes: [],
});

/** Whether all agrees is everybody's to know; where it does not is said of one's own only. */
export const ownAudit = (own: Own, report: AuditReport): AuditReport => ({ ...report, rows: report.rows.filter(({ pledge }) => own.pledges.has(pledge)), problems: report.ok ? [] : ['the replay found differences; the auditor of the operation knows which'] });

function isOwnLine(own: Own, { lot, recipient, route }: { readonly lot: string; readonly recipient: string; readonly route: readonly string[] }): boolean {
  if (own.role === 'carrier') return route.some(own.isOwnRun);
  return own.role === 'consignee' ? own.recipients.has(recipient) : own.lots.has(lot);
}

const ASK_WHY = 'The planner of the operation can say why.';

/** A reason weighs a line against the others, and notes name them: both are for those who may ask why. Named one by one, so that
 *  what is added to a plan is not told by oversight. */
export function ownPlan(own: Own, { plan, policy, asOf, seed, objective, bound, gap, relativeGap, modelObjective, coverage, hours, cost, co2Kg, check, ...rest }: PlanProposed): PlanProposed {
  return ({
	plan,
	policy,
	asOf,
	seed,
	objective,
	bound,
	gap,
	relativeGap,
	modelObjective,
	coverage,
	hours,
	cost,
	co2Kg,
	check,
	lines: rest.lines.filter((line) => isOwnLine(own, line)).map(({ line, lot, item, recipient, cartons, units, route, departs, arrives, frozen }) => ({
		line,
		lot,
		item,
		recipient,
		cartons,
		units,
		route,
		departs,
		arrives,
		frozen,
		why: ASK_WHY
	})),
	unserved: rest.unserved.filter(({ recipient }) => own.role === 'consignee' && own.recipients.has(recipient)).map(({ recipient, item, units }) => ({
		recipient,
		item,
		units,
		why: ASK_WHY
	})),
	charters: rest.charters.filter(({ charter }) => own.isOwnRun(charter)),
	notes: []
});
}

/** A load list without the others' lines says nothing of how full the vehicle is. */
export const ownDispatches = (own: Own, board: DispatchBoard): DispatchBoard => ({
  ...board,
  orders: board.orders.filter(({ dispatch }) => own.dispatches.has(dispatch)).map((order) => ({ ...order, proofs: order.proofs.filter(({ consignment }) => consignment === null || own.consignments.has(consignment)) })),
  // What else lies in stock or is announced is not theirs to know.
  losses: board.losses.filter(({ dispatch, lot }) => (dispatch === null ? own.role === 'donor' && own.lots.has(lot) : own.dispatches.has(dispatch))).map((loss) => ({ ...loss, could: { stock: [], ways: [], announced: [] } })),
  departures: own.role === 'carrier' ? board.departures.filter(({ run }) => own.isOwnRun(run)) : [],
});

export function ownPicture(own: Own, picture: Picture): Picture {
  const promises = picture.promises.filter(({ pledge }) => own.pledges.has(pledge));
  const flights = picture.flights.filter(({ consignment }) => own.consignments.has(consignment)).map((flight) => (own.role === 'carrier' ? flight : { ...flight, load: loadOf(own, flight.consignment) ?? flight.load }));
  const recipients = own.role === 'consignee' ? picture.recipients.filter(({ recipient }) => own.recipients.has(recipient)) : picture.recipients.filter(({ recipient }) => own.recipients.has(recipient)).map((it) => ({ ...it, holdings: [] }));
  return {
    ...picture,
    answer: picture.answer !== null && own.pledges.has(picture.answer.pledge) ? { ...picture.answer, next: null, neediest: null } : null,
    promises,
    flights,
    recipients,
    dispatches: picture.dispatches.filter(({ dispatch }) => own.dispatches.has(dispatch)),
    // Whoever files a request does not judge it. What lies in the hub is everybody's together.
    stock: [],
    attention: picture.attention.filter((it) => it.kind !== 'request' && (own.pledges.has(it.subject) || own.lots.has(it.subject) || own.consignments.has(it.subject) || (own.role === 'consignee' && it.recipient !== null && own.recipients.has(it.recipient)))),
    ways: own.role === 'carrier' ? picture.ways.filter(({ way }) => isOwnWay(own, way)) : [],
    plan: null,
  };
}

/** The viewer's own lots of a shared flight, item by item; null: the register has no such flight. */
function loadOf(own: Own, consignment: string): Picture['flights'][number]['load'] | null {
  const found = [...own.known.consignments.values()].find((it) => it.announced.consignment === consignment);
  if (found === undefined) return null;
  const byItem = new Map<string, { item: string; units: number; cartons: number }>();
  for (const { lot, item, units, unitsPerCarton } of found.lots) {
    if (!own.lots.has(lot)) continue;
    const perCarton = unitsPerCarton ?? own.known.items.get(item)?.unitsPerCarton ?? 1;
    const row = byItem.get(item) ?? { item, units: 0, cartons: 0 };
    byItem.set(item, { item, units: row.units + units, cartons: row.cartons + Math.ceil(units / perCarton) });
  }
  return [...byItem.values()];
}

const isOwnWay = (own: Own, way: string): boolean => {
  const service = [...own.known.services.values()].find((it) => it.service === way);
  return service === undefined ? own.isOwnRun(way) : own.subjects.has(service.carrier);
};
