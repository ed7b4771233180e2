// Lines of the plan that stands, for the dual scan: the ways that each could be kept by, as goods that stand in its arrays; and out
// of its ways how many cartons are kept of each line. Says the same as the columns of the exact model (kept-lines.ts).
// Not here: the arrays with twins (scan/twins.ts), whole cartons (kept-cartons.ts).

import type { Answers } from './change.ts';
import { groupKey, type Commodity, type Group, type Source } from './commodities.ts';
import { groupsByKey } from './cartons.ts';
import { lineKey } from '../domain/plan/line-key.ts';
import { mostOver, openLines, type KeptLine, type KeptWay } from './kept-lines.ts';
import type { Parts } from './model.ts';
import type { Path } from './paths.ts';
import type { StandingLine } from './problem.ts';
import { mayRide } from './reach.ts';
import type { Stand, Stands } from './scan/twins.ts';
import { changeMs, placeOf, type Leg } from './timetable.ts';

/** A way of a standing line that has a twin. */
export interface Kept {
  readonly line: StandingLine;
  readonly way: KeptWay;
}

/** Standing lines with their ways, and the price of what the arrays cannot say: of lines that come too late to count. */
export function keptWays(parts: Parts, goods: readonly Commodity[]): { readonly lines: readonly KeptLine[]; readonly unsaid: number } {
  const { problem, table } = parts;
  const byKey = groupsByKey(parts.groups);
  let unsaid = 0;
  const lines = openLines(problem).map((line): KeptLine => {
    const legs = line.route.flatMap((run) => table.byId.get(run) ?? []);
    const item = problem.supplies.find(({ lot }) => lot === line.lot)?.item;
    const group = item === undefined ? undefined : byKey.get(groupKey(line.recipient, item));
    if (group === undefined || legs.length < line.route.length) return { line, ways: [] };
    const ways = goods.filter((commodity) => commodity.item.item === item).flatMap((commodity) => waysOf(parts, commodity, line, legs, group));
    if (ways.every(({ arrives }) => countsAt(parts, group, arrives))) return { line, ways };
    unsaid += line.cartons * line.eurosPerCarton;
    return { line, ways: [] };
  });
  return { lines, unsaid };
}

const countsAt = ({ problem }: Parts, { needs }: Group, arrives: number): boolean => problem.weights.lateShare > 0 || needs.some(({ until }) => arrives < until);

function waysOf(parts: Parts, commodity: Commodity, { lot, recipient }: StandingLine, legs: readonly Leg[], group: Group): KeptWay[] {
  if (!commodity.recipients.has(recipient) || !legs.every((leg) => mayRide(parts.table, commodity, leg))) return [];
  return commodity.sources.flatMap((source): KeptWay[] => {
    const lotCartons = source.lots.find(({ supply }) => supply.lot === lot)?.cartons;
    const arrives = legs.at(-1)?.ready ?? source.availableAt;
    return lotCartons === undefined || arrives >= commodity.expiresAt || !connects(parts, source, legs, group) ? [] : [{ commodity, source, legs, group, arrives, lotCartons }];
  });
}

/** From the source by each leg in turn to the group's place, with time enough to change. */
function connects({ problem }: Parts, source: Source, legs: readonly Leg[], group: Group): boolean {
  let [place, ready]: [string, number] = [source.place, source.availableAt];
  for (const [index, { run, departs, ready: there }] of legs.entries()) {
    if (run.from !== place || ready + changeMs(placeOf(problem, run.from), legs[index - 1]?.run.mode ?? null, run.mode) > departs) return false;
    [place, ready] = [run.to, there];
  }
  return place === group.recipient.place;
}

/** @param kept in the order of the stands. */
export function standsOf(parts: Parts, goods: readonly Commodity[], lines: readonly KeptLine[], kept: readonly Kept[], numbers: { readonly commodity: (of: Commodity) => number; readonly stock: (of: Source) => number; readonly recipient: (of: Group) => number; readonly item: (of: Group) => number }): Stands & { /** Whose need each is over. */ readonly overOf: readonly Group[] } {
  const stands = kept.map(({ line, way }): Stand => ({
    commodity: numbers.commodity(way.commodity), stock: numbers.stock(way.source), departures: way.legs.map(({ index }) => index), recipient: numbers.recipient(way.group), euros: line.eurosPerCarton / way.commodity.unitsPerCarton,
  }));
  const indices = [...kept.keys()];
  const first = (of: readonly number[]): Kept => kept[of[0] ?? 0] as Kept;
  const units = (of: readonly number[], cartons: number): number => cartons * first(of).way.commodity.unitsPerCarton;
  // A line's twins keep no more than the line; those of one packing stand together, as goods of one commodity always do.
  const byLine = [...Map.groupBy(indices, (at) => (kept[at] as Kept).line).values()].flatMap((of) => [...Map.groupBy(of, (at) => (kept[at] as Kept).way.commodity.unitsPerCarton).values()]);
  const ofLines = byLine.map((of) => ({ of, units: units(of, first(of).line.cartons), euros: stands[of[0] ?? 0]?.euros ?? 0 }));
  const ofLots = [...Map.groupBy(indices, (at) => (kept[at] as Kept).way.source).values()].flatMap((ofSource) =>
    [...Map.groupBy(ofSource, (at) => (kept[at] as Kept).line.lot).values()].flatMap((of) => {
      const there = first(of).way.lotCartons;
      return of.reduce((sum, at) => sum + (kept[at] as Kept).line.cartons, 0) > there ? [{ of, units: units(of, there), euros: 0 }] : [];
    }));
  const over = [...mostOver(goods, parts.fixed, lines)];
  return { stands, most: [...ofLines, ...ofLots], over: over.map(([group, more]) => ({ recipient: numbers.recipient(group), item: numbers.item(group), units: more })), overOf: over.map(([group]) => group) };
}

/**
 * What the scan keeps of each line: by its twins, and what goes the same way besides. Near the best, to the plan's gap: so no gain is
 * told of what is taken off.
 */
export function answersByScan(kept: readonly Kept[], byTwin: readonly number[], paths: readonly Path[]): Answers {
  const besides = new Map<string, number>();
  const keyOf = ({ source, legs, group }: Pick<Path, 'source' | 'legs' | 'group'>): string => [source.place, source.availableAt, ...source.lots.map(({ supply }) => supply.lot), group.index, ...legs.map(({ index }) => index)].join(' ');
  for (const path of paths) besides.set(keyOf(path), (besides.get(keyOf(path)) ?? 0) + path.cartons);
  for (const [at, { way }] of kept.entries()) besides.set(keyOf(way), (besides.get(keyOf(way)) ?? 0) - (byTwin[at] ?? 0));
  return new Map([...Map.groupBy(kept.keys(), (at) => lineKey((kept[at] as Kept).line))].map(([key, of]) => {
    const { line, way: { group, commodity } } = kept[of[0] ?? 0] as Kept;
    let cartons = of.reduce((sum, at) => sum + (byTwin[at] ?? 0), 0);
    for (const at of of) {
      const way = keyOf((kept[at] as Kept).way);
      const more = Math.min(Math.max(0, besides.get(way) ?? 0), Math.max(0, line.cartons - cartons));
      besides.set(way, (besides.get(way) ?? 0) - more);
      cartons += more;
    }
    return [key, { kept: cartons, most: Math.min(Math.ceil(group.units / commodity.unitsPerCarton), of.reduce((sum, at) => sum + (kept[at] as Kept).way.lotCartons, 0)), reduced: null }];
  }));
}
