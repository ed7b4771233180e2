// What if: changes that somebody tries on an operation, as data, so that a link can carry them and a program can ask for them.
// The journal keeps what was asked, under a name, where somebody wants it kept; what came of it, it never does.

import { z } from 'zod';
import { AreaCode, ConsignmentId, ItemCode, PlaceCode } from '../ids.ts';
import { Instant } from '../time.ts';

export const Change = z.discriminatedUnion('kind', [
  /** Needs from now on are so many times what they are; of an area or an item only, where one is named. */
  z.strictObject({ kind: z.literal('need'), times: z.number().min(0.1).max(10), area: AreaCode.optional(), item: ItemCode.optional() }),
  /** Another flight with the same load as one that is announced, so many days after it, so many times. */
  z.strictObject({ kind: z.literal('flight'), like: ConsignmentId, days: z.int().min(1).max(60), times: z.int().min(1).max(8) }),
  /** Trains instead of the trucks that leave the hub; to some places only, where they are named. */
  z.strictObject({ kind: z.literal('rail'), to: z.array(PlaceCode).min(1).max(50).optional() }),
  /** Flights that have not left may land at another hub too, from which services lead to these areas. */
  z.strictObject({ kind: z.literal('hub'), place: PlaceCode, areas: z.array(AreaCode).min(1).max(40) }),
]);
export type Change = z.infer<typeof Change>;

export const Changes = z.array(Change).min(1).max(10);

export const WhatIfName = z.string().trim().min(1).max(80).refine((name) => !/\p{Cc}/u.test(name), 'a name stands on one line');

/** So many are compared at once: more nobody can weigh, and each is a plan of its own. */
export const FUTURES_AT_MOST = 12;

/** A question worth asking again. Kept under a name that stands already, it takes the place of what stood. */
export const WhatIfKept = z.strictObject({
  name: WhatIfName,
  changes: Changes,
  /** Asked of this instant; absent: of where the operation stands. */
  asOf: Instant.optional(),
});
