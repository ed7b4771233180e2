import { describe, expect, test } from 'vitest';
import type { Rejection } from '../app/failure.ts';
import { rejectionLine } from './refusals.ts';

const rejection: Rejection = { file: 'items.csv', sheet: 'items', row: 3, column: 'worth_eur', value: '-1', problem: 'a price is not negative', remedy: 'write 0 or more, such as 0.35' };

describe('a rejected row is one line', () => {
  test('with file, sheet, row, column, value and remedy', () => expect(rejectionLine(rejection)).toBe('items.csv, sheet items, row 3, column worth_eur: a price is not negative (found "-1"). Write 0 or more, such as 0.35.'));
  test('without the parts that a whole missing sheet has not', () =>
    expect(rejectionLine({ ...rejection, row: null, column: null, value: null, problem: 'the sheet is missing' })).toBe('items.csv, sheet items: the sheet is missing. Write 0 or more, such as 0.35.'));
  test('even where the value holds a line break', () => expect(rejectionLine({ ...rejection, value: 'a\nb' })).toContain(String.raw`(found "a\nb")`));
  test('with its path where the file is JSON', () => expect(rejectionLine({ ...rejection, sheet: null, row: null, column: null, path: 'runs[3].to' })).toBe('items.csv, runs[3].to: a price is not negative (found "-1"). Write 0 or more, such as 0.35.'));
  test('or where the fact came in no sheet', () => expect(rejectionLine({ ...rejection, file: null, sheet: null, row: null, column: null, value: null })).toBe('a price is not negative. Write 0 or more, such as 0.35.'));
});
