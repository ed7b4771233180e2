// The need that published counts alone tell, on a day: no operation, no stock. `airbridge need --counts`.

import type { Measure, OfficialCount } from '../../domain/need/counts.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { LocalDate } from '../../domain/time.ts';
import { roundSum } from '../../need/infections.ts';
import { seriesFaults, seriesOf, until, valueOn, type DailySeries } from '../../need/series.ts';
import { PUBLISHERS } from '../../standards/counts/publishers.ts';
import { readCounts, type CountFormat, type CountsFile } from '../../standards/counts/read-counts.ts';
import type { Failure } from '../failure.ts';
import { areaNeeds } from './area-need.ts';
import { levelOf } from './levels.ts';
import { effectiveIn } from './parameters.ts';
import { countsRefused } from './preview-counts.ts';
import { projectionsOf } from './projections.ts';
import type { NeedReport } from './shape.ts';

const AS_PUBLISHED = effectiveIn([], null);
const MEASURES = ['cases', 'deaths', 'wards', 'intensiveCare'] as const satisfies readonly Measure[];

/** @param ask.at days after it are not looked at. @param ask.today after it nothing can have been counted. */
export function needOfCounts(files: readonly CountsFile[], ask: { readonly format: CountFormat; readonly at: LocalDate; readonly today: LocalDate }): Result<NeedReport, Failure> {
  const read = readCounts(files, ask.format);
  if (!read.ok) return err(countsRefused(read.error));
  const { counts } = read.value;
  const known = new Map(MEASURES.map((measure) => [measure, new Map(seriesOf(counts, measure).map((series) => [series.area, until(series, ask.at)]))] as const));
  const of = (measure: Measure, area: string): DailySeries | null => known.get(measure)?.get(area) ?? null;
  const names = new Map(counts.filter(({ date }) => date <= ask.at).map(({ area, name }) => [area, name]));
  if (names.size === 0) return err({ code: 'sheet-refused', message: `nothing was counted by ${ask.at}`, remedy: `name a day from ${counts.map(({ date }) => date).toSorted()[0] ?? 'the file'} on`, rejected: [] });
  const areas = [...names].flatMap(([area, name]) => {
    const wards = valueOf(of('wards', area), ask.at);
    const intensiveCare = valueOf(of('intensiveCare', area), ask.at);
    const census = wards === null || intensiveCare === null ? null : { wards, intensiveCare, isolation: null, healthWorkers: null, screenedPerDay: null };
    const within = names.has(area.slice(0, 2)) && area.includes('-') ? area.slice(0, 2) : null;
    return areaNeeds({ area, name, level: levelOf(area), recipient: null, within, on: ask.at, cases: of('cases', area), deaths: of('deaths', area), census, censusAt: null, sources: [PUBLISHERS[ask.format].series], why: null, facts: [], beside: [], supplied: () => null }, AS_PUBLISHED, null);
  });
  return ok({
    operation: null,
    asOf: ask.at,
    areas,
    demand: [],
    shortages: null,
    world: ask.format === 'dpc' ? null : worldOf(areas.filter(({ item }) => item === areas[0]?.item)),
    projections: MEASURES.flatMap((measure) => projectionsOf(measure, [...(known.get(measure)?.values() ?? [])])),
    faults: [...read.value.faults, ...faultsOf(counts, ask)],
  });
}

const valueOf = (series: DailySeries | null, at: LocalDate): number | null => (series === null ? null : valueOn(series, at));

function worldOf(rows: readonly { readonly cases: number | null; readonly deaths: number | null }[]): NeedReport['world'] {
  const sum = (of: 'cases' | 'deaths'): number => rows.reduce((total, row) => total + (row[of] ?? 0), 0);
  const { people, arithmetic } = roundSum(sum('deaths'));
  return { cases: sum('cases'), deaths: sum('deaths'), roundSum: { use: 'never-for-allocation', people: people.show, arithmetic } };
}

/** A file may go on after the day that is asked about: that is no fault, until it goes on after today. */
function faultsOf(counts: readonly OfficialCount[], { at, today }: { readonly at: LocalDate; readonly today: LocalDate }): NeedReport['faults'] {
  const seen = counts.filter(({ date }) => date <= at || date > today);
  return MEASURES.flatMap((measure) => seriesFaults(seen, measure, today));
}
