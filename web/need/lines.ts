// Counts over days as lines of a chart, and what they are projected to be as a fan: geometry only, days and people in, pixels out.
// A day that nobody counted breaks no line: reports of an operation are not daily. Not here: what is drawn how (counts-chart.tsx).

export type Scale = 'linear' | 'log';

export interface Box {
  readonly width: number;
  readonly height: number;
  /** Days since 1970 at the left and the right edge. */
  readonly from: number;
  readonly until: number;
  /** People at the upper edge; the lower one is 0, or 1 on a logarithmic scale. */
  readonly most: number;
  readonly scale: Scale;
}

export interface At {
  /** Days since 1970, with their part of a day. */
  readonly day: number;
  readonly value: number;
}

/** A projection some days on, with its band; null: it has none yet. */
export interface Ahead extends At {
  readonly low: number | null;
  readonly high: number | null;
}

const DAY_MS = 86_400_000;
/** Of a date or an instant. */
export const dayOf = (at: string): number => Date.parse(at) / DAY_MS;
export const instantOf = (day: number): string => new Date(day * DAY_MS).toISOString();

export const across = (day: number, { width, from, until }: Pick<Box, 'width' | 'from' | 'until'>): number => ((Math.min(until, Math.max(from, day)) - from) / Math.max(1e-9, until - from)) * width;

export function up(value: number, { height, most, scale }: Pick<Box, 'height' | 'most' | 'scale'>): number {
  const share = scale === 'linear' ? value / Math.max(1, most) : Math.log(Math.max(1, value)) / Math.log(Math.max(2, most));
  return height - Math.min(1, Math.max(0, share)) * height;
}

const pixel = (n: number): string => String(Math.round(n * 10) / 10);
const point = ({ day, value }: At, box: Box): string => `${pixel(across(day, box))} ${pixel(up(value, box))}`;

/** Empty: no point lies in the box. */
export function linePath(points: readonly At[], box: Box): string {
  const inside = points.filter(({ day }) => day >= box.from && day <= box.until);
  return inside.length === 0 ? '' : `M${inside.map((it) => point(it, box)).join('L')}`;
}

/** From the last count through what is ahead. */
export const aheadPath = (last: At, ahead: readonly Ahead[], box: Box): string => (ahead.length === 0 ? '' : linePath([last, ...ahead], box));

/** The band from the last count on: out along the high ends and back along the low ones. Empty: nothing ahead has a band. */
export function bandPath(last: At, ahead: readonly Ahead[], box: Box): string {
  const banded = ahead.flatMap(({ day, low, high }) => (low === null || high === null ? [] : [{ day, low, high }]));
  if (banded.length === 0) return '';
  const out = banded.map(({ day, high }) => point({ day, value: high }, box));
  const back = banded.toReversed().map(({ day, low }) => point({ day, value: low }, box));
  return `M${[point(last, box), ...out, ...back].join('L')}Z`;
}

/** Values to rule lines at: three on a linear scale, powers of ten on a logarithmic one. */
export function ticks({ most, scale }: Pick<Box, 'most' | 'scale'>): number[] {
  if (scale === 'linear') return [0, most / 2, most];
  const powers = Math.floor(Math.log10(Math.max(1, most)) + 1e-9);
  const step = Math.max(1, Math.ceil(powers / 4));
  return Array.from({ length: Math.floor(powers / step) + 1 }, (_, k) => 10 ** (k * step));
}

/** Midnights between the edges to name, `room` px apart at least; each a whole number of days from the last. */
export function namedDays({ width, from, until }: Pick<Box, 'width' | 'from' | 'until'>, room: number): number[] {
  const days = until - from;
  const every = [1, 2, 3, 7, 14, 28].find((step) => (step / Math.max(1e-9, days)) * width >= room) ?? 56;
  const first = Math.ceil(from - 1e-9);
  return Array.from({ length: Math.max(0, Math.floor((until - first) / every) + 1) }, (_, k) => first + k * every);
}

/** Where the names at the ends of lines stand: at their line if they can, pushed apart by `gap` px, within the height. In the order given. */
export function spaced(wanted: readonly number[], gap: number, height: number): number[] {
  const order = wanted.map((y, k) => ({ y, k })).toSorted((a, b) => a.y - b.y || a.k - b.k);
  const placed = wanted.map(() => 0);
  let least = 0;
  for (const [n, { y, k }] of order.entries()) {
    const last = height - (order.length - 1 - n) * gap;
    const at = Math.max(least, Math.min(y, last));
    placed[k] = at;
    least = at + gap;
  }
  return placed;
}
