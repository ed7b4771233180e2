// The words of the hub's page and of the page of sheets join the others when one of them is first opened.

import { language } from '../../shared/language.ts';
import { hubEnglish } from './en.ts';
import { hubFrench } from './fr.ts';

export function learnHubWords(): void {
  language.addResourceBundle('en', 'translation', hubEnglish, true);
  language.addResourceBundle('fr', 'translation', hubFrench, true);
}
