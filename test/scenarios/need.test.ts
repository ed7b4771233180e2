// Need from the counts that were published in spring 2020, and of the reference operation. The published files lie outside the
// project; where they are absent these tests report themselves skipped.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { journalOfPack } from '../../src/app/pack/read.ts';
import { needOfCounts } from '../../src/app/need/from-counts.ts';
import { needOfOperation } from '../../src/app/need/forecast.ts';
import type { AreaNeed, NeedReport } from '../../src/app/need/shape.ts';
import { instantFromMs, LocalDate } from '../../src/domain/time.ts';
import { backtest } from '../../src/need/backtest.ts';
import { daysOfSupply } from '../../src/need/essential-supplies.ts';
import { infectionsFrom } from '../../src/need/infections.ts';
import { HORIZONS } from '../../src/need/projection-parameters.ts';
import { panelOf } from '../../src/need/projection.ts';
import { seriesOf, valueOn } from '../../src/need/series.ts';
import type { NetNeed } from '../../src/planner/problem.ts';
import { readCounts, type CountFormat } from '../../src/standards/counts/read-counts.ts';
import { ECDC, JHU_DEATHS, JHU_SECOND } from '../../src/standards/counts/counts.fixture.ts';
import { readFolder, REFERENCE } from '../support/packs.ts';

