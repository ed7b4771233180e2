// What areas are called in announcements, in English and French: names from the languages' own lists of regions, what these do
// not have, and adjectives. Own list; it grows with the countries that operations serve.

import { AreaCode } from '../../domain/ids.ts';
import type { Language } from './shape.ts';

/** What a caller brings, and what `areaNames` makes. */
export interface AreaName {
  readonly area: AreaCode;
  readonly names: readonly string[];
  /** “Italian”, “italiens”: an area only beside hospitals, people, authorities. */
  readonly adjectives: readonly string[];
}

/** code|names beside those of the language|adjectives; French adjectives in masculine and feminine, the plural is found too. */
const MORE: Readonly<Record<Language, string>> = {
  en: `US|USA,U.S.,US,United States of America,America|American
GB|UK,U.K.,Britain,Great Britain,England|British
CN|China,mainland China|Chinese
CZ|Czech Republic|Czech
TR|Turkey|Turkish
KR|Republic of Korea|South Korean
NL|Holland|Dutch
EUROPE|Europe,the continent,European countries,European nations|European
EU|European Union,EU,member states|
AT||Austrian
BE||Belgian
BG||Bulgarian
CH||Swiss
DE||German
DK||Danish
ES||Spanish
FI||Finnish
FR||French
GR||Greek
HR||Croatian
HU||Hungarian
IE||Irish
IR||Iranian
IT||Italian
JP||Japanese
NO||Norwegian
PL||Polish
PT||Portuguese
RO||Romanian
SE||Swedish
SI||Slovenian,Slovene
SK||Slovak
RS||Serbian
UA||Ukrainian
RU||Russian
IN||Indian
IL||Israeli
IT-25|Lombardy|Lombard
IT-34|Veneto|
IT-21|Piedmont|
IT-62|Lazio|
IT-42|Liguria|
IT-52|Tuscany|Tuscan
IT-45|Emilia-Romagna|
DE-BY|Bavaria|Bavarian
ES-CT|Catalonia|Catalan`,
  fr: `US|États-Unis d'Amérique,USA,É.-U.,Amérique|américain,américaine
GB|Grande-Bretagne,Angleterre|britannique
CN|Chine|chinois,chinoise
CZ|République tchèque|tchèque
KR|République de Corée|sud-coréen,sud-coréenne
NL|Hollande|néerlandais,néerlandaise
EUROPE|Europe,le continent,Vieux Continent,pays européens|européen,européenne
EU|Union européenne,UE,États membres|
AT||autrichien,autrichienne
BE||belge
BG||bulgare
CH||suisse
DE||allemand,allemande
DK||danois,danoise
ES||espagnol,espagnole
FI||finlandais,finlandaise
FR||français,française
GR||grec,grecque
HR||croate
HU||hongrois,hongroise
IE||irlandais,irlandaise
IR||iranien,iranienne
IT||italien,italienne
JP||japonais,japonaise
NO||norvégien,norvégienne
PL||polonais,polonaise
PT||portugais,portugaise
RO||roumain,roumaine
SE||suédois,suédoise
SI||slovène
SK||slovaque
RS||serbe
UA||ukrainien,ukrainienne
RU||russe
IN||indien,indienne
IL||israélien,israélienne
IT-25|Lombardie|lombard,lombarde
IT-34|Vénétie|
IT-21|Piémont|
IT-62|Latium|
IT-42|Ligurie|
IT-52|Toscane|toscan,toscane
IT-45|Émilie-Romagne|
DE-BY|Bavière|bavarois,bavaroise
ES-CT|Catalogne|catalan,catalane`,
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
/** Not a country that was: DD is DE today. */
const isCurrent = (code: string): boolean => new Intl.Locale(`und-${code}`).region === code;
/** Of Intl's list: they are no countries, or words of everyday. */
const LEFT_OUT = new Set(['EU', 'EZ', 'UN', 'QO', 'ZZ', 'XA', 'XB', 'AC', 'CQ', 'DG', 'EA', 'IC', 'TA', 'CP']);

let made: readonly AreaName[] | null = null;
/** Every country, both languages' names together: either language speaks of places by names of the other. Made once: they never change. */
export const areaNames = (): readonly AreaName[] => (made ??= makeNames());

function makeNames(): AreaName[] {
  const found = new Map<string, { names: Set<string>; adjectives: Set<string> }>();
  const entry = (area: string): { names: Set<string>; adjectives: Set<string> } => {
    const known = found.get(area) ?? { names: new Set(), adjectives: new Set() };
    found.set(area, known);
    return known;
  };
  for (const locale of ['en', 'fr'] as const) {
    const regions = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    for (const code of LETTERS.flatMap((a) => LETTERS.map((b) => `${a}${b}`))) {
      if (LEFT_OUT.has(code) || !isCurrent(code)) continue;
      const name = regions.of(code);
      if (name !== undefined) entry(code).names.add(name);
    }
    for (const line of MORE[locale].split('\n')) {
      const [area = '', names = '', adjectives = ''] = line.split('|');
      for (const name of names.split(',')) if (name !== '') entry(area).names.add(name);
      for (const adjective of adjectives.split(',')) if (adjective !== '') entry(area).adjectives.add(adjective);
    }
  }
  return [...found].map(([area, { names, adjectives }]) => ({ area: AreaCode.parse(area), names: [...names], adjectives: [...adjectives] }));
}
