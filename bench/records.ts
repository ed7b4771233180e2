// Baselines: what a suite measured, kept with the machine that it ran on, so that a later run says how it compares. One file a
// suite; of one size, seed and peer the latest stands. Figures of different machines are shown, never divided.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Asked, Row } from './suite.ts';

const FOLDER = fileURLToPath(new URL('./records/', import.meta.url));

const environment = z.object({
  machine: z.string(),
  /** Programs that ran or waited to run in the minute before: above 0.5 or so, others used the machine. */
  loadBefore: z.number(),
  date: z.iso.date(),
});
export type Environment = z.infer<typeof environment>;

const keptRow = z.object({ engine: z.string(), size: z.number(), seed: z.number(), status: z.enum(['same', 'differs']), tolerance: z.number(), seconds: z.number(), objective: z.number().nullable(), bound: z.number().nullable(), gap: z.number().nullable(), relativeGap: z.number().nullable(), ratio: z.number().nullable(), line: z.string() });
const record = z.object({ question: z.string(), environment, rows: z.array(keptRow) });
const records = z.array(record);
export type BenchRecord = z.infer<typeof record>;

export const environmentNow = (): Environment => ({
  machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.versions.node}`,
  loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  date: new Date().toISOString().slice(0, 10),
});

/** What a run was asked, as it would be written. */
export const questionOf = ({ scale, size, seed, seeds, gap, threads, limit, peer }: Asked): string => [...(scale !== null || size !== null ? [`--size ${scale ?? size}`] : []), `--seed ${seed}`, ...(seeds === 1 ? [] : [`--seeds ${seeds}`]), ...(gap === null ? [] : [`--gap ${gap}`]), ...(threads === null ? [] : [`--threads ${threads}`]), ...(limit === null ? [] : [`--limit ${limit}`]), ...(peer === null ? [] : [`--peer ${peer}`])].join(' ');

const fileOf = (suite: string): string => `${FOLDER}${suite}.json`;

export const kept = (suite: string): readonly BenchRecord[] => (existsSync(fileOf(suite)) ? records.parse(JSON.parse(readFileSync(fileOf(suite), 'utf8'))) : []);

/** In place of what was kept of the same question. */
export function keep(suite: string, question: string, ran: Environment, rows: readonly Row[]): void {
  const others = kept(suite).filter((it) => it.question !== question);
  const all = [...others, { question, environment: ran, rows: rows.map((row) => keptRow.parse(row)) }].toSorted((a, b) => a.question.localeCompare(b.question, 'en', { numeric: true }));
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(suite), `${JSON.stringify(all, null, 2)}\n`);
}

/** Each row beside the one that was kept: by how much the seconds changed, where the machine is the same. */
export function besideKept(before: BenchRecord | undefined, now: Environment, rows: readonly Row[]): readonly string[] {
  if (before === undefined) return [];
  const is = before.environment;
  const head = `kept on ${is.date} (load ${is.loadBefore}${is.machine === now.machine ? ', the same machine' : `, ${is.machine}`}):`;
  return [head, ...rows.flatMap(({ engine, seed, seconds }) => {
    const was = before.rows.find((row) => row.engine === engine && row.seed === seed);
    if (was === undefined) return [];
    return [`  ${engine.padEnd(16)} seed ${seed}  ${was.seconds.toFixed(2)} s then, ${seconds.toFixed(2)} s now${is.machine === now.machine && seconds > 0 ? ` (${(was.seconds / seconds).toFixed(2)} × as fast)` : ''}`];
  })];
}
