// The page's words join the dictionary when the page is opened, under `alerts`.

import { language } from '../../shared/language.ts';
import { english } from './en.ts';
import { french } from './fr.ts';

export function learnWords(): void {
  language.addResourceBundle('en', 'translation', { alerts: english }, true, true);
  language.addResourceBundle('fr', 'translation', { alerts: french }, true, true);
}
