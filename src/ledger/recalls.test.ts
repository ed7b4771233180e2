import { expect, test } from 'vitest';
import { OPENING, journal, type Line } from '../../test/support/journal.ts';
import { ALWAYS, effective } from '../domain/asof.ts';
import { fold } from './apply.ts';
import { auditJournal, compare } from './audit.ts';
import { partition } from './partition.ts';

const LANDED: readonly Line[] = [...OPENING, ['consignment.departed', 3, { consignment: 'C1' }], ['consignment.arrived', 4, { consignment: 'C1' }]];
const TALLIED: readonly Line[] = [...LANDED, ['goods.tallied', 5, { place: 'BELGG', lot: 'A', units: 60 }]];
const order = (units: number, at = 6): Line => ['dispatch.released', at, { dispatch: 'D1', place: 'BELGG', recipient: 'IT', lot: 'A', units, route: [] }];
const RECALL: Line = ['lot.recalled', 8, { recall: 'R1', lots: ['A'], reason: 'filters fail' }];

/** Where lot A lies, as `state at holder: units`, and what was refused. The auditor is asked each time. */
function after(...lines: readonly Line[]): { lies: string[]; problems: string[] } {
  const facts = journal(lines);
  const { ledger, misfits } = fold(effective(facts, ALWAYS));
  const refused = new Set(misfits.map(({ fact }) => fact.seq));
  const held = facts.filter(({ seq }) => !refused.has(seq)).map((fact, index) => ({ ...fact, seq: index + 1 }));
  const audited = auditJournal(held);
  expect(audited.problems).toEqual([]);
  expect(compare(audited.rows, partition(ledger))).toEqual([]);
  const lies = [...ledger.balances.values()].filter(({ account, units }) => account.lot.startsWith('A') && units > 0).map(({ account, units }) => `${account.lot} ${account.name} ${account.at}: ${units}`.replace(' :', ':'));
  return { lies: lies.toSorted(), problems: misfits.map(({ refusal }) => refusal.problem) };
}

test('free stock and what waits under a release order go into quarantine at once; what is on the road stays where it is', () => {
  expect(after(...TALLIED, order(20), ['dispatch.departed', 7, { dispatch: 'D1', lot: 'A', units: 5 }], RECALL).lies).toEqual(['A onward D1: 5', 'A quarantined BELGG: 55']);
});

test('nothing of a recalled lot goes out or is released from quarantine, until the recall is lifted', () => {
  const released: Line = ['goods.released', 10, { place: 'BELGG', lot: 'A', units: 60 }];
  expect(after(...TALLIED, RECALL, order(10, 9), released).problems).toEqual(['lot A is recalled', 'lot A is recalled']);
  expect(after(...TALLIED, RECALL, ['recall.lifted', 9, { recall: 'R1', reason: 'tested again' }], released).lies).toEqual(['A available BELGG: 60']);
});

test('what is counted, cleared or brought back after the recall is kept apart as well', () => {
  expect(after(...LANDED, RECALL, ['goods.tallied', 9, { place: 'BELGG', lot: 'A', units: 60 }]).lies).toEqual(['A quarantined BELGG: 60']);
  expect(after(...TALLIED, ['customs.held', 6, { place: 'BELGG', lot: 'A', units: 60 }], RECALL, ['customs.cleared', 9, { place: 'BELGG', lot: 'A', units: 60 }]).lies).toEqual(['A quarantined BELGG: 60']);
});

test('a lot under two recalls is free once both are lifted', () => {
  const second: Line = ['lot.recalled', 8, { recall: 'R2', lots: ['A'], reason: 'labels' }];
  const lifted = (recall: string): Line => ['recall.lifted', 9, { recall, reason: 'r' }];
  const released: Line = ['goods.released', 10, { place: 'BELGG', lot: 'A', units: 60 }];
  expect(after(...TALLIED, RECALL, second, lifted('R1'), released).problems).toEqual(['lot A is recalled']);
  expect(after(...TALLIED, RECALL, second, lifted('R1'), lifted('R2'), released).lies).toEqual(['A available BELGG: 60']);
});

test('pieces that were left behind fly under a lot of their own, and are recalled with the lot that they come from', () => {
  const split: Line = ['lot.offloaded', 3, { lot: 'A', units: 25, onto: 'C2', as: 'A-2', pieces: '13 cartons' }];
  expect(after(...OPENING, split, ['consignment.departed', 3, { consignment: 'C1' }]).lies).toEqual(['A airborne C1: 35', 'A-2 consigned C2: 25']);
  const recalledFirst: Line = ['lot.recalled', 2.5, { recall: 'R1', lots: ['A'], reason: 'filters fail' }];
  const arrived: readonly Line[] = [['consignment.departed', 3, { consignment: 'C2' }], ['consignment.arrived', 4, { consignment: 'C2', place: 'BELGG' }], ['goods.tallied', 5, { place: 'BELGG', lot: 'A-2', units: 25 }]];
  expect(after(...OPENING, recalledFirst, split, ...arrived).lies).toContain('A-2 quarantined BELGG: 25');
});

test('a refused release order frees what waits under it', () => {
  expect(after(...TALLIED, order(20), ['release.refused', 7, { dispatch: 'D1', reason: 'no export authorisation' }]).lies).toEqual(['A available BELGG: 60']);
});

test('a tally that goes on leaves no discrepancy; its end does', () => {
  const some: Line = ['goods.tallied', 5, { place: 'BELGG', lot: 'A', units: 40, partial: true, by: 'scan' }];
  const { ledger } = fold(effective(journal([...LANDED, some]), ALWAYS));
  expect(ledger.discrepancies.size).toBe(0);
  const ended = fold(effective(journal([...LANDED, some, ['goods.tallied', 6, { place: 'BELGG', lot: 'A', units: 15 }]]), ALWAYS));
  expect([...ended.ledger.discrepancies.values()].map(({ kind, expected, found }) => [kind, expected, found])).toEqual([['short', 20, 15]]);
});
