// What the routes of communiqués take and answer.

import { z } from 'zod';
import { CommuniqueForm, CommuniquePart } from '../../domain/announce/communique.ts';

export const DraftQuery = z.object({
  asOf: z.string().max(40).optional().describe('The instant to tell of; absent: where the operation stands.'),
  language: z.enum(['en', 'fr']).default('en'),
  form: z.enum(['communique', 'post']).default('communique'),
  tone: z.enum(['plain', 'warm']).default('plain').describe('warm adds thanks; no figure changes.'),
  length: z.enum(['short', 'full']).default('full'),
  link: z.url({ protocol: /^https?$/ }).max(500).optional().describe('Where the numbers lead to their sources.'),
  corrects: z.string().min(1).max(64).optional().describe('A published text that is to be put right.'),
});

const instant = z.string();
const Stamp = z.object({ fact: z.string(), at: instant, by: z.string() }).nullable();

export const CommuniqueDraft = z
  .looseObject({
    operation: z.string(), asOf: instant, language: z.string(), form: CommuniqueForm, corrects: z.string().nullable(),
    sentences: z.array(z.object({ id: z.string(), paragraph: z.int(), parts: z.array(CommuniquePart) })).describe('To be kept, left out or added to; the text is their parts one after the other, a space between sentences, an empty line between paragraphs.'),
    basis: z.record(z.string(), z.array(z.object({ fact: z.string(), seq: z.int() }))).describe('Figure → the facts that it comes out of.'),
    isPlanned: z.boolean().describe('Whether a recorded plan of that instant lets the text tell an expected day.'),
  })
  .meta({ id: 'CommuniqueDraft' });

export const CommuniqueList = z
  .object({
    communiques: z.array(
      z.looseObject({
        communique: z.string(), language: z.string(), form: CommuniqueForm.nullable(), asOf: instant.nullable(), text: z.string(), parts: z.array(CommuniquePart),
        approved: Stamp, published: Stamp, publishedAt: instant.nullable(), link: z.string().nullable(), basis: z.array(z.string()), corrects: z.string().nullable(), correctedBy: z.string().nullable(),
        state: z.enum(['approved', 'published', 'stale', 'corrected']).describe('stale: the record holds one of its figures otherwise by now.'),
        changes: z.array(z.object({ figure: z.string(), unit: z.string(), was: z.number(), now: z.number().nullable(), reasons: z.array(z.string()), facts: z.array(z.string()) })),
      }),
    ),
  })
  .meta({ id: 'CommuniqueList' });
