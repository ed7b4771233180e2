// What a communiqué or a post says, as phrases, out of the story of an instant: which sentences there are to say, not in what
// language. Every number in them is a figure of the story.

import type { CommuniquePart, DraftSentence } from '../../../domain/announce/communique.ts';
import { AreaCode, ItemCode, PlaceCode } from '../../../domain/ids.ts';
import { phrase, type Figured, type ItemNamed, type Moment, type Phrase, type PhraseOf, type PlaceNamed } from '../../../domain/phrase.ts';
import { LocalDate, localDateIn, Zone } from '../../../domain/time.ts';
import type { Language } from '../../../words/language.ts';
import { sayInParts, type Spoken } from '../../../words/say.ts';
import type { PublicFigure, PublicStory, State, StoryPromise } from '../shape.ts';

export interface Manner {
  readonly form: 'communique' | 'post';
  /** `warm` adds thanks; no figure changes. */
  readonly tone: 'plain' | 'warm';
  readonly length: 'short' | 'full';
  /** Where its numbers lead to their sources; null: the text names no address. */
  readonly link: string | null;
}

interface Sentence {
  readonly id: string;
  readonly paragraph: number;
  readonly said: Phrase;
}

/** More would be counted in the text by a number that is no figure. */
const COUNTRIES = 8;
const OTHERS = 6;
const CLAIMS = 3;
const DONORS = 4;
const ORDER = ['delivered', 'onward', 'allocated', 'atHub', 'inTheAir', 'consigned'] as const satisfies readonly State[];
const WORDED = { delivered: 'delivered', onward: 'onward', allocated: 'allocated', atHub: 'at-hub', inTheAir: 'in-the-air', consigned: 'consigned' } as const;

export const figured = ({ key, value, unit }: PublicFigure): Figured => ({ figure: key, value, unit });

/** Null: nothing that passes the hub is promised, so there is nothing to say yet. */
export function sentencesOf(story: PublicStory, manner: Manner): readonly Sentence[] | null {
  const { answer } = story;
  if (answer === null) return null;
  return manner.form === 'post' ? postOf(story, answer, manner) : communiqueOf(story, answer, manner);
}

function postOf(story: PublicStory, answer: StoryPromise, { length, tone, link }: Manner): Sentence[] {
  const say = (id: string, said: Phrase): Sentence => ({ id, paragraph: 0, said });
  const { landed, promised, share } = answer;
  return [
    say('post', phrase('announce.post', { landed: figured(landed), promised: figured(promised), share: figured(share), item: itemOf(story, answer.item), scope: scopeOf(answer) })),
    ...(length === 'full' ? [say('verdict', verdictOf(story, answer))] : []),
    ...(tone === 'warm' ? [say('thanks', thanksTo(story))] : []),
    ...(link === null ? [] : [say('sources', phrase('announce.sources', { link }))]),
  ];
}

function communiqueOf(story: PublicStory, answer: StoryPromise, { length, tone, link }: Manner): Sentence[] {
  const { landed, promised, parts, surplus, donor, item } = answer;
  const goods = { promised: figured(promised), item: itemOf(story, item), scope: scopeOf(answer) };
  const hub = placeOf(story);
  const lying = ORDER.flatMap((state) => (parts[state].value === 0 ? [] : [phrase('announce.part', { figure: figured(parts[state]), state: WORDED[state], place: hub })]));
  const sentences: Sentence[] = [];
  const add = (paragraph: number, id: string, said: Phrase): void => void sentences.push({ id, paragraph, said });
  add(0, 'headline', phrase('announce.headline', { ...goods, landed: figured(landed), state: stateOf(answer) }));
  add(1, 'place', phrase('announce.place', { place: hub, day: { day: localDateIn(story.asOf, Zone.parse(story.zone)) }, at: momentOf(story, story.asOf) }));
  if (promised.value > 0) add(2, 'promised', phrase('announce.promised', { ...goods, donor }));
  add(2, 'verdict', verdictOf(story, answer));
  if (lying.length > 0) add(3, 'parts', phrase('announce.parts', { parts: lying }));
  if (parts.outstanding.value > 0) add(3, 'outstanding', phrase('announce.outstanding', { outstanding: figured(parts.outstanding) }));
  if (parts.lost.value > 0) add(3, 'lost', phrase('announce.lost', { lost: figured(parts.lost) }));
  if (surplus.value > 0) add(3, 'surplus', phrase('announce.surplus', { surplus: figured(surplus) }));
  if (length === 'full') for (const [paragraph, id, said] of furtherOf(story, answer)) add(paragraph, id, said);
  if (tone === 'warm') add(8, 'thanks', thanksTo(story));
  if (link !== null) add(9, 'sources', phrase('announce.sources', { link }));
  return sentences;
}

