// From a segment to proposals: each kind of claim asks for its parts, and is proposed only where they stand there.

import type { AreaCode } from '../../domain/ids.ts';
import { goodsOf, type Good } from './goods.ts';
import type { Mention } from './mentions.ts';
import { resolve } from './dates.ts';
import { isCue, Scene } from './scene.ts';
import type { Segment, VerbMention } from './segments.ts';
import type { Because, Certainty, Days, DonorSaid, Fields, Kind, Proposal, Said } from './shape.ts';

type AreaMention = Extract<Mention, { type: 'area' }>;
type PlaceMention = Extract<Mention, { type: 'place' }>;
const GROUPS = new Set(['EUROPE', 'EU', 'EFTA']);
/** A claim may be about the donor, the item or the day of an earlier one, as long as it is this near, in sentences. */
const MEMORY = 4;

/** What a text has spoken of so far. */
export interface Discourse {
  donor: { readonly said: Said<DonorSaid>; readonly sentence: number } | null;
  item: { readonly said: NonNullable<Fields['item']>; readonly sentence: number } | null;
  days: Days | null;
}

export class Framing {
  readonly scene: Scene;
  readonly #sentence: number;
  readonly #discourse: Discourse;
  readonly #used: Set<Mention>;
  readonly proposals: Proposal[] = [];

  constructor(scene: Scene, sentence: number, discourse: Discourse, used: Set<Mention>) {
    this.scene = scene;
    this.#sentence = sentence;
    this.#discourse = discourse;
    this.#used = used;
  }

