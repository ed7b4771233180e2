// What the routes about requests for need take and answer.

import { z } from 'zod';
import { LINK_DAYS, LINK_DAYS_MOST } from '../../app/people/limits.ts';
import { MOST_LINES, REQUEST_STATES, REQUEST_STEPS, RequestVia } from '../../domain/need/request.ts';
import { MappedColumn, SheetAnswers, SheetFile, SheetProblem, SheetQuestion } from './intake.ts';
import { OperationParams } from './operation.ts';
import { SpokenPhrase } from './phrase.ts';

const units = z.int().min(0).max(1_000_000_000_000);
const at = z.string().describe('An instant, UTC.');
const When = z.string().min(1).max(40).describe('An instant, or a date: then the whole of that day.');
const Words = z.string().trim().min(1).max(2000);

export const LineAsk = z.strictObject({
  item: z.string().min(1).max(64),
  units: units.min(1).describe('Single pieces, not cartons.'),
  from: When,
  until: When,
  severity: z.int().min(1).max(5).describe('1 (can wait) to 5 (people die of it).'),
  why: z.string().max(2000).nullable().default(null),
});
const Lines = z.array(LineAsk).min(1).max(MOST_LINES);
const Signer = z.string().trim().max(200).nullable().default(null).describe('Who signs. It is kept apart from the journal and can be erased.');
const Occurred = z.string().max(40).optional().describe('When; absent: where the operation stands, or now.');

export const RequestBody = z.strictObject({ recipient: z.string().min(1).max(64), lines: Lines, via: RequestVia.exclude(['link', 'sheet']).default('api'), name: Signer, at: Occurred });
export const QuestionBody = z.strictObject({ question: Words, at: Occurred });
export const AnswerBody = z.strictObject({ answer: Words, lines: Lines.optional().describe('The whole request as it is to be from now on; absent: as it was.'), name: Signer, at: Occurred });
export const AcceptanceBody = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        item: z.string().min(1).max(64),
        from: When,
        units: units.describe('No more than was asked; 0: nothing of this line.'),
        within: z.array(z.strictObject({ recipient: z.string().min(1).max(64), from: When })).optional().describe('Needs, of the level above or longer ones of its own, that hold these units already. Absent: as proposed; empty: none, it counts on top.'),
        replaces: z.array(When).optional().describe('Own needs of the item, by the beginning of their window, whose place this takes. Absent: as proposed.'),
      }),
    )
    .min(1)
    .max(MOST_LINES)
    .optional()
    .describe('Absent: all of it, as it was asked.'),
  reason: z.string().max(2000).nullable().default(null),
  at: Occurred,
});
export const DeclineBody = z.strictObject({ reason: Words, at: Occurred });
export const WithdrawalBody = z.strictObject({ reason: z.string().max(2000).nullable().default(null), at: Occurred });
export const RequestParams = OperationParams.extend({ request: z.string().min(1).max(64).describe('The id of a request, such as RQ-0A1B2C3D4E.') });

const Sentence = z.object({ say: SpokenPhrase, inEnglish: z.string() });
const Overlap = z.object({ kind: z.enum(['above', 'below', 'beside', 'again']), recipient: z.string(), name: z.string(), area: z.string(), units, from: at, until: at, request: z.string().nullable().describe('Null: it was reported.'), stands: z.boolean().describe('It counts in plans already; else it waits.'), covered: z.boolean().describe('The line asks for all of its window.'), sentence: Sentence });
const Band = z.object({ low: units, central: units, high: units });
const Plausible = z.object({ asked: units, estimate: Band, share: z.enum(['whole', 'part']).describe('part: the area is shared, so that its estimate bounds from above alone.'), least: units, most: units, verdict: z.enum(['within', 'below', 'above']), area: z.string() });
const Line = z.object({
  item: z.string(), name: z.string(), units, unitsPerCarton: units, cartons: units, from: at, until: at, severity: z.int(), why: z.string().nullable(),
  overlaps: z.array(Overlap),
  plausible: Plausible.nullable().describe('Null: no counts of its area, or none for this item.'),
  proposal: z.object({ within: z.array(z.object({ recipient: z.string(), from: at })), replaces: z.array(at) }).describe('What is accepted along, where nobody says otherwise.'),
});
const Moment = z.object({ at, fact: z.string().describe('Its id, to correct it by.'), step: z.enum(['request', ...REQUEST_STEPS]), text: z.string().nullable(), asked: z.array(Sentence).describe('What Airbridge asked by itself.') });
export const RequestInList = z
  .object({
    request: z.string(), recipient: z.string(), name: z.string(), area: z.string(), state: z.enum(REQUEST_STATES), waitsFor: z.enum(['person', 'requester']).nullable(), via: RequestVia, requestedAt: at,
    lines: z.array(Line),
    accepted: z.array(z.object({ item: z.string(), name: z.string(), units, cartons: units, from: at, until: at })).nullable(),
    replaces: z.array(z.string()), replacedBy: z.string().nullable(), moments: z.array(Moment),
  })
  .meta({ id: 'Request' });
