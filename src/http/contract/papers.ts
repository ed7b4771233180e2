// What the routes of papers and reports take and answer.

import { z } from 'zod';
import { PaperKind } from '../../app/papers/kinds.ts';
import { ReportKind } from '../../app/reports/kinds.ts';
import { LABEL_FORMATS } from '../../standards/documents/label.ts';
import { PAPER_LANGUAGES } from '../../standards/documents/wording.ts';
import { OperationParams, WhenQuery } from './operation.ts';

const lang = z.enum(PAPER_LANGUAGES).optional();

export const PaperList = z
  .looseObject({
    operation: z.string(), asOf: z.string(),
    papers: z.array(z.looseObject({ kind: PaperKind, subject: z.string().describe('A consignment, a dispatch, the fact of a loss, or RECALL:HOLDER.'), number: z.string(), language: z.enum(PAPER_LANGUAGES).describe('The language that it is in unless another is asked for.') })),
  })
  .meta({ id: 'PaperList' });

export const PaperParams = OperationParams.extend({ kind: PaperKind, subject: z.string().min(1).max(140) });
export const PaperQuery = WhenQuery.extend({ lang: lang.describe('Absent: the language of the country it goes to.') });
const numbers = z.string().max(40_000).transform((text) => text.split(',').filter((it) => it !== ''));
export const LabelsQuery = WhenQuery.extend({
  units: numbers.optional().describe('SSCCs, with commas between them. Absent: all units of the lot that stand at the hub.'),
  lot: z.string().min(1).max(64).optional(),
  inner: z.stringbool().default(false).describe('With all that stands in the units named.'),
  format: z.enum(LABEL_FORMATS).default('carton-a4').describe('For label printers (a6, a7), or as many as an A4 page holds.'),
  lang: lang.describe('Absent: the language of the country that the first of them goes to.'),
}).refine(({ units, lot }) => units !== undefined || lot !== undefined, 'name units or a lot');
export const ReportParams = OperationParams.extend({ kind: ReportKind });
export const ReportQuery = WhenQuery.extend({ lang: lang.describe('Absent: English.'), hxl: z.stringbool().default(false).describe('With a row of HXL tags under each head; in a workbook only.') });
