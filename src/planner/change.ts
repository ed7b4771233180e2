// What a plan changes of the lines that stand: cartons kept and taken off, what that counts, and for each line that is changed
// what it gains. Read off the finished lines; what a carton gains, off the prices of the program.
// Not here: the program (kept-lines.ts), the scan's twins (kept-by-scan.ts), which lines stand (app/plan).

import type { ChangedLine, PlanChange, PlanLine } from '../domain/plan/plan.ts';
import { lineKey } from '../domain/plan/line-key.ts';
import { phrase, type Phrase, type PhraseOf } from '../domain/phrase.ts';
import { cartons as cartonCount } from '../domain/units.ts';
import { english } from '../words/en/english.ts';
import { sayAll } from '../words/say.ts';
import type { KeptColumn } from './kept-lines.ts';
import type { PlanModel } from './model.ts';
import { recipientOf } from './named.ts';
import type { PlanningProblem, StandingLine } from './problem.ts';
import { reducedCost } from './shadow.ts';
import type { Solution } from './solver.ts';

/** What an engine makes of a standing line. */
interface Answer {
  /** Cartons that it keeps, not yet whole. */
  readonly kept: number;
  /** Cartons that its lot and its need leave room for, at most. */
  readonly most: number;
  /** € that one more carton kept would add to its optimum, at least; below 0: it would keep more if there were more. Null: it is near the optimum only. */
  readonly reduced: number | null;
}
/** By line key; a line that is not here has no way. */
export type Answers = ReadonlyMap<string, Answer>;

/** Cartons that differ by less are rounding of the solver. */
const DUST = 1e-6;

/** The objective is convex in what is kept, with the charters as they are: so a reduced cost is the least that each further carton adds. */
export function answersOf({ model, kept }: PlanModel, { columns, duals }: Pick<Solution, 'columns' | 'duals'>): Answers {
  // A carton rides and ends somewhere: which of the two bears the cost is open where nothing is kept, their sum is not.
  const reduced = ({ column, ends }: KeptColumn): number => reducedCost(model, duals, column) + Math.min(...ends.map((end) => reducedCost(model, duals, end)));
  const byLine = Map.groupBy(kept, ({ line }) => lineKey(line));
  return new Map([...byLine].map(([key, ways]) => {
    const together = ways.reduce((sum, { column }) => sum + (columns[column] ?? 0), 0);
    const asked = Math.max(...ways.map(({ way: { group, commodity } }) => Math.ceil(group.units / commodity.unitsPerCarton)));
    return [key, { kept: together, most: Math.min(asked, ways.reduce((sum, { way }) => sum + way.lotCartons, 0)), reduced: Math.min(...ways.map(reduced)) }];
  }));
}

/** Cartons of the line that the plan has by the very same way. */
function keptOf(line: StandingLine, lines: ReadonlyMap<string, readonly PlanLine[]>): number {
  const there = (lines.get(lineKey(line)) ?? []).reduce((sum, { cartons }) => sum + cartons, 0);
  return Math.min(line.cartons, there);
}

/** @returns null where nothing stands. */
export function changeOf(problem: PlanningProblem, lines: readonly PlanLine[], answers: Answers): PlanChange | null {
  if (problem.standing.length === 0) return null;
  const byKey = Map.groupBy(lines, lineKey);
  const all = problem.standing.map((line) => ({ line, kept: keptOf(line, byKey) }));
  const cartons = all.reduce((sum, { line }) => sum + line.cartons, 0);
  const kept = all.reduce((sum, each) => sum + each.kept, 0);
  return {
    cartons: cartonCount(cartons),
    kept: cartonCount(kept),
    off: cartonCount(cartons - kept),
    euros: all.reduce((sum, { line, kept: still }) => sum + line.eurosPerCarton * (line.cartons - still), 0),
    changed: all.flatMap(({ line, kept: still }) => (still < line.cartons ? [changed(problem, line, still, answers)] : [])),
  };
}

function changed(problem: PlanningProblem, line: StandingLine, kept: number, answers: Answers): ChangedLine {
  const answer = answers.get(lineKey(line));
  const most = Math.min(line.cartons, answer?.most ?? 0);
  const chosen = answer !== undefined && most - answer.kept > DUST;
  const gains = chosen && answer.reduced !== null ? line.eurosPerCarton + Math.max(0, answer.reduced) : null;
  const reason: PhraseOf<'change.gains' | 'change.whole' | 'change.no-way' | 'change.near'> =
    gains !== null ? phrase('change.gains', { gains: { euros: gains }, price: { euros: line.eurosPerCarton } })
    : chosen ? phrase('change.near', { price: { euros: line.eurosPerCarton } })
    : kept >= most ? phrase('change.no-way', {})
    : phrase('change.whole', {});
  const off = phrase('change.off', { recipient: recipientOf(problem, line.recipient), off: line.cartons - kept, cartons: line.cartons, lot: line.lot, route: line.route });
  const because: Phrase[] = [off, reason];
  const { lot, recipient, route, cartons, eurosPerCarton } = line;
  return { lot, recipient, route: [...route], cartons: cartonCount(cartons), kept: cartonCount(kept), eurosPerCarton, gains, why: sayAll(because, english), because };
}

/** Where nothing stands, nothing is noted. */
export function changeNotes(change: PlanChange | null): Phrase[] {
  if (change === null) return [];
  const { cartons, kept, off, euros } = change;
  return [phrase('note.change', { cartons, kept, off, euros: { euros } })];
}
