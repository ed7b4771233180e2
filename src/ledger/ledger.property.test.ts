// Random journals, in order and out of it, with corrections: whatever is accepted keeps the partition, no account runs
// below zero, and the ledger, its postings and the independent audit agree to the unit.
// AIRBRIDGE_SEQUENCES sets how many; the default keeps the suite short.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALWAYS, effective } from '../domain/asof.ts';
import type { Fact } from '../domain/facts.ts';
import { OPENING, factIdOf, hour, journal, type Line } from '../../test/support/journal.ts';
import { fold, post, type Folded } from './apply.ts';
import { auditJournal, compare } from './audit.ts';
import { partition, partitionSides } from './partition.ts';

const SEQUENCES = Number(process.env['AIRBRIDGE_SEQUENCES'] ?? 1500);

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
const entry = fc.record({ step, late: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 }) }), strikes: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 12 }) });

function lineOf({ step: { kind, body }, late, strikes }: { step: { kind: Line[0]; body: object }; late: number; strikes: number | null }, clock: number): Line {
  if (strikes !== null) return ['correction.made', clock, { corrects: factIdOf(strikes), reason: 'r' }];
  return [kind, Math.max(2.5, clock - late), body, clock];
}

test(`${SEQUENCES} random journals: partition, non-negativity, postings and audit`, () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 4, maxLength: 24 }), (entries) => {
      const facts: Fact[] = journal(OPENING);
      const opening = post([], facts);
      if (!opening.ok) throw new Error('the opening does not post');
      let standing: Folded | null = opening.value.folded;
      const sums = new Map<string, number>();
      const book = (postings: typeof opening.value.postings): void => {
        for (const { pledge, item, from, to, units: n } of postings)
          for (const [of, change] of [[from, -n], [to, n]] as const) {
            const key = [pledge, item, of.name, of.lot, of.at].join('\t');
            sums.set(key, (sums.get(key) ?? 0) + change);
          }
      };
      book(opening.value.postings);
      entries.forEach((it, index) => {
        const [fresh] = journal([lineOf(it, 3 + index)], facts.length + 1);
        if (fresh === undefined) return;
        // Admission (app/admit.ts) lets a correction name only a fact that stands and is none itself.
        if (fresh.kind === 'correction.made' && (facts[Number(fresh.body.corrects.slice(-12)) - 1]?.kind ?? 'correction.made') === 'correction.made') return;
        const posted = post(facts, [fresh], standing ?? undefined);
        standing = posted.ok ? posted.value.folded : null;
        if (!posted.ok) return;
        facts.push(fresh);
        book(posted.value.postings);
      });
      const { ledger, misfits } = fold(effective(facts, ALWAYS));
      expect(misfits).toEqual([]);
      for (const row of partition(ledger)) expect(partitionSides(row)[0]).toBe(partitionSides(row)[1]);
      for (const [key, { account, units: n }] of ledger.balances) {
        if (account.name !== 'promised' && account.name !== 'surplus') expect(n).toBeGreaterThanOrEqual(0);
        expect(sums.get(key) ?? 0).toBe(n);
      }
      const audited = auditJournal(facts);
      expect(audited.problems).toEqual([]);
      expect(compare(audited.rows, partition(ledger))).toEqual([]);
      // The same at an instant in the middle, as it was known then.
      const then = hour(3 + entries.length / 2);
      expect(compare(auditJournal(facts, then, then).rows, partition(fold(effective(facts, { asOf: then, knownAt: then })).ledger))).toEqual([]);
    }),
    { numRuns: SEQUENCES, seed: 20200313 },
  );
}, 3_600_000);
