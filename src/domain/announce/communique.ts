// Announcement: what the operation itself says in public. A text is made of parts: words that bear no number of their own, and
// numbers, instants and days that come out of the ledger under a name, so that each can be held against it, then and later.

import { z } from 'zod';
import { FactId } from '../ids.ts';
import { Instant, LocalDate } from '../time.ts';
import { FigureKey, FigureUnit } from './figure.ts';

const text = z.string().min(1).max(4_000);

/** Words; or a figure as the text writes it; or a figure as an earlier communiqué said it; or an instant; or a day. */
export const CommuniquePart = z.union([
  z.strictObject({ words: text }),
  z.strictObject({ figure: FigureKey, value: z.number(), unit: FigureUnit, text }),
  z.strictObject({ figure: FigureKey, value: z.number(), unit: FigureUnit, text, saidIn: z.string().min(1).max(64) }),
  z.strictObject({ at: Instant, text }),
  z.strictObject({ day: LocalDate, text }),
]);
export type CommuniquePart = z.infer<typeof CommuniquePart>;

export const CommuniqueForm = z.enum(['communique', 'post', 'correction']);
export type CommuniqueForm = z.infer<typeof CommuniqueForm>;

const content = {
  communique: z.string().min(1).max(64),
  language: z.string().regex(/^[a-z]{2}$/, 'a language is an ISO 639-1 code such as fr'),
  text: z.string().min(1),
  /** The facts that its numbers came out of. */
  basis: z.array(FactId),
  /** The instant whose figures it tells. */
  asOf: Instant.optional(),
  form: CommuniqueForm.optional(),
  /** What the text is made of, in order; absent: words alone. */
  parts: z.array(CommuniquePart).max(400).optional(),
  /** The communiqué that this one puts right. */
  corrects: z.string().min(1).max(64).optional(),
};

/** Somebody has read the text and stands for it: only then may it be published, and only as it stood. */
export const CommuniqueApproved = z.strictObject(content);
export type CommuniqueApproved = z.infer<typeof CommuniqueApproved>;

export const CommuniquePublished = z.strictObject({ ...content, link: z.url().optional() });
export type CommuniquePublished = z.infer<typeof CommuniquePublished>;

export const isFigure = (part: CommuniquePart): part is Extract<CommuniquePart, { figure: string }> => 'figure' in part;
export const textOf = (part: CommuniquePart): string => ('words' in part ? part.words : part.text);

/** A sentence of a draft; a person keeps it, leaves it out, or sets words of their own beside it. */
export interface DraftSentence {
  readonly id: string;
  /** Sentences of one paragraph stand together; a new one begins where it changes. */
  readonly paragraph: number;
  readonly parts: readonly CommuniquePart[];
}

/** Sentences → one text: a space between those of one paragraph, an empty line between paragraphs. */
export function composed(sentences: readonly Pick<DraftSentence, 'paragraph' | 'parts'>[]): { readonly text: string; readonly parts: CommuniquePart[] } {
  const parts = sentences.flatMap(({ paragraph, parts: own }, at): CommuniquePart[] => [...(at === 0 ? [] : [{ words: sentences[at - 1]?.paragraph === paragraph ? ' ' : '\n\n' }]), ...own]);
  return { text: parts.map(textOf).join(''), parts };
}
