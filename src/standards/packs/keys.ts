// Idempotency keys of rows that bring none: made from what names the row, so that the same pack twice is the same facts.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { NewFact } from '../../domain/facts.ts';
import { writeInstant } from '../../domain/time.ts';
import { canonical } from './cells.ts';
import { facts as factsSheet } from './sheets/journey.ts';
import { columnNamed, type Column, type Sheet } from './sheet.ts';

/** An idempotency key has at most 200 characters. */
const LONGEST = 200;
const hash = (content: string): string => bytesToHex(sha256(utf8ToBytes(content)));

/** The value that a column holds in a fact; undefined where it holds none. */
export function valueIn(fact: Readonly<Record<string, unknown>>, column: Column): unknown {
  if (column.of === 'packing') return undefined;
  let at: unknown = column.of === 'body' ? fact['body'] : fact;
  for (const step of column.field === '' ? [] : column.field.split('.')) at = (at as Readonly<Record<string, unknown>> | undefined)?.[step];
  return at ?? undefined;
}

/** The texts of the columns that name a row, empty ones left out. */
export const naturalKeyOf = (sheet: Sheet, fact: Readonly<Record<string, unknown>>): { column: string; text: string }[] =>
  sheet.naturalKey
    .map((name) => {
      const column = columnNamed(sheet, name);
      const value = column && valueIn(fact, column);
      return { column: name, text: column === undefined || value === undefined ? '' : column.cell.write(value) };
    })
    .filter(({ text }) => text !== '');

/** `pack:pledges:P1:surgical-mask`; in `facts`, and where that would be too long, the end is a hash. */
export function defaultKey(sheet: Sheet, fact: Omit<NewFact, 'key'>): string {
  if (sheet === factsSheet) return `pack:${sheet.name}:${hash(fact.kind + writeInstant(fact.occurredAt) + canonical(fact.body)).slice(0, 16)}`;
  const parts = naturalKeyOf(sheet, { ...fact }).map(({ text }) => text);
  const spelt = ['pack', sheet.name, ...parts].join(':');
  return spelt.length <= LONGEST ? spelt : `pack:${sheet.name}:${hash(parts.join(':')).slice(0, 32)}`;
}
