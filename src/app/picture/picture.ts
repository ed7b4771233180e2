// The picture: everything that the control tower draws at an instant, out of the journal and a plan that is at hand. It makes
// no plan itself: planning takes seconds, and a cursor that is being moved cannot wait for it.

import { ALWAYS, effective } from '../../domain/asof.ts';
import type { Fact, FactKind } from '../../domain/facts.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import { endOfDay, localDateIn, plusMinutes, startOfDay, type Instant } from '../../domain/time.ts';
import { areaRows } from '../need/area-rows.ts';
import { lastingIn } from '../need/lasting.ts';
import { situation, type Situation } from '../plan/situation.ts';
import { attentionOf, bordersOf } from './attention.ts';
import { evidenceOf } from './evidence.ts';
import { cartonsAtHub, dispatchesOf, flightsOf, plannedLegs, stockAhead } from './movements.ts';
import { answerOf, promisesOf } from './promises.ts';
import { recipientsOf } from './recipients.ts';
import type { Picture } from './shape.ts';

export interface PlanAtHand {
  readonly plan: PlanProposed;
  readonly recorded: boolean;
}

/** `history`: what stockHistory answers for the same journal. */
export function picture(journal: readonly Fact[], asOf: Instant, atHand: PlanAtHand | null, history: StockHistory): Picture {
  const now = situation(journal, { asOf, knownAt: null });
  const evidence = evidenceOf(now);
  const plan = atHand?.plan ?? null;
  const flights = flightsOf(now, evidence);
  const promises = promisesOf(now, evidence, plan);
  const rows = areaRows(now);
  const recipients = recipientsOf(now, evidence, plan, lastingIn(now, rows));
  const dispatches = dispatchesOf(now, evidence);
  const legs = plan === null ? [] : plannedLegs(now, plan);
  const { operation, known } = now;
  return {
    operation: operation.id,
    name: operation.name,
    zone: operation.zone,
    hub: operation.hub,
    asOf,
    standsAt: operation.standsAt,
    span: spanOf(journal, now),
    items: [...known.items.values()].map(({ item, name, unitsPerCarton }) => ({ item, name, unitsPerCarton })),
    sources: [...known.sources.values()].map(({ id, title, publisher, link }) => ({ id, title, publisher: publisher ?? null, link: link ?? null })),
    places: [...known.places.values()].map(({ place, iata, name, area, latitude, longitude, role }) => ({ place, iata: iata ?? null, name, area, latitude, longitude, role })),
    answer: answerOf(now, promises, flights, { evidence, rows }),
    promises,
    recipients,
    flights,
    dispatches,
    borders: bordersOf(now),
    ways: [...[...known.services.values()].map(({ service, mode, from, to }) => ({ way: service as string, mode, from, to })), ...[...known.charters.values()].map(({ charter, mode, from, to }) => ({ way: charter as string, mode, from, to }))],
    stock: [...history.filter(({ at }) => at <= asOf).map(({ at, cartons }) => ({ at, cartons, planned: false })), ...stockAhead(now, flights, dispatches, legs)],
    attention: attentionOf(now, evidence, { flights, promises, recipients }),
    plan: atHand === null ? null : figuresOf(atHand, legs),
  };
}

const figuresOf = ({ plan: { plan, policy, asOf, coverage, hours, cost, co2Kg, lines }, recorded }: PlanAtHand, legs: NonNullable<Picture['plan']>['legs']): Picture['plan'] => ({ plan, policy, asOf, coverage, hours, cost, co2Kg, recorded, lines: lines.length, legs });

/** From the day on which the first flight to the hub leaves to two days after the last one is due. */
function spanOf(journal: readonly Fact[], { operation: { hub, zone, openedAt, standsAt }, asOf }: Situation): Picture['span'] {
  const flights = effective(journal, ALWAYS).flatMap((fact) => (fact.kind === 'consignment.announced' && fact.body.to === hub ? [fact.body] : []));
  const first = flights.map((it) => it.plannedDeparture).toSorted()[0] ?? openedAt;
  const last = flights.map((it) => it.plannedArrival).toSorted().at(-1) ?? standsAt ?? asOf;
  return { from: startOfDay(localDateIn(first, zone), zone), until: endOfDay(localDateIn(plusMinutes(last, 2 * 24 * 60), zone), zone) };
}

export type StockHistory = readonly { readonly at: Instant; readonly cartons: number }[];

/** Kinds of fact that can change what lies in the hub. */
const MOVES_STOCK: ReadonlySet<FactKind> = new Set(['consignment.arrived', 'goods.tallied', 'goods.surplus', 'dispatch.departed', 'goods.short', 'goods.damaged', 'goods.lost', 'goods.seized', 'goods.recalled', 'goods.destroyed', 'goods.returned']);

/** Cartons in the hub after each fact that may have moved some; of the whole journal. O(such instants × facts): keep it. */
export function stockHistory(journal: readonly Fact[]): StockHistory {
  const instants = new Set(effective(journal, ALWAYS).flatMap((fact) => (MOVES_STOCK.has(fact.kind) ? [fact.occurredAt] : [])));
  return [...instants].map((at) => ({ at, cartons: cartonsAtHub(situation(journal, { asOf: at, knownAt: null })) }));
}
