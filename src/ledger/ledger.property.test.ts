// Random journals, in order and out of it, with corrections: whatever is accepted keeps the partition, no account runs
// below zero, and the ledger, its postings and the independent audit agree to the unit.
// AIRBRIDGE_SEQUENCES sets how many; the default keeps the suite short.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ALWAYS, effective } from '../domain/asof.ts';
import { hour } from '../../test/support/journal.ts';
import { grown, randomEntries } from '../../test/support/random-journal.ts';
import { fold } from './apply.ts';
import { auditJournal, compare } from './audit.ts';
import { partition, partitionSides } from './partition.ts';

const SEQUENCES = Number(process.env['AIRBRIDGE_SEQUENCES'] ?? 1500);

test(`${SEQUENCES} random journals: partition, non-negativity, postings and audit`, () => {
  fc.assert(
    fc.property(randomEntries, (entries) => {
      const { facts, postings } = grown(entries);
      const sums = new Map<string, number>();
      for (const { pledge, item, from, to, units: n } of postings) {
        for (const [of, change] of [[from, -n], [to, n]] as const) {
          const key = [pledge, item, of.name, of.lot, of.at].join('\t');
          sums.set(key, (sums.get(key) ?? 0) + change);
        }
      }
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
