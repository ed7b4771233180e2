// What the routes about plans take and answer.

import { z } from 'zod';
import { PlanFigures, PlanProposed, Policy } from '../../domain/plan/plan.ts';
import { WhenQuery } from './operation.ts';
import { SpokenPhrase } from './phrase.ts';

export const PlanRequest = z.strictObject({
  policy: Policy.default('equal-cover').describe('equal-cover: the worst-off first. deprivation: the objective alone. severity: most severe first.'),
  seed: z.int().min(0).default(1),
  gap: z.number().min(0).max(1).default(0).describe('Stop at this relative gap; 0: proven optimal.'),
  ...WhenQuery.shape,
  record: z.boolean().default(false).describe('Enter the plan in the journal.'),
  mps: z.boolean().default(false).describe('Add the solved model as MPS text under the key mps.'),
});

/** Reads as the domain's own schema does, for the description; the answer is written as it stands. */
const jsonOf = (schema: z.ZodType): z.ZodType => z.fromJSONSchema(JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }))));

export const PlanReport = jsonOf(z.looseObject({ ...PlanProposed.shape, seconds: z.number().optional(), mps: z.string().optional() })).meta({ id: 'PlanReport', description: 'Who gets what, how, when and why; what stays short and why; how good the plan is.' });

export const PlanList = z.object({
  plans: z.array(z.object({ plan: z.string(), policy: Policy, asOf: z.string(), recordedAt: z.string(), lines: z.int(), unserved: z.int(), current: z.boolean().describe('Nothing was recorded after it that could have changed it.') })),
});

const FrontierPoint = z.object({
  point: z.string(),
  equity: z.number().describe('Share of every level of equal cover that was held as a floor.'),
  costTimes: z.number(),
  delayTimes: z.number(),
  ...PlanFigures.shape,
  worstOff: z.number().describe('Least covered share among the needs that can be reached in time.'),
  lines: z.int(),
  charters: z.int(),
  dominated: z.boolean().describe('Another point is as good in worst-off share, mean cover, hours and cost, and better in one.'),
  check: z.object({ ok: z.boolean(), violations: z.array(z.string()) }),
});
export const FrontierReport = z.object({ operation: z.string(), asOf: z.string(), points: z.array(FrontierPoint) }).meta({ id: 'Frontier', description: 'What equity, hours and cost ask of each other, as certified plans.' });

const RouteDifference = z.object({ departures: z.array(z.string()), euros: z.number(), hours: z.number() });
const Delta = z
  .object({ objective: z.number(), planObjective: z.number(), worstOff: z.number(), share: z.number(), meanCover: z.number(), cost: z.number(), hoursMedian: z.number().nullable(), hoursLast: z.number().nullable() })
  .describe('The other plan less this one: € of the proven optimum and of the plan, shares of need, € of cost, hours.');

export const ExplanationReport = z
  .object({
    plan: z.string(),
    line: z.string().nullable().describe('Null where a need was asked about.'),
    recipient: z.string(),
    item: z.string(),
    why: z.string(),
    because: z.array(SpokenPhrase).describe('`why` as phrases; none where the plan was recorded without.'),
    prices: z.array(z.object({ of: z.enum(['departure', 'handling', 'lot', 'need', 'floor']), id: z.string(), unit: z.string(), euros: z.number(), reading: z.string(), because: SpokenPhrase })).describe('What one more would take off the objective at most, with charters and floors as they are.'),
    counterfactuals: z.array(z.object({ kind: z.string(), what: z.string(), delta: Delta.nullable().describe('Null where there is no such plan.'), proven: z.boolean(), route: RouteDifference.nullable(), reading: z.string(), because: SpokenPhrase })).describe('Each a plan of its own.'),
    notes: z.array(z.string()),
    noted: z.array(SpokenPhrase).describe('`notes` as phrases.'),
  })
  .meta({ id: 'Explanation', description: 'Why a line or a short need is as it is, what things are worth, and what would change it.' });
