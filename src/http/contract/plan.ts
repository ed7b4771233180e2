// What the routes about plans take and answer.

import { z } from 'zod';
import { Actor } from '../../domain/ids.ts';
import { MOST_STEADY_HOURS } from '../../domain/operation.ts';
import { PlanDecisions } from '../../domain/plan/decisions.ts';
import { Pallets, PlanFigures, PlanProposed, Policy } from '../../domain/plan/plan.ts';
import { WhenQuery } from './operation.ts';
import { SpokenPhrase } from './phrase.ts';

const Steady = z
  .union([z.boolean(), z.number().min(0).max(MOST_STEADY_HOURS)])
  .describe('Lines of the approved plan that leave within so many hours cost to change. true: as many hours as the operation says, or 24. false: nothing costs. Left out: as the operation says, which is usually nothing.');

const CountedPallets = Pallets.describe('parts: each carton takes and pays its part of a pallet place. whole: goods that go together to a recipient take the pallets that they begin. Left out: as the operation says, which is usually by the part.');

export const PlanRequest = z.strictObject({
  policy: Policy.default('equal-cover').describe('equal-cover: the worst-off first. deprivation: the objective alone. severity: most severe first.'),
  seed: z.int().min(0).default(1),
  gap: z.number().min(0).max(1).default(0).describe('Stop at this relative gap; 0: proven optimal.'),
  ...WhenQuery.shape,
  decisions: PlanDecisions.optional().describe('Lines that stand or are set by hand, and departures that are not to be used; besides what stands already.'),
  steady: Steady.optional(),
  pallets: CountedPallets.optional(),
  scenarios: z.enum(['hold', 'replan']).default('hold').describe('hold: how the plan fares if the need is at its low or high end. replan: also what the best plan for each would do; it takes as long again for each.'),
  record: z.boolean().default(false).describe('Enter the plan in the journal.'),
  mps: z.boolean().default(false).describe('Add the solved model as MPS text under the key mps.'),
  problem: z.boolean().default(false).describe('Add the planning problem as JSON text under the key problem, in the form of docs/planning-problem.md.'),
});

export const ApprovalRequest = z.strictObject({
  by: Actor.default(Actor.parse('planner')).describe('A role, not a person.'),
  reason: z.string().min(1).max(500),
  asOf: WhenQuery.shape.asOf,
  decisions: PlanDecisions.optional().describe('Those that the plan was made with.'),
  steady: Steady.optional(),
  pallets: CountedPallets.optional(),
  freeze: z.enum(['all', 'decided']).default('all').describe('all: every line stands from now on. decided: only those that people decided on.'),
});

export const Approved = z.object({ plan: z.string(), facts: z.int().describe('New in the journal; 0: it was approved so before.'), frozen: z.int().describe('Lines that stand from now on.') }).meta({ id: 'Approved', description: 'A plan that stands, with what was decided for it.' });

/** Reads as the domain's own schema does, for the description; the answer is written as it stands. */
const jsonOf = (schema: z.ZodType): z.ZodType => z.fromJSONSchema(JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }))));

const Lot = z.object({ cover: z.number().nullable().describe('Share of need that is met at any time; null where nothing is needed.'), cartons: z.int(), hours: z.number().nullable().describe('Mean hours of a carton to the receiver.'), euros: z.number().describe('Transport, with its part of charters by pallet places.') });
const PlanBeside = z.object({ plan: z.string(), figures: z.looseObject({}), recipients: z.array(z.object({ recipient: z.string(), before: Lot, after: Lot })) }).describe('Only for a plan with decisions, or one that was asked about steadiness: beside the standing plan of the same policy and instant.');

const Fare = { coverage: z.object({ min: z.number(), mean: z.number() }), unserved: z.number().describe('Units that nothing brings.') };
const Fares = z.array(z.object({ scenario: z.enum(['low', 'central', 'high']), ...Fare, replanned: z.object(Fare).nullable().describe('What the best plan for that need does; null: not asked for.') })).describe('How these shipments fare if the need is at the low or high end of what is known of it.');

