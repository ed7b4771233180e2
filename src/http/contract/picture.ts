// What the route about the picture takes and answers. The whole shape stands in app/picture/shape.ts; the web app takes its
// types from here.

import { z } from 'zod';
import { Policy } from '../../domain/plan/plan.ts';
import { WhenQuery } from './operation.ts';

export type * from '../../app/picture/shape.ts';
export type { OperationSummary } from '../../app/desk.ts';

export const PictureQuery = z.object({ asOf: WhenQuery.shape.asOf });
export const StandingPlanQuery = z.object({ asOf: WhenQuery.shape.asOf, policy: Policy.default('equal-cover') });

const Figure = z.looseObject({ value: z.number(), facts: z.array(z.int()).describe('Sequence numbers of the facts it comes out of.') });

export const PictureReport = z
  .looseObject({
    operation: z.string(),
    name: z.string(),
    zone: z.string(),
    hub: z.string(),
    asOf: z.string(),
    span: z.object({ from: z.string(), until: z.string() }).describe('What a time cursor can reach.'),
    answer: z.looseObject({ landed: Figure, promised: Figure }).nullable(),
    promises: z.array(z.looseObject({ pledge: z.string(), item: z.string(), promised: Figure, delivered: Figure, verdict: z.string().nullable().describe('null until a plan of the instant is at hand.') })),
    recipients: z.array(z.looseObject({ recipient: z.string(), holdings: z.array(z.looseObject({ item: z.string(), perDay: Figure })) })),
    flights: z.array(z.looseObject({ consignment: z.string(), state: z.enum(['announced', 'in-the-air', 'landed']), fraction: z.number() })),
    dispatches: z.array(z.looseObject({ dispatch: z.string(), state: z.enum(['allocated', 'onward', 'delivered']) })),
    stock: z.array(z.object({ at: z.string(), cartons: z.int(), planned: z.boolean() })).describe('Cartons at the hub, step by step.'),
    attention: z.array(z.looseObject({ id: z.string(), kind: z.string(), deadline: z.string().nullable() })).describe('What needs a person, soonest deadline first.'),
    plan: z.looseObject({ plan: z.string(), recorded: z.boolean() }).nullable().describe('null: no plan of this instant is at hand; ask for standing-plan, then again.'),
  })
  .meta({ id: 'Picture', description: 'Everything that the control tower draws at an instant.' });
