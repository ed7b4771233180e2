// The planning problem of an operation at an instant, out of its journal and nothing else.

import { phrase, type Phrase } from '../../domain/phrase.ts';
import { NO_DECISIONS, type PlanDecisions, type PlanForbidden } from '../../domain/plan/decisions.ts';
import type { Pallets } from '../../domain/plan/plan.ts';
import type { ForbiddenRun, PlanningProblem } from '../../planner/problem.ts';
import { demandIn, horizonOf, type Demand } from '../need/demand.ts';
import { decided, type DecidedLine } from './decisions.ts';
import { netNeeds } from './needs.ts';
import { runsOf } from './runs.ts';
import type { Situation } from './situation.ts';
import { actedOn } from './steady.ts';
import { suppliesOf } from './supplies.ts';

interface Posed {
  readonly problem: PlanningProblem;
  readonly notes: readonly Phrase[];
  /** The frozen lines of the problem, in its order, with how people came to them. */
  readonly decided: readonly DecidedLine[];
}

/** @param steadyHours how far ahead people act on the approved plan; 0: nothing costs to change. @param pallets left out: as the operation counts them. */
export function problemOf(now: Situation, asked: PlanDecisions = NO_DECISIONS, steadyHours = 0, pallets: Pallets = now.operation.pallets): Posed {
  const { operation, asOf, known } = now;
  const until = horizonOf(now);
  const { supplies, handling, notes } = suppliesOf(now);
  const demand = demandIn(now);
  const runs = runsOf(now, until);
  const { lines, forbidden } = decided(known, new Set(runs.map((run) => run.id)), asked);
  const problem: PlanningProblem = {
    asOf,
    until,
    weights: operation.weights,
    pallets,
    items: known.items,
    places: known.places,
    recipients: [...known.recipients.values()],
    supplies,
    needs: netNeeds(now, demand),
    runs,
    rules: [...known.rules.values()],
    papers: [...known.papers.values()],
    frozen: lines.map(({ lot, recipient, cartons, route }) => ({ lot, recipient, cartons, route })),
    standing: [],
    forbidden: forbidden.filter(binds(runs, supplies, known.recipients)),
    handling,
  };
  const bans = [...known.forbidden, ...asked.forbidden].filter(({ departure }) => runs.some(({ id }) => id === departure));
  return { problem: { ...problem, standing: actedOn(now, problem, asked.released, steadyHours) }, notes: [...notes, ...estimated(now, demand), ...bans.map((ban) => banned(now, ban))], decided: lines };
}

/** Prohibitions of departures that have left, of lots of which nothing is left, or for nobody that is known are none of this problem. */
function binds(runs: PlanningProblem['runs'], supplies: PlanningProblem['supplies'], recipients: Situation['known']['recipients']): (ban: ForbiddenRun) => boolean {
  const [ids, lots] = [new Set(runs.map(({ id }) => id)), new Set(supplies.map(({ lot }) => lot))];
  return ({ run, lot, recipient }) => ids.has(run) && (lot === null || lots.has(lot)) && (recipient === null || recipients.has(recipient));
}

/** Who reads a plan has to know which needs nobody has stated. */
function estimated({ known }: Situation, demand: readonly Demand[]): Phrase[] {
  const silent = [...new Set(demand.flatMap(({ recipient, basis }) => (basis === 'estimated' ? [recipient] : [])))];
  return silent.length === 0 ? [] : [phrase('note.estimated', { recipients: silent.map((recipient) => ({ recipient, name: known.recipients.get(recipient)?.name ?? recipient })) })];
}

function banned({ known }: Situation, { departure, recipient, lot, reason }: PlanForbidden): Phrase {
  const named = recipient === undefined ? null : { recipient, name: known.recipients.get(recipient)?.name ?? recipient };
  return phrase('note.forbidden', { run: departure, lot: lot ?? null, recipient: named, reason });
}
