// All phrases that planner and app can utter: code → the values that it takes. A language that lacks one of them, or asks for
// a value that is not here, does not compile. A code is never used again for something else: journals hold it.

import type { AnnouncementPhrases } from './announce/announcement-phrases.ts';
import type { Temperature } from './catalogue.ts';
import type { HubPhrases } from './hub/hub-phrases.ts';
import type { CharterId, DepartureId, EarmarkId, LotId, PledgeId, RuleId } from './ids.ts';
import type { Area, CubicMetres, Day, Euros, Figured, Hours, ItemNamed, Moment, PaperNamed, PhraseOf, PlaceNamed, Points, RecipientNamed, Share, Tonnes } from './phrase.ts';
import type { Mode } from './places.ts';

type Limit = PhraseOf<'limit.run' | 'limit.handling'>;
type Leg = PhraseOf<'leg.first' | 'leg.next'>;
type Barrier = PhraseOf<'rule.paper' | 'rule.closed'>;
type Bond = PhraseOf<'bond.scope' | 'bond.earmark'>;

/** Parts of sentences that several of them share. */
interface Parts {
  'limit.run': { run: DepartureId; of: 'weight' | 'volume' | 'places' };
  'limit.handling': { place: PlaceNamed; day: Day };
  'leg.first': { mode: Mode; from: PlaceNamed; to: PlaceNamed; run: DepartureId };
  'leg.next': { mode: Mode; to: PlaceNamed; run: DepartureId };
  'rule.paper': { paper: PaperNamed; rule: RuleId };
  'rule.closed': { rule: RuleId; from: Area; to: Area; until: Day | null };
  'bond.scope': { pledge: PledgeId };
  'bond.earmark': { earmark: EarmarkId };
}

/** Why a line is as it is. */
interface LinePhrases {
  'line.gets': { recipient: RecipientNamed; cartons: number; item: ItemNamed; route: readonly Leg[]; arrives: Moment };
  'line.lies': { recipient: RecipientNamed; cartons: number; item: ItemNamed; place: PlaceNamed; from: Moment };
  'line.frozen': { recipient: RecipientNamed; cartons: number; item: ItemNamed; lot: LotId; pledge: PledgeId; route: readonly Leg[] };
  /** `more`: what one more carton at that hour would add. */
  'line.cover': { recipient: RecipientNamed; share: Share; more: Points; worst: boolean };
  'line.bound': { earmark: EarmarkId; pledge: PledgeId; recipient: RecipientNamed; recipients: number };
  'line.free': { pledge: PledgeId };
  'line.scope': { pledge: PledgeId; recipient: RecipientNamed };
  /** It stood so in the approved plan: so many of its cartons are kept, and what each would count if it were not. */
  'line.kept': { kept: number; cartons: number; price: Euros };
  /** Where pallets are whole: what it is loaded on, on its first departure, with what goes on with it. */
  'line.pallets': { run: DepartureId; pallets: number; filled: number; shared: boolean };
  'line.announced': { place: PlaceNamed; at: Moment };
  'weighed.none': { from: PlaceNamed; place: PlaceNamed };
  /** Euros a carton in the objective (cost and CO₂): less than 0 where the other way counts less. */
  'weighed.later': { route: readonly DepartureId[]; arrives: Moment; later: Hours; euros: Euros };
  'weighed.full': { route: readonly DepartureId[]; arrives: Moment; earlier: Hours; full: readonly Limit[]; euros: Euros };
  /** `worth`: of the room for one carton, at most. */
  'weighed.holders': { recipients: readonly RecipientNamed[]; worth: Euros };
  /** `gained`: what the earlier hour of one carton is worth. */
  'weighed.dearer': { route: readonly DepartureId[]; arrives: Moment; earlier: Hours; euros: Euros; gained: Euros };
  'weighed.same': { route: readonly DepartureId[]; arrives: Moment; earlier: Hours };
}

