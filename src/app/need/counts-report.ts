// Official counts as they stand at an instant: which series there are, which of them is used for an area and why, what each said of a day
// with all that it said before, and what the world adds up to.

import { effective, type When } from '../../domain/asof.ts';
import { isKind, type Fact } from '../../domain/facts.ts';
import { AreaCode } from '../../domain/ids.ts';
import type { Measure } from '../../domain/need/counts.ts';
import { localDateIn, type Instant, type LocalDate } from '../../domain/time.ts';
import { intraday, morningsOf, type Morning } from '../../need/mornings.ts';
import { operationOf } from '../journal.ts';
import type { AreaCounts, CountsReport, FigureTold, SeriesReport, ToldOn } from './counts-shape.ts';
import { importsOf } from './preview-counts.ts';
import { countsOf, MEASURES, namesIn, publishedIn, type PublishedSeries } from './published.ts';
import { toldIn, usedOf, type Telling } from './tellings.ts';

/** An area that nobody counts has no rows. */
export function countsReport(journal: readonly Fact[], when: When & { readonly asOf: Instant }, area: string | undefined): CountsReport {
  const operation = operationOf(journal);
  const facts = effective(journal, when);
  const published = publishedIn(journal, when);
  const tellings = toldIn(facts, operation.zone).areas;
  const asked = area === undefined ? null : AreaCode.safeParse(area);
  const names = new Map([...published.keys()].flatMap((series) => [...namesIn(journal, series)]));
  const told = [...tellings].filter(([code]) => area === undefined || code === area);
  return {
    operation: operation.id,
    asOf: when.asOf,
    series: [...published.values()].map((series) => seriesReport(series, facts, journal)),
    areas: told.map(([code, all]) => areaCounts(code, names.get(code) ?? code, all)),
    days: asked?.success === true ? daysOf(asked.data, facts, published, (at) => localDateIn(at, operation.zone)) : [],
    world: worldOf(published, publishedIn(journal, { ...when, asOf: null }), facts),
  };
}

function seriesReport(told: PublishedSeries, facts: readonly Fact[], journal: readonly Fact[]): SeriesReport {
  const dates = [...new Set([...told.areas.values()].flatMap((days) => [...days.keys()]))].toSorted();
  let [figures, revised] = [0, 0];
  for (const days of told.areas.values())
    for (const { figures: of } of days.values())
      for (const figure of Object.values(of)) {
        figures += 1;
        if (figure.earlier.length > 0) revised += 1;
      }
  const last = importsOf(journal, told.series).at(-1);
  const title = facts.flatMap((fact) => (isKind(fact, 'source.recorded') && fact.body.id === told.series ? [fact.body.title] : [])).at(-1) ?? told.series;
  const [from = '' as LocalDate] = dates;
  return { series: told.series, title, areas: told.areas.size, from, until: dates.at(-1) ?? from, figures, revised, lastImport: last === undefined ? null : { at: last.at, format: last.body.format, documents: last.body.documents, rows: last.body.rows } };
}

function areaCounts(area: string, name: string, all: readonly Telling[]): AreaCounts {
  const { telling, why } = usedOf(all);
  const last = telling.counts.findLast(({ cases, deaths }) => cases !== null || deaths !== null);
  return { area, name, sources: [telling.sources, ...all.flatMap((it) => (it.sources === telling.sources ? [] : [it.sources]))], used: telling.sources, why, last: last === undefined ? null : { date: last.date, cases: last.cases, deaths: last.deaths } };
}

const NONE: Readonly<Record<Measure, FigureTold | null>> = { cases: null, deaths: null, wards: null, intensiveCare: null };

