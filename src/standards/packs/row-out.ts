// One fact → the texts of its row. A fact that its own sheet cannot hold without loss goes to the sheet `facts`: whether
// it can is decided by reading the row back.

import type { Fact, NewFact } from '../../domain/facts.ts';
import { canonical } from './cells.ts';
import { defaultKey, valueIn } from './keys.ts';
import { readRow, type RowContext } from './row-in.ts';
import type { Column, Sheet } from './sheet.ts';
import { facts as factsSheet } from './sheets/journey.ts';
import { sheetOf } from './sheets/all.ts';

interface WrittenRow {
  readonly sheet: Sheet;
  /** Texts of the filled cells by column name. */
  readonly texts: ReadonlyMap<string, string>;
}

export function writeRow(fact: Fact, context: RowContext): WrittenRow {
  const own = sheetOf(fact.kind);
  const texts = textsOf(own, fact, context);
  if (own === factsSheet || holds(own, texts, fact, context)) return { sheet: own, texts };
  return { sheet: factsSheet, texts: textsOf(factsSheet, fact, context) };
}

function textsOf(sheet: Sheet, fact: Fact, context: RowContext): Map<string, string> {
  const texts = new Map<string, string>();
  for (const column of sheet.columns) {
    const value = valueIn({ ...fact }, column);
    if (value === undefined || isDefault(column, sheet, fact, context)) continue;
    const text = column.cell.write(value);
    if (text !== '') texts.set(column.name, text);
  }
  return texts;
}

/** Would the reader put this value in by itself? */
export function isDefault(column: Column, sheet: Sheet, fact: Fact, context: Pick<RowContext, 'openedAt'>): boolean {
  if (column.of !== 'envelope' || column.required) return false;
  switch (column.field) {
    case 'occurredAt': return fact.occurredAt === context.openedAt;
    case 'recordedAt': return fact.recordedAt === fact.occurredAt;
    case 'by': return fact.by === 'pack';
    case 'key': return fact.key === defaultKey(sheet, fact);
    case 'evidence': return fact.evidence.length === 0;
    default: return false;
  }
}

const contentOf = ({ kind, occurredAt, recordedAt, by, key, sources, note, evidence, body }: NewFact): string => canonical({ kind, occurredAt, recordedAt, by, key, sources, note, evidence, body });

function holds(sheet: Sheet, texts: ReadonlyMap<string, string>, fact: Fact, context: RowContext): boolean {
  const { fact: again } = readRow(sheet, texts, new Set(), context);
  return again !== null && contentOf(again) === contentOf(fact);
}
