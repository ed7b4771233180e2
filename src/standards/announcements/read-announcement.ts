// A pasted communiqué, post or article → proposals of claims, each field with the words that it came from, and what was seen and set
// aside. By rules alone: the same text gives the same proposals. A person confirms; nothing is recorded here. How it decides, and
// how often it is right: docs/concepts/reading-announcements.md.

import { invariant } from '../../domain/result.ts';
import { localDateIn, type Instant, type Zone } from '../../domain/time.ts';
import { counts } from './counts.ts';
import { type Discourse, Framing } from './frames.ts';
import { arrival, denial, destination, furtherFlights, promise, route, shortage, support } from './kinds.ts';
import { mentionsIn, type Ground, type Mention } from './mentions.ts';
import { mergeRepeated } from './repeated.ts';
import { recognise } from './recognise.ts';
import { numberStyle } from './numbers.ts';
import { Scene } from './scene.ts';
import { segmentsOf, type Segment, type VerbMention } from './segments.ts';
import { sentencesOf, type Sentence } from './sentences.ts';
import type { Language, Proposal, Reading, Unread } from './shape.ts';
import { tokensOf } from './tokens.ts';
import { vocabularyOf, type Names } from './vocabulary.ts';

export interface ReadOptions extends Names {
  readonly publishedAt: Instant;
  readonly zone: Zone;
  /** Null: recognised. */
  readonly language: Language | null;
}

/** Linear in the text: `steps` of the answer counts what was looked at. */
export function readAnnouncement(text: string, options: ReadOptions): Reading {
  const tokens = tokensOf(text);
  const language = options.language ?? recognise(tokens);
  const lexicon = vocabularyOf(options, language);
  const ground: Ground = { text, tokens, language, lexicon, published: localDateIn(options.publishedAt, options.zone), style: numberStyle(tokens, text), isFlat: !tokens.some(({ isCapital }) => isCapital) };
  const sentences = sentencesOf(tokens, text);
  const discourse: Discourse = { donor: null, item: null, days: null };
  const proposals: Proposal[] = [];
  const unread: Unread[] = [];
  let steps = text.length + tokens.length;
  for (const [k, sentence] of sentences.entries()) {
    const mentions = mentionsIn(ground, sentence);
    const used = new Set<Mention>();
    proposals.push(...claimsOf(ground, sentence, k, mentions, discourse, used));
    unread.push(...asideOf(ground, mentions, used));
    steps += mentions.length;
  }
  const spanOf = ({ from, to }: Sentence): { start: number; end: number } => ({ start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 });
  return { language, sentences: sentences.map(spanOf), proposals: mergeRepeated(proposals), unread, steps: steps + lexicon.steps };
}

function claimsOf(ground: Ground, sentence: Sentence, k: number, mentions: readonly Mention[], discourse: Discourse, used: Set<Mention>): Proposal[] {
  // A question claims nothing.
  if (ground.tokens[sentence.to]?.plain === '?') return [];
  const segments = segmentsOf(ground, sentence, mentions);
  const proposals: Proposal[] = [];
  const frame = (segment: Segment): Framing => new Framing(new Scene(ground, segment), k, discourse, used);
  const whole = frame({ ...sentence, verbs: segments.flatMap(({ verbs }) => verbs), mentions });
  const denier = whole.scene.segment.verbs.find((verb) => verb.cue.sense === 'deny' || (verb.cue.sense === 'confirm' && whole.scene.negationOf(verb) !== null));
  if (denier !== undefined) {
    const not = whole.scene.negationOf(denier);
    denial(whole, denier, not === null ? denier : { from: Math.min(not.from, denier.from), to: Math.max(not.to, denier.to) });
    return whole.proposals;
  }
  const isRoute = segments.some(({ verbs }) => verbs.some(({ cue }) => cue.sense === 'pass'));
  for (const segment of segments) {
    const framing = frame(segment);
    segmentClaims(framing, segments, isRoute);
    proposals.push(...framing.proposals);
  }
  return proposals.toSorted((a, b) => (a.because[0]?.span.start ?? 0) - (b.because[0]?.span.start ?? 0));
}

