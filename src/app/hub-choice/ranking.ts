// The order of trials: by the plan's objective, or by one figure of it; equal figures by the objective. What is over budget comes last.

import type { HubOrder } from './report.ts';
import type { Trial } from './trial.ts';

/** Less is better. */
export function mark({ marks: { objective, cost, hours, co2Kg, coverage } }: Pick<Trial, 'marks'>, by: HubOrder): number {
  switch (by) {
    case 'objective':
      return objective;
    case 'cost':
      return cost;
    case 'hours':
      return hours.mean ?? Infinity;
    case 'co2':
      return co2Kg;
    case 'coverage':
      return -coverage.mean;
  }
}

export function ranked(trials: readonly Trial[], by: HubOrder, budget: number | null = null): Trial[] {
  const over = ({ marks }: Trial): number => (budget !== null && marks.cost > budget ? 1 : 0);
  return trials.toSorted((a, b) => over(a) - over(b) || mark(a, by) - mark(b, by) || mark(a, 'objective') - mark(b, 'objective'));
}
