// A sentence cut where one thought ends and another begins: between two verbs, at the joint that parts them best. A verb by which
// no other stands keeps the whole sentence.

import { JOINTS, type Verb } from './cues.ts';
import type { Ground, Mention } from './mentions.ts';
import type { Sentence } from './sentences.ts';

export type VerbMention = Extract<Mention, { type: 'cue' }> & { readonly cue: Verb };
export interface Segment extends Sentence {
  readonly verbs: readonly VerbMention[];
  readonly mentions: readonly Mention[];
}

export const isVerb = (mention: Mention): mention is VerbMention => mention.type === 'cue' && mention.cue.is === 'verb';
const within = ({ from, to }: Mention, sentence: Sentence): boolean => from >= sentence.from && to <= sentence.to;

const NEAR = 4;

export function segmentsOf(ground: Ground, sentence: Sentence, mentions: readonly Mention[]): Segment[] {
  // Counts and negated words have their figures beside them; they part nothing.
  const verbs = mentions.filter(isVerb).filter(({ cue }) => cue.sense !== 'deaths' && cue.sense !== 'cases');
  const cuts: number[] = [];
  for (const [k, verb] of verbs.entries()) {
    const next = verbs[k + 1];
    const cut = next === undefined ? null : jointBetween(ground, verb.to + 1, next.from - 1, mentions);
    if (cut !== null && hasOwnThought(verb, next, mentions, cut)) cuts.push(cut);
  }
  const bounds = [sentence.from, ...cuts, sentence.to + 1];
  return bounds.slice(0, -1).map((from, k) => {
    const part: Sentence = { from, to: (bounds[k + 1] ?? sentence.to + 1) - 1 };
    const own = mentions.filter((mention) => within(mention, part));
    return { ...part, verbs: own.filter(isVerb), mentions: own };
  });
}

/** The token at which the next thought begins; null: there is no joint. The last one counts, a word before a comma. */
function jointBetween({ tokens, language }: Ground, from: number, to: number, mentions: readonly Mention[]): number | null {
  const joints = JOINTS[language];
  let [word, sign, comma]: [number | null, number | null, number | null] = [null, null, null];
  for (let at = from; at <= to; at += 1) {
    const token = tokens[at];
    if (token === undefined || mentions.some((mention) => mention.from < at && at <= mention.to)) continue;
    if (token.kind === 'word' && joints.has(token.plain) && !joinsList(mentions, at)) word = at;
    else if (token.kind === 'sign' && (token.plain === ';' || token.plain === '–' || token.plain === '—')) sign = at;
    else if (token.kind === 'sign' && token.plain === ',' && !joinsList(mentions, at)) comma = at;
  }
  // A comma well after the word parts better: “masks and test kits, the first part of …”.
  return sign ?? (word !== null && comma !== null && comma - word > NEAR ? comma : (word ?? comma));
}

/** “Italy and Spain”, “test kits and masks”: a list of like things, not two thoughts. */
function joinsList(mentions: readonly Mention[], at: number): boolean {
  const before = mentions.findLast(({ to, type }) => to < at && (type === 'area' || type === 'item' || type === 'mode' || type === 'number'));
  const after = mentions.find(({ from, type }) => from > at && (type === 'area' || type === 'item' || type === 'mode' || type === 'number'));
  if (before === undefined || after === undefined || at - before.to > 2 || after.from - at > 4) return false;
  const kindOf = ({ type }: Mention): string => (type === 'number' ? 'item' : type);
  const verbBetween = mentions.some((mention) => isVerb(mention) && mention.from > before.to && mention.to < after.from);
  const verbSoon = mentions.some((mention) => mention.type === 'cue' && (mention.cue.is === 'verb' || mention.cue.is === 'modal') && mention.from > after.to && mention.from - after.to <= 1);
  return kindOf(before) === kindOf(after) && !verbBetween && !(after.type === 'area' && verbSoon);
}

/** A reduced clause (“the masks promised to Europe will pass”) or an infinitive (“expected to land”) has none. */
function hasOwnThought(verb: VerbMention, next: VerbMention | undefined, mentions: readonly Mention[], cut: number): boolean {
  if (next === undefined || verb.cue.sense === 'deny' || verb.cue.sense === 'confirm') return false;
  return mentions.some(({ from, to }) => from >= cut && to <= next.from) || verb.cue.sense !== next.cue.sense;
}
