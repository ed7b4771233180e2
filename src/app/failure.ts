// What a use case answers when it cannot do what was asked. It knows no transport; http/ and cli/ each have one table for it.

/** A value that was refused, where it stands and what to write instead. `sheet` is null for facts that came in no pack. */
export interface Rejection {
  readonly file: string | null;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly problem: string;
  readonly remedy: string;
}

export type Failure =
  | { readonly code: 'unknown-operation' | 'bad-instant' | 'key-reused' | 'planning-failed' | 'unknown-plan' | 'unknown-line' | 'unknown-consignment' | 'not-approved' | 'unknown-lot' | 'unknown-unit' | 'unreadable-code' | 'too-many-units' | 'wrong-order' | 'evidence-refused'; readonly message: string; readonly remedy: string }
  | { readonly code: 'pack-refused' | 'facts-refused' | 'sheet-refused' | 'intake-open'; readonly message: string; readonly remedy: string; readonly rejected: readonly Rejection[] };
