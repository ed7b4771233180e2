// What an intake asks and answers: plain values, as they go over the wire and to the page.

import type { Actor } from '../../domain/ids.ts';
import type { DocumentKind } from '../../domain/airlift/papers.ts';
import type { Question } from '../../standards/intake/question.ts';

export interface IntakeAsk {
  readonly file: { readonly name: string; readonly content: Uint8Array };
  /** Who sent it, an organisation; absent: as the sheet says, if it does. */
  readonly sender?: string | undefined;
  /** Question's id → answer. Also column:D → field or none; row:17 → aside or keep. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
  /** When it was announced, as people write instants; absent: now. */
  readonly occurredAt?: string | undefined;
  /** Who accepts it; absent: the intake as such. */
  readonly by?: Actor | undefined;
}

export interface MappedColumn {
  readonly column: string;
  readonly header: string;
  readonly field: string | null;
  /** 0–1 */
  readonly confidence: number;
  readonly by: 'answer' | 'learned' | 'words' | null;
  readonly runnersUp: readonly { readonly field: string; readonly confidence: number }[];
  readonly samples: readonly string[];
}

/** Where it stands in the sheet, what is wrong and what to do. */
export interface IntakeProblem {
  readonly row: number;
  readonly column: string | null;
  readonly field: string | null;
  readonly value: string | null;
  readonly problem: string;
  readonly remedy: string;
  /** A person may keep the row as it is; else it is corrected or set aside. */
  readonly mayKeep: boolean;
}

interface Goods {
  readonly item: string;
  readonly units: number;
  readonly cartons: number;
  readonly unitsPerCarton: number;
  /** Of all of it; null: the sheet does not say. */
  readonly grossKg: number | null;
  readonly volumeM3: number | null;
  readonly batch: string | null;
  readonly expires: string | null;
  readonly consignee: string | null;
}

export interface IntakeRow {
  readonly row: number;
  readonly description: string;
  /** Null: not yet known. */
  readonly goods: Goods | null;
  readonly problems: readonly IntakeProblem[];
  readonly isAside: boolean;
}

export interface IntakeLot extends Goods {
  readonly lot: string | null;
  readonly pledge: string | null;
  readonly earmark: string | null;
  readonly rows: readonly number[];
}

export interface IntakeTotals {
  readonly items: readonly { readonly item: string; readonly units: number; readonly cartons: number }[];
  readonly cartons: number;
  /** EUR pallet places. */
  readonly pallets: number;
  readonly grossKg: number;
  readonly volumeM3: number;
  readonly chargeableKg: number;
  /** Some of the weight or volume is the catalogue's, because the sheet does not say. */
  readonly isEstimated: boolean;
}

/** What a service request form says beside its goods; whom to call is kept from it. */
export interface RequestedTransport {
  readonly reference: string | null;
  readonly readyToLoad: string | null;
  readonly from: { readonly town: string | null; readonly facility: string | null; readonly latitude: number | null; readonly longitude: number | null };
  readonly to: { readonly town: string | null; readonly facility: string | null; readonly latitude: number | null; readonly longitude: number | null };
}

export interface Duplicate {
  readonly consignment: string;
  readonly by: 'file' | 'waybill' | 'content';
  readonly text: string;
}

export interface IntakePreview {
  readonly operation: string;
  readonly file: { readonly name: string; readonly sha256: string };
  /** Nothing is open: it can be accepted. */
  readonly matched: boolean;
  readonly sender: string | null;
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly headerRow: number | null;
  readonly mapping: readonly MappedColumn[];
  readonly questions: readonly Question[];
  /** Those with problems first to be shown; at most 1,000, in the order of the sheet. */
  readonly rows: readonly IntakeRow[];
  readonly counts: { readonly rows: number; readonly withProblems: number; readonly aside: number; readonly lots: number };
  /** At most 5,000; `counts.lots` says how many there are. */
  readonly lots: readonly IntakeLot[];
  readonly totals: IntakeTotals;
  readonly sums: readonly { readonly row: number; readonly column: string; readonly field: string; readonly stated: number; readonly summed: number; readonly agrees: boolean }[];
  readonly notRead: readonly { readonly row: number; readonly text: string }[];
  readonly waybill: string | null;
  /** The file is a service request form; null: it is not. */
  readonly request: RequestedTransport | null;
  readonly consignment: string | null;
  /** Each as the papers of which one would do. */
  readonly missingPapers: readonly (readonly DocumentKind[])[];
  readonly duplicateOf: Duplicate | null;
}

export interface IntakeAccepted {
  readonly operation: string;
  readonly consignment: string;
  readonly lots: readonly string[];
  /** Facts that are new to the journal; 0: this file had been accepted before. */
  readonly facts: number;
  readonly missingPapers: readonly (readonly DocumentKind[])[];
}
