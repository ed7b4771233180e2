// The handling units of a shipment as they were when it was loaded: built on it or moved onto it, with what stands in them.

import { isKind } from '../../domain/facts.ts';
import { grams } from '../../domain/units.ts';
import type { HandlingUnitLine } from '../../standards/documents/shipment.ts';
import type { Situation } from '../plan/situation.ts';

/** One line for each unit and lot in it; a pallet that holds cartons only stands in their lines. */
export function unitsIn({ facts, ledger }: Situation, kind: 'consignment' | 'dispatch', subject: string): HandlingUnitLine[] {
  const named = new Set<string>();
  const within = new Map<string, string>();
  for (const fact of facts) {
    if (isKind(fact, 'handling-unit.built') && fact.body.at[kind] === subject) named.add(fact.body.unit);
    else if (isKind(fact, 'handling-unit.moved') && fact.body.to[kind] === subject) addWithInner(ledger.units, fact.body.unit, named);
    else if (isKind(fact, 'handling-unit.packed')) for (const unit of fact.body.units) within.set(unit, fact.body.into);
  }
  return [...named].flatMap((name) => {
    const unit = ledger.units.get(name);
    if (unit === undefined) return [];
    const outer = within.get(name) ?? null;
    return [...unit.contents].map(([lot, units]): HandlingUnitLine => ({ unit: name, type: unit.type, within: outer, lot, units, gross: unit.gross === null ? null : grams(unit.gross) }));
  });
}

function addWithInner(tree: Situation['ledger']['units'], unit: string, into: Set<string>): void {
  if (into.has(unit)) return;
  into.add(unit);
  for (const inner of tree.get(unit)?.inner ?? []) addWithInner(tree, inner, into);
}
