// What a use case answers when it cannot do what was asked. It knows no transport; http/ and cli/ each have one table for it.

/** A value that was refused, where it stands and what to write instead. `sheet` is null for facts that came in no pack. */
export interface Rejection {
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  /** Of a JSON file: where in it, such as runs[3].departsAt. */
  readonly path?: string;
  readonly value: string | null;
  readonly problem: string;
  readonly remedy: string;
}

/** Decisions about a plan that cannot be honoured, or not together. */
export interface DecisionsRefused {
  readonly code: 'decisions-refused';
  readonly message: string;
  readonly remedy: string;
  /** The fewest lines whose release lets all other decisions stand. */
  readonly release: readonly { readonly lot: string; readonly recipient: string; readonly route: readonly string[]; readonly cartons: number }[];
  /** The most cartons that the refused line could have; null where its number is not the cause. */
  readonly most: number | null;
}

export type Failure =
  | { readonly code: 'unknown-operation' | 'bad-instant' | 'key-reused' | 'planning-failed' | 'unknown-plan' | 'unknown-line' | 'forbidden' | 'plan-changed' | 'unknown-consignment' | 'not-approved' | 'unknown-lot' | 'unknown-paper' | 'unprintable' | 'unknown-unit' | 'unknown-contradiction' | 'unreadable-code' | 'too-many-units' | 'wrong-order' | 'evidence-refused' | 'no-publisher' | 'announcement-refused' | 'unknown-evidence' | 'log-not-public' | 'log-refused' | 'log-key-changed' | 'no-such-tile' | 'unknown-leaf' | 'unknown-communique' | 'nothing-to-say' | 'not-fetched' | 'unknown-series' | 'unknown-request' | 'bad-hub' | 'bad-change'; readonly message: string; readonly remedy: string }
  | DecisionsRefused
  | { readonly code: 'pack-refused' | 'facts-refused' | 'sheet-refused' | 'intake-open'; readonly message: string; readonly remedy: string; readonly rejected: readonly Rejection[] };
