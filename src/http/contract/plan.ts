// What the routes about plans take and answer.

import { z } from 'zod';
import { PlanProposed, Policy } from '../../domain/plan/plan.ts';
import { WhenQuery } from './operation.ts';

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
