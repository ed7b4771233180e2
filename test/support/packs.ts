// Packs for tests: the reference operation, and copies of it with something wrong.

import { readFileSync, readdirSync } from 'node:fs';
import { invariant } from '../../src/domain/result.ts';
import type { PackFiles } from '../../src/standards/packs/write-pack.ts';

export const REFERENCE = new URL('../../data/liege-2020/', import.meta.url);

export function readFolder(folder: URL): Map<string, Uint8Array> {
  return new Map(readdirSync(folder).filter((name) => name.endsWith('.csv')).map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))]));
}

/** A copy of the pack with one sheet rewritten as text; null leaves it out. */
export function edited(pack: PackFiles, sheet: string, edit: ((text: string) => string) | null): Map<string, Uint8Array> {
  const copy = new Map(pack);
  const name = `${sheet}.csv`;
  if (edit === null) copy.delete(name);
  else {
    const before = new TextDecoder().decode(copy.get(name));
    const after = edit(before);
    invariant(after !== before, `the edit of ${name} changed nothing`);
    copy.set(name, new TextEncoder().encode(after));
  }
  return copy;
}

/** Replaces one cell, of the first row that contains `row`. The rest of the line must hold no comma before that cell. */
export const cell = (row: string, column: string, value: string) => (text: string): string => {
  const lines = text.split('\n');
  const at = lines[0]?.split(',').indexOf(column) ?? -1;
  const line = lines.findIndex((it, index) => index > 0 && it.includes(row));
  invariant(at >= 0 && line > 0, `no cell ${column} in a row with ${row}`);
  const cells = (lines[line] ?? '').split(',');
  cells[at] = value;
  lines[line] = cells.join(',');
  return lines.join('\n');
};
