// The map of the control tower: the hub, flights at their place, onward ways by mode, recipients by need and coverage, all at
// the cursor. It draws what the picture says and works out nothing of its own but where a label fits.

import type { GeoProjection } from 'd3-geo';
import { useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { Figures } from '../shared/figures.ts';
import { recipientName } from '../shared/names.ts';
import { SignAt } from '../shared/signs.tsx';
import { About } from './about.tsx';
import { GroundMap, placesInView, useSize } from './base-map.tsx';
import { FlightOnMap, INSET, Inset, flownOf } from './flights.tsx';
import { bendsOf, type Bends } from './bends.ts';
import { at, nearProjection, type Circle, type Point, type Size } from './geometry.ts';
import { LINE, placeLabels, type Avoided, type Placed } from './labels.ts';
import { useLand, type Land } from './land.ts';
import { Legend } from './legend.tsx';
import { StretchOnMap, Vehicle, onTheRoad, stretchesOf } from './onward.tsx';
import { SpotOnMap } from './recipients.tsx';
import { placesToFit, spotsOf } from './spots.ts';
import { wordsOnMap } from './words-on-map.ts';
import { ZoomKeys } from './zoom-keys.tsx';
import { useZoom, zoomed } from './zoom.ts';

interface TowerMapProps {
  readonly picture: Picture;
  readonly item: string;
  readonly onItem: (item: string) => void;
  readonly figures: Figures;
}

/** How much closer a group's members are looked at. */
const INTO = 3;

export function TowerMap({ picture, item, onItem, figures }: TowerMapProps): ReactElement {
  const { t } = useTranslation();
  const { near, far } = useLand();
  const [frame, size] = useSize<HTMLDivElement>({ width: 812, height: 546 });
  const zoom = useZoom(frame, size);
  const [opened, setOpened] = useState<string | null>(null);
  const wide = size.width > 600;
  const base = useBase(picture, item, size);
  const projection = useMemo(() => zoomed(base, zoom.view, size), [base, zoom.view, size]);
  const bends = useBends(picture, base, far);
  const spotOf = usePlaces(picture, projection);
  const hub = spotOf(picture.hub);
  const fixed: Circle[] = hub === null ? [] : [{ x: hub[0], y: hub[1], r: 11 }];
  const naming = {
    recipient: (recipient: Picture['recipients'][number]): string => recipientName(picture, recipient, figures, (country) => t('area.rest', { country })),
    country: figures.area,
    group: (name: string, count: number): string => t('map.group', { name, count }),
  };
  const spots = spotsOf(picture, item, spotOf, naming, size, fixed);
  const inTheAir = flownOf(picture).filter(({ flight }) => flight.state === 'in-the-air' || (flight.state === 'announced' && flight.viaHub && flight.plannedDeparture > picture.asOf));
  const flying = inTheAir.filter(({ flight }) => flight.state === 'in-the-air');
  const planned = stretchesOf((picture.plan?.legs ?? []).filter(({ items }) => items.includes(item)), spotOf, true, bends);
  const roads = onTheRoad(picture, item, spotOf, bends);
  const wanted = wordsOnMap({ picture, hub, flying, spots, land: near, projection, size }, figures, t);
  const vehicles = roads.flatMap(({ vehicle }) => (vehicle === null ? [] : [{ x: vehicle.point[0], y: vehicle.point[1], r: 10 }]));
  const routes = [...planned, ...roads.flatMap(({ stretches }) => stretches)].flatMap(({ way }) => ROUTE_SHARES.map((share) => ({ point: way.along(share).point, strain: ON_ROUTE })));
  // A label may cover what is not ours to serve, though it rather would not.
  const aside = spots.filter(({ served }) => !served).map(({ circle: { x, y } }): Avoided => ({ point: [x, y], strain: ON_UNSERVED }));
  const labels = placeLabels(wanted, [...fixed, ...spots.filter(({ served }) => served).map(({ circle }) => circle), ...vehicles], blockedIn(size, wide), size, [...routes, ...aside]);
  const open = spots.find(({ id }) => id === opened);
  const toggle = (id: string): void => setOpened((held) => (held === id ? null : id));
  return (
    <section className="map" aria-label={t('map.title')}>
      <div className="canvas" ref={frame} dir="ltr" role="group" tabIndex={0} aria-label={t('map.keys')} aria-keyshortcuts="+ - 0 ArrowLeft ArrowRight ArrowUp ArrowDown" onKeyDown={zoom.onKey}>
        <svg width={size.width} height={size.height} viewBox={`0 0 ${size.width} ${size.height}`}>
          <GroundMap land={near} projection={base} borders={picture.borders} view={zoom.view} closed={projection} />
          {planned.map((stretch) => <StretchOnMap key={stretch.key} stretch={stretch} />)}
          {roads.flatMap(({ dispatch, stretches }) => stretches.map((stretch) => <StretchOnMap key={dispatch.dispatch + stretch.key} stretch={stretch} />))}
          {inTheAir.map((flown) => <FlightOnMap key={flown.flight.consignment} flown={flown} projection={projection} />)}
          {wanted.map(({ id }) => <Leader key={id} placed={labels.get(id)} />)}
          {spots.map((spot) => <SpotOnMap key={spot.id} spot={spot} figures={figures} opened={spot.id === opened} onToggle={toggle} />)}
          {hub !== null && <HubSign at={hub} />}
          {roads.map(({ dispatch, vehicle }) => vehicle !== null && <Vehicle key={dispatch.dispatch} {...vehicle} />)}
          {wanted.map(({ id, lines }) => <Label key={id} lines={lines} placed={labels.get(id)} border={id.startsWith('border ')} />)}
        </svg>
        {open !== undefined && <About spot={open} picture={picture} figures={figures} onClose={() => setOpened(null)} onZoom={() => {
          setOpened(null);
          zoom.into([open.circle.x, open.circle.y], INTO);
        }} />}
      </div>
      {wide && <Inset picture={picture} far={far} figures={figures} />}
      {spots.length === 0 && picture.recipients.length > 0 && <p className="nobody">{t('map.nobody', { item: figures.item(item) })}</p>}
      <ZoomKeys zoom={zoom} />
      <Legend picture={picture} item={item} onItem={onItem} figures={figures} />
    </section>
  );
}

const ROUTE_SHARES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;
/** How much a label strains that covers a point of a route, or a circle that is not ours to serve. */
const ON_ROUTE = 6;
const ON_UNSERVED = 25;
const blockedIn = ({ width, height }: Size, wide: boolean): { left: number; top: number; right: number; bottom: number }[] => [
  { left: width - 50, top: 0, right: width, bottom: wide ? 112 : 148 },
  ...(wide ? [{ left: 0, top: 0, right: INSET.width + 18, bottom: INSET.height + 14 }, { left: width - 205, top: height - 150, right: width, bottom: height }] : []),
];

/** The frame at rest. It is fitted once to an item and a size: needs that change with the cursor do not move the land. */
function useBase(picture: Picture, item: string, size: Size): GeoProjection {
  const held = useRef<{ readonly key: string; readonly places: ReturnType<typeof placesToFit> } | null>(null);
  const key = `${picture.operation} ${item}`;
  const asks = picture.recipients.some(({ holdings }) => holdings.some((holding) => holding.item === item && holding.perDay.value > 0));
  if (held.current?.key !== key && (asks || held.current === null)) held.current = { key: asks ? key : '', places: placesToFit(picture, item, placesInView(picture)) };
  const places = held.current?.places ?? [];
  return useMemo(() => nearProjection(size, places, size.width > 600 ? { top: 108, right: 160, bottom: 44, left: 120 } : { top: 50, right: 56, bottom: 34, left: 40 }), [size, places]);
}

function usePlaces({ places }: Picture, projection: GeoProjection): (place: string) => Point | null {
  return useMemo(() => {
    const points = new Map(places.map((place) => [place.place, projection(at(place))] as const));
    return (place) => points.get(place) ?? null;
  }, [places, projection]);
}

function useBends(picture: Picture, base: GeoProjection, land: Land | null): Bends {
  return useMemo(() => bendsOf(picture, base, land), [picture.places, picture.borders, base, land]);
}

const HubSign = ({ at: [x, y] }: { readonly at: Point }): ReactElement => (
  <g aria-hidden="true">
    <rect x={x - 10} y={y - 10} width="20" height="20" fill="var(--ab-hub)" stroke="var(--ab-surface)" strokeWidth="1.5" />
    <SignAt name="hub" x={x} y={y} size={14} colour="var(--ab-land)" />
  </g>
);

const Leader = ({ placed }: { readonly placed: Placed | undefined }): ReactElement | null => (placed?.leader ? <path className="leader" d={`M${placed.leader[0].join(' ')}L${placed.leader[1].join(' ')}`} /> : null);

function Label({ lines, placed, border }: { readonly lines: readonly string[]; readonly placed: Placed | undefined; readonly border: boolean }): ReactElement | null {
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
