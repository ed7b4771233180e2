// What the routes about planning jobs take and answer, and the events that they send.

import { z } from 'zod';
import { PlanFigures, Policy } from '../../domain/plan/plan.ts';
import { HubChoiceRequest, WhatIfRequest, WhatIfsRequest } from './choice.ts';
import { OperationParams, WhenQuery } from './operation.ts';
import { DecisionsRefused, HedgeQuestion, PlanRequest } from './plan.ts';

export const JobParams = OperationParams.extend({ job: z.string().min(1).max(64).describe('The id that the start of the job answered.') });

export const JobHeaders = z.object({ 'idempotency-key': z.string().min(1).max(200).optional().describe('The same key with the same question answers the same job, for as long as the server remembers it: an hour after its end. With another question it is refused.') });

export const JobQuery = z.object({ attended: z.stringbool().default(false).describe('Give the job up when nobody has watched its events for five seconds.') });

/** Without a kind it is a plan. */
export const JobRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('plan').optional(), ...PlanRequest.shape }).describe('A plan made anew.'),
  z.strictObject({ kind: z.literal('standing-plan'), asOf: WhenQuery.shape.asOf, policy: Policy.default('equal-cover') }).describe('The plan of an instant: recorded, made before, or made now.'),
  z.strictObject({ kind: z.literal('frontier'), ...WhenQuery.shape }).describe('Plans between equity, hours and cost.'),
  z.strictObject({ kind: z.literal('hedge'), ...HedgeQuestion.shape }).describe('Plans with time in hand, and how each fares when needs and delays come out otherwise.'),
  z.strictObject({ kind: z.literal('explanation'), plan: z.string().min(1).max(64), line: z.string().min(1).max(128), ...WhenQuery.shape }).describe('Why a line or a short need is as it is.'),
  z.strictObject({ kind: z.literal('hub-choice'), ...HubChoiceRequest.shape }).describe('The operation with each candidate as its hub.'),
  z.strictObject({ kind: z.literal('what-if'), ...WhatIfRequest.shape }).describe('The operation beside what it would be with some changes.'),
  z.strictObject({ kind: z.literal('what-ifs'), ...WhatIfsRequest.shape }).describe('The operation beside several futures at once.'),
]);

const Progress = z.object({
  phase: z.enum(['levels', 'plan']).describe('levels: equal cover raises the worst-off. plan: the model itself is solved.'),
  settled: z.int().describe('Of the levels: groups of needs that have theirs,'),
  groups: z.int().describe('and all of them; 0 in the other phase.'),
  part: z.int().describe('Which plan,'),
  parts: z.int().describe('of how many.'),
  objective: z.number().nullable().describe('€ of the best plan so far.'),
  bound: z.number().nullable().describe('€ that no plan can be below.'),
  gap: z.number().nullable().describe('What lies between, relative.'),
});

export const JobView = z
  .object({
    job: z.string(),
    operation: z.string(),
    kind: z.enum(['plan', 'standing-plan', 'frontier', 'hedge', 'explanation', 'hub-choice', 'what-if', 'what-ifs']),
    status: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
    startedAt: z.string(),
    endedAt: z.string().nullable(),
    seconds: z.number().describe('Since it was begun, or until its end.'),
    progress: Progress.nullable(),
    plan: z.string().nullable().describe('Where it is done: the id of the plan.'),
    figures: PlanFigures.nullable().describe('Where it is done: how good the plan is.'),
    failure: z.object({ code: z.string(), message: z.string(), remedy: z.string(), ...DecisionsRefused.shape }).nullable(),
    result: z.unknown().optional().describe('Where it is done, and not in events: what the route of that kind answers.'),
  })
  .meta({ id: 'Job', description: 'How a planning job stands.' });
