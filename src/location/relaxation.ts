// What the search needs of a problem of opening candidates: a lower bound for any multipliers of the rule that each customer is
// served once, what it would take to turn a candidate the other way, and a solution near a choice. Two problems stand behind it:
// without capacities (uncapacitated.ts) and with them (capacitated.ts).

/** Where each candidate stands in a part of the search. */
export const FREE = 0;
export const OPEN = 1;
export const SHUT = 2;
export type Standing = Int8Array;

export interface Choice {
  readonly objective: number;
  /** 1 where a candidate is open. */
  readonly open: Uint8Array;
}

/** What an evaluation leaves behind: written into the same arrays each time. */
export interface Evaluation {
  /** For each customer 1 − how often the relaxed solution serves it: a supergradient of the bound. */
  readonly slack: Float64Array;
  /** For each candidate 1 where the relaxed solution opens it. */
  readonly open: Uint8Array;
  /** For each free candidate by how much the bound rises at least where it is turned the other way; 0 or more. */
  readonly turned: Float64Array;
}

export interface Relaxation {
  readonly customers: number;
  readonly candidates: number;
  /** Multipliers to begin with. */
  readonly start: Float64Array;
  /** All objectives are multiples of it; 0: nothing of the kind is known. */
  readonly grain: number;
  /** Draws what follows at once from the standings, into them. @returns false where no solution is left. */
  follow(standing: Standing): boolean;
  /** @returns the bound that these multipliers, one for each customer, give under these standings. */
  evaluate(multipliers: Float64Array, standing: Standing, into: Evaluation): number;
  /** A good solution near these open candidates, or null. Standings play no part. */
  near(open: Uint8Array): Choice | null;
  /** The best solution with exactly these candidates open, or null. */
  exactly(open: Uint8Array): Choice | null;
  /** The same problem made smaller for everything below these standings. */
  narrowed(standing: Standing): Relaxation;
}
