// The whole check of a log, for whoever does not want to believe its server: keys, checkpoint, every leaf, every tile, proofs,
// and the totals that are published beside it. Runs in a page as well as on a server; nothing is fetched but through the
// source. Honest wording: this shows tampering to whoever kept a checkpoint from before (`kept`); a log that was false from its
// first leaf, or that shows each reader another one, is found by comparing checkpoints only.

import { type Checkpoint, readCheckpoint } from './checkpoint.ts';
import { type Sha256Into, toBase64, type VerifySignature } from './hash.ts';
import { keysAt, type KnownKeys, readKeys } from './keys.ts';
import { readNote, signers } from './note.ts';
import { problem, type Problem } from './problem.ts';
import { checkProofs } from './prove.ts';
import type { LogSource } from './source.ts';
import { compareTotals, readTotals } from './totals-page.ts';
import { Totals, type TotalsRow } from './totals.ts';
import { type Mark, walk } from './walk.ts';

export type VerifyStep = 'keys' | 'leaves' | 'proofs' | 'totals';

export interface VerifyOptions {
  readonly sha256: Sha256Into;
  readonly verifySignature: VerifySignature;
  /** Keys (`name+id+key`) of which one must be the log's; none: the log's own word is taken for its first key. */
  readonly keys?: readonly string[];
  /** Signed checkpoints from before, as they were kept, each with where it lies: the log must extend them all. */
  readonly kept?: readonly { readonly where: string; readonly note: Uint8Array }[];
  /** Totals as of this instant (2020-03-16T19:40:00.000Z) besides; the published ones are of everything. */
  readonly asOf?: string | null;
  /** Leaves are counted; of the other steps it is said when they begin and end. */
  readonly onProgress?: (progress: { readonly step: VerifyStep; readonly done: number; readonly of: number }) => void;
  /** False: leaves are hashed but not read, and there are no totals: whether anything was changed, and not what it says. */
  readonly read?: boolean;
  /** Stop where one problem is found. */
  readonly first?: boolean;
}

export interface Verified {
  readonly ok: boolean;
  readonly origin: string | null;
  /** Leaves that the checkpoint vouches for. */
  readonly size: number | null;
  /** Number of the last fact that the leaves tell; null where they were not read. */
  readonly facts: number | null;
  /** Base 64, as in the checkpoint. */
  readonly root: string | null;
  /** The key that signed it. */
  readonly key: string | null;
  /** Whether the key was asked for, or is the log's own word. */
  readonly keyIsKnown: boolean;
  readonly asOf: string | null;
  readonly totals: readonly TotalsRow[];
  readonly problems: readonly Problem[];
  /** How much was gone over. */
  readonly checked: { readonly leaves: number; readonly tiles: number; readonly proofs: number; readonly keys: number; readonly kept: number };
}

/** More of them say nothing more. */
const PROBLEMS_MOST = 100;
/** The log may grow between the first part that is read and the last. */
const TRIES = 3;

/** Thrown by a check to end all others. */
class Enough extends Error {}

