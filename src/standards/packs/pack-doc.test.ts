// docs/pack.md describes every column from the same declarations that the reader and the writer follow. After a change of
// a sheet, `vitest run src/standards/packs/pack-doc.test.ts -u` writes the tables anew.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { FACT_BODIES, FACT_KINDS } from '../../domain/facts.ts';
import { SETTINGS } from '../../domain/operation.ts';
import { Zone } from '../../domain/time.ts';
import { readPack } from './read-pack.ts';
import { columnNamed, type Column, type Sheet } from './sheet.ts';
import { REQUIRED_SHEETS, SHEETS, sheetOf } from './sheets/all.ts';
import { packOf } from './tiny-pack.ts';

const DOC = fileURLToPath(new URL('../../../docs/pack.md', import.meta.url));
const written = readFileSync(DOC, 'utf8');

const tick = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;
const timed = (column: Column): string => (column.field === 'occurredAt' ? ' *(T)*' : '');
const must = (column: Column): string => (column.required ? 'yes' : column.onDemand ? 'where needed' : 'no');
const columnRow = (column: Column): string => `| ${tick(column.name)}${timed(column)} | ${must(column)} | ${column.unit} | ${tick(column.example)} | ${column.meaning} | ${column.hxl === null ? '' : tick(column.hxl)} |`;

function section(sheet: Sheet): string {
  const kind = sheet.kinds.length === 1 ? ` Kind of fact: \`${sheet.kinds[0]}\`.` : '';
  const named = sheet.naturalKey.length === 0 || sheet.name === 'operation' ? '' : ` A row is named by ${sheet.naturalKey.map(tick).join(' + ')}.`;
  const head = `### ${sheet.name}${REQUIRED_SHEETS.has(sheet.name) ? ' (must be there)' : ''}\n\n${sheet.meaning}${kind}${named}\n\n| column | required | unit | example | meaning | HXL |\n|---|---|---|---|---|---|\n`;
  const extra = sheet.name === 'operation' ? `\n\n${settings()}` : sheet.name === 'movements' ? `\n\n${kinds(sheet)}` : sheet.name === 'facts' ? `\n\n${bodies()}` : '';
  return `${head}${sheet.columns.map(columnRow).join('\n')}${extra}`;
}

const settings = (): string =>
  `| setting | unit | default | meaning |\n|---|---|---|---|\n${SETTINGS.map((it) => `| \`${it.key}\` | ${it.unit} | ${it.default === null ? 'none: must be given' : it.default === '' ? 'empty' : tick(it.default)} | ${it.meaning} |`).join('\n')}`;

function kinds(sheet: Sheet): string {
  const rows = sheet.kinds.map((kind) => {
    const shape = (FACT_BODIES[kind] as z.ZodObject).shape as Readonly<Record<string, z.ZodType>>;
    const takes = sheet.columns.filter((column) => column.of === 'body' && column.field in shape);
    const needed = takes.filter((column) => !(shape[column.field]?.safeParse(undefined).success ?? true) && column.name !== 'route');
    return `| \`${kind}\` | ${needed.map((it) => tick(it.name)).join(' ')} | ${takes.filter((it) => !needed.includes(it)).map((it) => tick(it.name)).join(' ')} |`;
  });
  return `| kind | needs | may have |\n|---|---|---|\n${rows.join('\n')}\n\nA delivery, acceptance or refusal names either the dispatch or the consignment. A loss names exactly one of consignment, place, dispatch and recipient. What returns names exactly one of dispatch, recipient and loss_of.`;
}

/** The fields of the bodies that only the sheet `facts` holds. */
function bodies(): string {
  const rows = FACT_KINDS.filter((kind) => sheetOf(kind).name === 'facts').map((kind) => {
    const fields = Object.entries((FACT_BODIES[kind] as z.ZodObject).shape);
    const isNeeded = ([, schema]: readonly [string, z.ZodType]): boolean => !schema.safeParse(undefined).success;
    const names = (some: typeof fields): string => some.map(([name]) => tick(name)).join(' ');
    return `| \`${kind}\` | ${names(fields.filter(isNeeded))} | ${names(fields.filter((it) => !isNeeded(it)))} |`;
  });
  return `In a body quantities are units, weights grams, money cents, and instants are written in full: \`2020-03-13T20:30:00.000Z\`.\n\n| kind | fields of the body | may have |\n|---|---|---|\n${rows.join('\n')}`;
}

