// The drawing of the timeline: days, lanes of bars, the hub's stock as a stepped line, the cursor. Solid up to the cursor, pale
// and dashed beyond it; a grey line beneath a bar is how it was first planned.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../src/http/contract/picture.ts';
import { shortly } from '../map/flights.tsx';
import type { Figures } from '../shared/figures.ts';
import { placeName } from '../shared/names.ts';
import { SignAt } from '../shared/signs.tsx';
import { endOf, lanesOf, rowsOf, type Bar, type Row } from './lanes.ts';

const AXIS = 24;
/** Names of the lanes stand before the days; where there is no room, above their bars. */
export const GUTTER = 96;
const NAME_ABOVE = 16;
const ROW = 18;
const STOCK = 40;
const PAD = 8;
const DAY = 86_400_000;

interface ChartProps {
  readonly picture: Picture;
  readonly item: string;
  readonly from: number;
  readonly until: number;
  readonly now: number;
  readonly width: number;
  readonly height: number;
  /** Room before the days; 0: the names stand above the bars. */
  readonly gutter: number;
  readonly figures: Figures;
}

export function Chart({ picture, item, from, until, now, width, height, gutter, figures }: ChartProps): ReactElement {
  const { t } = useTranslation();
  const x = (ms: number): number => ((ms - from) / (until - from)) * width;
  const words = { place: (code: string) => shortly(placeName(picture, code)), count: figures.count, hour: figures.hour, landed: (at: string) => t('time.landed', { when: figures.hour(at) }) };
  const lanes = lanesOf(picture, item, words).map((lane) => ({ ...lane, rows: rowsOf(lane.bars, x, width) }));
  let y = 0;
  const blocks = lanes.flatMap(({ name, rows }) => {
    const above = gutter === 0 ? NAME_ABOVE : 0;
    const deep = Math.max(1, 1 + Math.max(0, ...rows.map(({ row }) => row))) * ROW + PAD + above;
    const block = { name, rows, top: y, deep, above };
    y += deep;
    if (name !== 'flights') return [block];
    const stock = { name: 'stock' as const, rows: [] as readonly Row[], top: y, deep: STOCK, above };
    y += STOCK;
    return [block, stock];
  });
  const all = Math.max(y, height - AXIS);
  const days = daysBetween(picture.span.from, from, until);
  const whole = width + gutter;
  return (
    <>
      <Axis days={days} x={x} now={now} width={width} gutter={gutter} figures={figures} />
      <svg width={whole} height={all} viewBox={`${-gutter} 0 ${whole} ${all}`} aria-hidden="true">
        <rect className="ahead" x={Math.max(0, x(now))} y="0" width={Math.max(0, width - Math.max(0, x(now)))} height={all} />
        {days.map((day) => x(day) >= 0 && <path key={day} className="grid-line" d={`M${x(day)} 0V${all}`} />)}
        {blocks.map(({ name, rows, top, deep, above }) => (
          <g key={name}>
            {name === 'stock' ? <Stock picture={picture} x={x} now={now} top={top} deep={deep} width={width} figures={figures} /> : rows.map((row) => <BarOf key={row.bar.key} {...row} x={x} top={top + above} now={now} width={width} />)}
          </g>
        ))}
        {gutter > 0 && <path className="gutter" d={`M${-gutter} 0H0V${all}H${-gutter}Z`} />}
        {blocks.map(({ name, top, deep }) => (
          <g key={name}>
            <path className="lane-line" d={`M${-gutter} ${top + deep}H${width}`} />
            <LaneName name={name} top={top} gutter={gutter} />
          </g>
        ))}
      </svg>
    </>
  );
}

const SIGN = { flights: 'air', stock: 'hub', road: 'road', rail: 'rail', air: 'air', sea: 'sea' } as const;

function LaneName({ name, top, gutter }: { readonly name: keyof typeof SIGN; readonly top: number; readonly gutter: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <SignAt name={SIGN[name]} x={gutter === 0 ? 13 : 16 - gutter} y={top + 10} size={14} colour="var(--ab-ink-2)" />
      <text className="lane-name" x={gutter === 0 ? 24 : 28 - gutter} y={top + 14}>
        {t(`time.${name}`)}
      </text>
    </>
  );
}

/** Local midnights: the span begins at one, and no day of it is longer than 25 hours. */
function daysBetween(first: string, from: number, until: number): number[] {
  const days: number[] = [];
  for (let day = Date.parse(first); day < until; day += DAY) if (day >= from - DAY) days.push(day);
  return days;
}

/** Beside the cursor's head, where that would lie upon the day's name. */
function nameAt(day: number, cursor: number): number {
  const start = Math.max(0, day) + 6;
  return cursor > start - 8 && cursor < start + 44 ? cursor + 10 : start;
}

