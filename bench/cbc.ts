// coinor-cbc as a peer: the same model, handed over as MPS to a process of its own.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeMps } from '../src/planner/mps.ts';
import type { LinearModel } from '../src/planner/solver.ts';

/** Null where cbc is not installed. Its seconds are the process's, reading the file included. `optimum` is null where it proved none. */
export function cbc(model: LinearModel, secondsAtMost: number | null): { readonly seconds: number; readonly optimum: number | null } | null {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-bench-'));
  try {
    const file = join(folder, 'model.mps');
    writeFileSync(file, [...writeMps(model, 'AIRBRIDGE')].join(''));
    const limit = secondsAtMost === null ? [] : ['-seconds', String(secondsAtMost)];
    const began = performance.now();
    const { stdout, error } = spawnSync('cbc', [file, '-ratioGap', '0', '-allowableGap', '0', ...limit, '-solve', '-stop'], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const seconds = (performance.now() - began) / 1000;
    if (error !== undefined) return null;
    if (/Stopped on time|infeasible/i.test(stdout) && !/Optimal solution found/.test(stdout)) return { seconds, optimum: null };
    const optimum = /Objective value:\s+(-?[\d.e+-]+)/.exec(stdout)?.[1] ?? /Optimal objective\s+(-?[\d.e+-]+)/.exec(stdout)?.[1];
    return { seconds, optimum: optimum === undefined ? null : Number(optimum) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
