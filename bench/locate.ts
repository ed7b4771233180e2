// Hub choice beside HiGHS, and cbc where it is installed, on the textbook's models: a thousand generated instances, the same optimum in
// each; and networks in the form of the OR-Library's p-median files, 100 to 900 nodes, solved to proven optimality.

import { invariant } from '../src/domain/result.ts';
import { checkLocated } from '../src/location/check.ts';
import type { Instance, Located, PMedian } from '../src/location/instance.ts';
import { locate } from '../src/location/locate.ts';
import { shortestPaths } from '../src/location/paths.ts';
import { readPmed } from '../src/standards/orlib/pmed.ts';
import { highsSolver, type HighsSolver } from '../src/solver/highs.ts';
import { pmedText, randomCapacitated, randomMedian, randomNetwork, randomUncapacitated, shapeOf } from '../test/support/random-locations.ts';
import { textbook } from '../test/support/textbook-locations.ts';
import { cbc } from './cbc.ts';
import type { Asked, Row } from './suite.ts';

const INSTANCES = 1_000;
const CUSTOMERS = 30;
const CANDIDATES = 20;
/** Optima are held against each other to this share. */
const TOLERANCE = 1e-6;
/** What HiGHS and cbc have for one network, and we. */
const SECONDS_AT_MOST = 30;
/** cbc is asked networks up to this size: its process reads all of the model. */
const CBC_NODES = 200;
const NETWORKS: readonly (readonly [nodes: number, p: number])[] = [[100, 5], [100, 33], [200, 10], [200, 67], [300, 10], [400, 5], [400, 40], [500, 50], [600, 5], [600, 60], [600, 200], [700, 70], [800, 80], [900, 5], [900, 10], [900, 90], [900, 200]];

const QUESTIONS: readonly (readonly [string, (seed: number) => Instance])[] = [
  ['p-median', (seed) => randomMedian(seed, shapeOf(seed, CUSTOMERS, CANDIDATES))],
  ['without capacities', (seed) => randomUncapacitated(seed, shapeOf(seed, CUSTOMERS, CANDIDATES))],
  ['with capacities', (seed) => randomCapacitated(seed, shapeOf(seed, CUSTOMERS, CANDIDATES))],
];

type Solved = { readonly seconds: number; readonly objective: number; readonly bound: number; readonly isProven: boolean; readonly isLost?: true };

export async function locateSuite(asked: Asked): Promise<readonly Row[]> {
  const solver = highsSolver();
  try {
    const rows: Row[] = [];
    for (const [which, [name, make]] of QUESTIONS.entries()) {
      asked.say(name);
      const count = Math.floor(((asked.size ?? INSTANCES) + which) / QUESTIONS.length);
      rows.push(...(await manyOf(name, make, count, solver, asked)));
    }
    for (const [nodes, p] of NETWORKS) {
      asked.say(`a network of ${nodes} nodes, p ${p}`);
      rows.push(...(await network(nodes, p, solver, asked)));
    }
    return rows;
  } finally {
    await solver.close();
  }
}

/** The seconds of all of them, and whether each had the same optimum. Instances without an answer must have none for anybody. */
async function manyOf(name: string, make: (seed: number) => Instance, count: number, solver: HighsSolver, asked: Asked): Promise<readonly Row[]> {
  const seconds = { airbridge: 0, highs: 0, cbc: 0 };
  let [same, impossible, byCbc] = [true, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const instance = make(asked.seed * 100_000 + at);
    const mine = ours(instance);
    seconds.airbridge += mine?.seconds ?? 0;
    if (mine === null) impossible += 1;
    const model = textbook(instance);
    if (asked.peer !== 'cbc') {
      const theirs = await highs(instance, solver, asked.seed);
      if (mine !== null) seconds.highs += theirs?.seconds ?? 0;
      same &&= agree(mine, theirs);
    }
    if (asked.peer === 'highs' || mine === null) continue;
    const third = cbc(model, SECONDS_AT_MOST);
    if (third === null) continue;
    byCbc += 1;
    seconds.cbc += third.seconds;
    same &&= agree(mine, { ...third, objective: third.optimum ?? Infinity, bound: -Infinity, isProven: third.optimum !== null });
  }
  const rest = { size: count, seed: asked.seed, status: same ? 'same' : 'differs', tolerance: TOLERANCE, objective: null, bound: null, gap: null, relativeGap: null } as const;
  const line = (engine: string, time: number, ratio: number | null): string => `${`${count} × ${name}`.padEnd(26)}  ${engine.padEnd(9)}  ${time.toFixed(2).padStart(7)} s  ${ratio === null ? `${impossible} have no answer` : `airbridge ${ratio.toFixed(1)} × as fast`}  ${rest.status}`;
  const row = (engine: string, time: number, ratio: number | null): Row => ({ ...rest, engine, seconds: time, ratio, line: line(engine, time, ratio) });
  return [
    row('airbridge', seconds.airbridge, null),
    ...(asked.peer === 'cbc' ? [] : [row('highs', seconds.highs, seconds.highs / seconds.airbridge)]),
    ...(byCbc === 0 ? [] : [row('cbc', seconds.cbc, seconds.cbc / seconds.airbridge)]),
  ];
}

