// The words of requests join the dictionary when one of their pages is opened, under `requests`.

import { language } from '../../shared/language.ts';
import { english } from './en.ts';
import { french } from './fr.ts';

export function learnWords(): void {
  language.addResourceBundle('en', 'translation', { requests: english }, true, true);
  language.addResourceBundle('fr', 'translation', { requests: french }, true, true);
}
