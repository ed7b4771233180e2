// The plan's flows: width says cartons. The line that is selected stands out with its own way; the others step back.

import { memo, useCallback, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../src/http/contract/picture.ts';
import { GroundMap, placesInView, useSize } from '../map/base-map.tsx';
import { shortly } from '../map/flights.tsx';
import { at, nearProjection, wayBetween, type Point } from '../map/geometry.ts';
import { LINE, placeLabels, type Wanted } from '../map/labels.ts';
import { useLand } from '../map/land.ts';
import { StretchOnMap, stretchesOf, type Stretch } from '../map/onward.tsx';
import type { Figures } from '../shared/figures.ts';
import { placeName } from '../shared/names.ts';
import type { PlanProposed } from './policies.ts';
import { legsOf } from './ways.ts';

/** Width of the largest flow, px. */
const WIDEST = 13;
/** So many ends have a name at most, the largest first: more would not find room, and the table has them all. */
const MOST_NAMED = 80;

const sameWay = ({ mode, from, to }: { readonly mode: string; readonly from: string; readonly to: string }): string => `${mode} ${from} ${to}`;

interface FlowMapProps {
  readonly picture: Picture;
  readonly plan: PlanProposed | undefined;
  readonly line: string | undefined;
  /** The road that the line could have taken, with what that would change; pale and dashed. */
  readonly notTaken?: { readonly route: readonly string[]; readonly cartons: number; readonly words: readonly string[] } | null;
  readonly figures: Figures;
}

export const FlowMap = memo(function FlowMap({ picture, plan, line, notTaken = null, figures }: FlowMapProps): ReactElement {
  const { t } = useTranslation();
  const { near } = useLand();
  const [frame, size] = useSize<HTMLDivElement>({ width: 960, height: 352 });
  const shown = placesInView(picture);
  const shownKey = shown.map(({ place }) => place).join();
  // Which places are in view changes far less often than the picture.
  const projection = useMemo(() => nearProjection(size, shown, { top: 34, right: 60, bottom: 26, left: 60 }), [size, shownKey]);
  const placeOf = useMemo(() => new Map<string, Picture['places'][number]>(picture.places.map((it) => [it.place, it])), [picture]);
  const homeOf = useMemo(() => new Map<string, string>(picture.recipients.map(({ recipient, place }) => [recipient, place])), [picture]);
  const spotOf = useCallback((code: string): Point | null => {
    const place = placeOf.get(code);
    return place === undefined ? null : projection(at(place));
  }, [placeOf, projection]);
  const flows = useMemo(() => stretchesOf(plan === undefined ? [] : legsOf(plan.lines, picture), spotOf, true).toSorted((a, b) => b.cartons - a.cartons), [plan, picture, spotOf]);
  const most = Math.max(1, ...flows.map(({ cartons }) => cartons));
  const widthOf = (cartons: number): number => Math.max(1.5, Math.sqrt(cartons / most) * WIDEST);
  const chosen = plan?.lines.find((it) => it.line === line);
  const chosenFlows: Stretch[] = chosen === undefined ? [] : stretchesOf(legsOf([chosen], picture), spotOf, false);
  // A later departure on the same way is drawn beside it, bent as no other mode is.
  const taken = new Set(chosen === undefined ? [] : legsOf([chosen], picture).map(sameWay));
  const others: Stretch[] = notTaken === null ? [] : stretchesOf(legsOf([notTaken], picture).map((leg) => (taken.has(sameWay(leg)) ? { ...leg, mode: 'sea' } : leg)), spotOf, true);
  const middle = others.at(-1)?.way.along(0.5).point;
  const ends = useMemo(() => {
    const arriving = Map.groupBy(plan?.lines ?? [], ({ recipient }) => homeOf.get(recipient) ?? '');
    const all = [...arriving].flatMap(([place, lines]) => {
      const point = spotOf(place);
      return point === null ? [] : [{ place, name: shortly(placeOf.get(place)?.name ?? place), point, cartons: lines.reduce((sum, { cartons }) => sum + cartons, 0) }];
    });
    return all.toSorted((a, b) => b.cartons - a.cartons);
  }, [plan, homeOf, placeOf, spotOf]);
  const hub = spotOf(picture.hub);
  const chosenPlace = homeOf.get(chosen?.recipient ?? '');
  const named = ends.filter(({ place }, index) => index < MOST_NAMED || place === chosenPlace);
  const wanted: Wanted[] = [
    ...(middle === undefined || notTaken === null ? [] : [{ id: 'not taken', x: middle[0], y: middle[1], r: 4, lines: notTaken.words, weight: 1e10, must: true }]),
    ...(hub === null ? [] : [{ id: 'hub', x: hub[0], y: hub[1], r: 10, lines: [shortly(placeName(picture, picture.hub))], weight: 1e9, must: true }]),
    ...named.map(({ place, name, point: [x, y], cartons }) => ({ id: place, x, y, r: 5, lines: [`${name} ${figures.count(cartons)}`], weight: cartons + (place === chosenPlace ? 1e8 : 0), must: place === chosenPlace })),
  ];
  const labels = placeLabels(wanted, ends.map(({ point: [x, y] }) => ({ x, y, r: 4 })), [{ left: size.width - 170, top: 0, right: size.width, bottom: 92 }], size);
  return (
    <section className="map flows" aria-label={t('plan.flows')}>
      <div className="canvas" ref={frame}>
        <svg width={size.width} height={size.height} role="img" aria-label={named.map(({ name, cartons }) => `${name}: ${t('map.cartons', { n: figures.count(cartons) })}`).join('; ') || t('plan.flows')}>
          <GroundMap land={near} projection={projection} borders={picture.borders} />
          {flows.map((stretch) => (
            <StretchOnMap key={stretch.key} stretch={stretch} width={widthOf(stretch.cartons)} far={chosen !== undefined} />
          ))}
          {others.map(({ key, way }) => (
            <path key={`other ${key}`} className="not-taken" d={way.path} />
          ))}
          {chosenFlows.map((stretch) => (
            <StretchOnMap key={`chosen ${stretch.key}`} stretch={stretch} width={Math.max(5, widthOf(stretch.cartons))} />
          ))}
          {ends.slice(MOST_NAMED).map(({ place, point: [x, y] }) => (
            <circle key={place} cx={x} cy={y} r="1.5" fill="var(--ab-ink-2)" />
          ))}
          {named.map(({ place, point: [x, y] }) => (
            <circle key={`named ${place}`} cx={x} cy={y} r={place === chosenPlace ? 6.5 : 4} fill="var(--ab-surface)" stroke="var(--ab-ink)" strokeWidth={place === chosenPlace ? 2.5 : 1.5} />
          ))}
          {hub !== null && <rect x={hub[0] - 7} y={hub[1] - 7} width="14" height="14" fill="var(--ab-hub)" stroke="var(--ab-surface)" strokeWidth="1.5" />}
          {wanted.map(({ id, lines }) => {
            const placed = labels.get(id);
            return (
              placed !== undefined && (
                <text key={id} x={placed.x} y={placed.y} textAnchor={placed.anchor} pointerEvents="none">
                  {lines.map((text, index) => (
                    <tspan key={text} x={placed.x} dy={index === 0 ? 0 : LINE} className={id === 'not taken' ? undefined : 'strong'}>
                      {text}
                    </tspan>
                  ))}
                </text>
              )
            );
          })}
        </svg>
      </div>
      <WidthKey most={most} widthOf={widthOf} figures={figures} />
    </section>
  );
});

const MODES = ['road', 'rail', 'air'] as const;

function WidthKey({ most, widthOf, figures }: { readonly most: number; readonly widthOf: (cartons: number) => number; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  const shares = [1, 0.3, 0.05];
  return (
    <div className="legend width-key">
      {MODES.map((mode, index) => {
        const cartons = Math.max(1, Math.round(most * (shares[index] ?? 1)));
        return (
          <span key={mode} className="disc-key">
            <svg width="36" height="16" aria-hidden="true">
              <StretchOnMap stretch={{ key: mode, mode, way: { path: 'M0 8H36', along: wayBetween([0, 8], [36, 8], 'none').along }, cartons, planned: true }} width={widthOf(cartons)} />
            </svg>
            {t(`mode.${mode}`)}, {t('map.cartons', { n: figures.count(cartons) })}
          </span>
        );
      })}
    </div>
  );
}
