// Which language the pages speak: what was chosen before, else the browser's, else English. The words of a language stand in
// words/ and come when somebody speaks it.

import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { keep, kept } from './kept.ts';
import type { Dictionary } from './words/en.ts';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];
const KEPT = 'airbridge-language';

const WORDS: Readonly<Record<Language, () => Promise<Dictionary>>> = {
  en: () => import('./words/en.ts').then(({ english }) => english),
  fr: () => import('./words/fr.ts').then(({ french }) => french),
};

function first(): Language {
  const wanted = kept(KEPT) ?? navigator.language.slice(0, 2);
  return LANGUAGES.find((it) => it === wanted) ?? 'en';
}

export const language = createInstance();
void language.use(initReactI18next).init({ lng: first(), fallbackLng: 'en', resources: {}, interpolation: { escapeValue: false }, showSupportNotice: false } as Parameters<typeof language.init>[0]);

const announce = (code: string): void => {
  document.documentElement.lang = code;
};
announce(language.language);
language.on('languageChanged', announce);

const learned = new Map<Language, Promise<void>>();

/** Somebody is about to press its button. */
export const prepare = (code: Language): void => void learn(code).catch(() => undefined);

/** Once for each language; after a failure, when it is asked for again. */
function learn(code: Language): Promise<void> {
  const held = learned.get(code);
  if (held !== undefined) return held;
  const words = WORDS[code]().then((dictionary) => void language.addResourceBundle(code, 'translation', dictionary, true));
  learned.set(code, words);
  words.catch(() => learned.delete(code));
  return words;
}

/** The words of the language that the page begins with; nothing can be drawn before. */
export const spoken = learn(first());

/** Every word of the page changes: the button that was pressed is drawn first. */
export function speak(code: Language): void {
  requestAnimationFrame(() => setTimeout(() => void change(code)));
}

async function change(code: Language): Promise<void> {
  try {
    await learn(code);
  } catch {
    // The server has gone, which the page says already; it goes on in the words that it has.
    return;
  }
  keep(KEPT, code);
  await language.changeLanguage(code);
}
