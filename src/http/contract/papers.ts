// What the routes of papers and reports take and answer.

import { z } from 'zod';
import { PaperKind } from '../../app/papers/kinds.ts';
import { ReportKind } from '../../app/reports/kinds.ts';
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
export const ReportParams = OperationParams.extend({ kind: ReportKind });
export const ReportQuery = WhenQuery.extend({ lang: lang.describe('Absent: English.'), hxl: z.stringbool().default(false).describe('With a row of HXL tags under each head; in a workbook only.') });
