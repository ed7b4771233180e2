// Numbers that stand in words by themselves, in digits of any script or spelled out. A number in a published text comes out of the
// ledger, so words must bear none. Digits that belong to a name (FFP2, COVID-19, CK217) are no numbers.

/** Runs of digits with what people set between and after them: 1,000; 1 000; 1.5; 12 %; 3rd. */
const RUN = /(?<![\p{L}\p{N}_])[+\-−]?[\p{Nd}\p{Nl}\p{No}](?:[\p{N}.,'’\u00A0\u202F  ]*\p{N})?(?:\s?%|(?:st|nd|rd|th|er|re|e|ème|k|m|bn|M|Md)(?![\p{L}\p{N}]))?/gu;
/** A name ends or goes on with letters; a hyphen ties it to one: COVID-19. */
const OF_A_NAME = /[\p{L}][\p{L}\p{N}]*[-–]$/u;

const SPELLED = new Set(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
  hundred hundreds thousand thousands million millions billion billions trillion half dozen dozens twice thrice double triple
  deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante septante huitante nonante
  cent cents centaine centaines mille millier milliers milliard milliards demi demi-million dizaine dizaines douzaine douzaines quinzaine vingtaine trentaine moitié tiers quart`.split(/\s+/),
);

/** As they stand in the text, in order. O(n). */
export function loneNumbers(words: string): string[] {
  const digits = [...words.matchAll(RUN)].flatMap(({ 0: found, index }) => (isOfAName(words, found, index) ? [] : [{ at: index, found: found.trim() }]));
  const spelled = [...words.matchAll(/[\p{L}]+(?:-[\p{L}]+)*/gu)].flatMap(({ 0: found, index }) => (found.toLowerCase().split('-').some((word) => SPELLED.has(word)) || SPELLED.has(found.toLowerCase()) ? [{ at: index, found }] : []));
  return [...digits, ...spelled].toSorted((a, b) => a.at - b.at).map(({ found }) => found);
}

function isOfAName(words: string, found: string, index: number): boolean {
  const next = words.slice(index + found.length, index + found.length + 1);
  return /[\p{L}]/u.test(next) || OF_A_NAME.test(words.slice(Math.max(0, index - 40), index)) || (/^[-−]/.test(found) && /[\p{L}]$/u.test(words.slice(0, index)));
}
