// Prices of the dual scan by name: of room on a departure, of handling on a day, of a lot where it lies. Numbers of the arrays
// change with each problem, names do not; so a plan can begin where an earlier one of the operation ended.
// Not here: where the prices of an earlier plan come from (app/plan/standing.ts).

import type { PlanPrices } from '../domain/plan/plan.ts';
import { instantFromMs } from '../domain/time.ts';
import type { FixedLine } from './frozen.ts';
import { cartonPrice } from './objective.ts';
import { itemOf, type Source } from './commodities.ts';
import type { PlanningProblem } from './problem.ts';
import type { Bridge } from './scan/bridge.ts';
import { cartonTakes } from './timetable.ts';

/** Digits that are kept: prices to begin from need no more. */
const DIGITS = 5;
const short = (euros: number): number => Number(euros.toPrecision(DIGITS));

type Named = Pick<Bridge, 'capacities' | 'sources'> & { readonly problem: Pick<Bridge['problem'], 'capacities'> };

/** @param prices of each capacity of the arrays, then of each stock. */
export function namedPrices({ capacities, sources, problem }: Named, prices: Float64Array): PlanPrices {
  const rooms = new Map<string, [number, number, number]>();
  const handling = new Map<string, number>();
  for (const [index, limited] of capacities.entries()) {
    const price = short(prices[index] ?? 0);
    if (price <= 0) continue;
    if ('handling' in limited) {
      handling.set(limited.handling, price);
      continue;
    }
    const room = rooms.get(limited.leg.run.id) ?? [0, 0, 0];
    room[limited.of] = price;
    rooms.set(limited.leg.run.id, room);
  }
  const stocks = [...sources.entries()].flatMap(([stock, source]) => (source?.lots ?? []).map(({ supply: { lot, place } }) => ({ lot, place, from: instantFromMs(source?.availableAt ?? 0), euros: short(prices[problem.capacities.count + stock] ?? 0) })));
  return { rooms: Object.fromEntries(rooms), handling: Object.fromEntries(handling), stocks };
}

/** In the order of the arrays; 0 for what has no price by that name. */
export function pricesByName({ capacities, begins, sources, frozen, problem: arrays }: Bridge, named: PlanPrices, problem: Pick<PlanningProblem, 'items' | 'weights'>): Float64Array {
  const prices = new Float64Array(arrays.capacities.count + arrays.stocks.count);
  for (const [index, limited] of capacities.entries()) prices[index] = 'handling' in limited ? (named.handling[limited.handling] ?? 0) : (named.rooms[limited.leg.run.id]?.[limited.of] ?? 0);
  prices.set(begins, capacities.length);
  const byLot = Map.groupBy(named.stocks, ({ lot }) => lot);
  for (const [stock, source] of sources.entries()) {
    const line = frozen[stock] ?? null;
    prices[arrays.capacities.count + stock] = source !== null ? ofSource(source, byLot) : line !== null ? ofFrozen(line, named, byLot, problem) : 0;
  }
  return prices;
}

type ByLot = ReadonlyMap<string, PlanPrices['stocks']>;

/** Lots that lie together have one price: that of the one that was worth least, for that others came sooner is of no use any more. */
function ofSource({ lots, place, availableAt }: Source, byLot: ByLot): number {
  const found = lots.flatMap(({ supply: { lot } }) => priceOf(byLot.get(lot) ?? [], place, availableAt) ?? []);
  return found.length === 0 ? 0 : Math.min(...found);
}

/** At the place, of what lay there last by then; of what comes later, the first. */
function priceOf(stocks: PlanPrices['stocks'], place: string, by: number): number | null {
  const there = stocks.filter((stock) => stock.place === place).toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from));
  return (there.findLast(({ from }) => Date.parse(from) <= by) ?? there[0])?.euros ?? null;
}

/** What frozen goods are worth where they come to: by the prices, what it costs to bring them there. */
function ofFrozen({ supply, legs, arrives }: FixedLine, named: PlanPrices, byLot: ByLot, problem: Pick<PlanningProblem, 'items' | 'weights'>): number {
  const lot = priceOf(byLot.get(supply.lot) ?? [], supply.place, legs[0]?.departs ?? arrives);
  if (lot === null) return 0;
  const item = itemOf(problem, supply.item);
  const takes = cartonTakes(item);
  const carton = legs.reduce((sum, { run }) => {
    const [kg, m3, positions] = named.rooms[run.id] ?? [0, 0, 0];
    return sum + cartonPrice(run, item, problem.weights) + kg * takes.kg + m3 * takes.m3 + positions * takes.positions;
  }, 0);
  return lot + carton / supply.unitsPerCarton;
}
