// Need: what official counts say, what recipients ask for, what they have. Each report has its source and hour in the
// fact that bears it; a count without them is worth nothing.

import { z } from 'zod';
import { AreaCode, ItemCode, RecipientId } from '../ids.ts';
import { Instant } from '../time.ts';
import { Units } from '../units.ts';

/** More than there are. */
export const MOST_PEOPLE = 10_000_000_000;
const People = z.int().min(0).max(MOST_PEOPLE);

/** Cumulative confirmed cases and deaths of an area at the hour of the fact. */
export const CountReported = z.strictObject({ area: AreaCode, cases: People, deaths: People.optional() });
export type CountReported = z.infer<typeof CountReported>;

/**
 * People whom goods are used for, at the hour of the fact: patients on wards and in intensive care; where they were counted too,
 * people isolated elsewhere, health workers on duty who do not work at these beds, and people screened that day. Of a whole
 * area; or, with a recipient, of that one alone (a hospital), which the area's own census holds as well.
 */
export const CensusReported = z.strictObject({
  area: AreaCode,
  recipient: RecipientId.optional(),
  wards: People,
  intensiveCare: People,
  isolation: People.optional(),
  healthWorkers: People.optional(),
  screenedPerDay: People.optional(),
});
export type CensusReported = z.infer<typeof CensusReported>;

/** What a recipient has at hand. */
export const StockReported = z.strictObject({ recipient: RecipientId, item: ItemCode, units: Units });
export type StockReported = z.infer<typeof StockReported>;

/** 1 (can wait) to 5 (people die of it); the weights stand in the operation's objective. */
export const Severity = z.int().min(1).max(5);

/**
 * Gross need of a recipient for an item within a due window [from, until). Reported again for the same recipient, item
 * and `from`, it replaces what stood.
 */
export const NeedReported = z.strictObject({
  recipient: RecipientId,
  item: ItemCode,
  units: Units,
  from: Instant,
  until: Instant,
  severity: Severity,
});
export type NeedReported = z.infer<typeof NeedReported>;
