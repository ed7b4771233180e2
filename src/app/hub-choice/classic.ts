// The classic questions beside the plans: which hubs serve the gateways at least cost, hours or CO₂ in the mean of what is needed
// (p-median), and which leave the worst-served gateway best off (p-centre). Exact (location/), and blind to timetables, room and borders.

import type { HubCandidate } from '../../domain/hub/candidate.ts';
import type { PlaceCode } from '../../domain/ids.ts';
import type { Service } from '../../domain/places.ts';
import { locate } from '../../location/locate.ts';
import { timesOf } from '../plan/situation.ts';
import { hoursBetween } from '../../domain/time.ts';
import type { Register } from '../../domain/register.ts';
import type { Before } from './before.ts';
import { demandAt } from './demand.ts';
import { relocated } from './relocate.ts';
import type { ClassicAnswer } from './report.ts';
import type { WayRules } from './way-rules.ts';

const MEASURES = ['cost', 'hours', 'co2'] as const;
type Measure = (typeof MEASURES)[number];

/** Candidates × gateways by the least of the services between them, gateways weighted by the cartons that are needed behind them. */
export interface Table {
  readonly candidates: readonly HubCandidate[];
  readonly gateways: readonly PlaceCode[];
  readonly weights: readonly number[];
  /** By measure, row by row: `[gateway · candidates + candidate]`; Infinity: no way. €/kg, hours, kg CO₂ a kg. */
  readonly cost: Readonly<Record<Measure, Float64Array>>;
}

export function tableOf(before: Before, candidates: readonly HubCandidate[], rules: WayRules): Table {
  const demand = [...demandAt(before)].filter(([, cartons]) => cartons > 0);
  const gateways = demand.map(([gateway]) => gateway);
  const empty = (): Float64Array => new Float64Array(gateways.length * candidates.length).fill(Infinity);
  const cost = { cost: empty(), hours: empty(), co2: empty() };
  for (const [j, candidate] of candidates.entries()) {
    const { known } = relocated(before, candidate, rules);
    const own = [...known.services.values()].filter(({ from }) => from === candidate.place.place);
    for (const [i, gateway] of gateways.entries()) {
      const at = i * candidates.length + j;
      const ways = own.filter(({ to }) => to === gateway);
      for (const measure of MEASURES) cost[measure][at] = gateway === candidate.place.place ? 0 : Math.min(...ways.map((way) => figureOf(way, measure, known)));
    }
  }
  return { candidates, gateways, weights: demand.map(([, cartons]) => cartons), cost };
}

function figureOf(service: Service, measure: Measure, known: Register): number {
  if (measure === 'cost') return service.rate / 1e6;
  if (measure === 'co2') return service.co2 / 1e6;
  const run = [...known.departures.values()].find((it) => it.service === service.service);
  const times = run === undefined ? null : timesOf(known, run.departure);
  return times === null ? Infinity : hoursBetween(times.departsAt, times.arrivesAt);
}

/** Of sets that reach every gateway; where none does there is no answer, and the question is left out. */
export function classicAnswers({ candidates, gateways, weights, cost }: Table, hubs: number): ClassicAnswer[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const shape = { customers: gateways.length, candidates: candidates.length, p: hubs };
  if (gateways.length === 0) return [];
  return MEASURES.flatMap((of) => {
    const weighted = cost[of].map((figure, at) => (figure * (weights[Math.floor(at / candidates.length)] ?? 0)) / all);
    return (['pmedian', 'pcentre'] as const).flatMap((model): ClassicAnswer[] => {
      const answer = locate({ ...shape, model, cost: model === 'pmedian' ? weighted : cost[of] });
      if (!answer.ok) return [];
      const { objective, bound, open } = answer.value.located;
      return [{ model, of, objective, bound, places: open.flatMap((j) => candidates[j]?.place.place ?? []) }];
    });
  });
}
