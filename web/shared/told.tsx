// What planner and ledger say, in the page's language and by the page's names. A plan that was recorded before its reasons
// came as phrases is told in its English, and marked as that.

import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Phrase } from '../../src/domain/phrase.ts';
import type { Picture } from '../../src/http/contract/picture.ts';
import type { Language as Words } from '../../src/words/language.ts';
import { saidOr, type Called } from '../../src/words/say.ts';
import type { Figures } from './figures.ts';
import type { Language } from './language.ts';
import { recipientName } from './names.ts';

/** Each language's words come when a page speaks it. */
const WORDS: Readonly<Record<Language, () => Promise<Words>>> = {
  en: () => import('../../src/words/en/english.ts').then(({ english }) => english),
  fr: () => import('../../src/words/fr/french.ts').then(({ french }) => french),
};

interface ToldProps {
  /** In English. */
  readonly why: string;
  readonly because: readonly Phrase[] | undefined;
  readonly picture: Pick<Picture, 'places' | 'recipients'>;
  readonly figures: Figures;
  /** A part of a sentence is written as one. */
  readonly whole?: boolean;
}

export function Told({ why, because, picture, figures, whole = false }: ToldProps): ReactElement {
  const { t, i18n } = useTranslation();
  const called = useMemo((): Called => {
    const recipients = new Map(picture.recipients.map((it) => [it.recipient, recipientName(picture, it, figures, (country) => t('area.rest', { country }))]));
    return { recipient: (code) => recipients.get(code), item: figures.item };
  }, [picture, figures, t]);
  const language = i18n.language as Language;
  const words = useQuery({ queryKey: ['words', language], queryFn: WORDS[language], staleTime: Infinity, networkMode: 'always' });
  // Holds the place of the sentence until its words are there.
  if (words.isPending) return <span style={{ visibility: 'hidden' }}>{why}</span>;
  const { text, tag } = words.data === undefined ? { text: why, tag: 'en' } : saidOr(why, because, words.data, called);
  const written = whole ? `${text.charAt(0).toLocaleUpperCase(tag)}${text.slice(1).replace(/\.?$/, '.')}` : text;
  return <span lang={tag.startsWith(language) ? undefined : tag}>{written}</span>;
}
