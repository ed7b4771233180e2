// Which language the pages speak: what was chosen before, else the browser's, else English. The words stand in words/.

import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { english } from './words/en.ts';
import { french } from './words/fr.ts';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];
const KEPT = 'airbridge-language';

function first(): Language {
  const kept = localStorage.getItem(KEPT) ?? navigator.language.slice(0, 2);
  return LANGUAGES.find((it) => it === kept) ?? 'en';
}

export const language = createInstance();
void language.use(initReactI18next).init({ lng: first(), fallbackLng: 'en', resources: { en: { translation: english }, fr: { translation: french } }, interpolation: { escapeValue: false }, showSupportNotice: false } as Parameters<typeof language.init>[0]);

const announce = (code: string): void => {
  document.documentElement.lang = code;
};
announce(language.language);
language.on('languageChanged', announce);

/** Every word of the page changes: the button that was pressed is drawn first. */
export function speak(code: Language): void {
  localStorage.setItem(KEPT, code);
  requestAnimationFrame(() => setTimeout(() => void language.changeLanguage(code)));
}
