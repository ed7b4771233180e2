// Solvers of linear programs beside the dual scan, each given the same model. Seconds by the clock are those of the solve
// alone where it runs in this process, else those of its process, reading the file included; processor seconds are the
// solve's alone as it says itself, or those of its process where these are fewer, which favours them. On a machine that others
// use too, only these say something. HiGHS gets one thread.

import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type * as HighsPackage from 'highs';
import { writeMps } from '../src/planner/mps.ts';
import type { LinearModel } from '../src/planner/solver.ts';

export interface PeerAnswer {
  readonly seconds: number;
  readonly processor: number;
  /** Null: it was stopped. */
  readonly objective: number | null;
  /** To which it holds rows. */
  readonly tolerance: number;
}
/** @param limit in processor seconds; null: its usual */
type Peer = (model: LinearModel, scale: string, limit: number | null) => Promise<PeerAnswer | null> | PeerAnswer | null;

const TOLERANCE = 1e-7;
/** Of a processor: nobody waits longer for a peer. */
const MOST_SECONDS = 900;
/** What a shell says of a command that it does not find. */
const NOT_THERE = 127;
/** What a shell says of one that was stopped at its limit: at first it is told, then killed. */
const STOPPED: readonly (number | null)[] = [152, 137];

const { default: loadHighs } = createRequire(import.meta.url)('highs') as typeof HighsPackage.default;

const highsWasm = (solver: 'simplex' | 'ipm'): Peer => async (program, scale, limit) => {
  // Its simplex takes minutes where others take seconds, and an hour where they take minutes.
  if (solver === 'simplex' && scale === 'XL') return null;
  const highs = await loadHighs();
  const model = highs.createModel();
  try {
    const [columns, rows] = [program.cost.length, program.rowLower.length];
    model.options.set({ output_flag: false, solver, time_limit: limit ?? MOST_SECONDS });
    model.passModel({
      numCols: columns, numRows: rows, colCost: program.cost, colLower: program.columnLower, colUpper: program.columnUpper, rowLower: program.rowLower, rowUpper: program.rowUpper,
      matrix: { format: 'csc', starts: program.starts, indices: program.rows, values: program.values, numRows: rows, numCols: columns },
    });
    const [began, before] = [performance.now(), process.cpuUsage()];
    model.run();
    const [seconds, used] = [(performance.now() - began) / 1000, process.cpuUsage(before)];
    return { seconds, processor: (used.user + used.system) / 1e6, objective: model.getModelStatus() === highs.constants.modelStatus.optimal ? model.getObjectiveValue() : null, tolerance: TOLERANCE };
  } finally {
    model.dispose();
  }
};

/** @param read the objective and the seconds out of what it prints. */
const native = (command: string, words: (file: string) => readonly string[], read: (text: string) => { readonly objective: number; readonly processor: number } | null): Peer => (model, _scale, limit) => {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-bench-'));
  try {
    const file = join(folder, 'model.mps');
    const handle = openSync(file, 'w');
    for (const piece of writeMps(model, 'AIRBRIDGE')) writeSync(handle, piece);
    closeSync(handle);
    const began = performance.now();
    const { stdout, stderr, status } = spawnSync('bash', ['-c', 'TIMEFORMAT="%U %S"; ulimit -t "$1"; time "${@:2}"', 'bash', String(limit ?? MOST_SECONDS), command, ...words(file)], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status === NOT_THERE) return null;
    const found = read(stdout);
    const seconds = (performance.now() - began) / 1000;
    // It broke off by itself, so that its time says nothing: a build without that solver, say.
    if (found === null && !STOPPED.includes(status)) return null;
    const [user = seconds, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
    return { seconds, processor: Math.min(found?.processor ?? Infinity, user + system), objective: found?.objective ?? null, tolerance: TOLERANCE };
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const clpSays = (text: string): { objective: number; processor: number } | null => {
  const found = /Optimal objective\s+(\S+) - .* time (\S+?),/.exec(text);
  return found === null ? null : { objective: Number(found[1]), processor: Number(found[2]) };
};
const highsSays = (text: string): { objective: number; processor: number } | null => {
  const [objective, seconds] = [/Objective value\s*:\s*(\S+)/.exec(text)?.[1], /HiGHS run time\s*:\s*(\S+)/.exec(text)?.[1]];
  return objective === undefined || seconds === undefined ? null : { objective: Number(objective), processor: Number(seconds) };
};
const cbcSays = (text: string): { objective: number; processor: number } | null => clpSays(text);

export const LINEAR_PEERS: Readonly<Record<string, Peer>> = {
  'clp-barrier': native('clp', (file) => [file, '-barrier'], clpSays),
  'clp-dual': native('clp', (file) => [file, '-dualsimplex'], clpSays),
  'cbc-barrier': native('cbc', (file) => [file, '-barrier', '-quit'], cbcSays),
  'highs-hipo': native('highs', (file) => ['--threads=1', '--solver=hipo', file], highsSays),
  'highs-ipm': native('highs', (file) => ['--threads=1', '--solver=ipm', file], highsSays),
  'highs': native('highs', (file) => ['--threads=1', file], highsSays),
  'highs-wasm-ipm': highsWasm('ipm'),
  'highs-wasm': highsWasm('simplex'),
};
