// Handling units as they stand: the outermost ones of a place or on a flight, or those within one of them, each with what is in it,
// so that people can break them down, take out, pack and move. Those that went to a receiver are no longer the hub's.

import type { LotId } from '../../domain/ids.ts';
import { atOf, contentsOf, type HandlingUnit } from '../../ledger/handling.ts';
import { uldSize } from '../../standards/iata/uld.ts';
import type { Situation } from '../plan/situation.ts';

/** More than these are not looked through on a page; they are scanned. */
const MOST = 500;

export interface StandingUnit {
  readonly unit: string;
  readonly type: HandlingUnit['type'];
  readonly at: HandlingUnit['at'];
  /** What it stands in; null: it is outermost. */
  readonly in: string | null;
  /** How many stand directly in it. */
  readonly holds: number;
  /** In it and in all that stands in it. */
  readonly contents: readonly { readonly lot: string; readonly item: string; readonly units: number; readonly recalled: boolean }[];
  readonly gross: number | null;
  readonly marks: string | null;
  /** Of a unit load device: what it may weigh and the positions that it takes, where its type is a common one. */
  readonly size: { readonly mostGross: number | null; readonly positions: number | null } | null;
}

export interface UnitsReport {
  readonly in: string | null;
  /** How many there are, of which the first are listed. */
  readonly count: number;
  readonly units: readonly StandingUnit[];
}

/** The outermost at places and on flights, the largest kind first; or those in `within`. */
export function unitsStanding(now: Situation, within?: string): UnitsReport {
  const tree = now.ledger.units;
  const inner = within === undefined ? null : (tree.get(within)?.inner ?? new Set<string>());
  const found = [...tree.values()].filter((unit) => !unit.gone && (inner === null ? unit.outer === null && unit.at.recipient === undefined : inner.has(unit.unit)));
  return { in: within ?? null, count: found.length, units: found.toSorted(inOrder).slice(0, MOST).map((unit) => standing(now, unit)) };
}

const RANK = { uld: 0, pallet: 1, crate: 2, carton: 3 } as const;
const inOrder = (a: HandlingUnit, b: HandlingUnit): number => RANK[a.type] - RANK[b.type] || (a.unit < b.unit ? -1 : 1);

function standing({ known, ledger }: Situation, unit: HandlingUnit): StandingUnit {
  const size = unit.type === 'uld' ? uldSize(unit.unit.slice(0, 3)) : null;
  return {
    unit: unit.unit,
    type: unit.type,
    at: atOf(ledger.units, unit),
    in: unit.outer,
    holds: unit.inner.size,
    contents: [...contentsOf(ledger.units, unit)].map(([lot, units]) => ({ lot, item: known.lots.get(lot as LotId)?.item ?? '', units, recalled: ledger.recalled.has(lot) })),
    gross: unit.gross,
    marks: unit.marks,
    size: size === null ? null : { mostGross: size.mostGross ?? null, positions: size.positions ?? null },
  };
}
