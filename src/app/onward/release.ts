// Release orders out of an approved plan: one for each way that its lines take to a recipient, with the quantities that
// people set where they overrode it. Lines whose goods are not free at the hub yet wait, and the answer says why.

import type { NewFact } from '../../domain/facts.ts';
import { Actor, DispatchId, IdempotencyKey, PlanId, type PlaceCode, type RecipientId } from '../../domain/ids.ts';
import type { PlanLine } from '../../domain/plan/plan.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { latest, type Instant } from '../../domain/time.ts';
import { units as unitCount } from '../../domain/units.ts';
import type { Failure } from '../failure.ts';
import { journalOf, operationOf, whenOf } from '../journal.ts';
import { perCarton } from '../plan/overflow.ts';
import { situation, timesOf, type Situation } from '../plan/situation.ts';
import type { Clock, Store } from '../ports.ts';
import { record } from '../record.ts';

export interface ReleaseAsk {
  readonly plan: string;
  /** Absent: every line of the plan. */
  readonly lines?: readonly string[] | undefined;
  /** When the orders are given, as people write instants; absent: where the operation stands, or now. */
  readonly at?: string | undefined;
  readonly by: string;
}

export interface ReleaseReport {
  readonly plan: string;
  readonly orders: readonly { readonly dispatch: string; readonly recipient: string; readonly lines: readonly string[]; readonly units: number }[];
  /** Lines that were not released now. */
  readonly waiting: readonly { readonly line: string; readonly why: 'released-before' | 'struck-out' | 'not-free-yet'; readonly free: number; readonly units: number }[];
}

export async function releasePlan(store: Store, operation: string, ask: ReleaseAsk, clock: Clock): Promise<Result<ReleaseReport, Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const { id } = operationOf(journal.value);
  const when = whenOf(operationOf(journal.value), { asOf: ask.at }, clock);
  if (!when.ok) return when;
  const now = situation(journal.value, when.value);
  const lines = approvedLines(now, ask);
  if (!lines.ok) return lines;
  const { orders, waiting } = ordersFor(now, ask.plan, lines.value);
  if (orders.length > 0) {
    const recorded = await record(store, id, orders.flatMap((order) => factsOf(order, PlanId.parse(ask.plan), now.asOf, latest(clock.now(), now.asOf), Actor.parse(ask.by))));
    if (!recorded.ok) return recorded;
  }
  return ok({ plan: ask.plan, orders: orders.map(({ dispatch, recipient, lines: own }) => ({ dispatch, recipient, lines: own.map(({ line }) => line.line), units: own.reduce((sum, { units }) => sum + units, 0) })), waiting });
}

interface SetLine {
  readonly line: PlanLine;
  /** As the plan has it, or as a person set it. */
  readonly units: number;
}

function approvedLines(now: Situation, { plan, lines }: ReleaseAsk): Result<SetLine[], Failure> {
  const onRecord = now.known.plans.get(plan as PlanId);
  if (onRecord === undefined) return err({ code: 'unknown-plan', message: `there is no recorded plan ${plan}`, remedy: 'record and approve a plan first; the plan page and airbridge plan OP --record do' });
  if (onRecord.approvedAt === null) return err({ code: 'not-approved', message: `plan ${plan} has not been approved`, remedy: 'approve it on the plan page, or with airbridge approve' });
  const unknown = lines?.find((name) => !onRecord.proposed.lines.some(({ line }) => line === name));
  if (unknown !== undefined) return err({ code: 'unknown-line', message: `plan ${plan} has no line ${unknown}`, remedy: `name lines from L1 to L${onRecord.proposed.lines.length}` });
  return ok(
    onRecord.proposed.lines
      .filter(({ line }) => lines === undefined || lines.includes(line))
      .map((line) => {
        const set = onRecord.overridden.get(line.line);
        const lot = now.known.lots.get(line.lot);
        return { line, units: set === undefined || lot === undefined ? line.units : set.cartons * perCarton(now.known, lot) };
      }),
  );
}

interface Order {
  readonly dispatch: DispatchId;
  readonly recipient: RecipientId;
  readonly place: PlaceCode;
  readonly lines: readonly SetLine[];
}

function ordersFor(now: Situation, plan: string, lines: readonly SetLine[]): { orders: Order[]; waiting: ReleaseReport['waiting'] } {
  const waiting: ReleaseReport['waiting'][number][] = [];
  const free = new Map<string, number>();
  for (const { state, lot, at, units } of now.piles) if (state === 'available') free.set(`${lot}\t${at}`, units);
  const given = new Set(now.known.releases.filter(({ release }) => release.plan === plan && now.known.releaseStates.get(release.dispatch)?.state !== 'refused').map(({ release }) => `${release.lot}\t${release.recipient}\t${release.route.join(' ')}`));
  const ready: (SetLine & { readonly place: PlaceCode })[] = [];
  for (const set of lines) {
    const { line, units } = set;
    const place = startOf(now, line);
    const key = `${line.lot}\t${place}`;
    const there = free.get(key) ?? 0;
    const why = units === 0 ? 'struck-out' : given.has(`${line.lot}\t${line.recipient}\t${line.route.join(' ')}`) ? 'released-before' : there < units ? 'not-free-yet' : null;
    if (why !== null) waiting.push({ line: line.line, why, free: there, units });
    else {
      free.set(key, there - units);
      ready.push({ ...set, place });
    }
  }
  const ways = Map.groupBy(ready, ({ line, place }) => `${line.recipient}\t${place}\t${line.route.join(' ')}`);
  const orders = [...ways.values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ dispatch: nameOf(plan, first.line), recipient: first.line.recipient, place: first.place, lines: own }];
  });
  return { orders, waiting };
}

/** Named after the plan and the first of its lines that it takes, so that an order has one name however often it is asked for. */
const nameOf = (plan: string, { line }: PlanLine): DispatchId => DispatchId.parse(`RO-${plan.slice(-6)}-${line}`);

const factsOf = ({ dispatch, place, lines }: Order, plan: PlanId, occurredAt: Instant, recordedAt: Instant, by: Actor): NewFact[] =>
  lines.map(({ line, units }) => ({
    kind: 'dispatch.released',
    occurredAt,
    recordedAt,
    by,
    key: IdempotencyKey.parse(`release:${plan}:${line.line}`),
    sources: [],
    note: null,
    evidence: [],
    body: { dispatch, place, recipient: line.recipient, lot: line.lot, units: unitCount(units), plan, route: line.route },
  }));

/** Where its first departure leaves from; without one, where its goods lie. */
function startOf(now: Situation, { route, lot }: PlanLine): PlaceCode {
  const first = route[0] === undefined ? undefined : timesOf(now.known, route[0])?.from;
  return (first ?? now.piles.find((pile) => pile.lot === lot && pile.state === 'available')?.at ?? now.operation.hub) as PlaceCode;
}
