// The planning problem of an operation at an instant, out of its journal and nothing else.

import { DepartureId } from '../../domain/ids.ts';
import type { Phrase } from '../../domain/phrase.ts';
import { plusMinutes } from '../../domain/time.ts';
import type { FrozenLine, PlanningProblem } from '../../planner/problem.ts';
import { netNeeds } from './needs.ts';
import { runsOf } from './runs.ts';
import type { Situation } from './situation.ts';
import { suppliesOf } from './supplies.ts';

export function problemOf(now: Situation): { readonly problem: PlanningProblem; readonly notes: readonly Phrase[] } {
  const { operation, asOf, known } = now;
  const until = plusMinutes(asOf, operation.horizonDays * 24 * 60);
  const { supplies, handling, notes } = suppliesOf(now);
  const runs = runsOf(now, until);
  const problem: PlanningProblem = {
    asOf,
    until,
    weights: operation.weights,
    items: known.items,
    places: known.places,
    recipients: [...known.recipients.values()],
    supplies,
    needs: netNeeds(now, until),
    runs,
    rules: [...known.rules.values()],
    papers: [...known.papers.values()],
    frozen: frozenLines(now, new Set(runs.map((run) => run.id))),
    handling,
  };
  return { problem, notes };
}

/** Lines that people froze or set by hand, as long as they have not been released and their first run has not left. */
function frozenLines({ known }: Situation, open: ReadonlySet<DepartureId>): FrozenLine[] {
  const released = new Set(known.releases.filter(({ release }) => known.releaseStates.get(release.dispatch)?.state !== 'refused').map(({ release }) => `${release.plan ?? ''}\t${release.lot}\t${release.recipient}`));
  const lines: FrozenLine[] = [];
  for (const [plan, { proposed, frozen, overridden }] of known.plans)
    for (const { line, lot, recipient, cartons, route } of proposed.lines) {
      const set = overridden.get(line);
      if ((!frozen.has(line) && set === undefined) || released.has(`${plan}\t${lot}\t${recipient}`)) continue;
      if (route.every((run) => open.has(DepartureId.parse(run))) && (set ?? cartons) > 0) lines.push({ lot, recipient, cartons: set ?? cartons, route });
    }
  return lines;
}
