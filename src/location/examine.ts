// What speaks against an instance before anything is solved, and what a person should know of it: errors, with which there is no answer,
// and notes. Customers and candidates are counted from 1, as files count them. Not here: how a file is written (standards/orlib).

import type { Capacitated, Instance, Service } from './instance.ts';
import { isOverfull, transport } from './transport.ts';

export interface Finding {
  /** With an error there is no answer. */
  readonly kind: 'error' | 'note';
  readonly code: 'bad-figure' | 'bad-p' | 'unreachable' | 'too-little-capacity' | 'too-few' | 'no-time' | 'reaches-nobody' | 'same-place' | 'not-symmetric' | 'no-way';
  readonly message: string;
  readonly remedy: string;
}

/** So many are named; of more it is said how many there are. */
const NAMED = 5;

/** Errors first. O(customers · candidates), with capacities also one transport problem. */
export function examine(instance: Instance): readonly Finding[] {
  const errors = [...badFigures(instance), ...badP(instance)];
  if (errors.length > 0) return errors;
  const lacking = [...unreachable(instance), ...(instance.model === 'cfl' ? tooLittleCapacity(instance) : [])];
  return [...lacking.slice(0, 1), ...notes(instance)];
}

/** It was stopped before any choice was found that reaches everybody. */
export const NO_TIME: Finding = { kind: 'error', code: 'no-time', message: 'the time was over before a choice was found that reaches all customers', remedy: 'give it more time' };

/** The p that is asked for cannot reach everybody; `least` can, or null where there was no time to find out. */
export const tooFew = (p: number, least: number | null): Finding => ({
  kind: 'error',
  code: 'too-few',
  message: `the network falls into parts, and ${count(p, 'candidate')} cannot reach all customers`,
  remedy: least === null ? 'ask for more candidates' : `it takes at least ${least}: ask for --p ${least} or more, or add the ways that are missing`,
});

function badFigures(instance: Instance): Finding[] {
  const wrong: Finding[] = [];
  const held = (figures: Float64Array, fits: (figure: number) => boolean, where: (at: number) => string, remedy: string): void => {
    const at = figures.findIndex((figure) => !fits(figure));
    if (at >= 0) wrong.push({ kind: 'error', code: 'bad-figure', message: `${where(at)} is ${figures[at]}`, remedy });
  };
  const notNegative = (figure: number): boolean => figure >= 0 && figure !== Infinity;
  held(instance.cost, (figure) => figure >= 0, (at) => `the cost of customer ${Math.floor(at / instance.candidates) + 1} at candidate ${(at % instance.candidates) + 1}`, 'write 0 or more, or leave the way out');
  if (instance.model === 'ufl' || instance.model === 'cfl') held(instance.fixed, notNegative, (at) => `what opening candidate ${at + 1} costs`, 'write 0 or more');
  if (instance.model !== 'cfl') return wrong;
  held(instance.demand, (figure) => figure > 0 && figure !== Infinity, (at) => `the demand of customer ${at + 1}`, 'write more than 0, or leave the customer out');
  held(instance.capacity, notNegative, (at) => `the capacity of candidate ${at + 1}`, 'write 0 or more');
  return wrong;
}

function badP(instance: Instance): Finding[] {
  if (instance.model !== 'pmedian' && instance.model !== 'pcentre') return [];
  const { p, candidates } = instance;
  if (Number.isInteger(p) && p >= 1 && p <= candidates) return [];
  return [{ kind: 'error', code: 'bad-p', message: `p is ${p}, and there ${candidates === 1 ? 'is 1 candidate' : `are ${candidates} candidates`}`, remedy: `write a whole number from 1 to ${candidates}` }];
}

function unreachable({ customers, candidates, cost }: Service): Finding[] {
  const lost = [...Array(customers).keys()].filter((i) => cost.subarray(i * candidates, (i + 1) * candidates).every((it) => it === Infinity));
  return lost.length === 0 ? [] : [{ kind: 'error', code: 'unreachable', message: `no candidate reaches ${named('customer', lost)}`, remedy: 'add a way to them, or leave them out' }];
}

