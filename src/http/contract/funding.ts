// What the routes about funding answer.

import { z } from 'zod';

export const FundingReport = z
  .looseObject({
    operation: z.string(), asOf: z.string(),
    identifier: z.string().describe('Of the IATI activity: the publisher, a hyphen, the operation.'),
    transactions: z.int(), indicators: z.int(),
    rows: z.int().describe('Of the flat file, without its two heads.'),
    notes: z.array(z.string()).describe('What a reader of the figures must know.'),
  })
  .meta({ id: 'FundingReport' });
