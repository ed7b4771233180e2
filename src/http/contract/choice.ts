// What the routes about the network take and answer: which hub, and what if.

import { z } from 'zod';
import { HubCandidate } from '../../domain/hub/candidate.ts';
import { PlanFigures } from '../../domain/plan/plan.ts';
import { Changes, FUTURES_AT_MOST, WhatIfName } from '../../domain/plan/what-if.ts';
import { WhenQuery } from './operation.ts';
import { SpokenPhrase } from './phrase.ts';

const Sheet = z.strictObject({ name: z.string().min(1).max(200), content: z.base64().max(2_000_000) }).describe('A sheet of candidates, CSV or a workbook, its bytes in base64; left out: the candidates that Airbridge brings.');
const Order = z.enum(['objective', 'cost', 'hours', 'co2', 'coverage']).describe('What the hubs are ranked by; the plans are the same.');

export const HubChoiceQuery = z.object({
  ...WhenQuery.shape,
  hubs: z.coerce.number().int().min(1).max(5).optional().describe('How many hubs at once; 1 unless said.'),
  by: Order.optional(),
  budget: z.coerce.number().min(0).optional().describe('€ of transport that a plan may cost at most.'),
  sensitivity: z.stringbool().optional().describe('Also look for the values at which another hub would come first: minutes.'),
});

export const HubChoiceRequest = z.strictObject({ ...WhenQuery.shape, sheet: Sheet.optional(), hubs: z.int().min(1).max(5).optional(), by: Order.optional(), budget: z.number().min(0).optional(), sensitivity: z.boolean().optional() });

export const WhatIfRequest = z.strictObject({ ...WhenQuery.shape, changes: Changes, sheet: Sheet.optional() });

const Future = z.strictObject({ name: WhatIfName, changes: Changes, keptAsOf: WhenQuery.shape.asOf.nullable().describe('The instant that it was kept with, null: where the operation stands. All are asked of one instant; the answer says where that differs.') });
export const WhatIfsRequest = z.strictObject({ ...WhenQuery.shape, futures: z.array(Future).describe(`From 1 to ${FUTURES_AT_MOST}, each under a name of its own.`), sheet: Sheet.optional() });

const Marks = z.object({
  objective: z.number(), bound: z.number(), gap: z.number(), relativeGap: z.number(), coverage: PlanFigures.shape.coverage, cost: z.number(), co2Kg: z.number(),
  hours: z.object({ mean: z.number().nullable(), last: z.number().nullable() }).describe("From a flight's departure to the handover."),
  check: z.object({ ok: z.boolean(), violations: z.array(z.string()) }),
});
const ShockName = z.enum(['hub-closed', 'border-shut', 'rail-strike']);
const Share = z.number().optional();
const Outcome = z.object({
  hub: z.string().describe('Its place; several joined by +.'),
  places: z.array(z.string()),
  rank: z.int(),
  ...Marks.shape,
  over: z.array(z.object({ hours: z.number(), share: z.number() })).describe('By half days after the first departure: the share of all need that is handed over.'),
  waitingHours: z.number().describe('What all flights together wait until they may land.'),
  modes: z.object({ road: Share, rail: Share, air: Share, sea: Share }).describe('Share of the cartons that leave the hub by each mode.'),
  unconnected: z.array(z.string()).describe('Gateways to which no way leads from here.'),
  overBudget: z.boolean(),
  shocks: z.array(z.object({ shock: ShockName, ...Marks.shape })),
  reasons: z.array(z.string()).describe('Beside the first of the ranking.'),
  because: z.array(SpokenPhrase),
});
const Parameter = z.object({ value: z.number(), unit: z.string(), source: z.string(), note: z.string() });
const Threshold = z.object({
  assumption: Parameter.extend({ name: z.string(), place: z.string().nullable() }),
  from: z.number(),
  until: z.number(),
  at: z.number().nullable().describe('Another hub comes first from here on; null: nowhere between from and until.'),
  hub: z.string().nullable(),
  verified: z.object({ before: z.string(), beyond: z.string(), holds: z.boolean() }).nullable().describe('Planned again at 1 % before and beyond.'),
  reading: z.string(),
  because: SpokenPhrase,
});

export const HubChoiceReport = z
  .object({
    operation: z.string(), asOf: z.string().describe('The first departure.'), hub: z.string().describe("The operation's own."), by: Order, hubs: z.int(),
    candidates: z.array(HubCandidate),
    gateways: z.array(z.object({ place: z.string(), name: z.string(), latitude: z.number(), longitude: z.number() })),
    ranking: z.array(Outcome),
    reasons: z.array(z.string()),
    because: z.array(SpokenPhrase),
    shocks: z.array(z.object({ kind: ShockName, from: z.string(), until: z.string(), area: z.string().nullable() })),
    sensitivity: z.array(Threshold).nullable(),
    classic: z.array(z.object({ model: z.enum(['pmedian', 'pcentre']), of: z.enum(['cost', 'hours', 'co2']), objective: z.number().describe('€/kg, hours, or kg of CO₂ a kg.'), bound: z.number(), places: z.array(z.string()) })).describe('The classic questions over the same services, solved exactly: the mean over what is needed, and the gateway that is served worst.'),
    sets: z.object({ all: z.int(), planned: z.int() }),
    isochrones: z.array(z.object({ mode: z.enum(['road', 'rail', 'air', 'sea']), hours: z.number(), km: z.number().describe('As the crow flies, by the way rules.') })),
    rules: z.record(z.string(), Parameter),
  })
  .meta({ id: 'HubChoice', description: 'The operation before its first flight, planned whole with each candidate as its hub.' });

const Laid = z.object({ ...PlanFigures.shape, worstOff: z.number().describe('Least covered share among the needs that the operation as it stands can reach in time.'), cartons: z.int(), check: z.object({ ok: z.boolean(), violations: z.array(z.string()) }) });
const Got = z.object({ cover: z.number().nullable(), cartons: z.number(), hours: z.number().nullable(), euros: z.number() });
export const WhatIfReport = z.object({ operation: z.string(), asOf: z.string(), changes: Changes, before: Laid, after: Laid, recipients: z.array(z.object({ recipient: z.string(), before: Got, after: Got })) }).meta({ id: 'WhatIf', description: 'The operation as it stands beside what it would be with some changes.' });

export const WhatIfsReport = z
  .object({
    operation: z.string(),
    asOf: z.string().describe('The instant that all are asked of.'),
    standing: Laid.describe('The operation as it stands.'),
    futures: z.array(
      z.object({
        name: z.string(),
        changes: Changes,
        keptAsOf: z.string().nullable().describe('The instant that it was kept with, where that is another; else null.'),
        plan: Laid.nullable().describe('Null where it cannot be tried.'),
        failure: z.object({ code: z.string(), message: z.string(), remedy: z.string() }).nullable().describe('Why it cannot.'),
      }),
    ).describe('In the order in which they were asked for.'),
  })
  .meta({ id: 'WhatIfs', description: 'The operation as it stands beside several futures.' });

export const KeptWhatIfs = z
  .object({
    whatIfs: z.array(
      z.object({
        name: z.string(),
        changes: Changes,
        asOf: z.string().nullable().describe('Asked of this instant; null: of where the operation stands.'),
        at: z.string().describe('When it was kept.'),
        by: z.string(),
        seq: z.int(),
        facts: z.array(z.string()).describe('All that were kept under this name and not struck out, the latest first: a correction of each takes the name away, one of the first brings back what stood before.'),
      }),
    ),
  })
  .meta({ id: 'KeptWhatIfs' });
