// Facts → balanced transfers. `apply` takes one fact to one ledger; `post` folds a whole journal and says what must be
// written when facts come late. An independent replay that shares no code with this is in audit.ts.

import { ALWAYS, effective, rewritten } from '../domain/asof.ts';
import { byOccurrence, type Fact } from '../domain/facts.ts';
import { invariant, err, ok, type Result } from '../domain/result.ts';
import type { Account, Posting, Transfer } from './accounts.ts';
import * as inward from './inward.ts';
import * as handling from './handling.ts';
import { balanceOf, emptyLedger, write, type Ledger, type Refusal } from './ledger.ts';
import { NOTHING, type Outcome } from './moves.ts';
import * as outward from './outward.ts';
import * as recalls from './recalls.ts';

/** What the fact would do. Kinds that concern no unit do nothing. */
function effectOf(ledger: Ledger, fact: Fact): Outcome {
  switch (fact.kind) {
    case 'place.registered':
      return inward.placeRegistered(ledger, fact.body);
    case 'pledge.made': return inward.pledgeMade(ledger, fact.body);
    case 'pledge.amended': return inward.pledgeAmended(ledger, fact.body);
    case 'pledge.withdrawn': return inward.pledgeWithdrawn(ledger, fact.body);
    case 'consignment.announced': return inward.consignmentAnnounced(ledger, fact.body);
    case 'lot.announced': return inward.lotAnnounced(ledger, fact.body, fact);
    case 'consignment.handed-over': return inward.consignmentHandedOver(ledger, fact.body);
    case 'consignment.departed': return inward.consignmentDeparted(ledger, fact.body);
    case 'consignment.arrived': return inward.consignmentArrived(ledger, fact.body);
    case 'goods.tallied': return inward.goodsTallied(ledger, fact.body, fact);
    case 'goods.surplus': return inward.goodsSurplus(ledger, fact.body, fact);
    case 'customs.held': return inward.customsHeld(ledger, fact.body);
    case 'customs.cleared': return inward.customsCleared(ledger, fact.body);
    case 'goods.quarantined': return inward.goodsQuarantined(ledger, fact.body);
    case 'goods.released': return inward.goodsReleased(ledger, fact.body);
    case 'lot.offloaded': return inward.lotOffloaded(ledger, fact.body);
    case 'handling-unit.built': return handling.built(ledger, fact.body);
    case 'handling-unit.packed': return handling.packed(ledger, fact.body);
    case 'handling-unit.unpacked': return handling.unpacked(ledger, fact.body);
    case 'handling-unit.broken-down': return handling.brokenDown(ledger, fact.body);
    case 'handling-unit.moved': return handling.moved(ledger, fact.body);
    case 'lot.recalled': return recalls.lotsRecalled(ledger, fact.body);
    case 'recall.lifted': return recalls.recallLifted(ledger, fact.body);
    case 'dispatch.released': return outward.dispatchReleased(ledger, fact.body);
    case 'release.refused': return outward.releaseRefused(ledger, fact.body);
    case 'release.verified':
    case 'release.accepted':
    case 'dispatch.loaded':
    case 'dispatch.arrived': return outward.dispatchNoted(ledger, fact.body);
    case 'dispatch.departed': return outward.dispatchDeparted(ledger, fact.body);
    case 'dispatch.delivered': return outward.delivered(ledger, fact.body, fact);
    case 'dispatch.accepted': return outward.accepted(ledger, fact.body);
    case 'dispatch.refused': return outward.refused(ledger, fact.body);
    case 'goods.short':
    case 'goods.lost': return outward.lose(ledger, fact.body, 'lost');
    case 'goods.damaged': return outward.lose(ledger, fact.body, 'damaged');
    case 'goods.seized': return outward.lose(ledger, fact.body, 'seized');
    case 'goods.recalled': return outward.lose(ledger, fact.body, 'recalled');
    case 'goods.destroyed': return outward.lose(ledger, fact.body, 'destroyed');
    case 'goods.returned': return outward.returned(ledger, fact.body);
    case 'discrepancy.resolved': return outward.discrepancyResolved(ledger, fact.body);
    default: return NOTHING;
  }
}

