// A need report as a person reads it: a row for each area and item, how sure it is, infections with their warning, and what is
// wrong with the counts.

import { count, decimal, factor, moment } from '../app/figures.ts';
import type { AreaNeed, DemandRow, NeedReport, NextFlight, ProjectedCount } from '../app/need/shape.ts';
import type { Ink } from './ink.ts';
import { table, type Column } from './table.ts';

const FAULTS_SHOWN = 12;
const AREAS_SHOWN = 25;
const dash = (n: number | null): string => (n === null ? '–' : count(n));

const NEEDS: readonly Column<AreaNeed>[] = [
  { title: 'area', cell: ({ area, recipient }) => (recipient === null ? area : `${area} ${recipient}`) },
  { title: 'item', cell: ({ item }) => item },
  { title: 'a day', cell: ({ perDay }) => dash(perDay?.central ?? null), right: true },
  { title: 'low', cell: ({ perDay }) => dash(perDay?.low ?? null), right: true },
  { title: 'high', cell: ({ perDay }) => dash(perDay?.high ?? null), right: true },
  { title: 'from', cell: ({ basis }) => (basis === null ? '–' : basis.replaceAll('-', ' ')) },
  { title: 'stock', cell: ({ stock }) => dash(stock), right: true },
  { title: 'under way', cell: ({ underWay }) => dash(underWay), right: true },
  { title: 'lasts, days', cell: ({ daysOfSupply: days, daysOfSupplyBand: band }) => (days === null || band === null ? '–' : `${decimal(days)} (${decimal(band.low)}–${decimal(band.high)})`), right: true },
  { title: 'missing in a week', cell: ({ unmet }) => dash(unmet?.central ?? null), right: true },
];

const COUNTS: readonly Column<AreaNeed>[] = [
  { title: 'area', cell: ({ area }) => area },
  { title: 'counted', cell: ({ countedOn }) => countedOn ?? '–' },
  { title: 'cases', cell: ({ cases }) => dash(cases), right: true },
  { title: 'deaths', cell: ({ deaths }) => dash(deaths), right: true },
  { title: 'wards', cell: ({ census }) => dash(census?.wards ?? null), right: true },
  { title: 'intensive care', cell: ({ census }) => dash(census?.intensiveCare ?? null), right: true },
  { title: 'infected, floor', cell: ({ infections }) => dash(infections?.floor ?? null), right: true },
  { title: 'infected now', cell: ({ infections: it }) => (it === null || it.low === null || it.high === null ? '–' : `${count(it.low)}–${count(it.high)}`), right: true },
  { title: 'without a cap', cell: ({ infections }) => dash(infections?.uncapped ?? null), right: true },
  { title: 'source', cell: ({ sources }) => sources.join(' ') },
];

const PROJECTED: readonly Column<ProjectedCount>[] = [
  { title: 'area', cell: ({ area }) => area },
  { title: 'what', cell: ({ measure }) => (measure === 'intensiveCare' ? 'intensive care' : measure) },
  { title: 'on', cell: ({ date }) => date },
  { title: 'expected', cell: ({ central }) => count(central), right: true },
  { title: '80 % band', cell: ({ low, high }) => (low === null || high === null ? 'none yet' : `${count(low)}–${count(high)}`), right: true },
  { title: 'by', cell: ({ method }) => method.replaceAll('-', ' ') },
];

export function needText({ asOf, areas, demand, shortages, world, projections, faults }: NeedReport, ink: Ink): string {
  if (areas.every(({ basis }) => basis === null)) return `Nothing was counted by ${asOf}. Enter counts or a census, or name a file with --counts.`;
  const items = new Set(areas.map(({ item }) => item));
  const largest = areas.toSorted((a, b) => (b.perDay?.central ?? 0) - (a.perDay?.central ?? 0));
  const shown = new Set(largest.map(({ area }) => area).filter((area, k, all) => all.indexOf(area) === k).slice(0, AREAS_SHOWN));
  const rows = [...shown].flatMap((area) => areas.filter((row) => row.area === area));
  const hidden = new Set(areas.map(({ area }) => area)).size - shown.size;
  const census = projections.filter(({ area, measure }) => shown.has(area) && (measure === 'wards' || measure === 'intensiveCare'));
  const outlook = census.length > 0 ? census : projections.filter(({ area, measure }) => shown.has(area) && measure === 'cases');
  return [
    ink.heading(`Need as of ${asOf}`), '',
    table(NEEDS, rows, rowNote),
    ...(hidden > 0 ? [`… and ${count(hidden)} areas more, all with --json.`] : []), '',
    table(COUNTS, rows.filter(({ item }) => item === [...items][0]), besideNote),
    ink.bad('Infections are never used to share goods out. The floor is who had caught it 23 days ago; "now" holds growth to doubling in 14 to 7 days; "without a cap" goes on as in the last week.'),
    ...(world === null ? [] : [`All together: ${count(world.cases)} cases, ${count(world.deaths)} deaths. ${world.roundSum.arithmetic} infected, as a round sum.`]), '',
    ...asked(demand, ink),
    ...next(shortages?.nextFlight ?? null, ink),
    ...(outlook.length === 0 ? ['Too few days are known to project anything.'] : [table(PROJECTED, outlook.filter(({ horizonDays }) => horizonDays !== 3))]),
    ...(faults.length === 0 ? [] : ['', ink.bad(`${count(faults.length)} things are wrong with the counts; none was mended:`), ...faults.slice(0, FAULTS_SHOWN).map(faultLine), ...(faults.length > FAULTS_SHOWN ? [`  … and ${count(faults.length - FAULTS_SHOWN)} more, all with --json.`] : [])]),
  ].join('\n');
}

