// Prices of a plan: what one more of a thing would take off the objective. They are the duals of the linear program that is
// left when the charters are fixed, so they hold for a small step with the floors as they are. The objective is
// convex in what there is, so a whole step takes off at most that much; what it does take off, see counterfactuals.ts.
// Not here: words for why a line is as it is (reasons.ts).

import type { ItemCode, LotId, RecipientId } from '../domain/ids.ts';
import type { Workings } from './plan.ts';
import { cartonTakes, type Leg } from './timetable.ts';
import { clock, euros, percent, placeName } from './wording.ts';

export interface Price {
  readonly of: 'departure' | 'handling' | 'lot' | 'need' | 'floor';
  readonly id: string;
  /** What one more of is priced: `pallet place`, `carton`, `unit`, `percentage point`. */
  readonly unit: string;
  /** € that one more takes off the objective, at most. For a floor: € that one point less of it would. */
  readonly euros: number;
  readonly reading: string;
}

/** What a line or a need is about; `lot` and `legs` are null and empty for a need that nothing serves. */
export interface Subject {
  readonly recipient: RecipientId;
  readonly item: ItemCode;
  readonly lot: LotId | null;
  readonly legs: readonly Leg[];
}

/** Less than this, in €, is rounding. */
const DUST = 1e-6;
const LIMITS = ['kg', 'm³', 'pallet place'] as const;

/** Of the runs and places on the way, the lot, the need, and its floor: what is worth something; the lot and the need also where they are not. */
export function pricesOf(subject: Subject, workings: Workings): Price[] {
  return [...subject.legs.flatMap((leg) => runPrices(leg, subject, workings)), ...handlingPrices(subject, workings), ...lotPrice(subject, workings), ...needPrices(subject, workings)];
}

/** A row that limits from above has a dual of at most 0. */
const relief = ({ solution }: Workings, row: number | null): number => (row === null ? 0 : Math.max(0, -(solution.duals[row] ?? 0)));

function runPrices(leg: Leg, { item }: Subject, workings: Workings): Price[] {
  const master = workings.outcome.problem.items.get(item);
  const takes = master === undefined ? null : cartonTakes(master);
  return (workings.model.rows.capacity.get(leg) ?? []).flatMap((row, which): Price[] => {
    const price = relief(workings, row);
    const unit = LIMITS[which] ?? '';
    if (price <= DUST) return [];
    const carton = takes === null ? 0 : price * (which === 0 ? takes.kg : which === 1 ? takes.m3 : takes.positions);
    return [{ of: 'departure', id: leg.run.id, unit, euros: price, reading: `${leg.run.id} is full: one more ${unit} on it takes at most ${euros(price)} off the objective; the room of one such carton is worth ${euros(carton)}.` }];
  });
}

function handlingPrices({ legs }: Subject, workings: Workings): Price[] {
  const days = new Set(legs.flatMap((leg) => [leg.out, leg.in].filter((key) => key !== null)));
  return [...days].flatMap((key): Price[] => {
    const price = relief(workings, workings.model.rows.handling.get(key) ?? null);
    return price <= DUST ? [] : [{ of: 'handling', id: key, unit: 'pallet', euros: price, reading: `Handling at ${key.replace(' ', ' on ')} is full: one more pallet takes at most ${euros(price)} off the objective.` }];
  });
}

function lotPrice({ lot }: Subject, workings: Workings): Price[] {
  if (lot === null) return [];
  const prices = workings.model.networks.flatMap(({ events }) =>
    events.flatMap(({ event, row, enter }) => (event.source?.lots.some(({ supply }) => supply.lot === lot) === true ? [row === null ? enterPrice(workings, enter) : relief(workings, row)] : [])),
  );
  if (prices.length === 0) return [];
  const price = Math.max(...prices);
  return [{ of: 'lot', id: lot, unit: 'carton', euros: price, reading: price <= DUST ? `Of lot ${lot} there is enough: one more carton changes nothing.` : `One more carton of lot ${lot}, where it lies now, takes at most ${euros(price)} off the objective.` }];
}

/** A source whose goods only go on has no row of its own: its price is the reduced cost of what enters. */
function enterPrice({ model, solution }: Workings, enter: number | null): number {
  if (enter === null) return 0;
  const { starts, rows, values, cost } = model.model;
  let reduced = cost[enter] ?? 0;
  for (let at = starts[enter] ?? 0; at < (starts[enter + 1] ?? 0); at += 1) reduced -= (values[at] ?? 0) * (solution.duals[rows[at] ?? -1] ?? 0);
  return Math.max(0, -reduced);
}

function needPrices({ recipient, item }: Subject, workings: Workings): Price[] {
  const { problem, groups } = workings.outcome;
  const group = groups.find((candidate) => candidate.recipient.recipient === recipient && candidate.item.item === item);
  if (group === undefined) return [];
  const { rows } = workings.model;
  // The row of a need counts cartons of the item master; its dual is what one more of them, there and then, would relieve.
  const worth = Math.max(0, ...(rows.inTime.get(group) ?? []).map((row) => Math.abs(workings.solution.duals[row] ?? 0))) / group.item.unitsPerCarton;
  const first = group.asked[0];
  const until = first === undefined ? '' : ` before ${clock(problem, Math.max(...group.needs.map((need) => need.until)), group.recipient.place)}`;
  const need: Price = { of: 'need', id: `${recipient}/${item}`, unit: 'unit', euros: worth, reading: `One more unit of ${group.item.name} at ${placeName(problem, group.recipient.place)}${until} counts ${euros(worth)}, its floor left aside.` };
  const floor = rows.floors.get(group);
  const dual = floor === undefined ? 0 : Math.max(0, workings.solution.duals[floor] ?? 0) / 100;
  if (dual <= DUST) return [need];
  const level = workings.outcome.floors.get(group) ?? 0;
  return [need, { of: 'floor', id: `${recipient}/${item}`, unit: 'percentage point', euros: dual, reading: `Equal cover holds ${group.recipient.name} at ${percent(level)} of its need; each percentage point of that costs the others ${euros(dual)}.` }];
}
