// Words made comparable: without case, accents, punctuation and width; and where a phrase stands in them. Chinese is
// written without spaces, so its phrases are found anywhere; other phrases as whole words.

/** 'G.W.(KGS)' → 'g w kgs'; '品名/Description' → '品名 description'. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/(?<=\p{Script=Han})(?=[a-z0-9])|(?<=[a-z0-9])(?=\p{Script=Han})/gu, ' ')
    .replaceAll(/[^\p{L}\p{N}%#]+/gu, ' ')
    .trim();
}

const HAN = /\p{Script=Han}/u;

/** Where the phrase begins in plain words; -1: nowhere. Plurals in s count: mask, masks. */
export function findPhrase(words: string, phrase: string): number {
  if (HAN.test(phrase)) return words.indexOf(phrase);
  for (let at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + 1)) {
    const before = at === 0 ? ' ' : (words[at - 1] ?? ' ');
    const after = words.slice(at + phrase.length, at + phrase.length + 2);
    if (before === ' ' && /^(?:$|\s|s(?:$|\s)|\p{Script=Han})/u.test(after)) return at;
  }
  return -1;
}

const letters = (words: string): number => words.replaceAll(' ', '').length;

/** Which share of the letters of `words` the phrases explain, each letter once, longer phrases first; 0–1. */
export function covered(words: string, phrases: readonly string[]): number {
  const all = letters(words);
  if (all === 0) return 0;
  let rest = words;
  let explained = 0;
  for (const phrase of phrases) {
    const at = findPhrase(rest, phrase);
    if (at < 0) continue;
    const plural = rest[at + phrase.length] === 's' ? 1 : 0;
    explained += letters(phrase) + plural;
    rest = `${rest.slice(0, at)} ${rest.slice(at + phrase.length + plural)}`.trim();
  }
  return Math.min(1, explained / all);
}