  propose(kind: Kind, fields: Fields, because: readonly Because[]): void {
    this.proposals.push({ kind, sentence: this.#sentence, fields, because });
    if (fields.donor !== undefined) this.#discourse.donor = { said: fields.donor, sentence: this.#sentence };
    if (fields.item !== undefined) this.#discourse.item = { said: fields.item, sentence: this.#sentence };
    if (fields.date !== undefined) this.#discourse.days = fields.date.value;
  }

  areas(verb: VerbMention | undefined, ...roles: readonly string[]): AreaMention[] {
    return this.scene.segment.mentions.filter((it): it is AreaMention => it.type === 'area' && (!it.isAdjective || this.#qualifiesSomebody(it)) && roles.includes(this.scene.roleOf(it, verb)));
  }

  /** An adjective is its country beside people, hospitals, authorities. */
  #qualifiesSomebody(area: AreaMention): boolean {
    return this.scene.segment.mentions.some((it) => (it.type === 'holder' || isCue(it, 'people')) && (it.from === area.to + 1 || it.to === area.from - 1 || it.from === area.to + 2));
  }

  saidAreas(areas: readonly AreaMention[]): { readonly areas?: readonly Said<AreaCode>[] } {
    const seen = new Set<AreaCode>();
    const own = areas.filter(({ area }) => !seen.has(area) && seen.add(area) !== undefined);
    return own.length === 0 ? {} : { areas: own.map((it) => this.scene.said(it.area, it)) };
  }

  places(...roles: readonly string[]): PlaceMention[] {
    return this.scene.segment.mentions.filter((it): it is PlaceMention => it.type === 'place' && roles.includes(this.scene.roleOf(it, this.scene.segment.verbs[0])));
  }

  /** Beside a count the day is the count's. */
  date(certainty: Certainty, from: number, to: number, isCount = false): { readonly date?: Said<Days>; readonly because: readonly Because[] } {
    const { scene } = this;
    const mention = scene.segment.mentions.find((it) => it.type === 'date' && it.from >= from && it.to <= to);
    const counts = scene.segment.mentions.some((it) => isCue(it, 'verb') && (it.cue.sense === 'deaths' || it.cue.sense === 'cases'));
    if (mention?.type !== 'date' || (counts && !isCount)) return { because: [] };
    const resolved = resolve(mention.says, certainty, scene.ground.published, this.#discourse.days);
    if (resolved === null) return { because: [] };
    this.#used.add(mention);
    return { date: scene.said(resolved.days, mention), because: resolved.isReckoned ? [{ rule: 'date-reckoned', span: scene.span(mention) }] : [] };
  }

  /** Who gives: named before the verb, or by “by” and “from” after it; else whoever gave before in the text. */
  donor(verb: VerbMention | undefined, isPassive: boolean): { readonly donor?: Said<DonorSaid>; readonly because: readonly Because[] } {
    const { scene } = this;
    const named = scene.segment.mentions.filter((it): it is Extract<Mention, { type: 'donor' }> => it.type === 'donor');
    const role = (it: Mention): string => scene.roleOf(it, verb);
    const agent = named.find((it) => ['by', 'from'].includes(role(it)) && (verb === undefined || it.from > verb.to));
    const subject = isPassive ? undefined : named.find((it) => verb !== undefined && it.to < verb.from && role(it) === 'subject');
    const known = named.find((it) => it.isKnown && !['to'].includes(role(it)));
    const found = agent ?? subject ?? known;
    const other = (name: string, range: Mention): ReturnType<Framing['donor']> => ({ donor: scene.said({ name, isKnown: false }, range), because: [{ rule: 'other-donor', span: scene.span(range) }] });
    if (found !== undefined) return found.isKnown ? { donor: scene.said({ name: found.name, isKnown: true }, found), because: [] } : other(found.name, found);
    const country = this.areas(verb, 'subject', 'by', 'from').find((it) => !it.isAdjective && (role(it) !== 'subject' || (!isPassive && verb?.cue.sense === 'give' && it.to < verb.from)));
    if (country !== undefined && verb !== undefined) return other(scene.said(null, country).words, country);
    return this.#carriedDonor();
  }

  #carriedDonor(): ReturnType<Framing['donor']> {
    const before = this.#discourse.donor;
    if (before === null || this.#sentence - before.sentence > MEMORY) return { because: [] };
    return { donor: { ...before.said, carried: true }, because: [{ rule: 'donor-carried', span: before.said.span }] };
  }

  goods(): Good[] {
    return goodsOf(this.scene, this.#used);
  }

  use(mention: Mention): void {
    this.#used.add(mention);
  }

  /** The fields that goods bring, and why. */
  goodFields(good: Good | undefined): { readonly fields: Fields; readonly because: readonly Because[] } {
    const { scene } = this;
    if (good === undefined) return { fields: {}, because: [] };
    const because: Because[] = [];
    const span = scene.span(good);
    if (good.isCarried) because.push({ rule: 'item-carried', span });
    if (good.isPart) because.push({ rule: 'part-of', span });
    if (good.sharesFigure) because.push({ rule: 'figure-shared', span });
    if (good.vague !== null) because.push({ rule: 'vague', span: good.vague.span });
    if ((good.number?.value.readings.length ?? 0) > 0) because.push({ rule: 'figure-open', span: good.number?.span ?? span });
    const [item, ...others] = good.item?.items ?? [];
    if (others.length > 0) because.push({ rule: 'item-open', span });
    return {
      fields: {
        ...(item !== undefined && good.item !== null && { item: { ...scene.said({ item, others }, good.item), ...(good.isCarried && { carried: true as const }) } }),
        ...(good.number !== null && { quantity: good.number }),
        ...(good.vague !== null && { vague: good.vague }),
      },
      because,
    };
  }

  share(): { readonly share?: Fields['share'] } {
    const cue = this.scene.cues('share')[0];
    return cue === undefined ? {} : { share: this.scene.said(cue.cue.share, cue) };
  }

  modes(segments: readonly Segment[]): { readonly modes?: NonNullable<Fields['modes']> } {
    const modes = segments.flatMap(({ mentions }) => mentions).filter((it) => it.type === 'mode');
    return modes.length === 0 ? {} : { modes: modes.map((it) => this.scene.said(it.mode, it)) };
  }

  static isGroup(areas: Fields['areas']): boolean {
    return areas?.some(({ value }) => GROUPS.has(value)) ?? false;
  }
}
