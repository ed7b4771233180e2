// The language that a paper is in unless another is asked for: that of the country it goes to, among those that papers speak.
// Where a country has several, the one of them that papers speak; English where they speak none.

import { countryOf } from '../../domain/areas.ts';
import type { AreaCode } from '../../domain/ids.ts';
import type { PaperLanguage } from './wording.ts';

const COUNTRIES: Readonly<Record<Exclude<PaperLanguage, 'en'>, string>> = {
  fr: 'BE BF BI BJ CD CF CG CH CI CM FR GA GN HT LU MC MG ML NE SN TD TG',
  it: 'IT SM VA',
  ar: 'AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN YE',
};

export function languageOf(area: AreaCode): PaperLanguage {
  const country = countryOf(area);
  for (const language of ['fr', 'it', 'ar'] as const) if (COUNTRIES[language].split(' ').includes(country)) return language;
  return 'en';
}
