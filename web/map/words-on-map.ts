// Which labels the map wants, and how much each weighs: the hub, aircraft in the air, closed borders, recipients. Where they find
// room is decided in labels.ts.

import { geoCentroid, type GeoProjection } from 'd3-geo';
import type { TFunction } from 'i18next';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { Figures } from '../shared/figures.ts';
import { placeName } from '../shared/names.ts';
import { aircraftAt, shortly, type Flown } from './flights.tsx';
import type { Point, Size } from './geometry.ts';
import type { Wanted } from './labels.ts';
import { countryShape, type Land } from './land.ts';
import { coveredOf, type Spot } from './recipients.tsx';

interface OnMap {
  readonly picture: Picture;
  readonly hub: Point | null;
  readonly flying: readonly Flown[];
  readonly spots: readonly Spot[];
  readonly land: Land | null;
  readonly projection: GeoProjection;
  readonly size: Size;
}

/** More recipients than this are never named at once. */
const NAMED = 70;
/** So many of the largest are named even where their label covers something. */
const ALWAYS_NAMED = 6;

export function wordsOnMap({ picture, hub, flying, spots, land, projection, size }: OnMap, figures: Figures, t: TFunction): Wanted[] {
  const inFrame = (x: number, y: number): boolean => x > 0 && x < size.width && y > 0 && y < size.height;
  // Who sees only what is theirs sees no stock of the hub, which is everybody's together.
  const stock = picture.stock.findLast((step) => !step.planned)?.cartons;
  const hubWords: Wanted[] = hub === null || !inFrame(...hub) ? [] : [{ id: 'hub', x: hub[0], y: hub[1], r: 11, lines: [shortly(placeName(picture, picture.hub)), ...(stock === undefined ? [] : [t('map.floor', { n: figures.count(stock) })])], weight: 1e12, must: true, place: 'led' }];
  const flights = flying.flatMap((flown): Wanted[] => {
    const aircraft = aircraftAt(projection, flown);
    return aircraft !== null && inFrame(aircraft.x, aircraft.y) ? [{ id: `flight ${flown.flight.consignment}`, x: aircraft.x, y: aircraft.y, r: 13, lines: [flown.flight.consignment, t('map.landsAt', { when: figures.hour(flown.flight.expectedArrival) })], weight: 1e11, must: true, place: 'led' }] : [];
  });
  const borders = picture.borders.flatMap((border): Wanted[] => {
    const shape = land === null ? undefined : countryShape(land, border.area);
    const middle = shape === undefined ? null : projection(geoCentroid(shape));
    return middle === null || !inFrame(...middle) ? [] : [{ id: `border ${border.area}`, x: middle[0], y: middle[1], r: 0, lines: [borderWord(border, figures, t)], weight: 5e10, must: true, place: 'upon' }];
  });
  const largest = spots.map(({ holding }) => holding.perDay.value).toSorted((a, b) => b - a)[ALWAYS_NAMED - 1] ?? 0;
  const named = spots.filter(({ circle: { x, y } }) => inFrame(x, y)).map((spot): Wanted => ({ id: spot.id, ...spot.circle, lines: linesOf(spot, figures, t), weight: weightOf(spot), must: spot.circle.r > 15 && spot.holding.perDay.value >= largest, place: spot.served ? 'led' : 'beside' }));
  return [...hubWords, ...flights, ...borders, ...named.toSorted((a, b) => b.weight - a.weight).slice(0, NAMED)];
}

/** Whoever is brought something comes before whoever is not; within each, by need. */
const weightOf = ({ holding, served }: Spot): number => holding.perDay.value + (coveredOf(holding) > 0 ? 1e9 : served ? 1e6 : 0);

const borderWord = ({ effect, until }: Picture['borders'][number], figures: Figures, t: TFunction): string => (effect === 'paper' ? t('map.paperUntil') : t('map.closedUntil', { when: until === null ? '…' : figures.date(`${until}T12:00:00Z`) }));

function linesOf({ name, holding, served }: Spot, figures: Figures, t: TFunction): string[] {
  const perDay = holding.perDay.value;
  if (!served || perDay === 0) return [name];
  const had = holding.delivered.value + holding.onward + holding.allocated;
  // What is planned is said as planned: it has not happened.
  const words = [had > 0 ? t('map.had', { n: figures.decimal(had / perDay) }) : '', holding.planned > 0 ? t('map.planned', { n: figures.decimal(holding.planned / perDay) }) : ''].filter((word) => word !== '');
  return [name, ...words];
}
