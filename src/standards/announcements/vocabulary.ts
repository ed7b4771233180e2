// Everything that has a name, as one lexicon of a language: the operation's items, areas, places and donors, and the cues.

import type { AreaCode, ItemCode, PlaceCode } from '../../domain/ids.ts';
import type { Mode } from '../../domain/places.ts';
import type { AreaName } from './area-words.ts';
import { CUES, type Cue } from './cues.ts';
import { Lexicon } from './lexicon.ts';
import type { Language } from './shape.ts';
import { GENERIC } from './thing-words.ts';

export interface ItemName {
  readonly item: ItemCode;
  readonly names: Readonly<Record<Language, readonly string[]>>;
}
export interface PlaceName {
  readonly place: PlaceCode;
  readonly area: AreaCode;
  readonly names: readonly string[];
}
export interface DonorName {
  readonly name: string;
  /** What it is called in a text where no other could be meant: foundation, fondation. */
  readonly aliases: readonly string[];
}

export interface Names {
  readonly items: readonly ItemName[];
  readonly areas: readonly AreaName[];
  readonly places: readonly PlaceName[];
  readonly donors: readonly DonorName[];
}

export type Meaning =
  | { readonly type: 'item'; readonly item: ItemCode }
  | { readonly type: 'goods' | 'packages' | 'head' | 'holder' }
  | { readonly type: 'area'; readonly area: AreaCode; readonly isAdjective: boolean; readonly isShouted: boolean }
  | { readonly type: 'place'; readonly place: PlaceCode; readonly area: AreaCode; readonly isShouted: boolean }
  | { readonly type: 'donor'; readonly name: string }
  | { readonly type: 'mode'; readonly mode: Mode }
  | { readonly type: 'cue'; readonly cue: Cue };

const list = (text: string): readonly string[] => text.split('|');
const MODES: Readonly<Record<Language, Readonly<Record<Mode, readonly string[]>>>> = {
  en: { air: list('by air|air|by plane|airfreight|air freight'), rail: list('by rail|rail|by train|train'), road: list('by road|road|by truck|truck|lorry|lorries'), sea: list('by sea|by ship|ship|by boat') },
  fr: { air: list('par avion|par air|par les airs|par voie aérienne|fret aérien'), rail: list('par rail|rail|par train|train|voie ferrée|chemin de fer|par chemin de fer'), road: list('par camion|camion|par route|par la route|voie routière'), sea: list('par bateau|bateau|par mer|voie maritime') },
};
const PACKAGES: Readonly<Record<Language, readonly string[]>> = { en: list('box|boxes|carton|pallet|crate|package|parcel'), fr: list('boîte|carton|palette|caisse|colis|paquet') };
/** Lower-case words that name an organisation together with a name. */
const HEADS: Readonly<Record<Language, readonly string[]>> = { en: list('foundation|government|group|company|ministry|authorities|commission|university|bank|association|federation|charity'), fr: list('fondation|gouvernement|groupe|entreprise|société|ministère|autorités|commission|université|banque|association|fédération') };
/** Who or what of a country. */
const HOLDERS: Readonly<Record<Language, readonly string[]>> = { en: list('hospital|clinic|people|population|region|province|authorities|government|health worker|doctor|nurse|care home|town|city|cities|country|countries|state|ministry'), fr: list('hôpital|hôpitaux|clinique|peuple|population|région|province|autorités|gouvernement|soignant|médecin|infirmier|maison de repos|ville|pays|état|ministère|personnel soignant') };

export function vocabularyOf({ items, areas, places, donors }: Names, language: Language): Lexicon<Meaning> {
  const lexicon = new Lexicon<Meaning>();
  for (const { item, names } of items) for (const name of names[language]) lexicon.add(name, { type: 'item', item });
  for (const name of GENERIC[language]) lexicon.add(name, { type: 'goods' });
  for (const name of PACKAGES[language]) lexicon.add(name, { type: 'packages' });
  for (const name of HEADS[language]) lexicon.add(name, { type: 'head' });
  for (const name of HOLDERS[language]) lexicon.add(name, { type: 'holder' });
  const isShouted = (name: string): boolean => name === name.toUpperCase() && name.length <= 5;
  for (const { area, names, adjectives } of areas) {
    for (const name of names) lexicon.add(name, { type: 'area', area, isAdjective: false, isShouted: isShouted(name) });
    for (const adjective of adjectives) lexicon.add(adjective, { type: 'area', area, isAdjective: true, isShouted: false });
  }
  for (const { place, area, names } of places) for (const name of names) lexicon.add(name, { type: 'place', place, area, isShouted: isShouted(name) });
  for (const { name, aliases } of donors) for (const alias of [name, ...aliases]) lexicon.add(alias, { type: 'donor', name });
  for (const [mode, names] of Object.entries(MODES[language])) for (const name of names) lexicon.add(name, { type: 'mode', mode: mode as Mode });
  for (const [words, cue] of CUES[language]) lexicon.add(words, { type: 'cue', cue });
  return lexicon;
}
