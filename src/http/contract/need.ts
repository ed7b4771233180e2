// What the routes about need take and answer. The whole shape stands in app/need/shape.ts; the pages take their types from here.

import { z } from 'zod';
import { WhenQuery } from './operation.ts';

export type * from '../../app/need/shape.ts';

export const NeedQuery = z.object({ ...WhenQuery.shape, item: z.string().min(1).max(64).optional().describe('Of this item alone.') });

const units = z.number();
const Band = z.object({ low: units, central: units, high: units }).describe('Of an estimate.');
const Infections = z.looseObject({ use: z.literal('never-for-allocation'), floor: z.number(), low: z.number().nullable(), high: z.number().nullable() });

const Use = z.enum(['wards', 'intensiveCare', 'isolation', 'healthWorkers', 'screening']);
const facts = z.array(z.int()).describe('Sequence numbers of the facts that it comes out of.');
const Changed = z.looseObject({ name: z.string(), item: z.string().nullable(), area: z.string().nullable(), value: z.number(), published: z.number().nullable(), since: z.string(), facts });
const people = z.number().nullable();

const AreaNeed = z.looseObject({
  area: z.string().describe('ISO 3166. A country’s row holds its regions and hospitals: they are not to be added.'),
  name: z.string(),
  level: z.enum(['country', 'region', 'hospital', 'other']),
  recipient: z.string().nullable().describe('Of a hospital: which one.'),
  within: z.string().nullable().describe('The area whose row holds this one.'),
  item: z.string(),
  perDay: Band.nullable().describe('Units a day; null: neither census nor cases are known.'),
  basis: z.enum(['census', 'cases', 'cases-partly-known']).nullable(),
  uses: z.array(z.looseObject({ use: Use, people: z.number(), perPerson: z.number(), perDay: Band })).describe('What the central figure is the sum of.'),
  arithmetic: z.string().nullable(),
  notIncluded: z.array(Use).describe('Nobody counted the people.'),
  changed: z.array(Changed).describe('Parameters of this row that differ from the published ones.'),
  facts,
  census: z.looseObject({ wards: z.number(), intensiveCare: z.number(), isolation: people, healthWorkers: people, screenedPerDay: people }).nullable(),
  censusAt: z.string().nullable(),
  stock: units.nullable(),
  stockAt: z.string().nullable(),
  underWay: units.nullable(),
  daysOfSupply: z.number().nullable(),
  daysOfSupplyBand: Band.nullable(),
  unmet: z.looseObject({ ...Band.shape, days: z.number() }).nullable(),
  burnRate: z.looseObject({ perDay: Band }).nullable(),
  noBurnRate: z.string().nullable(),
  cases: z.number().nullable(),
  deaths: z.number().nullable(),
  countedOn: z.string().nullable(),
  infections: Infections.nullable().describe('To understand, never to share out by.'),
  sources: z.array(z.string()),
  why: z.looseObject({ rule: z.enum(['only-source', 'counted-last', 'counted-more-days']), countedAt: z.string().nullable(), days: z.int(), before: z.looseObject({ sources: z.array(z.string()), countedAt: z.string().nullable(), days: z.int() }).nullable() }).nullable().describe('Why this source is used.'),
  beside: z.array(z.looseObject({ sources: z.array(z.string()), countedOn: z.string(), cases: z.number().nullable(), deaths: z.number().nullable() })),
});

const Demand = z.looseObject({
  recipient: z.string(),
  area: z.string(),
  item: z.string(),
  from: z.string(),
  until: z.string(),
  severity: z.int(),
  basis: z.enum(['asked', 'estimated']),
  units: Band,
  askedPerDay: units.nullable(),
  estimatePerDay: Band.nullable(),
  holds: z.array(z.string()).describe('Areas that receive for themselves but have no counts: still in the estimate.'),
  outOfBand: z.looseObject({ side: z.enum(['below', 'above']), askedPerDay: units, least: units, most: units }).nullable().describe('Asked far from what is plausible: to be asked about; planned all the same.'),
  facts,
});

