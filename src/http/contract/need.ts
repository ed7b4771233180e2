// What the routes about need take and answer. The whole shape stands in app/need/shape.ts; the pages take their types from here.

import { z } from 'zod';
import { WhenQuery } from './operation.ts';

export type * from '../../app/need/shape.ts';

export const NeedQuery = z.object({ ...WhenQuery.shape, item: z.string().min(1).max(64).optional().describe('Of this item alone.') });

const units = z.number();
const Band = z.object({ low: units, central: units, high: units }).describe('Of an estimate.');
const Infections = z.looseObject({ use: z.literal('never-for-allocation'), floor: z.number(), low: z.number().nullable(), high: z.number().nullable() });

const AreaNeed = z.looseObject({
  area: z.string().describe('ISO 3166. A country’s row holds its regions: the two are not to be added.'),
  name: z.string(),
  item: z.string(),
  perDay: Band.nullable().describe('Units a day; null: neither census nor cases are known.'),
  basis: z.enum(['census', 'cases', 'cases-partly-known']).nullable(),
  census: z.looseObject({ wards: z.number(), intensiveCare: z.number() }).nullable(),
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
  beside: z.array(z.looseObject({ sources: z.array(z.string()), countedOn: z.string(), cases: z.number().nullable(), deaths: z.number().nullable() })),
});

const Projected = z.looseObject({ area: z.string(), measure: z.enum(['cases', 'deaths', 'wards', 'intensiveCare']), from: z.string(), horizonDays: z.number(), date: z.string(), central: z.number(), low: z.number().nullable(), high: z.number().nullable() });
const Fault = z.looseObject({ kind: z.string(), area: z.string().nullable(), date: z.string().nullable(), problem: z.string(), remedy: z.string() });

export const NeedReport = z
  .looseObject({
    asOf: z.string(),
    areas: z.array(AreaNeed),
    projections: z.array(Projected),
    faults: z.array(Fault).describe('What is wrong with the counts; nothing was mended.'),
  })
  .meta({ id: 'NeedReport', description: 'Who is short of what at an instant, how sure that is, and what it rests on.' });
