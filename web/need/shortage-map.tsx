// Who needs how much, and how long it lasts, on the map: circles as large as the need a day, filled by days of supply of two weeks,
// then by what is under way. Where no stock was reported the circle is dashed.

import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { GroundMap, placesInView, useSize } from '../map/base-map.tsx';
import { shortly } from '../map/flights.tsx';
import { at, nearProjection, sector, type Point, type Size } from '../map/geometry.ts';
import { LINE, placeLabels, type Wanted } from '../map/labels.ts';
import { useLand } from '../map/land.ts';
import { SpotOnMap, type Spot } from '../map/recipients.tsx';
import { placesToFit, spotsOf } from '../map/spots.ts';
import { ZoomKeys } from '../map/zoom-keys.tsx';
import { useZoom, zoomed } from '../map/zoom.ts';
import { fillOf, inkOf } from '../shared/custody.tsx';
import { recipientName } from '../shared/names.ts';
import { SpotCard } from './spot-card.tsx';
import { useNeed } from './scene.ts';
import { suppliedOf } from './supplies.ts';

/** So many of the largest are named even where their name covers something, and so many at most. */
const ALWAYS_NAMED = 5;
const NAMED = 60;
const INTO = 3;
const HUB_SIZE = 14;

export function ShortageMap(): ReactElement {
  const { t } = useTranslation();
  const { picture, report, item, figures } = useNeed();
  const { near } = useLand();
  const [frame, size] = useSize<HTMLDivElement>({ width: 480, height: 470 });
  const zoom = useZoom(frame, size);
  const [opened, setOpened] = useState<string | null>(null);
  const supplied = useMemo(() => suppliedOf({ picture, report, item }), [picture, report, item]);
  const places = useMemo(() => placesToFit({ recipients: supplied, hub: picture.hub }, item, placesInView(picture)), [supplied, picture, item]);
  const key = places.map(({ place }) => place).join();
  // Which places are in view changes far less often than the figures.
  const base = useMemo(() => nearProjection(size, places, airIn(size)), [size, key]);
  const projection = useMemo(() => zoomed(base, zoom.view, size), [base, zoom.view, size]);
  const points = useMemo(() => new Map(picture.places.map((place) => [place.place, projection(at(place))] as const)), [picture.places, projection]);
  const hub = points.get(picture.hub) ?? null;
  const spots = useMemo(() => {
    const naming = { recipient: (it: (typeof supplied)[number]) => recipientName({ places: picture.places, recipients: picture.recipients }, it, figures, (country) => t('area.rest', { country })), country: figures.area, group: (name: string, count: number) => t('map.group', { name, count }) };
    const all = spotsOf({ recipients: supplied, flights: [], plan: {} }, item, (place) => points.get(place) ?? null, { ...naming, recipient: (it) => areaName(it.area, figures.area) ?? naming.recipient(it as (typeof supplied)[number]) }, size, hub === null ? [] : [{ x: hub[0], y: hub[1], r: 11 }]);
    return all.map((spot): Spot => ({ ...spot, served: spot.members.some(({ holding }) => holding.stock !== null) }));
  }, [supplied, picture, item, points, hub, size, figures, t]);
  const largest = spots.map(({ holding }) => holding.perDay.value).toSorted((a, b) => b - a)[ALWAYS_NAMED - 1] ?? 0;
  const inFrame = ({ circle: { x, y } }: Spot): boolean => x > 0 && x < size.width && y > 0 && y < size.height;
  const wanted: Wanted[] = [
    ...(hub === null ? [] : [{ id: 'hub', x: hub[0], y: hub[1], r: 10, lines: [shortly(picture.places.find(({ place }) => place === picture.hub)?.name ?? picture.hub)], weight: 1e12, must: true }]),
    ...spots
      .filter(inFrame)
      .toSorted((a, b) => b.holding.perDay.value - a.holding.perDay.value)
      .slice(0, NAMED)
      .map((spot): Wanted => ({ id: spot.id, ...spot.circle, lines: [spot.name, ...(spot.served ? [t('need.map.days', { n: figures.decimal(spot.holding.delivered.value / Math.max(1, spot.holding.perDay.value)) })] : [])], weight: spot.holding.perDay.value, must: spot.circle.r > 9 && spot.holding.perDay.value >= largest, place: 'led' })),
  ];
  const labels = placeLabels(wanted, spots.map(({ circle }) => circle), [{ left: size.width - 50, top: 0, right: size.width, bottom: 112 }], size);
  const open = spots.find(({ id }) => id === opened);
  return (
    <section className="map shortage-map" aria-label={t('need.map.title')}>
      <div className="canvas" ref={frame} dir="ltr" role="group" tabIndex={0} aria-label={t('map.keys')} aria-keyshortcuts="+ - 0 ArrowLeft ArrowRight ArrowUp ArrowDown" onKeyDown={zoom.onKey}>
        <svg width={size.width} height={size.height} viewBox={`0 0 ${size.width} ${size.height}`}>
          <GroundMap land={near} projection={base} borders={picture.borders} view={zoom.view} closed={projection} />
          {wanted.map(({ id }) => {
            const leader = labels.get(id)?.leader;
            return leader ? <path key={id} className="leader" d={`M${leader[0].join(' ')}L${leader[1].join(' ')}`} /> : null;
          })}
          {spots.map((spot) => (
            <SpotOnMap key={spot.id} spot={spot} figures={figures} opened={spot.id === opened} onToggle={(id) => setOpened((held) => (held === id ? null : id))} />
          ))}
          {hub !== null && <HubMark at={hub} />}
          {wanted.map(({ id, lines }) => {
            const placed = labels.get(id);
            return (
              placed !== undefined && (
                <text key={id} x={placed.x} y={placed.y} textAnchor={placed.anchor} aria-hidden="true" pointerEvents="none">
                  {lines.map((text, index) => (
                    <tspan key={text} x={placed.x} dy={index === 0 ? 0 : LINE} className={index === 0 ? 'strong' : undefined}>
                      {text}
                    </tspan>
                  ))}
                </text>
              )
            );
          })}
        </svg>
        {open !== undefined && (
          <SpotCard
            spot={open}
            onClose={() => setOpened(null)}
            onZoom={() => {
              setOpened(null);
              zoom.into([open.circle.x, open.circle.y], INTO);
            }}
          />
        )}
      </div>
      {spots.length === 0 && <p className="nobody">{t('need.table.empty', { item: figures.item(item) })}</p>}
      <ZoomKeys zoom={zoom} />
      <Key />
    </section>
  );
}

