// What of a consignment's lots stands on pallets or in unit load devices already, and the positions that those take on an aircraft.
// Cartons and crates by themselves are loose: the carrier builds them up.

import { cartonsFor } from '../../domain/catalogue.ts';
import type { Built } from '../../domain/airlift/load.ts';
import type { LotId } from '../../domain/ids.ts';
import { contentsOf, type HandlingUnit } from '../../ledger/handling.ts';
import { EUR_PALLETS_A_POSITION, uldSize } from '../../standards/iata/uld.ts';
import type { Situation } from './situation.ts';

/** Of a unit load device whose type we do not know: one, the carrier says better. */
const UNKNOWN_ULD = 1;

const positionsOf = ({ unit, type }: HandlingUnit): number => (type === 'uld' ? (uldSize(unit.slice(0, 3))?.positions ?? UNKNOWN_ULD) : type === 'pallet' ? 1 / EUR_PALLETS_A_POSITION : 0);

export interface BuiltLoad {
  readonly lots: ReadonlyMap<string, Built>;
  readonly ulds: number;
  readonly pallets: number;
}

/** By lot; what several lots share, each has a share of by its units' cartons. */
export function builtFor({ known, ledger }: Pick<Situation, 'known' | 'ledger'>, consignment: string): BuiltLoad {
  const lots = new Map<string, Built>();
  let [ulds, pallets] = [0, 0];
  for (const unit of ledger.units.values()) {
    const positions = positionsOf(unit);
    if (unit.gone || unit.outer !== null || unit.at.consignment !== consignment || positions === 0) continue;
    if (unit.type === 'uld') ulds += 1;
    else pallets += 1;
    const inside = [...contentsOf(ledger.units, unit)].flatMap(([lot, units]) => {
      const announced = known.lots.get(lot as LotId);
      const item = announced === undefined ? undefined : known.items.get(announced.item);
      return announced === undefined || item === undefined ? [] : [{ lot, cartons: cartonsFor(units, announced.unitsPerCarton ?? item.unitsPerCarton) }];
    });
    const all = inside.reduce((sum, { cartons }) => sum + cartons, 0);
    for (const { lot, cartons } of inside) {
      const held = lots.get(lot) ?? { cartons: 0, positions: 0 };
      lots.set(lot, { cartons: held.cartons + cartons, positions: held.positions + (positions * cartons) / all });
    }
  }
  return { lots, ulds, pallets };
}
