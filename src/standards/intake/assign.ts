// Columns given to fields, whatever the sheet is about: what a person said, what was learned, then the surest pair first. How
// sure a column is of each field is for whoever knows the fields (columns.ts; standards/requests).

import { LEAST } from './header.ts';
import { plainWords } from './words.ts';

export interface Candidate<F extends string> {
  readonly field: F;
  /** 0–1 */
  readonly confidence: number;
}

/** A column with what it could be, surest first. */
export interface RatedColumn<F extends string> {
  readonly column: number;
  readonly letter: string;
  readonly header: { readonly text: string };
  readonly ranked: readonly Candidate<F>[];
  readonly samples: readonly string[];
}

export interface Assigned<F extends string> {
  readonly field: F | null;
  readonly confidence: number;
  readonly by: 'answer' | 'learned' | 'words' | null;
  readonly runnersUp: readonly Candidate<F>[];
}

/** @param answers column letter → field or 'none'. @param learned header, as plain words → field or 'none'. */
export function assignColumns<F extends string, C extends RatedColumn<F>>(rated: readonly C[], fields: readonly F[], answers: ReadonlyMap<string, string>, learned: ReadonlyMap<string, F | 'none'>): (C & Assigned<F>)[] {
  const isField = (said: string): said is F => fields.some((field) => field === said);
  const rank = (field: F): number => fields.indexOf(field);
  const fixed = new Map<number, { field: F | null; by: 'answer' | 'learned' }>();
  const taken = new Set<F>();
  const fix = (column: number, said: string | undefined, by: 'answer' | 'learned'): void => {
    if (said === undefined || fixed.has(column) || (isField(said) && taken.has(said)) || !(isField(said) || said === 'none')) return;
    fixed.set(column, { field: isField(said) ? said : null, by });
    if (isField(said)) taken.add(said);
  };
  for (const { column, letter } of rated) fix(column, answers.get(letter), 'answer');
  for (const { column, header } of rated) fix(column, learned.get(plainWords(header.text)), 'learned');
  // The surest pair first. Between equals the column's words decide, never its place: the same columns in another order give the same.
  const pairs = rated.filter(({ column }) => !fixed.has(column)).flatMap((it) => it.ranked.map((candidate) => ({ column: it.column, text: it.header.text, ...candidate }))).toSorted((a, b) => b.confidence - a.confidence || rank(a.field) - rank(b.field) || (a.text < b.text ? -1 : a.text > b.text ? 1 : a.column - b.column));
  const matched = new Map<number, Candidate<F>>();
  for (const { column, field, confidence } of pairs) {
    if (matched.has(column) || taken.has(field) || confidence < LEAST) continue;
    matched.set(column, { field, confidence });
    taken.add(field);
  }
  return rated.map((it) => {
    const said = fixed.get(it.column);
    const found = matched.get(it.column);
    const field = said === undefined ? (found?.field ?? null) : said.field;
    return { ...it, field, confidence: said === undefined ? Math.min(1, found?.confidence ?? 0) : 1, by: said?.by ?? (found === undefined ? null : ('words' as const)), runnersUp: it.ranked.filter((candidate) => candidate.field !== field && candidate.confidence >= LEAST).slice(0, 3) };
  });
}
