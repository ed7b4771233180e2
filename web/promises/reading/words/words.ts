// The reading's words join the dictionary when it is opened, under `reading`.

import { language } from '../../../shared/language.ts';
import { english } from './en.ts';
import { french } from './fr.ts';

export function learnWords(): void {
  language.addResourceBundle('en', 'translation', { reading: english }, true, true);
  language.addResourceBundle('fr', 'translation', { reading: french }, true, true);
}
