// What makes a loss good: release orders and lots that name it.

import type { Fact } from '../../domain/facts.ts';

export interface Replacement {
  readonly kind: 'dispatch' | 'lot';
  readonly name: string;
  readonly units: number;
  /** The fact that says so. */
  readonly seq: number;
}

/** `facts`: those that hold. */
export const replacementsOf = (facts: readonly Fact[], loss: Fact['id']): Replacement[] =>
  facts.flatMap((fact): Replacement[] => {
    if (fact.kind === 'dispatch.released') return fact.body.replaces === loss ? [{ kind: 'dispatch', name: fact.body.dispatch, units: fact.body.units, seq: fact.seq }] : [];
    return fact.kind === 'lot.announced' && fact.body.replaces === loss ? [{ kind: 'lot', name: fact.body.lot, units: fact.body.units, seq: fact.seq }] : [];
  });
