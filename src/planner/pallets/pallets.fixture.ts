// Random problems in which whole pallets matter: many needs of part of a pallet each, few pallet places on each departure, places
// that cost about what part of a pallet relieves. Seeded. Not for other tests: random.fixture.ts.

import { Item } from '../../domain/catalogue.ts';
import { Allotment } from '../../domain/places.ts';
import { generator } from '../mulberry.fixture.ts';
import type { PlanningProblem } from '../problem.ts';
import { randomProblem, type Size } from '../random.fixture.ts';

const TINY: Size = { gateways: 2, recipients: 5, items: 3, days: 5, headway: 40, charters: 1, lots: 5 };

/** @param scarce pallet places on a departure, at most. */
export function palletProblem(seed: number, size: Size = TINY, scarce = 3): PlanningProblem {
  const problem = randomProblem(seed, size);
  const next = generator(seed + 7_000);
  const items = [...problem.items.values()].map((item) => {
    const cartonsPerPallet = 16 + Math.floor(next() * 24);
    // So that a pallet relieves some thousand euros at segment weight 1 and severity 1.
    return Item.parse({ ...item, cartonsPerPallet, worthCents: Math.max(1, Math.round(((20 + next() * 60) * 100) / item.unitsPerCarton)) });
  });
  const runs = problem.runs.map((run) => {
    const positions = run.charter === null ? 1 + Math.floor(next() * scarce) : 4;
    return { ...run, allotment: Allotment.parse({ ...run.allotment, positions }), eurosPerPallet: run.charter === null ? Math.round(next() * 600) : 0 };
  });
  // Copies of a charter are alike.
  const first = new Map(runs.filter(({ charter }) => charter !== null).toReversed().map((run) => [run.charter?.id, run]));
  return { ...problem, pallets: 'whole', items: new Map(items.map((item) => [item.item, item])), runs: runs.map((run) => (run.charter === null ? run : { ...(first.get(run.charter.id) ?? run), id: run.id })) };
}
