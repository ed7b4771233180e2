// Poppler, a PDF reader of other people's making: what a paper says to somebody who copies its text, and how it looks as a
// picture. Absent, the suites that read papers back report themselves skipped, and say what would run them.

import { spawnSync } from 'node:child_process';
import process from 'node:process';

export const hasPoppler = spawnSync('pdftoppm', ['-v'], { encoding: 'utf8' }).error === undefined && spawnSync('pdftotext', ['-v'], { encoding: 'utf8' }).error === undefined;

export function sayThatItIsMissing(suite: string): void {
  process.stderr.write(`SKIPPED: ${suite}: no pdftoppm and pdftotext. apt-get install poppler-utils.\n`);
}

function run(command: string, args: readonly string[], pdf: Uint8Array): Buffer {
  const { status, stdout, stderr } = spawnSync(command, args, { input: pdf, maxBuffer: 1 << 29 });
  if (status !== 0) throw new Error(`${command} refuses the paper: ${stderr.toString()}`);
  return stdout;
}

/** The text of each page, as it is laid out. */
export const pagesOf = (pdf: Uint8Array): string[] => run('pdftotext', ['-layout', '-', '-'], pdf).toString('utf8').split('\f').slice(0, -1);

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel, 0 is black. */
  readonly grey: Uint8Array;
}

/** Every page as a picture, in order. */
export function picturesOf(pdf: Uint8Array, dotsPerInch: number): Pixels[] {
  let rest = run('pdftoppm', ['-gray', '-r', String(dotsPerInch), '-'], pdf);
  const pictures: Pixels[] = [];
  while (rest.length > 0) {
    const [head, width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(rest.subarray(0, 40).toString('latin1')) ?? [];
    if (head === undefined) throw new Error('pdftoppm gave no grey picture');
    const end = head.length + Number(width) * Number(height);
    pictures.push({ width: Number(width), height: Number(height), grey: rest.subarray(head.length, end) });
    rest = rest.subarray(end);
  }
  return pictures;
}
