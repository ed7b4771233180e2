// A problem of the scan engine, from its arrays to ways: which charters are flown, the plan, and a program for a finer gap than the
// scan reaches. A generator: whoever runs it sees what stands after each step, and may take that for the answer.
// Not here: threads and clocks, which are the caller's (engine-here.ts, src/solver).

import { CharterDual } from './charters/charter-dual.ts';
import { choosing } from './charters/choose.ts';
import { buildInstance } from './scan/build.ts';
import { waysOf } from './scan/decompose.ts';
import { Dual, type Crew } from './scan/dual.ts';
import type { ScanFound, ScanRequest } from './scan/engine.ts';
import type { ScanInstance } from './scan/instance.ts';
import { emptyLabels, type Labels } from './scan/labels.ts';
import { isPolishable, polish } from './scan/polish/polish.ts';
import { answersOf, scan, type ScanAnswer } from './scan/scan.ts';

/** What stands after a step. */
export interface Stands {
  /** Euros, as in ScanFound. */
  readonly value: number;
  readonly bound: number;
  /** The answer, if it is to be this. Only until the next step. */
  found(): ScanFound;
}

/** The scan goes so far by itself; from there interior point is quicker. */
const SCANNED = 0.005;
/** The finest gap that the scan reaches by itself, as a rule. */
const BY_SCAN = 0.003;

/** @param crew who does the work */
export function* answering({ problem, charters, gap, prices }: ScanRequest, crew: (instance: ScanInstance, labels: Labels) => Crew): Generator<Stands, ScanFound> {
  const instance = buildInstance(problem);
  const labels = emptyLabels(instance);
  const workers = crew(instance, labels);
  const foundOf = ({ value, bound, answer, flown }: Omit<Stands, 'found'> & { readonly answer: ScanAnswer; readonly flown: Float64Array }): ScanFound => ({ value, bound, flown, ways: answer.plan === null ? [] : [...waysOf(instance, answer.plan)], prices: answer.prices });
  if (charters !== undefined && charters.count > 0) {
    const run = choosing(new CharterDual(instance, labels, workers, charters), { gap, ...(prices !== undefined && { prices }) });
    for (let step = run.next(); ; step = run.next()) {
      const stands = step.value;
      if (step.done === true) return foundOf(stands);
      yield { value: stands.value, bound: stands.bound, found: () => foundOf(stands) };
    }
  }
  const run = finer(new Dual(instance, labels, workers), gap, prices);
  for (let step = run.next(); ; step = run.next()) {
    const stands = { ...step.value, answer: step.value, flown: new Float64Array(0) };
    if (step.done === true) return foundOf(stands);
    yield { value: stands.value, bound: stands.bound, found: () => foundOf(stands) };
  }
}

/** Of a search that begins from prices: they are near, and a high temperature would only lead away from them. */
const WARM = [0.0025, 0.0015, 0.001, 0.0005, 0.0002] as const;

/** The scan, and where it is asked for more than that reaches, the polish: what stands after each step. @param gap (bound − value) ÷ bound to stop at @param prices to begin from */
export function* finer(dual: Dual, gap: number, prices?: Float64Array): Generator<ScanAnswer, ScanAnswer> {
  const small = isPolishable(dual.instance);
  const scanned = yield* answersOf(scan(dual, { gap: small && gap < BY_SCAN ? SCANNED : gap, ...(prices !== undefined && { prices, temperatures: WARM }) }));
  return small && scanned.gap > gap ? yield* polish(dual, scanned, { gap }) : scanned;
}
