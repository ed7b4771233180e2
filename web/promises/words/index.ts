// The words of the page of promises join the others when it is first opened, under `said`.

import { language } from '../../shared/language.ts';
import { learnDeskWords } from '../../shared/words/desk.ts';
import { promisesInEnglish } from './en.ts';
import { promisesInFrench } from './fr.ts';

export function learnPromisesWords(): void {
  learnDeskWords();
  language.addResourceBundle('en', 'translation', { said: promisesInEnglish }, true);
  language.addResourceBundle('fr', 'translation', { said: promisesInFrench }, true);
}
