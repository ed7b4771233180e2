// What the routes about operations, packs and facts take and answer.

import { z } from 'zod';
import { Evidence, FactKindName } from '../../domain/facts.ts';

export const OperationParams = z.object({ op: z.string().min(1).max(64).describe('The id of an operation, such as liege-2020.') });

export const WhenQuery = z.object({
  asOf: z.string().max(40).optional().describe('What had occurred by then, with every correction known now. An instant, or a date: the last moment of that local day.'),
  knownAt: z.string().max(40).optional().describe('Also leave out what was recorded later.'),
});

export const OperationSummary = z
  .object({ operation: z.string(), name: z.string(), hub: z.string(), zone: z.string(), openedAt: z.string(), standsAt: z.string().nullable().describe('The instant at which a past operation is shown; null: now.'), isPublic: z.boolean().describe('Anybody may read its public page and check its log.'), facts: z.int() })
  .meta({ id: 'OperationSummary' });
export const OperationList = z.object({ operations: z.array(OperationSummary) });

const Rejected = z.object({ file: z.string().nullable(), sheet: z.string().nullable(), row: z.int().nullable(), column: z.string().nullable(), value: z.string().nullable(), problem: z.string(), remedy: z.string() });

/** File name → content in base64. */
export const PackBody = z.strictObject({ files: z.record(z.string().min(1).max(120), z.base64()).describe('File name → its bytes in base64: CSV files (items.csv), or one workbook (pack.xlsx).') });
/** How the pack is written. */
export const FormQuery = z.object({
  as: z.enum(['csv', 'xlsx']).default('csv').describe('A file for each sheet, or one workbook.'),
  hxl: z.stringbool().default(false).describe('With a row of HXL tags under each header.'),
});
export const ImportReport = z.object({ operation: z.string(), facts: z.int(), known: z.int(), rejected: z.array(Rejected) }).meta({ id: 'ImportReport' });
export const ExportReport = z.object({ operation: z.string(), facts: z.int(), rejected: z.array(Rejected), files: PackBody.shape.files }).meta({ id: 'ExportReport' });

export const FactsQuery = z.object({ after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(10_000).default(1000) });
const Fact = z
  .looseObject({ id: z.string(), operation: z.string(), seq: z.int(), kind: z.string(), occurredAt: z.string(), recordedAt: z.string(), by: z.string(), key: z.string(), sources: z.array(z.string()), note: z.string().nullable(), evidence: z.array(z.unknown()), body: z.unknown() })
  .meta({ id: 'Fact' });
export const FactDraft = z.strictObject({
  kind: FactKindName.describe('What kind of thing happened; operations are opened by their pack.'),
  occurredAt: z.string().max(40).describe('When it happened: an instant, or a date for the last moment of that local day.'),
  by: z.string().min(1).max(120).default('http').describe('The role that records it; never a person.'),
  sources: z.array(z.string().min(1).max(64)).max(100).default([]).describe('Ids of recorded sources.'),
  note: z.string().max(10_000).nullable().default(null),
  evidence: z.array(Evidence).max(100).default([]),
  body: z.record(z.string(), z.unknown()).describe('The fields of this kind, as in the body of a fact that is read.'),
});
export const FactHeaders = z.object({ 'idempotency-key': z.string().min(1).max(200).describe('The same key with the same fact answers the first one; with another fact it is refused.') });
export const RecordedFact = z.object({ fact: Fact, fresh: z.boolean().describe('False where the fact stood already under this key.') });
export const FactDrafts = z.strictObject({ facts: z.array(FactDraft).min(1).max(10_000).describe('All of them are entered, or none.') });
export const RecordedFacts = z.object({ facts: z.array(RecordedFact) });
export const FactPage = z.object({ facts: z.array(Fact), next: z.int().nullable().describe('Ask again with after= this; null: that was all.') });

export const Health = z.object({ status: z.literal('ok'), version: z.string(), operations: z.int(), logs: z.array(z.object({ operation: z.string(), problem: z.string() })).describe('Transparency logs that cannot go on, and why; empty is well.') });
