// A sender's way with spreadsheets, as a person once settled it: the next sheet of the same form asks nothing twice.

import { z } from 'zod';
import { Sha256 } from '../ids.ts';

const Text = z.string().min(1).max(300);

export const SenderMappingLearned = z.strictObject({
  /** The organisation, in plain lower-case words; never a person. */
  sender: Text,
  /** Of the sheet's headers in alphabetical order: two sheets with the same one are of the same form. */
  fingerprint: Sha256,
  columns: z.array(z.strictObject({ header: Text, field: Text })).max(500),
  items: z.array(z.strictObject({ text: Text, item: Text })).max(1000),
  answers: z.array(z.strictObject({ question: Text, answer: Text })).max(500),
});
export type SenderMappingLearned = z.infer<typeof SenderMappingLearned>;