describe('docs/pack.md', () => {
  test('has every sheet and column as the reader and writer know them', async () => {
    const [before, after] = [written.split('<!-- columns -->')[0], written.split('<!-- /columns -->')[1]];
    await expect(`${before}<!-- columns -->\n${SHEETS.map(section).join('\n\n')}\n<!-- /columns -->${after}`).toMatchFileSnapshot(DOC);
  });

  test('has a quick start that imports', () => {
    const files = [...written.matchAll(/`(\w+\.csv)`\n```csv\n([^`]+)```/g)].map(([, name = '', content = '']) => [name, content] as const);
    expect(files).toHaveLength(3);
    expect(readPack(packOf(Object.fromEntries(files))).problems).toEqual([]);
  });
});

describe('the declarations of the sheets', () => {
  const context = { zone: Zone.parse('Europe/Brussels') };

  test.each(SHEETS.flatMap((sheet) => sheet.columns.map((column) => [sheet.name, column.name, column] as const)))('%s.%s: its example can be read, and is written as it stands', (_, __, column) => {
    const read = column.cell.read(column.example, { ...context, example: column.example });
    expect(read.ok && column.cell.write(read.value)).toBe(column.example);
    expect(column.meaning).toMatch(/[.…]$/);
  });

  test.each(SHEETS.filter((sheet) => sheet.kinds.length === 1 && sheet.name !== 'operation').map((sheet) => [sheet.name, sheet] as const))('%s has a column for every field of its fact, required as the field is', (_, sheet) => {
    const shape = (FACT_BODIES[sheet.kinds[0] ?? 'item.registered'] as z.ZodObject).shape as Readonly<Record<string, z.ZodType>>;
    for (const [field, schema] of Object.entries(shape)) {
      const columns = sheet.columns.filter((column) => column.of === 'body' && column.field.split('.')[0] === field);
      expect(columns, field).not.toHaveLength(0);
      const mayBeEmpty = schema.safeParse(undefined).success || schema.safeParse([]).success || columns[0]?.field !== field;
      expect(columns.every((column) => column.required === !mayBeEmpty), field).toBe(true);
    }
    for (const column of sheet.columns) if (column.of === 'body') expect(shape).toHaveProperty(column.field.split('.')[0] ?? '');
  });

  test('movements has a column for every field of its kinds', () => {
    const sheet = sheetOf('goods.lost');
    const fields = new Set(sheet.kinds.flatMap((kind) => Object.keys((FACT_BODIES[kind] as z.ZodObject).shape as object)));
    expect([...fields].filter((field) => !sheet.columns.some((column) => column.of === 'body' && column.field === field))).toEqual([]);
  });

  test('every kind of fact has its sheet, and each sheet is named by columns that it has', () => {
    for (const kind of FACT_KINDS) expect(sheetOf(kind).kinds).toContain(kind);
    for (const sheet of SHEETS) for (const name of sheet.naturalKey) expect(columnNamed(sheet, name)).toBeDefined();
  });

  test.each(SHEETS.map((sheet) => [sheet.name, sheet] as const))('%s: its HXL tags are well-formed, and no two columns have the same', (_, sheet) => {
    const tags = sheet.columns.flatMap(({ hxl }) => hxl ?? []);
    for (const tag of tags) expect(tag).toMatch(/^#[a-z][a-z0-9]*(\+[a-z][a-z0-9_]*)*$/);
    expect(new Set(tags).size).toBe(tags.length);
  });

  test('a column whose codes name rows of a sheet names one that there is', () => {
    for (const { columns } of SHEETS) for (const { names } of columns) if (names !== null) expect(SHEETS.map(({ name }) => name)).toContain(names);
  });
});
