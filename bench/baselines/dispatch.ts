// What both baselines have in common: one order after the other is sent by the earliest way that has room. Lines as a plan
// has them, so that the planner's checker can go over them. Not here: who is to have what.

import type { RecipientId } from '../../src/domain/ids.ts';
import { LineId, type OpenedCharter, type PlanLine, type UnservedNeed } from '../../src/domain/plan/plan.ts';
import { epochMs, latest } from '../../src/domain/time.ts';
import { cartons as cartonCount, units as unitCount } from '../../src/domain/units.ts';
import { openBook, type Book } from '../../src/planner/book.ts';
import { groups, itemOf, type Group } from '../../src/planner/commodities.ts';
import { forbiddenRuns } from '../../src/planner/forbidden.ts';
import type { PlanningProblem, Supply } from '../../src/planner/problem.ts';
import { mayRide, reach } from '../../src/planner/reach.ts';
import { timetable, type Leg, type Timetable } from '../../src/planner/timetable.ts';

export interface BaselinePlan {
  readonly lines: readonly PlanLine[];
  readonly charters: readonly OpenedCharter[];
  readonly unserved: readonly UnservedNeed[];
}

interface Way {
  readonly arrives: number;
  readonly legs: readonly Leg[];
}

/** Supplies are named by their position in the problem. */
export class Dispatch {
  readonly groups: readonly Group[];
  readonly #problem: PlanningProblem;
  readonly #table: Timetable;
  readonly #book: Book;
  readonly #left: number[];
  readonly #brought = new Map<Group, number>();
  readonly #lines = new Map<string, { supply: Supply; recipient: RecipientId; legs: readonly Leg[]; cartons: number }>();

  constructor(problem: PlanningProblem) {
    this.#problem = problem;
    this.#table = timetable(problem);
    this.#book = openBook(this.#table);
    this.#left = problem.supplies.map(({ cartons }) => cartons);
    this.groups = groups(problem, 'equal-cover');
  }

  /** Units of the group's need that nothing brings yet. */
  open(group: Group): number {
    return group.units - (this.#brought.get(group) ?? 0);
  }

  left(supply: number): number {
    return this.#left[supply] ?? 0;
  }

  /** Supplies that the group may have. */
  eligible(group: Group): number[] {
    return this.#problem.supplies.flatMap(({ item, recipients }, index) => (item === group.item.item && recipients.includes(group.recipient.recipient) ? [index] : []));
  }

  /** The earliest way with room for a carton that arrives before the goods expire and a due window closes; null: there is none. */
  earliest(index: number, group: Group): Way | null {
    const supply = this.#problem.supplies[index];
    if (supply === undefined || this.left(index) <= 0) return null;
    const item = itemOf(this.#problem, supply.item);
    const goods = { item, forbidden: forbiddenRuns(this.#problem, supply.lot, group.recipient.recipient) };
    const start = { place: supply.place, availableAt: Math.max(this.#table.asOf, epochMs(supply.availableAt)) };
    const found = reach(this.#problem, this.#table, start, (leg) => mayRide(this.#table, goods, leg) && this.#book.room(item, [leg], null).cartons > 0).to(group.recipient.place);
    if (found === null || this.#book.room(item, found.legs, group.recipient.recipient).cartons <= 0) return null;
    const kept = supply.expiresAt === null || found.arrives < epochMs(supply.expiresAt);
    return kept && group.needs.some(({ until }) => found.arrives < until) ? found : null;
  }

  /** @returns the cartons sent: what stock, room and the need allow of those asked for. Whole cartons: the last may be one that the need only begins. */
  send(index: number, group: Group, way: Way, most: number): number {
    const supply = this.#problem.supplies[index];
    if (supply === undefined) return 0;
    const item = itemOf(this.#problem, supply.item);
    const cartons = Math.min(most, this.left(index), this.#book.room(item, way.legs, group.recipient.recipient).cartons, Math.ceil(Math.max(0, this.open(group)) / supply.unitsPerCarton));
    if (cartons <= 0) return 0;
    this.#book.take(item, way.legs, cartons, group.recipient.recipient);
    this.#left[index] = this.left(index) - cartons;
    this.#brought.set(group, (this.#brought.get(group) ?? 0) + cartons * supply.unitsPerCarton);
    const key = [index, group.index, ...way.legs.map((leg) => leg.index)].join(' ');
    this.#lines.set(key, { supply, recipient: group.recipient.recipient, legs: way.legs, cartons: cartons + (this.#lines.get(key)?.cartons ?? 0) });
    return cartons;
  }

  plan(): BaselinePlan {
    const lines = [...this.#lines.values()].map(({ supply, recipient, legs, cartons }, index): PlanLine => {
      const onHand = latest(this.#problem.asOf, supply.availableAt);
      return {
        line: LineId.parse(`L${index + 1}`), lot: supply.lot, item: supply.item, recipient, cartons: cartonCount(cartons), units: unitCount(cartons * supply.unitsPerCarton),
        route: legs.map(({ run }) => run.id), departs: legs[0]?.run.departsAt ?? onHand, arrives: legs.at(-1)?.readyInstant ?? onHand, frozen: false, why: 'the earliest way with room',
      };
    });
    const unserved = this.groups.flatMap((group): UnservedNeed[] => (this.open(group) <= 0 ? [] : [{ recipient: group.recipient.recipient, item: group.item.item, units: unitCount(this.open(group)), why: 'nothing was left for it' }]));
    return { lines, charters: this.#charters(), unserved };
  }

  #charters(): OpenedCharter[] {
    const ridden = new Set([...this.#lines.values()].flatMap(({ legs }) => legs));
    const opened = new Map<string, OpenedCharter>();
    for (const { run: { charter } } of ridden) {
      if (charter === null) continue;
      const known = opened.get(charter.id);
      opened.set(charter.id, { charter: charter.id, copies: (known?.copies ?? 0) + 1, cost: (known?.cost ?? 0) + charter.fixedEuros });
    }
    return [...opened.values()];
  }
}
