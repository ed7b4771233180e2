// Hub choice: the operation before its first aircraft, planned whole with each candidate (or set of them) as its hub, ranked, with the
// reasons. Every figure is of a plan that was proven and checked. docs/concepts/why-this-hub.md has the method and what it leaves out.

import type { Fact } from '../../domain/facts.ts';
import type { HubCandidate } from '../../domain/hub/candidate.ts';
import { err, invariant, ok, type Result } from '../../domain/result.ts';
import { english } from '../../words/en/english.ts';
import { say } from '../../words/say.ts';
import type { PlanWatch } from '../../planner/progress.ts';
import type { Failure } from '../failure.ts';
import { operationOf, whenOf } from '../journal.ts';
import { situation } from '../plan/situation.ts';
import { beforeTheFirst, type Before } from './before.ts';
import { candidatesFor, fieldOf, type Field, type HubTools } from './candidates.ts';
import { classicAnswers, tableOf, type Table } from './classic.ts';
import { networkThrough, type Network } from './network.ts';
import { ranked } from './ranking.ts';
import { reasonsOf, verdict } from './reasons.ts';
import { gatewaysOf } from './relocate.ts';
import type { HubAsk, HubChoiceReport, HubOrder, HubOutcome, Isochrone, PlanMarks, Shock, ShockKind } from './report.ts';
import { sensitivityOf } from './sensitivity.ts';
import { setsOf, type HubSets } from './sets.ts';
import { shocksFor } from './shocks.ts';
import { counting, sideBySide, type Counted } from './side-by-side.ts';
import { tried, type Trial } from './trial.ts';
import { reachKm, valuesOf, WAY_RULES } from './way-rules.ts';

/** Of several hubs at once only the best are shaken: a plan of theirs takes several times as long. */
const SHAKEN = 5;

/** The question, read and held against the operation. */
interface Posed {
  readonly before: Before;
  readonly candidates: readonly HubCandidate[];
  readonly field: Field;
  readonly table: Table;
  readonly sets: HubSets;
  readonly shocks: readonly Shock[];
  readonly hubs: number;
  readonly by: HubOrder;
  readonly budget: number | null;
}

/** @returns a failure of the question (instant, candidates, number of hubs, budget), or of a plan; never a ranking with a gap in it. */
export async function chooseHub(journal: readonly Fact[], ask: HubAsk, tools: HubTools, watch?: PlanWatch): Promise<Result<HubChoiceReport, Failure>> {
  const posed = await pose(journal, ask, tools);
  if (!posed.ok) return posed;
  const { before, candidates, sets, shocks, hubs, by, budget } = posed.value;
  const shaken = hubs === 1 ? sets.planned.length : Math.min(SHAKEN, sets.planned.length);
  const counter = counting(watch, sets.planned.length + shaken * shocks.length + (hubs === 1 ? 0 : 1));
  const trials = await sideBySide(sets.planned, (set) => counter((own) => tried(before, networkThrough(before, set, valuesOf(WAY_RULES)), tools.solver, own)));
  if (!trials.ok) return trials;
  const order = ranked(trials.value, by, budget);
  const cheapest = Math.min(...order.map(({ marks }) => marks.cost));
  if (budget !== null && cheapest > budget) return err(nobodyMeets(budget, trials.value));
  const struck = await sideBySide(order.slice(0, shaken), (trial) => shockedMarks(before, trial, shocks, tools, counter));
  if (!struck.ok) return struck;
  const alone = await ownAlone(before, candidates, hubs, tools, counter);
  if (!alone.ok) return alone;
  const sensitivity = ask.sensitivity === true ? await sensitivityOf(before, order, by, tools.solver, watch) : ok(null);
  return sensitivity.ok ? ok({ operation: operationOf(journal).id, ...reportOf(posed.value, order, struck.value, alone.value), sensitivity: sensitivity.value }) : sensitivity;
}

async function pose(journal: readonly Fact[], ask: HubAsk, tools: HubTools): Promise<Result<Posed, Failure>> {
  const when = whenOf(operationOf(journal), ask, tools.clock);
  if (!when.ok) return when;
  const before = beforeTheFirst(situation(journal, when.value));
  if (!before.ok) return before;
  const candidates = await candidatesFor(ask, tools);
  if (!candidates.ok) return candidates;
  const { hubs = 1, by = 'objective', budget = null } = ask;
  const rules = valuesOf(WAY_RULES);
  const field = fieldOf(before.value, candidates.value, hubs, rules);
  if (!field.ok) return field;
  const table = tableOf(before.value, candidates.value, rules);
  return ok({ before: before.value, candidates: candidates.value, field: field.value, table, sets: setsOf(table, hubs), shocks: shocksFor(before.value), hubs, by, budget });
}

