// Columns matched to fields: by the words of the header, by what stands below it, by what was learned of this sender, and
// above all by what a person said. Each with its confidence and the runners-up, so that a person can correct it.

import { readDate } from '../sheets/dates.ts';
import { columnLetters } from '../sheets/grid.ts';
import { readNumeral } from '../sheets/numerals.ts';
import { assignColumns, type Assigned, type Candidate } from './assign.ts';
import { FIELDS, kindOf, type Field } from './fields.ts';
import { totalOf } from './header-words.ts';
import { readHeader, type Header } from './header.ts';
import type { Layout } from './layout.ts';
import { countedBy } from './measures.ts';
import { readAmount } from './amounts.ts';
import { plainWords } from './words.ts';

export interface Column extends Assigned<Field> {
  readonly column: number;
  readonly letter: string;
  readonly header: Header;
  readonly samples: readonly string[];
}

/** Header, as plain words, → what a sender's earlier sheet had there; 'none': nothing of use. */
export type LearnedColumns = ReadonlyMap<string, Field | 'none'>;

const SAMPLED = 400;

/** @param answers column letter → field or 'none' */
export function matchColumns(layout: Layout, answers: ReadonlyMap<string, string>, learned: LearnedColumns, namesItem: (text: string) => boolean): Column[] {
  const sample = layout.body.slice(0, SAMPLED).filter(({ cells }) => cells.size > 1 && ![...cells.values()].some(({ text }) => totalOf(plainWords(text)) !== null));
  const rated = [...layout.headers].toSorted(([a], [b]) => a - b).map(([column, { text, own }]) => {
    const values = sample.flatMap(({ cells }) => { const cell = cells.get(column); return cell === undefined || cell.text === '' || cell.kind === 'error' ? [] : [cell]; });
    const header = readHeader(text, own);
    return { column, letter: columnLetters(column), header, ranked: ranked(header, values.map(({ text: shown, kind }) => ({ text: shown, isDate: kind === 'date' })), namesItem), samples: [...new Set(values.map(({ text: shown }) => shown))].slice(0, 3) };
  });
  return assignColumns(rated, FIELDS, answers, learned).map(({ column, letter, header, samples, field, confidence, by, runnersUp }) => ({ column, letter, header, samples, field, confidence, by, runnersUp }));
}

interface Value {
  readonly text: string;
  readonly isDate: boolean;
}

function ranked(header: Header, values: readonly Value[], namesItem: (text: string) => boolean): Candidate<Field>[] {
  const looks = looksOf(values, namesItem);
  return FIELDS.map((field) => ({ field, confidence: Math.round(rating(field, header, looks, values.length === 0) * 100) / 100 }))
    .filter(({ confidence: sure }) => sure > 0)
    .toSorted((a, b) => b.confidence - a.confidence);
}

interface Looks {
  readonly number: number;
  readonly amount: number;
  readonly date: number;
  readonly unit: number;
  readonly text: number;
  readonly item: number;
  readonly dimensions: number;
  readonly sscc: number;
  readonly hs: number;
  readonly counting: boolean;
}

/** Shares of the values that look like something, 0–1. */
function looksOf(values: readonly Value[], namesItem: (text: string) => boolean): Looks {
  const share = (is: (value: Value) => boolean): number => (values.length === 0 ? 0 : values.filter(is).length / values.length);
  return {
    number: share(({ text, isDate }) => !isDate && readNumeral(text) !== null),
    amount: share(({ text, isDate }) => !isDate && readAmount(text) !== null),
    date: share(({ text, isDate }) => isDate || readDate(text) !== null),
    unit: share(({ text }) => countedBy(text) !== null),
    text: share(({ text }) => /\p{L}{2}/u.test(text)),
    item: share(({ text }) => namesItem(text)),
    dimensions: share(({ text }) => /\d\s*[a-z]{0,2}\s*[x×*✕]\s*\d+(?:[.,]\d+)?\s*[a-z]{0,2}\s*[x×*✕]\s*\d/i.test(text)),
    sscc: share(({ text }) => /^(?:\(?00\)?)?\d{18}$/.test(text.replaceAll(' ', ''))),
    hs: share(({ text }) => /^\d{4}[. ]?\d{2}(?:[. ]?\d{2}){0,2}$/.test(text)),
    counting: values.length > 1 && values.every(({ text }, k) => k === 0 || Number(text) === Number(values[k - 1]?.text) + 1),
  };
}

/** What the header says, held against what stands below it; without a telling header, what stands there alone. */
function rating(field: Field, { scores }: Header, looks: Looks, isEmpty: boolean): number {
  const words = scores.get(field) ?? 0;
  // An empty column still says what ought to stand there; a filled one of the same name goes before.
  if (isEmpty) return words * 0.6;
  const fit = fitOf(field, looks);
  if (words > 0) return words * fit;
  const content: Partial<Record<Field, number>> = { item: looks.item * 0.6, dimensions: looks.dimensions * 0.6, sscc: looks.sscc * 0.6, expires: scores.size === 0 ? looks.date * 0.4 : 0, unit: looks.unit > 0.9 ? 0.5 : 0 };
  return scores.size === 0 ? (content[field] ?? 0) : Math.min(0.5, content[field] ?? 0);
}

function fitOf(field: Field, looks: Looks): number {
  const enough = (share: number, least: number): number => (share >= least ? 1 : 0.5);
  switch (field) {
    case 'quantity': case 'unitsPerCarton': case 'cartons': return enough(Math.max(looks.number, looks.amount), 0.6);
    case 'line': return looks.counting ? 1.05 : looks.number >= 0.9 ? 0.7 : 0.2;
    case 'item': return looks.text >= 0.5 && ! looks.counting ? (looks.item > 0.5 ? 1.05 : 1) : 0.2;
    case 'sscc': return looks.sscc >= 0.5 ? 1.05 : 0.8;
    case 'hs': return enough(looks.hs, 0.5);
    case 'dimensions': return enough(looks.dimensions, 0.5);
    default: {
      const kind = kindOf(field);
      if (kind === 'number') return enough(looks.number, 0.6);
      if (kind === 'date') return enough(looks.date, 0.5);
      if (kind === 'unit') return looks.unit >= 0.5 ? 1.05 : looks.number >= 0.5 ? 0.2 : 0.7;
      return kind === 'text' && looks.number > 0.8 ? 0.3 : 1;
    }
  }
}
