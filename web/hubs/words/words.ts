// The page's words join the dictionary when the page is opened, under `hubs`, and those that desks have in common.

import { language } from '../../shared/language.ts';
import { learnDeskWords } from '../../shared/words/desk.ts';
import { english } from './en.ts';
import { french } from './fr.ts';

export function learnWords(): void {
  learnDeskWords();
  language.addResourceBundle('en', 'translation', { hubs: english }, true, true);
  language.addResourceBundle('fr', 'translation', { hubs: french }, true, true);
}