function tooLittleCapacity(instance: Capacitated): Finding[] {
  const served = transport(instance, [...Array(instance.candidates).keys()]);
  if (!isOverfull(served)) return [];
  const sum = (figures: Float64Array, which: readonly number[]): string => String(Number(which.reduce((total, it) => total + (figures[it] as number), 0).toFixed(6)));
  const all = served.candidates.length === instance.candidates;
  const one = served.customers.length === 1;
  const who = all ? 'all candidates together' : `${named('candidate', served.candidates)}, beyond whom ${one ? 'it reaches' : 'they reach'} nobody with room,`;
  return [{ kind: 'error', code: 'too-little-capacity', message: `${named('customer', served.customers)} ${one ? 'asks' : 'ask'} for ${sum(instance.demand, served.customers)}, and ${who} can serve ${sum(instance.capacity, served.candidates)}`, remedy: 'raise capacities, add a candidate that these customers reach, or lower the demand' }];
}

function notes(instance: Instance): Finding[] {
  const idle = [...Array(instance.candidates).keys()].filter((j) => !reachesAnybody(instance, j));
  return [
    ...(idle.length === 0 ? [] : [note('reaches-nobody', `${named('candidate', idle)} ${idle.length === 1 ? 'reaches' : 'reach'} no customer`, 'opened only where p asks for more than are of use; leave such a candidate out, or add its services')]),
    ...samePlaces(instance, new Set(idle)).slice(0, NAMED).map((at) => note('same-place', `${named('candidate', at)} cost the same to every customer: they are at one place`, 'leave all but one out, unless their openings or capacities differ')),
    ...(instance.customers === instance.candidates ? ways(instance) : []),
  ];
}

function reachesAnybody({ customers, candidates, cost }: Service, j: number): boolean {
  for (let i = 0; i < customers; i += 1) if (cost[i * candidates + j] !== Infinity) return true;
  return false;
}

/** Candidates with the same column, found by a sum over it and then compared. */
function samePlaces({ customers, candidates, cost }: Service, idle: ReadonlySet<number>): number[][] {
  const sums = new Float64Array(candidates);
  for (let cell = 0; cell < cost.length; cell += 1) {
    const it = cost[cell] as number;
    const j = cell % candidates;
    sums[j] = 0.7 * (sums[j] as number) + (it === Infinity ? -1 : it);
  }
  const same = (a: number, b: number): boolean => {
    for (let i = 0; i < customers; i += 1) if (cost[i * candidates + a] !== cost[i * candidates + b]) return false;
    return true;
  };
  const alike = [...Map.groupBy(sums.keys().filter((j) => !idle.has(j)), (j) => sums[j]).values()].filter((at) => at.length > 1);
  return alike.flatMap((at) => {
    const groups: number[][] = [];
    for (const j of at) {
      const group = groups.find(([first]) => first !== undefined && same(first, j));
      if (group === undefined) groups.push([j]);
      else group.push(j);
    }
    return groups.filter((group) => group.length > 1);
  });
}

/** Of a table from each place to each: pairs that differ by direction, and pairs without a way. */
function ways({ customers, cost }: Service): Finding[] {
  let [uneven, none] = [0, 0];
  for (let i = 0; i < customers; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [there, back] = [cost[i * customers + j] as number, cost[j * customers + i] as number];
      if (there === Infinity && back === Infinity) none += 1;
      else if (there !== back) uneven += 1;
    }
  }
  const pairs = (customers * (customers - 1)) / 2;
  return [
    ...(none === 0 ? [] : [note('no-way', `${none} of ${pairs} pairs of places have no way between them`, 'they are never assigned to one another; add the way if there is one')]),
    // A table of customers by candidates is square by accident too; where most pairs differ, it is no table of ways.
    ...(uneven === 0 || uneven * 2 > pairs ? [] : [note('not-symmetric', `${uneven} of ${pairs} pairs of places cost more one way than the other, or have only one`, 'each direction is taken as it stands: from candidate to customer')]),
  ];
}

const note = (code: Finding['code'], message: string, remedy: string): Finding => ({ kind: 'note', code, message, remedy });
const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** `customer 3`, `customers 3, 7 and 9`, `customers 1, 2, 3, 4, 5 and 12 more`. */
function named(what: string, which: readonly number[]): string {
  const numbers = which.map((it) => String(it + 1));
  if (numbers.length === 1) return `${what} ${numbers[0]}`;
  const shown = numbers.length > NAMED ? numbers.slice(0, NAMED) : numbers.slice(0, -1);
  return `${what}s ${shown.join(', ')} and ${numbers.length > NAMED ? `${numbers.length - NAMED} more` : numbers.at(-1)}`;
}
