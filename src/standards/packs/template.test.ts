import { describe, expect, test } from 'vitest';
import type { Fact } from '../../domain/facts.ts';
import type { Grid } from '../sheets/grid.ts';
import { readWorkbook } from '../sheets/read-workbook.ts';
import { readPack } from './read-pack.ts';
import { SHEETS } from './sheets/all.ts';
import { writeTemplate } from './template.ts';
import { packOf, TINY } from './tiny-pack.ts';
import { writePack } from './write-pack.ts';

const gridsOf = (bytes: Uint8Array): readonly Grid[] => {
  const read = readWorkbook(bytes);
  return read.ok ? read.value : [];
};
const rowOf = (grid: Grid | undefined, row: number): string[] => grid?.cells.filter((cell) => cell.row === row).map(({ value }) => value.text) ?? [];
const tiny = readPack(packOf(TINY)).facts.map(({ fact }, k) => {
  const standing: unknown = { ...fact, id: `00000000-0000-7000-8000-${String(k).padStart(12, '0')}`, operation: 'tiny', seq: k + 1 };
  return standing as Fact;
});

describe('an empty template', () => {
  const bytes = writeTemplate(null, { hxl: false });
  const grids = gridsOf(bytes);

  test('has a guide, every sheet in its order, and its lists', () => expect(grids.map(({ name }) => name)).toEqual(['_guide', ...SHEETS.map(({ name }) => name), '_lists']));
  test('has every column but those of bookkeeping', () => {
    for (const { name, columns } of SHEETS) expect(rowOf(grids.find((grid) => grid.name === name), 1), name).toEqual(columns.filter(({ onDemand }) => !onDemand).map((column) => column.name));
  });
  test('explains each of them in the guide', () => {
    const guided = new Set(grids[0]?.cells.filter(({ column }) => column === 6).map(({ value }) => value.text));
    for (const { columns } of SHEETS) for (const { onDemand, meaning } of columns) if (!onDemand) expect(guided).toContain(meaning);
  });
  test('asks for nothing but the settings that have no default', () => {
    const { problems } = readPack(new Map([['t.xlsx', bytes]]));
    expect(problems.map(({ sheet, row, column }) => `${sheet} ${row} ${column}`)).toEqual([2, 3, 4, 5, 6].map((row) => `operation ${row} value`));
  });
});

describe('a template of an operation', () => {
  const bytes = writeTemplate(writePack(tiny), { hxl: true });
  const read = readPack(new Map([['t.xlsx', bytes]]));

  test('holds what other sheets name, as the same facts, and nothing that people report', () => {
    expect(read.problems).toEqual([]);
    const known = read.facts.map(({ fact }) => fact);
    expect(known).toEqual(readPack(packOf(TINY)).facts.map(({ fact }) => fact).filter(({ kind }) => !/^(consignment\.arrived|goods)/.test(kind)));
    expect(known.map(({ kind }) => kind)).toContain('lot.announced');
  });
  test('has tags under its headers', () => expect(rowOf(gridsOf(bytes).find(({ name }) => name === 'needs'), 2)).toEqual(expect.arrayContaining(['#inneed', '#item+code', '#org+recipient+code'])));
});

