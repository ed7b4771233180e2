// Equal cover on generated networks: levels by cuts to a distance that is asked for, gone over by its checker, beside one
// program for each level on the complete model by HiGHS (S only: it takes minutes beyond). Both must have the same levels.

import { checkEqual } from '../src/planner/equal/check-equal.ts';
import { askingProblem } from '../src/planner/equal/demand.ts';
import { equalCover } from '../src/planner/equal/equal-cover.ts';
import { coverage } from '../src/planner/figures.ts';
import { ended } from '../src/planner/scan/scan.ts';
import { completeModel } from '../src/planner/scan/complete-model.ts';
import { generate, SCALES } from '../src/planner/scan/generate.fixture.ts';
import { highsSolver } from '../src/solver/highs.ts';
import { levelsByPrograms } from '../src/solver/levels-by-programs.fixture.ts';
import type { Asked, Row } from './suite.ts';

type ScaleName = keyof typeof SCALES;
/** How far a group may be below its level: 0 where exact levels are affordable. */
const DELTA: Readonly<Partial<Record<ScaleName, number>>> = { L: 0.02, XL: 0.02, C5: 0.02, C20: 0.02 };
const COMPARED: readonly ScaleName[] = ['tiny', 'S'];
const AGREE = 1e-5;

export async function equalSuite({ scale, seed, peer, say }: Asked): Promise<readonly Row[]> {
  const [name, constraints] = (scale ?? 'S').split('-') as [ScaleName, 'full' | undefined];
  const problem = generate({ scale: SCALES[name], seed, constraints: constraints ?? 'bare' });
  const solver = highsSolver();
  try {
    const [before, began] = [process.cpuUsage(), performance.now()];
    const cover = ended(equalCover(problem, { delta: DELTA[name] ?? 0 }));
    const seconds = (performance.now() - began) / 1_000;
    const used = process.cpuUsage(before);
    const levels = new Float64Array(problem.recipients.count * problem.items.count).fill(Number.NaN);
    for (const [group, level] of cover.levels.entries()) levels[(cover.groups.recipient[group] ?? 0) * problem.items.count + (cover.groups.item[group] ?? 0)] = level;
    say('its checker');
    const check = checkEqual(problem, { levels, ways: cover.ways, cuts: cover.cuts.map(({ prices }) => prices) });
    const distinct = new Set(Array.from(cover.levels, (level) => level.toFixed(5))).size;
    const label = `${(scale ?? 'S').padEnd(8)} seed ${seed}`;
    const common = { size: cover.groups.count, seed, bound: null, gap: null, relativeGap: null } as const;
    const ours: Row = {
      ...common, engine: 'airbridge', status: check.faults.length === 0 ? 'same' : 'differs', tolerance: check.delta, seconds, objective: Math.min(...cover.levels), ratio: null,
      line: `${label}  airbridge  ${seconds.toFixed(2)} s (processor ${((used.user + used.system) / 1e6).toFixed(2)} s)  ${cover.groups.count} groups, ${distinct} levels, ${cover.rounds} rounds  minimum ${Math.min(...cover.levels).toFixed(4)}, Gini ${coverage([...cover.levels]).gini.toFixed(4)}, delta ${check.delta.toExponential(1)}  ${check.faults[0] ?? 'checked'}`,
    };
    if (peer === 'none' || !COMPARED.includes(name)) return [ours];
    say('one program for each level');
    const start = performance.now();
    const theirs = await levelsByPrograms(completeModel(askingProblem(problem, cover.groups, new Float64Array(cover.groups.count).fill(1))), cover.groups, solver);
    const took = (performance.now() - start) / 1_000;
    const apart = cover.levels.reduce((most, level, group) => Math.max(most, Math.abs(level - (theirs[group] as number))), 0);
    return [ours, {
      ...common, engine: 'highs', status: apart <= AGREE ? 'same' : 'differs', tolerance: AGREE, seconds: took, objective: Math.min(...theirs), ratio: took / seconds,
      line: `${label}  HiGHS, a program for each level  ${took.toFixed(2)} s  levels at most ${apart.toExponential(1)} apart  airbridge ${(took / seconds).toFixed(1)} × as fast  ${apart <= AGREE ? 'same' : 'differs'}`,
    }];
  } finally {
    await solver.close();
  }
}