/** Takes one fact to the ledger: its transfers, or a refusal that leaves the ledger as it was. */
export function apply(ledger: Ledger, fact: Fact): Result<readonly Transfer[], Refusal> {
  const outcome = effectOf(ledger, fact);
  if (!outcome.ok) return outcome;
  const { transfers, remember } = outcome.value;
  for (const transfer of transfers) {
    invariant(Number.isSafeInteger(transfer.units) && transfer.units > 0, `fact ${fact.seq} moves ${transfer.units} units`);
    write(ledger, transfer);
  }
  for (const { pledge, item, from } of transfers) invariant(balanceOf(ledger, pledge, item, from) >= 0, `fact ${fact.seq} takes ${from.name} below zero`);
  remember?.();
  return ok(transfers);
}

/** The journal does not add up: which fact fails, and why. */
export interface Misfit {
  readonly fact: Fact;
  readonly refusal: Refusal;
}

export interface Folded {
  readonly ledger: Ledger;
  /** By fact, in the order in which they take effect. */
  readonly transfers: Map<number, readonly Transfer[]>;
  /** The last fact that took effect. */
  readonly last: Fact | null;
}

/** Folds facts that hold (see asof.ts), in their order. Every misfit is reported; a fact that does not fit moves nothing. */
export function fold(facts: readonly Fact[]): Folded & { readonly misfits: readonly Misfit[] } {
  const ledger = emptyLedger();
  const transfers = new Map<number, readonly Transfer[]>();
  const misfits: Misfit[] = [];
  for (const fact of facts) {
    const done = apply(ledger, fact);
    if (done.ok) transfers.set(fact.seq, done.value);
    else misfits.push({ fact, refusal: done.error });
  }
  return { ledger, transfers, last: facts.at(-1) ?? null, misfits };
}

/**
 * What the ledger must write when `fresh` facts join a journal. In order of occurrence that is their own transfers; a late
 * fact or a correction may change what others move: those are written back and posted anew, caused by the first fresh fact.
 * `anew`: the facts that hold then, where the fresh ones reach back.
 */
export function post(journal: readonly Fact[], fresh: readonly Fact[], standing: Folded = fold(effective(journal, ALWAYS)), anew = rewritten(journal, fresh, standing.last)): Result<{ postings: Posting[]; folded: Folded }, readonly Misfit[]> {
  return anew === null ? extend(standing, fresh.toSorted(byOccurrence)) : repost(anew, fresh, standing);
}

/** Continues a fold in place: `standing` is used up, and must be folded anew where this is refused. */
function extend(standing: Folded, inOrder: readonly Fact[]): Result<{ postings: Posting[]; folded: Folded }, readonly Misfit[]> {
  const { transfers } = standing;
  const postings: Posting[] = [];
  const misfits: Misfit[] = [];
  for (const fact of inOrder) {
    const done = apply(standing.ledger, fact);
    if (!done.ok) { misfits.push({ fact, refusal: done.error }); continue; }
    transfers.set(fact.seq, done.value);
    for (const transfer of done.value) postings.push({ ...transfer, of: fact.seq, cause: fact.seq });
  }
  return misfits.length > 0 ? err(misfits) : ok({ postings, folded: { ledger: standing.ledger, transfers, last: inOrder.at(-1) ?? standing.last } });
}

function repost(facts: readonly Fact[], fresh: readonly Fact[], standing: Folded): Result<{ postings: Posting[]; folded: Folded }, readonly Misfit[]> {
  const folded = fold(facts);
  if (folded.misfits.length > 0) return err(folded.misfits);
  const cause = Math.min(...fresh.map((fact) => fact.seq));
  const postings: Posting[] = [];
  for (const seq of new Set([...standing.transfers.keys(), ...folded.transfers.keys()])) {
    const before = standing.transfers.get(seq) ?? [];
    const after = folded.transfers.get(seq) ?? [];
    if (areSame(before, after)) continue;
    const by = Math.max(cause, seq);
    for (const transfer of before) postings.push({ ...transfer, from: transfer.to, to: transfer.from, of: seq, cause: by });
    for (const transfer of after) postings.push({ ...transfer, of: seq, cause: by });
  }
  return ok({ postings, folded });
}

const areSame = (some: readonly Transfer[], others: readonly Transfer[]): boolean =>
  some.length === others.length && some.every((one, at) => { const other = others[at]; return other !== undefined && one.pledge === other.pledge && one.item === other.item && one.units === other.units && isSame(one.from, other.from) && isSame(one.to, other.to); });
const isSame = (one: Account, other: Account): boolean => one.name === other.name && one.lot === other.lot && one.at === other.at;
