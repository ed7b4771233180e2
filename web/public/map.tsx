// The map of the public page: the control tower's, drawn on the server at two measures, for a desk and for a phone. It is never
// mirrored. What it says stands in the table by country as well.

import { geoCentroid } from 'd3-geo';
import type { ReactElement } from 'react';
import type { PublicStory } from '../../src/http/contract/public.ts';
import { placesInView } from '../map/base-map.tsx';
import { FlightOnMap, aircraftAt, flownOf, shortly } from '../map/flights.tsx';
import { bendsOf } from '../map/bends.ts';
import { at, nearProjection, type Air, type Circle, type Point, type Size } from '../map/geometry.ts';
import { LINE, placeLabels, type Wanted } from '../map/labels.ts';
import { countryShape, wholeLand } from '../map/land.ts';
import { StretchOnMap, Vehicle, onTheRoad, stretchesOf } from '../map/onward.tsx';
import { Disc, coveredOf, type Spot } from '../map/recipients.tsx';
import { placesToFit, spotsOf } from '../map/spots.ts';
import { placeName, recipientName } from '../shared/names.ts';
import { SignAt } from '../shared/signs.tsx';
import { Ground } from './ground.tsx';
import { fill, type Tools } from './page-tools.tsx';

const land = await wholeLand();

interface Frame {
  readonly className: string;
  readonly size: Size;
  readonly air: Air;
}
const WIDE: Frame = { className: 'map wide', size: { width: 1040, height: 600 }, air: { top: 70, right: 330, bottom: 60, left: 330 } };
const NARROW: Frame = { className: 'map narrow', size: { width: 358, height: 460 }, air: { top: 60, right: 70, bottom: 50, left: 70 } };

export const StoryMap = ({ tools, item }: { readonly tools: Tools; readonly item: string }): ReactElement => (
  <>
    <Drawn tools={tools} item={item} frame={WIDE} places={placesToFit(tools.story.map, item, placesInView(tools.story.map))} />
    <Drawn tools={tools} item={item} frame={NARROW} places={corridor(tools.story)} />
  </>
);

/** On a phone: from the hub to the country that needs most. */
function corridor({ map, need }: PublicStory): PublicStory['map']['places'] {
  const doors = new Set(map.recipients.filter(({ area }) => need !== null && area.startsWith(need.area)).map(({ place }) => place));
  const fitted = map.places.filter(({ place }) => place === map.hub || doors.has(place));
  return fitted.length < 2 ? placesInView(map) : fitted;
}

function Drawn({ tools, item, frame: { className, size, air }, places }: { readonly tools: Tools; readonly item: string; readonly frame: Frame; readonly places: PublicStory['map']['places'] }): ReactElement {
  const { story: { map }, words: { text }, figures } = tools;
  const projection = nearProjection(size, places, air).clipExtent([[-20, -20], [size.width + 20, size.height + 20]]);
  const points = new Map(map.places.map((place) => [place.place, projection(at(place))] as const));
  const spotOf = (place: string): Point | null => points.get(place) ?? null;
  const hub = spotOf(map.hub);
  const fixed: Circle[] = hub === null ? [] : [{ x: hub[0], y: hub[1], r: 11 }];
  const naming = { recipient: (it: (typeof map.recipients)[number]): string => recipientName(map, it, figures, (country) => country), country: figures.area, group: (name: string): string => name };
  const spots = spotsOf(map, item, spotOf, naming, size, fixed).filter(({ circle: { x, y } }) => x > 0 && x < size.width && y > 0 && y < size.height);
  const flying = flownOf(map).filter(({ flight }) => flight.state === 'in-the-air' || (flight.state === 'announced' && flight.viaHub && flight.plannedDeparture > map.asOf));
  // The coarse outline tells well enough where a closed country lies.
  const bends = bendsOf(map, projection, land.far);
  const planned = stretchesOf((map.plan?.legs ?? []).filter(({ items }) => items.includes(item)), spotOf, true, bends);
  const roads = onTheRoad(map, item, spotOf, bends);
  const wanted = labelsOf(tools, { hub, spots, flying, projection, size });
  const vehicles = roads.flatMap(({ vehicle }) => (vehicle === null ? [] : [{ x: vehicle.point[0], y: vehicle.point[1], r: 10 }]));
  const labels = placeLabels(wanted, [...fixed, ...spots.filter(({ served }) => served).map(({ circle }) => circle), ...vehicles], [], size);
  return (
    <svg className={className} viewBox={`0 0 ${size.width} ${size.height}`} direction="ltr" role="img" aria-label={`${text.mapLabel}. ${wanted.map(({ lines }) => lines.join(': ')).join('; ')}.`}>
      <rect width={size.width} height={size.height} fill="var(--ab-sea)" />
      <Ground land={land.near} projection={projection} borders={map.borders} />
      {planned.map((stretch) => <StretchOnMap key={stretch.key} stretch={stretch} />)}
      {roads.flatMap(({ dispatch, stretches }) => stretches.map((stretch) => <StretchOnMap key={dispatch.dispatch + stretch.key} stretch={stretch} />))}
      {flying.map((flown) => <FlightOnMap key={flown.flight.consignment} flown={flown} projection={projection} />)}
      {wanted.map(({ id }) => {
        const leader = labels.get(id)?.leader;
        return leader ? <path key={id} className="leader" d={`M${leader[0].map((n) => n.toFixed(1)).join(' ')}L${leader[1].map((n) => n.toFixed(1)).join(' ')}`} /> : null;
      })}
      {spots.map((spot) => <Disc key={spot.id} {...spot} />)}
      {hub !== null && <rect x={hub[0] - 10} y={hub[1] - 10} width="20" height="20" fill="var(--ab-hub)" stroke="var(--ab-surface)" strokeWidth="1.5" />}
      {hub !== null && <SignAt name="hub" x={hub[0]} y={hub[1]} size={14} colour="var(--ab-land)" />}
      {roads.map(({ dispatch, vehicle }) => vehicle !== null && <Vehicle key={dispatch.dispatch} {...vehicle} />)}
      {wanted.map(({ id, lines }) => {
        const placed = labels.get(id);
        return placed === undefined ? null : (
          <text key={id} x={placed.x.toFixed(1)} y={placed.y.toFixed(1)} textAnchor={placed.anchor} className={id.startsWith('border ') ? 'border-word' : undefined}>
            {lines.map((line, index) => <tspan key={line} x={placed.x.toFixed(1)} dy={index === 0 ? 0 : LINE} className={index === 0 && !id.startsWith('border ') ? 'strong' : undefined}>{line}</tspan>)}
          </text>
        );
      })}
    </svg>
  );
}

