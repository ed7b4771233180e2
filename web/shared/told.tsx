// What planner and ledger say, in the page's language and by the page's names. A plan that was recorded before its reasons
// came as phrases is told in its English, and marked as that.

import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Phrase } from '../../src/domain/phrase.ts';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { Language as Words } from '../../src/words/language.ts';
import { saidOr, type Called } from '../../src/words/say.ts';
import type { Figures } from './figures.ts';
import type { Language } from './language.ts';
import { useKnownNames } from './names.ts';

/** Each language's words come when a page speaks it. */
const WORDS: Readonly<Record<Language, () => Promise<Words>>> = {
  en: () => import('../../src/words/en/english.ts').then(({ english }) => english),
  fr: () => import('../../src/words/fr/french.ts').then(({ french }) => french),
};

type Ground = Pick<Picture, 'places' | 'recipients'>;

/** Null: the words of the language are on their way. */
export type Telling = (why: string, because: readonly Phrase[] | undefined) => { readonly text: string; readonly tag: string } | null;

/** Says many phrases of one picture. */
export function useTelling(picture: Ground, figures: Figures): Telling {
  const { i18n } = useTranslation();
  const names = useKnownNames(picture, figures);
  const language = i18n.language as Language;
  const words = useQuery({ queryKey: ['words', language], queryFn: WORDS[language], staleTime: Infinity, networkMode: 'always' });
  const called = useMemo((): Called => ({ recipient: (code) => names.get(code), item: figures.item }), [names, figures]);
  const { data, isPending } = words;
  return useCallback<Telling>((why, because) => (isPending ? null : data === undefined ? { text: why, tag: 'en' } : saidOr(why, because, data, called)), [data, isPending, called]);
}

interface SpokenProps {
  /** In English. */
  readonly why: string;
  readonly because: readonly Phrase[] | undefined;
  readonly tell: Telling;
  /** A part of a sentence is written as one. */
  readonly whole?: boolean;
}

export function Spoken({ why, because, tell, whole = false }: SpokenProps): ReactElement {
  const { i18n } = useTranslation();
  const said = tell(why, because);
  // Holds the place of the sentence until its words are there.
  if (said === null) return <span style={{ visibility: 'hidden' }}>{why}</span>;
  const { text, tag } = said;
  const written = whole ? `${text.charAt(0).toLocaleUpperCase(tag)}${text.slice(1).replace(/\.?$/, '.')}` : text;
  return <span lang={tag.startsWith(i18n.language) ? undefined : tag}>{written}</span>;
}

/** One sentence by itself. */
export const Told = ({ picture, figures, ...said }: Omit<SpokenProps, 'tell'> & { readonly picture: Ground; readonly figures: Figures }): ReactElement => <Spoken {...said} tell={useTelling(picture, figures)} />;
