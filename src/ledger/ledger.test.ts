// The custody ledger as tables: what each fact moves, and what it refuses, by the name of the refusal.

import { describe, expect, test } from 'vitest';
import { ALWAYS, effective } from '../domain/asof.ts';
import { OPENING, factIdOf, hour, journal, type Line } from '../../test/support/journal.ts';
import { fold, post } from './apply.ts';
import { auditJournal, compare } from './audit.ts';
import { isOpen } from './ledger.ts';
import { partition, type PartitionRow } from './partition.ts';

const LANDED: Line[] = [...OPENING, ['consignment.departed', 3, { consignment: 'C1' }], ['consignment.arrived', 4, { consignment: 'C1' }]];
const STOCK: Line[] = [...LANDED, ['goods.tallied', 5, { place: 'BELGG', lot: 'A', units: 60 }]];
const ROAD: Line[] = [...STOCK, ['dispatch.released', 6, { dispatch: 'D1', place: 'BELGG', recipient: 'IT', lot: 'A', units: 40, route: [] }], ['dispatch.departed', 7, { dispatch: 'D1' }]];
const DOOR: Line[] = [...ROAD, ['dispatch.delivered', 8, { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 40 }]];
const AIR: Line[] = [...OPENING, ['consignment.departed', 3, { consignment: 'C2' }], ['consignment.arrived', 4, { consignment: 'C2' }]];

const rowOf = (lines: readonly Line[]): PartitionRow | undefined => {
  const facts = journal(lines);
  const { ledger, misfits } = fold(effective(facts, ALWAYS));
  expect(misfits.map(({ refusal }) => refusal)).toEqual([]);
  expect(compare(auditJournal(facts).rows, partition(ledger))).toEqual([]);
  expect(auditJournal(facts).problems).toEqual([]);
  return partition(ledger)[0];
};
/** outstanding, consigned, inTheAir, atHub, onward, delivered, lost */
const parts = (row: PartitionRow | undefined): (number | undefined)[] => [row?.outstanding, row?.consigned, row?.inTheAir, row?.atHub, row?.onward, row?.delivered, row?.lost];

