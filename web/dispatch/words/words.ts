// The page's words join the dictionary when the page is opened, under `dispatch`.

import { language } from '../../shared/language.ts';
import { mayNotEnglish, mayNotFrench } from '../../shared/words/may-not.ts';
import { english } from './en.ts';
import { french } from './fr.ts';

export function learnWords(): void {
  language.addResourceBundle('en', 'translation', { dispatch: english, mayNot: mayNotEnglish }, true, true);
  language.addResourceBundle('fr', 'translation', { dispatch: french, mayNot: mayNotFrench }, true, true);
}
