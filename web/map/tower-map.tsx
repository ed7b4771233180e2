// The map of the control tower: the hub, flights at their place, onward ways by mode, recipients by need and coverage, all at
// the cursor. It draws what the picture says and works out nothing of its own but where a label fits.

import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { Figures } from '../shared/figures.ts';
import { recipientName } from '../shared/names.ts';
import { SignAt } from '../shared/signs.tsx';
import { GroundMap, placesInView, useSize } from './base-map.tsx';
import { FlightOnMap, INSET, Inset, aircraftAt, flownOf, shortly } from './flights.tsx';
import { at, nearProjection, pushApart, type Circle, type Point } from './geometry.ts';
import { LINE, placeLabels, type Wanted } from './labels.ts';
import { countryShape, useLand } from './land.ts';
import { Legend } from './legend.tsx';
import { StretchOnMap, Vehicle, onTheRoad, stretchesOf } from './onward.tsx';
import { SpotOnMap, coveredOf, type Spot } from './recipients.tsx';
import { geoCentroid } from 'd3-geo';

interface TowerMapProps {
  readonly picture: Picture;
  readonly item: string;
  readonly onItem: (item: string) => void;
  readonly figures: Figures;
}

/** Radius of the largest need, px. */
const LARGEST = 25;

export function TowerMap({ picture, item, onItem, figures }: TowerMapProps): ReactElement {
  const { t } = useTranslation();
  const { near, far } = useLand();
  const [frame, size] = useSize<HTMLDivElement>({ width: 812, height: 546 });
  const wide = size.width > 600;
  const shown = placesInView(picture);
  const shownKey = shown.map(({ place }) => place).join();
  // Which places are in view changes far less often than the picture.
  const projection = useMemo(() => nearProjection(size, shown, wide ? { top: 50, right: 40, bottom: 30, left: 70 } : { top: 40, right: 20, bottom: 20, left: 20 }), [size, shownKey, wide]);
  const spotOf = (place: string): Point | null => {
    const found = picture.places.find((it) => it.place === place);
    return found === undefined ? null : projection(at(found));
  };
  const hub = spotOf(picture.hub);
  const fixed: Circle[] = hub === null ? [] : [{ x: hub[0], y: hub[1], r: 11 }];
  const spots = spotsOf(picture, item, spotOf, figures, (country) => t('area.rest', { country }), size.width < 600 ? 0.7 : 1, new Set(shown.map(({ place }) => place)));
  pushApart(spots.map(({ circle }) => circle), fixed);
  const inTheAir = flownOf(picture).filter(({ flight }) => flight.state === 'in-the-air' || (flight.state === 'announced' && flight.viaHub && flight.plannedDeparture > picture.asOf));
  const flying = inTheAir.filter(({ flight }) => flight.state === 'in-the-air');
  const planned = stretchesOf((picture.plan?.legs ?? []).filter(({ items }) => items.includes(item)), spotOf, true);
  const roads = onTheRoad(picture, item, spotOf);
  const stock = picture.stock.findLast((step) => !step.planned)?.cartons ?? 0;
  const shut = near === null ? [] : picture.borders.flatMap((border) => {
    const shape = countryShape(near, border.area);
    const middle = shape === undefined ? null : projection(geoCentroid(shape));
    return middle === null ? [] : [{ border, x: middle[0], y: middle[1] }];
  });
  const wanted: Wanted[] = [
    ...(hub === null ? [] : [{ id: 'hub', x: hub[0], y: hub[1], r: 11, lines: [shortly(nameOf(picture, picture.hub)), t('map.floor', { n: figures.count(stock) })], weight: 1e12, must: true }]),
    ...flying.flatMap((flown) => {
      const aircraft = aircraftAt(projection, flown);
      const visible = aircraft !== null && aircraft.x > 0 && aircraft.x < size.width && aircraft.y > 0 && aircraft.y < size.height;
      return visible ? [{ id: `flight ${flown.flight.consignment}`, x: aircraft.x, y: aircraft.y, r: 13, lines: [flown.flight.consignment, t('map.landsAt', { when: figures.hour(flown.flight.expectedArrival) })], weight: 1e11, must: true }] : [];
    }),
    ...shut.map(({ border, x, y }) => ({ id: `border ${border.area}`, x, y: y - 12, r: -5, lines: [borderWord(border, t, figures)], weight: 5e10 })),
    ...spots.map((spot) => ({ id: spot.recipient.recipient, x: spot.circle.x, y: spot.circle.y, r: spot.circle.r, lines: linesOf(spot, figures, t), weight: spot.holding.perDay.value + (coveredOf(spot.holding) > 0 ? 1e9 : spot.served ? 1e6 : 0), must: spot.circle.r > 15 })),
  ];
  const blocked = wide ? [{ left: 0, top: 0, right: INSET.width + 18, bottom: INSET.height + 18 }, { left: size.width - 205, top: size.height - 150, right: size.width, bottom: size.height }] : [];
  const vehicles = roads.flatMap(({ vehicle }) => (vehicle === null ? [] : [{ x: vehicle.point[0], y: vehicle.point[1], r: 10 }]));
  const labels = placeLabels(wanted, [...fixed, ...spots.map(({ circle }) => circle), ...vehicles], blocked, size);
  return (
    <section className="map" aria-label={t('map.title')}>
      <div className="canvas" ref={frame}>
        <svg width={size.width} height={size.height}>
          <GroundMap land={near} projection={projection} borders={picture.borders} />
          {planned.map((stretch) => <StretchOnMap key={stretch.key} stretch={stretch} />)}
          {roads.flatMap(({ dispatch, stretches }) => stretches.map((stretch) => <StretchOnMap key={dispatch.dispatch + stretch.key} stretch={stretch} />))}
          {inTheAir.map((flown) => <FlightOnMap key={flown.flight.consignment} flown={flown} projection={projection} />)}
          {spots.map((spot) => <SpotOnMap key={spot.recipient.recipient} spot={spot} picture={picture} figures={figures} />)}
          {hub !== null && <HubSign at={hub} />}
          {roads.map(({ dispatch, vehicle }) => vehicle !== null && <Vehicle key={dispatch.dispatch} {...vehicle} />)}
          {wanted.map(({ id, lines }) => <Label key={id} lines={lines} placed={labels.get(id)} border={id.startsWith('border ')} />)}
        </svg>
      </div>
      {wide && <Inset picture={picture} far={far} figures={figures} />}
      <Legend picture={picture} item={item} onItem={onItem} figures={figures} />
    </section>
  );
}

