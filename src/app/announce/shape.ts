// What the public page says at an instant: plain data, and nothing of how it is found (story.ts) or shown. Every number bears the
// facts that it comes out of, and adds up from them. Units are pieces unless a unit says otherwise; instants are UTC.

import type { FigureUnit } from '../../domain/announce/figure.ts';
import type { FactKind } from '../../domain/facts.ts';
import type { Phrase } from '../../domain/phrase.ts';
import type { Verdict } from '../../domain/promise/promise.ts';
import type { Instant } from '../../domain/time.ts';
import type { Picture } from '../picture/shape.ts';

export type PublicUnit = FigureUnit;

/** What one fact adds to a figure. */
export interface Term {
  readonly fact: string;
  readonly kind: FactKind;
  readonly at: Instant;
  readonly value: number;
  /** Where the value is people counted by the fact × pieces that each of them uses a day. */
  readonly product?: { readonly people: number; readonly perPerson: number };
}

export interface PublicFigure {
  /** Unique within the story: its arithmetic stands under this name. */
  readonly key: string;
  readonly value: number;
  readonly unit: PublicUnit;
  readonly item: string | null;
  /** Ids of the facts behind it. */
  readonly facts: readonly string[];
  /** Ids of sources. */
  readonly sources: readonly string[];
}

/** How a figure comes about: `sum` of its terms; `share` (per cent) or `days` (rounded down to tenths) of two others; `rest` where nothing moved it. */
export interface Arithmetic {
  readonly figure: PublicFigure;
  readonly how: 'sum' | 'share' | 'days';
  readonly terms: readonly Term[];
  /** Keys of the two figures: this one is the first divided by the second. */
  readonly of: readonly [string, string] | null;
}

export const STATES = ['delivered', 'lost', 'onward', 'allocated', 'atHub', 'inTheAir', 'consigned', 'outstanding'] as const;
export type State = (typeof STATES)[number];

export interface StoryPromise {
  readonly pledge: string;
  readonly donor: string;
  readonly item: string;
  readonly scope: string;
  readonly viaHub: boolean;
  readonly due: string | null;
  readonly promised: PublicFigure;
  readonly surplus: PublicFigure;
  readonly parts: Readonly<Record<State, PublicFigure>>;
  readonly landed: PublicFigure;
  /** Promised, on a waybill or in the air. */
  readonly toLand: PublicFigure;
  /** Landed of promised, in per cent, rounded down; 0 where nothing is promised any more. */
  readonly share: PublicFigure;
  /** null: no plan is at hand yet, and the ledger alone does not tell. */
  readonly verdict: Verdict | null;
  readonly expectedBy: Instant | null;
  readonly because: readonly Phrase[];
}

export interface StoryNeed {
  readonly area: string;
  /** By its patients where a census stands, else what its recipients ask for. */
  readonly perDay: PublicFigure;
  readonly basis: 'census' | 'asked';
  /** Beside an estimate: what its recipients ask for a day; null: nobody asks, or `perDay` is that. */
  readonly asked: PublicFigure | null;
  readonly reportedAt: Instant;
  /** Patients on wards and in intensive care, as last reported. */
  readonly census: { readonly wards: PublicFigure; readonly intensiveCare: PublicFigure; readonly at: Instant } | null;
  /** Of the landed, what is bound to this area. */
  readonly landed: PublicFigure;
  readonly days: PublicFigure;
}

export interface DiaryEntry {
  readonly fact: string | null;
  readonly at: Instant;
  /** When the operation came to know of it; null: it is expected. */
  readonly recordedAt: Instant | null;
  readonly state: State | 'promised' | 'corrected';
  readonly expected: boolean;
  /** Set where it is about a promise itself, not about goods on their way. */
  readonly pledge: string | null;
  readonly said: Phrase;
}

export interface CountryRow {
  readonly area: string;
  readonly bound: PublicFigure;
  readonly delivered: PublicFigure;
  readonly underWay: PublicFigure;
  readonly perDay: PublicFigure;
}

/** What was said elsewhere, beside what the operation accepts. */
export interface OtherFigure {
  readonly claim: string;
  readonly at: Instant;
  readonly author: string;
  readonly channel: string;
  readonly language: string;
  readonly summary: string;
  readonly link: string | null;
  readonly stance: 'supports' | 'contradicts' | 'context';
  readonly pledge: string | null;
  readonly units: PublicFigure;
  /** What the pledge stands at now; null: the claim is about none. */
  readonly accepted: PublicFigure | null;
  /** Why the operation follows this figure or another, where it was weighed against others; its own words. */
  readonly reason: string | null;
}

/** A text that the operation has published itself. */
export interface StoryText {
  readonly fact: string;
  readonly at: Instant;
  readonly communique: string;
  readonly language: string;
  readonly text: string;
  readonly link: string | null;
  /** The text that it puts right. */
  readonly corrects: string | null;
  /** Some other text puts it right. */
  readonly isCorrected: boolean;
}

