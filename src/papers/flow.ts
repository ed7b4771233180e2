// The way down a paper: where the next thing stands, and the turn of the page where it no longer fits. The margins and the
// head and foot of every page are here; what stands between is sections.ts and table.ts.

import { writeInstant } from '../domain/time.ts';
import { FRAME_WORDS, directionOf, writeInstantIn } from '../standards/documents/wording.ts';
import type { Paper } from '../standards/documents/paper.ts';
import { mm, Sheets } from './sheet.ts';
import { qrCode } from './symbol.ts';

const A4 = { short: mm(210), long: mm(297) } as const;
const MARGIN = mm(15);
const FOOT = mm(17);
const CODE = mm(20);
const GAP = 10;
/** Of the chain's hash: enough to tell two journals apart. */
const HASH_SHOWN = 12;

export class Flow {
  readonly sheets: Sheets;
  readonly start = MARGIN;
  readonly width: number;
  readonly #paper: Paper;
  /** Where the next thing stands. */
  y = 0;

  constructor(paper: Paper) {
    const [widthPt, heightPt] = paper.layout === 'portrait' ? [A4.short, A4.long] : [A4.long, A4.short];
    this.#paper = paper;
    this.sheets = new Sheets({ widthPt, heightPt, direction: directionOf(paper.language) }, { title: `${paper.title} ${paper.number}`, language: paper.language, issuedAt: paper.issuedAt });
    this.width = widthPt - 2 * MARGIN;
    this.#firstPage();
  }

  get bottom(): number {
    return this.sheets.format.heightPt - FOOT - GAP;
  }

  /** The most that surely fits on a page below its head and that of a table. */
  get pageful(): number {
    return this.bottom - MARGIN - 70;
  }

  /** Turns the page unless `height` fits on this one; true where it was turned. */
  room(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.#nextPage();
    return true;
  }

  /** A small heading that does not stand alone at the foot of a page: `with` is the height of what follows. */
  heading(title: string | undefined, following: number): void {
    if (title === undefined) return;
    this.room(24 + following);
    this.y += 4;
    this.y += this.sheets.write(title, { size: 11, weight: 'strong' }, this.start, this.y, this.width) + 3;
  }

  #firstPage(): void {
    const { title, number, subtitle, issuedAt, zone, language, link, notice } = this.#paper;
    const words = FRAME_WORDS[language];
    const { sheets, start } = this;
    sheets.addPage();
    const width = this.width - (link === undefined ? 0 : CODE + 12);
    let y = MARGIN - 4;
    y += sheets.write(title, { size: 20, weight: 'strong' }, start, y, width);
    if (subtitle !== undefined) y += sheets.write(subtitle, { size: 11, ink: 'soft' }, start, y, width);
    y += 3;
    y += sheets.write(`${words.number} \u2068${number}\u2069   ·   ${words.issued} ${writeInstantIn(issuedAt, zone, language)}`, { size: 9.5, ink: 'soft' }, start, y, width);
    if (link !== undefined) {
      sheets.symbol(qrCode(link), start + this.width - CODE, MARGIN, CODE, CODE);
      y = Math.max(y, MARGIN + CODE);
    }
    y += 7;
    sheets.rule(start, y, this.width, 1);
    this.y = y + GAP;
    if (notice !== undefined) this.#notice(notice);
  }

  #notice(notice: string): void {
    const type = { size: 11, weight: 'strong' } as const;
    const lines = this.sheets.lines(notice, type, this.width - 16);
    const height = this.sheets.heightOf(lines, type) + 10;
    this.sheets.frame(this.start, this.y, this.width, height, 1);
    this.sheets.write(lines, type, this.start + 8, this.y + 5, this.width - 16);
    this.y += height + GAP;
  }

  #nextPage(): void {
    const { title, number, language } = this.#paper;
    this.sheets.addPage();
    const y = MARGIN - 6;
    this.sheets.write(FRAME_WORDS[language].continued(title), { size: 9.5, weight: 'strong' }, this.start, y, this.width * 0.6);
    this.sheets.write(number, { size: 9.5, ink: 'soft', align: 'end' }, this.start + this.width * 0.6, y, this.width * 0.4);
    this.sheets.rule(this.start, y + 15, this.width, 0.5);
    this.y = y + 15 + GAP;
  }

  /** Number, fingerprint and page count at the foot of every page, once all pages are there. */
  feet(fingerprint: string): void {
    const { number, language, position } = this.#paper;
    const words = FRAME_WORDS[language];
    const journal = position === undefined ? '' : `   ·   ${words.journal} \u2066${position.seq} ${position.hash.slice(0, HASH_SHOWN)} · ${writeInstant(position.asOf)}\u2069`;
    const top = this.sheets.format.heightPt - FOOT;
    const type = { size: 7.5, ink: 'faint' } as const;
    for (let page = 0; page < this.sheets.count; page++) {
      this.sheets.turnTo(page);
      this.sheets.rule(this.start, top, this.width, 0.5, 'rule');
      this.sheets.write(`\u2068${number}\u2069${journal}`, type, this.start, top + 5, this.width * 0.85);
      this.sheets.write(`${words.fingerprint} \u2066${fingerprint}\u2069`, type, this.start, top + 15, this.width);
      this.sheets.write(words.page(page + 1, this.sheets.count), { ...type, align: 'end' }, this.start + this.width * 0.85, top + 5, this.width * 0.15);
    }
  }
}
