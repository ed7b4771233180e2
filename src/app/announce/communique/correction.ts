// The correction of a published text: for each figure that the record holds otherwise now, what was said and what is so, and why
// where the corrections say so in words alone.

import { loneNumbers } from '../../../domain/announce/lone-numbers.ts';
import { AreaCode } from '../../../domain/ids.ts';
import { phrase, type Phrase, type PhraseOf } from '../../../domain/phrase.ts';
import type { FigureName } from '../../../domain/phrases.ts';
import { Zone } from '../../../domain/time.ts';
import type { PublicStory } from '../shape.ts';
import type { CommuniqueStatus } from './register.ts';
import { itemOf } from './sentences.ts';

export function correctionOf(story: PublicStory, { communique, asOf, changes }: CommuniqueStatus): { readonly id: string; readonly paragraph: number; readonly said: Phrase }[] {
  const reasons = [...new Set(changes.flatMap((change) => change.reasons))].filter((reason) => loneNumbers(reason).length === 0);
  return [
    ...(asOf === null ? [] : [{ id: 'correction', paragraph: 0, said: phrase('announce.correction', { at: { at: asOf, zone: Zone.parse(story.zone) } }) }]),
    ...changes.map(({ figure, unit, was, now }) => {
      const said = { figure, value: was, unit, saidIn: communique };
      const what = whatIs(story, figure);
      return { id: `was:${figure}`, paragraph: 1, said: now === null ? phrase('announce.gone', { what, was: said }) : phrase('announce.was', { what, was: said, now: { figure, value: now, unit } }) };
    }),
    ...reasons.map((reason, at) => ({ id: `because:${at}`, paragraph: 2, said: phrase('announce.because', { reason }) })),
  ];
}

const NAMES: Readonly<Record<string, FigureName>> = { promised: 'promised', surplus: 'surplus', landed: 'landed', share: 'share', delivered: 'delivered', lost: 'lost', onward: 'onward', allocated: 'allocated', atHub: 'atHub', inTheAir: 'inTheAir', consigned: 'consigned', outstanding: 'outstanding', bound: 'bound', 'under-way': 'onward', 'per-day': 'need', days: 'days' };

/** A figure's name in the story tells what it is of: `P1:surgical-mask:landed`, `country:IT:surgical-mask:bound`, `need:IT:surgical-mask:days`, `claim:C05`. */
export function whatIs(story: PublicStory, figure: string): PhraseOf<'announce.what'> {
  const [first = '', second = '', third = '', fourth = ''] = figure.split(':');
  const area = (code: string): { readonly area: AreaCode } | null => { const read = AreaCode.safeParse(code); return read.success ? { area: read.data } : null; };
  if (first === 'country') return phrase('announce.what', { of: NAMES[fourth] ?? 'other', item: itemOf(story, third), area: area(second), pledge: null });
  if (first === 'need') return phrase('announce.what', { of: fourth === '' ? 'need' : (NAMES[fourth] ?? 'other'), item: itemOf(story, third), area: area(second), pledge: null });
  if (first === 'claim') return phrase('announce.what', { of: 'claim', item: null, area: null, pledge: null });
  return phrase('announce.what', third === '' ? { of: 'other', item: null, area: null, pledge: null } : { of: NAMES[third] ?? 'other', item: itemOf(story, second), area: null, pledge: first });
}
