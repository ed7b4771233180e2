// A plan with decisions beside the plan that stands: for each recipient how much of its need is met, how soon, at what cost.
// Costs are transport by carton, and of a charter the part that the pallet places of its load make up.

import { cartonLoad } from '../../domain/catalogue.ts';
import type { PlanFigures, PlanLine, PlanProposed } from '../../domain/plan/plan.ts';
import { hoursBetween } from '../../domain/time.ts';
import { cartonEuros } from '../../planner/objective.ts';
import type { PlanningProblem } from '../../planner/problem.ts';

export interface Share {
  /** Share of need that is met at any time; null where nothing is needed. */
  readonly cover: number | null;
  readonly cartons: number;
  /** Mean hours of a carton to the receiver. */
  readonly hours: number | null;
  readonly euros: number;
}

export interface PlanBeside {
  readonly plan: string;
  readonly figures: Pick<PlanFigures, 'coverage' | 'hours' | 'cost' | 'co2Kg'>;
  readonly recipients: readonly { readonly recipient: string; readonly before: Share; readonly after: Share }[];
}

type PlanLaid = Pick<PlanProposed, 'lines' | 'unserved'> & { readonly asOf: PlanProposed['asOf'] };

export function beside(problem: PlanningProblem, standing: PlanProposed, proposed: PlanProposed): PlanBeside {
  const { coverage, hours, cost, co2Kg } = standing;
  return { plan: standing.plan, figures: { coverage, hours, cost, co2Kg }, recipients: recipientsBeside([problem, standing], [problem, proposed]) };
}

/** Each recipient in two plans, which may be of two problems: of what is, and of what could be. */
export function recipientsBeside([wasIn, standing]: readonly [PlanningProblem, PlanLaid], [isIn, proposed]: readonly [PlanningProblem, PlanLaid]): PlanBeside['recipients'] {
  const [before, after] = [sharesIn(wasIn, standing), sharesIn(isIn, proposed)];
  return isIn.recipients.flatMap(({ recipient }) => {
    const [was, is] = [before(recipient), after(recipient)];
    return was.cartons + is.cartons === 0 ? [] : [{ recipient, before: was, after: is }];
  });
}

function sharesIn(problem: PlanningProblem, plan: PlanLaid): (recipient: string) => Share {
  const euros = eurosOf(problem, plan);
  const short = Map.groupBy(plan.unserved, ({ recipient }): string => recipient);
  const lines = Map.groupBy(plan.lines, ({ recipient }): string => recipient);
  const asked = Map.groupBy(problem.needs, ({ recipient }): string => recipient);
  return (recipient) => {
    const own = lines.get(recipient) ?? [];
    const cartons = own.reduce((sum, line) => sum + line.cartons, 0);
    const needed = (asked.get(recipient) ?? []).reduce((sum, { units }) => sum + units, 0);
    const left = (short.get(recipient) ?? []).reduce((sum, { units }) => sum + units, 0);
    return {
      cover: needed === 0 ? null : 1 - left / needed,
      cartons,
      hours: cartons === 0 ? null : own.reduce((sum, line) => sum + line.cartons * hoursBetween(plan.asOf, line.arrives), 0) / cartons,
      euros: own.reduce((sum, line) => sum + euros(line), 0),
    };
  };
}

/** € of a line: its cartons on each run, and of an opened charter the part that its load makes up. */
function eurosOf(problem: PlanningProblem, plan: PlanLaid): (line: PlanLine) => number {
  const runs = new Map<string, PlanningProblem['runs'][number]>(problem.runs.map((run) => [run.id, run]));
  const loads = new Map<string, number>();
  const positions = ({ item, cartons }: PlanLine): number => { const master = problem.items.get(item); return master === undefined ? 0 : cartons * cartonLoad(master).positions; };
  for (const line of plan.lines) for (const run of line.route) loads.set(run, (loads.get(run) ?? 0) + positions(line));
  return (line) => {
    const master = problem.items.get(line.item);
    return line.route.reduce((sum, id) => {
      const run = runs.get(id);
      if (run === undefined || master === undefined) return sum;
      const part = run.charter === null ? 0 : run.charter.fixedEuros * (positions(line) / Math.max(1e-9, loads.get(id) ?? 0));
      return sum + line.cartons * cartonEuros(run, master) + part;
    }, 0);
  };
}
