// What moves in the picture: consignments on their way in, dispatches on their way out, and the legs of the plan.

import { cartonsFor } from '../../domain/catalogue.ts';
import { isKind, type Fact } from '../../domain/facts.ts';
import { expectedArrival as arrivalOf } from '../../domain/register.ts';
import type { PlanProposed } from '../../domain/plan/plan.ts';
import { epochMs, latest, type Instant } from '../../domain/time.ts';
import { cartonsOf, itemOf, perCarton } from '../plan/overflow.ts';
import { delaysSeen, etaOf } from '../onward/eta.ts';
import { timesOf, type Situation } from '../plan/situation.ts';
import type { EvidenceIndex } from './evidence.ts';
import type { DispatchInPicture, Flight, Leg, PlannedLeg } from './shape.ts';

export function flightsOf(now: Situation, evidence: EvidenceIndex): Flight[] {
  return [...now.known.consignments.values()].map((onRecord) => {
    const { announced, lots, departedAt, arrivedAt } = onRecord;
    const { consignment, run, carrier, aircraft, mode, from, to, plannedDeparture, plannedArrival } = announced;
    const expected = arrivalOf(onRecord);
    const flown = departedAt === null ? 0 : (epochMs(now.asOf) - epochMs(departedAt)) / Math.max(1, epochMs(expected) - epochMs(departedAt));
    return {
      consignment,
      run: run ?? null,
      carrier,
      aircraft: aircraft ?? null,
      mode,
      from,
      to,
      plannedDeparture,
      plannedArrival,
      departedAt,
      arrivedAt,
      expectedArrival: expected,
      state: arrivedAt !== null ? 'landed' : departedAt !== null ? 'in-the-air' : 'announced',
      fraction: arrivedAt !== null ? 1 : Math.max(0, Math.min(0.99, flown)),
      viaHub: now.known.places.get(to)?.role === 'hub',
      load: lots.map((lot) => ({ item: lot.item, units: lot.units, cartons: cartonsOf(now.known, lot) })),
      facts: evidence.ofConsignment(consignment),
    };
  });
}

function legOf({ known }: Situation, run: string): Leg | null {
  const times = timesOf(known, run);
  return times === null ? null : { run, mode: times.mode, from: times.from, to: times.to, departsAt: times.departsAt, arrivesAt: times.arrivesAt };
}

/** The plan's lines, gathered by the run that they ride on. */
export function plannedLegs(now: Situation, plan: PlanProposed): PlannedLeg[] {
  const riding = Map.groupBy(plan.lines.flatMap((line) => line.route.map((run) => ({ run: run as string, line }))), ({ run }) => run);
  return [...riding].flatMap(([run, riders]) => {
    const leg = legOf(now, run);
    if (leg === null) return [];
    const lines = riders.map(({ line }) => line);
    return [{ ...leg, cartons: lines.reduce((sum, { cartons }) => sum + cartons, 0), recipients: [...new Set(lines.map(({ recipient }) => recipient))], items: [...new Set(lines.map(({ item }) => item))], lines: lines.map(({ line }) => line) }];
  });
}

/** One entry for each dispatch × item. */
export function dispatchesOf(now: Situation, evidence: EvidenceIndex): DispatchInPicture[] {
  const delays = delaysSeen(now);
  const released = Map.groupBy(now.known.releases, ({ release }) => `${release.dispatch}\t${now.known.lots.get(release.lot)?.item ?? ''}`);
  return [...released.values()].flatMap((releases) => {
    const first = releases[0];
    const lot = first === undefined ? undefined : now.known.lots.get(first.release.lot);
    if (first === undefined || lot === undefined) return [];
    const { dispatch, recipient, route } = first.release;
    const lots = new Set(releases.map(({ release }) => release.lot as string));
    const units = releases.reduce((sum, { release }) => sum + release.units, 0);
    const departedAt = firstOf(now.facts, 'dispatch.departed', dispatch, lots);
    const deliveredAt = firstOf(now.facts, 'dispatch.delivered', dispatch, lots);
    return [
      {
        dispatch,
        recipient,
        item: lot.item,
        units,
        cartons: cartonsFor(units, perCarton(now.known, lot)),
        route: route.flatMap((run) => legOf(now, run) ?? []),
        releasedAt: first.at,
        departedAt,
        deliveredAt,
        eta: deliveredAt === null ? etaOf(now, { route, departedAt }, delays) : null,
        state: deliveredAt !== null ? 'delivered' : departedAt !== null ? 'onward' : 'allocated',
        facts: evidence.ofDispatch(dispatch),
      } satisfies DispatchInPicture,
    ];
  });
}

/** When the first fact of that kind about the dispatch, or about one of these lots on it, occurred. */
function firstOf(facts: readonly Fact[], kind: 'dispatch.departed' | 'dispatch.delivered', dispatch: string, lots: ReadonlySet<string>): Instant | null {
  const found = facts.find((fact) => isKind(fact, kind) && fact.body.dispatch === dispatch && (fact.body.lot === undefined || lots.has(fact.body.lot)));
  return found?.occurredAt ?? null;
}

const AT_HUB: ReadonlySet<string> = new Set(['landed', 'held', 'quarantined', 'available', 'allocated']);

/** Whole and broken cartons in the hub, whatever their state. */
export const cartonsAtHub = (now: Situation): number =>
  Math.round(now.piles.reduce((sum, { state, at, item, lot, units }) => {
    const known = now.known.lots.get(lot as never);
    const here = state === 'allocated' || at === now.operation.hub;
    return AT_HUB.has(state) && here ? sum + units / (known === undefined ? itemOf(now.known, { item }).unitsPerCarton : perCarton(now.known, known)) : sum;
  }, 0));

/** Stock of the hub ahead: flights that are announced come in, and what is released or planned goes out. */
export function stockAhead(now: Situation, flights: readonly Flight[], dispatches: readonly DispatchInPicture[], legs: readonly PlannedLeg[]): { at: Instant; cartons: number; planned: true }[] {
  const { asOf, operation: { hub } } = now;
  const steps: { at: Instant; change: number }[] = [];
  for (const { viaHub, arrivedAt, expectedArrival, load } of flights) if (viaHub && arrivedAt === null) steps.push({ at: latest(asOf, expectedArrival), change: load.reduce((sum, { cartons }) => sum + cartons, 0) });
  for (const { state, route, cartons } of dispatches) if (state === 'allocated') steps.push({ at: latest(asOf, route[0]?.departsAt ?? asOf), change: -cartons });
  for (const leg of legs) if (leg.from === hub) steps.push({ at: leg.departsAt, change: -leg.cartons });
  let cartons = cartonsAtHub(now);
  return steps.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : b.change - a.change)).map(({ at, change }) => ({ at, cartons: (cartons = Math.max(0, cartons + change)), planned: true }));
}