describe('the way of a box, and where its units stand after each step', () => {
  test.each<[string, readonly Line[], number[]]>([
    //                                                                     out con air hub onw del lost
    ['announced',                                              OPENING,   [10, 90,  0,  0,  0,  0,  0]],
    ['landed at the hub',                                      LANDED,    [10, 30,  0, 60,  0,  0,  0]],
    ['tallied as announced',                                   STOCK,     [10, 30,  0, 60,  0,  0,  0]],
    ['on the road',                                            ROAD,      [10, 30,  0, 20, 40,  0,  0]],
    ['delivered',                                              DOOR,      [10, 30,  0, 20,  0, 40,  0]],
    ['landed elsewhere: onward at once',                       AIR,       [10, 60,  0,  0, 30,  0,  0]],
    ['delivered by the consignment itself', [...AIR, ['dispatch.delivered', 5, { consignment: 'C2', lot: 'B', recipient: 'ES', units: 30 }]], [10, 60, 0, 0, 0, 30, 0]],
    ['part of a lot flew',   [...OPENING, ['consignment.departed', 3, { consignment: 'C1', lot: 'A', units: 25 }]], [10, 65, 25, 0, 0, 0, 0]],
    ['tallied short: the rest waits',    [...LANDED, ['goods.tallied', 5, { place: 'BELGG', lot: 'A', units: 55 }]], [10, 30, 0, 60, 0, 0, 0]],
    ['and is written off',   [...LANDED, ['goods.tallied', 5, { place: 'BELGG', lot: 'A', units: 55 }], ['goods.short', 6, { place: 'BELGG', lot: 'A', units: 5 }]], [10, 30, 0, 55, 0, 0, 5]],
    ['tallied above what was announced', [...LANDED, ['goods.tallied', 5, { place: 'BELGG', lot: 'A', units: 64 }]], [6, 30, 0, 64, 0, 0, 0]],
    ['held by customs',      [...STOCK, ['customs.held', 6, { place: 'BELGG', lot: 'A', units: 10 }]], [10, 30, 0, 60, 0, 0, 0]],
    ['quarantined and recalled', [...STOCK, ['goods.quarantined', 6, { place: 'BELGG', lot: 'A', units: 10 }], ['goods.recalled', 7, { place: 'BELGG', lot: 'A', units: 10, state: 'quarantined' }]], [10, 30, 0, 50, 0, 0, 10]],
    ['seized on the road',   [...ROAD, ['goods.seized', 8, { dispatch: 'D1', lot: 'A', units: 15, reference: 'report 7' }]], [10, 30, 0, 20, 25, 0, 15]],
    ['refused at the door',  [...ROAD, ['dispatch.refused', 8, { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 40 }]], [10, 30, 0, 20, 0, 0, 40]],
    ['refused, then back at the hub', [...ROAD, ['dispatch.refused', 8, { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 40 }], ['goods.returned', 9, { place: 'BELGG', lossOf: 'refused', lot: 'A', units: 40 }]], [10, 30, 0, 60, 0, 0, 0]],
    ['accepted is part of delivered', [...DOOR, ['dispatch.accepted', 9, { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 39 }]], [10, 30, 0, 20, 0, 40, 0]],
    ['recalled from the receiver', [...DOOR, ['goods.recalled', 9, { recipient: 'IT', lot: 'A', units: 40 }]], [10, 30, 0, 20, 0, 0, 40]],
    ['a withdrawn pledge owes nothing more', [...OPENING, ['pledge.withdrawn', 3, { pledge: 'P1', item: 'mask', reason: 'r' }]], [0, 90, 0, 0, 0, 0, 0]],
  ])('%s', (_, lines, expected) => {
    expect(parts(rowOf(lines))).toEqual(expected);
  });

  test('more than was promised is surplus, and never makes a promise negative', () => {
    const row = rowOf([...OPENING, ['lot.announced', 2, { lot: 'X', consignment: 'C1', pledge: 'P1', item: 'mask', units: 25 }]]);
    expect(row).toMatchObject({ promised: 100, surplus: 15, outstanding: 0, consigned: 115 });
  });
  test('a pledge amended below what has come leaves the difference as surplus; amended up again, it takes it in', () => {
    expect(rowOf([...OPENING, ['pledge.amended', 3, { pledge: 'P1', item: 'mask', units: 70, reason: 'r' }]])).toMatchObject({ promised: 70, surplus: 20, outstanding: 0 });
    const up: Line[] = [['pledge.amended', 3, { pledge: 'P1', item: 'mask', units: 70, reason: 'r' }], ['pledge.amended', 4, { pledge: 'P1', item: 'mask', units: 95, reason: 'r' }]];
    expect(rowOf([...OPENING, ...up])).toMatchObject({ promised: 95, surplus: 0, outstanding: 5 });
  });
  test('what landed is a meter that only rises', () => {
    expect(rowOf(DOOR)).toMatchObject({ everLanded: 60, everDelivered: 40 });
  });
  test('goods cleared before their tally still wait for it', () => {
    const lines: Line[] = [...LANDED, ['customs.held', 5, { place: 'BELGG', lot: 'A', units: 60 }], ['customs.cleared', 6, { place: 'BELGG', lot: 'A', units: 60 }]];
    const { misfits } = fold(effective(journal([...lines, ['dispatch.released', 7, { dispatch: 'D1', place: 'BELGG', recipient: 'IT', lot: 'A', units: 1, route: [] }]]), ALWAYS));
    expect(misfits.map(({ refusal }) => refusal.code)).toEqual(['nothing-there']);
  });
});

