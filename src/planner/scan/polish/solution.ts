// What a solution of a restricted program says of the whole problem: prices, and flows in units.

import type { Dual } from '../dual.ts';
import type { Wanted } from './repair.ts';
import type { Restricted } from './restricted.ts';

/** The prices that a solution's rows have: of each capacity, then of each stock; 0 where the program does not know it. */
export const pricesOf = ({ priceRow, rowScale, euros }: Restricted, y: Float64Array): Float64Array =>
  Float64Array.from(priceRow, (row) => (row < 0 ? 0 : ((y[row] as number) * euros) / (rowScale[row] as number)));

/** A solution's flows in units. */
export function flowsOf(instance: Dual['instance'], { arrivalColumn, valueColumn, kg }: Restricted, x: Float64Array): Wanted {
  const { slotCommodity, arrivalSlot, blocks, blockItem, pieceStart, valueStart, problem: { items, commodities } } = instance;
  const perUnit = (item: number): number => kg / (items.heat[item] as number);
  const forwarded = Float64Array.from(arrivalColumn, (column, arrival) => (column < 0 ? 0 : (x[column] as number) * perUnit(commodities.item[slotCommodity[arrivalSlot[arrival] as number] as number] as number)));
  const delivered = new Float64Array(valueColumn.length);
  for (let block = 0; block < blocks; block += 1) {
    const each = perUnit(blockItem[block] as number);
    for (let at = valueStart[pieceStart[block] as number] as number; at < (valueStart[pieceStart[block + 1] as number] as number); at += 1) if ((valueColumn[at] as number) >= 0) delivered[at] = (x[valueColumn[at] as number] as number) * each;
  }
  return { forwarded, delivered };
}
