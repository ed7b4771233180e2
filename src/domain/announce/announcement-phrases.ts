// What is said of a claim that was read out of an announcement: its summary in our words, and why it bears on a pledge. Joined to the
// rest in domain/phrases.ts.

import type { PledgeId } from '../ids.ts';
import type { Area, Day, ItemNamed, PhraseOf, PlaceNamed, Tonnes } from '../phrase.ts';
import type { Mode } from '../places.ts';

type Firmness = 'done' | 'planned' | 'possible';
type Portion = 'large-part' | 'part' | 'half' | 'rest' | 'all';
type Rounding = 'exactly' | 'about' | 'nearly' | 'more-than' | 'at-least' | 'up-to' | 'between';
type Goods = PhraseOf<'goods.units' | 'goods.weight' | 'goods.words' | 'goods.share' | 'goods.some'>;

export interface AnnouncementPhrases {
  'goods.units': { least: number; most: number; rounding: Rounding; unit: 'pieces' | 'packages'; item: ItemNamed | null };
  'goods.weight': { weight: Tonnes; rounding: Rounding; item: ItemNamed | null };
  /** A figure in words, or one that can be read in two ways, as the text has it. */
  'goods.words': { words: string; item: ItemNamed | null };
  'goods.share': { share: Portion; item: ItemNamed | null };
  'goods.some': { item: ItemNamed | null };
  'claim.promise': { donor: string | null; goods: Goods; areas: readonly Area[]; firmness: Firmness; days: readonly Day[] };
  'claim.arrival': { goods: Goods; areas: readonly Area[]; at: PlaceNamed | null; from: PlaceNamed | null; firmness: Firmness; days: readonly Day[] };
  'claim.destination': { goods: Goods; areas: readonly Area[]; firmness: Firmness };
  'claim.further-flights': { firmness: Firmness; days: readonly Day[] };
  'claim.route': { goods: Goods; via: PlaceNamed; modes: readonly Mode[]; firmness: Firmness };
  'claim.support': { donor: string | null; areas: readonly Area[] };
  'claim.count': { of: 'deaths' | 'cases'; count: number; rounding: Rounding; areas: readonly Area[]; days: readonly Day[]; source: string | null };
  'claim.estimate': { of: 'deaths' | 'cases'; words: string; areas: readonly Area[] };
  'claim.shortage': { item: ItemNamed | null; areas: readonly Area[] };
  'claim.denial': { of: 'promise' | 'arrival' | 'shortage' | 'statement'; item: ItemNamed | null; areas: readonly Area[] };
  'stance.same-figure': { pledge: PledgeId; units: number };
  'stance.other-figure': { pledge: PledgeId; units: number; claimed: number };
  'stance.part': { pledge: PledgeId; units: number };
  'stance.more-than-promised': { pledge: PledgeId; units: number; claimed: number };
  'stance.no-figure': { pledge: PledgeId };
  'stance.denied': { pledge: PledgeId };
  'stance.not-firm': { pledge: PledgeId };
  'stance.about': { pledge: PledgeId };
  'stance.same-text': { pledge: PledgeId };
  'stance.several': { pledges: readonly PledgeId[] };
  'stance.other-donor': { donor: string };
  'stance.no-pledge': Record<string, never>;
}