/** What only a full text has room for. */
function furtherOf(story: PublicStory, answer: StoryPromise): [paragraph: number, id: string, said: Phrase][] {
  const { need, countries, promises, others } = story;
  const bound = countries.filter((row) => row.bound.value > 0).slice(0, COUNTRIES);
  const besides = promises.filter((it) => it !== answer && it.viaHub && it.promised.value > 0).slice(0, OTHERS);
  const said = others.filter((it) => it.stance === 'contradicts' && it.pledge === answer.pledge && it.accepted !== null && it.units.value !== it.accepted.value).slice(-CLAIMS);
  return [
    ...(need === null ? [] : [[4, 'need', phrase('announce.need', { area: { area: AreaCode.parse(need.area) }, perDay: figured(need.perDay), item: itemOf(story, answer.item), reported: momentOf(story, need.reportedAt), days: need.days.value > 0 ? figured(need.days) : null })] as [number, string, Phrase]]),
    ...(bound.length === 0 ? [] : [[5, 'countries', phrase('announce.countries', { countries: bound.map((row): PhraseOf<'announce.country'> => phrase('announce.country', { area: { area: AreaCode.parse(row.area) }, bound: figured(row.bound), delivered: row.delivered.value === 0 ? null : figured(row.delivered) })) })] as [number, string, Phrase]]),
    ...besides.map((it): [number, string, Phrase] => [6, `other:${it.pledge}:${it.item}`, phrase('announce.other', { landed: figured(it.landed), promised: figured(it.promised), item: itemOf(story, it.item), scope: scopeOf(it), donor: it.donor })]),
    ...said.flatMap((it): [number, string, Phrase][] => (it.accepted === null ? [] : [[7, `said:${it.claim}`, phrase('announce.said', { author: it.author, said: figured(it.units), on: momentOf(story, it.at), accepted: figured(it.accepted) })]])),
  ];
}

function stateOf({ promised, landed, parts, because }: StoryPromise): 'nothing' | 'part' | 'all' | 'kept' | 'withdrawn' {
  if (because.some(({ say }) => say === 'promise.withdrawn')) return 'withdrawn';
  if (promised.value > 0 && parts.delivered.value >= promised.value) return 'kept';
  return landed.value === 0 ? 'nothing' : landed.value >= promised.value ? 'all' : 'part';
}

/** The expected day only where the plan that it rests on stands in the journal: a text must not rest on what nobody can look up. */
function verdictOf(story: PublicStory, { verdict, expectedBy, due }: StoryPromise): Phrase {
  const by = expectedBy === null || (story.plan?.fact ?? null) === null ? null : momentOf(story, expectedBy);
  return phrase('announce.verdict', { verdict, by, due: due === null ? null : { day: LocalDate.parse(due) } });
}

const thanksTo = ({ promises }: PublicStory): Phrase => phrase('announce.thanks', { donors: [...new Set(promises.filter(({ viaHub }) => viaHub).map(({ donor }) => donor))].slice(0, DONORS) });
const momentOf = ({ zone }: PublicStory, at: Moment['at']): Moment => ({ at, zone: Zone.parse(zone) });
const scopeOf = ({ scope }: StoryPromise): { readonly area: AreaCode } => ({ area: AreaCode.parse(scope) });
export const itemOf = ({ items }: PublicStory, code: string): ItemNamed => ({ item: ItemCode.parse(code), name: items.find(({ item }) => item === code)?.name ?? code });
const placeOf = ({ hub, map }: PublicStory): PlaceNamed => ({ place: PlaceCode.parse(hub), name: map.places.find(({ place }) => place === hub)?.name ?? hub });

/** In a language: words and figures in the order in which it puts them. */
export const spoken = (sentences: readonly Sentence[], language: Language): DraftSentence[] => sentences.map(({ id, paragraph, said }) => ({ id, paragraph, parts: sayInParts(said, language).map(partOf) }));

function partOf(piece: Spoken): CommuniquePart {
  if ('words' in piece) return piece;
  const { of, text } = piece;
  if ('day' in of) return { day: of.day, text };
  return 'at' in of ? { at: of.at, text } : { ...of, text };
}
