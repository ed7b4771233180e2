// The kinds of claim that speak of goods: promised, landed, bound for, passing through, short, denied. Each function proposes what
// the segment bears out, and nothing where a part that it cannot do without is missing.

import { Framing } from './frames.ts';
import type { Good } from './goods.ts';
import { isCue } from './scene.ts';
import type { Segment, VerbMention } from './segments.ts';
import type { Because, Certainty, Fields, Kind, Said } from './shape.ts';

const cueOf = (framing: Framing, verb: { readonly from: number; readonly to: number }): Because => ({ rule: 'cue', span: framing.scene.span(verb) });
const unsure = ({ value, span }: Said<Certainty>): Because[] => (value === 'possible' ? [{ rule: 'conditional', span }] : []);

/** Somebody gives, sends, prepares goods for somebody; somebody is to receive them. Without a verb: a headline. */
export function promise(framing: Framing, verb: VerbMention | undefined): void {
  const { scene } = framing;
  const goods = framing.goods();
  const weighty = goods.filter(({ number, vague, item }) => number !== null || vague !== null || item !== null);
  // “Belgium will be given masks”, and “masks are to be given to Slovenia”.
  const receivers = verb?.cue.sense === 'receive' ? subjectAreas(framing, verb) : [];
  const isReceiving = receivers.length > 0;
  const recipients = isReceiving ? receivers : firstOf(framing.areas(verb, 'to'), framing.areas(verb, 'in'), verb === undefined ? [] : framing.areas(verb, 'object'));
  const first = weighty[0];
  const isPassive = verb !== undefined && !verb.cue.isNoun && first !== undefined && first.from < verb.from;
  const { donor, because: whose } = framing.donor(verb, isPassive || isReceiving);
  // A headline begins with its figure: “2 million masks for Europe”.
  const isHeadline = first !== undefined && recipients.length > 0 && first.number !== null && first.item !== null && (scene.plain(first.from - 1) === ':' || scene.isOpening(first.from));
  if (first === undefined || (verb === undefined && !isHeadline)) return;
  const certainty = verb === undefined ? undefined : scene.certaintyOf(verb);
  for (const good of weighty) {
    const own = areasOf(framing, good, weighty, recipients);
    const { areas } = framing.saidAreas(own);
    const { fields, because } = framing.goodFields(good);
    if (fields.item === undefined && (fields.quantity === undefined || fields.quantity.value.unit === 'pieces')) continue;
    if (areas === undefined && (donor === undefined || (fields.quantity === undefined && fields.vague === undefined)) && fields.quantity === undefined) continue;
    if (verb?.cue.sense === 'give' && areas === undefined && donor === undefined && certainty?.value === 'done') continue;
    const total = scene.cues('total')[0];
    const kind: Kind = Framing.isGroup(areas) || total !== undefined ? 'promise-total' : 'promise';
    const { date, because: reckoned } = dateOf(framing, good, weighty, certainty?.value ?? 'planned');
    framing.propose(kind, { ...(donor && { donor }), ...(areas && { areas }), ...fields, ...(good.number === null ? framing.share() : {}), ...(date && { date }), ...(certainty && { certainty }) }, [
      verb === undefined ? { rule: 'headline', span: scene.span(good) } : cueOf(framing, verb),
      ...(certainty === undefined ? [] : unsure(certainty)), ...whose, ...because, ...reckoned,
      ...(kind === 'promise-total' ? [total !== undefined ? { rule: 'called-total' as const, span: scene.span(total) } : { rule: 'group' as const, span: areas?.[0]?.span ?? scene.span(good) }] : []),
    ]);
  }
}

const firstOf = <T>(...lists: readonly (readonly T[])[]): readonly T[] => lists.find((list) => list.length > 0) ?? [];
const subjectAreas = (framing: Framing, verb: VerbMention): ReturnType<Framing['areas']> => framing.areas(verb, 'subject').filter(({ to }) => to < verb.from).concat(framing.areas(verb, 'in').filter(({ to }) => to < verb.from));

/** “300,000 to Belgium and 500,000 to Spain”: each figure has the countries that follow it, where each has some. */
function areasOf(framing: Framing, good: Good, goods: readonly Good[], all: ReturnType<Framing['areas']> | readonly ReturnType<Framing['areas']>[number][]): ReturnType<Framing['areas']> {
  const between = (from: number, to: number): ReturnType<Framing['areas']> => all.filter((area) => area.from > from && area.to < to);
  const counted = goods.filter(({ number }) => number !== null);
  const next = (k: number): number => counted[k + 1]?.from ?? framing.scene.segment.to + 1;
  const each = counted.map((it, k) => between(it.from, next(k)));
  if (counted.length > 1 && counted.every((_, k) => (each[k]?.length ?? 0) > 0)) return each[counted.indexOf(good)] ?? [...all];
  if (good.isPart) {
    const own = between(good.from, framing.scene.segment.to + 1);
    return own.length > 0 ? own : [...all];
  }
  const part = goods.find(({ isPart }) => isPart);
  const before = part === undefined ? [] : between(-1, part.from);
  return before.length > 0 ? before : [...all];
}