interface OnMap {
  readonly hub: Point | null;
  readonly spots: readonly Spot[];
  readonly flying: ReturnType<typeof flownOf>;
  readonly projection: ReturnType<typeof nearProjection>;
  readonly size: Size;
}

/** Whoever is brought something is named, and every country whose border is closed. */
function labelsOf({ story: { map }, words: { text, ...words }, figures }: Tools, { hub, spots, flying, projection, size }: OnMap): Wanted[] {
  const isIn = ([x, y]: Point): boolean => x > 0 && x < size.width && y > 0 && y < size.height;
  const hubs: Wanted[] = hub === null ? [] : [{ id: 'hub', x: hub[0], y: hub[1], r: 11, lines: [shortly(placeName(map, map.hub))], weight: 1e12, must: true, place: 'led' }];
  const flights = flying.flatMap((flown): Wanted[] => {
    const aircraft = flown.flight.state === 'in-the-air' ? aircraftAt(projection, flown) : null;
    return aircraft !== null && isIn([aircraft.x, aircraft.y]) ? [{ id: flown.flight.consignment, x: aircraft.x, y: aircraft.y, r: 13, lines: [flown.flight.consignment, fill(text.landsAt, { when: figures.hour(flown.flight.expectedArrival) })], weight: 1e11, must: true, place: 'led' }] : [];
  });
  const borders = map.borders.flatMap(({ area, effect, until }): Wanted[] => {
    const shape = countryShape(land.near, area);
    const middle = shape === undefined ? null : projection(geoCentroid(shape));
    const word = effect === 'paper' ? text.paperNeeded : until === null ? text.closed : fill(text.closedUntil, { when: figures.date(`${until}T12:00:00Z`) });
    return middle === null || !isIn(middle) ? [] : [{ id: `border ${area}`, x: middle[0], y: middle[1], r: 0, lines: [word], weight: 5e10, must: true, place: 'upon' }];
  });
  const named = spots.map((spot): Wanted => {
    const { id, circle, name, served, holding } = spot;
    const had = holding.delivered.value > 0 ? words.state.delivered : holding.onward > 0 ? words.state.onward : holding.allocated > 0 ? words.state.allocated : holding.planned > 0 ? text.planned : null;
    // Its numbers stand in the table, each with its facts.
    const lines = [name, ...(served && had !== null ? [had.toLowerCase()] : [])];
    return { id, ...circle, lines, weight: holding.perDay.value + (coveredOf(holding) > 0 ? 1e9 : 0), must: served && circle.r > 15, place: served ? 'led' : 'beside' };
  });
  return [...hubs, ...flights, ...borders, ...named.filter(({ weight }) => weight > 1e9 || size.width > 600).toSorted((a, b) => b.weight - a.weight).slice(0, 40)];
}
