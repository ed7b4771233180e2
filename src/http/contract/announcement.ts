// What the route that reads announcements takes and answers.

import { z } from 'zod';
import { ClaimRecorded } from '../../domain/promise/promise.ts';
import { KINDS, LANGUAGES, QUALIFIERS, RULES, UNREAD } from '../../standards/announcements/shape.ts';
import { SpokenPhrase } from './phrase.ts';

export const AnnouncementBody = z.strictObject({
  text: z.string().max(4_000_000).describe('A communiqué, a post or an article, as it was pasted; up to 200,000 characters are read.'),
  publishedAt: z.string().max(40).optional().describe('An instant, or a date. “Friday” is reckoned from it. Absent: where the operation stands, or now.'),
  language: z.enum(LANGUAGES).optional().describe('Absent: recognised.'),
  link: z.url().max(2000).optional(),
  author: z.string().max(200).optional().describe('Who says it: an organisation, a paper.'),
  channel: z.string().max(120).optional().describe('communiqué, post, article, …'),
});

const Span = z.object({ start: z.int(), end: z.int() }).describe('UTF-16 code units of the text; `end` is the first after it.');
const said = <T extends z.ZodType>(value: T) => z.object({ value, span: Span, words: z.string().describe('The text between start and end.'), carried: z.literal(true).optional().describe('The words stand in another part of the text.') });

const Fields = z.object({
  donor: said(z.object({ name: z.string(), isKnown: z.boolean().describe('A donor of this operation.') })).optional(),
  areas: z.array(said(z.string())).optional(),
  item: said(z.object({ item: z.string(), others: z.array(z.string()).describe('What the same words could mean besides.') })).optional(),
  quantity: said(z.object({ least: z.number().nullable(), most: z.number().nullable(), qualifier: z.enum(QUALIFIERS), unit: z.enum(['pieces', 'tonnes', 'kilograms', 'packages']), readings: z.array(z.number()).describe('Two where the marks leave it open; then least and most are null.') })).optional(),
  vague: said(z.string()).optional(),
  share: said(z.enum(['large-part', 'part', 'half', 'rest', 'all'])).optional(),
  date: said(z.object({ first: z.string(), last: z.string() })).optional(),
  at: said(z.string()).optional(),
  from: said(z.string()).optional(),
  via: said(z.string()).optional(),
  modes: z.array(said(z.enum(['road', 'rail', 'air', 'sea']))).optional(),
  measure: said(z.enum(['deaths', 'cases'])).optional(),
  source: said(z.string()).optional(),
  certainty: said(z.enum(['done', 'planned', 'possible'])).optional(),
  denied: said(z.enum(['promise', 'arrival', 'shortage', 'statement'])).optional(),
});

export const AnnouncementReading = z
  .object({
    operation: z.string(),
    key: z.string().describe('Record the drafts under this idempotency key, and the same text is recorded once.'),
    publishedAt: z.string(),
    language: z.enum(LANGUAGES),
    sentences: z.array(Span),
    proposals: z.array(z.object({ kind: z.enum(KINDS), sentence: z.int(), fields: Fields, because: z.array(z.object({ rule: z.enum(RULES), span: Span })) })),
    unread: z.array(z.object({ span: Span, words: z.string(), as: z.enum(UNREAD) })).describe('Figures that are no claim, and what they were taken for.'),
    drafts: z
      .array(
        z.object({
          proposal: z.int(),
          occurredAt: z.string(),
          body: ClaimRecorded.extend({ author: z.string(), channel: z.string() }).describe('The body of a fact claim.recorded; author and channel are empty where nobody named them.'),
          summary: SpokenPhrase,
          because: z.array(SpokenPhrase).describe('Why it supports, contradicts or accompanies the pledge.'),
          open: z.array(z.object({ field: z.enum(['author', 'channel', 'units', 'item', 'pledge']), options: z.array(z.string()), isNeeded: z.boolean() })),
          isRecorded: z.boolean().describe('It stands in the journal already.'),
        }),
      )
      .describe('One for each proposal. Confirmed, they are recorded as facts (facts/batch).'),
  })
  .meta({ id: 'AnnouncementReading', description: 'Proposed claims, each field with the words that it came from. Nothing was written.' });