const SHARED = process.env['AIRBRIDGE_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url));
const [dpc, ecdc] = [join(SHARED, 'data/covid/italy-regions-dpc.csv'), join(SHARED, 'data/covid/ecdc-daily-to-2020-04-24.csv')];
const day = (text: string): LocalDate => LocalDate.parse(text);
const TODAY = day('2020-05-01');

function needIn(files: readonly { readonly name: string; readonly text: string }[], format: CountFormat, at: string): NeedReport {
  const report = needOfCounts(files, { format, at: day(at), today: TODAY });
  if (!report.ok) throw new Error(`${report.error.message}: ${JSON.stringify('rejected' in report.error && report.error.rejected)}`);
  return report.value;
}
const published = (path: string, format: CountFormat, at: string): NeedReport => needIn([{ name: path, text: readFileSync(path, 'utf8') }], format, at);
const row = ({ areas }: NeedReport, area: string, item = 'surgical-mask'): AreaNeed => {
  const found = areas.find((it) => it.area === area && it.item === item);
  if (found === undefined) throw new Error(`there is no row of ${area} and ${item}`);
  return found;
};

describe.skipIf(!existsSync(dpc))('Italy on 16 March, from what the Protezione Civile published', () => {
  const report = existsSync(dpc) ? published(dpc, 'dpc', '2020-03-16') : null;
  const italy = (): AreaNeed => row(report ?? needIn([], 'dpc', '2020-03-16'), 'IT');

  test('11,025 on wards and 1,851 in intensive care need 163,059 masks a day', () => {
    expect(italy().census).toMatchObject({ wards: 11_025, intensiveCare: 1_851 });
    // By hand: 11,025 × 11.6 + 1,851 × 19.0 = 127,890 + 35,169.
    expect(italy().perDay?.central).toBe(127_890 + 35_169);
    expect(Math.abs((italy().perDay?.central ?? 0) / 163_000 - 1)).toBeLessThan(0.02);
  });
  test('so that 500,000 masks are about three days', () => {
    const { perDay } = italy();
    expect(perDay === null ? null : daysOfSupply(500_000, perDay)?.central).toBeCloseTo(3.07, 2);
  });
  test('the regions add up to it', () => {
    const regions = (report?.areas ?? []).filter(({ area, item }) => area.startsWith('IT-') && item === 'surgical-mask');
    expect(regions).toHaveLength(20);
    expect(regions.reduce((sum, { census }) => sum + (census?.wards ?? 0), 0)).toBe(11_025);
    expect(row(report ?? needIn([], 'dpc', '2020-03-16'), 'IT-25').census).toMatchObject({ wards: 6171, intensiveCare: 823 });
  });
  test('infections: a floor of 173,333, millions without a cap, and a band in between that says why', () => {
    const { infections } = italy();
    expect(infections).toMatchObject({ use: 'never-for-allocation', floor: 173_333, lagDays: 23, capped: true, growth: { windowDays: 7 } });
    expect(infections?.uncapped).toBeGreaterThan(5_000_000);
    expect(infections?.uncapped).toBeLessThan(8_000_000);
    expect(infections?.low).toBeGreaterThan(173_333);
    expect(infections?.high).toBeLessThan(2_000_000);
  });
  test('the count that fell in Marche on 1 March is named', () => {
    expect(report?.faults).toContainEqual(expect.objectContaining({ kind: 'falls', area: 'IT-42', date: '2020-03-01', problem: 'cumulative cases fall from 42 to 25' }));
  });
  test('what lay ahead was held by the band of a week', () => {
    const later = published(dpc, 'dpc', '2020-03-23');
    const band = report?.projections.find(({ area, measure, horizonDays }) => area === 'IT' && measure === 'wards' && horizonDays === 7);
    expect(band?.date).toBe('2020-03-23');
    expect(row(later, 'IT').census?.wards).toBeGreaterThanOrEqual(band?.low ?? Number.NaN);
    expect(row(later, 'IT').census?.wards).toBeLessThanOrEqual(band?.high ?? Number.NaN);
  });
});

describe.skipIf(!existsSync(ecdc))('the world, from what the ECDC published', () => {
  test('6,705 dead is an hour between two days’ counts: 6,506 on the morning of the 16th and 7,102 on that of the 17th', () => {
    const [before, after] = [published(ecdc, 'ecdc', '2020-03-16').world, published(ecdc, 'ecdc', '2020-03-17').world];
    expect([before?.deaths, after?.deaths]).toEqual([6506, 7102]);
    expect(6705 > (before?.deaths ?? 0) && 6705 < (after?.deaths ?? 0)).toBe(true);
    expect(before?.roundSum).toEqual({ use: 'never-for-allocation', people: 650_600, arithmetic: '6,506 deaths ÷ 1 % = 650,600' });
  });
  test('every country is known by an ISO code, a ship by its name', () => expect([...new Set(published(ecdc, 'ecdc', '2020-04-24').areas.map(({ area }) => area))].filter((area) => !/^[A-Z]{2}$/.test(area))).toEqual(['Cases on an international conveyance Japan']));
  test('where no census is published, beds follow from cases', () => {
    const italy = row(published(ecdc, 'ecdc', '2020-03-16'), 'IT');
    expect(italy.basis).toBe('cases');
    const cases = seriesOf(countsOf(ecdc, 'ecdc'), 'cases').find(({ area }) => area === 'IT');
    const on = (date: string): number => (cases === undefined ? Number.NaN : (valueOn(cases, day(date)) ?? Number.NaN));
    // 15 % of a week's new cases × 11.6 + 5 % of a fortnight's × 19.0 + 80 % of a fortnight's, isolated, × 1.
    expect(italy.perDay?.central).toBe(Math.round(0.15 * (on('2020-03-16') - on('2020-03-09')) * 11.6 + 0.05 * (on('2020-03-16') - on('2020-03-02')) * 19 + 0.8 * (on('2020-03-16') - on('2020-03-02'))));
  });
});

function countsOf(path: string, format: CountFormat) {
  const read = readCounts([{ name: path, text: readFileSync(path, 'utf8') }], format);
  if (!read.ok) throw new Error('it cannot be read');
  return read.value.counts;
}

describe.skipIf(!existsSync(dpc) || !existsSync(ecdc))('an 80 % band held 80 ± 7 % of what came, March to April 2020:', () => {
  const between = { first: day('2020-03-01'), last: day('2020-04-30') };
  test.each([
    ['wards', dpc, 'dpc', 20], ['intensiveCare', dpc, 'dpc', 20], ['cases', ecdc, 'ecdc', 60], ['deaths', ecdc, 'ecdc', 60],
  ] as const)('%s', (measure, path, format, areas) => {
    const series = seriesOf(countsOf(path, format), measure).filter(({ area }) => area !== 'IT' || format === 'ecdc');
    const panel = panelOf(series.toSorted((a, b) => (valueOn(b, day('2020-03-31')) ?? 0) - (valueOn(a, day('2020-03-31')) ?? 0)).slice(0, areas));
    const scores = panel === null ? [] : HORIZONS.map((horizon) => backtest(panel, horizon, between));
    expect(scores.map((score) => score.areas)).toEqual(HORIZONS.map(() => areas));
    for (const { coverage, errors } of scores) {
      expect(coverage).toBeGreaterThanOrEqual(0.73);
      expect(coverage).toBeLessThanOrEqual(0.87);
      expect(errors.used).toBeLessThan(errors['last-value']);
      expect(errors.used).toBeLessThan(errors['same-growth']);
    }
  });
});

describe('the reference operation on 16 March, in the evening', () => {
  const pack = journalOfPack(readFolder(REFERENCE));
  if (!pack.ok) throw new Error(pack.error.message);
  const clock = { now: () => instantFromMs(Date.UTC(2020, 3, 10)) };
  const needAt = (asOf: string): NeedReport => {
    const report = needOfOperation(pack.value.facts, { asOf }, clock);
    if (!report.ok) throw new Error(report.error.message);
    return report.value;
  };
  const report = needAt('2020-03-16T20:00:00Z');

  test('the need of Lombardy is that of its census', () => expect(row(report, 'IT-25')).toMatchObject({ basis: 'census', census: { wards: 6171, intensiveCare: 823 }, perDay: { central: Math.round(6171 * 11.6 + 823 * 19) }, sources: ['dpc'] }));
  test('its burn rate is measured between two reports, and below the band the forecast is used', () => {
    // 60,000 at 18:00 on the 13th, 40,000 at 17:00 on the 16th: 20,000 in 71 hours.
    expect(row(report, 'IT-25').burnRate).toMatchObject({ perDay: { central: (20_000 / 71) * 24 }, used: 'forecast', why: 'below-the-band' });
  });
  test('a week’s missing masks are net of the stock and of what is under way', () => {
    const { perDay, stock, stockAt, underWay, unmet } = row(report, 'IT');
    expect([stock, underWay]).toEqual([116_000, 200_000]);
    // The oldest report is three days and two hours old: by now less than nothing of 116,000 would be left.
    expect(stockAt).toBe('2020-03-13T18:00:00.000Z');
    expect(unmet?.central).toBe(7 * (perDay?.central ?? 0) - 200_000);
  });
  test('series of several sources stand side by side; the latest is used', () => {
    const italy = row(report, 'IT');
    expect([italy.cases, italy.deaths, italy.countedOn]).toEqual([27_980, 2158, '2020-03-16']);
    expect(italy.beside).toContainEqual({ sources: ['ecdc'], countedOn: '2020-03-16', cases: 23_980, deaths: 1811 });
  });
  test('nothing that was not known yet is used', () => {
    const early = needAt('2020-03-13T20:00:00Z');
    expect(row(early, 'IT')).toMatchObject({ census: { wards: 7426, intensiveCare: 1328 }, deaths: 1266 });
    expect(row(early, 'IT-25').burnRate).toBeNull();
  });
  test('an instant that nobody can read is refused', () => expect(needOfOperation(pack.value.facts, { asOf: 'soon' }, clock)).toMatchObject({ ok: false, error: { code: 'bad-instant' } }));
});

describe('files of counts', () => {
  test('a daily report and a series of the same source make one set', () => {
    const report = needIn([{ name: '03-16-2020.csv', text: JHU_SECOND }, { name: 'time_series_covid19_deaths_global.csv', text: JHU_DEATHS }], 'jhu', '2020-03-16');
    expect(row(report, 'IT')).toMatchObject({ cases: 27_980, deaths: 2158, basis: 'cases-partly-known', sources: ['jhu-csse'] });
    // All that is known is one day's count: at least none of it is new, at most all of it.
    expect(row(report, 'IT').perDay?.low).toBe(0);
    expect(report.faults.map(({ kind }) => kind)).toContain('day-twice');
  });
  test('a date after today is in the future; one after the day asked about is not', () => {
    const ask = (today: string) => needOfCounts([{ name: 'x.csv', text: ECDC }], { format: 'ecdc', at: day('2020-03-15'), today: day(today) });
    const kinds = (today: string): string[] => { const found = ask(today); return found.ok ? found.value.faults.map(({ kind }) => kind) : []; };
    expect(kinds('2020-03-20')).not.toContain('future-date');
    expect(kinds('2020-03-15')).toContain('future-date');
  });
  test('a day before the first count is refused, with the first day', () => expect(needOfCounts([{ name: 'x.csv', text: ECDC }], { format: 'ecdc', at: day('2020-01-01'), today: TODAY })).toMatchObject({ ok: false, error: { remedy: 'name a day from 2020-03-10 on' } }));
  test('a file of another shape is refused with file, row, column and remedy', () => {
    const refused = needOfCounts([{ name: 'x.csv', text: ECDC }], { format: 'dpc', at: day('2020-03-16'), today: TODAY });
    expect(refused).toMatchObject({ ok: false, error: { code: 'sheet-refused', rejected: expect.arrayContaining([expect.objectContaining({ file: 'x.csv', row: 1, column: 'data' })]) } });
  });
});

test('an estimate of infections is no number that a plan could take', () => {
  const floor = infectionsFrom([1000], 'IT')?.floor;
  if (floor === undefined) throw new Error('there is a floor');
  // @ts-expect-error -- if this compiles, goods could be shared out by estimated infections
  const units: NetNeed['units'] = floor;
  expect(typeof units).not.toBe('number');
});
