// A label for a handling unit, as a description: what people read from two metres, and what scanners read. Whoever makes one knows
// no millimetre; src/papers/labels.ts draws it. The barcode holds what GS1 allows beside an SSCC: count, lot and expiry only with a
// GTIN, so an operation whose goods have none gives them one under its own prefix (gs1/keys.ts, gtinFor).

import type { LocalDate } from '../../domain/time.ts';
import type { Grams, Units } from '../../domain/units.ts';
import type { Result } from '../../domain/result.ts';
import { checkElements, type Element } from '../gs1/element-string.ts';
import type { CompanyPrefix, Gtin, Sscc } from '../gs1/keys.ts';
import { kilogramElement, writeYymmdd } from '../gs1/value.ts';
import type { IdentifierProblem } from '../identifier.ts';
import type { PaperLanguage } from './wording.ts';

/** The sizes that labels come in: a sheet of its own for each, or as many as an A4 page holds. */
export const LABEL_FORMATS = ['pallet-a6', 'pallet-a4', 'carton-a7', 'carton-a4'] as const;
export type LabelFormat = (typeof LABEL_FORMATS)[number];

export interface Label {
  /** The consignee's. */
  readonly language: PaperLanguage;
  readonly sscc: Sscc;
  /** Groups the SSCC for reading where it is one of our own. */
  readonly prefix?: CompanyPrefix;
  readonly gtin?: Gtin;
  /** What is in it, in the language of the label: `Surgical masks, type IIR`. */
  readonly content: string;
  readonly count: Units;
  /** Beside the count, as its language wants it: `masks`. */
  readonly countedIn: string;
  /** The maker's lot, as printed on the goods; a mixed unit has none. */
  readonly batch?: string;
  readonly expiry?: LocalDate;
  readonly gross?: Grams;
  readonly from: string;
  /** Name, and below it the address. */
  readonly to: { readonly name: string; readonly lines: readonly string[] };
  /** In the largest letters: where it goes, as drivers know it: `MILANO`, `LGG → MXP`. */
  readonly destination: string;
  /** The operation's own word for the movement: a dispatch, a consignment. */
  readonly reference: string;
  /** `3 of 12`: which of the units that go together this is. */
  readonly piece?: { readonly number: number; readonly of: number };
  /** What must not be done with it, in a frame: `Keep between 2 and 8 °C`. */
  readonly caution?: string;
}

/** What its DataMatrix holds; or why it cannot, with the remedy. */
export function labelElements({ sscc, gtin, count, batch, expiry, gross }: Label): Result<readonly Element[], readonly IdentifierProblem[]> {
  const weight = gross === undefined ? null : kilogramElement('330', gross);
  const content: readonly Element[] = gtin === undefined ? [] : [
    { ai: '02', value: gtin },
    ...(expiry === undefined ? [] : [{ ai: '17', value: writeYymmdd(expiry) }]),
    { ai: '37', value: String(count) },
    ...(batch === undefined ? [] : [{ ai: '10', value: batch }]),
  ];
  return checkElements([{ ai: '00', value: sscc }, ...(weight === null ? [] : [weight]), ...content]);
}

interface LabelWords {
  readonly from: string;
  readonly to: string;
  readonly batch: string;
  readonly expiry: string;
  readonly gross: string;
  readonly reference: string;
  readonly piece: string;
  readonly pieceOf: (number: number, of: number) => string;
  /** What is counted, where nobody says it better. */
  readonly pieces: string;
}

export const LABEL_WORDS: Readonly<Record<PaperLanguage, LabelWords>> = {
  en: { from: 'From', to: 'To', batch: 'Batch', expiry: 'Use by', gross: 'Gross weight', reference: 'Reference', piece: 'Piece', pieceOf: (number, of) => `${number} of ${of}`, pieces: 'pieces' },
  fr: { from: 'De', to: 'À', batch: 'Lot', expiry: 'À utiliser avant', gross: 'Poids brut', reference: 'Référence', piece: 'Colis', pieceOf: (number, of) => `${number} sur ${of}`, pieces: 'pièces' },
  it: { from: 'Da', to: 'A', batch: 'Lotto', expiry: 'Scadenza', gross: 'Peso lordo', reference: 'Riferimento', piece: 'Collo', pieceOf: (number, of) => `${number} di ${of}`, pieces: 'pezzi' },
  ar: { from: 'من', to: 'إلى', batch: 'رقم التشغيلة', expiry: 'صالح حتى', gross: 'الوزن الإجمالي', reference: 'المرجع', piece: 'الطرد', pieceOf: (number, of) => `${number} من ${of}`, pieces: 'قطعة' },
};
