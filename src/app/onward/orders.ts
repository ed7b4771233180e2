// Release orders and what became of them: ordered, verified, accepted or refused; loaded, on the road, arrived, delivered in
// whole or in part. Beside each the range in which it is expected, and what stands in its way.

import { cartonsFor } from '../../domain/catalogue.ts';
import { isKind, type Fact } from '../../domain/facts.ts';
import { hindrances } from '../../domain/places.ts';
import type { ReleaseState } from '../../domain/register.ts';
import { endOfDay, localDateIn, type Instant } from '../../domain/time.ts';
import { isLoss } from '../papers/numbers.ts';
import { itemOf, perCarton } from '../plan/overflow.ts';
import { timesOf, type Situation } from '../plan/situation.ts';
import { delaysSeen, etaOf, plannedHandover, type Delays, type Eta } from './eta.ts';
import { papersOfLots, proofsByDispatch, type Proof } from './proofs.ts';

export interface OrderLeg {
  readonly run: string;
  readonly mode: string;
  readonly from: string;
  readonly to: string;
  readonly departsAt: Instant;
  readonly arrivesAt: Instant;
}

export interface OrderLot {
  readonly lot: string;
  readonly item: string;
  readonly units: number;
  readonly cartons: number;
  readonly grams: number;
  readonly pallets: number;
  /** Where its units are now. */
  readonly waiting: number;
  readonly onRoad: number;
  readonly delivered: number;
}

export type OrderState = ReleaseState | 'loaded' | 'on-the-road' | 'arrived' | 'partly-delivered' | 'delivered' | 'ended';

export interface Obstacle {
  readonly kind: 'border' | 'expires' | 'recalled' | 'missed';
  readonly lot: string;
  /** The rule, the date, the lot or the run. */
  readonly detail: string;
  /** Of a border: the paper that would open it. */
  readonly paper: string | null;
}

export interface ReleaseOrder {
  readonly dispatch: string;
  readonly recipient: string;
  readonly name: string;
  readonly place: string;
  readonly plan: string | null;
  readonly state: OrderState;
  readonly reason: string | null;
  readonly releasedAt: Instant;
  readonly loadedAt: Instant | null;
  readonly departedAt: Instant | null;
  readonly arrivedAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly lots: readonly OrderLot[];
  readonly legs: readonly OrderLeg[];
  /** When the timetable hands it over. */
  readonly planned: Instant | null;
  /** Null once it is delivered, or where its way is not on record. */
  readonly eta: Eta | null;
  /** What speaks against sending it as it stands; empty: nothing does. */
  readonly obstacles: readonly Obstacle[];
  /** The loss that it makes good, by its fact. */
  readonly replaces: string | null;
  /** That loss. */
  readonly makesGood: { readonly seq: number; readonly kind: Fact['kind']; readonly at: Instant; readonly lot: string; readonly units: number; readonly dispatch: string | null; readonly reference: string | null } | null;
  /** Photos, signatures, documents that facts about it name, and the papers filed for the flights that its goods came on. */
  readonly proofs: readonly Proof[];
  /** When somebody signed for it last; the name is in the vault. */
  readonly signedAt: Instant | null;
}

/** In the order in which they were released. */
export function ordersOf(now: Situation): ReleaseOrder[] {
  const delays = delaysSeen(now);
  const steps = stepsOf(now.facts);
  const proofs = proofsByDispatch(now);
  return [...Map.groupBy(now.known.releases, ({ release }) => release.dispatch as string)].flatMap(([dispatch, releases]) => {
    const order = orderOf(now, dispatch, releases, steps.get(dispatch) ?? {}, delays, proofs.get(dispatch) ?? []);
    return order === null ? [] : [order];
  });
}

type Steps = Partial<Record<'dispatch.loaded' | 'dispatch.departed' | 'dispatch.arrived' | 'dispatch.delivered', Instant>>;

/** The first loading, departure and arrival, and the last delivery, of each dispatch. */
function stepsOf(facts: readonly Fact[]): Map<string, Steps> {
  const steps = new Map<string, Steps>();
  for (const fact of facts) {
    if (!isKind(fact, 'dispatch.loaded') && !isKind(fact, 'dispatch.departed') && !isKind(fact, 'dispatch.arrived') && !isKind(fact, 'dispatch.delivered')) continue;
    if (fact.body.dispatch === undefined) continue;
    const own = steps.get(fact.body.dispatch) ?? {};
    steps.set(fact.body.dispatch, own);
    if (fact.kind === 'dispatch.delivered') own[fact.kind] = fact.occurredAt;
    else own[fact.kind] ??= fact.occurredAt;
  }
  return steps;
}

type Releases = Situation['known']['releases'];