const ActedOn = z.object({ plan: z.string(), hours: z.number(), lines: z.int(), cartons: z.int() }).describe('Only for the plan of an instant: the approved plan, and what of it a plan that is asked to be steady would pay to change.');

export const PlanReport = jsonOf(z.looseObject({ ...PlanProposed.shape, seconds: z.number().optional(), fares: Fares.optional(), beside: PlanBeside.optional(), acted: ActedOn.optional(), mps: z.string().optional(), problem: z.string().optional() })).meta({ id: 'PlanReport', description: 'Who gets what, how, when and why; what stays short and why; how good the plan is.' });

const ReleasedLine = z.object({ lot: z.string(), recipient: z.string(), route: z.array(z.string()), cartons: z.int() });
/** What a refusal of decisions says besides: in a problem document, and in the failure of a job. */
export const DecisionsRefused = z.object({
  release: z.array(ReleasedLine).optional().describe('The fewest lines whose release lets all other decisions stand.'),
  most: z.int().nullable().optional().describe('The most cartons that the refused line could have; null where its number is not the cause.'),
});

export const PlanList = z.object({
  plans: z.array(z.object({ plan: z.string(), policy: Policy, asOf: z.string(), recordedAt: z.string(), lines: z.int(), unserved: z.int(), current: z.boolean().describe('Nothing was recorded after it that could have changed it.'), approved: z.object({ at: z.string(), by: z.string().describe('A role.') }).nullable().describe('When it was last approved, and by whom; null: never.') })),
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
const PolicyMark = z.object({ policy: Policy, worstOff: z.number(), coverage: PlanFigures.shape.coverage, hours: PlanFigures.shape.hours, cost: z.number(), gap: z.number() });
export const FrontierReport = z.object({ operation: z.string(), asOf: z.string(), points: z.array(FrontierPoint), policies: z.array(PolicyMark).describe('Where the plans of the three policies stand among them.') }).meta({ id: 'Frontier', description: 'What equity, hours and cost ask of each other, as certified plans.' });

export const HedgeQuestion = z.object({
  ...WhenQuery.shape,
  policy: Policy.optional().describe('Left out: equal cover.'),
  scenarios: z.coerce.number().int().min(10).max(2000).optional().describe('In how many ways that things may come each plan is carried out; left out: 200.'),
  seed: z.coerce.number().int().min(0).max(2_147_483_647).optional().describe('Of what is drawn; left out: 1.'),
});
const CarriedOut = z.object({ mean: z.number().describe('Mean share of need that arrives in time.'), worstOff: z.number().describe('Of the worst-off that is served at all.'), unitsLate: z.number().describe('After every due window, or never.'), missedConnections: z.number() });
const HedgedPlan = z.object({
  inHand: z.number().nullable().describe('Share of all runs that are in time within the time kept in hand at every handover; null: none is kept.'),
  best: z.boolean().describe('Its worst tenth fares best.'),
  coverage: PlanFigures.shape.coverage,
  hours: PlanFigures.shape.hours,
  cost: z.number(),
  co2Kg: z.number(),
  lines: z.int(),
  otherWay: z.number().describe('Share of the cartons whose way is another than in the plan without time in hand.'),
  fares: z.object({ scenarios: z.int(), expected: CarriedOut, worstTenth: CarriedOut.describe('Mean over the tenth of the scenarios in which least arrives in time.') }),
  check: z.object({ ok: z.boolean(), violations: z.array(z.string()) }),
});
export const HedgeReport = z.object({ operation: z.string(), asOf: z.string(), policy: Policy, seed: z.int(), plans: z.array(HedgedPlan) }).meta({ id: 'Hedge', description: 'Plans with more and more time in hand, each carried out in the same scenarios of need and delay.' });

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
