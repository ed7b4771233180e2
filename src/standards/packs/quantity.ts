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
  /** The sheet of items could not be read at all, which is said once. */
  readonly itemsUnread: boolean;
}

/** What a row says about the goods that it counts. */
interface Counted {
  readonly item: string | undefined;
  readonly lot: string | undefined;
  readonly unitsPerCarton: number | undefined;
}

/** How many units one box, carton or pallet of these goods holds; 1 where their own row is wrong, since the pack is refused anyway. */
export function unitsIn(unit: PackedUnit, counted: Counted, packaging: Packaging): Result<number, Unreadable> {
  if (unit === 'unit') return ok(1);
  const lot = counted.lot === undefined ? undefined : packaging.lots.get(counted.lot);
  if (packaging.itemsUnread || [counted.item, counted.lot, lot?.item].some((it) => it !== undefined && packaging.broken.has(it))) return ok(1);
  const inUnits = 'give the quantity in units and leave unit empty';
  const code = counted.item ?? lot?.item;
  if (code === undefined) return err({ problem: `cannot count in ${unit}: the row names no item or lot of this pack`, remedy: inUnits });
  const item = packaging.items.get(code);
  if (item === undefined) {
    const meant = nearest(code, packaging.items.keys());
    return err({ problem: `cannot count in ${unit}: there is no item ${code} in the sheet items`, remedy: meant === null ? `add it to items, or ${inUnits}` : `did you mean the item ${meant}?` });
  }
  if (unit === 'box') return item.unitsPerBox === undefined ? err({ problem: `${item.item} has no box`, remedy: `give units_per_box in the sheet items, or ${inUnits}` }) : ok(item.unitsPerBox);
  const perCarton = counted.unitsPerCarton ?? lot?.unitsPerCarton ?? item.unitsPerCarton;
  return ok(unit === 'carton' ? perCarton : perCarton * item.cartonsPerPallet);
}
