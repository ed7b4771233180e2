// How good the projections were: fit to day t, compare at t + 3, t + 7, t + 14, March to April 2020. Wards and intensive care of the
// Italian regions, cases and deaths of the countries that had counted most. The parameters were chosen on every second area, and
// each table row says on which half it stands. Prints the table of docs/need-backtest.md. There is no other engine beside it: the baselines are. `same`: a projection did not change when the days after it were swapped for others.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import process from 'node:process';
import type { Measure } from '../src/domain/need/counts.ts';
import { invariant } from '../src/domain/result.ts';
import { LocalDate } from '../src/domain/time.ts';
import { backtest, type BacktestScore } from '../src/need/backtest.ts';
import { HORIZONS } from '../src/need/projection-parameters.ts';
import { panelOf, panelUntil, projectionNow, walk, type Panel } from '../src/need/projection.ts';
import { seriesOf, valueOn, type DailySeries } from '../src/need/series.ts';
import { readCounts, type CountFormat } from '../src/standards/counts/read-counts.ts';
import { timed, type Asked, type Row } from './suite.ts';

const SHARED = process.env['AIRBRIDGE_SHARED'] ?? fileURLToPath(new URL('../../shared', import.meta.url));
const BETWEEN = { first: LocalDate.parse('2020-03-01'), last: LocalDate.parse('2020-04-30') };
/** Countries are chosen by what they had counted then, in the middle of the stretch. */
const CHOSEN_ON = LocalDate.parse('2020-03-31');
const COUNTRIES = 120;
const HALVES = ['all', 'chosen on', 'held out'] as const;
type Half = (typeof HALVES)[number];
const SERIES: readonly { readonly title: string; readonly file: string; readonly format: CountFormat; readonly measure: Measure }[] = [
  { title: 'wards', file: 'italy-regions-dpc.csv', format: 'dpc', measure: 'wards' },
  { title: 'intensive care', file: 'italy-regions-dpc.csv', format: 'dpc', measure: 'intensiveCare' },
  { title: 'cases', file: 'ecdc-daily-to-2020-04-24.csv', format: 'ecdc', measure: 'cases' },
  { title: 'deaths', file: 'ecdc-daily-to-2020-04-24.csv', format: 'ecdc', measure: 'deaths' },
];
const TITLES = ['series', 'areas that were', 'days ahead', 'areas', 'forecasts', 'error, people', '÷ last value', '÷ same increments', '÷ same growth', 'a baseline used', '80 % band held', 'band ÷ central', 'within 80 ± 7'] as const;
const TOLERANCE = 0.07;

export async function needSuite({ seed, size, say }: Asked): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { title, file, format, measure } of SERIES) {
    const areas = areasIn(join(SHARED, 'data/covid', file), format, measure, size ?? COUNTRIES);
    for (const half of HALVES) {
      const panel = panelOf(areas.filter((_, rank) => half === 'all' || (rank % 2 === 0) === (half === 'chosen on')));
      invariant(panel !== null, 'there are series');
      for (const horizon of HORIZONS) {
        say(`${title}, ${half}, ${horizon} days ahead, ${panel.areas.length} areas`);
        let score: BacktestScore | null = null;
        const seconds = await timed(() => Promise.resolve(void (score = backtest(panel, horizon, BETWEEN))));
        invariant(score !== null, 'the back-test has run');
        rows.push(rowOf(title, half, panel, score, { seed, seconds }));
      }
    }
  }
  const heads = [`| ${TITLES.join(' | ')} |`, `|${TITLES.map(() => '---').join('|')}|`].join('\n');
  return rows.map((row, index) => (index === 0 ? { ...row, line: `${heads}\n${row.line}` } : row));
}

/** Countries by what they had counted, regions by their code: every second one was chosen on. */
function areasIn(path: string, format: CountFormat, measure: Measure, most: number): DailySeries[] {
  invariant(existsSync(path), `${path} is not there: the back-test runs on published counts, which AIRBRIDGE_SHARED leads to`);
  const read = readCounts([{ name: path, text: readFileSync(path, 'utf8') }], format);
  invariant(read.ok, 'the published counts can be read');
  const series = seriesOf(read.value.counts, measure);
  return format === 'dpc' ? series.filter(({ area }) => area !== 'IT').toSorted((a, b) => (a.area < b.area ? -1 : 1)) : series.toSorted((a, b) => (valueOn(b, CHOSEN_ON) ?? 0) - (valueOn(a, CHOSEN_ON) ?? 0)).slice(0, most);
}

function rowOf(title: string, half: Half, panel: Panel, score: BacktestScore, { seed, seconds }: { readonly seed: number; readonly seconds: number }): Row {
  const { horizon, areas, forecasts, errors, coverage, medianWidth, usedShare } = score;
  const over = (baseline: keyof typeof errors): string => (errors.used / errors[baseline]).toFixed(2);
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const isHeld = Math.abs(coverage - 0.8) <= TOLERANCE;
  const cells = [title, half, String(horizon), String(areas), forecasts.toLocaleString('en-GB'), errors.used.toLocaleString('en-GB', { maximumFractionDigits: errors.used < 100 ? 1 : 0 }), over('last-value'), over('same-increments'), over('same-growth'), percent(1 - usedShare['damped-trend']), `${(coverage * 100).toFixed(1)} %`, medianWidth.toFixed(2), isHeld ? 'yes' : 'no'];
  return { size: areas, seed, engine: 'airbridge', status: looksAhead(panel, horizon) ? 'differs' : 'same', tolerance: TOLERANCE, seconds, objective: coverage, bound: 0.8, gap: coverage - 0.8, relativeGap: (coverage - 0.8) / 0.8, ratio: null, line: `| ${cells.join(' | ')} |` };
}

/** Would a projection from the middle have been another, had the days after it been others? */
function looksAhead(panel: Panel, horizon: number): boolean {
  const day = Math.floor(panel.days / 2);
  const other = { ...panel, values: panel.values.map((values) => values.map((value, k) => (k > day ? value * 3 + 1000 : value))) };
  const then = JSON.stringify(projectionNow(panelUntil(panel, day), horizon));
  return [panel, other].some((it) => JSON.stringify(walk(it, horizon).find((made) => made.day === day)) !== then);
}
