// Hub: what happens to goods between the aircraft's door and the release order.

import { z } from 'zod';
import { LotId, PlaceCode } from '../ids.ts';
import { Units } from '../units.ts';

const Some = Units.refine((n) => n > 0, 'at least one unit');

/**
 * Goods received: what was counted of a lot. More than was landed is surplus, less leaves a discrepancy open, unless counting
 * goes on (`partial`). `by`: pieces counted by hand, handling units scanned, or whole pallets taken as their label says.
 */
export const GoodsTallied = z.strictObject({ place: PlaceCode, lot: LotId, units: Units, partial: z.boolean().optional(), by: z.enum(['count', 'scan', 'pallet']).optional(), reference: z.string().min(1).optional() });
export type GoodsTallied = z.infer<typeof GoodsTallied>;

/** A change of state of units of one lot at a place: held or cleared by customs, quarantined, released. */
export const StockMoved = z.strictObject({ place: PlaceCode, lot: LotId, units: Some, reference: z.string().min(1).optional(), reason: z.string().min(1).optional() });
export type StockMoved = z.infer<typeof StockMoved>;
