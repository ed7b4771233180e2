// npm run -s bench -- SUITE [--size N or, for planner, charters, equal, replan and warm, tiny|S|M|L|XL|C5|C20] [--seed N] [--seeds N, for planner and charters]
// [--threads N, --gap G, for planner] [--limit SECONDS, for planner and charters] [--peer NAME] [--json] [--keep]: measures a suite beside its peers in
// the same run, checks that the answers agree, and prints a line for each, or one JSON value, beside what was kept of the same
// question (records.ts). Progress goes to stderr.

import process from 'node:process';
import { parseArgs } from 'node:util';
import { chartersSuite } from './charters.ts';
import { comparisonSuite } from './comparison.ts';
import { countsSuite } from './counts.ts';
import { equalSuite } from './equal.ts';
import { firstScreenSuite } from './first-screen.ts';
import { growthSuite } from './growth.ts';
import { hubSuite } from './hub.ts';
import { journalSuite } from './journal.ts';
import { locateSuite } from './locate.ts';
import { logSuite } from './log.ts';
import { needSuite } from './need.ts';
import { planSuite } from './plan.ts';
import { plannerSuite, SIZES } from './planner.ts';
import { publicSuite } from './public.ts';
import { besideKept, environmentNow, keep, kept, questionOf } from './records.ts';
import { replanSuite } from './replan.ts';
import type { Asked, Row } from './suite.ts';
import { warmSuite } from './warm.ts';

const SUITES: Readonly<Record<string, (asked: Asked) => Promise<readonly Row[]>>> = { journal: journalSuite, hub: hubSuite, plan: planSuite, planner: plannerSuite, charters: chartersSuite, equal: equalSuite, replan: replanSuite, growth: growthSuite, need: needSuite, counts: countsSuite, comparison: comparisonSuite, 'first-screen': firstScreenSuite, log: logSuite, locate: locateSuite, public: publicSuite, warm: warmSuite };

/** Suites whose sizes are those of generated networks. */
const NAMED_SIZES: readonly string[] = ['planner', 'charters', 'equal', 'replan', 'warm'];

const options = { size: { type: 'string' }, seed: { type: 'string' }, seeds: { type: 'string' }, gap: { type: 'string' }, limit: { type: 'string' }, peer: { type: 'string' }, threads: { type: 'string' }, json: { type: 'boolean' }, keep: { type: 'boolean' } } as const;

function asked(): { readonly suite: string; readonly json: boolean; readonly keep: boolean; readonly asked: Asked } | string {
  let read: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    read = parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const { values, positionals } = read;
  const suite = positionals[0] ?? '';
  if (SUITES[suite] === undefined) return `there is no suite ${suite === '' ? '(none was named)' : suite}; there is ${Object.keys(SUITES).join(', ')}`;
  const named = NAMED_SIZES.includes(suite);
  if (named && values.size !== undefined && !SIZES.includes(values.size)) return `--size is ${values.size}; the suite ${suite} has ${SIZES.join(', ')}`;
  const size = values.size === undefined || named ? null : Number(values.size);
  const seed = values.seed === undefined ? 1 : Number(values.seed);
  if (size !== null && !(Number.isInteger(size) && size > 0)) return `--size is ${values.size}, which is no whole number above 0`;
  if (!Number.isInteger(seed)) return `--seed is ${values.seed}, which is no whole number`;
  const seeds = values.seeds === undefined ? 1 : Number(values.seeds);
  if (!(Number.isInteger(seeds) && seeds > 0)) return `--seeds is ${values.seeds}, which is no whole number above 0`;
  const limit = values.limit === undefined ? null : Number(values.limit);
  if (limit !== null && !(Number.isInteger(limit) && limit > 0)) return `--limit is ${values.limit}, which is no whole number of seconds above 0`;
  const threads = values.threads === undefined ? null : Number(values.threads);
  if (threads !== null && !(Number.isInteger(threads) && threads > 0)) return `--threads is ${values.threads}, which is no whole number above 0`;
  const gap = values.gap === undefined ? null : Number(values.gap);
  if (gap !== null && (suite !== 'planner' || !(gap >= 0 && gap < 1))) return suite === 'planner' ? `--gap is ${values.gap}, which is no share such as 0.0001` : `the suite ${suite} takes no --gap`;
  return { suite, json: values.json === true, keep: values.keep === true, asked: { size, scale: values.size ?? null, seed, seeds, gap, peer: values.peer ?? null, threads, limit, say: (line) => void process.stderr.write(`${line}\n`) } };
}

const question = asked();
if (typeof question === 'string') {
  process.stderr.write(`bench: ${question}. Write: npm run -s bench -- journal --size 2000\n`);
  process.exitCode = 2;
} else {
  const ran = environmentNow();
  const rows = (await SUITES[question.suite]?.(question.asked)) ?? [];
  const written = questionOf(question.asked);
  const before = kept(question.suite).find((it) => it.question === written);
  if (question.json) process.stdout.write(`${JSON.stringify({ suite: question.suite, machine: ran.machine, rows }, null, 2)}\n`);
  else process.stdout.write(`${[ran.machine, ...rows.map((row) => row.line), ...besideKept(before, ran, rows)].join('\n')}\n`);
  if (question.keep) keep(question.suite, written, ran, rows);
  if (rows.some(({ status }) => status === 'differs')) process.exitCode = 1;
}
