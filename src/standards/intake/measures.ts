// Units of measure and packaging as shippers write them, turned into base units once and here: grams, cm³, millimetres;
// and what is counted: single units, pairs, dozens, boxes, cartons. Avoirdupois pound and inch as of 1959.

import { findPhrase, plainWords } from './words.ts';

export type Measure = 'weight' | 'volume' | 'length';

/** Written unit → base units. */
const FACTORS: Readonly<Record<Measure, Readonly<Record<string, number>>>> = {
  weight: { kg: 1000, g: 1, t: 1_000_000, lb: 453.592_37 },
  volume: { m3: 1_000_000, dm3: 1000, cm3: 1, ft3: 28_316.846_592 },
  length: { mm: 1, cm: 10, m: 1000, in: 25.4 },
};

const SPELLINGS: Readonly<Record<string, string>> = {
  kg: 'kg', kgs: 'kg', kilo: 'kg', kilos: 'kg', kilogram: 'kg', kilograms: 'kg', kilogramme: 'kg', kilogrammes: 'kg', 公斤: 'kg', 千克: 'kg', g: 'g', gr: 'g', gram: 'g', grams: 'g', gramme: 'g', grammes: 'g', 克: 'g',
  t: 't', mt: 't', ton: 't', tons: 't', tonne: 't', tonnes: 't', tonnen: 't', tonnellate: 't', 吨: 't', lb: 'lb', lbs: 'lb', pound: 'lb', pounds: 'lb', livres: 'lb', 磅: 'lb',
  m3: 'm3', cbm: 'm3', cum: 'm3', 'm 3': 'm3', 立方米: 'm3', 立方: 'm3', dm3: 'dm3', l: 'dm3', litre: 'dm3', litres: 'dm3', liter: 'dm3', cm3: 'cm3', ccm: 'cm3', 立方厘米: 'cm3', ft3: 'ft3', cft: 'ft3', cuft: 'ft3', 'cu ft': 'ft3',
  mm: 'mm', 毫米: 'mm', cm: 'cm', 厘米: 'cm', m: 'm', 米: 'm', in: 'in', inch: 'in', inches: 'in', zoll: 'in', pouces: 'in', pollici: 'in', 英寸: 'in',
};

export const unitsOf = (measure: Measure): readonly string[] => Object.keys(FACTORS[measure]);

/** The unit that these words name alone; null: none of that measure. */
export function measureUnit(text: string, measure: Measure): string | null {
  const unit = SPELLINGS[plainWords(text)];
  return unit !== undefined && unit in FACTORS[measure] ? unit : null;
}

/** The unit that stands among other words, as in a header; longer spellings first, so that cm³ is not cm. */
export function unitAmong(words: string, measure: Measure): { readonly unit: string; readonly rest: string } | null {
  for (const [spelling, unit] of AMONG) {
    if (!(unit in FACTORS[measure])) continue;
    const at = findPhrase(words, spelling);
    if (at >= 0) return { unit, rest: `${words.slice(0, at)} ${words.slice(at + spelling.length)}`.replaceAll(/\s+/g, ' ').trim() };
  }
  return null;
}
/** Single letters head columns of their own (L, W, H): among words they name no unit, except in a column's own brackets. */
const AMONG = Object.entries(SPELLINGS).filter(([spelling]) => !['l', 'in', 't'].includes(spelling)).toSorted(([a], [b]) => b.length - a.length);

/** In base units, to the nearest whole one: a gram of a declared weight is below what any scale for pallets shows. */
export const inBase = (value: number, unit: string, measure: Measure): number => Math.round(value * (FACTORS[measure][unit] ?? Number.NaN));

export type Counted = 'unit' | 'pair' | 'dozen' | 'box' | 'carton' | 'pallet';

const COUNTED: Readonly<Record<Counted, string>> = {
  unit: 'pcs|pc|pce|piece|pieces|unit|units|ea|each|u|un|uds|ud|unidades|unidad|piezas|pza|pzas|unite|unites|pieces|pz|pezzi|pezzo|nr|st|stk|stuck|stucke|stuks|stuk|mask|masks|masques|test|tests|kit|kits|set|sets|suit|suits|gown|gowns|respirators|ventilators|gloves|件|个|只|片|枚|台|套|支|人份|个 pcs|只 pcs',
  pair: 'pair|pairs|pr|prs|paire|paires|paia|paio|paar|paren|par|pares|双|副',
  dozen: 'dozen|doz|dz|douzaine|douzaines|dozzina|dozzine|dutzend|dozijn|docena|docenas|打',
  box: 'box|boxes|bx|boite|boites|scatola|scatole|confezione|confezioni|schachtel|schachteln|packung|packungen|pack|packs|pk|bag|bags|doosje|doosjes|paquet|paquets|estuche|estuches|盒|包|袋',
  carton: 'carton|cartons|ctn|ctns|case|cases|cs|colis|caisse|caisses|cartone|cartoni|collo|colli|karton|kartons|kart|doos|dozen doos|dozen|caja|cajas|bulto|bultos|箱|纸箱',
  pallet: 'pallet|pallets|plt|plts|palette|palettes|bancale|bancali|palette|paletten|palet|palets|托|板',
};
const COUNTED_BY = new Map<string, Counted>(Object.entries(COUNTED).flatMap(([kind, words]) => words.split('|').map((word): [string, Counted] => [plainWords(word), kind as Counted])));
// English dozen and Dutch dozen (cartons) are the same word: twelve is the reading that English sheets mean; Dutch ones say doos or stuks.
COUNTED_BY.set('dozen', 'dozen');

/** What such a word counts; null: not known. */
export const countedBy = (text: string): Counted | null => COUNTED_BY.get(plainWords(text)) ?? null;

/** What the last or first of several words counts, as in "Qty (pcs)" or "pcs 数量". */
export function countedAmong(words: string): Counted | null {
  const found = words.split(' ').flatMap((word) => COUNTED_BY.get(word) ?? []);
  return found.at(-1) ?? null;
}
