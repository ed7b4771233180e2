// How far goods get from a hub by one mode, as circles on the land: the way rules know distance alone, so it can be nothing else.

import { geoCircle } from 'd3-geo';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HubChoiceAnswer } from '../../src/http/contract/answers.ts';
import type { PlaceInPicture } from '../../src/http/contract/picture.ts';
import { GroundMap, useSize } from '../map/base-map.tsx';
import { at, nearProjection, pathOf } from '../map/geometry.ts';
import { useLand } from '../map/land.ts';
import { namesOf, type Outcome } from './scene.ts';

const KM_A_DEGREE = 111.195;
const MODES = ['road', 'rail', 'air'] as const;
const AIR = { top: 30, right: 40, bottom: 30, left: 40 };

export function IsochroneMap({ found, outcome }: { readonly found: HubChoiceAnswer; readonly outcome: Outcome }): ReactElement {
  const { t } = useTranslation();
  const { near } = useLand();
  const [frame, size] = useSize<HTMLDivElement>({ width: 700, height: 460 });
  const [mode, setMode] = useState<(typeof MODES)[number]>('road');
  const gateways = useMemo(() => found.gateways.map(shown), [found.gateways]);
  const projection = useMemo(() => nearProjection(size, gateways, AIR), [size, gateways]);
  const hubs = found.candidates.filter(({ place }) => outcome.places.includes(place.place)).map((it) => ({ ...it, spot: shown(it.place) }));
  const path = pathOf(projection);
  const served = mode === 'rail' ? hubs.filter(({ hasRail }) => hasRail) : hubs;
  const circles = found.isochrones.filter((it) => it.mode === mode).toSorted((a, b) => b.km - a.km);
  return (
    <section className="reach" aria-labelledby="reach">
      <h2 className="head" id="reach">
        {t('hubs.map')} <span>{t('hubs.mapSub')}</span>
      </h2>
      <div className="modes" role="group" aria-label={t('hubs.map')}>
        {MODES.map((it) => (
          <button key={it} type="button" className="verb" aria-pressed={it === mode} onClick={() => setMode(it)}>
            {t(`hubs.mode.${it}`)}
          </button>
        ))}
      </div>
      <div className="map" ref={frame}>
        <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={t('hubs.mapLabel', { hub: namesOf(found.candidates)(outcome), mode: t(`hubs.mode.${mode}`) })}>
          <GroundMap land={near} projection={projection} borders={[]} />
          {served.flatMap(({ spot }) => circles.map(({ hours, km }) => <path key={`${spot.place} ${hours}`} className="isochrone" d={path(geoCircle().center(at(spot)).radius(km / KM_A_DEGREE)())} />))}
          {gateways.map((gateway) => <Dot key={gateway.place} place={gateway} spot={projection(at(gateway))} />)}
          {served.flatMap(({ spot }) => circles.map(({ hours, km }) => { const top = projection([spot.longitude, spot.latitude + km / KM_A_DEGREE]); return top === null || top[1] < 12 ? null : <text key={`${spot.place} ${hours} h`} x={top[0]} y={top[1] - 4} textAnchor="middle">{t('hubs.within', { hours })}</text>; }))}
          {hubs.map(({ spot }) => { const point = projection(at(spot)); return point === null ? null : <g key={spot.place}><rect x={point[0] - 5} y={point[1] - 5} width="10" height="10" fill="var(--ab-ink)" /><text x={point[0] + 9} y={point[1] + 4} className="strong">{spot.iata ?? spot.name}</text></g>; })}
        </svg>
      </div>
      <p className="quiet">
        {t('hubs.honest')} {served.length < hubs.length && t('hubs.noRail')}
      </p>
    </section>
  );
}

const Dot = ({ place, spot }: { readonly place: PlaceInPicture; readonly spot: [number, number] | null }): ReactElement | null =>
  spot === null ? null : (
    <circle cx={spot[0]} cy={spot[1]} r="3" fill="var(--ab-surface)" stroke="var(--ab-ink)">
      <title>{place.name}</title>
    </circle>
  );

const shown = ({ place, name, latitude, longitude, iata = null }: { readonly place: string; readonly name: string; readonly latitude: number; readonly longitude: number; readonly iata?: string | null | undefined }): PlaceInPicture => ({ place, name, latitude, longitude, iata: iata ?? null, area: '', role: 'gateway' });
