// Lines that stand, while cartons are made whole: how many stand on each way, and what one more carton there saves of change.
// Not here: how many the program keeps (kept-lines.ts); what comes of it in the finished plan (change.ts).

import type { KeptColumn, KeptWay } from './kept-lines.ts';

interface Share {
  /** Cartons of the line that its lot holds there, at most. */
  readonly cartons: number;
  readonly euros: number;
  /** Other ways of the same line: by another part of its lot. */
  readonly elsewhere: readonly string[];
}

export class KeptCartons {
  /** By way, the dearest to change first. */
  readonly #shares = new Map<string, Share[]>();

  constructor(kept: readonly Pick<KeptColumn, 'line' | 'way'>[], keyOf: (way: KeptWay) => string) {
    for (const [line, ways] of Map.groupBy(kept, (each) => each.line))
      for (const { way } of ways) {
        const own: Share = { cartons: Math.min(line.cartons, way.lotCartons), euros: line.eurosPerCarton, elsewhere: ways.flatMap((other) => (other.way === way ? [] : [keyOf(other.way)])) };
        this.#shares.set(keyOf(way), [...(this.#shares.get(keyOf(way)) ?? []), own].toSorted((a, b) => b.euros - a.euros));
      }
  }

  /** Cartons that stand on a way; 0: none do. */
  standing(key: string): number {
    return (this.#shares.get(key) ?? []).reduce((sum, { cartons }) => sum + cartons, 0);
  }

  /** € of change that one more carton on a way saves, with so many booked on each. */
  saves(key: string, booked: (key: string) => number): number {
    let open = 0;
    for (const { cartons, euros, elsewhere } of this.#shares.get(key) ?? []) {
      open += Math.max(0, cartons - elsewhere.reduce((sum, other) => sum + booked(other), 0));
      if (booked(key) < open) return euros;
    }
    return 0;
  }
}