export interface StoryCount {
  readonly area: string;
  readonly at: Instant;
  readonly cases: PublicFigure;
  readonly deaths: PublicFigure | null;
}

/** A fact that was corrected. */
export interface StoryCorrection {
  readonly fact: string;
  readonly kind: FactKind;
  readonly at: Instant;
  readonly reason: string;
  /** The single number that changed, where there is one. */
  readonly before: number | null;
  readonly after: number | null;
}

/** What a consignment carries, by its waybills. */
export interface Load {
  readonly fact: string;
  readonly lot: string;
  readonly item: string;
  readonly units: number;
}

export type PublicMap = Pick<Picture, 'places' | 'recipients' | 'flights' | 'dispatches' | 'borders' | 'hub' | 'asOf' | 'promises' | 'items'> & { readonly plan: Pick<NonNullable<Picture['plan']>, 'legs'> | null };

export interface StorySource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly link: string | null;
  readonly licence: string | null;
}

export interface PublicStory {
  readonly operation: string;
  readonly name: string;
  readonly zone: string;
  readonly hub: string;
  readonly asOf: Instant;
  readonly standsAt: Instant | null;
  /** How many facts the journal held: everything here comes from exactly these. */
  readonly head: number;
  readonly lastFact: { readonly id: string; readonly recordedAt: Instant };
  /** `fact`: the one that says how many a carton holds. */
  readonly items: readonly { readonly item: string; readonly name: string; readonly unitsPerCarton: number; readonly fact: string }[];
  readonly recipients: readonly { readonly recipient: string; readonly name: string; readonly area: string; readonly hasReceived: boolean }[];
  readonly sources: readonly StorySource[];
  /** The largest promise that passes the hub: what the headline is about. Null: nothing is promised yet. */
  readonly answer: StoryPromise | null;
  readonly need: StoryNeed | null;
  readonly promises: readonly StoryPromise[];
  readonly countries: readonly CountryRow[];
  /** Oldest first; what is expected follows what happened. */
  readonly diary: readonly DiaryEntry[];
  readonly others: readonly OtherFigure[];
  /** Newest first. */
  readonly texts: readonly StoryText[];
  readonly counts: readonly StoryCount[];
  readonly corrections: readonly StoryCorrection[];
  readonly map: PublicMap;
  /** What the verdicts rest on; null: none is at hand yet. */
  readonly plan: { readonly plan: string; readonly asOf: Instant; readonly fact: string | null; readonly isOfThisHead: boolean } | null;
  readonly arithmetic: readonly Arithmetic[];
}

/** A step of a lot on its way. */
export interface LotStep {
  readonly fact: string;
  readonly kind: FactKind;
  readonly at: Instant;
  readonly units: number;
  /** Where to: a recipient's name, or a place's. */
  readonly to: string | null;
}

/** Units of a lot in one state with one holder. */
export interface LotHolding {
  readonly state: State;
  readonly with: string | null;
  readonly recipient: string | null;
  readonly units: PublicFigure;
}

export interface LotWay {
  readonly lot: string;
  readonly item: string;
  readonly consignment: string;
  readonly announced: PublicFigure;
  readonly holdings: readonly LotHolding[];
  readonly steps: readonly LotStep[];
}

/** “Where are my 500,000?”: one pledge, down to the last door. */
export interface PledgeStory {
  readonly pledge: string;
  readonly promises: readonly StoryPromise[];
  readonly lots: readonly LotWay[];
}

/** What a recipient has signed for. */
export interface ThanksStory {
  readonly recipient: string;
  readonly name: string;
  readonly area: string;
  readonly totals: readonly { readonly item: string; readonly units: PublicFigure }[];
  readonly donors: readonly string[];
  readonly receipts: readonly { readonly fact: string; readonly at: Instant; readonly item: string; readonly units: PublicFigure; readonly donor: string; readonly pledge: string; readonly isSigned: boolean; readonly acceptedAt: Instant | null }[];
}

/** A fact as anybody may read it, with what it moved and how it was corrected. */
export interface FactStory {
  readonly id: string;
  readonly seq: number;
  readonly kind: FactKind;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** As it holds now; null: it was struck out. */
  readonly body: Readonly<Record<string, unknown>> | null;
  readonly note: string | null;
  readonly links: readonly { readonly link: string; readonly title: string | null }[];
  readonly sources: readonly StorySource[];
  /** Where the fact is about a consignment. */
  readonly load: readonly Load[];
  readonly moves: readonly { readonly pledge: string; readonly item: string; readonly from: string; readonly to: string; readonly units: number }[];
  /** Oldest first. */
  readonly history: readonly { readonly at: Instant; readonly reason: string; readonly before: Readonly<Record<string, unknown>> | null; readonly after: Readonly<Record<string, unknown>> | null }[];
}
