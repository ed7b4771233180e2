// What the page shows of the back-test is what docs/need-backtest.md says, and what the bench measured.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PUBLISHED_SCORES } from './published-scores.ts';

const NAMES = { wards: 'wards', intensiveCare: 'intensive care', cases: 'cases', deaths: 'deaths' } as const;

/** The cells of the table, without its head. */
function tableOf(text: string): string[][] {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith('| series | areas that were |')) + 2;
  const until = lines.findIndex((line, k) => k >= from && !line.startsWith('|'));
  return lines.slice(from, until).map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

test('each row of the document, to its last digit', () => {
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const written = PUBLISHED_SCORES.map(({ measure, of, horizonDays, areas, forecasts, error, against, baselineUsed, held, width }) => [
    NAMES[measure], of === 'all' ? 'all' : 'held out', String(horizonDays), String(areas), forecasts.toLocaleString('en-GB'), error.toLocaleString('en-GB', { maximumFractionDigits: error < 100 ? 1 : 0 }),
    ...(['last-value', 'same-increments', 'same-growth'] as const).map((baseline) => against[baseline].toFixed(2)), percent(baselineUsed), `${((held ?? Number.NaN) * 100).toFixed(1)} %`, (width ?? Number.NaN).toFixed(2),
  ]);
  const document = tableOf(readFileSync(new URL('../../docs/need-backtest.md', import.meta.url), 'utf8'));
  expect(document.map((cells) => cells.slice(0, 12))).toEqual(written);
});
