// Random journals, late facts and corrections among them: totals by the leaves alone are those of the ledger, now and as of an
// instant in the middle. The two share no code.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leavesOfFacts } from '../../src/app/log/leaves.ts';
import { machineSha256 } from '../../src/app/log/machine-sha256.ts';
import { ALWAYS, effective, type When } from '../../src/domain/asof.ts';
import type { Fact } from '../../src/domain/facts.ts';
import { fold } from '../../src/ledger/apply.ts';
import { partition } from '../../src/ledger/partition.ts';
import { readLeaf } from '../../src/log/leaf.ts';
import { FIGURES, Totals, type TotalsRow } from '../../src/log/totals.ts';
import { hour } from '../support/journal.ts';
import { grown, randomEntries } from '../support/random-journal.ts';

const JOURNALS = 1_000;

const byLedger = (facts: readonly Fact[], when: When): TotalsRow[] =>
  partition(fold(effective(facts, when)).ledger)
    .filter((row) => FIGURES.some((figure) => row[figure] !== 0))
    .toSorted((a, b) => (`${a.pledge}\t${a.item}` < `${b.pledge}\t${b.item}` ? -1 : 1));

test(`${JOURNALS} random journals`, () => {
  fc.assert(
    fc.property(randomEntries, (entries) => {
      const { facts, postings } = grown(entries);
      const then = hour(3 + entries.length / 2);
      const [all, asOf] = [new Totals(), new Totals(then)];
      for (const bytes of leavesOfFacts(machineSha256, facts, facts, postings).flat()) {
        const leaf = readLeaf(bytes);
        if (!leaf.ok) throw new Error(leaf.error);
        all.add(leaf.value);
        asOf.add(leaf.value);
      }
      expect(all.rows()).toEqual(byLedger(facts, ALWAYS));
      expect(all.impossible()).toEqual([]);
      expect(asOf.rows()).toEqual(byLedger(facts, { asOf: then, knownAt: null }));
    }),
    { numRuns: JOURNALS, seed: 20200316 },
  );
}, 600_000);
