// What the routes about shippers' sheets take and answer.

import { z } from 'zod';
import { DocumentKind } from '../../domain/airlift/papers.ts';

export const SheetFile = z.strictObject({ name: z.string().min(1).max(200), content: z.base64() }).describe('An Excel workbook, a CSV of any country, or text pasted out of a spreadsheet, its bytes in base64; at most 50 MB.');
export const SheetAnswers = z.record(z.string().min(1).max(300), z.string().max(300)).default({}).describe('Id of a question → answer. Also column:D → field or none, and row:17 → aside or keep.');

export const IntakeBody = z.strictObject({
  file: SheetFile,
  sender: z.string().min(1).max(120).optional().describe('The organisation that sent it; absent: as the sheet says. What is settled for its sheet is learned.'),
  answers: SheetAnswers,
  occurredAt: z.string().max(40).optional().describe('When it was announced; absent: now.'),
});

export const SheetProblem = z.object({ row: z.int(), column: z.string().nullable(), field: z.string().nullable(), value: z.string().nullable(), problem: z.string(), remedy: z.string(), mayKeep: z.boolean() });
const Goods = z.object({ item: z.string(), units: z.int(), cartons: z.int(), unitsPerCarton: z.int(), grossKg: z.number().nullable(), volumeM3: z.number().nullable(), batch: z.string().nullable(), expires: z.string().nullable(), consignee: z.string().nullable() });
export const SheetQuestion = z
  .object({
    id: z.string(), kind: z.string(), about: z.string().nullable(), text: z.string(), values: z.record(z.string(), z.string()).describe('What the text speaks of.'), options: z.array(z.object({ value: z.string(), label: z.string() })),
    free: z.enum(['number', 'text', 'instant']).nullable().describe('What may be answered instead of an option.'), suggestion: z.string().nullable(), rows: z.array(z.int()),
  })
  .meta({ id: 'IntakeQuestion' });
const Stop = z.object({ town: z.string().nullable(), facility: z.string().nullable(), latitude: z.number().nullable(), longitude: z.number().nullable() });
const MissingPapers = z.array(z.array(DocumentKind)).describe('Each as the papers of which one would do.');

export const MappedColumn = z.object({ column: z.string(), header: z.string(), field: z.string().nullable(), confidence: z.number(), by: z.enum(['answer', 'learned', 'words']).nullable(), runnersUp: z.array(z.object({ field: z.string(), confidence: z.number() })), samples: z.array(z.string()) });

export const IntakePreview = z
  .object({
    operation: z.string(),
    file: z.object({ name: z.string(), sha256: z.string() }),
    matched: z.boolean().describe('Nothing is open or wrong: it can be accepted.'),
    sender: z.string().nullable(),
    sheet: z.string(),
    sheets: z.array(z.string()),
    headerRow: z.int().nullable(),
    mapping: z.array(MappedColumn),
    questions: z.array(SheetQuestion),
    rows: z.array(z.object({ row: z.int(), description: z.string(), goods: Goods.nullable(), problems: z.array(SheetProblem), isAside: z.boolean() })).describe('At most 1,000: those with problems, and the first of the others.'),
    counts: z.object({ rows: z.int(), withProblems: z.int(), aside: z.int(), lots: z.int() }),
    lots: z.array(Goods.extend({ lot: z.string().nullable(), pledge: z.string().nullable(), earmark: z.string().nullable(), rows: z.array(z.int()) })).describe('At most 5,000: no more can be accepted at once.'),
    totals: z.object({ items: z.array(z.object({ item: z.string(), units: z.int(), cartons: z.int() })), cartons: z.int(), pallets: z.int(), grossKg: z.number(), volumeM3: z.number(), chargeableKg: z.number(), isEstimated: z.boolean() }),
    sums: z.array(z.object({ row: z.int(), column: z.string(), field: z.string(), stated: z.number(), summed: z.number(), agrees: z.boolean() })),
    notRead: z.array(z.object({ row: z.int(), text: z.string() })),
    waybill: z.string().nullable(),
    request: z.object({ reference: z.string().nullable(), readyToLoad: z.string().nullable(), from: Stop, to: Stop }).nullable().describe('The file is a service request form.'),
    consignment: z.string().nullable(),
    missingPapers: MissingPapers,
    duplicateOf: z.object({ consignment: z.string(), by: z.enum(['file', 'waybill', 'content']), text: z.string() }).nullable(),
  })
  .meta({ id: 'IntakePreview', description: "A shipper's sheet, read and held against the operation." });

export const IntakeAccepted = z.object({ operation: z.string(), consignment: z.string(), lots: z.array(z.string()), facts: z.int().describe('0: this file had been accepted before.'), missingPapers: MissingPapers }).meta({ id: 'IntakeAccepted' });

export const ServiceRequestFile = z.object({ file: z.object({ name: z.string(), content: z.base64() }) }).meta({ id: 'ServiceRequestFile' });
