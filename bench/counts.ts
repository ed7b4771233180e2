// A panel of counts taken in: so many areas × days as a WHO file, through the use case itself, on the embedded store; then the same file
// again, and a copy in which every area's last day was revised; then need forecast from it and ranked. Beside it the same aggregation in
// plain SQL on a server: the rows copied in, units a day from cases by severity and stay, ranked. It projects nothing, keeps no
// revision and checks nothing. Both answers are compared area by area.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deskOverStore } from '../src/app/local-desk.ts';
import type { CountsImported } from '../src/app/need/counts-shape.ts';
import { append } from '../src/app/record.ts';
import { OperationId } from '../src/domain/ids.ts';
import { invariant, type Result } from '../src/domain/result.ts';
import { instantFromMs } from '../src/domain/time.ts';
import pg from 'pg';
import { PUBLISHED, useOf, valueOf as parameterOf } from '../src/need/supply-parameters.ts';
import { openEmbedded } from '../src/storage/open.ts';
import { journal } from '../test/support/journal.ts';
import { noPrinter } from '../test/support/printer.ts';
import { SMALL } from '../test/support/small-operation.ts';
import { copyIn } from './copy-in.ts';
import { newDatabase } from './postgres.ts';
import { timed, type Asked, type Row } from './suite.ts';

const AREAS = 200;
const DAYS = 400;
const OPERATION = OperationId.parse('test');
const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2020, 0, 1);

/** A code for each area: AA, AB, … */
const codeOf = (k: number): string => String.fromCharCode(65 + Math.floor(k / 26), 65 + (k % 26));
/** Cumulative cases of an area on a day: any figures that only grow. */
const casesOf = (area: number, day: number): number => (area + 1) * (day + 1) + day * day;
const deathsOf = (area: number, day: number): number => Math.floor(casesOf(area, day) / 50);

/** @param more is added to each area's last day. */
function panelFile(areas: number, days: number, more: number): Uint8Array {
  const lines = ['Date_reported,Country_code,Country,WHO_region,New_cases,Cumulative_cases,New_deaths,Cumulative_deaths'];
  for (let area = 0; area < areas; area++)
    for (let day = 0; day < days; day++) lines.push(`${new Date(FIRST + day * DAY_MS).toISOString().slice(0, 10)},${codeOf(area)},Area ${area},X,,${casesOf(area, day) + (day === days - 1 ? more : 0)},,${deathsOf(area, day)}`);
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

interface Taken {
  readonly what: string;
  readonly seconds: number;
  readonly imported: CountsImported;
}

/** Area and units of masks a day, the most first. */
type Ranking = readonly (readonly [area: string, perDay: number])[];
const ITEM = 'surgical-mask';
const ranked = (rows: Ranking): Ranking => rows.toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));

interface Panel {
  readonly taken: readonly Taken[];
  readonly report: number;
  readonly lastCases: number;
  /** Seconds of forecast and ranking. */
  readonly forecast: number;
  readonly ranking: Ranking;
}

