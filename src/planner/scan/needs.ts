// The need side of an instance: segments gathered into blocks of one recipient and item, in order of item.

import type { ScanProblem } from './scan-problem.ts';

export interface Blocks {
  readonly count: number;
  readonly item: Int32Array;
  readonly recipient: Int32Array;
  readonly pieceStart: Int32Array;
  readonly pieceSegment: Int32Array;
  /** The block of a recipient and an item; −1: there is no need. */
  of(item: number, recipient: number): number;
}

export function blocksOf({ segments, items, recipients }: ScanProblem): Blocks {
  const index = new Int32Array(items.count * recipients.count).fill(-1);
  const cell = (segment: number): number => (segments.item[segment] as number) * recipients.count + (segments.recipient[segment] as number);
  const pieces = new Int32Array(items.count * recipients.count);
  for (let segment = 0; segment < segments.count; segment += 1) pieces[cell(segment)] = (pieces[cell(segment)] as number) + 1;
  const cells = [...pieces.keys()].filter((at) => (pieces[at] as number) > 0);
  const pieceStart = new Int32Array(cells.length + 1);
  for (const [block, at] of cells.entries()) {
    index[at] = block;
    pieceStart[block + 1] = (pieceStart[block] as number) + (pieces[at] as number);
  }
  const next = pieceStart.slice();
  const pieceSegment = new Int32Array(segments.count);
  for (let segment = 0; segment < segments.count; segment += 1) {
    const block = index[cell(segment)] as number;
    pieceSegment[next[block] as number] = segment;
    next[block] = (next[block] as number) + 1;
  }
  return {
    count: cells.length,
    item: Int32Array.from(cells, (at) => Math.floor(at / recipients.count)),
    recipient: Int32Array.from(cells, (at) => at % recipients.count),
    pieceStart,
    pieceSegment,
    of: (item, recipient) => index[item * recipients.count + recipient] as number,
  };
}
