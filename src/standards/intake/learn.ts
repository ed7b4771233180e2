// What one sheet teaches for the sender's next: what its headers mean, what its words for goods are, how it writes numbers
// and dates. Only what a person saw and accepted; kept by the header's words, so that columns may move.

import type { ItemCode } from '../../domain/ids.ts';
import { isField } from './fields.ts';
import type { Learned, PackingList } from './packing-list.ts';
import type { Answers } from './question.ts';
import { plainWords } from './words.ts';

export interface Lesson {
  /** Headers as plain words, in alphabetical order: the same sheet with its columns moved is the same. */
  readonly headers: readonly string[];
  readonly columns: readonly { readonly header: string; readonly field: string }[];
  readonly items: readonly { readonly text: string; readonly item: string }[];
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
}

/** What a fact holds of it (domain/airlift/sender.ts); what is longer was no header and no name. */
const LONGEST = 300;
const fits = (...texts: readonly string[]): boolean => texts.every((text) => text !== '' && text.length <= LONGEST);

export const senderKey = (sender: string): string => plainWords(sender).slice(0, LONGEST);

const byText = <T>(text: (it: T) => string) => (a: T, b: T): number => (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0);

export function lessonOf(list: PackingList, answers: Answers): Lesson {
  const words = new Map(list.columns.map(({ letter, header }) => [letter, plainWords(header.text)]));
  const columns = list.columns.flatMap(({ header, field, by }) => { const header_ = plainWords(header.text); return !fits(header_) || (field === null && by !== 'answer') ? [] : [{ header: header_, field: field ?? 'none' }]; });
  const items = [...answers].flatMap(([id, item]) => (id.startsWith('item:') && item !== 'none' ? [{ text: plainWords(id.slice('item:'.length)), item }] : [])).filter(({ text, item }) => fits(text, item)).slice(0, 1000);
  const kept = [...answers].flatMap(([id, answer]) => {
    if (/^(?:numbers|dates|pair)$|^(?:unit|size):/.test(id)) return [{ question: id, answer }];
    const [, kind, letter = ''] = /^(measure|counts):([A-Z]+)$/.exec(id) ?? [];
    return kind === undefined ? [] : [{ question: `${kind}:${words.get(letter) ?? ''}`, answer }];
  }).filter(({ question, answer }) => fits(question, answer)).slice(0, 500);
  return { headers: [...words.values()].toSorted(), columns: columns.toSorted(byText(({ header }) => header)).slice(0, 500), items: items.toSorted(byText(({ text }) => text)), answers: kept.toSorted(byText(({ question }) => question)) };
}

/** Later lessons go before earlier ones. */
export function learnedFrom(lessons: readonly Omit<Lesson, 'headers'>[]): Learned {
  return {
    columns: new Map(lessons.flatMap(({ columns }) => columns.flatMap(({ header, field }) => (isField(field) || field === 'none' ? [[header, field] as const] : [])))),
    items: new Map(lessons.flatMap(({ items }) => items.map(({ text, item }) => [text, item as ItemCode] as const))),
    answers: new Map(lessons.flatMap(({ answers }) => answers.map(({ question, answer }) => [question, answer] as const))),
  };
}
