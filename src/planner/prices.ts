// Prices of a plan: what one more of a thing would take off the objective. They are the duals of the linear program that is
// left when the charters are fixed, so they hold for a small step with the floors as they are. The objective is
// convex in what there is, so a whole step takes off at most that much; what it does take off, see counterfactuals.ts.
// Not here: why a line is as it is (reasons.ts).

import type { ItemCode, LotId, RecipientId } from '../domain/ids.ts';
import type { Workings } from './plan.ts';
import { cartonTakes, type Leg } from './timetable.ts';
import { handlingAt, itemNamed, momentAt, placeNamed, recipientNamed } from './named.ts';
import { phrase, type PhraseOf } from '../domain/phrase.ts';
import { english } from '../words/en/english.ts';
import { say } from '../words/say.ts';

export interface Price {
  readonly of: 'departure' | 'handling' | 'lot' | 'need' | 'floor';
  readonly id: string;
  /** What one more of is priced: `pallet place`, `carton`, `unit`, `percentage point`. */
  readonly unit: string;
  /** € that one more takes off the objective, at most. For a floor: € that one point less of it would. */
  readonly euros: number;
  /** In English: `because`, said. */
  readonly reading: string;
  readonly because: PricePhrase;
}
type PricePhrase = PhraseOf<'price.run' | 'price.handling' | 'price.lot' | 'price.need' | 'price.floor'>;

/** What a line or a need is about; `lot` and `legs` are null and empty for a need that nothing serves. */
export interface Subject {
  readonly recipient: RecipientId;
  readonly item: ItemCode;
  readonly lot: LotId | null;
  readonly legs: readonly Leg[];
}

/** Less than this, in €, is rounding. */
const DUST = 1e-6;
const LIMITS = [{ unit: 'kg', of: 'weight' }, { unit: 'm³', of: 'volume' }, { unit: 'pallet place', of: 'places' }] as const;

const priced = (of: Price['of'], id: string, unit: string, euros: number, because: PricePhrase): Price => ({ of, id, unit, euros, reading: say(because, english), because });

/** Of the runs and places on the way, the lot, the need, and its floor: what is worth something; the lot and the need also where they are not. */
export function pricesOf(subject: Subject, workings: Workings): Price[] {
  return [...subject.legs.flatMap((leg) => runPrices(leg, subject, workings)), ...handlingPrices(subject, workings), ...lotPrice(subject, workings), ...needPrices(subject, workings)];
}

/** A row that limits from above has a dual of at most 0. */
const relief = ({ solution }: Pick<Workings, 'solution'>, row: number | null): number => (row === null ? 0 : Math.max(0, -(solution.duals[row] ?? 0)));

/** € that room for one more carton on all of these legs would take off the objective, at most: their own room, and handling on the way. */
export function roomPrice(legs: readonly Leg[], item: ItemCode, { outcome, model: { rows }, solution }: Workings): number {
  const master = outcome.problem.items.get(item);
  if (master === undefined) return 0;
  const takes = cartonTakes(master);
  const price = (row: number | null | undefined): number => relief({ solution }, row ?? null);
  const handling = (key: Leg['out']): number => (key === null ? 0 : takes.positions * price(rows.handling.get(key)));
  return legs.reduce((sum, leg) => {
    const [weight, volume, places] = rows.capacity.get(leg) ?? [];
    return sum + takes.kg * price(weight) + takes.m3 * price(volume) + takes.positions * price(places) + handling(leg.out) + handling(leg.in);
  }, 0);
}

function runPrices(leg: Leg, { item }: Subject, workings: Workings): Price[] {
  const master = workings.outcome.problem.items.get(item);
  const takes = master === undefined ? null : cartonTakes(master);
  return (workings.model.rows.capacity.get(leg) ?? []).flatMap((row, which): Price[] => {
    const price = relief(workings, row);
    const limit = LIMITS[which];
    if (price <= DUST || limit === undefined) return [];
    const carton = takes === null ? 0 : price * (which === 0 ? takes.kg : which === 1 ? takes.m3 : takes.positions);
    return [priced('departure', leg.run.id, limit.unit, price, phrase('price.run', { run: leg.run.id, of: limit.of, euros: { euros: price }, carton: { euros: carton } }))];
  });
}

function handlingPrices({ legs }: Subject, workings: Workings): Price[] {
  const days = new Set(legs.flatMap((leg) => [leg.out, leg.in].filter((key) => key !== null)));
  return [...days].flatMap((key): Price[] => {
    const price = relief(workings, workings.model.rows.handling.get(key) ?? null);
    return price <= DUST ? [] : [priced('handling', key, 'pallet', price, phrase('price.handling', { ...handlingAt(workings.outcome.problem, key), euros: { euros: price } }))];
  });
}

function lotPrice({ lot }: Subject, workings: Workings): Price[] {
  if (lot === null) return [];
  const prices = workings.model.networks.flatMap(({ events }) =>
    events.flatMap(({ event, row, enter }) => (event.source?.lots.some(({ supply }) => supply.lot === lot) === true ? [row === null ? enterPrice(workings, enter) : relief(workings, row)] : [])),
  );
  if (prices.length === 0) return [];
  const price = Math.max(...prices);
  return [priced('lot', lot, 'carton', price, phrase('price.lot', { lot, euros: { euros: price <= DUST ? 0 : price } }))];
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
  const until = first === undefined ? null : momentAt(problem, Math.max(...group.needs.map((need) => need.until)), group.recipient.place);
  const need: Price = priced('need', `${recipient}/${item}`, 'unit', worth, phrase('price.need', { item: itemNamed(group.item), place: placeNamed(problem, group.recipient.place), until, euros: { euros: worth } }));
  const floor = rows.floors.get(group);
  const dual = floor === undefined ? 0 : Math.max(0, workings.solution.duals[floor] ?? 0) / 100;
  if (dual <= DUST) return [need];
  const level = workings.outcome.floors.get(group) ?? 0;
  return [need, priced('floor', `${recipient}/${item}`, 'percentage point', dual, phrase('price.floor', { recipient: recipientNamed(group.recipient), share: { share: level }, euros: { euros: dual } }))];
}
