// Announcement: what the operation itself says in public, with the facts behind its numbers.

import { z } from 'zod';
import { FactId } from '../ids.ts';

export const CommuniquePublished = z.strictObject({
  communique: z.string().min(1).max(64),
  language: z.string().regex(/^[a-z]{2}$/, 'a language is an ISO 639-1 code such as fr'),
  text: z.string().min(1),
  link: z.url().optional(),
  /** The facts that its numbers came out of. */
  basis: z.array(FactId),
});
export type CommuniquePublished = z.infer<typeof CommuniquePublished>;
