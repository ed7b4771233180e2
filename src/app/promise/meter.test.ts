// The meter agrees with the ledger at every instant of the reference operation, and its sums by country lose no unit.

import { describe, expect, test } from 'vitest';
import { hour, journal, type Line } from '../../../test/support/journal.ts';
import { STOCK } from '../../../test/support/small-operation.ts';
import { REFERENCE, readFolder } from '../../../test/support/packs.ts';
import { Instant } from '../../domain/time.ts';
import { partition } from '../../ledger/partition.ts';
import { journalOfPack } from '../pack/read.ts';
import { situation } from '../plan/situation.ts';
import { meterAt, meterOf, sumOf, totalOf } from './meter.ts';
import { historyOf, meterReport, pledgeMeters, type PledgeMeter } from './meter-report.ts';

const read = journalOfPack(readFolder(REFERENCE));
if (!read.ok) throw new Error('the reference operation is refused');
const { facts } = read.value;
const last = situation(facts, { asOf: Instant.parse('2020-04-02T00:00:00.000Z'), knownAt: null });

test.each(Array.from({ length: 32 }, (_, day) => new Date(Date.UTC(2020, 2, 1 + day, 23)).toISOString()))('at %s it says what the ledger says', (asOf) => {
  const now = situation(facts, { asOf: Instant.parse(asOf), knownAt: null });
  const meters = pledgeMeters(now, meterOf(now));
  const rows = partition(now.ledger);
  expect(meters.map(({ pledge, item, ...it }) => ({ pledge, item, promised: it.promised, surplus: it.surplus, outstanding: it.outstanding, consigned: it.consigned, inTheAir: it.inTheAir, atHub: it.atHub, onward: it.onward, delivered: it.delivered, accepted: it.accepted, lost: it.lost, everLanded: it.everLanded, everDelivered: it.everDelivered })).toSorted(byName)).toEqual(rows.toSorted(byName));
  for (const it of meters) {
    expect(it.countries.reduce((sum, { total }) => sum + total, 0)).toBe(it.promised + it.surplus);
    expect(it.countries.every((cell) => Object.values(cell).every((value) => typeof value !== 'number' || value >= 0))).toBe(true);
  }
});
const byName = (a: { readonly pledge: string; readonly item: string }, b: typeof a): number => (`${a.pledge} ${a.item}` < `${b.pledge} ${b.item}` ? -1 : 1);

test('what it says of an earlier instant is what it said then', () => {
  const meter = meterOf(last);
  for (const asOf of ['2020-03-13T23:00:00.000Z', '2020-03-16T19:40:00.000Z', '2020-03-18T22:59:00.000Z'].map((it) => Instant.parse(it))) {
    const then = pledgeMeters(last, meterOf(situation(facts, { asOf, knownAt: null })));
    for (const { pledge, item, everLanded, onward } of then) expect(sumOf(meterAt(meter)(pledge, item, asOf)?.cells ?? [])).toMatchObject({ everLanded, onward });
  }
});

describe('sums', () => {
  const report = meterReport(pledgeMeters(last, meterOf(last)));
  test('by donor and by item, of equal items alone, add up to the pledges', () => {
    const masks = report.pledges.filter(({ item }) => item === 'surgical-mask');
    const sum = (key: keyof PledgeMeter): number => masks.reduce((total, it) => total + Number(it[key]), 0);
    expect(report.items.find(({ item }) => item === 'surgical-mask')).toMatchObject({ promised: sum('promised'), everLanded: sum('everLanded'), delivered: sum('delivered') });
    expect(report.donors.map(({ item }) => item)).toEqual(report.items.map(({ item }) => item));
  });
  test('by country: what is bound to none stands under none until it has a receiver', () => {
    const of = (country: string | null, item: string): number | undefined => report.countries.find((it) => it.country === country && it.item === item)?.total;
    expect([of('IT', 'surgical-mask'), of('ES', 'surgical-mask'), of('BE', 'surgical-mask'), of('FR', 'surgical-mask')]).toEqual([1_000_000, 500_000, 800_000, 1_000_000]);
    expect([of('CH', 'ffp2'), of('NL', 'ffp2'), of(null, 'ffp2')]).toEqual([8000, 4000, 168_000]);
  });
});

test('history: a point for each fact that moved units, and the last is the present', () => {
  const points = historyOf(last, meterOf(last), { item: 'surgical-mask', pledge: 'P1' });
  const landed = points.filter((point, index) => point.everLanded !== points[index - 1]?.everLanded).map(({ at, everLanded }) => [at, everLanded]);
  expect(landed).toEqual([['2020-03-13T06:00:00.000Z', 0], ['2020-03-13T20:30:00.000Z', 500_000], ['2020-03-16T11:30:00.000Z', 800_000], ['2020-03-17T12:00:00.000Z', 1_300_000], ['2020-03-18T11:45:00.000Z', 1_500_000], ['2020-03-20T13:00:00.000Z', 2_000_000]]);
  for (const point of points) expect(totalOf(point)).toBe(point.total);
  expect(historyOf(last, meterOf(last), { item: 'surgical-mask', country: 'ES' }).at(-1)).toMatchObject({ delivered: 500_000, total: 500_000, promised: null });
  expect(historyOf(last, meterOf(last), { item: 'nothing' })).toEqual([]);
});

test('units beyond the pledge, and units taken back, stay in the sums', () => {
  const lines: Line[] = [...STOCK, ['pledge.withdrawn', 23, { pledge: 'P1', item: 'mask', reason: 'r' }], ['goods.surplus', 24, { place: 'BELGG', lot: 'A', units: 50 }], ['goods.lost', 25, { place: 'BELGG', lot: 'A', units: 20 }]];
  const now = situation(journal(lines), { asOf: hour(30), knownAt: null });
  expect(pledgeMeters(now, meterOf(now))[0]).toMatchObject({ promised: 600, surplus: 50, outstanding: 0, atHub: 630, lost: 20, everConsigned: 600, everLanded: 650, countries: [{ country: 'IT', total: 650 }] });
});
