// Steps of a history as lines of a chart: each figure stands until the next fact moves it. Geometry only.

interface Box {
  readonly width: number;
  readonly height: number;
  /** Milliseconds at the left and the right edge. */
  readonly from: number;
  readonly until: number;
  /** The figure at the upper edge. */
  readonly most: number;
}

interface Step {
  readonly at: number;
  readonly value: number;
}

export const across = (at: number, { width, from, until }: Box): number => ((Math.min(until, Math.max(from, at)) - from) / Math.max(1, until - from)) * width;
export const up = (value: number, { height, most }: Box): number => height - (value / Math.max(1, most)) * height;

/** From the first step to `end`, at right angles; what lies before the box stands at its edge. Empty: no step. */
export function stepPath(steps: readonly Step[], end: number, box: Box): string {
  const [first, ...rest] = steps;
  if (first === undefined) return '';
  const point = (n: number): string => String(Math.round(n * 10) / 10);
  const lines = rest.map(({ at, value }) => `H${point(across(at, box))}V${point(up(value, box))}`);
  return `M${point(across(first.at, box))} ${point(up(first.value, box))}${lines.join('')}H${point(across(end, box))}`;
}
