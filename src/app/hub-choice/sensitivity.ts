// Which assumption would put another hub first, and from which value on: each varied alone between half and twice its value, the best
// three planned again at both ends; where the first changes, bisection to half a percent, and a last look 1 % on either side.

import type { HubCandidate } from '../../domain/hub/candidate.ts';
import type { AssumptionName } from '../../domain/hub/hub-phrases.ts';
import { phrase, type Measure, type PlaceNamed } from '../../domain/phrase.ts';
import { invariant, ok, type Result } from '../../domain/result.ts';
import type { PlanProgress, PlanWatch } from '../../planner/progress.ts';
import type { Solver } from '../../planner/solver.ts';
import { english } from '../../words/en/english.ts';
import { say } from '../../words/say.ts';
import type { Failure } from '../failure.ts';
import type { Before } from './before.ts';
import { networkThrough } from './network.ts';
import { ranked } from './ranking.ts';
import { namedHubs } from './reasons.ts';
import type { Assumption, HubOrder, Threshold } from './report.ts';
import { sideBySide } from './side-by-side.ts';
import { tried, type Trial } from './trial.ts';
import { turningPoint } from './turning-point.ts';
import { valuesOf, WAY_RULES, type WayRules } from './way-rules.ts';

const CONTENDERS = 3;
/** No way is shorter than the crow's. */
const LEAST: Readonly<Record<string, number>> = { detour: 1, railKmPerRoadKm: 1 };
/** Half and twice. */
const SPAN = 2;

type Hubs = readonly HubCandidate[];

/** @param order the ranking as it is; its first three contend. */
export async function sensitivityOf(before: Before, order: readonly Trial[], by: HubOrder, solver: Solver, watch?: PlanWatch): Promise<Result<Threshold[], Failure>> {
  const contenders = order.slice(0, CONTENDERS);
  const hubs = contenders.map(({ network }) => network.hubs);
  const names = new Map(contenders.map((trial) => [idOf(trial), namedHubs(trial)]));
  const [first] = contenders;
  invariant(first !== undefined, 'a ranking has a first');
  const now = idOf(first);
  const varied = assumptionsOf(hubs);
  const found: Threshold[] = [];
  for (const [k, assumption] of varied.entries()) {
    watch?.signal?.throwIfAborted();
    watch?.onProgress?.({ phase: 'plan', settled: 0, groups: 0, objective: null, bound: null, seconds: 0, part: k + 1, parts: varied.length } satisfies PlanProgress);
    const firstAt = async (value: number): Promise<Result<string, Failure>> => {
      const there = withValue(assumption, value, hubs);
      const trials = await sideBySide(there.hubs, (set) => tried(before, networkThrough(before, set, there.rules), solver, watch?.signal === undefined ? undefined : { signal: watch.signal }));
      return trials.ok ? ok(idOf(ranked(trials.value, by)[0] as Trial)) : trials;
    };
    const { value } = assumption;
    const span = { value, from: Math.max(LEAST[assumption.name] ?? 0, value / SPAN), until: value * SPAN };
    const turn = await turningPoint(span, now, firstAt);
    if (!turn.ok) return turn;
    const [at, hub, verified] = turn.value === null ? [null, null, null] : [turn.value.at, turn.value.beyond, turn.value.verified];
    found.push(said({ assumption, from: span.from, until: span.until, at, hub, verified }, now, names));
  }
  return ok(found.toSorted((a, b) => nearness(a) - nearness(b)));
}

/** The nearest to what is assumed comes first. */
const nearness = ({ at, assumption: { value } }: Threshold): number => (at === null ? Infinity : Math.abs(Math.log(at / value)));

function assumptionsOf(contenders: readonly Hubs[]): Assumption[] {
  const rules = Object.entries(WAY_RULES).filter(([, { source }]) => source === 'assumption').map(([name, parameter]): Assumption => ({ name, place: null, ...parameter }));
  const own = contenders.flat().filter((hub, k, all) => all.indexOf(hub) === k).flatMap(({ place }): Assumption[] => [
    { name: 'dwellMinutes', place: place.place, value: place.dwellMinutes, unit: 'min', source: 'assumption', note: 'from blocks to tallied stock' },
    ...(place.palletsPerHour === undefined ? [] : [{ name: 'palletsPerHour', place: place.place, value: place.palletsPerHour, unit: 'pallets/h', source: 'assumption', note: 'in and out' }]),
  ]);
  return [...rules, ...own].filter(({ value }) => value > 0);
}

/** Figures of a candidate are whole. */
function withValue({ name, place }: Assumption, value: number, contenders: readonly Hubs[]): { readonly rules: WayRules; readonly hubs: readonly Hubs[] } {
  const rules = valuesOf(WAY_RULES);
  if (place === null) return { rules: { ...rules, [name]: value }, hubs: contenders };
  return { rules, hubs: contenders.map((set) => set.map((hub) => (hub.place.place === place ? { ...hub, place: { ...hub.place, [name]: Math.max(1, Math.round(value)) } } : hub))) };
}

function said(threshold: Omit<Threshold, 'reading' | 'because'>, now: string, names: ReadonlyMap<string, readonly PlaceNamed[]>): Threshold {
  const { assumption: { name, place, value, unit }, from, until, at, hub, verified } = threshold;
  const measured = (measure: number): Measure => ({ measure, unit });
  const own = [...names.values()].flat().find((it) => it.place === place);
  const assumption = phrase('hub.assumption', { name: name as AssumptionName, place: own ?? null });
  const because =
    at === null
      ? phrase('hub.holds', { assumption, from: measured(from), until: measured(until), hub: names.get(now) ?? [] })
      : phrase('hub.turns', { assumption, now: measured(value), at: measured(at), change: { share: at / value - 1 }, hub: names.get(hub ?? '') ?? [], holds: verified?.holds ?? false });
  return { ...threshold, reading: say(because, english), because };
}

const idOf = ({ network: { hubs } }: Trial): string => hubs.map(({ place }) => place.place).join('+');
