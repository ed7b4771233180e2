// One measure of an area as lines over days: a line for each source, told apart by dash and mark and named at its end; what is projected
// dotted, with its band hatched. Ink alone, so that it reads in greyscale. The tables beside it say the same in figures.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measure } from '../../src/domain/need/counts.ts';
import { useSize } from '../map/base-map.tsx';
import { roundAbove } from '../shared/axis.ts';
import { aheadPath, across, bandPath, instantOf, linePath, namedDays, spaced, ticks, up, type Ahead, type At, type Box, type Scale } from './lines.ts';
import { useNeed } from './scene.ts';

export interface SourceLine {
  /** The source's id, as it stands at the line's end. */
  readonly name: string;
  readonly isUsed: boolean;
  /** Oldest first. */
  readonly points: readonly At[];
}

/** Of the source that is used the line is whole; the others differ by dash and by mark. */
export const DASHES = [undefined, '7 3', '2 3', '9 3 2 3', '4 2'] as const;
export const dashOf = (index: number): string | undefined => DASHES[index % DASHES.length];

const HEIGHT = 190;
const PAD = { top: 12, right: 74, bottom: 22, left: 58 };
const NAME_GAP = 13;
/** Of a day's name, and of a date's: px. */
const ROOM = { day: 52, date: 84 } as const;
/** A line of more counts than this bears a mark at its end alone. */
const MARKED = 24;
/** A band that goes higher than so many times what is counted or projected is cut, and its end written there: the rest would lie flat. */
const HIGHEST_BAND = 2.2;

interface ChartProps {
  readonly measure: Measure;
  readonly lines: readonly SourceLine[];
  readonly ahead: readonly Ahead[];
  readonly days: { readonly from: number; readonly until: number };
  /** The day that the page stands at. */
  readonly now: number;
  readonly scale: Scale;
  readonly label: string;
}

export function CountsChart({ measure, lines, ahead, days, now, scale, label }: ChartProps): ReactElement {
  const { t } = useTranslation();
  const { figures } = useNeed();
  const [frame, size] = useSize<HTMLDivElement>({ width: 560, height: HEIGHT });
  const told = Math.max(1, ...lines.flatMap(({ points }) => points.map(({ value }) => value)), ...ahead.map(({ value }) => value));
  const highest = Math.max(told, Math.min(told * (scale === 'log' ? 10 : HIGHEST_BAND), ahead.reduce((most, { high }) => Math.max(most, high ?? 0), 0)));
  const box: Box = { width: Math.max(60, size.width - PAD.left - PAD.right), height: HEIGHT - PAD.top - PAD.bottom, ...days, most: scale === 'log' ? 10 ** Math.ceil(Math.log10(Math.max(2, highest))) : roundAbove(highest), scale };
  const used = lines.find(({ isUsed }) => isUsed);
  const last = used?.points.at(-1);
  const drawn = lines.map((line, index) => ({ ...line, index, end: line.points.findLast(({ day }) => day >= days.from && day <= days.until) })).filter(({ end }) => end !== undefined);
  const heights = spaced(drawn.map(({ end }) => up(end?.value ?? 0, box)), NAME_GAP, box.height);
  const x = (day: number): number => across(day, box);
  const isLong = days.until - days.from > 14;
  const cut = ahead.filter(({ high }) => high !== null && high > box.most);
  return (
    <figure className="counts-chart" ref={frame}>
      <figcaption>{t(`need.counts.measure.${measure}`)}</figcaption>
      <svg width={size.width} height={HEIGHT} role="img" aria-label={label} data-measure={measure}>
        <defs>
          <pattern id={`band-${measure}`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" fill="var(--ab-canvas)" />
            <path d="M0 0V5" stroke="var(--ab-edge)" />
          </pattern>
        </defs>
        <g transform={`translate(${PAD.left} ${PAD.top})`}>
          {ticks(box).map((value) => (
            <g key={value}>
              <line className="grid" x1={0} x2={box.width} y1={up(value, box)} y2={up(value, box)} />
              <text x={-8} y={up(value, box) + 4} textAnchor="end">
                {figures.count(value)}
              </text>
            </g>
          ))}
          {namedDays(box, isLong ? ROOM.date : ROOM.day).map((day) => (
            <text key={day} x={x(day)} y={box.height + 16} textAnchor="middle">
              {isLong ? figures.date(instantOf(day + 0.5)) : figures.day(instantOf(day + 0.5))}
            </text>
          ))}
          {last !== undefined && <path className="band" d={bandPath(last, ahead, box)} fill={`url(#band-${measure})`} />}
          {last !== undefined && <path className="ahead" d={aheadPath(last, ahead, box)} strokeDasharray="1 4" />}
          {cut.map(({ day, high }) => (
            <text key={day} x={x(day)} y={-2} textAnchor="end" className="cut">
              ↑ {figures.count(high ?? 0)}
            </text>
          ))}
          {ahead.map(({ day, value }) => (
            <circle key={day} className="ahead-mark" cx={x(day)} cy={up(value, box)} r="3" />
          ))}
          {drawn.map(({ name, isUsed, points, index }) => (
            <g key={name} className={isUsed ? 'told used' : 'told'}>
              <path className="line" d={linePath(points, box)} strokeDasharray={dashOf(index)} data-source={name} />
              {markedOf(points, days).map(({ day, value }) => (
                <path key={day} className="mark" d={markPath(index, x(day), up(value, box))}>
                  <title>{`${name}, ${figures.hour(instantOf(day))}: ${figures.count(value)}`}</title>
                </path>
              ))}
            </g>
          ))}
          <line className="cursor-line" x1={x(now)} x2={x(now)} y1={-4} y2={box.height} />
          {drawn.map(({ name, isUsed }, k) => (
            <text key={name} className={isUsed ? 'name strong' : 'name'} x={box.width + 8} y={(heights[k] ?? 0) + 4}>
              {name}
            </text>
          ))}
        </g>
      </svg>
    </figure>
  );
}

/** All counts in view that bear a mark. */
function markedOf(points: readonly At[], { from, until }: ChartProps['days']): readonly At[] {
  const inView = points.filter(({ day }) => day >= from && day <= until);
  return inView.length > MARKED ? inView.slice(-1) : inView;
}

const R = 2.6;

/** A mark of its own for each source: disc, square, triangle, diamond, cross. */
export function markPath(index: number, x: number, y: number): string {
  const [cx, cy] = [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
  switch (index % DASHES.length) {
    case 0:
      return `M${cx - R} ${cy}a${R} ${R} 0 1 0 ${2 * R} 0a${R} ${R} 0 1 0 ${-2 * R} 0Z`;
    case 1:
      return `M${cx - R} ${cy - R}h${2 * R}v${2 * R}h${-2 * R}Z`;
    case 2:
      return `M${cx} ${cy - R - 1}l${R + 1} ${2 * R}h${-2 * R - 2}Z`;
    case 3:
      return `M${cx} ${cy - R - 1}l${R + 1} ${R + 1}l${-R - 1} ${R + 1}l${-R - 1} ${-R - 1}Z`;
    default:
      return `M${cx - R} ${cy - 0.8}h${R - 0.8}v${-R + 0.8}h1.6v${R - 0.8}h${R - 0.8}v1.6h${-R + 0.8}v${R - 0.8}h-1.6v${-R + 0.8}h${-R + 0.8}Z`;
  }
}