/** Why a need stays short. */
interface ShortPhrases {
  'short.covered': Record<string, never>;
  'short.none': { item: ItemNamed };
  'short.bound': { units: number; item: ItemNamed; bonds: readonly Bond[] };
  'short.no-departure': { starts: readonly PlaceNamed[]; place: PlaceNamed; recipient: RecipientNamed; until: Moment };
  'short.not-kept': { place: PlaceNamed; temperature: Temperature };
  'short.barred': { place: PlaceNamed; rules: readonly Barrier[] };
  /** `runs`: what is forbidden that the need's goods could have taken. */
  'short.forbidden': { place: PlaceNamed; recipient: RecipientNamed; runs: readonly DepartureId[] };
  'short.expired': { item: ItemNamed; recipient: RecipientNamed; lots: readonly PhraseOf<'lot.expires'>[] };
  'lot.expires': { lot: LotId; at: Moment };
  'short.late': { recipient: RecipientNamed };
  'short.supply': { units: number; item: ItemNamed; recipient: RecipientNamed; asked: number };
  'short.equal': { recipient: RecipientNamed; share: Share };
  'short.severity': { recipient: RecipientNamed; share: Share };
  'short.relief': { recipient: RecipientNamed; share: Share };
  'short.full': { cartons: number; item: ItemNamed; place: PlaceNamed; limits: readonly Limit[] };
  'short.charters': { charters: readonly CharterId[] };
  'short.unfit': { cartons: number; item: ItemNamed; reasons: readonly PhraseOf<'unfit.barred' | 'unfit.expired' | 'unfit.no-room'>[] };
  'unfit.barred': { starts: readonly PlaceNamed[]; place: PlaceNamed; rules: readonly Barrier[] };
  'unfit.expired': { starts: readonly PlaceNamed[] };
  'unfit.no-room': Record<string, never>;
  /** An empty route: handed over where it lies. */
  'short.not-worth': { cartons: number; item: ItemNamed; route: readonly DepartureId[]; euros: Euros; relieves: Euros };
  'short.left': { cartons: number; item: ItemNamed; route: readonly DepartureId[] };
}

/** What a plan takes off lines on which people act, and why. */
interface ChangePhrases {
  'change.off': { recipient: RecipientNamed; off: number; cartons: number; lot: LotId; route: readonly DepartureId[] };
  /** Of each carton that is taken off. */
  'change.gains': { gains: Euros; price: Euros };
  'change.whole': Record<string, never>;
  'change.no-way': Record<string, never>;
  'change.near': { price: Euros };
}

/** What a reader of a plan must know besides. */
interface NotePhrases {
  'note.unreachable': { item: ItemNamed; recipients: readonly RecipientNamed[] };
  /** `within`: how far a share is below what equal cover could give, at most. */
  'note.levels': { within: Share };
  'note.below': { below: number; all: number; most: Share };
  'note.expiring': { cartons: number; item: ItemNamed; place: PlaceNamed; lots: readonly LotId[] };
  'note.overflow': { consignment: string; left: readonly PhraseOf<'lot.cartons'>[]; limit: PhraseOf<'load.volume' | 'load.weight' | 'load.positions'> };
  'lot.cartons': { cartons: number; lot: LotId };
  'load.volume': { takes: CubicMetres; holds: CubicMetres };
  'load.positions': { needs: number; has: number };
  'load.weight': { weighs: Tonnes; payload: Tonnes };
  'note.broken-carton': { lot: LotId; units: number };
  'note.held': { lot: LotId; units: number; place: PlaceNamed };
  'note.quarantined': { lot: LotId; units: number; place: PlaceNamed };
  'note.recalled': { lot: LotId; units: number };
  'note.left-behind': { lot: LotId; units: number; consignment: string; at: Moment };
  /** `lot`, `recipient`: whose goods may not ride; null: all. */
  'note.forbidden': { run: DepartureId; lot: LotId | null; recipient: RecipientNamed | null; reason: string };
  /** Recipients that asked for nothing, and are planned for by the counts of their own area. */
  'note.estimated': { recipients: readonly RecipientNamed[] };
  'note.planned-again': { plan: string };
  'note.change': { cartons: number; kept: number; off: number; euros: Euros };
}

