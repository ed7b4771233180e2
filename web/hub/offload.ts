// Cartons of a lot that fly on with another consignment: how many units they are, and what the lot is called there.

import type { Entry } from '../shared/entries.tsx';
import type { ArrivingLot, Board } from './scene.ts';

/** The last carton may hold fewer: what flies on is what the cartons that stay do not hold. */
const unitsIn = (lot: ArrivingLot, cartons: number): number => Math.max(0, lot.units - Math.max(0, lot.cartons - cartons) * lot.unitsPerCarton);

/** A name that no lot of the board has: `F5-SUIT.2`. */
function nextName({ arrivals }: Board, lot: string): string {
  const taken = new Set(arrivals.flatMap(({ lots }) => lots.map((it) => it.lot)));
  let number = 2;
  while (taken.has(`${lot}.${number}`)) number += 1;
  return `${lot}.${number}`;
}

export const offloading = (board: Board, lot: ArrivingLot, cartons: number, onto: string, reason: string): Entry => ({
  kind: 'lot.offloaded',
  body: { lot: lot.lot, units: unitsIn(lot, cartons), onto, as: nextName(board, lot.lot), ...(reason !== '' && { reason }) },
});
