// What the route that follows a journal takes, and the events that it sends.

import { z } from 'zod';
import { FactKindName } from '../../domain/facts.ts';

const seq = z.coerce.number().int().min(0);
export const EventsQuery = z.object({ after: seq.optional().describe('Begin after this sequence number; 0: with the first fact. Absent: from now on.') });
export const EventsHeaders = z.object({ 'last-event-id': seq.optional().describe('The last id that was seen; stands above `after`. Browsers send it by themselves when they come back.') });

/** The data of the events; each event's id is its sequence number. */
export const FactEvent = z.object({ seq: z.int(), kind: FactKindName, occurredAt: z.string(), recordedAt: z.string() });
export const HeadEvent = z.object({ seq: z.int().describe('Where the journal ends.') });
