// How good the projections were on the operation's own series so far, beside the published back-test; and what estimates of
// infections rest on. Walks through each series once for each horizon: asked for by itself, not with every report.

import type { Measure } from '../../domain/need/counts.ts';
import { dateOf, dayOf, seriesOf, type DailySeries } from '../../need/series.ts';
import { backtest, type BacktestScore } from '../../need/backtest.ts';
import { GROWTH_WINDOW, LAG, MOST_GROWTH, ROUND_IFR, TO_DEATH, TO_ONSET } from '../../need/infection-parameters.ts';
import { roundSum } from '../../need/infections.ts';
import type { Parameter } from '../../need/parameter.ts';
import { BASELINES } from '../../need/projection-methods.ts';
import { HORIZONS } from '../../need/projection-parameters.ts';
import { panelOf } from '../../need/projection.ts';
import { PUBLISHED_SCORES, SCORED_BETWEEN, SCORED_ON, type PublishedScore } from '../../need/published-scores.ts';
import type { Situation } from '../plan/situation.ts';
import { saidIn } from '../promise/claims.ts';
import type { InfectionParameter, MethodReport, SaidOfWorld } from './method-shape.ts';
import { toldIn, usedOf } from './tellings.ts';

const MEASURES = ['cases', 'deaths', 'wards', 'intensiveCare'] as const satisfies readonly Measure[];

const INFECTIONS: readonly (readonly [InfectionParameter, Parameter])[] = [
  ['delay-to-onset', TO_ONSET.mean],
  ['delay-to-onset-spread', TO_ONSET.cv],
  ['delay-to-death', TO_DEATH.mean],
  ['delay-to-death-spread', TO_DEATH.cv],
  ['lag', LAG],
  ['growth-window', GROWTH_WINDOW],
  ['growth-low', MOST_GROWTH.low],
  ['growth-high', MOST_GROWTH.high],
  ['round-ratio', ROUND_IFR],
];

export function methodReport(now: Situation): MethodReport {
  const used = [...toldIn(now.facts, now.operation.zone).areas.values()].map((all) => usedOf(all).telling);
  return {
    operation: now.operation.id,
    asOf: now.asOf,
    scores: {
      own: MEASURES.flatMap((measure) => scoresOf(measure, used.flatMap(({ counts }) => seriesOf(counts, measure)))),
      published: { from: SCORED_BETWEEN.first, until: SCORED_BETWEEN.last, rows: PUBLISHED_SCORES.map((row) => ({ ...row, source: SCORED_ON[row.measure] })) },
    },
    infections: { use: 'never-for-allocation', parameters: INFECTIONS.map(([name, parameter]) => ({ name, ...parameter })), said: saidOfWorld(now) },
  };
}

/** @param series of one measure, none of them beyond the day that is asked about. */
function scoresOf(measure: Measure, series: readonly DailySeries[]): PublishedScore[] {
  const panel = panelOf(series);
  if (panel === null) return [];
  const between = { first: panel.from, last: dateOf(dayOf(panel.from) + panel.days - 1) };
  return HORIZONS.flatMap((horizon) => {
    const score = backtest(panel, horizon, between);
    return score.forecasts === 0 ? [] : [shown(measure, score)];
  });
}

function shown(measure: Measure, { horizon, areas, forecasts, errors, banded, coverage, medianWidth, usedShare }: BacktestScore): PublishedScore {
  const over = (baseline: (typeof BASELINES)[number]): number => errors.used / Math.max(Number.MIN_VALUE, errors[baseline]);
  return {
    measure, horizonDays: horizon, areas, forecasts, error: errors.used,
    against: { 'last-value': over('last-value'), 'same-increments': over('same-increments'), 'same-growth': over('same-growth') },
    baselineUsed: 1 - usedShare['damped-trend'], held: banded === 0 ? null : coverage, width: Number.isNaN(medianWidth) ? null : medianWidth,
  };
}

/** Claims that count people and name no area and no item. */
const saidOfWorld = ({ facts }: Situation): SaidOfWorld[] =>
  saidIn(facts).flatMap(({ claim, at, note, seq }) => {
    if (claim.about !== 'count' || claim.units === undefined || claim.item !== undefined || claim.scope !== undefined) return [];
    const { people, arithmetic } = roundSum(claim.units);
    return [{ claim: claim.claim, author: claim.author, channel: claim.channel, at, deaths: claim.units, note, facts: [seq], roundSum: { use: 'never-for-allocation', people: people.show, arithmetic } }];
  });
