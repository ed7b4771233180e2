// What a sentence speaks of, in its order: numbers and what they count, items, areas, places, donors, days, cues. One look from left
// to right; what is longest at a word is what it says.

import type { AreaCode, ItemCode, PlaceCode } from '../../domain/ids.ts';
import type { Mode } from '../../domain/places.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { NumberStyle } from '../sheets/numerals.ts';
import { ARTICLES, type Cue } from './cues.ts';
import { dateAt, type DayWords } from './dates.ts';
import type { Lexicon } from './lexicon.ts';
import { kindOfFigure, phoneAt, timeAt, type FigureAs } from './figures.ts';
import { numberAt, type NumberFound } from './numbers.ts';
import type { Sentence } from './sentences.ts';
import type { Language } from './shape.ts';
import type { Token } from './tokens.ts';
import type { Meaning } from './vocabulary.ts';

interface Range {
  readonly from: number;
  /** The last token, inclusive. */
  readonly to: number;
}
export type Mention = Range &
  (
    | { readonly type: 'number'; readonly number: NumberFound; readonly as: FigureAs }
    | { readonly type: 'item'; readonly items: readonly ItemCode[] }
    | { readonly type: 'goods' | 'packages' | 'holder' }
    | { readonly type: 'area'; readonly area: AreaCode; readonly isAdjective: boolean }
    | { readonly type: 'place'; readonly place: PlaceCode; readonly area: AreaCode }
    | { readonly type: 'donor'; readonly name: string; readonly isKnown: boolean }
    | { readonly type: 'mode'; readonly mode: Mode }
    | { readonly type: 'date'; readonly says: DayWords }
    | { readonly type: 'cue'; readonly cue: Cue }
  );

export interface Ground {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly language: Language;
  readonly published: LocalDate;
  readonly lexicon: Lexicon<Meaning>;
  readonly style: NumberStyle | null;
  /** Nothing in the text is written with a capital: names are found without. */
  readonly isFlat: boolean;
}

export function mentionsIn(ground: Ground, { from, to }: Sentence): Mention[] {
  const { tokens, language, published, text, style } = ground;
  const found: Mention[] = [];
  for (let at = from; at <= to; ) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'code' || token.kind === 'break') {
      at += 1;
      continue;
    }
    const [phone, time] = [phoneAt(tokens, at, to, text), timeAt(tokens, at, to)];
    const last = phone ?? time;
    if (last !== null) {
      found.push({ type: 'number', from: at, to: last, as: phone === null ? 'time' : 'phone', number: { from: at, to: last, readings: [], isBare: true, isShort: false, isWords: false } });
      at = last + 1;
      continue;
    }
    const mention = token.kind === 'sign' ? null : mentionAt(ground, at, to, from, dateAt(tokens, at, to, language, published), numberAt(tokens, at, to, text, language, style));
    if (mention !== null) found.push(mention);
    at = mention === null ? at + 1 : mention.to + 1;
  }
  return found;
}

function mentionAt(ground: Ground, at: number, to: number, first: number, date: ReturnType<typeof dateAt>, number: NumberFound | null): Mention | null {
  if (date !== null) return { type: 'date', from: at, to: date.to, says: date.says };
  const { tokens, lexicon, isFlat } = ground;
  const token = tokens[at];
  const organisation = number === null ? organisationAt(ground, at, to, first) : null;
  if (organisation !== null) return organisation;
  const hit = lexicon.at(tokens, at, to, (meaning, length) => fits(meaning, token, tokens[at + length - 1], isFlat, ground.text));
  const length = hit?.length ?? 0;
  if (number !== null && number.to - at + 1 >= length && !(number.isWords && number.to === at && length > 0)) return { type: 'number', from: at, to: number.to, number, as: kindOfFigure(ground, number, to) };
  return hit === null ? null : mentionOf(hit.meanings, at, at + length - 1);
}

function fits(meaning: Meaning, first: Token | undefined, last: Token | undefined, isFlat: boolean, text: string): boolean {
  if (meaning.type !== 'area' && meaning.type !== 'place') return true;
  if (meaning.isShouted) return first !== undefined && last !== undefined && /^[A-Z.]+$/.test(text.slice(first.start, last.end));
  return (meaning.type === 'area' && meaning.isAdjective) || isFlat || first?.isCapital === true || last?.isCapital === true;
}

