// What a suite is asked and what it answers, and how it takes times. A row's keys are a contract; a suite may add others.

export interface Asked {
  /** Null: as large as the suite is by itself. */
  readonly size: number | null;
  /** `--size` as it was written, for suites whose sizes have names. */
  readonly scale: string | null;
  readonly seed: number;
  /** How many seeds, from `seed` on, where a suite takes several in one run. */
  readonly seeds: number;
  /** Gap at which ours stops, where a suite takes one; null: its usual. */
  readonly gap: number | null;
  /** Only this peer beside ourselves, or all whose names begin so; null: all. */
  readonly peer: string | null;
  /** Threads that ours may take, where a suite can say; null: as many as are worth their start. */
  readonly threads: number | null;
  /** Seconds after which a peer is stopped, where a suite can (planner: of its processor); null: its usual. */
  readonly limit: number | null;
  /** Progress, for a person. */
  readonly say: (line: string) => void;
}

export interface Row {
  readonly size: number;
  readonly seed: number;
  /** Ours is `airbridge`. */
  readonly engine: string;
  /** `same`: it gave the answer that the others gave. */
  readonly status: 'same' | 'differs';
  readonly tolerance: number;
  /** The median of the rounds. */
  readonly seconds: number;
  readonly objective: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly relativeGap: number | null;
  /** Our speed ÷ the peer's; above 1 we are faster. Null: there is nothing to compare with. */
  readonly ratio: number | null;
  /** The row for a person. */
  readonly line: string;
}

/** In seconds. */
export async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
