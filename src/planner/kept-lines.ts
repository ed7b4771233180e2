// Lines of the plan that stands, in the exact model: for each of them a twin of its way, cheaper by the price of change, for so
// many cartons as it has. A twin takes the same room, handling, stock and place in needs as its way, so it changes what a plan
// costs, never what can be done. The price of all of them is a constant; so each carton that is not kept counts its price.
// Not here: which lines stand (app/plan), what a plan changes of them (change.ts), twins in the arrays of the dual scan (kept-by-scan.ts).

import type { Commodity, Group, Source } from './commodities.ts';
import { unitsBrought } from './frozen.ts';
import type { Limits } from './limits.ts';
import type { Entry, Matrix } from './matrix.ts';
import type { Parts } from './model.ts';
import type { NeedRows } from './need-rows.ts';
import type { Event, Network } from './network.ts';
import { cartonPrice } from './objective.ts';
import type { Path } from './paths.ts';
import type { PlanningProblem, StandingLine } from './problem.ts';
import { invariant } from '../domain/result.ts';
import { lineKey } from '../domain/plan/line-key.ts';
import type { Leg } from './timetable.ts';

/** The way of a standing line out of one part of its lot. */
export interface KeptWay {
  readonly commodity: Commodity;
  readonly source: Source;
  readonly legs: readonly Leg[];
  readonly group: Group;
  /** Milliseconds since 1970. */
  readonly arrives: number;
  /** Cartons of the line's lot in the source. */
  readonly lotCartons: number;
}

/** A standing line; it has no way where its goods can take it no more, or serve nothing by it. */
export interface KeptLine {
  readonly line: StandingLine;
  readonly ways: readonly KeptWay[];
}

export interface KeptColumn {
  readonly line: StandingLine;
  readonly way: KeptWay;
  /** Cartons kept, */
  readonly column: number;
  /** and the columns by which each of them ends: in a need, or over. */
  readonly ends: readonly number[];
}

type Standing = Pick<PlanningProblem, 'standing' | 'frozen'>;

/** What stands and is not frozen by the same way: that stays anyway. */
export function openLines({ standing, frozen }: Standing): StandingLine[] {
  invariant(new Set(standing.map(lineKey)).size === standing.length, 'no two standing lines have lot, recipient and route alike');
  const held = new Map<string, number>();
  for (const line of frozen) held.set(lineKey(line), (held.get(lineKey(line)) ?? 0) + line.cartons);
  return standing.flatMap((line) => { const cartons = line.cartons - (held.get(lineKey(line)) ?? 0); return cartons > 0 ? [{ ...line, cartons }] : []; });
}

/** € of the objective with all that stands taken off, but what is frozen by the same way. */
export const priceOfAll = (problem: Standing): number => openLines(problem).reduce((sum, { cartons, eurosPerCarton }) => sum + cartons * eurosPerCarton, 0);

/** The standing lines, each looked up in the networks. */
export function keptLines({ problem, networks, groups }: Pick<Parts, 'problem' | 'networks' | 'groups'>): KeptLine[] {
  if (problem.standing.length === 0) return [];
  const byLeg = new Map(networks.map((net) => [net, new Map(net.events.flatMap((event) => (event.leg === null ? [] : [[event.leg.run.id as string, event] as const])))]));
  return openLines(problem).map((line) => ({ line, ways: networks.flatMap((net) => waysIn(net, line, groups, byLeg.get(net) ?? new Map<string, Event>())) }));
}

function waysIn(net: Network, line: StandingLine, groups: readonly Group[], byLeg: ReadonlyMap<string, Event>): KeptWay[] {
  const { commodity } = net;
  const group = groups.find(({ recipient, item }) => recipient.recipient === line.recipient && item.item === commodity.item.item);
  if (group === undefined || !commodity.recipients.has(line.recipient)) return [];
  return net.events.flatMap((start): KeptWay[] => {
    const { source } = start;
    const lotCartons = source?.lots.find(({ supply }) => supply.lot === line.lot)?.cartons;
    const end = source === null || lotCartons === undefined ? null : follow(start, line, byLeg);
    return source === null || lotCartons === undefined || end === null || !end.event.groups.includes(group) ? [] : [{ commodity, source, legs: end.legs, group, arrives: end.event.at, lotCartons }];
  });
}

/** From event to event along the line's departures; null where one of them cannot be boarded. */
function follow(start: Event, { route }: StandingLine, byLeg: ReadonlyMap<string, Event>): { readonly event: Event; readonly legs: readonly Leg[] } | null {
  let event = start;
  const legs: Leg[] = [];
  for (const run of route) {
    const from = event.onward;
    const next = byLeg.get(run) ?? null;
    const leg = next?.leg ?? null;
    if (from === null || next === null || leg === null || !next.rides.some(({ chain, node }) => chain === from.chain && node >= from.node)) return null;
    legs.push(leg);
    event = next;
  }
  return { event, legs };
}

