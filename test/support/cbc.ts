// COIN-OR CBC, a solver of other people's making, on an exported model. Absent, its tests report themselves skipped.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasCbc = spawnSync('cbc', ['-stop'], { encoding: 'utf8' }).error === undefined;

/** The optimum that CBC proves for a model in MPS; throws where it proves none. */
export function cbcOptimum(mps: Iterable<string>): number {
  const folder = mkdtempSync(join(tmpdir(), 'airbridge-mps-'));
  try {
    const [model, answer] = [join(folder, 'model.mps'), join(folder, 'answer.txt')];
    writeFileSync(model, [...mps].join(''));
    const { stdout } = spawnSync('cbc', [model, '-ratioGap', '0', '-allowableGap', '0', '-seconds', '240', '-solve', '-solution', answer], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const found = existsSync(answer) ? /^Optimal.*objective value\s+(\S+)/.exec(readFileSync(answer, 'utf8')) : null;
    if (found === null) throw new Error(`CBC proved no optimum:\n${stdout.slice(-2000)}`);
    return Number(found[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
