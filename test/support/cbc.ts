// COIN-OR CBC, a solver of other people's making, on an exported model. Absent, its tests report themselves skipped.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasCbc = spawnSync('cbc', ['-stop'], { encoding: 'utf8' }).error === undefined;

/** The optimum that CBC proves for a model in MPS; throws with CBC's own words where it proves none. */
export function cbcOptimum(mps: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-mps-'));
  try {
    const file = join(folder, 'model.mps');
    writeFileSync(file, mps);
    const { stdout } = spawnSync('cbc', [file, '-ratioGap', '0', '-allowableGap', '0', '-primalTolerance', '1e-9', '-dualTolerance', '1e-9', '-seconds', '240', '-solve', '-stop'], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const linear = /Optimal objective\s+(-?[\d.e+-]+)/.exec(stdout);
    const integer = /Objective value:\s+(-?[\d.e+-]+)/.exec(stdout);
    const proven = /Result - Optimal solution found/.test(stdout) ? integer : /Optimal - objective value\s+(-?[\d.e+-]+)/.exec(stdout) ?? linear;
    if (proven?.[1] === undefined) throw new Error(`CBC proved no optimum:\n${stdout.slice(-2000)}`);
    return Number(proven[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
