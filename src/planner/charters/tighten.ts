// A bound nearer to the best choice than the relaxation's: regions by themselves, each with its doubtful charters flown or not,
// at prices between the regions that make the most of all their best choices least. Begins from the relaxation's prices.
// Not here: the bound itself (copies-dual.ts).

import { buildInstance } from '../scan/build.ts';
import { alone } from '../scan/dual.ts';
import { emptyLabels } from '../scan/labels.ts';
import { PriceSearch } from '../scan/price-search.ts';
import type { CharterDual } from './charter-dual.ts';
import { OWNER, withCopies, type Copies } from './copies.ts';
import { CopiesDual } from './copies-dual.ts';
import type { Copy } from './layout.ts';
import { choicesOf, type RegionLines } from './region-lines.ts';
import { regionsOf, type Regions } from './regions.ts';

export interface Tightened {
  /** What is known of every choice. */
  readonly lines: RegionLines;
  /** By charter: the choice of which the greatest part was had in each region. */
  readonly likely: Float64Array;
  /** Prices of the problem itself, of everybody's and of the likely copies'. */
  readonly prices: Float64Array;
}

/** Temperatures, as shares of what a kg of need is worth; steps; and the part of the bound that a step lowers it by at least. */
const TEMPERATURES = [0.0015, 0.0008] as const;
const STEPS = { most: 80, least: 6 } as const;
const LEAST_FALL = 2e-6;
/** A charter is decided in copies if its part of a flight is this far from a whole one; of a region so many at most. */
const DOUBTFUL = 0.02;
const MOST_DOUBTFUL = 3;

/** Yields after each step of the search. @param prices of the relaxation, which the dual was asked for last. Null: there is nothing to decide. */
export function* tightened(dual: CharterDual, prices: Float64Array): Generator<void, Tightened | null> {
  const { instance, charters } = dual;
  const regions = regionsOf(instance.problem, charters);
  const copies = [...Array.from({ length: regions.count }).keys()].flatMap((region) => copiesFor(region, regions, dual));
  if (copies.length === regions.count) return null;
  const laid = withCopies(instance.problem, charters, regions, copies);
  const all = buildInstance(laid.problem);
  const labels = emptyLabels(all);
  const many = new CopiesDual(laid, all, labels, alone(all, labels));
  const search = new PriceSearch(many, Float64Array.from(laid.limits, ({ of }) => prices[of] as number));
  let best = many.lines(search.prices);
  for (const share of TEMPERATURES) {
    yield* search.settle(share * instance.scale, { ...STEPS, fall: LEAST_FALL * best.most });
    const lines = many.lines(search.prices);
    if (lines.most < best.most) best = lines;
  }
  return { lines: best, ...likely(laid, many.parts, search.prices, dual) };
}

/** Every choice of a region's most doubtful charters, one flight more or less than a part of one; the others stay open. */
function copiesFor(region: number, { ofCharter }: Regions, { shares, charters }: CharterDual): Copy[] {
  const times = (charter: number): number => (shares[charter] as number) * (charters.most[charter] as number);
  const doubt = (charter: number): number => Math.abs(times(charter) - Math.round(times(charter)));
  const doubtful = [...ofCharter.keys()].filter((charter) => ofCharter[charter] === region && doubt(charter) > DOUBTFUL).sort((a, b) => doubt(b) - doubt(a) || a - b).slice(0, MOST_DOUBTFUL);
  return choicesOf(doubtful.map((charter) => [Math.floor(times(charter)), Math.ceil(times(charter))])).map((chosen) => {
    const flown = new Float64Array(charters.count).fill(Number.NaN);
    for (const [at, charter] of doubtful.entries()) flown[charter] = chosen[at] as number;
    return { region, flown };
  });
}

function likely({ copies, copiesOf, chartersOf, limits }: Copies, parts: Float64Array, prices: Float64Array, { shares, charters, instance }: CharterDual): Pick<Tightened, 'likely' | 'prices'> {
  const most = new Set(copiesOf.map((its) => its.reduce((best, copy) => ((parts[copy] as number) > (parts[best] as number) ? copy : best))));
  const flown = new Float64Array(charters.count);
  for (const copy of most) {
    const { region, flown: its } = copies[copy] as Copy;
    for (const charter of chartersOf[region] as readonly number[]) flown[charter] = Number.isNaN(its[charter]) ? Math.round((shares[charter] as number) * (charters.most[charter] as number)) : (its[charter] as number);
  }
  const own = new Float64Array(instance.prices);
  for (const [price, { of, owner }] of limits.entries()) if (owner === OWNER.everybody || most.has(owner)) own[of] = prices[price] as number;
  return { likely: flown, prices: own };
}
