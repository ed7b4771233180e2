// The languages that Airbridge speaks, by the code that people choose them with.

import { english } from './en/english.ts';
import { french } from './fr/french.ts';
import type { Language } from './language.ts';

export const LANGUAGES = { en: english, fr: french } as const satisfies Readonly<Record<string, Language>>;
export type LanguageCode = keyof typeof LANGUAGES;
