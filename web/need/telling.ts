// What each source says of an area, out of the report's days, as lines of a chart; and the days that the charts show. Pure.

import type { CountsAnswer } from '../../src/http/contract/answers.ts';
import type { Measure } from '../../src/domain/need/counts.ts';
import { dayOf, type Ahead } from './lines.ts';
import type { SourceLine } from './counts-chart.tsx';
import type { Projected } from './scene.ts';

export const MEASURES = ['cases', 'deaths', 'wards', 'intensiveCare'] as const satisfies readonly Measure[];

export type Days = CountsAnswer['days'];

/** A source is told apart by its ids, as the report writes them. */
export const keyOf = (sources: readonly string[]): string => sources.join(' + ');

/** In the order of the report: the one that is used first. */
export function linesOf(days: Days, sources: readonly (readonly string[])[], used: readonly string[], measure: Measure): SourceLine[] {
  return sources.map((ids) => {
    const name = keyOf(ids);
    const points = days.flatMap(({ told }) =>
      told.flatMap(({ sources: by, at, figures }) => {
        const figure = keyOf(by) === name ? figures[measure] : null;
        return figure === null ? [] : [{ day: dayOf(at), value: figure.value }];
      }),
    );
    return { name, isUsed: name === keyOf(used), points: points.toSorted((a, b) => a.day - b.day) };
  });
}

/** What is ahead of an area and a measure, nearest first. */
export const aheadOf = (projections: readonly Projected[], area: string, measure: Measure): Ahead[] =>
  projections.filter((it) => it.area === area && it.measure === measure).map(({ date, central, low, high }) => ({ day: dayOf(date) + 0.5, value: central, low, high })).toSorted((a, b) => a.day - b.day);

const LONGEST = 42;
const LEAST = 4;

/** From the first count, of a long series the last six weeks, through what is ahead. */
export function daysShown(lines: readonly SourceLine[], ahead: readonly Ahead[], now: number): { readonly from: number; readonly until: number } {
  const counted = lines.flatMap(({ points }) => points.map(({ day }) => day));
  const until = Math.max(now, ...ahead.map(({ day }) => day));
  const first = counted.reduce((least, day) => Math.min(least, day), now - LEAST);
  return { from: Math.max(Math.floor(first), Math.floor(now) - LONGEST), until: Math.ceil(until + 0.01) };
}
