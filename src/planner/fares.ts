// How given shipments fare against a need that they were not planned for: the same lines, another demand. What the need of low,
// central and high does to a plan. Not here: what the best plan for that need would be (plan.ts).

import type { PlanFigures, PlanLine } from '../domain/plan/plan.ts';
import { epochMs } from '../domain/time.ts';
import { coveredShare } from './figures.ts';
import type { NetNeed } from './problem.ts';

export interface Fare {
  /** Of pairs of recipient and item, as the plan's own figure. */
  readonly coverage: Pick<PlanFigures['coverage'], 'min' | 'mean'>;
  /** Units that no shipment brings at all. */
  readonly unserved: number;
}

/** O(needs × lines of a pair). With no needs everything is covered. */
export function fareOf(needs: readonly NetNeed[], lines: readonly Pick<PlanLine, 'recipient' | 'item' | 'units' | 'arrives'>[]): Fare {
  const key = ({ recipient, item }: Pick<NetNeed, 'recipient' | 'item'>): string => `${recipient}\t${item}`;
  const brought = Map.groupBy(lines, key);
  const pairs = [...Map.groupBy(needs.filter(({ units }) => units > 0), key)].map(([pair, asked]) => {
    const units = asked.reduce((sum, need) => sum + need.units, 0);
    const arrivals = (brought.get(pair) ?? []).map((line) => ({ at: epochMs(line.arrives), units: Number(line.units) }));
    const share = coveredShare({ units, needs: asked.map((need) => ({ units: need.units, until: epochMs(need.until) })) }, arrivals);
    return { share, short: Math.max(0, units - arrivals.reduce((sum, arrival) => sum + arrival.units, 0)) };
  });
  if (pairs.length === 0) return { coverage: { min: 1, mean: 1 }, unserved: 0 };
  return {
    coverage: { min: Math.min(...pairs.map(({ share }) => share)), mean: pairs.reduce((sum, { share }) => sum + share, 0) / pairs.length },
    unserved: pairs.reduce((sum, { short }) => sum + short, 0),
  };
}
