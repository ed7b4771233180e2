// Random journals over the opening of journal.ts: in order and out of it, with corrections and nonsense; what is refused is left
// out. With all postings that were written on the way.

import fc from 'fast-check';
import type { Fact } from '../../src/domain/facts.ts';
import type { Posting } from '../../src/ledger/accounts.ts';
import { type Folded, post } from '../../src/ledger/apply.ts';
import { factIdOf, journal, type Line, OPENING } from './journal.ts';

interface Entry {
  readonly step: { readonly kind: Line[0]; readonly body: object };
  readonly late: number;
  readonly strikes: number | null;
}

const units = fc.integer({ min: 1, max: 40 });
const lot = fc.constantFrom('A', 'A', 'A', 'B', 'X', 'A2');
const recipient = fc.constantFrom('IT', 'ES');
const dispatch = fc.constantFrom('D1', 'D2');
const consignment = fc.constantFrom('C1', 'C2');
const at = { place: 'BELGG' };

/** Mostly what could happen next; sometimes nonsense. */
const step: fc.Arbitrary<{ kind: Line[0]; body: object }> = fc.oneof(
  fc.record({ kind: fc.constantFrom('consignment.departed', 'consignment.arrived'), body: fc.record({ consignment }) }),
  fc.record({ kind: fc.constantFrom('consignment.departed', 'consignment.arrived'), body: fc.record({ consignment, lot, units }) }),
  fc.record({ kind: fc.constant('goods.tallied'), body: fc.record({ lot, units: fc.integer({ min: 0, max: 70 }) }).map((it) => ({ ...it, ...at })) }),
  fc.record({ kind: fc.constantFrom('customs.held', 'customs.cleared', 'goods.quarantined', 'goods.released', 'goods.surplus'), body: fc.record({ lot, units }).map((it) => ({ ...it, ...at })) }),
  fc.record({ kind: fc.constant('dispatch.released'), body: fc.record({ dispatch, recipient, lot, units }).map((it) => ({ ...it, ...at, route: [] })) }),
  fc.record({ kind: fc.constant('dispatch.departed'), body: fc.record({ dispatch }) }),
  fc.record({ kind: fc.constantFrom('dispatch.delivered', 'dispatch.accepted', 'dispatch.refused'), body: fc.oneof(fc.record({ dispatch, recipient, lot, units }), fc.record({ consignment, recipient, lot, units })) }),
  fc.record({ kind: fc.constantFrom('goods.short', 'goods.damaged', 'goods.lost', 'goods.seized', 'goods.recalled', 'goods.destroyed'), body: fc.oneof(fc.record({ dispatch, lot, units }), fc.record({ recipient, lot, units }), fc.record({ consignment, lot, units }), fc.record({ lot, units }).map((it) => ({ ...it, ...at }))) }),
  fc.record({ kind: fc.constant('goods.returned'), body: fc.oneof(fc.record({ dispatch, lot, units }), fc.record({ recipient, lot, units }), fc.record({ lossOf: fc.constantFrom('lost', 'seized', 'refused', 'damaged'), lot, units })).map((it) => ({ ...it, ...at })) }),
  fc.record({ kind: fc.constant('pledge.amended'), body: fc.integer({ min: 0, max: 150 }).map((n) => ({ pledge: 'P1', item: 'mask', units: n, reason: 'r' })) }),
  fc.record({ kind: fc.constant('pledge.withdrawn'), body: fc.constant({ pledge: 'P1', item: 'mask', reason: 'r' }) }),
  fc.record({ kind: fc.constant('goods.tallied'), body: fc.record({ lot, units: fc.integer({ min: 0, max: 40 }) }).map((it) => ({ ...it, ...at, partial: true })) }),
  fc.record({ kind: fc.constant('lot.offloaded'), body: fc.record({ lot, units }).map((it) => ({ ...it, onto: 'C2', as: `${it.lot}2` })) }),
  fc.record({ kind: fc.constant('lot.recalled'), body: fc.record({ recall: fc.constantFrom('R1', 'R2'), lots: fc.constantFrom(['A'], ['B', 'A']) }).map((it) => ({ ...it, reason: 'r' })) }),
  fc.record({ kind: fc.constant('recall.lifted'), body: fc.record({ recall: fc.constantFrom('R1', 'R2') }).map((it) => ({ ...it, reason: 'r' })) }),
  fc.record({ kind: fc.constant('release.refused'), body: fc.record({ dispatch }).map((it) => ({ ...it, reason: 'r' })) }),
  fc.record({ kind: fc.constant('lot.announced'), body: units.map((n) => ({ lot: 'X', consignment: 'C1', pledge: 'P1', item: 'mask', units: n })) }),
);
/** When it happened against when it was recorded (hours late), or which earlier fact is struck out. */
const entry: fc.Arbitrary<Entry> = fc.record({ step, late: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 }) }), strikes: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 12 }) });

function lineOf({ step: { kind, body }, late, strikes }: Entry, clock: number): Line {
  if (strikes !== null) return ['correction.made', clock, { corrects: factIdOf(strikes), reason: 'r' }];
  return [kind, Math.max(2.5, clock - late), body, clock];
}

export const randomEntries = fc.array(entry, { minLength: 4, maxLength: 24 });

/** The journal that comes of them, one fact an append. */
export function grown(entries: readonly Entry[]): { readonly facts: Fact[]; readonly postings: Posting[] } {
  const facts: Fact[] = journal(OPENING);
  const opening = post([], facts);
  if (!opening.ok) throw new Error('the opening does not post');
  const postings = [...opening.value.postings];
  let standing: Folded | null = opening.value.folded;
  for (const [index, it] of entries.entries()) {
    const [fresh] = journal([lineOf(it, 3 + index)], facts.length + 1);
    if (fresh === undefined) continue;
    // Admission (app/admit.ts) lets a correction name only a fact that stands and is none itself.
    if (fresh.kind === 'correction.made' && (facts[Number(fresh.body.corrects.slice(-12)) - 1]?.kind ?? 'correction.made') === 'correction.made') continue;
    const posted = post(facts, [fresh], standing ?? undefined);
    standing = posted.ok ? posted.value.folded : null;
    if (!posted.ok) continue;
    facts.push(fresh);
    postings.push(...posted.value.postings);
  }
  return { facts, postings };
}
