// May this fact be written by somebody whose scope is "own"? By kind: what the fact is about must be theirs. Whether the fact can
// be true is not asked here; that is the ledger's and admit's.

import { type Fact, type FactKind, FACT_BODIES } from '../../domain/facts.ts';
import type { ConsignmentOnRecord } from '../../domain/register.ts';
import type { Own } from './own.ts';

/** The names in a fact's body that say whose it is. A body has those of its kind. */
interface Names {
  readonly donor?: string;
  readonly pledge?: string;
  readonly lot?: string;
  readonly lots?: readonly string[];
  readonly consignment?: string;
  readonly onto?: string;
  readonly carrier?: string;
  readonly from?: string;
  /** A place, or of a handling unit where it then stands. */
  readonly to?: string | Names;
  readonly dispatch?: string;
  readonly recipient?: string;
  readonly place?: string;
  readonly at?: Names;
  readonly recall?: string;
  readonly earmark?: string;
}

/** `body` must have passed the schema of its kind. */
export function isOwnWrite(own: Own, kind: FactKind, body: unknown): boolean {
  const names = body as Names;
  switch (own.role) {
    case 'donor':
      return isDonors(own, kind, names);
    case 'carrier':
      return isCarriers(own, kind, names);
    case 'consignee':
      return names.recipient !== undefined && own.recipients.has(names.recipient) && (names.dispatch === undefined || own.dispatches.has(names.dispatch)) && (names.consignment === undefined || own.consignments.has(names.consignment) || kind.startsWith('dispatch.'));
    case 'hub-operator':
      return isHubs(own, kind, names);
    case 'planner':
    case 'auditor':
    case 'administrator':
      return false;
  }
}

function isDonors(own: Own, kind: FactKind, { donor, pledge, earmark, consignment, lot, lots }: Names): boolean {
  if (kind === 'pledge.made') return donor !== undefined && own.subjects.has(donor) && isNewOr(own.pledges, pledge, [...own.known.pledges.values()].some((it) => it.pledge === pledge));
  if (kind === 'consignment.announced') return isNewOr(own.consignments, consignment, consignmentOf(own, consignment) !== undefined);
  if (kind === 'document.filed') return consignment !== undefined && own.consignments.has(consignment);
  if (kind === 'waybill.issued') return consignment !== undefined && own.consignments.has(consignment) && lots !== undefined && lots.every((it) => own.lots.has(it));
  if (pledge === undefined || !own.pledges.has(pledge)) return false;
  // Set again under the same name, an earmark replaces what stood: it must have been of one's own pledge.
  if (kind === 'earmark.set') return earmarkPledge(own, earmark) === undefined || own.pledges.has(earmarkPledge(own, earmark) ?? '');
  if (kind === 'lot.announced') return isNewOr(own.lots, lot, hasLot(own, lot)) && consignment !== undefined && (own.consignments.has(consignment) || consignmentOf(own, consignment)?.lots.length === 0);
  return true;
}

function isCarriers(own: Own, kind: FactKind, { carrier, consignment, onto, lot, dispatch, place, recipient }: Names): boolean {
  if (kind === 'consignment.announced') return carrier !== undefined && own.subjects.has(carrier) && isNewOr(own.consignments, consignment, consignmentOf(own, consignment) !== undefined);
  if (kind === 'lot.announced') return consignment !== undefined && own.consignments.has(consignment) && isNewOr(own.lots, lot, hasLot(own, lot));
  if (kind === 'lot.offloaded') return lot !== undefined && own.lots.has(lot) && onto !== undefined && own.consignments.has(onto);
  // What lies with a receiver or in a hub is no longer in the carrier's hands.
  if (dispatch === undefined && consignment === undefined) return false;
  return (dispatch === undefined || own.dispatches.has(dispatch)) && (consignment === undefined || own.consignments.has(consignment)) && (place === undefined || recipient === undefined);
}

function isHubs(own: Own, kind: FactKind, names: Names): boolean {
  const { place, at, from, to, consignment, onto, dispatch, lot, lots, recall } = names;
  if (kind === 'consignment.announced') return ((typeof to === 'string' && own.subjects.has(to)) || (from !== undefined && own.subjects.has(from))) && isNewOr(own.consignments, consignment, consignmentOf(own, consignment) !== undefined);
  if (kind === 'handling-unit.built') return at !== undefined && standsWithHub(own, at);
  if (kind === 'handling-unit.moved') return typeof to === 'object' && standsWithHub(own, to);
  if (kind === 'lot.offloaded') return lot !== undefined && own.lots.has(lot) && onto !== undefined && own.consignments.has(onto);
  if (kind === 'lot.recalled') return (lots ?? []).every((it) => own.lots.has(it));
  if (kind === 'recall.notified' || kind === 'recall.lifted') return under(own.known.recalls, recall)?.recalled.lots.every((it) => own.lots.has(it)) === true;
  if (kind === 'discrepancy.resolved') return lot !== undefined && own.lots.has(lot);
  // Packing names handling units alone, whose place the ledger knows and the register does not.
  if (kind.startsWith('handling-unit.')) return true;
  if (place !== undefined && dispatch !== undefined) return own.subjects.has(place) && (own.dispatches.has(dispatch) || kind === 'dispatch.released');
  return standsWithHub(own, names);
}

function standsWithHub(own: Own, { place, dispatch, consignment, recipient }: Names): boolean {
  if (place !== undefined) return own.subjects.has(place);
  if (dispatch !== undefined) return own.dispatches.has(dispatch);
  if (consignment !== undefined) return own.consignments.has(consignment);
  return recipient !== undefined && own.recipients.has(recipient);
}

/** What stands under a name that somebody wrote; the register's maps are keyed by names that have been read. */
const under = <T>(map: ReadonlyMap<string, T>, name: string | undefined): T | undefined => (name === undefined ? undefined : map.get(name));
const consignmentOf = (own: Own, name: string | undefined): ConsignmentOnRecord | undefined => under(own.known.consignments, name);
const hasLot = (own: Own, name: string | undefined): boolean => under(own.known.lots, name) !== undefined;
const earmarkPledge = (own: Own, name: string | undefined): string | undefined => under(own.known.earmarks, name)?.pledge;
/** A name that nobody has taken, or one's own. */
const isNewOr = (own: ReadonlySet<string>, name: string | undefined, stands: boolean): boolean => name !== undefined && (!stands || own.has(name));

/** Could the viewer have written the fact that a correction changes, and may they write what it puts in its place? */
export function isOwnCorrection(own: Own, corrected: Fact, replacement: unknown): boolean {
  if (!isOwnWrite(own, corrected.kind, corrected.body)) return false;
  if (replacement === undefined) return true;
  const body = FACT_BODIES[corrected.kind].safeParse(replacement);
  return body.success && isOwnWrite(own, corrected.kind, body.data);
}
