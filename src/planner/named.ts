// What the planner's phrases speak of: places, recipients, items, moments and limits as values that any language can write.

import type { Item } from '../domain/catalogue.ts';
import type { DepartureId, PlaceCode, RecipientId } from '../domain/ids.ts';
import { phrase, type ItemNamed, type Moment, type PhraseOf, type PlaceNamed, type RecipientNamed } from '../domain/phrase.ts';
import type { Recipient, Rule } from '../domain/places.ts';
import { instantFromMs, LocalDate, type Instant } from '../domain/time.ts';
import type { Limit } from './book.ts';
import type { PlanningProblem } from './problem.ts';
import { placeOf, type HandlingKey, type Leg } from './timetable.ts';

export const placeNamed = (problem: PlanningProblem, place: PlaceCode): PlaceNamed => ({ place, name: problem.places.get(place)?.name ?? place });
export const itemNamed = ({ item, name }: Item): ItemNamed => ({ item, name });
export const recipientNamed = ({ recipient, name }: Recipient): RecipientNamed => ({ recipient, name });
export const recipientOf = (problem: PlanningProblem, id: RecipientId): RecipientNamed => ({ recipient: id, name: problem.recipients.find(({ recipient }) => recipient === id)?.name ?? id });

/** On the clock of a place. */
export const momentAt = (problem: PlanningProblem, at: Instant | number, place: PlaceCode): Moment => ({ at: typeof at === 'number' ? instantFromMs(at) : at, zone: placeOf(problem, place).zone });

/** Each place once. */
export const placesNamed = (problem: PlanningProblem, places: readonly PlaceCode[]): PlaceNamed[] => [...new Set(places)].map((place) => placeNamed(problem, place));

export const legPhrases = (problem: PlanningProblem, legs: readonly Leg[]): PhraseOf<'leg.first' | 'leg.next'>[] =>
  legs.map(({ run: { id: run, mode, from, to } }, index) =>
    index === 0 ? phrase('leg.first', { mode, from: placeNamed(problem, from), to: placeNamed(problem, to), run }) : phrase('leg.next', { mode, to: placeNamed(problem, to), run }),
  );

export const runsOf = (legs: readonly Leg[]): DepartureId[] => legs.map(({ run }) => run.id);

/** Place and day of `BELGG 2020-03-14`. */
export function handlingAt(problem: PlanningProblem, key: HandlingKey): { place: PlaceNamed; day: { day: LocalDate } } {
  const [place = '', day = ''] = key.split(' ');
  return { place: placeNamed(problem, place as PlaceCode), day: { day: LocalDate.parse(day) } };
}

export const limitPhrase = (problem: PlanningProblem, limit: Limit): PhraseOf<'limit.run' | 'limit.handling'> =>
  'leg' in limit ? phrase('limit.run', { run: limit.leg.run.id, of: limit.of }) : phrase('limit.handling', handlingAt(problem, limit.handling));

export const rulePhrase = ({ rule, effect, paper, fromArea, toArea, validUntil }: Rule): PhraseOf<'rule.paper' | 'rule.closed'> =>
  effect === 'paper' && paper !== undefined
    ? phrase('rule.paper', { paper: { paper }, rule })
    : phrase('rule.closed', { rule, from: { area: fromArea }, to: { area: toArea }, until: validUntil === undefined ? null : { day: validUntil } });
