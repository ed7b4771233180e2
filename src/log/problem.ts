// What can be wrong with a log, each with where, and what to do about it. Codes are for pages, which have words of their own.

export type ProblemCode =
  /** A part is missing or cannot be read. */
  | 'missing'
  | 'unreadable'
  /** The keys do not follow from one another, or not from the one that was asked for. */
  | 'keys'
  /** The checkpoint is not signed with a key of the log. */
  | 'signature'
  /** Leaves and tiles, or tiles and checkpoint, do not belong together. */
  | 'tile'
  | 'leaf'
  | 'root'
  | 'proof'
  /** The log no longer extends a checkpoint that somebody kept, or is shorter. */
  | 'forked'
  | 'shrunk'
  /** The totals that the log publishes are not those of its leaves. */
  | 'totals'
  /** The leaves move units that were not there. */
  | 'ledger';

export interface Problem {
  readonly code: ProblemCode;
  /** The part: a path of the log, a leaf, a row. */
  readonly where: string;
  readonly problem: string;
  readonly remedy: string;
}

const REMEDIES: Readonly<Record<ProblemCode, string>> = {
  missing: 'fetch it again, or name the address of the log itself, such as https://HOST/log/OPERATION',
  unreadable: 'fetch it again; if it stays so, somebody has changed it: compare with another copy',
  keys: 'ask the operation for its key by another way than its server, and give it with --key',
  signature: 'fetch it again; if it stays so, it is not of this log: trust nothing of it',
  tile: 'fetch the part again; if it stays so, somebody has changed it: compare with another copy',
  leaf: 'fetch the part again; if it stays so, somebody has changed it: compare with another copy',
  root: 'keep this copy and compare it with another: what is served is not what was signed',
  proof: 'keep this copy and compare it with another: what is served is not what was signed',
  forked: 'keep both checkpoints: together they prove that the log was changed; show them to the operation and to others who keep copies',
  shrunk: 'keep both checkpoints: together they prove that facts were taken back; show them to the operation and to others who keep copies',
  totals: 'believe the leaves, which are signed; ask the operation why it publishes other figures',
  ledger: 'keep this copy, and ask the operation which fact is wrong',
};

export const problem = (code: ProblemCode, where: string, what: string): Problem => ({ code, where, problem: what, remedy: REMEDIES[code] });
