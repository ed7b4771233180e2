// What a segment speaks of in goods: figures with what they count, items without a figure, parts of what was named before (“dont
// 200 000 mercredi”), and which country each is for.

import { ARTICLES } from './cues.ts';
import type { Mention } from './mentions.ts';
import { unitAfter } from './figures.ts';
import { isCue, type Scene } from './scene.ts';
import type { Qualifier, QuantitySaid, Said } from './shape.ts';

type NumberMention = Extract<Mention, { type: 'number' }>;
type ItemMention = Extract<Mention, { type: 'item' }>;

export interface Good {
  readonly number: Said<QuantitySaid> | null;
  /** The figure is of the whole, this of a part of it. */
  readonly isWhole: boolean;
  readonly vague: Said<string> | null;
  readonly item: ItemMention | null;
  /** The item is that of an earlier figure. */
  readonly isCarried: boolean;
  /** “dont”, “including”. */
  readonly isPart: boolean;
  /** The figure before it may count this too: “500,000 masks and test kits”. */
  readonly sharesFigure: boolean;
  readonly from: number;
  readonly to: number;
}

/** Tokens between a figure and what it counts. */
const NEAR = 4;

export function goodsOf(scene: Scene, used: Set<Mention>): Good[] {
  const { mentions } = scene.segment;
  const goods: Good[] = [];
  const taken = new Set<Mention>();
  const parts = scene.cues('part-of');
  const isPart = (at: number): boolean => parts.some((part) => part.to < at && at - part.to <= 5);
  for (const mention of mentions) {
    if (taken.has(mention)) continue;
    if (mention.type === 'number' && (mention.as === 'quantity' || mention.as === 'weight')) {
      const range = rangeOf(scene, mention);
      if (range.second !== null) taken.add(range.second);
      const last = range.second ?? mention;
      const item = itemAfter(scene, last, taken);
      const unit = mention.as === 'weight' ? unitAfter(scene.plain(last.to + 1)) : packagesAfter(scene, last) ? 'packages' : 'pieces';
      const isFollowed = item === null && mention.as === 'quantity' && (isPart(mention.from) || isForSomebody(scene, last) || parts.some((part) => part.from === last.to + 1));
      if (item === null && !isFollowed && mention.as !== 'weight') continue;
      if (item !== null) taken.add(item);
      used.add(mention);
      if (range.second !== null) used.add(range.second);
      const carried = item === null && mention.as === 'quantity' ? (goods.findLast((it) => it.item !== null)?.item ?? null) : item;
      // “The first batch …, 500,000 of them”: now it has a figure.
      if (item === null && carried !== null && !isPart(mention.from) && goods.at(-1)?.isWhole === true) goods.pop();
      goods.push({ number: quantityOf(scene, mention, range, unit), isWhole: isWhole(scene, mention), vague: null, item: carried, isCarried: item === null && carried !== null, isPart: isPart(mention.from), sharesFigure: false, from: mention.from, to: item?.to ?? last.to });
    } else if (isCue(mention, 'vague')) {
      const item = itemAfter(scene, mention, taken);
      if (item === null) continue;
      taken.add(item);
      goods.push({ number: null, isWhole: false, vague: scene.said(scene.ground.text.slice(scene.span(mention).start, scene.span(mention).end), mention), item, isCarried: false, isPart: false, sharesFigure: false, from: mention.from, to: item.to });
    } else if (mention.type === 'item') {
      const previous = goods.at(-1);
      const joined = previous !== undefined && previous.number !== null && previous.item !== null && mention.from - previous.to <= 2 && ['and', 'et', '&'].includes(scene.plain(mention.from - 1));
      taken.add(mention);
      goods.push({ number: null, isWhole: false, vague: null, item: mention, isCarried: false, isPart: isPart(mention.from), sharesFigure: joined, from: mention.from, to: mention.to });
    }
  }
  return goods;
}

const LOTS = new Set(['batch', 'batches', 'tranche', 'lot', 'part', 'portion', 'instalment', 'installment', 'partie', 'first', 'premier', 'premiere', 'share']);
const BETWEEN = new Set([...ARTICLES, 'of', 'donation', 'gift', 'promised', 'don', 'total', 'sur']);

/** “The first batch of the 2 million masks”: the figure is of the whole, and no figure of the batch. */
function isWhole(scene: Scene, { from }: NumberMention): boolean {
  let at = from - 1;
  while (at >= scene.segment.from && from - at <= NEAR + 2 && BETWEEN.has(scene.plain(at))) at -= 1;
  return at < from - 1 && LOTS.has(scene.plain(at)) && scene.plain(at + 1) !== 'the';
}

interface Range {
  readonly second: NumberMention | null;
}

/** between A and B, entre A et B, A to B, A à B, A–B. */
function rangeOf(scene: Scene, first: NumberMention): Range {
  const second = scene.segment.mentions.find((it): it is NumberMention => it.type === 'number' && it.from === first.to + 2 && it.as === 'quantity');
  if (second === undefined) return { second: null };
  const link = scene.plain(first.to + 1);
  const opened = ['between', 'entre', 'from', 'de'].includes(scene.plain(first.from - 1));
  return { second: link === '-' || link === '–' || link === 'to' || link === 'à' || ((link === 'and' || link === 'et') && opened) ? second : null };
}

function quantityOf(scene: Scene, first: NumberMention, { second }: Range, unit: QuantitySaid['unit']): Said<QuantitySaid> {
  const cue = scene.cues('qualifier').find(({ to }) => to === first.from - 1);
  const opened = second !== null && ['between', 'entre'].includes(scene.plain(first.from - 1));
  const qualifier: Qualifier = second !== null ? 'between' : (cue?.cue.qualifier ?? 'exactly');
  const [low, high] = [first.number.readings, (second ?? first).number.readings];
  const open = low.length > 1 ? low : high.length > 1 ? high : [];
  const value: QuantitySaid = { least: open.length > 0 ? null : (low[0] ?? null), most: open.length > 0 ? null : (high[0] ?? null), qualifier, unit, readings: open };
  return scene.said(value, { from: cue?.from ?? (opened ? first.from - 1 : first.from), to: (second ?? first).to + (unit === 'tonnes' || unit === 'kilograms' ? 1 : 0) });
}

function itemAfter({ segment, ground }: Scene, { to }: Mention, taken: ReadonlySet<Mention>): ItemMention | null {
  const item = segment.mentions.find((it): it is ItemMention => it.type === 'item' && it.from > to && !taken.has(it));
  if (item === undefined || item.from - to > NEAR) return null;
  for (let at = to + 1; at < item.from; at += 1) if (ground.tokens[at]?.kind === 'sign' || ground.tokens[at]?.kind === 'number' || segment.mentions.some((it) => it.from <= at && at <= it.to && (it.type === 'number' || it.type === 'area' || isCue(it, 'part-of') || isCue(it, 'verb') || isCue(it, 'people')))) return null;
  return item;
}

const packagesAfter = ({ segment }: Scene, { to }: Mention): boolean => segment.mentions.some((it) => it.type === 'packages' && it.from - to <= 2 && it.from > to);

/** “300,000 to Spain”, “500 000 pour l'Italie”: the item was named before. */
function isForSomebody(scene: Scene, { to }: Mention): boolean {
  const role = scene.segment.mentions.find((it) => isCue(it, 'role') && it.from === to + 1);
  return role !== undefined && isCue(role, 'role') && role.cue.role === 'to' && scene.segment.mentions.some((it) => it.type === 'area' && it.from > to && it.from - to <= 4);
}
