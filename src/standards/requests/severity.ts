// How urgent people say a thing is, as 1 (can wait) to 5 (people die of it). Own list, in the languages of the sheets.

import { findPhrase, plainWords } from '../intake/words.ts';

const list = (text: string): readonly string[] => text.split('|');

/** Most urgent first: "very urgent" is not "urgent". */
const WORDS: readonly (readonly [severity: number, phrases: readonly string[]])[] = [
  [5, list('critical|life threatening|immediate|very urgent|vital|critique|vitale|immediat|tres urgent|critico|critica|vitale|immediato|molto urgente|kritisch|lebensbedrohlich|sofort|sehr dringend|levensbedreigend|onmiddellijk|zeer dringend|critico|inmediato|muy urgente|特急|危急')],
  [4, list('urgent|high|urgente|haut|haute|eleve|elevee|alto|alta|elevata|dringend|hoch|hoog|紧急|高')],
  [3, list('medium|normal|moderate|moyen|moyenne|normale|modere|medio|media|normale|mittel|gemiddeld|normaal|moderado|中|一般')],
  [2, list('low|bas|basse|faible|basso|bassa|niedrig|gering|laag|bajo|baja|低')],
  [1, list('can wait|routine|peut attendre|puo attendere|kann warten|kan wachten|puede esperar|可等')],
];

/** Null: it says nothing of the kind. */
export function severityIn(text: string): number | null {
  const number = /^\s*([1-5])(?:\s*\/\s*5)?\s*$/.exec(text)?.[1];
  if (number !== undefined) return Number(number);
  const words = plainWords(text);
  return WORDS.find(([, phrases]) => phrases.some((phrase) => findPhrase(words, phrase) >= 0))?.[0] ?? null;
}
