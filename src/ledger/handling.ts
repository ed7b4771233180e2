// Handling units as a tree: which stands in which, where the outermost stands, and what is in each. No unit is in two places
// or within itself; moving the outer moves the inner. Units of goods are booked by the custody accounts, not here.

import type { BodyOf } from '../domain/facts.ts';
import type { Standing } from '../domain/hub/handling-unit.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Ledger, Refusal } from './ledger.ts';
import { NOTHING, refuse, type Outcome } from './moves.ts';

export interface HandlingUnit {
  readonly unit: string;
  readonly type: BodyOf<'handling-unit.built'>['type'];
  readonly gross: number | null;
  readonly marks: string | null;
  /** What lies loose in it, by lot. */
  readonly contents: ReadonlyMap<string, number>;
  readonly inner: Set<string>;
  /** Null: it is outermost, and `at` holds. */
  outer: string | null;
  at: Standing;
  /** Broken down: it is no more, and its number is not given again. */
  gone: boolean;
}

export type Tree = ReadonlyMap<string, HandlingUnit>;

/** What may hold what: the smaller the number, the further inside. */
const SIZE = { carton: 0, crate: 1, pallet: 2, uld: 3 } as const;

function standing(ledger: Ledger, unit: string): Result<HandlingUnit, Refusal> {
  const found = ledger.units.get(unit);
  if (found === undefined) return refuse('unknown-unit', 'unit', `there is no handling unit ${unit}`, 'build it first, or read its label again');
  return found.gone ? refuse('unknown-unit', 'unit', `handling unit ${unit} was broken down`, 'give what is built anew a number of its own') : ok(found);
}

export function built(ledger: Ledger, { unit, type, at, contents, gross, marks }: BodyOf<'handling-unit.built'>): Outcome {
  if (ledger.units.has(unit)) return refuse('already-there', 'unit', `handling unit ${unit} was built already`, 'give this one a number of its own; a number is never given twice');
  const inside = new Map<string, number>();
  for (const { lot, units } of contents) {
    if (!ledger.lots.has(lot)) return refuse('unknown-lot', 'contents', `no consignment carries a lot ${lot}`, 'announce the lot first, or name one that was announced');
    inside.set(lot, (inside.get(lot) ?? 0) + units);
  }
  return ok({ transfers: [], remember: () => ledger.units.set(unit, { unit, type, gross: gross ?? null, marks: marks ?? null, contents: inside, inner: new Set(), outer: null, at, gone: false }) });
}

export function packed(ledger: Ledger, { units, into }: BodyOf<'handling-unit.packed'>): Outcome {
  const outer = standing(ledger, into);
  if (!outer.ok) return refuse(outer.error.code, 'into', outer.error.problem, outer.error.remedy);
  const around = new Set([into, ...outersOf(ledger.units, outer.value).map(({ unit }) => unit)]);
  const inner: HandlingUnit[] = [];
  for (const name of new Set<string>(units)) {
    const found = standing(ledger, name);
    if (!found.ok) return refuse(found.error.code, 'units', found.error.problem, found.error.remedy);
    if (around.has(name)) return refuse('within-itself', 'units', name === into ? `handling unit ${name} would stand in itself` : `handling unit ${name} holds ${into} already`, 'name another outer unit');
    if (found.value.outer === into) continue;
    if (found.value.outer !== null) return refuse('elsewhere', 'units', `handling unit ${name} stands in ${found.value.outer}`, `take it out of ${found.value.outer} first`);
    if (SIZE[found.value.type] > SIZE[outer.value.type]) return refuse('within-itself', 'units', `a ${found.value.type} does not go into a ${outer.value.type}`, 'exchange the two, or correct the type of one');
    const [here, there] = [standingText(found.value.at), standingText(atOf(ledger.units, outer.value))];
    if (here !== there) return refuse('elsewhere', 'units', `handling unit ${name} stands ${here}, ${into} ${there}`, 'move one to the other first');
    inner.push(found.value);
  }
  return ok({
    transfers: [],
    remember: () => {
      for (const it of inner) {
        it.outer = into;
        outer.value.inner.add(it.unit);
      }
    },
  });
}

