// A candidate for the hub: an airport as a place, and what it can do for freight. Figures come from a sheet, each row with source and note.

import { z } from 'zod';
import { Place } from '../places.ts';
import { LocalTime } from '../time.ts';

export const HubCandidate = z.strictObject({
  /** As a hub: opening hours for goods, pallets an hour, dwell, change of mode, docks, floor. */
  place: Place.refine(({ role }) => role === 'hub', 'a candidate has the role of a hub'),
  runwayM: z.int().min(1500).max(6000),
  /** Between these local times aircraft may land; both absent: day and night. */
  landsFrom: LocalTime.optional(),
  landsUntil: LocalTime.optional(),
  freighterStands: z.int().min(1).max(200).optional(),
  /** Do goods trains load at or beside the airport? */
  hasRail: z.boolean(),
  hasCustoms: z.boolean(),
  sources: z.array(z.string().min(1)).min(1),
  note: z.string(),
});
export type HubCandidate = z.infer<typeof HubCandidate>;
