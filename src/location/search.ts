// Branch and bound over open or shut, depth first: raise the bound, settle what it settles, branch on a candidate that the relaxation
// is in two minds about. It knows neither costs nor capacities: those are the relaxation's. Source: Land & Doig 1960.

import { ascend, type AscentLimits, type Ascended } from './ascent.ts';
import { FREE, OPEN, SHUT, type Choice, type Relaxation, type Standing } from './relaxation.ts';

export interface SearchOptions {
  /** A choice to begin with. */
  readonly first: Choice | null;
  /** Only choices below it are looked for; Infinity: the best of all. */
  readonly below: number;
  /** The first choice at or below it ends the search. */
  readonly enough: number;
  /** Asked between steps: true ends the search with the bound that stands. */
  readonly stop: () => boolean;
}

export interface Searched {
  /** Null: none below `below`, if not stopped. */
  readonly choice: Choice | null;
  /** No choice is below it, nor below `below`. */
  readonly bound: number;
  readonly stopped: boolean;
  readonly nodes: number;
}

/** What "proven" means where the grain is unknown: a share of the objective. */
export const PROVEN = 1e-9;

const ROOT: AscentLimits = { evaluations: 3_000, patience: 150, progress: 0.03, step: 1 };
const BELOW: AscentLimits = { evaluations: 300, patience: 80, progress: 0.1, step: 0.08 };
/** Relaxed choices of the root from which exchanges start: the first, the eighth, and then each time after half as many again. */
const FIRST_TRY = 8;

export function search(relaxation: Relaxation, options: SearchOptions): Searched {
  return new Search(relaxation, options).run();
}

class Search {
  readonly #root: Relaxation;
  readonly #options: SearchOptions;
  #best: Choice | null;
  /** The least bound among parts that were left unproven when the search was stopped. */
  #left = Infinity;
  #stopped = false;
  #nodes = 0;
  #seen = 0;
  #nextTry = FIRST_TRY;
  readonly #tried = new Set<string>();

  constructor(relaxation: Relaxation, options: SearchOptions) {
    this.#root = relaxation;
    this.#options = options;
    this.#best = options.first;
  }

  run(): Searched {
    const { candidates, start } = this.#root;
    this.#visit(this.#root, new Int8Array(candidates), start, 0, -Infinity);
    const value = this.#value();
    return { choice: this.#best, bound: this.#stopped ? Math.min(this.#left, value) : value, stopped: this.#stopped, nodes: this.#nodes };
  }

  #value(): number {
    return Math.min(this.#best?.objective ?? Infinity, this.#options.below);
  }

  /** A part whose bound reaches it holds nothing better. */
  readonly #cutoff = (): number => {
    const value = this.#value();
    if (value === Infinity) return Infinity;
    const { grain } = this.#root;
    const dust = PROVEN * Math.max(1, Math.abs(value));
    return grain > 10 * dust ? value - grain + 10 * dust : value - dust;
  };

  #isEnough(): boolean {
    return (this.#best?.objective ?? Infinity) <= this.#options.enough;
  }

  /** Is there no more time? Then a part with this bound is left unproven. */
  #isOver(bound: number): boolean {
    if (!this.#stopped && !this.#options.stop()) return false;
    this.#stopped = true;
    this.#left = Math.min(this.#left, bound);
    return true;
  }

  #visit(relaxation: Relaxation, standing: Standing, from: Float64Array, depth: number, known: number): void {
    if (this.#isEnough()) return;
    if (depth > 0 && this.#isOver(known)) return;
    this.#nodes += 1;
    if (!relaxation.follow(standing)) return;
    const ascended = ascend(relaxation, standing, from, depth === 0 ? ROOT : BELOW, { cutoff: this.#cutoff, seen: (open) => this.#look(relaxation, open, depth), stop: this.#options.stop });
    const bound = Math.max(known, ascended.bound);
    if (bound >= this.#cutoff() || !relaxation.follow(standing)) return;
    this.#take(relaxation.near(ascended.open));
    if (bound >= this.#cutoff() || this.#isOver(bound)) return;
    const branch = candidateToBranchOn(standing, ascended);
    if (branch < 0) {
      this.#take(relaxation.exactly(Uint8Array.from(standing, (it) => (it === OPEN ? 1 : 0))));
      return;
    }
    const smaller = relaxation.narrowed(standing);
    const leansOpen = (ascended.lean[branch] as number) >= 0.5;
    for (const way of leansOpen ? [OPEN, SHUT] : [SHUT, OPEN]) {
      const part = Int8Array.from(standing);
      part[branch] = way;
      this.#visit(smaller, part, ascended.multipliers, depth + 1, bound);
    }
  }

  /** At the root exchanges start from ever fewer of the relaxed choices. */
  #look(relaxation: Relaxation, open: Uint8Array, depth: number): void {
    if (depth > 0) return;
    this.#seen += 1;
    if (this.#seen > 1 && this.#seen < this.#nextTry) return;
    if (this.#seen > 1) this.#nextTry = Math.ceil(this.#nextTry * 1.5);
    const key = open.join('');
    if (this.#tried.has(key)) return;
    this.#tried.add(key);
    this.#take(relaxation.near(open));
  }

  #take(choice: Choice | null): void {
    if (choice !== null && choice.objective < this.#value()) this.#best = choice;
  }
}

/** Branches are best on candidates about so far open: measured; half and half takes more parts, above all for covers. */
const DOUBTFUL = 0.4;

/** The free candidate that the average opening is least sure about; −1: none is free. */
function candidateToBranchOn(standing: Standing, { lean }: Ascended): number {
  let [branch, least] = [-1, Infinity];
  for (let j = 0; j < standing.length; j += 1) {
    if (standing[j] !== FREE) continue;
    const away = Math.abs((lean[j] as number) - DOUBTFUL);
    if (away < least) [branch, least] = [j, away];
  }
  return branch;
}
