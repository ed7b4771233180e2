// What is asked and answered about requests for need: plain values, as they go over the wire and to the pages.

import type { Evidence } from '../../../domain/facts.ts';
import type { Actor } from '../../../domain/ids.ts';
import type { RequestState, RequestStep, RequestVia } from '../../../domain/need/request.ts';
import type { Overlap } from '../../../domain/need/request-overlaps.ts';
import type { Phrase } from '../../../domain/phrase.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Parameter } from '../../../need/parameter.ts';
import type { Plausibility } from '../../../need/plausible.ts';

/** Instants as people write them; a bare date is the whole of that day. */
export interface LineAsk {
  readonly item: string;
  readonly units: number;
  readonly from: string;
  readonly until: string;
  readonly severity: number;
  readonly why?: string | null | undefined;
}

export interface RequestAsk {
  readonly recipient: string;
  readonly lines: readonly LineAsk[];
  readonly via: RequestVia;
  /** Who signs; the name goes into the vault. */
  readonly name?: string | null | undefined;
  /** When it was asked; absent: where the operation stands, or now. */
  readonly at?: string | undefined;
  readonly by?: Actor | undefined;
  /** The sheet that it stands in. */
  readonly evidence?: readonly Evidence[] | undefined;
}

/** `within` and `replaces` absent: as the report proposes; empty: nothing. */
export interface AcceptAsk {
  readonly item: string;
  readonly from: string;
  readonly units: number;
  readonly within?: readonly { readonly recipient: string; readonly from: string }[] | undefined;
  readonly replaces?: readonly string[] | undefined;
}

export type StepAsk =
  | { readonly step: 'ask'; readonly question: string }
  | { readonly step: 'answer'; readonly answer: string; readonly lines?: readonly LineAsk[] | undefined; readonly name?: string | null | undefined }
  /** Without lines: all of it, as it was asked. */
  | { readonly step: 'accept'; readonly lines?: readonly AcceptAsk[] | undefined; readonly reason?: string | null | undefined }
  | { readonly step: 'decline'; readonly reason: string }
  | { readonly step: 'withdraw'; readonly reason?: string | null | undefined };

export interface Signed {
  /** When; absent: where the operation stands, or now. */
  readonly at?: string | undefined;
  readonly by?: Actor | undefined;
}

/** A phrase, and the same in English for whoever has no other words. */
export interface Sentence {
  readonly say: Phrase;
  readonly inEnglish: string;
}

export interface OverlapShown extends Overlap {
  readonly sentence: Sentence;
}

export interface RequestedLine {
  readonly item: string;
  readonly name: string;
  readonly units: number;
  readonly unitsPerCarton: number;
  /** A broken carton counts whole. */
  readonly cartons: number;
  readonly from: Instant;
  readonly until: Instant;
  readonly severity: number;
  readonly why: string | null;
  readonly overlaps: readonly OverlapShown[];
  /** Null: no counts of its area, or none for this item. */
  readonly plausible: (Plausibility & { readonly area: string }) | null;
  /** What is accepted along, where nobody says otherwise. */
  readonly proposal: { readonly within: readonly { readonly recipient: string; readonly from: Instant }[]; readonly replaces: readonly Instant[] };
}

export interface RequestMomentShown {
  readonly at: Instant;
  readonly fact: string;
  readonly step: RequestStep | 'request';
  /** In a person's own words. */
  readonly text: string | null;
  /** What Airbridge asked by itself, a sentence for each line outside the band. */
  readonly asked: readonly Sentence[];
}

export interface RequestInList {
  readonly request: string;
  readonly recipient: string;
  readonly name: string;
  readonly area: string;
  readonly state: RequestState;
  readonly waitsFor: 'person' | 'requester' | null;
  readonly via: RequestVia;
  readonly requestedAt: Instant;
  readonly lines: readonly RequestedLine[];
  /** What became need; null: nothing has. */
  readonly accepted: readonly { readonly item: string; readonly name: string; readonly units: number; readonly cartons: number; readonly from: Instant; readonly until: Instant }[] | null;
  readonly replaces: readonly string[];
  readonly replacedBy: string | null;
  /** Oldest first. */
  readonly moments: readonly RequestMomentShown[];
}

export interface RequestsReport {
  readonly operation: string;
  readonly asOf: Instant;
  /** Those that wait for a person first, then for their requester; the most urgent and oldest first. */
  readonly requests: readonly RequestInList[];
  /** Who can ask, for what. */
  readonly recipients: readonly { readonly recipient: string; readonly name: string }[];
  readonly items: readonly { readonly item: string; readonly name: string; readonly unitsPerCarton: number }[];
  /** Where the plausible band begins and ends. */
  readonly parameters: { readonly least: Parameter; readonly most: Parameter };
}

export interface FiledRequest {
  readonly request: RequestInList;
  /** False where it stood already under this key. */
  readonly fresh: boolean;
}