function Axis({ days, x, now, width, gutter, figures }: { readonly days: readonly number[]; readonly x: (ms: number) => number; readonly now: number; readonly width: number; readonly gutter: number; readonly figures: Figures }): ReactElement {
  return (
    <svg className="axis" width={width + gutter} height={AXIS} viewBox={`${-gutter} 0 ${width + gutter} ${AXIS}`} aria-hidden="true">
      {days.map((day) => (
        <g key={day}>
          {x(day) >= 0 && <path className="grid-line" d={`M${x(day)} 0V${AXIS}`} />}
          <text x={nameAt(x(day), x(now))} y="16" className={now >= day && now < day + DAY ? 'today' : undefined}>
            {x(day) > -60 ? figures.day(new Date(day + DAY / 2).toISOString()) : ''}
          </text>
        </g>
      ))}
    </svg>
  );
}

const INK: Readonly<Record<Bar['state'], string>> = { inTheAir: 'air', onward: 'onward', delivered: 'delivered', allocated: 'allocated' };

function BarOf({ bar, row, side, x, top, now, width }: Row & { readonly x: (ms: number) => number; readonly top: number; readonly now: number; readonly width: number }): ReactElement {
  const hue = INK[bar.state];
  const y = top + 4 + row * ROW;
  const [start, end] = [x(bar.from), Math.max(x(bar.from) + 3, x(bar.until))];
  const done = bar.ahead ? start : Math.max(start, Math.min(end, x(now)));
  const late = bar.planned !== null && (Math.abs(bar.planned.from - bar.from) > 600_000 || Math.abs(bar.planned.until - bar.until) > 600_000);
  const right = side === 'after';
  return (
    <g>
      {done > start && <rect x={start} y={y} width={done - start} height="13" fill={`var(--ab-${hue})`} stroke={`var(--ab-${hue}-ink)`} />}
      {end > done && <rect x={done} y={y} width={end - done} height="13" fill={`var(--ab-${hue}-wash)`} stroke={`var(--ab-${hue}-ink)`} strokeDasharray="3 2" />}
      {late && bar.planned !== null && <path className="first-plan" d={`M${x(bar.planned.from)} ${y + 13}v4M${x(bar.planned.from)} ${y + 15}H${x(bar.planned.until)}M${x(bar.planned.until)} ${y + 13}v4`} />}
      {bar.range !== null && <path className="whisker" d={`M${x(bar.range.early)} ${y + 4}v5M${x(bar.range.early)} ${y + 6.5}H${x(bar.range.late)}M${x(bar.range.late)} ${y + 2}v9`} />}
      <text x={right ? endOf(bar, x) + 6 : Math.min(start, width) - 6} y={y + 11} textAnchor={right ? 'start' : 'end'}>
        <tspan fontWeight="600">{bar.label}</tspan> {bar.detail}
      </text>
    </g>
  );
}

function Stock({ picture, x, now, top, deep, width, figures }: { readonly picture: Picture; readonly x: (ms: number) => number; readonly now: number; readonly top: number; readonly deep: number; readonly width: number; readonly figures: Figures }): ReactElement {
  const { t } = useTranslation();
  // The scale is of the days in the window: one large flight a fortnight away must not flatten them.
  const inWindow = picture.stock.filter(({ at }) => x(Date.parse(at)) > -width / 4 && x(Date.parse(at)) < width);
  const most = Math.max(1, picture.stock.findLast(({ planned }) => !planned)?.cartons ?? 0, ...inWindow.map(({ cartons }) => cartons));
  const level = (cartons: number): number => top + deep - 3 - (cartons / most) * (deep - 16);
  const past = picture.stock.filter(({ planned }) => !planned);
  const here = past.at(-1)?.cartons ?? 0;
  const steps = (points: readonly { readonly at: string; readonly cartons: number }[], start: string): string => points.reduce((path, { at, cartons }) => `${path}H${x(Date.parse(at)).toFixed(1)}V${level(cartons).toFixed(1)}`, start);
  const first = past[0];
  if (picture.stock.length === 0) return <g />;
  const solid = first === undefined ? '' : `${steps(past.slice(1), `M${x(Date.parse(first.at)).toFixed(1)} ${level(first.cartons).toFixed(1)}`)}H${x(now).toFixed(1)}`;
  const ahead = `${steps(picture.stock.filter(({ planned }) => planned), `M${x(now).toFixed(1)} ${level(here).toFixed(1)}`)}H${width}`;
  return (
    <g>
      {solid !== '' && <path d={`${solid}V${level(0)}H${x(Date.parse(first?.at ?? '')).toFixed(1)}Z`} fill="var(--ab-hub-wash)" />}
      <path d={solid} fill="none" stroke="var(--ab-hub-ink)" strokeWidth="1.75" />
      <path d={ahead} fill="none" stroke="var(--ab-hub-ink)" strokeWidth="1.25" strokeDasharray="3 3" />
      <text x={x(now) - 6} y={level(here) - 4} textAnchor="end" style={{ fill: 'var(--ab-hub-ink)' }}>
        {t('time.cartons', { n: figures.count(here) })}
      </text>
    </g>
  );
}
