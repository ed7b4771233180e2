// What is asked and answered about official counts: a file that is looked at and taken in, what each series says of an area, and the
// addresses that are asked by themselves. Its keys are a contract (routes under counts and count-feeds, `airbridge counts --json`).

import type { Actor } from '../../domain/ids.ts';
import type { CountFault, CountFaultKind, Measure } from '../../domain/need/counts.ts';
import type { CountFeedSet, FeedFailureKind, SeriesFormat } from '../../domain/need/publication.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import type { Intraday, Morning } from '../../need/mornings.ts';
import type { MappingGiven, MappingQuestion } from '../../standards/counts/sheet-mapping.ts';
import type { SheetRead } from '../../standards/counts/sheet.ts';
import type { Revision } from './published.ts';
import type { UsedWhy } from './tellings.ts';

export interface CountsAsk {
  readonly format: SeriesFormat;
  /** Absent: as the format's publisher is known. A sheet names its own. */
  readonly series?: string | undefined;
  /** What the source is called, where it is not on record yet. */
  readonly title?: string | undefined;
  /** Several files of one source make one set. */
  readonly files?: readonly { readonly name: string; readonly content: Uint8Array }[] | undefined;
  /** Fetched instead of files. */
  readonly url?: string | undefined;
  /** Of a sheet: what is known of its columns. */
  readonly mapping?: MappingGiven | undefined;
  readonly by?: Actor | undefined;
}

export interface RevisedFigure {
  readonly area: string;
  readonly date: LocalDate;
  readonly measure: Measure;
  readonly before: number;
  readonly firstSeen: Instant;
  readonly after: number;
}

export interface CountsPreview {
  readonly operation: string;
  readonly series: string;
  readonly format: SeriesFormat;
  readonly source: { readonly title: string; readonly isNew: boolean };
  readonly documents: readonly { readonly name: string; readonly sha256: string }[];
  /** These very files were taken in before. */
  readonly isKnown: boolean;
  readonly rows: number;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly days: number;
  readonly areas: number;
  /** Figures: one of an area, a day and a measure. `absent`: they stand, and the files cover their day and do not have them. */
  readonly figures: { readonly new: number; readonly revised: number; readonly unchanged: number; readonly absent: number };
  /** At most 500, newest day first. */
  readonly revisions: readonly RevisedFigure[];
  readonly unknownAreas: readonly string[];
  /** Columns that came or went since the files that were taken in last; null: none was yet. */
  readonly drift: { readonly since: Instant; readonly came: readonly string[]; readonly went: readonly string[] } | null;
  readonly faultKinds: readonly { readonly kind: CountFaultKind; readonly count: number }[];
  /** At most 500. */
  readonly faults: readonly CountFault[];
  /** Of a sheet. */
  readonly mapping: SheetRead['mapping'] | null;
  readonly questions: readonly MappingQuestion[];
  /** Nothing is open: it can be taken in. */
  readonly isReady: boolean;
}

export interface CountsImported extends Omit<CountsPreview, 'isReady' | 'questions'> {
  /** Facts that were written; 0: all of it was known. */
  readonly facts: number;
}

export interface SeriesReport {
  readonly series: string;
  readonly title: string;
  readonly areas: number;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly figures: number;
  readonly revised: number;
  /** Null: its facts were entered by hand. */
  readonly lastImport: { readonly at: Instant; readonly format: SeriesFormat; readonly documents: readonly { readonly name: string; readonly sha256: string }[]; readonly rows: number } | null;
}

export interface FigureTold {
  readonly value: number;
  readonly firstSeen: Instant;
  /** What stood before, oldest first. */
  readonly revisions: readonly Revision[];
}

/** What one source says of an area on a day. */
export interface ToldOn {
  readonly sources: readonly string[];
  readonly at: Instant;
  readonly figures: Readonly<Record<Measure, FigureTold | null>>;
}

export interface AreaCounts {
  readonly area: string;
  readonly name: string;
  /** The sources that count it, the one that is used first. */
  readonly sources: readonly (readonly string[])[];
  readonly used: readonly string[];
  readonly why: UsedWhy;
  readonly last: { readonly date: LocalDate; readonly cases: number | null; readonly deaths: number | null } | null;
}

/** A figure that somebody said of the whole world, and the two mornings between which it lies. */
export interface WorldFigure {
  readonly claim: string;
  readonly saidAt: Instant;
  readonly figure: number;
  readonly between: Intraday | null;
}

export interface CountsReport {
  readonly operation: string;
  readonly asOf: Instant;
  readonly series: readonly SeriesReport[];
  /** Of the one that was asked for, or all. */
  readonly areas: readonly AreaCounts[];
  /** Of the area that was asked for, newest first; empty where none was. */
  readonly days: readonly { readonly date: LocalDate; readonly told: readonly ToldOn[] }[];
  /** All areas of a series that counts countries, day by day; null: none does. */
  readonly world: { readonly series: string; readonly days: readonly Morning[]; readonly said: readonly WorldFigure[] } | null;
}

export type FeedWish = Omit<CountFeedSet, 'series'> & { readonly series?: string | undefined; readonly title?: string | undefined; readonly by?: Actor | undefined };

/** `waiting`: it was not asked yet. `paused`: by hand. */
export interface FeedReport {
  readonly series: string;
  readonly url: string;
  readonly format: SeriesFormat;
  readonly everyHours: number;
  readonly state: 'waiting' | 'well' | 'failed' | 'paused';
  readonly askedAt: Instant | null;
  readonly last: { readonly outcome: 'changed' | 'unchanged' | FeedFailureKind; readonly detail: string; readonly remedy: string | null } | null;
  /** Since when it is so, or was last so, as far as is on record. */
  readonly changedAt: Instant | null;
  /** Null: it is paused, or nobody asks here. */
  readonly nextAt: Instant | null;
}
