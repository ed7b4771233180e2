// Quantities that a sheet gives in boxes, cartons or pallets → units, by the packaging of the item; a lot's own carton
// comes first. The other way is not taken: an export counts units.

import type { Item } from '../../domain/catalogue.ts';
import { nearest } from '../../domain/nearest.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Unreadable } from './cells.ts';
import type { PackedUnit } from './sheet.ts';

/** Items and lots as the pack has declared them so far. */
export interface Packaging {
  readonly items: Map<string, Item>;
  readonly lots: Map<string, { readonly item: string; readonly unitsPerCarton?: number | undefined }>;
  /** Items and lots whose own rows are wrong: what counts them is not blamed for it. */
  readonly broken: Set<string>;
}

/** What a row says about the goods that it counts. */
export interface Counted {
  readonly item?: unknown;
  readonly lot?: unknown;
  readonly unitsPerCarton?: unknown;
}

/** How many units one box, carton or pallet of these goods holds; 1 where their own row is wrong, since the pack is refused anyway. */
export function unitsIn(unit: PackedUnit, counted: Counted, packaging: Packaging): Result<number, Unreadable> {
  if (unit === 'unit') return ok(1);
  if ([counted.item, counted.lot, packaging.lots.get(String(counted.lot))?.item].some((it) => packaging.broken.has(String(it)))) return ok(1);
  const inUnits = 'give the quantity in units and leave unit empty';
  const lot = packaging.lots.get(String(counted.lot));
  const code = counted.item ?? lot?.item;
  if (code === undefined) return err({ problem: `cannot count in ${unit}: the row names no item or lot of this pack`, remedy: inUnits });
  const item = packaging.items.get(String(code));
  if (item === undefined) {
    const meant = nearest(String(code), packaging.items.keys());
    return err({ problem: `cannot count in ${unit}: there is no item ${String(code)} in the sheet items`, remedy: meant === null ? `add it to items, or ${inUnits}` : `did you mean the item ${meant}?` });
  }
  if (unit === 'box') return item.unitsPerBox === undefined ? err({ problem: `${item.item} has no box`, remedy: `give units_per_box in the sheet items, or ${inUnits}` }) : ok(item.unitsPerBox);
  const own = typeof counted.unitsPerCarton === 'number' ? counted.unitsPerCarton : lot?.unitsPerCarton;
  const perCarton = own ?? item.unitsPerCarton;
  return ok(unit === 'carton' ? perCarton : perCarton * item.cartonsPerPallet);
}