/** Takes a panel in, again, and in a revised copy; answers how long each took. */
async function importPanel({ areas, days }: { readonly areas: number; readonly days: number }): Promise<Panel> {
  const home = mkdtempSync(join(tmpdir(), 'airbridge-counts-'));
  const clock = { now: () => instantFromMs(FIRST + (days + 2) * DAY_MS) };
  const store = valueOf(await openEmbedded(home, { clock }));
  try {
    invariant((await append(store, OPERATION, journal(SMALL))).ok, 'the small operation is taken');
    const desk = deskOverStore(store, { solver: { solve: () => Promise.reject(new Error('nothing is planned here')) }, printer: noPrinter, clock });
    const taken: Taken[] = [];
    for (const [what, more] of [['first', 0], ['the same again', 0], ['every area’s last day revised', 1]] as const) {
      const content = panelFile(areas, days, more);
      let imported: CountsImported | null = null;
      const seconds = await timed(async () => { imported = valueOf(await desk.counts.import(OPERATION, { format: 'who', files: [{ name: 'panel.csv', content }] })); });
      invariant(imported !== null, 'it was taken in');
      taken.push({ what, seconds, imported });
    }
    let lastCases = 0;
    const report = await timed(async () => { lastCases = valueOf(await desk.counts.report(OPERATION, {})).areas.reduce((sum, { last }) => sum + (last?.cases ?? 0), 0); });
    let ranking: Ranking = [];
    const forecast = await timed(async () => { ranking = ranked(valueOf(await desk.need.report(OPERATION, { item: ITEM })).areas.map(({ area, perDay }) => [area, perDay?.central ?? 0])); });
    return { taken, report, lastCases, forecast, ranking };
  } finally {
    await store.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** The same from a table of cumulative cases. Null: there is no server. */
async function inSql({ areas, days }: { readonly areas: number; readonly days: number }, say: (line: string) => void): Promise<{ readonly taken: number; readonly ranked: number; readonly ranking: Ranking } | null> {
  const database = await newDatabase(say);
  if (database === null) return null;
  const client = new pg.Client({ connectionString: database.url });
  try {
    await client.connect();
    await client.query('create table counts (area text, day integer, cases integer, deaths integer, primary key (area, day))');
    const lines = Array.from({ length: areas }, (_, area) => Array.from({ length: days }, (_each, day) => `${codeOf(area)}\t${day}\t${casesOf(area, day) + (day === days - 1 ? 1 : 0)}\t${deathsOf(area, day)}\n`)).flat();
    const taken = await timed(() => copyIn(client, 'copy counts from stdin', Buffer.from(lines.join(''))));
    let ranking: Ranking = [];
    const seconds = await timed(async () => { ranking = (await client.query<{ area: string; units: string }>(RANKED, [days + 2, ...SHARES, ...STAYS, ...USES])).rows.map(({ area, units }) => [area, Math.round(Number(units))]); });
    return { taken, ranked: seconds, ranking: ranked(ranking) };
  } finally {
    await client.end();
    await database.drop();
  }
}

const SHARES = [parameterOf(PUBLISHED, 'severity-severe'), parameterOf(PUBLISHED, 'severity-critical'), parameterOf(PUBLISHED, 'severity-mild') + parameterOf(PUBLISHED, 'severity-moderate')];
const STAYS = [parameterOf(PUBLISHED, 'stay-severe'), parameterOf(PUBLISHED, 'stay-critical'), parameterOf(PUBLISHED, 'stay-isolated')];
const USES = (['wards', 'intensiveCare', 'isolation'] as const).map((use) => useOf(PUBLISHED, use, ITEM)?.value ?? 0);
/** $1 the day that is asked about; $2–$4 shares, $5–$7 stays, $8–$10 use a person. */
const RANKED = `
  with latest as (select distinct on (area) area, cases from counts order by area, day desc),
  since as (select l.area, l.cases - s.cases as severe, l.cases - c.cases as critical, l.cases - i.cases as isolated from latest l
    join counts s on s.area = l.area and s.day = $1::integer - $5::integer join counts c on c.area = l.area and c.day = $1::integer - $6::integer join counts i on i.area = l.area and i.day = $1::integer - $7::integer)
  select area, severe * $2::float8 * $8::float8 + critical * $3::float8 * $9::float8 + isolated * $4::float8 * $10::float8 as units from since order by units desc`;

function valueOf<T>(result: Result<T, { readonly message: string }>): T {
  invariant(result.ok, result.ok ? '' : result.error.message);
  return result.value;
}

/** `size`: days. */
export async function countsSuite({ size, seed, say }: Asked): Promise<readonly Row[]> {
  const days = size ?? DAYS;
  say(`${AREAS} areas × ${days} days`);
  const { taken, report, lastCases, forecast, ranking } = await importPanel({ areas: AREAS, days });
  const sql = await inSql({ areas: AREAS, days }, say);
  const figures = AREAS * days * 2;
  const wanted = [{ new: figures, revised: 0, unchanged: 0 }, { new: 0, revised: 0, unchanged: figures }, { new: 0, revised: AREAS, unchanged: figures - AREAS }];
  const last = Array.from({ length: AREAS }, (_, area) => casesOf(area, days - 1) + 1).reduce((sum, cases) => sum + cases, 0);
  const row = (what: string, seconds: number, isSame: boolean, told: string): Row => ({ size: days, seed, engine: 'airbridge', status: isSame ? 'same' : 'differs', tolerance: 0, seconds, objective: null, bound: null, gap: null, relativeGap: null, ratio: null, line: `${what}: ${seconds.toFixed(2)} s, ${told}${isSame ? '' : ', and the figures differ'}` });
  return [
    ...taken.map(({ what, seconds, imported: { figures: of, facts } }, k) => row(what, seconds, of.new === wanted[k]?.new && of.revised === wanted[k]?.revised && of.unchanged === wanted[k]?.unchanged, `${facts} facts`)),
    ...besideSql({ days, seed, ranking, forecast, first: taken[0]?.seconds ?? Number.NaN }, sql),
    row('the report of all areas', report, lastCases === last, `${lastCases} cases on the last day`),
  ];
}

interface Ours {
  readonly days: number;
  readonly seed: number;
  readonly ranking: Ranking;
  readonly forecast: number;
  readonly first: number;
}

/** Rows are figures of an area and day. The ratio is of taking in and ranking together. */
function besideSql({ days, seed, ranking, forecast, first }: Ours, sql: Awaited<ReturnType<typeof inSql>>): Row[] {
  const rows = AREAS * days;
  const isSame = sql === null || JSON.stringify(sql.ranking) === JSON.stringify(ranking);
  const common = { size: days, seed, status: isSame ? 'same' : 'differs', tolerance: 0, objective: null, bound: null, gap: null, relativeGap: null } as const;
  const told = (name: string, taken: number, ranks: number): string => `${name}: ${Math.round(rows / taken).toLocaleString('en-GB')} rows/s taken in, ranked in ${ranks.toFixed(2)} s, together ${(taken + ranks).toFixed(2)} s${isSame ? '' : ', and the answers differ'}`;
  const ours = first + forecast;
  const theirs = sql === null ? null : sql.taken + sql.ranked;
  return [
    { ...common, engine: 'airbridge', seconds: ours, ratio: theirs === null ? null : theirs / ours, line: `${told('taken in, forecast with projections, ranked', first, forecast)}${theirs === null ? '' : `, ${(theirs / ours).toFixed(3)} × the speed of SQL`}` },
    ...(sql === null || theirs === null ? [] : [{ ...common, engine: 'sql', seconds: theirs, ratio: null, line: told('COPY and one query', sql.taken, sql.ranked) }]),
  ];
}