/** Whether a promise is being kept. */
interface PromisePhrases {
  /** `units`: what was taken back; `shipped`: what had left by then and goes on. Absent where an older journal did not say. */
  'promise.withdrawn': { at: Moment | null; units?: number; shipped?: number };
  'promise.delivered': { units: number };
  'promise.overdue': { due: Day; units: number };
  'promise.late': { consignments: readonly string[] };
  'promise.not-planned': { units: number; reasons: readonly PhraseOf<Missing>[] };
  'missing.held': { units: number };
  'missing.quarantined': { units: number };
  'missing.left-behind': { units: number };
  'missing.overflow': { units: number };
  'missing.not-consigned': { units: number };
  'missing.lost': { units: number };
  'promise.after-due': { by: Moment; due: Day };
  'promise.arrived': { units: number };
  'promise.expected': { by: Moment };
  'promise.planned': { landed: number; promised: number; by: Moment | null; due: Day | null };
}

/** What does not agree, and what would settle it. */
interface ContradictionPhrases {
  'contradiction.amounts': { pledge: string; item: ItemNamed; amounts: readonly number[] };
  'contradiction.two-totals': { author: string; item: ItemNamed; amounts: readonly number[] };
  'contradiction.arrivals': { pledge: string; item: ItemNamed; told: number; promised: number };
  'contradiction.ledger': { item: ItemNamed; told: readonly number[]; landed: number };
  'contradiction.shipment': { shipment: string; item: ItemNamed | null; ways: number };
  'contradiction.way': { pledge: string; place: PlaceNamed; others: readonly PlaceNamed[]; units: number };
  'contradiction.counts': { area: Area | null; of: 'cases' | 'deaths'; day: Day; counts: readonly number[] };
  'settle.amounts': Record<string, never>;
  'settle.two-totals': Record<string, never>;
  'settle.arrivals': Record<string, never>;
  'settle.ledger': Record<string, never>;
  'settle.shipment': Record<string, never>;
  'settle.way': Record<string, never>;
  'settle.counts': Record<string, never>;
}

type Missing = 'missing.held' | 'missing.quarantined' | 'missing.left-behind' | 'missing.overflow' | 'missing.not-consigned' | 'missing.lost';

/** What one more of a thing is worth, and what the plan would be if something were otherwise. */
interface ExplanationPhrases {
  'price.run': { run: DepartureId; of: 'weight' | 'volume' | 'places'; euros: Euros; carton: Euros };
  'price.handling': { place: PlaceNamed; day: Day; euros: Euros };
  'price.lot': { lot: LotId; euros: Euros };
  'price.need': { item: ItemNamed; place: PlaceNamed; until: Moment | null; euros: Euros };
  'price.floor': { recipient: RecipientNamed; share: Share; euros: Euros };
  'if.unfrozen': Record<string, never>;
  'if.without-departure': { run: DepartureId };
  'if.another-carton': { lot: LotId; place: PlaceNamed };
  'if.another-route': { cartons: number; route: readonly DepartureId[] };
  'if.border-open': { rule: RuleId; from: Area; to: Area };
  'if.paper-held': { paper: PaperNamed; rule: RuleId };
  'if.earmark-open': { bond: Bond; recipient: RecipientNamed };
  'then.none': { what: PhraseOf<If>; limit: string };
  /** The other plan less this one; 0 where the difference is less than what is written. */
  'then.plan': { what: PhraseOf<If>; way: PhraseOf<'then.way'> | null; objective: Euros; worst: Points; need: Points; cost: Euros; last: Hours };
  'then.way': { euros: Euros; later: Hours };
}
type If = 'if.unfrozen' | 'if.without-departure' | 'if.another-carton' | 'if.another-route' | 'if.border-open' | 'if.paper-held' | 'if.earmark-open';