function reportOf(posed: Posed, order: readonly Trial[], struck: readonly (readonly Struck[])[], alone: Trial | null): Omit<HubChoiceReport, 'operation' | 'sensitivity'> {
  const { before, candidates, field, table, sets, shocks, hubs, by, budget } = posed;
  const { asOf, known } = before.situation;
  const [first] = order;
  invariant(first !== undefined, 'there is at least one set of hubs');
  const ranking = order.map((trial, k): HubOutcome => outcomeOf(before, trial, { k, first, budget, unconnected: field.unconnected, shocks: struck[k] ?? [] }));
  const because = verdict(before, order, ranking, { by, shocks, sets, alone });
  const gateways = gatewaysOf(before).flatMap((code) => { const place = known.places.get(code); return place === undefined ? [] : [{ place: code, name: place.name, latitude: place.latitude, longitude: place.longitude }]; });
  return {
    asOf, hub: before.hub.place, by, hubs, candidates, gateways, ranking, reasons: because.map((it) => say(it, english)), because, shocks,
    classic: classicAnswers(table, hubs), sets: { all: sets.all, planned: sets.planned.length }, isochrones: isochrones(), rules: WAY_RULES,
  };
}

function nobodyMeets(budget: number, trials: readonly Trial[]): Failure {
  const [cheapest] = trials.toSorted((a, b) => a.marks.cost - b.marks.cost);
  const names = cheapest?.network.hubs.map(({ place }) => place.name).join(' with ') ?? '';
  return { code: 'bad-hub', message: `no choice of hub meets a budget of €${budget}: the cheapest, ${names}, costs €${Math.ceil(cheapest?.marks.cost ?? 0)}`, remedy: `allow €${Math.ceil(cheapest?.marks.cost ?? 0)} at least, or leave the budget out` };
}

/** What several hubs are held against. */
async function ownAlone(before: Before, candidates: readonly HubCandidate[], hubs: number, { solver }: HubTools, counter: Counted): Promise<Result<Trial | null, Failure>> {
  const own = candidates.find(({ place }) => place.place === before.hub.place);
  return hubs === 1 || own === undefined ? ok(null) : counter((watch) => tried(before, networkThrough(before, [own], valuesOf(WAY_RULES)), solver, watch));
}

type Struck = PlanMarks & { readonly shock: ShockKind };

async function shockedMarks(before: Before, { network, marks }: Trial, shocks: readonly Shock[], { solver }: HubTools, counter: Counted): Promise<Result<Struck[], Failure>> {
  const struck: Struck[] = [];
  for (const shock of shocks) {
    const there = networkThrough(before, network.hubs, valuesOf(WAY_RULES), shock);
    const answer = await counter(async (own) => (isUntouched(network, there) ? ok({ marks }) : tried(before, there, solver, own)));
    if (!answer.ok) return answer;
    struck.push({ ...answer.value.marks, shock: shock.kind });
  }
  return ok(struck);
}

/** A shock that takes away nothing: the plan is the one that is there. */
const isUntouched = ({ problem }: Network, other: Network): boolean =>
  problem.runs.length === other.problem.runs.length && problem.runs.every(({ id, arrivesAt }, k) => other.problem.runs[k]?.id === id && other.problem.runs[k].arrivesAt === arrivesAt) && problem.supplies.every(({ availableAt }, k) => other.problem.supplies[k]?.availableAt === availableAt);

interface Standing {
  readonly k: number;
  readonly first: Trial;
  readonly budget: number | null;
  readonly unconnected: ReadonlyMap<HubCandidate['place']['place'], readonly HubCandidate['place']['place'][]>;
  readonly shocks: readonly Struck[];
}

function outcomeOf(before: Before, trial: Trial, { k, first, budget, unconnected, shocks }: Standing): HubOutcome {
  const { hubs } = trial.network;
  const places = hubs.map(({ place }) => place.place);
  const cutOff = (unconnected.get(places[0] as (typeof places)[number]) ?? []).filter((gateway) => places.every((place) => (unconnected.get(place) ?? []).includes(gateway)));
  const overBudget = budget !== null && trial.marks.cost > budget;
  const because = reasonsOf(before, trial, first, { cutOff, budget: overBudget ? budget : null });
  return { hub: places.join('+'), places, rank: k + 1, ...trial.marks, over: trial.over, waitingHours: trial.waitingHours, modes: trial.modes, unconnected: cutOff, overBudget, shocks, reasons: because.map((it) => say(it, english)), because };
}

/** Beyond these a circle holds the whole continent. */
const HOURS = { road: [12, 24, 48], rail: [48, 72], air: [10, 12] } as const;

function isochrones(): Isochrone[] {
  const rules = valuesOf(WAY_RULES);
  return (['road', 'rail', 'air'] as const).flatMap((mode) => HOURS[mode].map((hours) => ({ mode, hours, km: reachKm(rules, mode, hours) })));
}