const Parameter = z.object({ value: z.number(), unit: z.string(), source: z.string(), note: z.string() });
const ItemToAsk = z.object({ item: z.string(), name: z.string(), unitsPerCarton: units });
export const RequestsReport = z
  .object({ operation: z.string(), asOf: at, requests: z.array(RequestInList), recipients: z.array(z.object({ recipient: z.string(), name: z.string() })), items: z.array(ItemToAsk), parameters: z.object({ least: Parameter, most: Parameter }) })
  .meta({ id: 'Requests', description: 'Requests for need: what waits for a person first.' });
export const FiledRequest = z.object({ request: RequestInList, fresh: z.boolean().describe('False where it stood already under this key.') });

export const RequestSheetBody = z.strictObject({ file: SheetFile, answers: SheetAnswers, at: Occurred });
const SheetLine = z.object({ recipient: z.string(), name: z.string(), item: z.string(), itemName: z.string(), units, cartons: units, from: z.string().describe('A day, the whole of it.'), until: z.string().describe('A day, the whole of it.'), severity: z.int(), why: z.string().nullable() });
export const RequestSheetPreview = z
  .object({
    operation: z.string(), file: z.object({ name: z.string(), sha256: z.string() }), matched: z.boolean().describe('Nothing is open or wrong: it can be filed.'), filedBefore: z.boolean(), sheet: z.string(), sheets: z.array(z.string()), headerRow: z.int().nullable(),
    mapping: z.array(MappedColumn), questions: z.array(SheetQuestion),
    rows: z.array(z.object({ row: z.int(), description: z.string(), line: SheetLine.nullable(), problems: z.array(SheetProblem), isAside: z.boolean() })).describe('At most 1,000, those with problems among them.'),
    counts: z.object({ rows: z.int(), withProblems: z.int(), aside: z.int() }), requests: z.array(z.object({ recipient: z.string(), name: z.string(), lines: z.int() })).describe('One for each recipient.'), notRead: z.array(z.object({ row: z.int(), text: z.string() })),
  })
  .meta({ id: 'RequestSheetPreview' });
export const RequestSheetFiled = z.object({ operation: z.string(), requests: z.array(RequestInList), fresh: z.boolean().describe('False: this file had been filed before.') });

export const RequestLinkWish = z.strictObject({ recipient: z.string().min(1).max(64), days: z.int().min(1).max(LINK_DAYS_MOST).default(LINK_DAYS) });
const LinkInList = z.object({ id: z.string(), operation: z.string(), recipient: z.string(), madeBy: z.string(), madeAt: at, expiresAt: at, revokedAt: z.string().nullable() });
export const RequestLinkList = z.object({ links: z.array(LinkInList) });
/** What is sent by a link is named after the link too, and a name has its length. */
export const LinkHeaders = z.object({ 'idempotency-key': z.string().min(1).max(100).describe('The same key again is the same request or answer.') });
export const LinkSecretParams = z.object({ secret: z.string().min(1).max(200) });
export const LinkRequestParams = LinkSecretParams.extend({ request: z.string().min(1).max(64) });
export const LinkRequestBody = z.strictObject({ name: z.string().trim().min(1).max(200).describe('Who signs. It is kept apart from the journal and can be erased.'), lines: Lines });
export const LinkAnswerBody = z.strictObject({ name: z.string().trim().min(1).max(200), answer: Words, lines: Lines.optional() });
export type RequestsByLink = z.infer<typeof RequestsByLink>;
export const RequestsByLink = z
  .object({ operation: z.string(), recipient: z.object({ id: z.string(), name: z.string() }), zone: z.string(), today: z.string().describe('The local date on which the operation stands.'), expiresAt: at, items: z.array(ItemToAsk), requests: z.array(RequestInList).describe('Newest first.') })
  .meta({ id: 'RequestsByLink' });
