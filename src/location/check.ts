// The plain check of an answer: are all customers served, only from what is open and reachable, within capacities, is the number right,
// and does the sum come out as the answer says? It shares no code with the search, and takes nothing of the answer on trust. Whether
// the bound is one, it cannot say: that the tests hold against other solvers.

import type { Instance, Located } from './instance.ts';

/** Sums are held against each other to this share. */
const TOLERANCE = 1e-7;

/** @returns what is wrong with it; nothing: it holds. */
export function checkLocated(instance: Instance, { objective, bound, open, assignment }: Located): readonly string[] {
  const wrong: string[] = [];
  const near = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
  const isOpen = new Set(open);
  const served = new Map<number, number>();
  const taken = new Map<number, number>();
  let [sum, most] = [0, 0];
  for (const { customer, candidate, share } of assignment) {
    const cost = instance.cost[customer * instance.candidates + candidate] ?? Infinity;
    if (!isOpen.has(candidate)) wrong.push(`customer ${customer} is served from ${candidate}, which is not open`);
    if (cost === Infinity) wrong.push(`customer ${customer} cannot be reached from ${candidate}`);
    if (!(share > 0 && share <= 1 + TOLERANCE)) wrong.push(`customer ${customer} has a share of ${share} from ${candidate}`);
    served.set(customer, (served.get(customer) ?? 0) + share);
    if (instance.model === 'cfl') taken.set(candidate, (taken.get(candidate) ?? 0) + share * (instance.demand[customer] ?? Infinity));
    sum += share * cost;
    most = Math.max(most, cost);
  }
  for (let i = 0; i < instance.customers; i += 1) if (!near(served.get(i) ?? 0, 1)) wrong.push(`customer ${i} is served ${served.get(i) ?? 0} times`);
  if ('capacity' in instance) for (const [candidate, units] of taken) if (units > (instance.capacity[candidate] ?? 0) * (1 + TOLERANCE)) wrong.push(`candidate ${candidate} serves ${units} of ${instance.capacity[candidate]}`);
  if ('fixed' in instance) for (const candidate of open) sum += instance.fixed[candidate] ?? Infinity;
  if ('p' in instance && isOpen.size !== instance.p) wrong.push(`${isOpen.size} are open, not ${instance.p}`);
  const total = instance.model === 'pcentre' ? most : sum;
  if (!near(total, objective)) wrong.push(`the objective is said to be ${objective}, and comes to ${total}`);
  if (bound > objective) wrong.push(`the bound ${bound} is above the objective ${objective}`);
  return wrong;
}