/** A network goes the way of a file: written, read, distances, answer. The seconds are those of the answer. */
async function network(nodes: number, p: number, solver: HighsSolver, asked: Asked): Promise<readonly Row[]> {
  const file = readPmed(pmedText(nodes, p, randomNetwork(nodes, asked.seed)));
  invariant(file.ok, 'a generated network can be read');
  const instance: PMedian = { model: 'pmedian', customers: nodes, candidates: nodes, cost: shortestPaths({ places: nodes, ...file.value, both: true }), p };
  const mine = ours(instance);
  invariant(mine !== null, 'a generated network is connected');
  const theirs = asked.peer === 'cbc' ? null : await highs(instance, solver, asked.seed);
  const third = asked.peer === 'highs' || nodes > CBC_NODES ? null : cbc(textbook(instance), SECONDS_AT_MOST);
  const others: (readonly [string, Solved])[] = [
    ...(theirs === null ? [] : [['highs', theirs] as const]),
    ...(third === null ? [] : [['cbc', { seconds: third.seconds, objective: third.optimum ?? Infinity, bound: -Infinity, isProven: third.optimum !== null }] as const]),
  ];
  const same = others.every(([, it]) => agree(mine, it));
  const row = (engine: string, it: Solved, ratio: number | null): Row => {
    const objective = Number.isFinite(it.objective) ? it.objective : null;
    const bound = Number.isFinite(it.bound) ? it.bound : null;
    const gap = objective === null || bound === null ? null : objective - bound;
    const said = it.isLost === true ? 'broke off before it had an answer' : it.isProven ? `optimum ${Number(objective?.toFixed(6))}` : `not proven in ${SECONDS_AT_MOST} s: ${objective === null ? 'no choice' : objective.toFixed(0)}, bound ${bound === null ? 'none' : bound.toFixed(0)}`;
    return {
      size: nodes, seed: asked.seed, engine, status: same ? 'same' : 'differs', tolerance: TOLERANCE, seconds: it.seconds, objective, bound, gap, relativeGap: gap === null || objective === null ? null : gap / objective, ratio,
      line: `${`${nodes} nodes, p ${p}`.padEnd(26)}  ${engine.padEnd(9)}  ${it.seconds.toFixed(2).padStart(7)} s  ${said}  ${ratio === null ? '' : `airbridge ${it.isProven ? '' : 'more than '}${ratio.toFixed(1)} × as fast`}  ${same ? 'same' : 'differs'}`,
    };
  };
  return [row('airbridge', mine, null), ...others.map(([engine, it]) => row(engine, it, it.isLost === true ? null : it.seconds / mine.seconds))];
}

/** Null: it has no answer. What is said is checked outside the time. */
function ours(instance: Instance): Solved | null {
  const began = performance.now();
  const answer = locate(instance, { stop: () => performance.now() - began > SECONDS_AT_MOST * 1000 });
  const seconds = (performance.now() - began) / 1000;
  if (!answer.ok) return null;
  const located: Located = answer.value.located;
  const wrong = checkLocated(instance, located);
  invariant(wrong.length === 0, `an answer does not hold: ${wrong.join('; ')}`);
  return { seconds, objective: located.objective, bound: located.bound, isProven: located.status === 'optimal' };
}

/** Null: there is none, proven. The making of the model is not in its seconds. */
async function highs(instance: Instance, solver: HighsSolver, seed: number): Promise<Solved | null> {
  const model = textbook(instance);
  const began = performance.now();
  const solved = await solver.solve(model, { relativeGap: 0, seed, secondsAtMost: SECONDS_AT_MOST }).catch(() => null);
  const seconds = (performance.now() - began) / 1000;
  if (solved === null) return { seconds, objective: Infinity, bound: -Infinity, isProven: false, isLost: true };
  return solved.status === 'infeasible' ? null : { seconds, objective: solved.objective, bound: solved.bound, isProven: solved.status === 'optimal' };
}

/** Whoever proved an optimum must have the other's; nobody has a choice below a bound. */
function agree(mine: Solved | null, theirs: Solved | null): boolean {
  if (mine === null || theirs === null) return mine === theirs;
  const dust = TOLERANCE * Math.max(1, Math.abs(mine.objective));
  if (mine.isProven && theirs.isProven) return Math.abs(mine.objective - theirs.objective) <= dust;
  return mine.bound <= theirs.objective + dust && theirs.bound <= mine.objective + dust;
}