const nameOf = ({ places }: Picture, code: string): string => places.find(({ place }) => place === code)?.name ?? code;

type Translate = ReturnType<typeof useTranslation>['t'];

const borderWord = ({ effect, until }: Picture['borders'][number], t: Translate, figures: Figures): string => (effect === 'paper' ? t('map.paperUntil') : t('map.closedUntil', { when: until === null ? '…' : figures.date(`${until}T12:00:00Z`) }));

function linesOf({ name, holding, served }: Spot, figures: Figures, t: Translate): string[] {
  const perDay = holding.perDay.value;
  if (!served || perDay === 0) return [name];
  const had = holding.delivered.value + holding.onward + holding.allocated;
  // What is planned is said as planned: it has not happened.
  const words = [had > 0 ? t('map.had', { n: figures.decimal(had / perDay) }) : '', holding.planned > 0 ? t('map.planned', { n: figures.decimal(holding.planned / perDay) }) : ''].filter((word) => word !== '');
  return words.length === 0 ? [name] : [name, words.join(', ')];
}

/** Circles of those who need the item, where their place is in view. */
function spotsOf(picture: Picture, item: string, spotOf: (place: string) => Point | null, figures: Figures, rest: (country: string) => string, scale: number, view: ReadonlySet<string>): Spot[] {
  const asking = picture.recipients.flatMap((recipient) => {
    const holding = recipient.holdings.find((it) => it.item === item);
    const home = view.has(recipient.place) ? spotOf(recipient.place) : null;
    return holding === undefined || home === null || holding.perDay.value + coveredOf(holding) === 0 ? [] : [{ recipient, holding, home }];
  });
  const most = Math.max(1, ...asking.map(({ holding }) => holding.perDay.value));
  const loads = picture.flights.some(({ viaHub, load }) => viaHub && load.some((it) => it.item === item));
  return asking.map(({ recipient, holding, home }) => ({
    recipient,
    holding,
    home,
    name: recipientName(picture, recipient, figures, rest),
    circle: { x: home[0], y: home[1], r: Math.max(3.5, Math.sqrt(holding.perDay.value / most) * LARGEST) * scale },
    served: coveredOf(holding) > 0 || (loads && picture.plan === null),
  }));
}

const HubSign = ({ at: [x, y] }: { readonly at: Point }): ReactElement => (
  <g aria-hidden="true">
    <rect x={x - 10} y={y - 10} width="20" height="20" fill="var(--ab-hub)" stroke="var(--ab-surface)" strokeWidth="1.5" />
    <SignAt name="hub" x={x} y={y} size={14} colour="var(--ab-land)" />
  </g>
);

function Label({ lines, placed, border }: { readonly lines: readonly string[]; readonly placed: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' } | undefined; readonly border: boolean }): ReactElement | null {
  if (placed === undefined) return null;
  return (
    <text x={placed.x} y={placed.y} textAnchor={placed.anchor} className={border ? 'border-word' : undefined} aria-hidden="true" pointerEvents="none">
      {lines.map((line, index) => (
        <tspan key={line} x={placed.x} dy={index === 0 ? 0 : LINE} className={index === 0 && !border ? 'strong' : undefined}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
