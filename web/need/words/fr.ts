// The words of the page of need in French.

import { needInEnglish, type NeedWords } from './en.ts';

export const needInFrench: NeedWords = needInEnglish;