/**
 * Units that a group with standing lines may get beyond its need: nobody opens a carton on the way. Where all cartons of the item
 * are packed alike, what is missing to the next whole carton; else less than the largest of them.
 */
export function mostOver(goods: readonly Pick<Commodity, 'item' | 'unitsPerCarton'>[], fixed: Parts['fixed'], standing: readonly KeptLine[]): ReadonlyMap<Group, number> {
  const over = new Map<Group, number>();
  for (const { group } of standing.flatMap(({ ways }) => ways)) {
    if (over.has(group)) continue;
    const packed = goods.flatMap(({ item, unitsPerCarton }) => (item.item === group.item.item ? [unitsPerCarton] : []));
    const rest = Math.max(0, group.units - unitsBrought(fixed, group));
    const most = Math.max(...packed);
    over.set(group, Math.min(...packed) === most ? Math.ceil(rest / most) * most - rest : most);
  }
  return over;
}

interface Into {
  readonly matrix: Matrix;
  readonly limits: Limits;
  readonly needs: NeedRows;
  readonly sources: ReadonlyMap<Source, number>;
}

export function keptColumns(parts: Parts, standing: readonly KeptLine[], into: Into): KeptColumn[] {
  const { matrix } = into;
  const price = priceOfAll(parts.problem);
  if (price > 0) matrix.column('f', [], { cost: price, lower: 1, upper: 1 });
  const over = overRows(parts, standing, matrix);
  const lots = lotRows(standing, matrix);
  return standing.flatMap(({ line, ways }) => {
    const most = ways.length > 1 ? matrix.row('e', -Infinity, line.cartons) : null;
    return ways.map((way): KeptColumn => {
      const lot = lots.get(way.source)?.get(line.lot);
      const shared: Entry[] = [...(most === null ? [] : [[most, 1] as const]), ...(lot === undefined ? [] : [[lot, 1] as const])];
      return { line, way, ...wayColumns(parts, line, way, shared, over.get(way.group) ?? -1, into) };
    });
  });
}

function wayColumns({ problem }: Parts, line: StandingLine, way: KeptWay, shared: readonly Entry[], over: number, { matrix, limits, needs, sources }: Into): Pick<KeptColumn, 'column' | 'ends'> {
  const { commodity, source, legs, group, arrives } = way;
  const brings = matrix.row('e', 0, 0);
  const ends = [...needs.deliver(group, arrives, commodity.unitsPerCarton, [brings, 1]), matrix.column('o', [[brings, 1], [over, commodity.unitsPerCarton / group.item.unitsPerCarton]])];
  const cost = legs.reduce((sum, leg) => sum + cartonPrice(leg.run, commodity.item, problem.weights), 0);
  return { ends, column: matrix.column('a', [[brings, -1], [sources.get(source) ?? -1, 1], ...shared, ...legs.flatMap((leg) => limits.of(leg, { commodity }))], { cost: cost - line.eurosPerCarton, upper: line.cartons }) };
}

/** What is over of a group's need, in cartons of the item master, whichever lines bring it. */
function overRows(parts: Parts, standing: readonly KeptLine[], matrix: Matrix): ReadonlyMap<Group, number> {
  return new Map([...mostOver(parts.networks.map(({ commodity }) => commodity), parts.fixed, standing)].map(([group, units]) => [group, matrix.row('d', -Infinity, units / group.item.unitsPerCarton)]));
}

/** A row for each lot of a source of which more stands than is left. */
function lotRows(standing: readonly KeptLine[], matrix: Matrix): ReadonlyMap<Source, ReadonlyMap<string, number>> {
  const rows = new Map<Source, Map<string, number>>();
  const drawn = standing.flatMap(({ line, ways }) => ways.map((way) => ({ line, way })));
  for (const [source, draws] of Map.groupBy(drawn, ({ way }) => way.source))
    for (const [lot, these] of Map.groupBy(draws, ({ line }) => line.lot)) {
      const there = these[0]?.way.lotCartons ?? 0;
      if (these.reduce((sum, { line }) => sum + line.cartons, 0) > there) rows.set(source, (rows.get(source) ?? new Map<string, number>()).set(lot, matrix.row('e', -Infinity, there)));
    }
  return rows;
}

/** The ways of all standing lines, with the cartons that the model keeps on each: 0 where it keeps none. */
export const keptPaths = (kept: readonly KeptColumn[], columns: Float64Array): Path[] =>
  kept.map(({ way: { commodity, source, legs, group, arrives }, column }) => ({ commodity, source, legs, group, arrives, cartons: Math.max(0, columns[column] ?? 0) }));