/** Newest first; of a day, whoever counted last first. */
function daysOf(area: AreaCode, facts: readonly Fact[], published: ReadonlyMap<string, PublishedSeries>, dateOf: (at: Instant) => LocalDate): CountsReport['days'] {
  const days = new Map<LocalDate, ToldOn[]>();
  const tell = (date: LocalDate, told: ToldOn): void => void (days.get(date) ?? days.set(date, []).get(date))?.push(told);
  for (const { series, areas } of published.values())
    for (const { date, at, figures } of areas.get(area)?.values() ?? []) {
      const told = Object.fromEntries(MEASURES.flatMap((measure) => { const figure = figures[measure]; return figure === undefined ? [] : [[measure, { value: figure.value, firstSeen: figure.firstSeen, revisions: figure.earlier }]]; }));
      tell(date, { sources: [series], at, figures: { ...NONE, ...told } });
    }
  for (const fact of facts) {
    if (!(isKind(fact, 'count.reported') || isKind(fact, 'census.reported')) || fact.body.area !== area) continue;
    const single = (value: number | undefined): FigureTold | null => (value === undefined ? null : { value, firstSeen: fact.recordedAt, revisions: [] });
    const figures = fact.kind === 'count.reported' ? { ...NONE, cases: single(fact.body.cases), deaths: single(fact.body.deaths) } : { ...NONE, wards: single(fact.body.wards), intensiveCare: single(fact.body.intensiveCare) };
    const one: ToldOn = { sources: fact.sources.filter((source) => source !== 'assumption'), at: fact.occurredAt, figures };
    const date = dateOf(fact.occurredAt);
    const same = days.get(date)?.find((told) => isTheSame(told, one));
    if (same === undefined) tell(date, one);
    else days.set(date, (days.get(date) ?? []).map((told) => (told === same ? joined(told, one) : told)));
  }
  return [...days].toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([date, told]) => ({ date, told: told.toSorted((a, b) => (a.at < b.at ? 1 : -1)) }));
}

/** A single count that its source published too for that hour, or that stands beside a census of that hour, is no second word. */
const isTheSame = (told: ToldOn, single: ToldOn): boolean => told.at === single.at && told.sources.join(' ') === single.sources.join(' ') && MEASURES.every((measure) => single.figures[measure] === null || told.figures[measure] === null || told.figures[measure].value === single.figures[measure].value);

/** Of a figure that both have, whichever was recorded earlier saw it first. */
function joined(told: ToldOn, single: ToldOn): ToldOn {
  const figure = (measure: Measure): FigureTold | null => {
    const [held, other] = [told.figures[measure], single.figures[measure]];
    if (held === null || other === null) return held ?? other;
    return other.firstSeen < held.firstSeen && held.revisions.length === 0 ? { ...held, firstSeen: other.firstSeen } : held;
  };
  return { ...told, figures: { cases: figure('cases'), deaths: figure('deaths'), wards: figure('wards'), intensiveCare: figure('intensiveCare') } };
}

/** As many countries as only a source for the whole world counts. */
const WORLD_COUNTRIES = 100;

/** By the series that counts the most countries; and the figures that were said of the world. What lay between two mornings is known by the later one. */
function worldOf(published: ReadonlyMap<string, PublishedSeries>, later: ReadonlyMap<string, PublishedSeries>, facts: readonly Fact[]): CountsReport['world'] {
  const countries = ({ areas }: PublishedSeries): number => [...areas.keys()].filter((area) => /^[A-Z]{2}$/.test(area)).length;
  const [widest] = [...published.values()].toSorted((a, b) => countries(b) - countries(a));
  if (widest === undefined || countries(widest) < WORLD_COUNTRIES) return null;
  // A region lies in its country: only one of the two is added.
  const worldwide = (series: PublishedSeries): Morning[] => morningsOf(countsOf(series).filter(({ area }) => !/^[A-Z]{2}-/.test(area)));
  const days = worldwide(widest);
  const known = worldwide(later.get(widest.series) ?? widest);
  const said = facts.flatMap((fact) => (isKind(fact, 'claim.recorded') && fact.body.about === 'count' && fact.body.scope === undefined && fact.body.units !== undefined ? [{ claim: fact.body.claim, saidAt: fact.occurredAt, figure: fact.body.units, between: intraday(known, 'deaths', fact.body.units) }] : []));
  return { series: widest.series, days, said };
}
