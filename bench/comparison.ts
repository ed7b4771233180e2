// Equal cover beside what people do without a planner: earliest way first, and a proportional split. The same problems, the
// same checker, at four instants. Prints the table of docs/comparison.md.

import { checkPlan } from '../src/planner/check.ts';
import type { CheckedFigures } from '../src/planner/check-figures.ts';
import { epochMs } from '../src/domain/time.ts';
import { invariant } from '../src/domain/result.ts';
import { coveredShare } from '../src/planner/figures.ts';
import { groups } from '../src/planner/commodities.ts';
import { plan, type Planned } from '../src/planner/plan.ts';
import type { PlanningProblem } from '../src/planner/problem.ts';
import { highsSolver } from '../src/solver/highs.ts';
import type { BaselinePlan } from './baselines/dispatch.ts';
import { earliestFirst } from './baselines/earliest.ts';
import { proportionalSplit } from './baselines/proportional.ts';
import { referenceProblems } from './reference.ts';
import type { Asked, Row } from './suite.ts';

const TITLES = ['as of', 'way', 'worst-off', 'mean cover', 'Gini', 'served', 'middle, h', 'last, h', 'cost, €', 'objective, million €', 'check'] as const;

export async function comparisonSuite({ seed, say }: Asked): Promise<readonly Row[]> {
  const solver = highsSolver();
  const rows: Row[] = [];
  try {
    for (const { asOf, problem } of referenceProblems()) {
      say(`the plans as of ${asOf}`);
      const began = performance.now();
      const planned = await plan(problem, { policy: 'equal-cover', seed, gap: 0 }, solver);
      invariant(planned.ok, 'the reference operation has a plan');
      const seconds = (performance.now() - began) / 1000;
      const reached = reachedIn(planned.value);
      const ways: readonly (readonly [string, string, BaselinePlan])[] = [
        ['airbridge', 'equal cover', planned.value],
        ['earliest', 'earliest way first', earliestFirst(problem)],
        ['proportional', 'proportional split', proportionalSplit(problem)],
      ];
      for (const [engine, name, found] of ways) rows.push(rowOf({ asOf, engine, name, found, problem, reached, seed, seconds, bound: engine === 'airbridge' ? planned.value : null }));
    }
  } finally {
    await solver.close();
  }
  const heads = [`| ${TITLES.join(' | ')} |`, `|${TITLES.map(() => '---').join('|')}|`].join('\n');
  return rows.map((row, index) => (index === 0 ? { ...row, line: `${heads}\n${row.line}` } : row));
}

/** Recipient and item of the needs that something can reach in time. */
function reachedIn({ workings: { outcome } }: Planned): ReadonlySet<string> {
  const out = new Set(outcome.unreachable);
  return new Set(outcome.groups.filter((group) => !out.has(group)).map(({ recipient, item }) => `${recipient.recipient} ${item.item}`));
}

/** Covered shares of the needs that can be reached in time. */
function sharesOf(problem: PlanningProblem, { lines }: BaselinePlan, reached: ReadonlySet<string>): number[] {
  return groups(problem, 'equal-cover').flatMap((group) => {
    if (!reached.has(`${group.recipient.recipient} ${group.item.item}`)) return [];
    const own = lines.filter(({ recipient, item }) => recipient === group.recipient.recipient && item === group.item.item);
    return [coveredShare(group, own.map(({ arrives, units }) => ({ at: epochMs(arrives), units })))];
  });
}

interface Measured {
  readonly asOf: string;
  readonly engine: string;
  readonly name: string;
  readonly found: BaselinePlan;
  readonly problem: PlanningProblem;
  readonly reached: ReadonlySet<string>;
  readonly seed: number;
  readonly seconds: number;
  readonly bound: Planned | null;
}

function rowOf({ asOf, engine, name, found, problem, reached, seed, seconds, bound }: Measured): Row {
  const { ok, violations, figures } = checkPlan(problem, found, 'equal-cover');
  const shares = sharesOf(problem, found, reached);
  const served = shares.filter((share) => share > 0).length;
  const cells = [asOf.slice(0, 10), name, percent(Math.min(1, ...shares)), percent(figures.coverage.mean), figures.coverage.gini.toFixed(2), `${served} of ${shares.length}`, ...hoursOf(figures), Math.round(figures.cost).toLocaleString('en-GB'), (figures.objective / 1e6).toFixed(2), ok ? 'clean' : `${violations.length} violations`];
  return {
    size: problem.needs.length, seed, engine, status: ok ? 'same' : 'differs', tolerance: 1e-6, seconds: bound === null ? 0 : seconds, objective: figures.objective,
    bound: bound?.bound ?? null, gap: bound?.gap ?? null, relativeGap: bound?.relativeGap ?? null, ratio: null, line: `| ${cells.join(' | ')} |`,
  };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const hoursOf = ({ hours }: CheckedFigures): string[] => [hours.median, hours.last].map((hour) => (hour === null ? '–' : hour.toFixed(1)));
