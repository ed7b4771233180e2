// Random instances of hub choice, seeded: places on a plane or costs without any pattern, some ways missing, some costs one-way. For
// tests and for the bench; and graphs in the form of the OR-Library's p-median files.

import type { Capacitated, PCentre, PMedian, Service, Uncapacitated } from '../../src/location/instance.ts';

export interface Roll {
  /** From 0 to 1. */
  share(): number;
  whole(low: number, high: number): number;
}

/** mulberry32 */
export function roll(seed: number): Roll {
  let state = seed >>> 0;
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { share, whole: (low, high) => low + Math.floor(share() * (high - low + 1)) };
}

interface Shape {
  readonly customers: number;
  readonly candidates: number;
  /** Share of ways that are missing; each customer keeps one. */
  readonly missing: number;
  readonly plane: boolean;
}

/** By the seed: sizes up to those given, every other one on a plane, every third with ways missing. */
export function shapeOf(seed: number, customers: number, candidates: number): Shape {
  const dice = roll(seed * 7919 + 1);
  return { customers: dice.whole(2, customers), candidates: dice.whole(2, candidates), missing: seed % 3 === 0 ? 0.3 : 0, plane: seed % 2 === 0 };
}

export function randomService(seed: number, { customers, candidates, missing, plane }: Shape): Service {
  const dice = roll(seed);
  const point = (): readonly [number, number] => [dice.share(), dice.share()];
  const from = Array.from({ length: customers }, point);
  const to = Array.from({ length: candidates }, point);
  const weight = Array.from({ length: customers }, () => dice.whole(1, 9));
  const cost = new Float64Array(customers * candidates);
  for (const [i, [x, y]] of from.entries()) {
    const kept = dice.whole(0, candidates - 1);
    for (const [j, [u, v]] of to.entries()) {
      const distance = plane ? Math.round(100 * Math.hypot(x - u, y - v)) : dice.whole(1, 100);
      cost[i * candidates + j] = dice.share() < missing && j !== kept ? Infinity : distance * (weight[i] ?? 1);
    }
  }
  return { customers, candidates, cost };
}

export function randomMedian(seed: number, shape: Shape): PMedian {
  return { model: 'pmedian', ...randomService(seed, shape), p: roll(seed + 17).whole(1, shape.candidates) };
}

export function randomCentre(seed: number, shape: Shape): PCentre {
  return { ...randomMedian(seed, shape), model: 'pcentre' };
}

export function randomUncapacitated(seed: number, shape: Shape): Uncapacitated {
  const dice = roll(seed + 29);
  return { model: 'ufl', ...randomService(seed, shape), fixed: Float64Array.from({ length: shape.candidates }, () => dice.whole(20, 600)) };
}

/** Capacities are one and a half to four times the demand; some candidates are small, some large. */
export function randomCapacitated(seed: number, shape: Shape): Capacitated {
  const dice = roll(seed + 41);
  const demand = Float64Array.from({ length: shape.customers }, () => dice.whole(5, 35));
  const sizes = Array.from({ length: shape.candidates }, () => dice.whole(10, 160));
  const scale = ((1.5 + 2.5 * dice.share()) * demand.reduce((sum, it) => sum + it, 0)) / sizes.reduce((sum, it) => sum + it, 0);
  return { model: 'cfl', ...randomService(seed, shape), fixed: Float64Array.from({ length: shape.candidates }, () => dice.whole(20, 600)), demand, capacity: Float64Array.from(sizes, (it) => Math.ceil(it * scale)) };
}

/** A network as the OR-Library's p-median files have them: connected, nodes² ÷ 50 edges, lengths 1 to 100. Counted from 0; the later of two rows of one pair holds. */
export function randomNetwork(nodes: number, seed: number): readonly (readonly [from: number, to: number, length: number])[] {
  const dice = roll(seed * 1009 + nodes);
  const edges: [number, number, number][] = [];
  for (let node = 1; node < nodes; node += 1) edges.push([node, dice.whole(0, node - 1), dice.whole(1, 100)]);
  while (edges.length < Math.floor((nodes * nodes) / 50)) {
    const [from, to] = [dice.whole(0, nodes - 1), dice.whole(0, nodes - 1)];
    if (from !== to) edges.push([from, to, dice.whole(1, 100)]);
  }
  return edges;
}

/** The file of such a network. */
export const pmedText = (nodes: number, p: number, edges: readonly (readonly [number, number, number])[]): string => [` ${nodes} ${edges.length} ${p}`, ...edges.map(([from, to, length]) => ` ${from + 1} ${to + 1} ${length}`), ''].join('\n');

/** The file of an instance with capacities; costs of a customer run over several rows, as there. */
export function capText({ customers, candidates, cost, fixed, demand, capacity }: Capacitated): string {
  const rows = [` ${candidates} ${customers}`, ...[...capacity].map((it, j) => ` ${it} ${fixed[j]}`)];
  for (let i = 0; i < customers; i += 1) {
    rows.push(` ${demand[i]}`);
    for (let j = 0; j < candidates; j += 7) rows.push([...cost.subarray(i * candidates + j, i * candidates + Math.min(candidates, j + 7))].map((it) => ` ${it.toFixed(5)}`).join(''));
  }
  return `${rows.join('\n')}\n`;
}
