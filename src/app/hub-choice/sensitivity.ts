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
import { valuesOf, WAY_RULES, type WayRules } from './way-rules.ts';

const CONTENDERS = 3;
/** No way is shorter than the crow's. */
const LEAST: Readonly<Record<string, number>> = { detour: 1, railKmPerRoadKm: 1 };
/** Half and twice. */
const SPAN = 2;
/** The bracket at which bisection ends, relative. */
const CLOSE = 1.005;
const ON_EITHER_SIDE = 0.01;

type Hubs = readonly HubCandidate[];
type FirstAt = (value: number) => Promise<Result<Trial, Failure>>;

/** @param order the ranking as it is; its first three contend. */
export async function sensitivityOf(before: Before, order: readonly Trial[], by: HubOrder, solver: Solver, watch?: PlanWatch): Promise<Result<Threshold[], Failure>> {
  const contenders = order.slice(0, CONTENDERS).map(({ network }) => network.hubs);
  const [now] = order;
  invariant(now !== undefined, 'a ranking has a first');
  const varied = assumptionsOf(contenders);
  const found: Threshold[] = [];
  for (const [k, assumption] of varied.entries()) {
    watch?.signal?.throwIfAborted();
    watch?.onProgress?.({ phase: 'plan', settled: 0, groups: 0, objective: null, bound: null, seconds: 0, part: k + 1, parts: varied.length } satisfies PlanProgress);
    const firstAt: FirstAt = async (value) => {
      const { rules, hubs } = withValue(assumption, value, contenders);
      const trials = await sideBySide(hubs, (set) => tried(before, networkThrough(before, set, rules), solver, watch?.signal === undefined ? undefined : { signal: watch.signal }));
      return trials.ok ? ok(ranked(trials.value, by)[0] as Trial) : trials;
    };
    const threshold = await thresholdOf({ assumption, now, names: contenders.flat().map(({ place }) => ({ place: place.place, name: place.name })) }, firstAt);
    if (!threshold.ok) return threshold;
    found.push(threshold.value);
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
  return { rules, hubs: contenders.map((set) => set.map((hub) => (hub.place.place === place ? ({ ...hub, place: { ...hub.place, [name]: Math.max(1, Math.round(value)) } } as HubCandidate) : hub))) };
}

interface Asked {
  readonly assumption: Assumption;
  readonly now: Trial;
  readonly names: readonly PlaceNamed[];
}

async function thresholdOf(asked: Asked, firstAt: FirstAt): Promise<Result<Threshold, Failure>> {
  const { assumption, now } = asked;
  const { value } = assumption;
  const [from, until] = [Math.max(LEAST[assumption.name] ?? 0, value / SPAN), value * SPAN];
  for (const end of [from, until]) {
    const there = await firstAt(end);
    if (!there.ok) return there;
    if (isSame(there.value, now)) continue;
    const turn = await bisect(value, end, now, firstAt);
    if (!turn.ok) return turn;
    const { at, beyond } = turn.value;
    const outward = end > value ? 1 + ON_EITHER_SIDE : 1 - ON_EITHER_SIDE;
    const [before, after] = [await firstAt(at / outward), await firstAt(at * outward)];
    if (!before.ok) return before;
    if (!after.ok) return after;
    const verified = { before: idOf(before.value), beyond: idOf(after.value), holds: isSame(before.value, now) && isSame(after.value, beyond) };
    return ok(said({ assumption, from, until, at, hub: idOf(beyond), verified }, namedHubs(beyond), asked));
  }
  return ok(said({ assumption, from, until, at: null, hub: null, verified: null }, [], asked));
}

/** Between a value at which the first is as now and one at which it is not. */
async function bisect(as: number, other: number, now: Trial, firstAt: FirstAt): Promise<Result<{ readonly at: number; readonly beyond: Trial }, Failure>> {
  let [near, far, beyond]: [number, number, Trial | null] = [as, other, null];
  while (beyond === null || Math.max(near / far, far / near) > CLOSE) {
    const middle = Math.sqrt(near * far);
    const there = await firstAt(middle);
    if (!there.ok) return there;
    if (isSame(there.value, now)) near = middle;
    else [far, beyond] = [middle, there.value];
    if (beyond === null && Math.max(near / far, far / near) <= CLOSE) {
      const end = await firstAt(far);
      if (!end.ok) return end;
      beyond = end.value;
    }
  }
  return ok({ at: Math.sqrt(near * far), beyond });
}

const idOf = ({ network: { hubs } }: Trial): string => hubs.map(({ place }) => place.place).join('+');
const isSame = (a: Trial, b: Trial): boolean => idOf(a) === idOf(b);

function said(threshold: Omit<Threshold, 'reading' | 'because'>, hub: readonly PlaceNamed[], { now, names }: Asked): Threshold {
  const { assumption: { name, place, value, unit }, from, until, at, verified } = threshold;
  const measured = (measure: number): Measure => ({ measure, unit });
  const assumption = phrase('hub.assumption', { name: name as AssumptionName, place: place === null ? null : (names.find((it) => it.place === place) ?? { place, name: place }) });
  const because =
    at === null
      ? phrase('hub.holds', { assumption, from: measured(from), until: measured(until), hub: namedHubs(now) })
      : phrase('hub.turns', { assumption, now: measured(value), at: measured(at), change: { share: at / value - 1 }, hub, holds: verified?.holds ?? false });
  return { ...threshold, reading: say(because, english), because };
}