export function unpacked(ledger: Ledger, { units }: BodyOf<'handling-unit.unpacked'>): Outcome {
  const inner: HandlingUnit[] = [];
  for (const name of new Set<string>(units)) {
    const found = standing(ledger, name);
    if (!found.ok) return refuse(found.error.code, 'units', found.error.problem, found.error.remedy);
    if (found.value.outer === null) return refuse('nothing-there', 'units', `handling unit ${name} stands in no other`, 'leave it out, or read its label again');
    inner.push(found.value);
  }
  return ok({ transfers: [], remember: () => inner.forEach((it) => setDown(ledger, it)) });
}

export function brokenDown(ledger: Ledger, { unit }: BodyOf<'handling-unit.broken-down'>): Outcome {
  const found = standing(ledger, unit);
  if (!found.ok) return found;
  return ok({
    transfers: [],
    remember: () => {
      const { value } = found;
      for (const name of value.inner) {
        const inner = ledger.units.get(name);
        if (inner !== undefined) setDown(ledger, inner);
      }
      while (value.outer !== null) setDown(ledger, value);
      value.gone = true;
    },
  });
}

export function moved(ledger: Ledger, { unit, to }: BodyOf<'handling-unit.moved'>): Outcome {
  const found = standing(ledger, unit);
  if (!found.ok) return found;
  if (found.value.outer !== null) return refuse('elsewhere', 'unit', `handling unit ${unit} stands in ${found.value.outer}`, `move ${found.value.outer}, or take ${unit} out of it first`);
  if (to.dispatch !== undefined && !ledger.dispatches.has(to.dispatch)) return refuse('unknown-dispatch', 'to', `no dispatch ${to.dispatch} was released`, 'release it first, or name one that was released');
  if (to.consignment !== undefined && !ledger.consignments.has(to.consignment)) return refuse('unknown-consignment', 'to', `no consignment ${to.consignment} was announced`, 'announce the consignment first');
  if (standingText(found.value.at) === standingText(to) && found.value.at.bin === to.bin) return NOTHING;
  return ok({ transfers: [], remember: () => { found.value.at = to; } });
}

/** Out of its outer, to where that stands; into the outer's own outer where it has one. */
function setDown(ledger: Ledger, inner: HandlingUnit): void {
  const outer = inner.outer === null ? undefined : ledger.units.get(inner.outer);
  if (outer === undefined) return;
  outer.inner.delete(inner.unit);
  inner.outer = outer.outer;
  if (outer.outer === null) inner.at = outer.at;
  else ledger.units.get(outer.outer)?.inner.add(inner.unit);
}

/** Those around it, from the inside out. */
function outersOf(tree: Tree, unit: HandlingUnit): HandlingUnit[] {
  const outers: HandlingUnit[] = [];
  for (let outer = unit.outer; outer !== null; ) {
    const found = tree.get(outer);
    if (found === undefined) break;
    outers.push(found);
    outer = found.outer;
  }
  return outers;
}

/** Where it stands, within whatever it is. */
export const atOf = (tree: Tree, unit: HandlingUnit): Standing => outersOf(tree, unit).at(-1)?.at ?? unit.at;

/** Units by lot in it and in all that stands in it. */
export function contentsOf(tree: Tree, unit: HandlingUnit): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (it: HandlingUnit): void => {
    for (const [lot, units] of it.contents) sums.set(lot, (sums.get(lot) ?? 0) + units);
    for (const name of it.inner) {
      const inner = tree.get(name);
      if (inner !== undefined) add(inner);
    }
  };
  add(unit);
  return sums;
}

const standingText = ({ place, consignment, dispatch, recipient }: Standing): string =>
  place !== undefined ? `at ${place}` : consignment !== undefined ? `on consignment ${consignment}` : dispatch !== undefined ? `on dispatch ${dispatch}` : `with ${recipient ?? ''}`;