/** A part has the day that follows it, the whole the one before. */
function dateOf(framing: Framing, good: Good, goods: readonly Good[], certainty: Certainty): ReturnType<Framing['date']> {
  const { from, to } = framing.scene.segment;
  const part = goods.find(({ isPart }) => isPart);
  if (part === undefined) return framing.date(certainty, from, to);
  return good.isPart ? framing.date(certainty, good.from, to) : framing.date(certainty, from, part.from);
}

/** “The first batch of the 2 million masks”: how many of them came, the figure does not say. */
const withoutWhole = (good: Good): Good => (good.isWhole ? { ...good, number: null } : good);

/** Something came down or was handed over: where, when, with what, from where. */
export function arrival(framing: Framing, verb: VerbMention, isByAir: boolean): boolean {
  const { scene } = framing;
  const goods = framing.goods().filter(({ item, vague }) => item !== null || vague !== null).map(withoutWhole);
  const flight = scene.cues('flight').find(({ from }) => from >= 0);
  const generic = scene.segment.mentions.find(({ type }) => type === 'goods');
  const [at] = framing.places('in', 'to', 'object');
  const [from] = framing.places('from', 'of');
  const isReceiving = verb.cue.sense === 'receive';
  const { areas } = framing.saidAreas(isReceiving ? subjectAreas(framing, verb) : firstOf(framing.areas(verb, 'to'), framing.areas(verb, 'in')));
  if (goods.length === 0 && flight === undefined && generic === undefined) return false;
  if (at === undefined && areas === undefined && goods.every(({ number }) => number === null) && (flight === undefined || verb.cue.sense !== 'arrive')) return false;
  const certainty = scene.certaintyOf(verb);
  const { donor, because: whose } = framing.donor(verb, true);
  const { date, because: reckoned } = framing.date(certainty.value, scene.segment.from, scene.segment.to);
  const air = flight === undefined || !isByAir ? {} : { modes: [scene.said('air' as const, flight)] };
  const shared: Fields = { ...(donor?.carried !== true && donor && { donor }), ...(areas && { areas }), ...(date && { date }), ...(at && { at: scene.said(at.place, at) }), ...(from && from !== at && { from: scene.said(from.place, from) }), ...air, certainty };
  const why = [cueOf(framing, verb), ...unsure(certainty), ...(donor?.carried === true ? [] : whose), ...reckoned];
  for (const good of goods) {
    const { fields, because } = framing.goodFields(good);
    framing.propose('arrival', { ...shared, ...fields }, [...why, ...because]);
  }
  if (goods.length === 0) framing.propose('arrival', shared, why);
  return true;
}

/** A large part is meant for Italy: whither, how much of it in words, no number made of it. */
export function destination(framing: Framing, verb: VerbMention): boolean {
  const { scene } = framing;
  const goods = framing.goods();
  const to = firstOf(framing.areas(verb, 'to'), framing.areas(verb, 'object'), framing.areas(verb, 'in')).filter((it) => it.from > verb.from);
  const places = framing.places('to', 'object').filter((it) => it.from > verb.from);
  const share = framing.share();
  const hasGoods = goods.length > 0 || share.share !== undefined || scene.segment.mentions.some(({ type }) => type === 'goods') || /^(?:it|they|them|il|elle|ils|elles)$/.test(scene.plain(scene.segment.from));
  if ((to.length === 0 && places.length === 0) || !hasGoods) return false;
  const { fields, because } = framing.goodFields(goods[0] === undefined ? undefined : withoutWhole(goods[0]));
  const certainty = scene.certaintyOf(verb);
  const areas = to.length > 0 ? framing.saidAreas(to) : { areas: places.map((it) => scene.said(it.area, it)) };
  const { date, because: reckoned } = framing.date(certainty.value, scene.segment.from, scene.segment.to);
  framing.propose('destination', { ...areas, ...fields, ...share, ...(date && { date }), ...framing.modes([scene.segment]), certainty }, [cueOf(framing, verb), ...unsure(certainty), ...because, ...reckoned]);
  return true;
}

