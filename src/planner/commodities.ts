// What the planner moves and for whom: commodities (supplies that are alike in everything that matters on the way) and
// groups (a recipient's needs of one item, together). Not here: how they travel.

import type { Item } from '../domain/catalogue.ts';
import type { DepartureId, ItemCode, LotId, PlaceCode, RecipientId } from '../domain/ids.ts';
import { epochMs } from '../domain/time.ts';
import type { Policy } from '../domain/plan/plan.ts';
import { invariant } from '../domain/result.ts';
import type { Recipient } from '../domain/places.ts';
import { forbiddenRuns } from './forbidden.ts';
import { needWeights } from './objective.ts';
import type { Wanted } from './attribution.ts';
import type { NetNeed, PlanningProblem, Supply } from './problem.ts';

/** Cartons that can leave one place from one instant on, of one or more lots. */
export interface Source {
  readonly place: PlaceCode;
  /** Milliseconds since 1970; never before the as-of instant. */
  readonly availableAt: number;
  readonly cartons: number;
  readonly lots: readonly { readonly supply: Supply; readonly cartons: number }[];
}

/** Supplies of the same item, packing, recipients and expiry: on the way nothing tells them apart. */
export interface Commodity {
  readonly index: number;
  readonly item: Item;
  readonly unitsPerCarton: number;
  readonly recipients: ReadonlySet<RecipientId>;
  /** Milliseconds since 1970, or Infinity. */
  readonly expiresAt: number;
  /** Commodities that differ only in what is forbidden to them share their sources. */
  readonly sources: readonly Source[];
  /** Runs that people forbid to these goods for these recipients. */
  readonly forbidden: ReadonlySet<DepartureId>;
}

/** One recipient's needs of one item. */
export interface Group {
  readonly index: number;
  readonly recipient: Recipient;
  readonly item: Item;
  readonly needs: readonly Wanted[];
  /** The needs as they were given, in the same order. */
  readonly asked: readonly NetNeed[];
  readonly units: number;
}

export function itemOf(problem: Pick<PlanningProblem, 'items'>, code: ItemCode): Item {
  const item = problem.items.get(code);
  invariant(item !== undefined, `the item ${code} is not in the problem`);
  return item;
}

/** @param left cartons of each supply that are not bound by frozen lines, in the order of `problem.supplies`. */
export function commodities(problem: PlanningProblem, left: readonly number[]): Commodity[] {
  const asOf = epochMs(problem.asOf);
  const alike = new Map<string, { supply: Supply; cartons: number }[]>();
  for (const [index, supply] of problem.supplies.entries()) {
    const cartons = left[index] ?? 0;
    if (cartons <= 0) continue;
    const key = [supply.item, supply.unitsPerCarton, supply.expiresAt ?? '', ...supply.recipients.toSorted().map((recipient) => `${recipient} ${barredKey(problem, supply, recipient)}`)].join(' ');
    alike.set(key, [...(alike.get(key) ?? []), { supply, cartons }]);
  }
  const goods = [...alike.values()].flatMap((lots) => {
    const first = lots[0]?.supply;
    invariant(first !== undefined, 'a commodity has at least one supply');
    const whole = {
      item: itemOf(problem, first.item),
      unitsPerCarton: first.unitsPerCarton,
      expiresAt: first.expiresAt === null ? Infinity : epochMs(first.expiresAt),
      sources: sources(lots, asOf),
    };
    const classes = Map.groupBy(first.recipients, (recipient) => barredKey(problem, first, recipient));
    // Nobody may have them: they stay a commodity, as stock that finds no use.
    if (classes.size === 0) return [{ ...whole, recipients: new Set<RecipientId>(), forbidden: new Set<DepartureId>() }];
    return [...classes.values()].flatMap((recipients) => {
      const [any] = recipients;
      return any === undefined ? [] : [{ ...whole, recipients: new Set(recipients), forbidden: forbiddenRuns(problem, first.lot, any) }];
    });
  });
  return goods.map((commodity, index) => ({ index, ...commodity }));
}

const barredKey = (problem: PlanningProblem, { lot }: Supply, recipient: RecipientId): string => [...forbiddenRuns(problem, lot, recipient)].toSorted().join(' ');

function sources(lots: readonly { supply: Supply; cartons: number }[], asOf: number): Source[] {
  const together = new Map<string, { supply: Supply; cartons: number }[]>();
  for (const lot of lots) {
    const key = `${lot.supply.place} ${Math.max(asOf, epochMs(lot.supply.availableAt))}`;
    together.set(key, [...(together.get(key) ?? []), lot]);
  }
  return [...together.values()].map((members) => {
    const first = members[0]?.supply;
    invariant(first !== undefined, 'a source has at least one supply');
    return { place: first.place, availableAt: Math.max(asOf, epochMs(first.availableAt)), cartons: members.reduce((sum, { cartons }) => sum + cartons, 0), lots: members };
  });
}

/** Needs of no units are no needs. In the order in which recipient and item first come up. */
export function groups(problem: PlanningProblem, policy: Policy): Group[] {
  const asked = new Map<string, NetNeed[]>();
  for (const need of problem.needs) {
    if (need.units <= 0) continue;
    const key = groupKey(need.recipient, need.item);
    asked.set(key, [...(asked.get(key) ?? []), need]);
  }
  const byId = new Map(problem.recipients.map((recipient) => [recipient.recipient, recipient]));
  return [...asked.values()].map((needs, index) => {
    const first = needs[0];
    invariant(first !== undefined, 'a group has at least one need');
    const item = itemOf(problem, first.item);
    const recipient = byId.get(first.recipient);
    invariant(recipient !== undefined, `the recipient ${first.recipient} is not in the problem`);
    const wanted = needs.map((need) => ({ units: need.units, from: epochMs(need.from), until: epochMs(need.until), weights: needWeights(need, item, problem.weights, policy) }));
    return { index, recipient, item, needs: wanted, asked: needs, units: needs.reduce((sum, need) => sum + need.units, 0) };
  });
}

export const groupKey = (recipient: RecipientId, item: ItemCode): string => `${recipient} ${item}`;

/** Places of a lot in a problem's supplies: usually one. */
export const suppliesOf = (problem: PlanningProblem, lot: LotId): number[] => problem.supplies.flatMap((supply, index) => (supply.lot === lot ? [index] : []));