function orderOf(now: Situation, dispatch: string, releases: Releases, steps: Steps, delays: readonly Delays[], proofs: readonly Proof[]): ReleaseOrder | null {
  const [first] = releases;
  if (first === undefined) return null;
  const { release, at } = first;
  const lots = [...Map.groupBy(releases, (it) => it.release.lot as string).values()].flatMap((own) => lotOf(now, dispatch, own));
  const word = now.known.releaseStates.get(dispatch);
  const state = stateOf(lots, steps, word?.state ?? 'ordered');
  const legs = release.route.flatMap((run): OrderLeg[] => {
    const times = timesOf(now.known, run);
    return times === null ? [] : [{ run, ...times }];
  });
  const departedAt = steps['dispatch.departed'] ?? null;
  const isUnderWay = state !== 'delivered' && state !== 'refused' && state !== 'ended';
  return {
    dispatch,
    recipient: release.recipient,
    name: now.known.recipients.get(release.recipient)?.name ?? release.recipient,
    place: release.place,
    plan: release.plan ?? null,
    state,
    reason: word?.reason ?? null,
    releasedAt: at,
    loadedAt: steps['dispatch.loaded'] ?? null,
    departedAt,
    arrivedAt: steps['dispatch.arrived'] ?? null,
    deliveredAt: steps['dispatch.delivered'] ?? null,
    lots,
    legs,
    planned: plannedHandover(now, release.route),
    eta: isUnderWay ? etaOf(now, { route: release.route, departedAt }, delays) : null,
    obstacles: isUnderWay && departedAt === null ? obstaclesOf(now, releases, legs) : [],
    replaces: release.replaces ?? null,
    makesGood: release.replaces === undefined ? null : lossNamed(now, release.replaces),
    proofs: [...proofs, ...papersOfLots(now, lots.map(({ lot }) => lot))],
    signedAt: now.known.deliveries.findLast(({ delivery }) => delivery.dispatch === dispatch && delivery.signedBy !== undefined)?.at ?? null,
  };
}

function lossNamed({ facts }: Situation, id: Fact['id']): ReleaseOrder['makesGood'] {
  const loss = facts.find((fact) => fact.id === id);
  if (loss === undefined || !isLoss(loss)) return null;
  const { body: { lot, units, dispatch, reference } } = loss;
  return { seq: loss.seq, kind: loss.kind, at: loss.occurredAt, lot, units, dispatch: dispatch ?? null, reference: reference ?? null };
}

function lotOf(now: Situation, dispatch: string, releases: Releases): OrderLot[] {
  const lot = releases[0] === undefined ? undefined : now.known.lots.get(releases[0].release.lot);
  if (lot === undefined) return [];
  const units = releases.reduce((sum, { release }) => sum + release.units, 0);
  const held = (state: string): number => now.piles.reduce((sum, pile) => sum + (pile.state === state && pile.at === dispatch && pile.lot === lot.lot ? pile.units : 0), 0);
  const item = itemOf(now.known, lot);
  const cartons = cartonsFor(units, perCarton(now.known, lot));
  const delivered = now.known.deliveries.reduce((sum, { delivery }) => sum + (delivery.dispatch === dispatch && delivery.lot === lot.lot ? delivery.units : 0), 0);
  return [{ lot: lot.lot, item: lot.item, units, cartons, grams: cartons * item.cartonGrams, pallets: Math.ceil(cartons / item.cartonsPerPallet), waiting: held('allocated'), onRoad: held('onward'), delivered }];
}

function stateOf(lots: readonly OrderLot[], steps: Steps, word: ReleaseState): OrderState {
  const sum = (of: (lot: OrderLot) => number): number => lots.reduce((total, lot) => total + of(lot), 0);
  const [waiting, onRoad, delivered] = [sum((lot) => lot.waiting), sum((lot) => lot.onRoad), sum((lot) => lot.delivered)];
  if (delivered > 0) return waiting + onRoad > 0 ? 'partly-delivered' : 'delivered';
  if (onRoad > 0) return steps['dispatch.arrived'] === undefined ? 'on-the-road' : 'arrived';
  if (word === 'refused') return 'refused';
  if (waiting === 0) return 'ended';
  return steps['dispatch.loaded'] === undefined ? word : 'loaded';
}

/** What the hub looks for before it says that an order is verified. */
function obstaclesOf(now: Situation, releases: Releases, legs: readonly OrderLeg[]): Obstacle[] {
  const { known } = now;
  return releases.flatMap(({ release }): Obstacle[] => {
    const lot = known.lots.get(release.lot);
    const recipient = known.recipients.get(release.recipient);
    const from = known.places.get(release.place);
    if (lot === undefined || recipient === undefined || from === undefined) return [];
    const found: Obstacle[] = [];
    const add = (kind: Obstacle['kind'], detail: string, paper: string | null = null): void => void found.push({ kind, lot: lot.lot, detail, paper });
    const [first] = legs;
    const on = localDateIn(first?.departsAt ?? now.asOf, from.zone);
    for (const rule of hindrances({ itemClass: itemOf(known, lot).class, from: from.area, to: recipient.area, on }, [...known.rules.values()], [...known.papers.values()])) add('border', rule.rule, rule.paper ?? null);
    const arrives = legs.at(-1)?.arrivesAt;
    if (lot.expires !== undefined && arrives !== undefined && endOfDay(lot.expires, from.zone) <= arrives) add('expires', lot.expires);
    if (now.ledger.recalled.has(lot.lot)) add('recalled', lot.lot);
    if (first !== undefined && first.departsAt < now.asOf) add('missed', first.run);
    return found;
  });
}