/** All of it passes through a place; onward by which modes, said in the same sentence. */
export function route(framing: Framing, verb: VerbMention, segments: readonly Segment[]): void {
  const { scene } = framing;
  const via = scene.segment.mentions.find((it) => it.type === 'place' && it.from > verb.from);
  if (via?.type !== 'place') return;
  const goods = framing.goods().filter(({ from }) => from < verb.from);
  const share = framing.share();
  if (goods.length === 0 && share.share === undefined && !scene.segment.mentions.some(({ type }) => type === 'goods')) return;
  const { fields, because } = framing.goodFields(goods[0]);
  const certainty = scene.certaintyOf(verb);
  framing.propose('route', { ...fields, ...share, via: scene.said(via.place, via), ...framing.modes(segments), certainty }, [cueOf(framing, verb), ...unsure(certainty), ...because]);
}

/** More is to come: how many flights is no number of goods. */
export function furtherFlights(framing: Framing, verb: VerbMention): boolean {
  const { scene } = framing;
  const more = scene.cues('more')[0];
  const flight = scene.segment.mentions.find((it) => isCue(it, 'flight') || it.type === 'goods');
  const rest = scene.cues('share').find(({ cue }) => cue.share === 'rest');
  const isMore = more !== undefined && flight !== undefined && flight.from > more.from && flight.from - more.to <= 3;
  const certainty = scene.certaintyOf(verb);
  if ((!isMore && !(rest !== undefined && verb.cue.sense === 'follow')) || certainty.value === 'done') return false;
  for (const mention of scene.segment.mentions) if (mention.type === 'number' && flight !== undefined && mention.to < flight.from) framing.use(mention);
  const { date, because } = framing.date(certainty.value, scene.segment.from, scene.segment.to);
  framing.propose('further-flights', { ...(rest && { share: scene.said('rest' as const, rest) }), ...(date && { date }), ...framing.modes([scene.segment]), certainty }, [cueOf(framing, verb), ...unsure(certainty), ...because]);
  return true;
}

/** Countries that somebody supports, without saying with what. */
export function support(framing: Framing, verb: VerbMention): void {
  const { areas } = framing.saidAreas([...framing.areas(verb, 'object'), ...framing.areas(verb, 'to')].filter((it) => !it.isAdjective && it.from > verb.from));
  if (areas === undefined) return;
  if (framing.goods().some(({ number }) => number !== null)) return promise(framing, verb);
  const { donor, because } = framing.donor(verb, false);
  const certainty = framing.scene.certaintyOf(verb);
  framing.propose('support', { ...(donor && { donor }), areas, certainty }, [cueOf(framing, verb), ...unsure(certainty), ...because]);
}

/** Who lacks what. To need something is a shortage only of somebody who is named. */
export function shortage(framing: Framing, verb: VerbMention): void {
  const { scene } = framing;
  const goods = framing.goods().filter(({ item, from }) => item !== null && from > verb.from);
  const areas = firstOf(framing.areas(verb, 'subject', 'in'), framing.areas(verb, 'of', 'to', 'object'));
  const isNeed = /^(?:need|besoin)/.test(scene.ground.tokens[verb.from]?.plain ?? '');
  if (isNeed && areas.length === 0) return;
  const certainty = scene.certaintyOf(verb);
  const { date, because: reckoned } = framing.date('done', scene.segment.from, scene.segment.to);
  for (const good of goods) {
    const { fields, because } = framing.goodFields(good);
    framing.propose('shortage', { ...framing.saidAreas(areas), ...fields, ...(date && { date }), certainty }, [cueOf(framing, verb), ...unsure(certainty), ...because, ...reckoned]);
  }
}

/** It has not come, it is denied, it is not confirmed. */
export function denial(framing: Framing, verb: VerbMention, words: { readonly from: number; readonly to: number }): void {
  const { scene } = framing;
  const { sense } = verb.cue;
  const goods = framing.goods().filter(({ item }) => item !== null);
  const areas = sense === 'receive' ? firstOf(subjectAreas(framing, verb), framing.areas(verb, 'in')) : firstOf(framing.areas(verb, 'to'), framing.areas(verb, 'object', 'in'));
  const isStatement = sense === 'deny' || sense === 'confirm';
  if (!isStatement && goods.length === 0 && !scene.segment.mentions.some(({ type }) => type === 'goods')) return;
  const { fields, because } = framing.goodFields(goods[0]);
  const { date, because: reckoned } = framing.date('done', scene.segment.from, scene.segment.to);
  const denied = isStatement ? 'statement' : sense === 'short' ? 'shortage' : sense === 'receive' || sense === 'arrive' ? 'arrival' : 'promise';
  const { donor, because: whose } = framing.donor(verb, sense === 'receive' || sense === 'arrive');
  const named = donor !== undefined && donor.carried !== true ? { donor } : {};
  framing.propose('denial', { ...named, ...framing.saidAreas(areas), ...fields, ...(date && { date }), denied: scene.said(denied, words) }, [cueOf(framing, words), ...(donor?.carried === true ? [] : whose), ...because, ...reckoned]);
}
