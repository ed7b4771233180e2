// The reports that there are, and the prefix of their numbers.

import { z } from 'zod';

export const ReportKind = z.enum(['pipeline', 'stock', 'movements', 'discrepancies', 'donors']);
export type ReportKind = z.infer<typeof ReportKind>;

export const REPORT_PREFIX: Readonly<Record<ReportKind, string>> = { pipeline: 'PIPE', stock: 'STOCK', movements: 'MOVE', discrepancies: 'DISC', donors: 'DONOR' };
