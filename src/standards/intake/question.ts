// What a sheet leaves open, put so that a person answers it with one choice; and what was answered. A question that is
// answered is not asked again; what is not answered is never guessed.

import type { Field } from './fields.ts';

export type QuestionKind =
  | 'sheet' | 'header' | 'field' | 'column' | 'numbers' | 'dates' | 'formulas' | 'counts' | 'unit' | 'pair' | 'size' | 'measure' | 'item' | 'twice' | 'totals'
  | 'duplicate' | 'pledge' | 'consignment';

export interface Question {
  /** The key of its answer: numbers, item:masks, column:D. */
  readonly id: string;
  readonly kind: QuestionKind;
  /** What it is about: a column's letter, a description, an item; null: the whole sheet. */
  readonly about: string | null;
  readonly text: string;
  /** What the sentence speaks of, so that a page can say it in another language. */
  readonly values: Readonly<Record<string, string>>;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** What may be written instead of an option; null: only an option. */
  readonly free: 'number' | 'text' | 'instant' | null;
  /** What is most likely, to be confirmed. */
  readonly suggestion: string | null;
  /** Rows that show it, at most a few. */
  readonly rows: readonly number[];
}

/** Question's id → answer. Beside questions: column:D → field or none; row:17 → aside or keep. */
export type Answers = ReadonlyMap<string, string>;

export const question = (id: string, kind: QuestionKind, text: string, more: Partial<Question> = {}): Question => ({ id, kind, about: null, text, values: {}, options: [], free: null, suggestion: null, rows: [], ...more });

/** The questions of one reading, each once, and what was answered of them. */
export class Asking {
  readonly #answers: Map<string, string>;
  readonly #open = new Map<string, Question>();

  constructor(answers: Answers) {
    this.#answers = new Map(answers);
  }

  /** What was learned earlier answers too, unless somebody says otherwise. */
  suppose(id: string, answer: string): void {
    if (!this.#answers.has(id)) this.#answers.set(id, answer);
  }

  /** The answer; null: it is asked, with this row among its examples. An answer that is no option counts as none. */
  ask(asked: Question, row?: number): string | null {
    const given = this.#answers.get(asked.id);
    if (given !== undefined && (asked.options.some(({ value }) => value === given) || fits(given, asked.free))) return given;
    const open = this.#open.get(asked.id) ?? asked;
    this.#open.set(asked.id, row === undefined || open.rows.length >= 5 || open.rows.includes(row) ? open : { ...open, rows: [...open.rows, row] });
    return null;
  }

  /** What was answered cannot be used: it is asked again, whatever was said. */
  again(asked: Question): null {
    this.#open.set(asked.id, asked);
    return null;
  }

  isOpen = (id: string): boolean => this.#open.has(id);
  open = (): Question[] => [...this.#open.values()];
}

function fits(given: string, free: Question['free']): boolean {
  if (free === null || given.trim() === '') return false;
  return free !== 'number' || /^[1-9]\d{0,8}$/.test(given.trim());
}

/** What is wrong with a row, where, and what to do. */
export interface RowProblem<F extends string = Field> {
  readonly row: number;
  /** Letter; null: the row as a whole. */
  readonly column: string | null;
  readonly field: F | null;
  readonly value: string | null;
  readonly problem: string;
  readonly remedy: string;
  /** A person may keep the row as it is (row:17 → keep); else it is corrected or set aside. */
  readonly mayKeep: boolean;
}