/** What needs a person: a title, and a sentence with what follows from it; and what a letter says around them. */
interface AlertPhrases {
  'alert.late-flight': { consignment: string };
  'alert.late-flight.text': { place: PlaceNamed; planned: Moment; expected: Moment };
  'alert.late-dispatch': { dispatch: string; recipient: RecipientNamed };
  /** `early`, `late`: one in ten is earlier, one in ten later. */
  'alert.late-dispatch.text': { planned: Moment; early: Moment; late: Moment };
  'alert.discrepancy': { lot: string };
  'alert.short.text': { units: number; item: ItemNamed; found: number };
  'alert.surplus.text': { units: number; item: ItemNamed; found: number };
  'alert.beyond-pledge.text': { units: number; item: ItemNamed };
  'alert.paper': { area: Area };
  'alert.paper.text': { paper: PaperNamed; kinds: number };
  'alert.closed': { area: Area };
  'alert.closed.text': { kinds: number; until: Moment | null };
  'alert.held': { lot: string };
  'alert.quarantined': { lot: string };
  'alert.waits.text': { units: number; item: ItemNamed };
  'alert.overflow': { consignment: string };
  'alert.overflow.text': { cartons: number; units: number; item: ItemNamed; limit: PhraseOf<'load.volume' | 'load.weight'> | null };
  'alert.out-of-stock': { recipients: number };
  'alert.out-of-stock.text': { recipient: RecipientNamed; units: number; item: ItemNamed };
  'alert.stock-out': { recipient: RecipientNamed; item: ItemNamed };
  'alert.stock-out.text': { units: number; at: Moment };
  'alert.at-risk': { pledge: string };
  'alert.broken': { pledge: string };
  'alert.request': { recipient: RecipientNamed };
  /** `more`: items beside that one. `answered`: there was a question, and this is its answer. */
  'alert.request.text': { units: number; item: ItemNamed; more: number; answered: boolean };
  'alert.undelivered.text': { units: number; item: ItemNamed };
  'alert.letter.one': { operation: string; what: PhraseOf<AlertTitle> };
  'alert.letter.many': { operation: string; n: number };
  'alert.letter.cleared': { operation: string; n: number };
  'alert.letter.test': { operation: string };
  'alert.letter.test.text': { operation: string };
  'alert.letter.as-of': { operation: string; at: Moment };
  'alert.letter.worse': { what: PhraseOf<AlertTitle> };
  'alert.letter.by': { at: Moment };
  'alert.letter.over': Record<string, never>;
  'alert.letter.more': { n: number };
  'alert.letter.all': { url: string };
  'alert.letter.why': { url: string };
}
export type AlertTitle = 'alert.late-flight' | 'alert.late-dispatch' | 'alert.discrepancy' | 'alert.paper' | 'alert.closed' | 'alert.held' | 'alert.quarantined' | 'alert.overflow' | 'alert.out-of-stock' | 'alert.stock-out' | 'alert.at-risk' | 'alert.broken' | 'alert.request';

/** What the public page and its feeds tell of a day. */
interface DiaryPhrases {
  'diary.goods': { units: number; item: ItemNamed };
  'diary.pledged': { donor: string; goods: PhraseOf<'diary.goods'>; scope: Area };
  'diary.amended': { pledge: string; goods: PhraseOf<'diary.goods'>; reason: string };
  'diary.withdrawn': { pledge: string; item: ItemNamed; reason: string };
  'diary.took-off': { consignment: string; from: PlaceNamed; to: PlaceNamed };
  'diary.landed': { consignment: string; place: PlaceNamed; goods: readonly PhraseOf<'diary.goods'>[] };
  'diary.sent': { goods: readonly PhraseOf<'diary.goods'>[]; place: PlaceNamed; recipient: RecipientNamed };
  'diary.received': { recipient: RecipientNamed; goods: PhraseOf<'diary.goods'> };
  'diary.refused': { recipient: RecipientNamed; goods: PhraseOf<'diary.goods'> };
  'diary.lost': { goods: PhraseOf<'diary.goods'>; how: 'short' | 'damaged' | 'lost' | 'seized' | 'recalled' | 'destroyed' };
  'diary.corrected': { reason: string };
  'diary.corrected-number': { before: number; after: number; reason: string };
  'diary.landing': { consignment: string; place: PlaceNamed; goods: readonly PhraseOf<'diary.goods'>[] };
  'diary.arriving': { recipient: RecipientNamed; goods: readonly PhraseOf<'diary.goods'>[] };
}

