// What a published text is held to: the figures, instants and days of the story at the text's own instant, by everything that is
// known now, and what earlier texts said. Admission asks it before a text is approved or published; the register asks it ever after.

import type { CommuniquePart, CommuniquePublished } from '../../../domain/announce/communique.ts';
import { isFigure, textOf } from '../../../domain/announce/communique.ts';
import { loneNumbers } from '../../../domain/announce/lone-numbers.ts';
import type { Fact } from '../../../domain/facts.ts';
import { localDateIn, type Instant, type Zone } from '../../../domain/time.ts';
import { LANGUAGES, type LanguageCode } from '../../../words/languages.ts';
import { dayIn, figureIn, momentsIn } from '../../../words/say.ts';
import type { PublicStory } from '../shape.ts';
import { storyAt } from './story-at.ts';

export interface Held {
  readonly figures: ReadonlyMap<string, { readonly value: number; readonly unit: string; readonly facts: readonly string[] }>;
  /** Instants and days that the story holds, as they are written in data. */
  readonly times: ReadonlySet<string>;
  readonly zone: Zone;
}

const heldBy = (story: PublicStory): Held => ({
  figures: new Map(story.arithmetic.map(({ figure: { key, value, unit, facts } }) => [key, { value, unit, facts }])),
  times: new Set([localDateIn(story.asOf, story.zone as Zone), ...[...JSON.stringify(story).matchAll(/"(\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?)"/g)].map(([, time]) => time ?? '')]),
  zone: story.zone as Zone,
});

export const heldAt = (journal: readonly Fact[], asOf: Instant): Held => heldBy(storyAt(journal, asOf));

export interface Fault {
  readonly field: 'text' | 'parts' | 'language' | 'asOf' | 'corrects';
  readonly value: string;
  readonly problem: string;
  readonly remedy: string;
}

type Content = Pick<CommuniquePublished, 'text' | 'parts' | 'language' | 'asOf' | 'form' | 'corrects'>;

/** Everything that speaks against the text. `held`: asked only where the text names anything. `earlier`: a published text by its name. */
export function faultsOf({ text, parts, language, asOf, form, corrects }: Content, held: (at: Instant) => Held, earlier: (communique: string) => Content | undefined): Fault[] {
  const own: readonly CommuniquePart[] = parts ?? [{ words: text }];
  const faults: Fault[] = [];
  const fault = (field: Fault['field'], value: string, problem: string, remedy: string): void => void faults.push({ field, value, problem, remedy });
  if (own.map(textOf).join('') !== text) fault('text', text.slice(0, 60), 'the text is not what its parts come to', 'put the text together from its parts, in their order');
  for (const part of own) if ('words' in part) for (const number of loneNumbers(part.words)) fault('parts', number, 'a number stands in free words', 'leave it out, or take the sentence of the draft in which the ledger gives this number');
  const named = own.filter((part) => !('words' in part));
  if (corrects !== undefined && earlier(corrects) === undefined) fault('corrects', corrects, 'no communiqué of that name was published', 'name one that was');
  if ((form === 'correction') !== (corrects !== undefined)) fault('corrects', corrects ?? '', 'a correction names the text that it puts right, and nothing else does', 'name it, or choose another form');
  if (named.length === 0) return faults;
  const said = Object.hasOwn(LANGUAGES, language) ? LANGUAGES[language as LanguageCode] : null;
  if (said === null) fault('language', language, 'numbers are written in the languages that Airbridge speaks', `write it in ${Object.keys(LANGUAGES).join(' or ')}`);
  if (asOf === undefined) fault('asOf', '', 'a text with figures says for which instant they hold', 'give asOf');
  if (said === null || asOf === undefined) return faults;
  const now = held(asOf);
  for (const part of named) {
    const writes = isFigure(part) ? [figureIn(part, said)] : 'day' in part ? [dayIn(part, said)] : 'at' in part ? momentsIn({ at: part.at, zone: now.zone }, said) : [];
    if (!writes.includes(textOf(part))) fault('parts', textOf(part), 'it is not written as the language writes this value', `write ${writes[0] ?? ''}`);
    if (!isFigure(part)) {
      const time = 'day' in part ? part.day : 'at' in part ? part.at : '';
      if (!now.times.has(time) && time !== asOf && (corrects === undefined || earlier(corrects)?.asOf !== time)) fault('parts', textOf(part), 'the record knows of no such time', 'take the sentence of the draft');
      continue;
    }
    const stands = 'saidIn' in part ? earlier(part.saidIn)?.parts?.filter(isFigure).find((it) => it.figure === part.figure) : now.figures.get(part.figure);
    if (stands === undefined) fault('parts', textOf(part), 'saidIn' in part ? `${part.saidIn} did not publish the figure ${part.figure}` : `the ledger holds no figure ${part.figure}`, 'take the sentence of the draft');
    else if (stands.value !== part.value || stands.unit !== part.unit) fault('parts', textOf(part), `the figure ${part.figure} is ${figureIn({ value: stands.value, unit: part.unit }, said)}, not ${textOf(part)}`, 'draft the text again');
  }
  return faults;
}
