// The page's words join the dictionary when the page is opened, under `announce`.

import { language } from '../../shared/language.ts';
import { english } from './en.ts';
import { french } from './fr.ts';

export function learnWords(): void {
  language.addResourceBundle('en', 'translation', { announce: english }, true, true);
  language.addResourceBundle('fr', 'translation', { announce: french }, true, true);
}
