// The figures of an OR-Library file, one after the other: these files are nothing but numbers with blanks and line ends between
// them. What is no number, or none that fits, is told with its row and which figure of the row it is. Not here: what figures mean.

/** What is wrong with a file, and where. Null: it concerns no single row, or figure. */
export interface FileFault {
  readonly row: number | null;
  /** Which figure of its row, from 1. */
  readonly figure: number | null;
  readonly value: string | null;
  readonly problem: string;
  readonly remedy: string;
}

/** What a figure has to be. */
export interface Wanted {
  /** As in `the number of nodes`. */
  readonly what: string;
  readonly whole?: true;
  readonly from: number;
  readonly to?: number;
  /** Words that may stand in the place of the figure. */
  readonly orWord?: string;
}

/** So many faults are told; a file that is something else altogether would have one for each of its words. */
const TOLD = 20;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

export class Figures {
  readonly faults: FileFault[] = [];
  readonly #words: readonly string[];
  readonly #rowOf: Int32Array;
  readonly #placeOf: Int32Array;
  #at = 0;
  #isCutOff = false;

  constructor(text: string) {
    const words: string[] = [];
    const rows: number[] = [];
    const places: number[] = [];
    for (const [row, line] of text.split(/\r\n|\r|\n/).entries()) {
      for (const [place, word] of line.split(/\s+/).filter((it) => it !== '').entries()) {
        words.push(word);
        rows.push(row + 1);
        places.push(place + 1);
      }
    }
    this.#words = words;
    this.#rowOf = Int32Array.from(rows);
    this.#placeOf = Int32Array.from(places);
  }

  /** It ended too early, or there are enough faults: no use in reading on. */
  get isHopeless(): boolean {
    return this.#isCutOff || this.faults.length >= TOLD;
  }

  /** The next figure. NaN, with a fault, where it is not as wanted; Infinity for the word that may stand in its place. */
  next(wanted: Wanted): number {
    const word = this.#words[this.#at];
    this.#at += 1;
    if (word === undefined) {
      if (!this.#isCutOff) this.fault(`the file ends where ${wanted.what} should stand`, 'fetch the file anew: it was cut off, or its first row promises more than it holds');
      this.#isCutOff = true;
      return Number.NaN;
    }
    if (wanted.orWord !== undefined && word.toLowerCase() === wanted.orWord) return Infinity;
    const figure = Number(word);
    const { whole, from, to = Infinity } = wanted;
    if (NUMBER.test(word) && Number.isFinite(figure) && figure >= from && figure <= to && (whole !== true || Number.isInteger(figure))) return figure;
    const kind = whole === true ? 'a whole number' : 'a number';
    this.fault(`${wanted.what} is no ${kind.slice(2)}${to === Infinity ? ` of ${from} or more` : ` from ${from} to ${to}`}`, `write ${kind} ${to === Infinity ? `of ${from} or more` : `from ${from} to ${to}`}`);
    return Number.NaN;
  }

  /** Of the figure that was read last. */
  fault(problem: string, remedy: string): void {
    const at = this.#at - 1;
    const word = this.#words[at];
    this.faults.push({ row: this.#rowOf[at] ?? this.#rowOf.at(-1) ?? null, figure: word === undefined ? null : (this.#placeOf[at] ?? null), value: word ?? null, problem, remedy });
  }

  /** Nothing may follow. */
  end(what: string): void {
    if (this.#at >= this.#words.length || this.faults.length > 0) return;
    this.#at += 1;
    this.fault(`the file goes on after ${what}`, 'correct the counts in row 1, or take away what is left over');
  }
}