const airIn = ({ width }: Size): { top: number; right: number; bottom: number; left: number } => (width > 440 ? { top: 40, right: 70, bottom: 90, left: 60 } : { top: 40, right: 50, bottom: 40, left: 44 });

/** What the page calls an area; null: it has no word for it. */
const areaName = (area: string, called: (code: string) => string): string | null => (area.length > 2 && called(area) !== area ? called(area) : null);

const HubMark = ({ at: [x, y] }: { readonly at: Point }): ReactElement => <rect x={x - HUB_SIZE / 2} y={y - HUB_SIZE / 2} width={HUB_SIZE} height={HUB_SIZE} fill="var(--ab-hub)" stroke="var(--ab-surface)" strokeWidth="1.5" aria-hidden="true" />;

function Key(): ReactElement {
  const { t } = useTranslation();
  const { item, figures } = useNeed();
  return (
    <div className="legend">
      <span className="disc-key">
        <svg width="22" height="22" aria-hidden="true">
          <circle cx="11" cy="11" r="10" fill="var(--ab-surface)" stroke="var(--ab-ink)" />
          <path d={sector(11, 11, 10, 0, 0.3)} fill={fillOf('delivered')} stroke={inkOf('delivered')} />
          <path d={sector(11, 11, 10, 0.3, 0.45)} fill={fillOf('onward')} stroke={inkOf('onward')} />
        </svg>
        <span>
          {t('need.map.area', { item: figures.item(item) })}
          <br />
          {t('need.map.fill')}
        </span>
      </span>
      <span className="disc-key">
        <svg width="22" height="14" aria-hidden="true">
          <circle cx="11" cy="7" r="6" fill="none" stroke="var(--ab-ink-3)" strokeDasharray="2 3" />
        </svg>
        {t('need.map.unknown')}
      </span>
    </div>
  );
}
