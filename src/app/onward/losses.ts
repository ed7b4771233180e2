// Losses as the people who send goods on see them: what was lost, seized, refused or never came, what has made it good so far, and
// what could: stock of the same thing with a departure towards the same receiver, or a lot that is announced and not yet here.

import { isKind } from '../../domain/facts.ts';
import type { RecipientId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { isLoss, type LossFact } from '../papers/numbers.ts';
import { timesOf, type Situation } from '../plan/situation.ts';
import type { OrderLeg } from './orders.ts';
import { replacementsOf, type Replacement } from './replacements.ts';

/** So many departures are offered, the soonest first. */
const MOST_WAYS = 8;

interface FreeLot {
  readonly lot: string;
  readonly place: string;
  readonly units: number;
}

export interface LossStanding {
  /** The fact, which a replacement names. */
  readonly id: string;
  readonly seq: number;
  readonly kind: LossFact['kind'];
  readonly at: Instant;
  readonly lot: string;
  readonly item: string;
  readonly units: number;
  readonly dispatch: string | null;
  /** Where it was, if on no dispatch: a place, a consignment. */
  readonly where: string | null;
  /** Whom it was for, where that is known. */
  readonly recipient: string | null;
  readonly reference: string | null;
  readonly reason: string | null;
  readonly replacedBy: readonly Replacement[];
  /** Units that nothing makes good yet. */
  readonly open: number;
  /** What could: from stock, by which departures; or lots that are announced, with the fact that announced each. */
  readonly could: { readonly stock: readonly FreeLot[]; readonly ways: readonly OrderLeg[]; readonly announced: readonly { readonly lot: string; readonly consignment: string; readonly units: number; readonly seq: number }[] };
}

/** The latest first. */
export function lossesStanding(now: Situation): LossStanding[] {
  return now.facts.filter(isLoss).map((fact) => standing(now, fact)).toReversed();
}

function standing(now: Situation, fact: LossFact): LossStanding {
  const { body } = fact;
  const named = body as { readonly place?: string; readonly consignment?: string; readonly recipient?: string };
  const dispatch = body.dispatch ?? null;
  const recipient = named.recipient ?? (dispatch === null ? undefined : now.ledger.dispatches.get(dispatch)?.recipient) ?? null;
  const lot = now.known.lots.get(body.lot);
  const item = lot?.item ?? '';
  const replacedBy = replacementsOf(now.facts, fact.id);
  const open = Math.max(0, body.units - replacedBy.reduce((sum, { units }) => sum + units, 0));
  const could = open === 0 ? NOTHING : { stock: stockOf(now, item), ways: waysTo(now, recipient), announced: announcedOf(now, item, lot?.pledge) };
  return { id: fact.id, seq: fact.seq, kind: fact.kind, at: fact.occurredAt, lot: body.lot, item, units: body.units, dispatch, where: dispatch === null ? (named.place ?? named.consignment ?? null) : null, recipient, reference: body.reference ?? null, reason: body.reason ?? null, replacedBy, open, could };
}
const NOTHING: LossStanding['could'] = { stock: [], ways: [], announced: [] };

const stockOf = (now: Situation, item: string): FreeLot[] =>
  now.piles.flatMap(({ state, lot, item: what, at, units }) => (state === 'available' && what === item && units > 0 && !now.ledger.recalled.has(lot) ? [{ lot, place: at, units }] : []));

/** Departures and charters from a hub to where the receiver is, that have not left. */
function waysTo(now: Situation, recipient: string | null): OrderLeg[] {
  const to = recipient === null ? undefined : now.known.recipients.get(recipient as RecipientId)?.place;
  if (to === undefined) return [];
  return [...now.known.departures.keys(), ...now.known.charters.keys()]
    .flatMap((run): OrderLeg[] => {
      const times = timesOf(now.known, run);
      return times === null || times.to !== to || times.departsAt < now.asOf ? [] : [{ run, ...times }];
    })
    .toSorted((a, b) => (a.departsAt < b.departsAt ? -1 : a.departsAt > b.departsAt ? 1 : 0))
    .slice(0, MOST_WAYS);
}

/** Lots of the same pledge and thing, still to come, that make good nothing else. */
function announcedOf(now: Situation, item: string, pledge: string | undefined): LossStanding['could']['announced'] {
  return now.facts.flatMap((fact) => {
    if (!isKind(fact, 'lot.announced') || fact.body.item !== item || fact.body.pledge !== pledge) return [];
    const lot = now.known.lots.get(fact.body.lot);
    const flight = lot === undefined ? undefined : now.known.consignments.get(lot.consignment);
    if (lot === undefined || lot.replaces !== undefined || flight === undefined || flight.arrivedAt !== null) return [];
    return [{ lot: lot.lot, consignment: lot.consignment, units: lot.units, seq: fact.seq }];
  });
}
