// A paper as a description: what stands on a packing list, a certificate, a waybill, in the order in which it is read.
// Whoever makes a paper builds one of these from facts and needs to know no page, font or point; src/papers/ draws it.
// Every text is already in the paper's language and every figure already written out (wording.ts does both).

import type { Instant, Zone } from '../../domain/time.ts';
import type { PaperLanguage } from './wording.ts';

export interface Paper {
  readonly language: PaperLanguage;
  /** What it is, as the trade calls it: `Packing list`. */
  readonly title: string;
  /** Unique in the operation and printed on every page: `PL-LIEGE-2020-0007`. */
  readonly number: string;
  /** Stands under the title: the operation, a consignment. */
  readonly subtitle?: string;
  /** When the last fact that it is made of was recorded. Never the hour of printing: the same facts give the same bytes. */
  readonly issuedAt: Instant;
  /** Where `issuedAt` is told. */
  readonly zone: Zone;
  readonly layout: 'portrait' | 'landscape';
  /** What must not be overlooked, in a frame below the title: `No commercial value, for customs only`. */
  readonly notice?: string;
  /** The journal that it was made of: enough to print it again. Stands at the foot of every page. */
  readonly position?: Position;
  /** Printed as a QR code at the head of the first page: where the paper can be checked. */
  readonly link?: string;
  readonly sections: readonly Section[];
}

export interface Position {
  /** When the last fact that it is made of occurred: asked as of then, it comes out the same. */
  readonly asOf: Instant;
  /** The last fact that it is made of, by its place in the journal. */
  readonly seq: number;
  /** The journal's chain at that fact, SHA-256 in hexadecimal, or its beginning. */
  readonly hash: string;
}

export type Section = FieldsSection | BoxesSection | TableSection | TextSection;

/** A label and what it says. An empty value is drawn as a dash: left out and unknown are not the same. */
export interface Field {
  readonly label: string;
  readonly value: string;
}

/** Short facts in an even grid. */
export interface FieldsSection {
  readonly kind: 'fields';
  readonly title?: string;
  readonly columns: 2 | 3 | 4;
  readonly fields: readonly Field[];
}

/** A form as carriers and customs know it: rows of framed boxes, numbered where the form numbers them. Parties and signatures too. */
export interface BoxesSection {
  readonly kind: 'boxes';
  readonly title?: string;
  readonly rows: readonly (readonly Box[])[];
}

export interface Box {
  /** The number of the box on the form: `16`. */
  readonly number?: string;
  readonly label: string;
  /** Lines of text; the first is set strong where `strong` is given. Empty: room to write by hand. */
  readonly lines: readonly string[];
  readonly strong?: boolean;
  /** Share of the row's width beside the other boxes; 1 unless given. */
  readonly share?: number;
  /** Least height in millimetres: 25 for a signature with a stamp. */
  readonly heightMm?: number;
}

export interface TableSection {
  readonly kind: 'table';
  readonly title?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** One cell for each column, drawn below a double rule; absent: nothing is added up. */
  readonly totals?: readonly string[];
  /** Stands in place of the rows where there are none: `Nothing is held in quarantine.` */
  readonly empty: string;
}

export interface Column {
  readonly heading: string;
  /** `figure` does not wrap, and last digits stand under one another; `text` wraps. */
  readonly kind: 'text' | 'figure';
}

export interface Row {
  readonly cells: readonly string[];
  /** `group` heads the rows that follow, `subtotal` closes them; plain unless given. */
  readonly rank?: 'group' | 'subtotal';
}

/** Sentences to be read: a declaration, conditions, a thank-you. */
export interface TextSection {
  readonly kind: 'text';
  readonly title?: string;
  readonly paragraphs: readonly string[];
}
