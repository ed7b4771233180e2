// What the press calls goods and places, in English and French, by the catalogue's codes and UN/LOCODEs. What a shipper writes in a
// sheet is another language: standards/intake/item-words.ts. Own lists.

import type { Item } from '../../domain/catalogue.ts';
import type { Place } from '../../domain/places.ts';
import type { Language } from './shape.ts';
import type { ItemName } from './vocabulary.ts';

const list = (text: string): readonly string[] => text.split('|');

/** The plural in s or x is found by itself. A word that stands with several items is asked; the first is the likelier. */
const GOODS: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>> = {
  'surgical-mask': {
    en: list('mask|face mask|facemask|surgical mask|surgical face mask|medical mask|medical face mask|protective mask'),
    fr: list('masque|masque chirurgical|masques chirurgicaux|masque médical|masques médicaux|masque de protection|masque buccal|masques buccaux|masque de soins'),
  },
  ffp2: { en: list('FFP2|FFP2 mask|FFP2 respirator|N95|N95 mask|N95 respirator|KN95|KN95 mask|respirator|respirator mask'), fr: list('FFP2|masque FFP2|masque de type FFP2|masque N95|N95|KN95|masque KN95') },
  gown: { en: list('gown|medical gown|surgical gown|isolation gown'), fr: list('blouse|blouse médicale|surblouse|blouse chirurgicale') },
  suit: { en: list('protective suit|suit|coverall|hazmat suit'), fr: list('combinaison|combinaison de protection|combinaison protectrice|tenue de protection') },
  'face-shield': { en: list('face shield|faceshield|visor|protective visor'), fr: list('visière|visière de protection|écran facial|écrans faciaux') },
  'test-kit': { en: list('test kit|testing kit|detection kit|diagnostic kit|coronavirus test|COVID-19 test|PCR test|test'), fr: list('kit de test|test|test de dépistage|kit de dépistage|kit de diagnostic|trousse de dépistage|test PCR|kit de détection') },
  ventilator: { en: list('ventilator|breathing machine|medical ventilator'), fr: list('respirateur|respirateur artificiel|appareil respiratoire|ventilateur') },
  gloves: { en: list('glove|examination glove|surgical glove|medical glove'), fr: list('gant|gant d’examen|gant chirurgical|gants chirurgicaux|gant médical|gants médicaux') },
};
/** Words above that could be another item as well: the first is the likelier, and a person is asked. */
const SHARED: Readonly<Record<string, readonly string[]>> = { ffp2: list('mask|face mask|facemask|protective mask|masque|masque de protection|masque buccal|masques buccaux') };

/** How the press may call the items of a catalogue, their own names among them. */
export const goodsNames = (items: readonly Pick<Item, 'item' | 'name'>[]): ItemName[] =>
  [
    ...items.map(({ item, name }) => ({ item, names: { en: [name, item, ...(GOODS[item]?.en ?? [])], fr: [name, item, ...(GOODS[item]?.fr ?? [])] } })),
    ...items.flatMap(({ item }) => (SHARED[item] === undefined ? [] : [{ item, names: { en: SHARED[item], fr: SHARED[item] } }])),
  ];

/** What a place is called: its own name, without “Airport” behind it, and the names that both languages have for it. */
export const placeNames = ({ place, name }: Pick<Place, 'place' | 'name'>): readonly string[] => [...new Set([name, name.replace(/ (?:International )?Airport$/, ''), ...(PLACES[place] ?? [])])];

/** Goods without saying which. */
export const GENERIC: Readonly<Record<Language, readonly string[]>> = {
  en: list('supply|medical supply|equipment|medical equipment|protective equipment|material|goods|shipment|cargo|consignment|load|aid|donation|delivery|freight'),
  fr: list('matériel|matériel médical|matériel de protection|équipement|équipement de protection|équipement médical|fourniture|fourniture médicale|cargaison|chargement|marchandise|lot|aide|livraison|stock|don'),
};

/** UN/LOCODE → what a place is called beside the name that the operation gives it. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  BELGG: list('Liège|Liege|Liège Airport|Liege Airport|Bierset|Lüttich|LGG'),
  CNHGH: list('Hangzhou|Hangzhou Xiaoshan|HGH'),
  CNPVG: list('Shanghai|Shanghaï|Shanghai Pudong|PVG'),
  CNSHA: list('Shanghai|Shanghaï'),
  CNZGZ: list('Zhengzhou'),
  CNYIU: list('Yiwu'),
  BEBRU: list('Brussels|Bruxelles|Zaventem|BRU'),
  NLAMS: list('Amsterdam|Schiphol|AMS'),
  DEFRA: list('Frankfurt|Francfort|Frankfurt am Main|Francfort-sur-le-Main|FRA'),
  DEMUC: list('Munich|München|MUC'),
  DEBER: list('Berlin'),
  FRCDG: list('Paris|Roissy|Charles de Gaulle|Paris-Charles-de-Gaulle|CDG'),
  FRLYS: list('Lyon|Lyon-Saint-Exupéry'),
  GBSTN: list('Stansted|London Stansted|Londres-Stansted'),
  CHZRH: list('Zurich|Zürich|ZRH'),
  ITMXP: list('Malpensa|Milan Malpensa|Milan-Malpensa|MXP'),
  ITMIL: list('Milan|Milano'),
  ITFCO: list('Fiumicino|Rome Fiumicino|Rome-Fiumicino|FCO'),
  ITROM: list('Rome|Roma'),
  CZPRG: list('Prague|Praha'),
  DKCPH: list('Copenhagen|Copenhague|København'),
  SILJU: list('Ljubljana'),
  ATVIE: list('Vienna|Vienne|Wien'),
  HUBUD: list('Budapest'),
  PLWAW: list('Warsaw|Varsovie|Warszawa'),
  ESZAZ: list('Zaragoza|Saragosse|Saragossa'),
  ESMAD: list('Madrid'),
  ROOTP: list('Bucharest|Bucarest|Otopeni'),
  PTLIS: list('Lisbon|Lisbonne|Lisboa'),
  GRATH: list('Athens|Athènes'),
  USJFK: list('New York|JFK'),
  JPNRT: list('Tokyo|Narita'),
  IRIKA: list('Tehran|Téhéran'),
  KRICN: list('Seoul|Séoul|Incheon'),
};