describe('what the ledger refuses, by name', () => {
  test.each<[string, readonly Line[], Line, string]>([
    ['a pledge twice', OPENING, ['pledge.made', 9, { pledge: 'P1', item: 'mask', donor: 'd', units: 1, scope: 'EU', viaHub: true }], 'already-there'],
    ['an amendment of no pledge', OPENING, ['pledge.amended', 9, { pledge: 'P1', item: 'gown', units: 1, reason: 'r' }], 'unknown-pledge'],
    ['a lot twice', OPENING, ['lot.announced', 9, { lot: 'A', consignment: 'C1', pledge: 'P1', item: 'mask', units: 1 }], 'already-there'],
    ['a lot on no consignment', OPENING, ['lot.announced', 9, { lot: 'Z', consignment: 'C9', pledge: 'P1', item: 'mask', units: 1 }], 'unknown-consignment'],
    ['a lot of no pledge', OPENING, ['lot.announced', 9, { lot: 'Z', consignment: 'C1', pledge: 'P9', item: 'mask', units: 1 }], 'unknown-pledge'],
    ['departure of a lot that is elsewhere', OPENING, ['consignment.departed', 9, { consignment: 'C1', lot: 'B' }], 'wrong-consignment'],
    ['departure of more than was announced', OPENING, ['consignment.departed', 9, { consignment: 'C1', lot: 'A', units: 61 }], 'not-enough'],
    ['arrival before departure', OPENING, ['consignment.arrived', 9, { consignment: 'C1' }], 'nothing-there'],
    ['arrival twice', LANDED, ['consignment.arrived', 9, { consignment: 'C1' }], 'nothing-there'],
    ['tally of nothing landed', OPENING, ['goods.tallied', 9, { place: 'BELGG', lot: 'A', units: 60 }], 'nothing-there'],
    ['tally twice', STOCK, ['goods.tallied', 9, { place: 'BELGG', lot: 'A', units: 60 }], 'nothing-there'],
    ['tally where there is no hub', STOCK, ['goods.tallied', 9, { place: 'ITROM', lot: 'A', units: 60 }], 'not-a-hub'],
    ['clearing what is not held', STOCK, ['customs.cleared', 9, { place: 'BELGG', lot: 'A', units: 1 }], 'nothing-there'],
    ['releasing more than is available', STOCK, ['dispatch.released', 9, { dispatch: 'D1', place: 'BELGG', recipient: 'IT', lot: 'A', units: 61, route: [] }], 'not-enough'],
    ['releasing before the tally', LANDED, ['dispatch.released', 9, { dispatch: 'D1', place: 'BELGG', recipient: 'IT', lot: 'A', units: 1, route: [] }], 'nothing-there'],
    ['one dispatch for two recipients', ROAD, ['dispatch.released', 9, { dispatch: 'D1', place: 'BELGG', recipient: 'ES', lot: 'A', units: 1, route: [] }], 'wrong-recipient'],
    ['departure of a dispatch that nobody released', STOCK, ['dispatch.departed', 9, { dispatch: 'D7' }], 'unknown-dispatch'],
    ['delivery to somebody else', ROAD, ['dispatch.delivered', 9, { dispatch: 'D1', lot: 'A', recipient: 'ES', units: 1 }], 'wrong-recipient'],
    ['delivery twice', DOOR, ['dispatch.delivered', 9, { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 40 }], 'nothing-there'],
    ['acceptance of more than was delivered', DOOR, ['dispatch.accepted', 9, { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 41 }], 'not-enough'],
    ['loss of a lot that nobody knows', STOCK, ['goods.lost', 9, { place: 'BELGG', lot: 'Q', units: 1 }], 'unknown-lot'],
    ['loss of more than is there', STOCK, ['goods.lost', 9, { place: 'BELGG', lot: 'A', units: 61 }], 'not-enough'],
    ['loss in a state that its holder never has', STOCK, ['goods.lost', 9, { place: 'BELGG', lot: 'A', units: 1, state: 'onward' }], 'nothing-there'],
    ['return of more than was lost', ROAD, ['goods.returned', 9, { place: 'BELGG', lossOf: 'lost', lot: 'A', units: 1 }], 'nothing-there'],
    ['resolving what was never a question', STOCK, ['discrepancy.resolved', 9, { opened: factIdOf(1), lot: 'A', how: 'h' }], 'unknown-discrepancy'],
  ])('%s', (_, before, wrong, code) => {
    const standing = journal(before);
    const refused = post(standing, journal([wrong], standing.length + 1));
    expect(refused.ok ? 'accepted' : refused.error.map(({ refusal }) => refusal.code)).toEqual([code]);
    if (!refused.ok) for (const { refusal } of refused.error) expect(refusal.remedy).not.toBe('');
  });
});

describe('what the auditor reports by its own count, where a journal holds what the ledger would have refused', () => {
  test.each<[string, readonly Line[], Line]>([
    ['a pledge twice', OPENING, ['pledge.made', 9, { pledge: 'P1', item: 'mask', donor: 'd', units: 1, scope: 'EU', viaHub: true }]],
    ['a lot of no pledge', OPENING, ['lot.announced', 9, { lot: 'Z', consignment: 'C1', pledge: 'P9', item: 'mask', units: 1 }]],
    ['departure of more than was announced', OPENING, ['consignment.departed', 9, { consignment: 'C1', lot: 'A', units: 61 }]],
    ['releasing more than is available', STOCK, ['dispatch.released', 9, { dispatch: 'D1', place: 'BELGG', recipient: 'IT', lot: 'A', units: 61, route: [] }]],
    ['delivery to somebody else', ROAD, ['dispatch.delivered', 9, { dispatch: 'D1', lot: 'A', recipient: 'ES', units: 1 }]],
    ['acceptance of more than was delivered', DOOR, ['dispatch.accepted', 9, { dispatch: 'D1', lot: 'A', recipient: 'IT', units: 41 }]],
    ['loss of more than is there', STOCK, ['goods.lost', 9, { place: 'BELGG', lot: 'A', units: 61 }]],
    ['return of more than was lost', ROAD, ['goods.returned', 9, { place: 'BELGG', lossOf: 'lost', lot: 'A', units: 1 }]],
  ])('%s', (_, before, wrong) => expect(auditJournal(journal([...before, wrong])).problems).toHaveLength(1));
});

