// Bad input: each pack below is the reference operation with something wrong. Every problem is named at once, with file,
// sheet, row, column, value and remedy, and nothing is taken in.

import { describe, expect, test } from 'vitest';
import type { Rejection } from '../../src/app/failure.ts';
import { journalOfPack } from '../../src/app/pack/read.ts';
import { REFERENCE, cell, edited, readFolder } from '../support/packs.ts';
import type { PackFiles } from '../../src/standards/packs/write-pack.ts';

const reference = readFolder(REFERENCE);

function refused(pack: PackFiles): readonly Rejection[] {
  const journal = journalOfPack(pack);
  if (journal.ok) return [];
  return 'rejected' in journal.error ? journal.error.rejected : [];
}

describe('one thing wrong in the reference operation', () => {
  test('nothing is wrong with it as it is', () => expect(refused(reference)).toEqual([]));

  test.each<[string, string, ((text: string) => string) | null, Partial<Record<keyof Rejection, unknown>>]>([
    ['a missing sheet', 'items', null, { sheet: 'items', problem: /missing/ }],
    ['a wrong unit', 'pledges', cell('P2,', 'unit', 'crate'), { sheet: 'pledges', row: 3, column: 'unit', value: 'crate' }],
    ['a unit that is nearly right', 'pledges', cell('P2,', 'unit', 'carto'), { sheet: 'pledges', column: 'unit', remedy: /carton/ }],
    ['a negative count', 'pledges', cell('P2,', 'quantity', '-5'), { sheet: 'pledges', row: 3, column: 'quantity', value: '-5' }],
    ['a fractional count', 'pledges', cell('P2,', 'quantity', '1000.5'), { sheet: 'pledges', column: 'quantity', value: '1000.5' }],
    ['a count with separators', 'pledges', cell('P2,', 'quantity', '1.000.000'), { sheet: 'pledges', column: 'quantity', value: '1.000.000' }],
    ['an unknown place', 'services', cell('ROAD-LGG-BRU,', 'to', 'BEBRX'), { sheet: 'services', row: 2, column: 'to', value: 'BEBRX', remedy: /BEBRU/ }],
    ['an item with a typing error', 'pledges', cell('P2,', 'item', 'surgical-msk'), { sheet: 'pledges', column: 'item', remedy: /surgical-mask/ }],
    ['a lot whose weight cannot be true', 'lots', cell('F1-MASK,', 'gross_kg', '30600'), { sheet: 'lots', column: 'gross_kg', problem: /250 cartons/ }],
    ['a lot whose volume cannot be true', 'lots', cell('F1-MASK,', 'volume_m3', '187.72'), { sheet: 'lots', column: 'volume_m3' }],
    ['a departure that arrives before it leaves', 'departures', cell('ROAD-LGG-BRU-20200314', 'arrives', '2020-03-14T06:00'), { sheet: 'departures', column: 'arrives', problem: /before it leaves/ }],
    ['a departure in the hour that the clocks skip', 'departures', cell('ROAD-LGG-BRU-20200329', 'departs', '2020-03-29T02:30'), { sheet: 'departures', column: 'departs', problem: /clocks/ }],
    ['an earmark above its pledge', 'earmarks', cell('P1-IT,', 'quantity', '1000001'), { sheet: 'earmarks', row: 2, column: 'quantity', problem: /only 2000000/ }],
    ['a duplicate id', 'lots', (text) => `${text.trimEnd()}\n${text.split('\n').find((line) => line.startsWith('F1-MASK,')) ?? ''}\n`, { sheet: 'lots', column: 'lot', value: 'F1-MASK' }],
    ['a column with a typing error', 'pledges', (text) => text.replace('quantity', 'quantty'), { sheet: 'pledges', column: 'quantty', remedy: /quantity/ }],
    ['an instant that does not exist', 'pledges', cell('P2,', 'made_at', '2020-02-30T08:00:00Z'), { sheet: 'pledges', column: 'made_at' }],
    ['a source that nobody recorded', 'pledges', cell('P2,', 'source', 'rtbff'), { sheet: 'pledges', column: 'source' }],
    ['a release of more than is there', 'movements', cell('D-BE-1,F2-MASK', 'quantity', '300001'), { sheet: 'movements', column: 'quantity', problem: /300000/ }],
    ['a setting that nobody knows', 'operation', (text) => text.replace('horizon_days', 'horizon_day'), { sheet: 'operation', value: 'horizon_day' }],
  ])('%s', (_, sheet, edit, expected) => {
    const found = refused(edited(reference, sheet, edit));
    const matching = found.filter((rejection) => Object.entries(expected).every(([key, value]) => (value instanceof RegExp ? value.test(String(rejection[key as keyof Rejection])) : rejection[key as keyof Rejection] === value)));
    expect(matching.length, JSON.stringify(found.slice(0, 4), null, 1)).toBeGreaterThan(0);
    for (const rejection of found) {
      expect(rejection.file).toBe(`${rejection.sheet}.csv`);
      expect(rejection.remedy).not.toBe('');
    }
  });

  test('Windows-1252 is named, with what to save it as', () => {
    const latin = new Map(reference).set('places.csv', Uint8Array.from([...(reference.get('places.csv') ?? [])].flatMap((byte, index, all) => (byte === 0xc3 ? [] : all[index - 1] === 0xc3 ? [byte + 0x40] : [byte]))));
    const [first] = refused(latin);
    expect(first).toMatchObject({ problem: expect.stringMatching(/UTF-8|1252/) as string, remedy: expect.stringMatching(/UTF-8/) as string });
  });
  test('semicolons are named, with what to save it as', () => {
    const found = refused(edited(reference, 'earmarks', (text) => text.replaceAll(',', ';')));
    expect(found[0]).toMatchObject({ sheet: 'earmarks', problem: expect.stringMatching(/semicolon/) as string });
  });
  test('all problems of all sheets at once', () => {
    const two = edited(edited(reference, 'pledges', cell('P2,', 'quantity', '-5')), 'services', cell('ROAD-LGG-BRU,', 'days', '8'));
    expect(new Set(refused(two).map(({ sheet }) => sheet))).toEqual(new Set(['pledges', 'services']));
  });
});