/** Where one phrase means several things: goods before cues, areas before places, a longer list of items is one mention. */
function mentionOf(meanings: readonly Meaning[], from: number, to: number): Mention | null {
  const items = [...new Set(meanings.flatMap((it) => (it.type === 'item' ? [it.item] : [])))];
  if (items.length > 0) return { type: 'item', from, to, items };
  const order: readonly Meaning['type'][] = ['donor', 'place', 'area', 'cue', 'mode', 'goods', 'packages', 'holder'];
  const [best] = meanings.toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type)).filter(({ type }) => order.includes(type));
  if (best === undefined || best.type === 'head' || best.type === 'item') return null;
  if (best.type === 'donor') return { type: 'donor', from, to, name: best.name, isKnown: true };
  if (best.type === 'area') return { type: 'area', from, to, area: best.area, isAdjective: best.isAdjective };
  if (best.type === 'place') return { type: 'place', from, to, place: best.place, area: best.area };
  if (best.type === 'cue') return { type: 'cue', from, to, cue: best.cue };
  if (best.type === 'mode') return { type: 'mode', from, to, mode: best.mode };
  return { type: best.type, from, to };
}

const LINKS = new Set(['of', 'de', 'du', 'des', "d'", 'and', 'et', '&']);
const MOST_NAME = 6;
/** With a capital at the beginning of a sentence, and no name. */
const NO_NAME = new Set('we they he she it you i this that these those there who everybody somebody nobody many nous ils elles il elle on vous je tu ce cela ceci ca qui tout tous rien personne as since when after before with if while although because selon depuis apres avant quand si comme pour but and or et mais ou donc'.split(' '));

/** A name of an organisation that is none of the operation's: Bill Morgan Foundation, the Chinese government, la Croix-Rouge chinoise, Huawei. */
function organisationAt({ tokens, lexicon, isFlat, text, language, published }: Ground, at: number, to: number, first: number): Mention | null {
  const is = (k: number, type: Meaning['type']): boolean => k <= to && lexicon.at(tokens, k, k, (meaning) => meaning.type === type) !== null;
  const adjective = (k: number): boolean => k <= to && lexicon.at(tokens, k, k, (meaning) => meaning.type === 'area' && meaning.isAdjective) !== null;
  const org = (last: number): Mention => ({ type: 'donor', from: at, to: last, name: text.slice(tokens[at]?.start, tokens[last]?.end), isKnown: false });
  if (isFlat || tokens[at]?.kind !== 'word') return null;
  if (adjective(at)) return is(at + 1, 'head') ? org(at + 1) : null;
  if (is(at, 'head') && adjective(at + 1)) return org(at + 1);
  if (is(at, 'head') && tokens[at + 1]?.isCapital === true && at + 1 <= to && !named(at + 1)) return org(capitals(at + 1));
  if (!(tokens[at]?.isCapital ?? false) || named(at) || ARTICLES.has(tokens[at]?.plain ?? '') || NO_NAME.has(tokens[at]?.plain ?? '')) return null;
  const end = capitals(at);
  const withHead = is(end + 1, 'head') || adjective(end + 1) ? end + 1 : end;
  const isNamedByHead = is(end, 'head') && end > at;
  // The first word of a sentence has its capital in any case: alone it is a name only right before a verb.
  const isAlone = at === first && end === at && withHead === end;
  const isSubject = !known(at) && lexicon.at(tokens, at + 1, to, (meaning) => meaning.type === 'cue' && (meaning.cue.is === 'verb' || meaning.cue.is === 'modal')) !== null;
  return !isAlone || isNamedByHead || isSubject ? org(withHead) : null;

  function known(k: number): boolean {
    return lexicon.at(tokens, k, to, () => true) !== null;
  }
  function named(k: number): boolean {
    return lexicon.at(tokens, k, to, (meaning, length) => (meaning.type === 'area' && (!meaning.isAdjective || length > 1)) || meaning.type === 'place' || meaning.type === 'item' || meaning.type === 'cue' || meaning.type === 'goods' || meaning.type === 'holder' || meaning.type === 'mode' || (meaning.type === 'donor' && !(tokens[k + 1]?.isCapital === true))) !== null;
  }
  function capitals(k: number): number {
    let last = k;
    for (let next = k + 1; next <= to && next - k < MOST_NAME; next += 1) {
      const word = tokens[next];
      if (word?.kind !== 'word' || dateAt(tokens, next, to, language, published) !== null) break;
      if (word.isCapital && !lexicon.at(tokens, next, to, (meaning) => (meaning.type === 'area' && !meaning.isAdjective) || meaning.type === 'place')) last = next;
      else if (!LINKS.has(word.plain) || tokens[next + 1]?.isCapital !== true || named(next + 1)) break;
    }
    return last;
  }
}
