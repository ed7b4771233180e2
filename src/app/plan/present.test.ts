// The kept situation is never anything but what a fold of the whole journal gives.

import { expect, test } from 'vitest';
import { factIdOf, hour, journal, type Line } from '../../../test/support/journal.ts';
import { SENT } from '../../../test/support/small-operation.ts';
import { keptPresent } from './present.ts';
import { situation } from './situation.ts';

const LATER: readonly Line[] = [
  ['dispatch.arrived', 54, { dispatch: 'D1' }],
  ['goods.damaged', 40, { dispatch: 'D1', lot: 'A', units: 10 }, 60],
  ['dispatch.delivered', 56, { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 390 }],
  ['correction.made', 57, { corrects: factIdOf(SENT.length + 2), reason: 'ten were soiled, not damaged', replacement: { occurredAt: hour(41), body: { dispatch: 'D1', lot: 'A', units: 9 } } }],
];

test('carried on fact by fact, through a late one and a correction, it is what a fold gives', () => {
  const all = journal([...SENT, ...LATER]);
  const present = keptPresent();
  for (let length = 1; length <= all.length; length += 1)
    for (const asOf of [hour(100), hour(25)]) {
      const facts = all.slice(0, length);
      expect(present(facts, { asOf, knownAt: null })).toEqual(situation(facts, { asOf, knownAt: null }));
    }
});

test('another journal of the same operation is folded anew', () => {
  const present = keptPresent();
  const when = { asOf: hour(100), knownAt: null };
  present(journal(SENT), when);
  const shorter = journal(SENT.slice(0, -2));
  expect(present(shorter, when)).toEqual(situation(shorter, when));
});