describe('discrepancies', () => {
  const open = (lines: readonly Line[]): string[] => {
    const { ledger } = fold(effective(journal(lines), ALWAYS));
    return [...ledger.discrepancies.values()].filter((it) => isOpen(ledger, it)).map((it) => `${it.kind} ${it.lot} ${it.found}/${it.expected}`);
  };
  const short: Line[] = [...LANDED, ['goods.tallied', 5, { place: 'BELGG', lot: 'A', units: 55 }]];
  test('a short tally stays open', () => expect(open(short)).toEqual(['short A 55/60']));
  test('until the missing units are found again', () => expect(open([...short, ['goods.tallied', 6, { place: 'BELGG', lot: 'A', units: 5 }]])).toEqual([]));
  test('or written off', () => expect(open([...short, ['goods.short', 6, { place: 'BELGG', lot: 'A', units: 5 }]])).toEqual([]));
  test('or somebody says what it was', () => expect(open([...short, ['discrepancy.resolved', 6, { opened: factIdOf(short.length), lot: 'A', how: 'miscounted at origin' }]])).toEqual([]));
  test('surplus is open until somebody says what it is', () => expect(open([...LANDED, ['goods.tallied', 5, { place: 'BELGG', lot: 'A', units: 64 }]])).toEqual(['surplus A 64/60']));
});

describe('time: corrections, late facts, as-of and known-at', () => {
  const wrong = STOCK.length;
  const CORRECTED: Line[] = [...STOCK.slice(0, -1), ['goods.tallied', 5, { place: 'BELGG', lot: 'A', units: 6 }], ['correction.made', 20, { corrects: factIdOf(wrong), reason: 'typed 6 for 60', replacement: { occurredAt: hour(5), body: { place: 'BELGG', lot: 'A', units: 60 } } }]];
  const available = (lines: readonly Line[], asOf: number | null, knownAt: number | null): number => {
    const { ledger } = fold(effective(journal(lines), { asOf: asOf === null ? null : hour(asOf), knownAt: knownAt === null ? null : hour(knownAt) }));
    return [...ledger.balances.values()].reduce((sum, it) => sum + (it.account.name === 'available' ? it.units : 0), 0);
  };
  test.each<[string, number | null, number | null, number]>([
    ['now: the correction holds', null, null, 60],
    ['as of hour 6: with every correction known now', 6, null, 60],
    ['as of hour 6, as it was known at hour 6', 6, 6, 6],
    ['as of hour 4: not yet tallied', 4, null, 0],
  ])('%s', (_, asOf, knownAt, units) => expect(available(CORRECTED, asOf, knownAt)).toBe(units));

  test('a fact that comes late takes its place in time, and what it changes is written back and posted anew', () => {
    const standing = journal(STOCK);
    const late = journal([['lot.announced', 1.5, { lot: 'X', consignment: 'C1', pledge: 'P1', item: 'mask', units: 20 }, 30]], standing.length + 1);
    // The consignment was not announced at hour 1.5: refused. At hour 2.5 it joins the aircraft with the others.
    expect(post(standing, late).ok).toBe(false);
    const inTime = journal([['lot.announced', 2.5, { lot: 'X', consignment: 'C1', pledge: 'P1', item: 'mask', units: 20 }, 30]], standing.length + 1);
    const posted = post(standing, inTime);
    expect(posted.ok).toBe(true);
    if (!posted.ok) return;
    expect(partition(posted.value.folded.ledger)[0]).toMatchObject({ surplus: 10, consigned: 30, atHub: 80 });
    const sums = new Map<string, number>();
    const first = post([], standing);
    if (!first.ok) throw new Error('the standing journal does not post');
    for (const { pledge, item, from, to, units } of [...first.value.postings, ...posted.value.postings]) {
      for (const [of, change] of [[from, -units], [to, units]] as const) {
        const key = [pledge, item, of.name, of.lot, of.at].join();
        sums.set(key, (sums.get(key) ?? 0) + change);
      }
    }
    for (const it of posted.value.folded.ledger.balances.values()) expect(sums.get([it.pledge, it.item, it.account.name, it.account.lot, it.account.at].join()) ?? 0).toBe(it.units);
  });

  test('voiding an arrival under a later tally is refused, and says which fact would be left without units', () => {
    const standing = journal(STOCK);
    const refused = post(standing, journal([['correction.made', 20, { corrects: factIdOf(LANDED.length), reason: 'another flight' }]], standing.length + 1));
    expect(refused.ok ? [] : refused.error.map(({ fact, refusal }) => `${fact.kind}: ${refusal.code}`)).toEqual(['goods.tallied: nothing-there']);
  });
});
