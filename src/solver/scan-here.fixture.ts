// The scan engine on the caller's own thread, so that tests can afford hundreds of problems: what scan-worker.ts does, without
// further threads, without charters, and to no finer gap than the scan reaches.

import { equalCover } from '../planner/equal/equal-cover.ts';
import { buildInstance } from '../planner/scan/build.ts';
import { waysOf } from '../planner/scan/decompose.ts';
import { alone, Dual } from '../planner/scan/dual.ts';
import type { ScanEngine } from '../planner/scan/engine.ts';
import { emptyLabels } from '../planner/scan/labels.ts';
import { ended, scan } from '../planner/scan/scan.ts';

export const scanHere: ScanEngine = {
  scan: ({ problem, gap }) => {
    const instance = buildInstance(problem);
    const labels = emptyLabels(instance);
    const { value, bound, plan: found, prices } = ended(scan(new Dual(instance, labels, alone(instance, labels)), { gap }));
    return Promise.resolve({ value, bound, prices, flown: new Float64Array(0), ways: found === null ? [] : [...waysOf(instance, found)] });
  },
  levels: ({ problem, ...options }) => Promise.resolve(ended(equalCover(problem, options))),
};
