// Facts and what they moved → leaves of the transparency log. The same journal gives the same leaves, always.

import type { Fact } from '../../domain/facts.ts';
import { publicActor, publicBody } from '../../domain/announce/public-facts.ts';
import type { Account, Posting } from '../../ledger/accounts.ts';
import type { Sha256Into } from '../../log/hash.ts';
import { leavesOf, type LeafAccount, type LeafTransfer } from '../../log/leaf.ts';

const sideOf = ({ name, lot, at }: Account): LeafAccount => ({ account: name, ...(lot !== '' && { lot }), ...(at !== '' && { at }) });

const transferOf = ({ pledge, item, from, to, units, of, cause }: Posting): LeafTransfer => ({ pledge, item, from: sideOf(from), to: sideOf(to), units, ...(of !== cause && { of }) });

/** The leaves of each fact; `postings` are those that these facts caused, `journal` is where a correction finds what it corrects. */
export function leavesOfFacts(sha256: Sha256Into, journal: readonly Fact[], facts: readonly Fact[], postings: readonly Posting[]): Uint8Array[][] {
  const moved = new Map<number, LeafTransfer[]>();
  for (const posting of postings) {
    const standing = moved.get(posting.cause);
    if (standing === undefined) moved.set(posting.cause, [transferOf(posting)]);
    else standing.push(transferOf(posting));
  }
  return facts.map((fact) => {
    const { seq, id, kind, occurredAt, recordedAt } = fact;
    const body = publicBody(fact, (corrected) => journal.findLast((it) => it.id === corrected)?.kind);
    return leavesOf(sha256, { seq, id, kind, occurredAt, recordedAt, by: publicActor(fact), body }, moved.get(seq) ?? []);
  });
}