/** What the row rests on that is not as published, and what was really used. */
function rowNote(row: AreaNeed): string | null {
  const set = row.changed.map(({ name, area, value, published }) => `${name} is ${factor(value)}${area === null ? '' : ` for ${area}`}${published === null ? '' : `, published ${factor(published)}`}`);
  const parts = [row.changed.length === 0 || row.arithmetic === null ? null : `${row.arithmetic}. Set by people: ${set.join('; ')}.`, burnNote(row)].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}

/** What was asked far from what the counts make likely: somebody has to ask again. */
function asked(demand: readonly DemandRow[], ink: Ink): string[] {
  const far = demand.flatMap(({ recipient, item, outOfBand }) => (outOfBand === null ? [] : [{ recipient, item, ...outOfBand }]));
  const once = far.filter(({ recipient, item }, index) => far.findIndex((it) => it.recipient === recipient && it.item === item) === index);
  if (once.length === 0) return [];
  return [ink.heading('Asked far from what the counts make likely; planned for, and to be asked about'), ...once.map(({ recipient, item, side, askedPerDay, least, most }) => `  ${recipient} asks for ${count(askedPerDay)} ${item} a day, ${side === 'above' ? `above ${count(most)}` : `below ${count(least)}`}.`), ''];
}

/** What the next landing takes off. */
function next(flight: NextFlight | null, ink: Ink): string[] {
  if (flight === null || flight.areas.length === 0) return [];
  const how = flight.sharedBy === 'plan' ? `shared as the plan ${flight.plan ?? ''} shares it` : 'shared by its earmarks, and where it has none by what is asked';
  return [
    ink.heading(`${flight.consignment} lands ${moment(flight.arrives)}; ${how}`),
    table(
      [
        { title: 'area', cell: ({ area }) => area },
        { title: 'item', cell: ({ item }) => item },
        { title: 'gets', cell: ({ units }) => count(units), right: true },
        { title: 'missing in a week', cell: ({ unmetBefore }) => count(unmetBefore), right: true },
        { title: 'then', cell: ({ unmetAfter }) => count(unmetAfter), right: true },
      ] satisfies readonly Column<NextFlight['areas'][number]>[],
      flight.areas.slice(0, AREAS_SHOWN),
    ),
    '',
  ];
}

function burnNote({ burnRate, noBurnRate }: AreaNeed): string | null {
  if (noBurnRate !== null) return `No burn rate: ${noBurnRate}.`;
  if (burnRate === null) return null;
  const { perDay, reports, ratio, used, why } = burnRate;
  const times = ratio === null ? '' : `, ${decimal(ratio)} times the forecast`;
  return `Burn rate of ${reports} reports: ${count(perDay.central)} a day${times}. Used: ${used === 'forecast' ? 'the forecast' : 'the burn rate'} (${why.replaceAll('-', ' ')}).`;
}

const besideNote = ({ beside }: AreaNeed): string | null =>
  beside.length === 0 ? null : `Beside it: ${beside.map(({ sources, countedOn, cases, deaths }) => `${sources.join(' ')} ${countedOn}: ${dash(cases)} cases, ${dash(deaths)} deaths`).join('; ')}.`;

export function faultLine({ file, row, column, area, date, problem, remedy }: NeedReport['faults'][number]): string {
  const where = [file, row === null ? null : `row ${row}`, column === null ? null : `column ${column}`, area, date].filter((part) => part !== null).join(', ');
  return `  ${where}: ${problem}. ${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`;
}
