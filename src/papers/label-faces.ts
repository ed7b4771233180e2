// How a label looks: the pallet's, A6, whose bars are scanned from a truck, and the carton's, half of it. Sizes in millimetres on the
// label, in points in the code. What stands on a label and in its barcodes is standards/documents/label.ts.

import { LABEL_WORDS, type Label } from '../standards/documents/label.ts';
import { writeCount, writeDate, writeKg } from '../standards/documents/wording.ts';
import { writeSscc } from '../standards/gs1/keys.ts';
import type { Line } from './lines.ts';
import { mm, type Sheets, type Type } from './sheet.ts';
import type { Modules } from './symbol.ts';

export interface Scannable {
  readonly sscc: Modules;
  readonly everything: Modules;
  readonly link: Modules;
}

interface Spot {
  readonly start: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Capitals of 10 mm: the face's are 0.66 of its size. */
const FROM_TWO_METRES = mm(10) / 0.66;
const SMALL: Type = { size: 7, ink: 'faint' };
const MARGIN = mm(5);
/** Width of the narrowest bar: GS1 wants 0.495 mm at least on a logistic label; and height of the bars, 31.75 mm at least. */
const BAR = { moduleMm: 0.55, heightMm: 32 } as const;
/** Edge of a matrix code: at 40 modules still half a millimetre each; GS1 wants 0.38 at least. */
const CODE = { pallet: mm(20), carton: mm(25) } as const;
/** White around a QR code, four of its modules: at most this share of its edge. */
const QUIET_SHARE = 4 / 25;

export function drawPalletLabel(sheets: Sheets, label: Label, scannable: Scannable, spot: Spot): void {
  const [start, width] = [spot.start + MARGIN, spot.width - 2 * MARGIN];
  const barsTop = spot.top + spot.height - MARGIN - mm(BAR.heightMm) - 12;
  let y = spot.top + mm(4);
  y += sheets.write(`${LABEL_WORDS[label.language].from} \u2068${label.from}\u2069`, SMALL, start, y, width);
  y += fitted(sheets, label.destination, { size: FROM_TWO_METRES, weight: 'strong' }, 18, 1, start, y, width);
  y += fitted(sheets, label.to.name, { size: 12, weight: 'strong' }, 8, 2, start, y, width);
  y += fitted(sheets, label.to.lines.join(' · '), { size: 8.5, ink: 'soft' }, 6.5, 2, start, y, width) + 3;
  sheets.rule(start, y, width, 1);
  y += 3;
  y += fitted(sheets, label.content, { size: 17, weight: 'strong' }, 10, 2, start, y, width);
  y += countLine(sheets, label, FROM_TWO_METRES, start, y, width);
  y += underline(sheets, label.caution, start, y, width);
  const code = Math.min(CODE.pallet, barsTop - y - CODE.pallet * QUIET_SHARE);
  const gap = code * QUIET_SHARE + 2;
  sheets.symbol(scannable.everything, start + width - code, y, code, code);
  sheets.symbol(scannable.link, start + width - 2 * code - gap, y, code, code);
  facts(sheets, label, { start, top: y, width: width - 2 * (code + gap), height: barsTop - y - 4 });
  const barsWidth = mm(BAR.moduleMm) * scannable.sscc.columns;
  sheets.symbol(scannable.sscc, spot.start + (spot.width - barsWidth) / 2, barsTop, barsWidth, mm(BAR.heightMm));
  sheets.write(`\u2066(00) ${writeSscc(label.sscc, label.prefix)}\u2069`, { size: 10, align: 'middle' }, start, barsTop + mm(BAR.heightMm) + 1, width);
}

export function drawCartonLabel(sheets: Sheets, label: Label, scannable: Scannable, spot: Spot): void {
  const gap = CODE.carton * QUIET_SHARE + 2;
  const [start, width] = [spot.start + MARGIN, spot.width - 2 * MARGIN - CODE.carton - gap];
  let y = spot.top + mm(4);
  sheets.symbol(scannable.everything, start + width + gap, y + 3, CODE.carton, CODE.carton);
  sheets.symbol(scannable.link, start + width + gap, spot.top + spot.height - MARGIN - CODE.carton, CODE.carton, CODE.carton);
  y += sheets.write(`${LABEL_WORDS[label.language].from} \u2068${label.from}\u2069`, SMALL, start, y, width);
  y += fitted(sheets, label.destination, { size: 26, weight: 'strong' }, 13, 1, start, y, width);
  y += fitted(sheets, label.to.name, { size: 9.5, weight: 'strong' }, 7, 2, start, y, width) + 2;
  sheets.rule(start, y, width, 0.8);
  y += 2;
  y += fitted(sheets, label.content, { size: 12, weight: 'strong' }, 8, 2, start, y, width);
  y += countLine(sheets, label, 24, start, y, width);
  y += underline(sheets, label.caution, start, y, width);
  const foot = spot.top + spot.height - MARGIN - 9;
  facts(sheets, label, { start, top: y, width, height: foot - y - 3 });
  sheets.write(`\u2066(00) ${writeSscc(label.sscc, label.prefix)}\u2069`, { size: 8 }, start, foot, width);
}

function countLine(sheets: Sheets, { count, countedIn, language }: Label, size: number, start: number, top: number, width: number): number {
  return fitted(sheets, `${writeCount(count, language)} \u2068${countedIn}\u2069`, { size, weight: 'strong' }, size / 2, 1, start, top, width);
}

/** The line below what is in it; where something must not be done with it, a frame that says so takes its place. */
function underline(sheets: Sheets, caution: string | undefined, start: number, top: number, width: number): number {
  if (caution === undefined) {
    sheets.rule(start, top, width, 0.5);
    return 5;
  }
  const type: Type = { size: 10, weight: 'strong' };
  const lines = sheets.lines(caution, type, width - 10);
  const height = sheets.heightOf(lines, type) + 4;
  sheets.frame(start, top, width, height, 1.2);
  sheets.write(lines, type, start + 5, top + 2, width - 10);
  return height + 5;
}

/** Height of a fact at its full size: a small label, and the value below it. */
const FACT = { label: 6.5, value: 10, height: 23, least: 15 } as const;

/** Labels and values under one another, in two columns where one would be too high; smaller where even two are. */
function facts(sheets: Sheets, label: Label, { start, top, width, height: room }: Spot): void {
  const { language, batch, expiry, gross, reference, piece } = label;
  const words = LABEL_WORDS[language];
  const all: readonly (readonly [string, string | null])[] = [
    [words.batch, batch ?? null],
    [words.expiry, expiry === undefined ? null : writeDate(expiry, language)],
    [words.gross, gross === undefined ? null : writeKg(gross, language)],
    [words.piece, piece === undefined ? null : words.pieceOf(piece.number, piece.of)],
    [words.reference, reference],
  ];
  const present = all.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  const columns = room / present.length < FACT.least ? 2 : 1;
  const cell = (width - 6 * (columns - 1)) / columns;
  const height = Math.min(FACT.height, room / Math.ceil(present.length / columns));
  const scale = Math.min(1, height / (FACT.height - 2.5));
  present.forEach(([name, value], i) => {
    const [left, y] = [start + (i % columns) * (cell + 6), top + Math.floor(i / columns) * height];
    const below = sheets.write(name, { ...SMALL, size: FACT.label * scale }, left, y, cell);
    fitted(sheets, value, { size: FACT.value * scale, weight: 'strong' }, 6 * scale, 1, left, y + below - scale, cell);
  });
}

/** Writes a text as large as it may be and still stands on `most` lines; at the least size what is left over is cut off with a dash. */
function fitted(sheets: Sheets, text: string, type: Type, least: number, most: number, start: number, top: number, width: number): number {
  let { size } = type;
  let lines: readonly Line[] = sheets.lines(text, type, width);
  while (lines.length > most && size > least) {
    size = Math.max(least, size * 0.93);
    lines = sheets.lines(text, { ...type, size }, width);
  }
  if (lines.length <= most) return sheets.write(lines, { ...type, size }, start, top, width);
  const kept = cutTo(sheets, text, { ...type, size }, most, width);
  return sheets.write(kept, { ...type, size }, start, top, width);
}

function cutTo(sheets: Sheets, text: string, type: Type, most: number, width: number): readonly Line[] {
  let characters = Array.from(text);
  let lines = sheets.lines(text, type, width);
  while (lines.length > most && characters.length > 1) {
    characters = characters.slice(0, -1);
    lines = sheets.lines(`${characters.join('').trimEnd()}…`, type, width);
  }
  return lines;
}
