// Which hubs? Any of the four questions, answered with the best choice, who serves whom, and a bound that shows how good it is.
// It reads no clock and draws no lots: the same instance gives the same answer. A caller who has no more time says so by `stop`.
// docs/concepts/hub-choice.md has the methods.

import { err, ok, type Result } from '../domain/result.ts';
import { relaxCapacitated } from './capacitated.ts';
import { centre } from './centre.ts';
import { examine, NO_TIME, tooFew, type Finding } from './examine.ts';
import type { Capacitated, Instance, Located, Served, Service } from './instance.ts';
import { listsOf, type Lists } from './lists.ts';
import type { Choice } from './relaxation.ts';
import { search } from './search.ts';
import { isOverfull, transport } from './transport.ts';
import { relaxUncapacitated } from './uncapacitated.ts';

export interface LocateOptions {
  /** Asked many times a second: true ends the search with the best choice and the bound that stand. */
  readonly stop?: () => boolean;
}

export interface Answer {
  readonly located: Located;
  readonly notes: readonly Finding[];
}

/** What there is of an answer before anybody is assigned. */
interface Found {
  readonly choice: Choice | null;
  readonly bound: number;
  readonly stopped: boolean;
  readonly nodes: number;
}

/**
 * Optimal means proven: no choice is better by more than a share of 1e-9 of the objective.
 * @returns the errors of an instance that has no answer, or `no-time`.
 */
export function locate(instance: Instance, { stop = () => false }: LocateOptions = {}): Result<Answer, readonly Finding[]> {
  const findings = examine(instance);
  const errors = findings.filter(({ kind }) => kind === 'error');
  if (errors.length > 0) return err(errors);
  const found = find(instance, stop);
  if (found.choice === null) return err([found.stopped || !('p' in instance) ? NO_TIME : tooFew(instance.p, fewestThatReachAll(instance, stop))]);
  const { choice, nodes } = found;
  const assignment = instance.model === 'cfl' ? sharesOf(instance, choice.open) : nearest(instance, choice.open);
  const open = [...choice.open.keys()].filter((j) => choice.open[j] === 1);
  return ok({ located: { status: found.stopped ? 'stopped' : 'optimal', objective: choice.objective, bound: Math.min(found.bound, choice.objective), open, assignment, nodes }, notes: findings });
}

function find(instance: Instance, stop: () => boolean): Found {
  const all = { first: null, below: Infinity, enough: -Infinity, stop };
  switch (instance.model) {
    case 'pmedian':
      return search(relaxUncapacitated(listsOf(instance), new Float64Array(instance.candidates), instance.p), all);
    case 'ufl':
      return search(relaxUncapacitated(listsOf(instance), instance.fixed, null), all);
    case 'cfl':
      return search(relaxCapacitated(instance), all);
    case 'pcentre':
      return centre(instance, stop);
  }
}

/** Null: not known. */
function fewestThatReachAll(service: Service, stop: () => boolean): number | null {
  const lists: Lists = listsOf(service);
  const reaching = { ...lists, cost: new Float64Array(lists.cost.length) };
  const { choice, stopped } = search(relaxUncapacitated(reaching, new Float64Array(service.candidates).fill(1), null), { first: null, below: Infinity, enough: -Infinity, stop });
  return stopped ? null : (choice?.objective ?? null);
}

/** Each customer at the open candidate that costs least; the first of equals. */
function nearest({ customers, candidates, cost }: Service, open: Uint8Array): readonly Served[] {
  return Array.from({ length: customers }, (_, customer) => {
    let [candidate, least] = [-1, Infinity];
    for (let j = 0; j < candidates; j += 1) {
      const there = cost[customer * candidates + j] as number;
      if (open[j] === 1 && there < least) [candidate, least] = [j, there];
    }
    return { customer, candidate, share: 1 };
  });
}

function sharesOf(instance: Capacitated, open: Uint8Array): readonly Served[] {
  const served = transport(instance, [...open.keys()].filter((j) => open[j] === 1));
  if (isOverfull(served)) return [];
  const { candidates } = instance;
  return [...served.shares.entries()].flatMap(([cell, share]) => (share > 0 ? [{ customer: Math.floor(cell / candidates), candidate: cell % candidates, share }] : []));
}
