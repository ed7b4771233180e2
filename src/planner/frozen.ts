// Lines that people froze come first: they are taken out of supply, capacity and handling before anything is planned, and
// put back into the plan as they are. A frozen line that cannot be is a failure that names the line and the limit.

import type { PlanningProblem, FrozenLine, Supply } from './problem.ts';
import { canKeep } from '../domain/places.ts';
import { epochMs } from '../domain/time.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { english } from '../words/en/english.ts';
import { say } from '../words/say.ts';
import { itemOf, suppliesOf, type Group } from './commodities.ts';
import { openBook, type Book } from './book.ts';
import { forbiddenRuns, forbidsFrozen } from './forbidden.ts';
import { limitPhrase } from './named.ts';
import { leastRelease } from './release.ts';
import { changeMs, placeOf, type Leg, type Timetable } from './timetable.ts';

/** Why there is no plan. `line` is the position among the frozen lines, from 0. */
export interface PlanningFailure {
  readonly code: 'frozen-lot' | 'frozen-recipient' | 'frozen-route' | 'frozen-rule' | 'frozen-forbidden' | 'frozen-supply' | 'frozen-capacity' | 'solver';
  readonly line: number | null;
  readonly limit: string;
  readonly remedy: string;
  /** The most cartons that the line could have, the other lines before it standing; left out where its number is not the cause. */
  readonly most?: number;
  /** The fewest frozen lines, by position from 0, whose release lets all others stand; left out where lines are not the cause. */
  readonly release?: readonly number[];
}

/** A frozen line with its legs found. */
export interface FixedLine {
  readonly frozen: FrozenLine;
  readonly supply: Supply;
  readonly legs: readonly Leg[];
  /** Milliseconds since 1970. */
  readonly arrives: number;
}

/** Do the line's goods serve the group? */
export const serves = ({ frozen, supply }: FixedLine, { recipient, item }: Group): boolean => frozen.recipient === recipient.recipient && supply.item === item.item;

/** Units that frozen lines bring a group, in time or not. */
export const unitsBrought = (fixed: readonly FixedLine[], group: Group): number => fixed.reduce((sum, line) => sum + (serves(line, group) ? line.frozen.cartons * line.supply.unitsPerCarton : 0), 0);

/** Takes each frozen line out of `left` (cartons by supply) and `book`, which are changed. */
export function takeFrozen(problem: PlanningProblem, table: Timetable, book: Book, left: number[]): Result<FixedLine[], PlanningFailure> {
  const [bookBefore, leftBefore] = [book.copy(), [...left]];
  const fixed: FixedLine[] = [];
  for (const [line, frozen] of problem.frozen.entries()) {
    if (frozen.cartons === 0) continue;
    const taken = takeLine(problem, table, book, left, frozen);
    if (!taken.ok) {
      const release = leastRelease(problem, (kept) => stand(problem, table, bookBefore.copy(), [...leftBefore], kept));
      const named = release.map((each) => nameOf(problem, each)).join(' and ');
      return err({ ...taken.error, line, limit: `${nameOf(problem, line)}: ${taken.error.limit}`, remedy: `${taken.error.remedy}; to let all other frozen lines stand, release ${named}`, release });
    }
    fixed.push(taken.value);
  }
  return ok(fixed);
}

/** `frozen line 2 (5 cartons of lot LOT-A to LOM)` */
function nameOf(problem: PlanningProblem, line: number): string {
  const frozen = problem.frozen[line];
  return `frozen line ${line + 1} (${frozen?.cartons ?? 0} cartons of lot ${frozen?.lot ?? ''} to ${frozen?.recipient ?? ''})`;
}

/** Can these lines stand together, taken in this order? */
const stand = (problem: PlanningProblem, table: Timetable, book: Book, left: number[], kept: readonly FrozenLine[]): boolean =>
  kept.every((frozen) => frozen.cartons === 0 || takeLine(problem, table, book, left, frozen).ok);

/** Could the line be planned, if it had everything to itself? What people forbid to it counts, also where they capped it. */
export function couldStand(problem: PlanningProblem, table: Timetable, line: FrozenLine): boolean {
  const forbidden = forbiddenRuns(problem, line.lot, line.recipient);
  return !line.route.some((run) => forbidden.has(run)) && takeLine(problem, table, openBook(table), problem.supplies.map(({ cartons }) => cartons), line).ok;
}

type Refusal = Omit<PlanningFailure, 'line'>;

function takeLine(problem: PlanningProblem, table: Timetable, book: Book, left: number[], frozen: FrozenLine): Result<FixedLine, Refusal> {
  const legs = frozen.route.map((id) => table.byId.get(id));
  const missing = frozen.route.find((id) => !table.byId.has(id));
  if (missing !== undefined) return err({ code: 'frozen-route', limit: `there is no departure ${missing} between ${problem.asOf} and ${problem.until}`, remedy: 'unfreeze the line, or set it to 0 cartons' });
  const way = legs as readonly Leg[];
  const supply = findSupply(problem, left, frozen, way);
  if (!supply.ok) return supply.error.most === undefined ? supply : err({ ...supply.error, most: Math.min(supply.error.most, roomFor(problem, book, frozen, way)) });
  const { draws, supply: lot } = supply.value;
  const route = followRoute(problem, table, frozen, lot, way);
  if (!route.ok) return route;
  const item = itemOf(problem, lot.item);
  const room = book.room(item, way, frozen.recipient);
  if (room.cartons < frozen.cartons)
    return err({ code: 'frozen-capacity', limit: `${room.limit === null ? 'it' : say(limitPhrase(problem, room.limit), english)} has room for ${room.cartons} cartons only`, remedy: `set the line to ${room.cartons} cartons or less, or unfreeze another line on the same departure`, most: room.cartons });
  book.take(item, way, frozen.cartons, frozen.recipient);
  for (const { index, cartons } of draws) left[index] = (left[index] ?? 0) - cartons;
  return ok({ frozen, supply: lot, legs: way, arrives: route.value });
}

