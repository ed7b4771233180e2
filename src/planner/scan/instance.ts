// What the scans run over: for each commodity the rides that its goods can take and that lead to a need, laid out so that a
// scan reads its arrays from front to back. Made by build.ts, never changed afterwards. docs/concepts/scan.md has a picture.
//
// Units are those of scan-problem.ts. Where a comment says "departure × measure", element d · MEASURES + m is meant.
//
//   pool      a place from which goods go on: one for each place, or where a change of mode takes time one for each mode by
//             which they go on. Goods that wait are in a pool.
//   slot      one commodity on one departure, or out of one stock (a draw). Its flow: units.
//   arrival   a slot's goods coming into a pool, where later slots may take them.
//   option    a slot's goods handed over to a block.
//   block     all segments of one recipient and item, with the options that serve them.
//   round     slots that read pools, then arrivals that change them. Within a round no slot depends on another, nor does an
//             arrival on an arrival of another pool, so that a scan has no decisions to make but about numbers.

import type { CompiledMemory } from './memory.ts';
import type { ScanProblem } from './scan-problem.ts';
import type { Timeline } from './timeline.ts';

export interface ScanInstance {
  readonly problem: ScanProblem;
  readonly line: Timeline;
  /** Prices: one for each capacity, then one for each stock. What is unlimited has no price, so that this is their number. */
  readonly prices: number;
  /** What there is to each price: the capacity's measure, then the stock's units. */
  readonly supply: Float64Array;

  /** Commodity k has the slots slotStart[k] … slotStart[k + 1] − 1, its arrivals and rounds alike. */
  readonly slotStart: Int32Array;
  readonly arrivalStart: Int32Array;
  readonly roundStart: Int32Array;
  /** Where the slots and the arrivals of a round end: a number of a slot, of an arrival. */
  readonly slotEnd: Int32Array;
  readonly arrivalEnd: Int32Array;

  /** The departure; of a draw −1 − stock. */
  readonly slotDeparture: Int32Array;
  /** The pool that the slot takes goods from; of a draw −1. */
  readonly slotPool: Int32Array;
  readonly slotCommodity: Int32Array;

  readonly arrivalSlot: Int32Array;
  readonly arrivalPool: Int32Array;
  /** The entry of the timeline that it is; of a draw −1 − stock. */
  readonly arrivalEntry: Int32Array;

  /** Blocks in order of item. */
  readonly blocks: number;
  readonly blockItem: Int32Array;
  readonly blockRecipient: Int32Array;
  /** Block b has the options optionStart[b] …, and the pieces pieceStart[b] …: its segments, in the order of the problem. */
  readonly optionStart: Int32Array;
  readonly optionSlot: Int32Array;
  readonly pieceStart: Int32Array;
  /** The problem's segment. */
  readonly pieceSegment: Int32Array;
  readonly pieceUnits: Float64Array;
  /** Greatest value of any option to the piece, euros a unit. */
  readonly pieceBest: Float64Array;
  /** Piece p and the options of its block: value[valueStart[p]] …, euros that a unit of the option relieves in the piece. */
  readonly valueStart: Int32Array;
  readonly value: Float64Array;

  /** What is reckoned once for each value and temperature stands by block, then option, then piece, so that loops can take two pieces at a time: from temperedStart[b] on, `evenly(pieces)` for each option. */
  readonly temperedStart: Int32Array;

  /** Commodities and blocks cut into parts that share no item: what one thread takes. The cut depends on the problem alone. */
  readonly parts: readonly Part[];
  /** Euros a kg that need is worth on average: temperatures are shares of it. */
  readonly scale: number;
  /** The memory in which all this lies, where compiled loops may run over it. */
  readonly compiled: CompiledMemory | null;
}

/** Places for so many pieces: an even number. */
export const evenly = (pieces: number): number => (pieces + 1) & ~1;

/** Commodities and blocks from … to before …. */
export interface Share {
  readonly commodities: readonly [from: number, to: number];
  readonly blocks: readonly [from: number, to: number];
}

export interface Part extends Share {
  /** The same by item: scanned one after the other, so that what a scan goes over twice is still near. */
  readonly items: readonly Share[];
}