function segmentClaims(framing: Framing, segments: readonly Segment[], isRoute: boolean): void {
  const { scene } = framing;
  const { verbs } = scene.segment;
  const first = (...senses: readonly VerbMention['cue']['sense'][]): VerbMention | undefined => verbs.find(({ cue }) => senses.includes(cue.sense));
  counts(framing);
  const acting = verbs.filter(({ cue }) => cue.sense !== 'deaths' && cue.sense !== 'cases' && cue.sense !== 'confirm');
  for (const verb of acting) {
    const not = scene.negationOf(verb);
    if (not !== null) return denial(framing, verb, { from: Math.min(not.from, verb.from), to: Math.max(not.to, verb.to) });
  }
  const received = first('receive');
  // “Received a delivery of”: the noun says what was received.
  const given = verbs.find(({ cue }) => cue.sense === 'give' && !(cue.isNoun && received !== undefined));
  const [give, receive, land, pass, bound, onward, help, short, coming] = [given, received, first('arrive'), first('pass'), first('bound'), first('onward'), first('support'), first('short'), first('expect', 'follow')];
  if (pass !== undefined) route(framing, pass, segments);
  if (bound !== undefined && (land === undefined || scene.cues('share').length > 0)) destination(framing, bound);
  if (short !== undefined) shortage(framing, short);
  if (help !== undefined) support(framing, help);
  const isFurther = [coming, land].some((verb) => verb !== undefined && furtherFlights(framing, verb));
  if (land !== undefined && !isFurther) arrival(framing, land, true);
  else if (coming !== undefined && !isFurther && give === undefined && receive === undefined) arrival(framing, coming, true);
  if (receive !== undefined && give === undefined && hasHappened(framing, receive)) arrival(framing, receive, false);
  else if (receive !== undefined) promise(framing, receive);
  if (give !== undefined && receive === undefined && land === undefined && bound === undefined) giving(framing, give);
  if (onward !== undefined && !isRoute && bound === undefined && land === undefined && give === undefined) destination(framing, onward);
  if (verbs.length === 0) promise(framing, undefined);
}

/** “Has received”, and “would have received”, which somebody only says. */
function hasHappened({ scene }: Framing, receive: VerbMention): boolean {
  const certainty = scene.certaintyOf(receive);
  return certainty.value === 'done' || (certainty.value === 'possible' && /^(?:have|aurait|auraient)$/.test(scene.plain(receive.from - 1)));
}

/** What was delivered, to a place or to a country, has arrived there. */
function giving(framing: Framing, give: VerbMention): void {
  const { scene } = framing;
  const isDone = scene.certaintyOf(give).value === 'done';
  const isAt = framing.places('to', 'in').length > 0 && framing.areas(give, 'to').length === 0;
  const isDelivered = /^(?:livr|deliver)/.test(scene.plain(give.from)) && !give.cue.isNoun;
  if (isDone && (isAt || isDelivered) && arrival(framing, give, true)) return;
  promise(framing, give);
}

/** Figures that no claim took. */
function asideOf({ tokens, text }: Ground, mentions: readonly Mention[], used: ReadonlySet<Mention>): Unread[] {
  return mentions.flatMap((mention): Unread[] => {
    if (mention.type !== 'number' || used.has(mention) || (mention.number.isWords && (mention.number.readings[0] ?? 0) < 10)) return [];
    const [start, end] = [tokens[mention.from]?.start, tokens[mention.to]?.end];
    invariant(start !== undefined && end !== undefined, 'a mention stands in the text');
    return [{ span: { start, end }, words: text.slice(start, end), as: mention.as === 'quantity' ? 'no-claim' : mention.as }];
  });
}
