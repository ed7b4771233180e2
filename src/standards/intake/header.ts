// One column's header read: which fields its words could mean and how surely, which unit it names, and whether its figures
// are of one carton or of the whole row.

import { FIELDS, type Field } from './fields.ts';
import { HEADER_WORDS, IN_TOTAL, PER_CARTON } from './header-words.ts';
import { countedAmong, unitAmong, type Counted, type Measure } from './measures.ts';
import { covered, findPhrase, plainWords } from './words.ts';

export interface Header {
  /** As it is written; several rows joined. */
  readonly text: string;
  /** Field → 0–1; only those that its words speak for. */
  readonly scores: ReadonlyMap<Field, number>;
  readonly basis: 'carton' | 'row' | null;
  readonly unit: { readonly [M in Measure]: string | null };
  readonly counted: Counted | null;
}

/** Below this a header's words say nothing of the field. */
export const LEAST = 0.35;
const MEASURED: Readonly<Partial<Record<Field, Measure>>> = { gross: 'weight', net: 'weight', volume: 'volume', length: 'length', width: 'length', height: 'length', dimensions: 'length' };
export const measureOf = (field: Field): Measure | null => MEASURED[field] ?? null;

const SLASH = /[/÷]\s*(?:ctns?|cartons?|cases?|colis|kartons?|caja|doos|cartone|box|箱)/i;

/** Takes the phrases out of the words; the words as they were where nothing would be left. */
function without(words: string, phrases: readonly string[]): { readonly words: string; readonly found: boolean } {
  for (const phrase of phrases) {
    const at = findPhrase(words, phrase);
    if (at < 0) continue;
    const rest = `${words.slice(0, at)} ${words.slice(at + phrase.length)}`.replaceAll(/\s+/g, ' ').trim();
    return rest === '' ? { words, found: false } : { words: rest, found: true };
  }
  return { words, found: false };
}

const NO_UNITS = { weight: null, volume: null, length: null };

/** @param own the part of it that no other column shares; its words count, the rest tells units. */
export function readHeader(text: string, own: string = text): Header {
  const isOfCarton = SLASH.test(text);
  const all = plainWords(isOfCarton ? text.replace(SLASH, '') : text);
  const words = plainWords(isOfCarton ? own.replace(SLASH, '') : own);
  const each = without(words, PER_CARTON);
  const total = without(each.words, IN_TOTAL);
  const basis = isOfCarton || each.found ? 'carton' : total.found ? 'row' : null;
  const scores = new Map<Field, number>();
  for (const field of FIELDS) {
    const score = scoreOf(field, [words, each.words, total.words, plainWords(own)]);
    if (score >= LEAST) scores.set(field, score);
  }
  // A quantity of one carton is the pack size.
  const quantity = scores.get('quantity') ?? 0;
  if (basis === 'carton' && quantity > 0) {
    scores.set('unitsPerCarton', Math.max(quantity, scores.get('unitsPerCarton') ?? 0));
    scores.delete('quantity');
    scores.delete('cartons');
  }
  const unit = (measure: Measure): string | null => unitAmong(all, measure)?.unit ?? null;
  return { text, scores, basis, unit: all === '' ? NO_UNITS : { weight: unit('weight'), volume: unit('volume'), length: unit('length') }, counted: countedAmong(all) };
}

/** The best that the field's phrases explain of the header, with the unit taken out of it or not. */
function scoreOf(field: Field, variants: readonly string[]): number {
  const measure = measureOf(field);
  let best = 0;
  for (const words of variants) {
    best = Math.max(best, covered(words, HEADER_WORDS[field]));
    const unit = measure === null ? null : unitAmong(words, measure);
    // A unit alone is half a name: KGS is a weight, but gross or net?
    if (unit !== null) best = Math.max(best, unit.rest === '' ? (field === 'gross' || field === 'volume' ? 0.7 : 0) : covered(unit.rest, HEADER_WORDS[field]));
    if (field === 'quantity' && countedAmong(words) !== null) best = Math.max(best, quantityIn(words));
  }
  return best >= 0.999 ? 1 : best === 0 ? 0 : 0.1 + 0.85 * best;
}

/** 'qty pcs' is a quantity though half of it is a unit; 'pcs' alone most likely. */
function quantityIn(words: string): number {
  const rest = words.split(' ').filter((word) => countedAmong(word) === null || countedAmong(word) === 'carton').join(' ');
  return rest === '' ? (countedAmong(words) === 'unit' ? 0.8 : 0) : covered(rest, HEADER_WORDS.quantity) * (rest === words ? 1 : 0.98);
}