/** Cartons of the line's lot that its departures still take. */
function roomFor(problem: PlanningProblem, book: Book, { lot, recipient }: FrozenLine, legs: readonly Leg[]): number {
  const supply = problem.supplies.find((each) => each.lot === lot);
  return supply === undefined ? 0 : book.room(itemOf(problem, supply.item), legs, recipient).cartons;
}

/** What the line draws from, and the last entry of it to become available: a lot may lie at a place in parts that come one after the other. */
interface Drawn {
  readonly draws: readonly { readonly index: number; readonly cartons: number }[];
  readonly supply: Supply;
}

function findSupply(problem: PlanningProblem, left: readonly number[], frozen: FrozenLine, legs: readonly Leg[]): Result<Drawn, Refusal> {
  const candidates = suppliesOf(problem, frozen.lot);
  if (candidates.length === 0) return err({ code: 'frozen-lot', limit: `there is no lot ${frozen.lot} with cartons to give`, remedy: 'unfreeze the line, or correct the lot' });
  const recipient = problem.recipients.find(({ recipient: id }) => id === frozen.recipient);
  if (recipient === undefined) return err({ code: 'frozen-recipient', limit: `there is no recipient ${frozen.recipient}`, remedy: 'unfreeze the line, or add the recipient' });
  const start = legs[0]?.run.from ?? recipient.place;
  const leaves = legs[0]?.departs ?? Infinity;
  const there = candidates.filter((index) => problem.supplies[index]?.place === start && epochMs((problem.supplies[index]).availableAt) <= leaves);
  if (there.length === 0) return err({ code: 'frozen-route', limit: `the lot is not at ${start} in time`, remedy: 'unfreeze the line, or freeze it on a later departure' });
  const allowed = there.filter((index) => problem.supplies[index]?.recipients.includes(frozen.recipient));
  if (allowed.length === 0) return err({ code: 'frozen-recipient', limit: 'its earmark or scope does not include that recipient', remedy: 'unfreeze the line, or change the earmark' });
  return draw(problem, left, frozen.cartons, allowed);
}

function draw(problem: PlanningProblem, left: readonly number[], cartons: number, allowed: readonly number[]): Result<Drawn, Refusal> {
  const draws: { index: number; cartons: number }[] = [];
  let open = cartons;
  const entries = allowed.flatMap((index) => { const supply = problem.supplies[index]; return supply === undefined ? [] : [{ index, supply }]; });
  for (const { index, supply } of entries.toSorted((a, b) => epochMs(a.supply.availableAt) - epochMs(b.supply.availableAt))) {
    const taken = Math.min(open, left[index] ?? 0);
    if (taken > 0) draws.push({ index, cartons: taken });
    open -= taken;
    if (open === 0) return ok({ draws, supply });
  }
  return err({ code: 'frozen-supply', limit: `${cartons - open} cartons of the lot are left`, remedy: 'set the line to what the lot has, or unfreeze another line of the lot', most: cartons - open });
}

/** @returns the arrival in milliseconds since 1970. */
function followRoute(problem: PlanningProblem, table: Timetable, frozen: FrozenLine, supply: Supply, legs: readonly Leg[]): Result<number, Refusal> {
  const item = itemOf(problem, supply.item);
  const end = problem.recipients.find(({ recipient }) => recipient === frozen.recipient)?.place;
  const refuse = (code: Refusal['code'], limit: string): Result<never, Refusal> => err({ code, limit, remedy: 'unfreeze the line, or freeze it on another route' });
  let arrives = Math.max(table.asOf, epochMs(supply.availableAt));
  let before: Leg | null = null;
  for (const leg of legs) {
    const here = before?.run.to ?? supply.place;
    if (leg.run.from !== here) return refuse('frozen-route', `${leg.run.id} does not leave from ${here}`);
    if (arrives + changeMs(placeOf(problem, here), before?.run.mode ?? null, leg.run.mode) > leg.departs) return refuse('frozen-route', `the goods are not ready at ${here} when ${leg.run.id} leaves`);
    if (!canKeep(leg.run.keeps, item)) return refuse('frozen-rule', `${leg.run.id} cannot keep ${item.temperature} goods`);
    const [rule] = table.hindrances(leg, item.class);
    if (rule !== undefined) return refuse('frozen-rule', rule.paper === undefined ? `rule ${rule.rule} closes the border on ${leg.run.id}` : `${leg.run.id} needs paper ${rule.paper} (rule ${rule.rule}), which nobody holds`);
    if (forbidsFrozen(problem, leg.run.id, frozen.lot, frozen.recipient)) return refuse('frozen-forbidden', `${leg.run.id} is forbidden to it`);
    arrives = leg.ready;
    before = leg;
  }
  if ((before?.run.to ?? supply.place) !== end) return refuse('frozen-route', `the route does not end at ${end}`);
  if (supply.expiresAt !== null && arrives >= epochMs(supply.expiresAt)) return refuse('frozen-route', `the lot has expired on arrival (${supply.expiresAt})`);
  return ok(arrives);
}
