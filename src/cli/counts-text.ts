// Official counts as a person reads them: what a file would change and what is wrong in it, the series of an operation and which is used
// for an area, and how the feeds do.

import { count } from '../app/figures.ts';
import type { AreaCounts, CountsImported, CountsPreview, CountsReport, FeedReport, ToldOn } from '../app/need/counts-shape.ts';
import type { Ink } from './ink.ts';
import { faultLine } from './need-text.ts';
import { table } from './table.ts';

const SHOWN = 12;
const DAYS_SHOWN = 14;
const AREAS_SHOWN = 40;
const dash = (n: number | null | undefined): string => (n === null || n === undefined ? '–' : count(n));
const more = (all: readonly unknown[], shown: number): string[] => (all.length > shown ? [`  … and ${count(all.length - shown)} more, all with --json.`] : []);

export function previewText(preview: CountsPreview | CountsImported, ink: Ink): string {
  const { source, series, documents, rows, from, until, days, areas, figures, revisions, drift, faults, faultKinds, mapping, isKnown } = preview;
  const files = documents.map(({ name }) => name).slice(0, 3).join(', ') + (documents.length > 3 ? ` and ${count(documents.length - 3)} more` : '');
  const said = from === null ? 'no day that can be entered' : `${count(days)} ${days === 1 ? 'day' : 'days'} from ${from} to ${until ?? from}, ${count(areas)} ${areas === 1 ? 'area' : 'areas'}`;
  const columns = drift === null ? [] : [...drift.came.map((column) => `came: ${column}`), ...drift.went.map((column) => `went: ${column}`)];
  const open = 'questions' in preview ? preview.questions : [];
  return [
    ink.heading(`${files}: ${source.title} (${series}${source.isNew ? ', new as a source' : ''})`),
    `${count(rows)} ${rows === 1 ? 'row' : 'rows'}, ${said}.${isKnown ? ' These files were taken in before.' : ''}`,
    `Figures: ${count(figures.new)} new, ${count(figures.revised)} revised, ${count(figures.unchanged)} as they stand${figures.absent === 0 ? '' : `, ${count(figures.absent)} no longer there (they go on standing)`}.`,
    ...(mapping === null ? [] : ['', table([{ title: 'column', cell: ({ letter }) => letter }, { title: 'header', cell: ({ header }) => header.slice(0, 40) }, { title: 'taken for', cell: ({ field }) => field ?? '–' }, { title: 'such as', cell: ({ samples }) => (samples[0] ?? '').slice(0, 30) }], mapping.columns)]),
    ...(open.length === 0 ? [] : ['', ink.bad('Open, to be answered in a JSON file (--mapping FILE):'), ...open.map(({ id, problem, remedy, options }) => `  ${id}: ${problem}; ${remedy}${options.length === 0 ? '' : `: ${options.slice(0, SHOWN).join(', ')}`}.`)]),
    ...(columns.length === 0 ? [] : ['', ink.bad(`Columns since the last files: ${columns.join('; ')}.`)]),
    ...(revisions.length === 0 ? [] : ['', 'Revised:', ...revisions.slice(0, SHOWN).map(({ area, date, measure, before, after, firstSeen }) => `  ${area} ${date}, ${measure}: ${count(before)} → ${count(after)} (first seen ${firstSeen.slice(0, 10)})`), ...more(revisions, SHOWN)]),
    ...(faults.length === 0 ? [] : ['', ink.bad(`Wrong, and none of it mended: ${faultKinds.map(({ kind, count: times }) => `${kind.replaceAll('-', ' ')} ${count(times)}`).join(', ')}.`), ...faults.slice(0, SHOWN).map(faultLine), ...more(faults, SHOWN)]),
  ].join('\n');
}

const figure = (told: ToldOn['figures']['cases']): string => (told === null ? '–' : `${count(told.value)}${told.revisions.length === 0 ? '' : ` (was ${told.revisions.map(({ value }) => count(value)).join(', ')})`}`);

export function countsText({ series, areas, days, world }: CountsReport, ink: Ink): string {
  if (series.length === 0 && areas.length === 0) return 'Nothing was counted. Bring a file: airbridge counts OP FILE --format ecdc.';
  const rows = days.slice(0, DAYS_SHOWN).flatMap(({ date, told }) => told.map((one) => ({ date, ...one })));
  const claims = (world?.said ?? []).flatMap(({ claim, figure: said, between }) => (between === null ? [] : [`${claim} says ${count(said)} dead in the world: between ${count(between.before.total)} on ${between.before.date} and ${count(between.after.total)} on ${between.after.date} by ${world?.series ?? ''}.`]));
  return [
    ink.heading('Series'),
    table([{ title: 'series', cell: (it) => it.series }, { title: 'from', cell: (it) => it.from }, { title: 'to', cell: (it) => it.until }, { title: 'areas', cell: (it) => count(it.areas), right: true }, { title: 'figures', cell: (it) => count(it.figures), right: true }, { title: 'revised', cell: (it) => count(it.revised), right: true }], series),
    '',
    table([{ title: 'area', cell: ({ area }) => area }, { title: 'counted', cell: ({ last }) => last?.date ?? '–' }, { title: 'cases', cell: ({ last }) => dash(last?.cases), right: true }, { title: 'deaths', cell: ({ last }) => dash(last?.deaths), right: true }, { title: 'used', cell: ({ used }) => used.join(' ') }, { title: 'because', cell: whyText }], areas.slice(0, AREAS_SHOWN)),
    ...more(areas, AREAS_SHOWN),
    ...(rows.length === 0 ? [] : ['', table([{ title: 'day', cell: ({ date }) => date }, { title: 'source', cell: ({ sources }) => sources.join(' ') }, { title: 'cases', cell: ({ figures }) => figure(figures.cases), right: true }, { title: 'deaths', cell: ({ figures }) => figure(figures.deaths), right: true }, { title: 'wards', cell: ({ figures }) => figure(figures.wards), right: true }, { title: 'intensive care', cell: ({ figures }) => figure(figures.intensiveCare), right: true }], rows)]),
    ...(claims.length === 0 ? [] : ['', ...claims]),
  ].join('\n');
}

const WHY: Readonly<Record<AreaCounts['why']['rule'], (why: AreaCounts['why']) => string>> = {
  'only-source': () => 'no other counts it',
  'counted-last': ({ before }) => `it counted last${before === null ? '' : `, after ${before.sources.join(' ')}`}`,
  'counted-more-days': ({ days, before }) => `it counted on ${count(days)} days, ${before === null ? 'others' : before.sources.join(' ')} on ${count(before?.days ?? 0)}`,
};
const whyText = ({ why }: AreaCounts): string => WHY[why.rule](why);

export function feedsText(feeds: readonly FeedReport[], ink: Ink): string {
  if (feeds.length === 0) return 'No counts are fetched by themselves. Set a feed: airbridge counts OP --feed URL --format ecdc --every 6.';
  return feeds
    .flatMap(({ series, url, everyHours, state, last, askedAt, nextAt }) => [
      `${state === 'failed' ? ink.bad(`${series}: failed`) : `${series}: ${state}`}, every ${everyHours} h, ${url}`,
      ...(last === null ? [] : [`  ${askedAt ?? ''}: ${last.outcome.replaceAll('-', ' ')}: ${last.detail}.${last.remedy === null ? '' : ` ${last.remedy.charAt(0).toUpperCase()}${last.remedy.slice(1)}.`}`]),
      ...(nextAt === null ? [] : [`  Asked again: ${nextAt}.`]),
    ])
    .join('\n');
}
