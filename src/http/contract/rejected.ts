// A value that was refused, as problem documents list it.

import { z } from 'zod';

export const RejectedRow = z.object({ file: z.string().nullable(), sheet: z.string().nullable(), row: z.number().nullable(), column: z.string().nullable(), value: z.string().nullable(), problem: z.string(), remedy: z.string() });
