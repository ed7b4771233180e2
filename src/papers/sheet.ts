// Sheets of paper in logical coordinates: points from the start edge of the reading direction and from the top, so that a
// paper laid out once is right in both directions. Writes text, lines and barcode modules through pdfkit; knows no section.
// The same calls give the same bytes on every machine: no clock, no random id, and nothing deflated, since zlib differs
// between processors (docs/decisions/0010-papers.md).

import PdfKit from 'pdfkit';
import { err, ok, type Result } from '../domain/result.ts';
import { epochMs, type Instant } from '../domain/time.ts';
import type { Direction } from '../standards/documents/wording.ts';
import type { Weight } from './faces.ts';
import { setLines, unprintable, type Line } from './lines.ts';
import type { Modules } from './symbol.ts';

/** Millimetres → points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

export const INK = { full: '#14181d', soft: '#414a52', faint: '#59636c', rule: '#b9c0c0', sunk: '#eceeeb' } as const;
export type Ink = keyof typeof INK;
/** Height of a line of text, as a share of its size; and how far below its top the letters stand. */
export const LEADING = 1.26;
const BASELINE = 0.95;

export interface Type {
  readonly size: number;
  readonly weight?: Weight;
  readonly ink?: Ink;
  readonly align?: 'start' | 'end' | 'middle';
}

export interface SheetFormat {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly direction: Direction;
}

export interface SheetTitle {
  readonly title: string;
  readonly language: string;
  /** Stands in the file as its hour of creation. */
  readonly issuedAt: Instant;
}

/** Why a paper is not printed. */
export interface Unprintable {
  readonly message: string;
  readonly remedy: string;
}

export class Sheets {
  readonly format: SheetFormat;
  readonly #document: PDFKit.PDFDocument;
  readonly #missing = new Set<string>();
  readonly #registered = new Set<string>();
  #count = 0;

  constructor(format: SheetFormat, { title, language, issuedAt }: SheetTitle) {
    this.format = format;
    const created = new Date(epochMs(issuedAt));
    this.#document = new PdfKit({
      autoFirstPage: false, bufferPages: true, compress: false, font: '', pdfVersion: '1.7', lang: language, displayTitle: true, margin: 0,
      info: { Title: title, Producer: 'Airbridge', Creator: 'Airbridge', CreationDate: created, ModDate: created },
    });
  }

  get count(): number {
    return this.#count;
  }

  addPage(): void {
    this.#document.addPage({ size: [this.format.widthPt, this.format.heightPt], margin: 0 });
    this.#count++;
  }

  /** Goes back to a page that is full already, to write what only the end knows: `Page 1 of 7`. From 0. */
  turnTo(page: number): void {
    this.#document.switchToPage(page);
  }

  lines(text: string, { size, weight = 'plain' }: Type, width: number): Line[] {
    for (const character of unprintable(text)) this.#missing.add(character);
    return setLines(text, { size, weight, direction: this.format.direction }, width);
  }

  heightOf = (lines: readonly Line[], type: Type): number => lines.length * type.size * LEADING;

  /** Writes a text within a width from `start`, its top at `top`; the height that it took. */
  write(text: string | readonly Line[], type: Type, start: number, top: number, width: number): number {
    const lines = typeof text === 'string' ? this.lines(text, type, width) : text;
    this.#document.fillColor(INK[type.ink ?? 'full']);
    lines.forEach((line, i) => this.#place(line, type, start, top + i * type.size * LEADING, width));
    return this.heightOf(lines, type);
  }

  #place(line: Line, { size, align = 'start' }: Type, start: number, top: number, width: number): void {
    const indent = align === 'start' ? 0 : align === 'end' ? width - line.width : (width - line.width) / 2;
    let x = this.#left(start + indent, line.width);
    for (const { text, face, width: advance } of line.pieces) {
      if (!this.#registered.has(face.name)) {
        this.#document.registerFont(face.name, Buffer.from(face.bytes));
        this.#registered.add(face.name);
      }
      this.#document.font(face.name).fontSize(size).text(text, x, top + size * BASELINE, { lineBreak: false, baseline: 'alphabetic' });
      x += advance;
    }
  }

  /** A line across, from `start`. */
  rule(start: number, top: number, width: number, weight = 0.5, ink: Ink = 'full'): void {
    const left = this.#left(start, width);
    this.#document.lineWidth(weight).strokeColor(INK[ink]).moveTo(left, top).lineTo(left + width, top).stroke();
  }

  frame(start: number, top: number, width: number, height: number, weight = 0.5, ink: Ink = 'full'): void {
    this.#document.lineWidth(weight).strokeColor(INK[ink]).rect(this.#left(start, width), top, width, height).stroke();
  }

  fill(start: number, top: number, width: number, height: number, ink: Ink): void {
    this.#document.rect(this.#left(start, width), top, width, height).fill(INK[ink]);
  }

  /** The dark modules of a barcode as rectangles, in full black, never mirrored. `width` and `height` without the quiet zone. */
  symbol(modules: Modules, start: number, top: number, width: number, height: number): void {
    const left = this.#left(start, width);
    const [wide, high] = [width / modules.columns, height / modules.rows];
    for (const { column, row, columns, rows } of modules.dark) this.#document.rect(left + column * wide, top + row * high, columns * wide, rows * high);
    this.#document.fill('#000000');
  }

  /** The file; or why it may not be handed out: a name with holes in it is worse than no paper. */
  async finish(): Promise<Result<Uint8Array, Unprintable>> {
    const chunks: Uint8Array[] = [];
    const ended = new Promise<void>((resolve, reject) => {
      this.#document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      this.#document.on('end', resolve);
      this.#document.on('error', reject);
    });
    this.#document.end();
    await ended;
    if (this.#missing.size === 0) return ok(new Uint8Array(Buffer.concat(chunks)));
    const signs = [...this.#missing].slice(0, 12).join(' ');
    return err({ message: `the paper holds signs that no typeface of ours has: ${signs}`, remedy: 'write these names in Latin, Greek, Cyrillic or Arabic letters as well, and print again' });
  }

  #left = (start: number, width: number): number => (this.format.direction === 'rtl' ? this.format.widthPt - start - width : start);
}