const rank = z.int().nullable();
const Shortages = z.looseObject({
  days: z.number(),
  rows: z.array(z.looseObject({ area: z.string(), recipient: z.string().nullable(), item: z.string(), daysOfSupply: Band.nullable(), unmet: Band.nullable(), shareOfNeed: z.number().nullable(), rank: z.object({ daysOfSupply: rank, unmet: rank, shareOfNeed: rank }) })),
  nextFlight: z
    .looseObject({
      consignment: z.string(),
      run: z.string().nullable(),
      arrives: z.string(),
      load: z.array(z.looseObject({ item: z.string(), units })),
      sharedBy: z.enum(['plan', 'earmarks']),
      plan: z.string().nullable(),
      areas: z.array(z.looseObject({ area: z.string(), item: z.string(), units, unmetBefore: units, unmetAfter: units })),
    })
    .nullable()
    .describe('What the next landing changes; null: none is expected.'),
});

export const ParametersReport = z
  .looseObject({
    operation: z.string(),
    asOf: z.string(),
    parameters: z.array(z.looseObject({ name: z.string(), item: z.string().nullable(), area: z.string().nullable().describe('Set for this area alone.'), value: z.number(), unit: z.string(), source: z.string(), note: z.string(), published: z.number().nullable(), publishedSource: z.string().nullable(), since: z.string().nullable().describe('null: nobody has set it.'), facts })),
  })
  .meta({ id: 'NeedParameters', description: 'What forecasts of need rest on, as it holds at an instant.' });

const Score = z.looseObject({ measure: z.enum(['cases', 'deaths', 'wards', 'intensiveCare']), horizonDays: z.number(), areas: z.number(), forecasts: z.number(), error: z.number().describe('Mean absolute error, people.'), against: z.record(z.string(), z.number()).describe('That error by each baseline’s.'), held: z.number().nullable(), width: z.number().nullable() });

export const MethodReport = z
  .looseObject({
    operation: z.string(),
    asOf: z.string(),
    scores: z.looseObject({ own: z.array(Score).describe('On the operation’s own series; empty: they are too short.'), published: z.looseObject({ from: z.string(), until: z.string(), rows: z.array(Score) }) }),
    infections: z.looseObject({
      use: z.literal('never-for-allocation'),
      parameters: z.array(z.looseObject({ name: z.string(), value: z.number(), unit: z.string(), source: z.string(), note: z.string() })),
      said: z.array(z.looseObject({ claim: z.string(), at: z.string(), deaths: z.number(), facts, roundSum: z.looseObject({ use: z.literal('never-for-allocation'), people: z.number(), arithmetic: z.string() }) })).describe('Deaths of the whole world as somebody said them.'),
    }),
  })
  .meta({ id: 'NeedMethod', description: 'How good the projections were, and what estimates of infections rest on.' });

const Projected = z.looseObject({ area: z.string(), measure: z.enum(['cases', 'deaths', 'wards', 'intensiveCare']), from: z.string(), horizonDays: z.number(), date: z.string(), central: z.number(), low: z.number().nullable(), high: z.number().nullable() });
const Fault = z.looseObject({ kind: z.string(), area: z.string().nullable(), date: z.string().nullable(), problem: z.string(), remedy: z.string() });

export const NeedReport = z
  .looseObject({
    operation: z.string().nullable(),
    asOf: z.string(),
    areas: z.array(AreaNeed),
    demand: z.array(Demand).describe('What planning goes by: asked where somebody asked, else estimated.'),
    shortages: Shortages.nullable(),
    projections: z.array(Projected),
    faults: z.array(Fault).describe('What is wrong with the counts; nothing was mended.'),
  })
  .meta({ id: 'NeedReport', description: 'Who is short of what at an instant, how sure that is, and what it rests on.' });
