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

/** € that room for one more carton on all of these legs would take off the objective, at most: their own room, and handling on the way. */
export function roomPrice(legs: readonly Leg[], item: ItemCode, { outcome, shadow }: Workings): number {
  const master = outcome.problem.items.get(item);
  if (master === undefined) return 0;
  const takes = cartonTakes(master);
  const handling = (key: Leg['out']): number => (key === null ? 0 : takes.positions * shadow.handling(key));
  return legs.reduce((sum, leg) => {
    const [weight, volume, places] = shadow.capacity(leg);
    return sum + takes.kg * (weight ?? 0) + takes.m3 * (volume ?? 0) + takes.positions * (places ?? 0) + handling(leg.out) + handling(leg.in);
  }, 0);
}

function runPrices(leg: Leg, { item }: Subject, { outcome, shadow }: Workings): Price[] {
  const master = outcome.problem.items.get(item);
  const takes = master === undefined ? null : cartonTakes(master);
  return shadow.capacity(leg).flatMap((price, which): Price[] => {
    const limit = LIMITS[which];
    if (price === null || price <= DUST || limit === undefined) return [];
    const carton = takes === null ? 0 : price * (which === 0 ? takes.kg : which === 1 ? takes.m3 : takes.positions);
    return [priced('departure', leg.run.id, limit.unit, price, phrase('price.run', { run: leg.run.id, of: limit.of, euros: { euros: price }, carton: { euros: carton } }))];
  });
}

function handlingPrices({ legs }: Subject, { outcome, shadow }: Workings): Price[] {
  const days = new Set(legs.flatMap((leg) => [leg.out, leg.in].filter((key) => key !== null)));
  return [...days].flatMap((key): Price[] => {
    const price = shadow.handling(key);
    return price <= DUST ? [] : [priced('handling', key, 'pallet', price, phrase('price.handling', { ...handlingAt(outcome.problem, key), euros: { euros: price } }))];
  });
}

function lotPrice({ lot }: Subject, { shadow }: Workings): Price[] {
  if (lot === null) return [];
  const prices = shadow.lot(lot);
  if (prices.length === 0) return [];
  const price = Math.max(...prices);
  return [priced('lot', lot, 'carton', price, phrase('price.lot', { lot, euros: { euros: price <= DUST ? 0 : price } }))];
}

function needPrices({ recipient, item }: Subject, { outcome, shadow }: Workings): Price[] {
  const { problem, groups, floors } = outcome;
  const group = groups.find((candidate) => candidate.recipient.recipient === recipient && candidate.item.item === item);
  if (group === undefined) return [];
  const worth = shadow.need(group);
  const until = group.asked.length === 0 ? null : momentAt(problem, Math.max(...group.needs.map((need) => need.until)), group.recipient.place);
  const need: Price = priced('need', `${recipient}/${item}`, 'unit', worth, phrase('price.need', { item: itemNamed(group.item), place: placeNamed(problem, group.recipient.place), until, euros: { euros: worth } }));
  const less = shadow.floor(group);
  if (less <= DUST) return [need];
  return [need, priced('floor', `${recipient}/${item}`, 'percentage point', less, phrase('price.floor', { recipient: recipientNamed(group.recipient), share: { share: floors.get(group) ?? 0 }, euros: { euros: less } }))];
}
