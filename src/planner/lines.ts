// Bookings → the lines of a plan: lots are named, equal bookings become one line, lines get their order and names.

import { charterOf } from './book.ts';
import type { Booked } from './cartons.ts';
import type { Delivery } from './figures.ts';
import type { FixedLine } from './frozen.ts';
import type { Workings } from './plan.ts';
import type { PlanningProblem, StandingLine, Supply } from './problem.ts';
import { Reasons, type Reason } from './reasons.ts';
import type { Leg } from './timetable.ts';
import type { RecipientId } from '../domain/ids.ts';
import { lineKey } from '../domain/plan/line-key.ts';
import { LineId, type OpenedCharter, type PlanLine } from '../domain/plan/plan.ts';
import { invariant } from '../domain/result.ts';
import { latest } from '../domain/time.ts';
import { cartons as cartonCount, units as unitCount } from '../domain/units.ts';
import { english } from '../words/en/english.ts';
import { sayAll } from '../words/say.ts';

interface Draft {
  readonly supply: Supply;
  readonly recipient: RecipientId;
  readonly legs: readonly Leg[];
  readonly cartons: number;
  /** What it came of: several bookings, or frozen lines, that are alike become one line. */
  readonly of: Booked | FixedLine;
}

export function lines(workings: Workings): PlanLine[] {
  const { outcome } = workings;
  const drafts = new Map<string, Draft>();
  const add = (draft: Draft): void => {
    // Goods that are handed over where they lie have no departure to tell them apart by: their moment does.
    const way = draft.legs.length === 0 ? [draft.supply.availableAt] : draft.legs.map((leg) => leg.run.id);
    const key = ['frozen' in draft.of, draft.supply.lot, draft.recipient, draft.supply.place, ...way].join(' ');
    drafts.set(key, { ...draft, cartons: draft.cartons + (drafts.get(key)?.cartons ?? 0) });
  };
  for (const fixed of outcome.fixed) add({ supply: fixed.supply, recipient: fixed.frozen.recipient, legs: fixed.legs, cartons: fixed.frozen.cartons, of: fixed });
  for (const { booking, supply, cartons } of drawnLots(outcome.booked, outcome.problem.standing)) add({ supply, recipient: booking.group.recipient.recipient, legs: booking.legs, cartons, of: booking });
  const reasons = new Reasons(workings);
  return [...drafts.values()]
    .map((draft) => written(draft, outcome.problem, 'frozen' in draft.of ? reasons.ofFrozen(draft.of, draft.cartons) : reasons.ofLine(draft.of, draft.supply, draft.cartons)))
    .toSorted((a, b) => compare(sortKey(a), sortKey(b)))
    .map((line, index) => ({ ...line, line: LineId.parse(`L${index + 1}`) }));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sortKey = (line: PlanLine): string => [line.recipient, line.item, line.arrives, line.route.join(' '), line.lot, line.frozen].join('\u0000');

function written(draft: Draft, problem: PlanningProblem, { because, weighed }: Reason): PlanLine {
  const { supply, legs } = draft;
  const onHandAt = latest(problem.asOf, supply.availableAt);
  return {
    line: LineId.parse('L0'),
    lot: supply.lot,
    item: supply.item,
    recipient: draft.recipient,
    cartons: cartonCount(draft.cartons),
    units: unitCount(draft.cartons * supply.unitsPerCarton),
    route: legs.map((leg) => leg.run.id),
    departs: legs[0]?.run.departsAt ?? onHandAt,
    arrives: legs.at(-1)?.readyInstant ?? onHandAt,
    frozen: 'frozen' in draft.of,
    why: sayAll(because, english),
    because,
    weighed,
  };
}

/** The lots of a source are drawn one after the other, in the order of the bookings' arrival; but a line that stands keeps its lot. */
function drawnLots(booked: readonly Booked[], standing: readonly StandingLine[]): { booking: Booked; supply: Supply; cartons: number }[] {
  const drawn: { booking: Booked; supply: Supply; cartons: number }[] = [];
  const stands = new Map(standing.map((line) => [lineKey(line), line.cartons]));
  for (const [source, bookings] of Map.groupBy(booked, (booking) => booking.source)) {
    const lots = source.lots.map((lot) => ({ ...lot }));
    const wanting = bookings.toSorted((a, b) => a.arrives - b.arrives || a.group.index - b.group.index).map((booking) => ({ booking, open: booking.cartons }));
    const draw = (own: boolean): void => {
      for (const want of wanting)
        for (const lot of lots) {
          const key = own ? lineKey({ lot: lot.supply.lot, recipient: want.booking.group.recipient.recipient, route: want.booking.legs.map((leg) => leg.run.id) }) : '';
          const stand = own ? (stands.get(key) ?? 0) : Infinity;
          const cartons = Math.min(want.open, lot.cartons, stand);
          if (cartons <= 0) continue;
          drawn.push({ booking: want.booking, supply: lot.supply, cartons });
          stands.set(key, stand - cartons);
          lot.cartons -= cartons;
          want.open -= cartons;
        }
    };
    if (stands.size > 0) draw(true);
    draw(false);
    invariant(wanting.every(({ open }) => open === 0), 'more cartons were booked than the lots hold');
  }
  return drawn;
}

/** Charters that the deliveries ride on: copies, and € for all of them. */
export function openedCharters(deliveries: readonly Delivery[]): OpenedCharter[] {
  const legs = new Set(deliveries.flatMap((delivery) => delivery.legs.filter((leg) => charterOf(leg) !== null)));
  const byCharter = Map.groupBy(legs, (leg) => leg.run.charter);
  const opened = new Map<string, OpenedCharter>();
  for (const [charter, copies] of byCharter) {
    if (charter === null) continue;
    const known = opened.get(charter.id);
    opened.set(charter.id, { charter: charter.id, copies: (known?.copies ?? 0) + copies.length, cost: (known?.cost ?? 0) + copies.length * charter.fixedEuros });
  }
  return [...opened.values()].toSorted((a, b) => compare(a.charter, b.charter));
}
