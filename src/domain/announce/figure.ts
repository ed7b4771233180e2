// A published number: it stands under a name in the story of its operation, which holds the facts that it comes out of.

import { z } from 'zod';

/** `percent` and `days` are shares and spans of two other figures; the rest are whole counts. */
export const FigureUnit = z.enum(['pieces', 'pieces-a-day', 'people', 'days', 'percent']);
export type FigureUnit = z.infer<typeof FigureUnit>;

/** Such as `P1:surgical-mask:landed`. */
export const FigureKey = z.string().regex(/^[\w:./-]{1,160}$/, 'a figure is named in letters, digits and : . / _ -');
