// A panel of counts taken in: so many areas × days as a WHO file, through the use case itself, on the embedded store; then the same file
// again, and a copy in which every area's last day was revised. There is no other engine beside it: the figures that stand are added up
// and compared with those that were made.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deskOverStore } from '../src/app/local-desk.ts';
import type { CountsImported } from '../src/app/need/counts-shape.ts';
import { append } from '../src/app/record.ts';
import { OperationId } from '../src/domain/ids.ts';
import { invariant, type Result } from '../src/domain/result.ts';
import { instantFromMs } from '../src/domain/time.ts';
import { openEmbedded } from '../src/storage/open.ts';
import { journal } from '../test/support/journal.ts';
import { noPrinter } from '../test/support/printer.ts';
import { SMALL } from '../test/support/small-operation.ts';
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

/** Takes a panel in, again, and in a revised copy; answers how long each took. */
async function importPanel({ areas, days }: { readonly areas: number; readonly days: number }): Promise<{ readonly taken: readonly Taken[]; readonly report: number; readonly lastCases: number }> {
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
    return { taken, report, lastCases };
  } finally {
    await store.close();
    rmSync(home, { recursive: true, force: true });
  }
}

function valueOf<T>(result: Result<T, { readonly message: string }>): T {
  invariant(result.ok, result.ok ? '' : result.error.message);
  return result.value;
}

/** `size`: days. */
export async function countsSuite({ size, seed, say }: Asked): Promise<readonly Row[]> {
  const days = size ?? DAYS;
  say(`${AREAS} areas × ${days} days`);
  const { taken, report, lastCases } = await importPanel({ areas: AREAS, days });
  const figures = AREAS * days * 2;
  const wanted = [{ new: figures, revised: 0, unchanged: 0 }, { new: 0, revised: 0, unchanged: figures }, { new: 0, revised: AREAS, unchanged: figures - AREAS }];
  const last = Array.from({ length: AREAS }, (_, area) => casesOf(area, days - 1) + 1).reduce((sum, cases) => sum + cases, 0);
  const row = (what: string, seconds: number, isSame: boolean, told: string): Row => ({ size: days, seed, engine: 'airbridge', status: isSame ? 'same' : 'differs', tolerance: 0, seconds, objective: null, bound: null, gap: null, relativeGap: null, ratio: null, line: `${what}: ${seconds.toFixed(2)} s, ${told}${isSame ? '' : ', and the figures differ'}` });
  return [
    ...taken.map(({ what, seconds, imported: { figures: of, facts } }, k) => row(what, seconds, of.new === wanted[k]?.new && of.revised === wanted[k]?.revised && of.unchanged === wanted[k]?.unchanged, `${facts} facts`)),
    row('the report of all areas', report, lastCases === last, `${lastCases} cases on the last day`),
  ];
}
