// What a cell says of how many: "500,000 pcs", "50 cartons × 2,000", "2000只/箱", "40 boxes of 50", "1 carton à 2 000 pièces".
// Numbers keep their two readings (numerals.ts) until the column's style is known.

import { readNumeral, type Numeral } from '../sheets/numerals.ts';
import { countedBy, type Counted } from './measures.ts';
import { plainWords } from './words.ts';

export interface Amount {
  readonly count: Numeral;
  /** What is counted, as the cell says; null: it does not say. */
  readonly of: Counted | null;
  /** How many of `eachOf` are in each; null: it does not say. */
  readonly each: Numeral | null;
  readonly eachOf: Counted | null;
}

const NUMBER = "\\d(?:[\\d.,'’ \\u00A0\\u2009\\u202F]*\\d)?(?:\\s*[万萬千])?";
const WORD = '[^\\d×x*/@=()]*?';
/** N words × M words */
const TIMES = new RegExp(`^\\s*(${NUMBER})\\s*(${WORD})\\s*(?:[×x*@]|(?<=\\s)(?:of|de|à|a|da|van|mit|con|each)(?=\\s))\\s*(${NUMBER})\\s*([^\\d]*)$`, 'iu');
/** M words per box: what one holds */
const PER = new RegExp(`(${NUMBER})\\s*(${WORD})\\s*(?:/|\\bper\\b|\\bpar\\b|\\bpro\\b|\\bpor\\b|\\bin a\\b|\\ba\\b|每)\\s*(\\p{L}+)`, 'giu');

/** Null where the cell holds no number, or more than it can make sense of. */
export function readAmount(text: string): Amount | null {
  const written = text.normalize('NFKC').trim();
  const single = readNumeral(written);
  if (single !== null) return countOnly(single);
  const product = TIMES.exec(written);
  if (product === null) return null;
  const [count, each] = [readNumeral(product[1] ?? ''), readNumeral(product[3] ?? '')];
  if (count === null || each === null) return null;
  const [of, eachOf] = [countedBy(product[2] ?? ''), countedBy((product[4] ?? '').replace(/^\s*\/.*$/, ''))];
  return { count, of, each, eachOf };
}

/** "200 (in 4 boxes)" is not a count of something; "200 pcs" and "200" are. */
function countOnly(single: Numeral): Amount | null {
  const words = plainWords(`${single.prefix} ${single.suffix}`);
  return words === '' || countedBy(words) !== null ? { count: single, of: countedBy(words), each: null, eachOf: null } : null;
}

export interface Packing {
  readonly holder: Counted;
  readonly count: Numeral;
  readonly of: Counted;
}

/** boxes of 50 */
const HOLDING = new RegExp(`(\\p{L}+)\\s+(?:of|de|à|da|van|zu|mit|con|x)\\s+(${NUMBER})\\s*(\\p{L}*)`, 'giu');

/** What one carton or box holds, as a description or a packing cell says: "50 pcs/box, 40 boxes/ctn". */
export function packingsIn(text: string): Packing[] {
  const written = text.normalize('NFKC');
  const found: Packing[] = [];
  if (!/\d/.test(written)) return found;
  for (const [, number = '', words = '', holder = ''] of written.matchAll(PER)) {
    const count = readNumeral(number);
    const kind = countedBy(holder);
    if (count === null || (kind !== 'carton' && kind !== 'box')) continue;
    found.push({ holder: kind, count, of: countedBy(words) ?? 'unit' });
  }
  for (const [, holder = '', number = '', words = ''] of written.matchAll(HOLDING)) {
    const count = readNumeral(number);
    const kind = countedBy(holder);
    if (count === null || (kind !== 'carton' && kind !== 'box')) continue;
    found.push({ holder: kind, count, of: countedBy(words) ?? 'unit' });
  }
  return found;
}
