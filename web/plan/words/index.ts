// The plan page's own words join the others when the page is first opened, so that the first screen need not carry them.

import { language } from '../../shared/language.ts';
import { learnDeskWords } from '../../shared/words/desk.ts';
import { planEnglish } from './en.ts';
import { planFrench } from './fr.ts';

export function learnPlanWords(): void {
  learnDeskWords();
  language.addResourceBundle('en', 'translation', planEnglish, true);
  language.addResourceBundle('fr', 'translation', planFrench, true);
}
