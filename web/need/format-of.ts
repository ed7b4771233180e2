// Which publisher's layout a file of counts seems to be, by the words of its first line. A proposal: whoever brings the file can say
// otherwise. Pure.

export const FORMATS = ['ecdc', 'jhu', 'dpc', 'who', 'sheet'] as const;
export type Format = (typeof FORMATS)[number];

const WORDS: readonly (readonly [Format, readonly string[]])[] = [
  ['ecdc', ['dateRep', 'geoId']],
  ['dpc', ['denominazione_regione']],
  ['who', ['Date_reported', 'Country_code']],
  ['jhu', ['Province_State', 'Country_Region']],
  ['jhu', ['Province/State', 'Country/Region']],
];

/** `text`: of the file, from its beginning. */
export function formatOf(text: string): Format {
  const [head = ''] = text.replace('\uFEFF', '').split(/\r?\n/, 1);
  return WORDS.find(([, words]) => words.every((word) => head.includes(word)))?.[0] ?? 'sheet';
}