export async function verifyLog(source: LogSource, options: VerifyOptions): Promise<Verified> {
  const problems: Problem[] = [];
  const onProblem = (found: Problem): void => {
    if (problems.length < PROBLEMS_MOST) problems.push(found);
    if (options.first === true) throw new Enough();
  };
  const state: State = { head: null, key: null, keys: 0, totals: [], facts: null, leaves: 0, tiles: 0, proofs: 0, kept: 0 };
  try {
    await check(source, options, state, onProblem, () => problems.length > 0);
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  const { head, key, keys, totals, facts, leaves, tiles, proofs, kept } = state;
  return {
    ok: problems.length === 0,
    origin: head?.origin ?? null,
    size: head?.size ?? null,
    facts,
    root: head === null ? null : toBase64(head.root),
    key,
    keyIsKnown: options.keys !== undefined && options.keys.length > 0,
    asOf: options.asOf ?? null,
    totals,
    problems,
    checked: { leaves, tiles, proofs, keys, kept },
  };
}

interface State {
  head: Checkpoint | null;
  key: string | null;
  keys: number;
  totals: readonly TotalsRow[];
  facts: number | null;
  leaves: number;
  tiles: number;
  proofs: number;
  kept: number;
}

async function check(source: LogSource, options: VerifyOptions, state: State, onProblem: (found: Problem) => void, found: () => boolean): Promise<void> {
  const { sha256, asOf = null, read = true, onProgress = () => undefined } = options;
  onProgress({ step: 'keys', done: 0, of: 1 });
  const opened = await open(source, options, onProblem);
  if (opened === null) return;
  const { head, known, page } = opened;
  state.head = head;
  state.key = opened.key;
  state.keys = known.keys.length;
  const kept = keptMarks(options, known, head, onProblem);
  state.kept = kept.length;
  onProgress({ step: 'keys', done: 1, of: 1 });

  const totals = new Totals();
  const then = asOf === null ? null : new Totals(asOf);
  const marks: Mark[] = [
    ...kept,
    ...known.rotations.flatMap((rotation, at): Mark[] => (rotation.size > head.size ? [] : [{ ...rotation, code: 'forked', where: `keys, key ${at + 2}`, otherwise: `the key took over from a tree of ${rotation.size} leaves that is not the beginning of this one` }])),
    { ...head, code: 'root', where: 'checkpoint', otherwise: `its ${head.size} leaves do not give the root that was signed` },
  ];
  const walked = await walk({
    source, sha256, size: head.size, marks, onProblem,
    onLeaf: read
      ? (leaf) => {
          state.facts = leaf.seq;
          totals.add(leaf);
          then?.add(leaf);
        }
      : null,
    onProgress: (leaves) => onProgress({ step: 'leaves', done: leaves, of: head.size }),
  });
  state.leaves = walked.leaves;
  state.tiles = walked.tiles;

  onProgress({ step: 'proofs', done: 0, of: 1 });
  // Where leaves and tiles are not what was signed, proofs fail for the same reason and say nothing more.
  state.proofs = found() ? 0 : await checkProofs(source, sha256, head, [...kept, ...known.rotations], onProblem);
  onProgress({ step: 'proofs', done: 1, of: 1 });

  if (!read) return;
  onProgress({ step: 'totals', done: 0, of: 1 });
  const rows = totals.rows();
  state.totals = then?.rows() ?? rows;
  for (const what of totals.impossible()) onProblem(problem('ledger', 'leaves', what));
  if (page !== null) for (const what of compareTotals(rows, page.totals)) onProblem(problem('totals', 'totals', what));
  onProgress({ step: 'totals', done: 1, of: 1 });
}

interface Opened {
  readonly known: KnownKeys;
  readonly head: Checkpoint;
  readonly key: string;
  readonly page: { readonly totals: readonly TotalsRow[] } | null;
}

/** Keys, checkpoint and totals, of one size: read again where the log has grown between. Null: there is nothing to go on with. */
async function open(source: LogSource, options: VerifyOptions, onProblem: (found: Problem) => void): Promise<Opened | null> {
  for (let tries = 1; ; tries += 1) {
    const [totals, checkpoint, keys] = [await source.read('totals'), await source.read('checkpoint'), await source.read('keys')];
    const found: Problem[] = [];
    const opened = openedFrom({ totals, checkpoint, keys }, options, (it) => void found.push(it));
    if (found.length > 0 && tries < TRIES && isTorn(totals, checkpoint)) continue;
    for (const it of found) onProblem(it);
    return opened;
  }
}

/** Are the two of different trees, though both can be read? */
function isTorn(totals: Uint8Array | null, checkpoint: Uint8Array | null): boolean {
  const page = totals === null ? null : readTotals(totals);
  const note = checkpoint === null ? null : readNote(checkpoint);
  const head = note?.ok === true ? readCheckpoint(note.value) : null;
  return page !== null && head?.ok === true && page.size !== head.value.size;
}

function openedFrom({ totals, checkpoint, keys }: Readonly<Record<'totals' | 'checkpoint' | 'keys', Uint8Array | null>>, options: VerifyOptions, onProblem: (found: Problem) => void): Opened | null {
  const known = knownKeys(keys, options, onProblem);
  if (checkpoint === null) onProblem(problem('missing', 'checkpoint', 'there is no checkpoint'));
  if (known === null || checkpoint === null) return null;
  const signed = signedBy(checkpoint, known, options.verifySignature);
  if (!signed.ok) {
    onProblem(problem('signature', 'checkpoint', signed.error));
    return null;
  }
  const { head, key } = signed;
  for (const { from } of known.keys) if (from > head.size) onProblem(problem('shrunk', 'checkpoint', `it has ${head.size} leaves, but a key took over at ${from}`));
  const page = totals === null ? null : readTotals(totals);
  if (totals === null) onProblem(problem('missing', 'totals', 'there are no totals'));
  else if (page === null) onProblem(problem('unreadable', 'totals', 'they have not the form of totals'));
  else if (page.origin !== head.origin || page.size !== head.size || page.root !== toBase64(head.root)) onProblem(problem('totals', 'totals', 'they are of another tree than the checkpoint'));
  return { known, head, key, page };
}

/** The keys of the log, if they hold, and if they lead from one that was asked for. */
function knownKeys(keys: Uint8Array | null, options: VerifyOptions, onProblem: (found: Problem) => void): KnownKeys | null {
  if (keys === null) {
    onProblem(problem('missing', 'keys', 'there are no keys'));
    return null;
  }
  const known = readKeys(keys, options);
  if (!known.ok) {
    onProblem(problem('keys', 'keys', known.error));
    return null;
  }
  const asked = options.keys ?? [];
  if (asked.length > 0 && !known.value.keys.some(({ key }) => asked.includes(key.vkey))) {
    onProblem(problem('keys', 'keys', `the log's keys are others than the one that was asked for: ${known.value.keys.map(({ key }) => key.vkey).join(', ')}`));
    return null;
  }
  return known.value;
}

type Signed = { readonly ok: true; readonly head: Checkpoint; readonly key: string } | { readonly ok: false; readonly error: string };

/** A checkpoint, if a key of the log that may sign it did. */
export function signedBy(bytes: Uint8Array, known: KnownKeys, verifySignature: VerifySignature): Signed {
  const note = readNote(bytes);
  if (!note.ok) return note;
  const head = readCheckpoint(note.value);
  if (!head.ok) return head;
  if (head.value.origin !== known.origin) return { ok: false, error: `it is of the log ${head.value.origin}, not of ${known.origin}` };
  const signed = signers(note.value, keysAt(known, head.value.size), verifySignature);
  if (!signed.ok) return signed;
  return { ok: true, head: head.value, key: signed.value.at(-1)?.vkey ?? '' };
}

/** Checkpoints from before, each a tree that must be the beginning of this one. */
function keptMarks({ kept = [], verifySignature }: VerifyOptions, known: KnownKeys, head: Checkpoint, onProblem: (found: Problem) => void): Mark[] {
  return kept.flatMap(({ where, note }): Mark[] => {
    const signed = signedBy(note, known, verifySignature);
    if (!signed.ok) {
      onProblem(problem('signature', where, signed.error));
      return [];
    }
    const { size, root } = signed.head;
    if (size > head.size) {
      onProblem(problem('shrunk', where, `the log had ${size} leaves then, and has ${head.size} now`));
      return [];
    }
    return [{ size, root, code: 'forked', where, otherwise: `the log no longer extends it: its first ${size} leaves were others then` }];
  });
}