/** What a communiqué or a post says of a promise. Every number is a figure of the story. */
interface AnnouncePhrases {
  'announce.headline': { landed: Figured; promised: Figured; item: ItemNamed; scope: Area; state: 'nothing' | 'part' | 'all' | 'kept' | 'withdrawn' };
  'announce.place': { place: PlaceNamed; day: Day; at: Moment };
  'announce.promised': { donor: string; promised: Figured; item: ItemNamed; scope: Area };
  'announce.verdict': { verdict: 'kept' | 'on-course' | 'at-risk' | 'broken' | null; by: Moment | null; due: Day | null };
  'announce.parts': { parts: readonly PhraseOf<'announce.part'>[] };
  'announce.part': { figure: Figured; state: 'delivered' | 'onward' | 'allocated' | 'at-hub' | 'in-the-air' | 'consigned'; place: PlaceNamed };
  'announce.outstanding': { outstanding: Figured };
  'announce.lost': { lost: Figured };
  'announce.surplus': { surplus: Figured };
  'announce.need': { area: Area; perDay: Figured; item: ItemNamed; reported: Moment; days: Figured | null };
  'announce.countries': { countries: readonly PhraseOf<'announce.country'>[] };
  'announce.country': { area: Area; bound: Figured; delivered: Figured | null };
  'announce.other': { landed: Figured; promised: Figured; item: ItemNamed; scope: Area; donor: string };
  'announce.said': { author: string; said: Figured; on: Moment; accepted: Figured };
  'announce.thanks': { donors: readonly string[] };
  'announce.sources': { link: string };
  'announce.post': { landed: Figured; promised: Figured; item: ItemNamed; scope: Area; share: Figured };
  'announce.correction': { at: Moment };
  'announce.was': { what: PhraseOf<'announce.what'>; was: Figured; now: Figured };
  'announce.gone': { what: PhraseOf<'announce.what'>; was: Figured };
  /** `of`: which figure it is. `item`, `area`, `pledge`: of what, where there is one. */
  'announce.what': { of: FigureName; item: ItemNamed | null; area: Area | null; pledge: string | null };
  'announce.because': { reason: string };
}
export type FigureName = 'promised' | 'surplus' | 'landed' | 'share' | 'delivered' | 'lost' | 'onward' | 'allocated' | 'atHub' | 'inTheAir' | 'consigned' | 'outstanding' | 'need' | 'days' | 'bound' | 'claim' | 'other';

/** What a request for need stands beside, and what Airbridge asks about it by itself. */
interface RequestPhrases {
  'request.above-band': { asked: number; item: ItemNamed; low: number; high: number };
  'request.below-band': { asked: number; item: ItemNamed; low: number; high: number };
  'request.inside': OverlapValues;
  'request.inside-waiting': OverlapValues;
  'request.beside': OverlapValues & { area: Area };
  'request.holds': OverlapValues;
  'request.again': Omit<OverlapValues, 'recipient'> & { request: string | null };
  'request.again-partly': Omit<OverlapValues, 'recipient'> & { request: string | null };
  'request.again-waiting': Omit<OverlapValues, 'recipient'> & { request: string | null };
}
export interface OverlapValues {
  recipient: RecipientNamed;
  units: number;
  item: ItemNamed;
  from: Moment;
  until: Moment;
}

export interface Phrases extends AnnouncePhrases, Parts, LinePhrases, ShortPhrases, ChangePhrases, NotePhrases, PromisePhrases, ContradictionPhrases, ExplanationPhrases, AlertPhrases, AnnouncementPhrases, DiaryPhrases, RequestPhrases, HubPhrases {}
