// What every public page is written with: the words and figures of a reader's language, addresses that keep the reader's wish, and a
// number that leads to the facts behind it.

import { Fragment, type ReactElement, type ReactNode } from 'react';
import type { PublicFigure, PublicStory, Wish } from '../../src/http/contract/public.ts';
import type { Phrase } from '../../src/domain/phrase.ts';
import { say } from '../../src/words/say.ts';
import { figuresIn, type Figures } from '../shared/figures.ts';
import { english } from './words/en.ts';
import { french } from './words/fr.ts';
import type { PublicWords } from './words/words.ts';

export const WORDS: Readonly<Record<string, PublicWords>> = { en: english, fr: french };
export const wordsIn = (lang: string): PublicWords => WORDS[lang] ?? english;

export interface Tools {
  readonly story: PublicStory;
  readonly wish: Wish;
  readonly words: PublicWords;
  readonly figures: Figures;
  /** The address of a page of this operation, with the reader's wish. */
  readonly href: (path: string, wish?: Partial<Pick<Wish, 'lang' | 'at' | 'dir'>>) => string;
  readonly said: (phrase: Phrase) => string;
  readonly sourceNames: (ids: readonly string[]) => string;
}

const kept = new Map<string, Figures>();
/** Formats are dear to make: one set for a language, a zone and a month. */
function figuresFor(words: PublicWords, lang: string, zone: string, month: string): Figures {
  const key = `${lang} ${zone} ${month}`;
  const known = kept.get(key) ?? figuresIn(lang, zone, month, (kind, code) => (kind === 'item' ? words.language.names.items[code] : words.language.names.areas[code]));
  kept.set(key, known);
  return known;
}

export function toolsFor(story: PublicStory, wish: Wish): Tools {
  const words = wordsIn(wish.lang);
  const plain = figuresFor(words, wish.lang, story.zone, story.asOf.slice(0, 7));
  const names = new Map(story.items.map(({ item, name }) => [item, name]));
  const figures: Figures = { ...plain, item: (code) => words.language.names.items[code] ?? names.get(code) ?? code };
  const sources = new Map(story.sources.map((source) => [source.id, source]));
  const sourceName = (id: string): string => (id === 'assumption' ? words.text.assumption : (sources.get(id)?.publisher ?? sources.get(id)?.title ?? id));
  return {
    story,
    wish,
    words,
    figures,
    href: (path, { lang = wish.lang, at = wish.at, dir = wish.dir } = {}) => {
      const query = new URLSearchParams({ lang, ...(at !== null && { at }), ...(dir === 'rtl' && { dir }) });
      return `/p/${encodeURIComponent(story.operation)}${path}?${query.toString()}`;
    },
    said: (phrase) => say(phrase, words.language),
    sourceNames: (ids) => [...new Set(ids.map(sourceName))].join(', ') || words.text.notStated,
  };
}

/** A text with its slots filled. A slot that is not given stays empty. */
export function Fill({ text, with: values }: { readonly text: string; readonly with: Readonly<Record<string, ReactNode>> }): ReactElement {
  const pieces = text.split(/\{(\w+)\}/);
  return (
    <>
      {pieces.map((piece, index) => (
        // eslint-disable-next-line react/no-array-index-key -- the pieces of a text never change places
        <Fragment key={index}>{index % 2 === 0 ? piece : values[piece]}</Fragment>
      ))}
    </>
  );
}
export const fill = (text: string, values: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (_, slot: string) => values[slot] ?? '');

/** Where a number leads: to its fact, where one fact says just that; else to the sum that it is. */
export const figurePath = ({ facts, unit, key }: PublicFigure): string => (facts.length === 1 && facts[0] !== undefined && (unit === 'pieces' || unit === 'people') ? `/facts/${facts[0]}` : `/figures/${encodeURIComponent(key)}`);

export const unitOf = ({ words, figures }: Tools, { unit, item }: PublicFigure): string =>
  unit === 'people' ? words.text.people : unit === 'days' ? words.text.daysUnit : unit === 'percent' ? '' : fill(unit === 'pieces-a-day' ? words.text.aDay : words.text.pieces, { item: item === null ? '' : figures.item(item) });

export const writtenOf = ({ figures }: Tools, { value, unit }: PublicFigure): string => (unit === 'percent' ? figures.percent(value / 100) : unit === 'days' ? figures.decimal(value) : figures.count(value));

/** `children`: what stands in the number's place, such as the number in words. */
export function N({ tools, figure, children, className = 'n' }: { readonly tools: Tools; readonly figure: PublicFigure; readonly children?: ReactNode; readonly className?: string }): ReactElement {
  const written = writtenOf(tools, figure);
  const unit = unitOf(tools, figure);
  return (
    <a className={className} href={tools.href(figurePath(figure))} aria-label={children === undefined && unit !== '' ? `${written} ${unit}` : undefined} data-figure={figure.key} data-value={figure.value}>
      {children ?? written}
    </a>
  );
}

/** Only addresses of the web become links. */
export const Linked = ({ to, text }: { readonly to: string | null; readonly text: string }): ReactElement => (to !== null && /^https?:/i.test(to) ? <a href={to} rel="noreferrer" dir="auto">{text}</a> : <span dir="auto">{text}</span>);

/** With a capital, where a heading or a sentence begins with it. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `<` ends no script element: names that people give stand in here. */
export const asScript = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');
