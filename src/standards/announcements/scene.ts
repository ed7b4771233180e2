// One segment looked at closely: which part a country or a place has in it, whether it has happened, whether it is denied; and how
// mentions become fields that bear their words.

import { ARTICLES, type Cue } from './cues.ts';
import type { Ground, Mention } from './mentions.ts';
import type { Certainty, Said, Span } from './shape.ts';
import type { Segment, VerbMention } from './segments.ts';

export type Role = 'to' | 'in' | 'from' | 'of' | 'by' | 'subject' | 'object';
type CueMention<K extends Cue['is']> = Extract<Mention, { type: 'cue' }> & { readonly cue: Extract<Cue, { is: K }> };

const LISTED = new Set([',', 'and', 'et', '&', 'ou', 'or', 'ainsi', 'puis']);
const SITES = new Set(['aeroport', 'airport', 'plateforme', 'plate-forme', 'hub', 'ville', 'city', 'tarmac']);
const REPORTING = { en: new Set(['said', 'announced', 'promised', 'pledged', 'told', 'confirmed', 'added']), fr: new Set(['annonce', 'promis', 'declare', 'indique', 'precise', 'confirme', 'assure', 'ajoute']) } as const;
const FAR = 6;
/** To promise is no giving yet, whatever its tense. */
const BINDING = /^(?:promis|promet|pledg|commit|prepar|s'engage)/;

export const isCue = <K extends Cue['is']>(mention: Mention, is: K): mention is CueMention<K> => mention.type === 'cue' && mention.cue.is === is;

export class Scene {
  readonly ground: Ground;
  readonly segment: Segment;

  constructor(ground: Ground, segment: Segment) {
    this.ground = ground;
    this.segment = segment;
  }

  cues<K extends Cue['is']>(is: K): CueMention<K>[] {
    return this.segment.mentions.filter((mention) => isCue(mention, is));
  }

  span({ from, to }: { readonly from: number; readonly to: number }): Span {
    const { tokens } = this.ground;
    return { start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 };
  }

  said<T>(value: T, range: { readonly from: number; readonly to: number }): Said<T> {
    const span = this.span(range);
    return { value, span, words: this.ground.text.slice(span.start, span.end) };
  }

  /** What stands before it says its part; in a list, what stands before the list. Else where it stands to the verb. */
  roleOf(mention: Mention, verb: VerbMention | undefined): Role {
    const { tokens } = this.ground;
    const { mentions, from } = this.segment;
    let isSite = false;
    for (let at = mention.from - 1, steps = 0; at >= from && steps < FAR; at -= 1, steps += 1) {
      const before = mentions.find((it) => it.from <= at && at <= it.to);
      const plain = tokens[at]?.plain ?? '';
      // The airport of Liège is Liège: what stands before the airport counts.
      if (before?.type === 'cue' && before.cue.is === 'role' && before.cue.role === 'of' && SITES.has(tokens[before.from - 1]?.plain ?? '')) {
        at = before.from - 1;
        isSite = true;
        continue;
      }
      if (before?.type === 'cue' && before.cue.is === 'role') return before.cue.role;
      if (before?.type === 'cue' && before.cue.is === 'verb') return before.cue.sense === 'bound' || /(?:^|\s)(?:à|au|aux|to|for)$/.test(tokens[before.to]?.plain ?? '') ? 'to' : before === verb ? 'object' : 'of';
      if ((before?.type === 'cue' && before.cue.is === 'share') || (before?.type === 'area' && before.isAdjective)) continue;
      if (LISTED.has(plain)) {
        const listed = mentions.findLast((it) => it.to < at && it.to >= at - 2 && (it.type === 'area' || it.type === 'place'));
        if (listed !== undefined && listed !== mention) return this.roleOf(listed, verb);
        break;
      }
      if (!(ARTICLES.has(plain) || before?.type === 'holder' || plain === 'plusieurs' || plain === 'several' || (tokens[at]?.kind === 'word' && before === undefined && steps < 2))) break;
    }
    return isSite ? 'in' : verb !== undefined && mention.from > verb.to ? 'object' : 'subject';
  }

  /** The modal before the verb first, then the verb's own form. */
  certaintyOf(verb: VerbMention): Said<Certainty> {
    const modals = this.cues('modal').filter(({ to, from }) => to < verb.from + 1 && verb.from - from <= 8);
    const possible = modals.findLast(({ cue }) => cue.certainty === 'possible');
    const planned = modals.findLast(({ cue }) => cue.certainty === 'planned');
    // “Said that it would give”, « a annoncé qu'elle donnerait »: the future, told afterwards.
    const isTold = this.isReported(verb);
    if (possible !== undefined && !(isTold && this.plain(possible.from) === 'would')) return this.said('possible', possible);
    if (possible !== undefined) return this.said('planned', possible);
    if (verb.cue.certainty === 'possible') return this.said(isTold ? 'planned' : 'possible', verb);
    if (planned !== undefined) return this.said('planned', planned);
    if (this.isInfinitive(verb)) return this.said('planned', verb);
    if (verb.cue.isNoun || BINDING.test(this.ground.tokens[verb.from]?.plain ?? '')) return this.said('planned', verb);
    if (verb.cue.certainty !== null) return this.said(verb.cue.certainty, verb);
    const done = modals.findLast(({ cue }) => cue.certainty === 'done');
    if (done !== undefined) return this.said('done', done);
    return this.said(verb.cue.sense === 'give' || verb.cue.sense === 'receive' ? 'planned' : 'done', verb);
  }

  isReported({ from }: VerbMention): boolean {
    const { tokens } = this.ground;
    for (let at = from - 1; at >= 0 && from - at < 40; at -= 1) {
      const token = tokens[at];
      if (token === undefined || token.kind === 'break' || (token.kind === 'sign' && '.!?'.includes(token.plain))) return false;
      if (REPORTING[this.ground.language].has(token.plain)) return true;
    }
    return false;
  }

  /** “Ready to deliver”, « décidé de donner »: still to come, whatever stands before. */
  isInfinitive({ from }: VerbMention): boolean {
    const before = this.plain(from - 1);
    return this.ground.language === 'en' ? before === 'to' : ['de', "d'", 'à', 'pour'].includes(before) && /(?:er|ir|re)$/.test(this.plain(from));
  }

  /** The word that denies this verb; null: nothing does. */
  negationOf(verb: VerbMention): CueMention<'not'> | null {
    return this.cues('not').find(({ from, to }) => from >= verb.from - FAR - 2 && to <= verb.to + 2 && !this.segment.verbs.some((other) => other.from > to && other.to < verb.from)) ?? null;
  }

  /** Nothing but articles and qualifiers stands before it. */
  isOpening(at: number): boolean {
    for (let k = this.segment.from; k < at; k += 1) if (!ARTICLES.has(this.plain(k)) && !this.cues('qualifier').some(({ from, to }) => from <= k && k <= to)) return false;
    return true;
  }

  plain(at: number): string {
    return at >= this.segment.from && at <= this.segment.to ? (this.ground.tokens[at]?.plain ?? '') : '';
  }
}
