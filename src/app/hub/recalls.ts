// Recalls: at once everyone who holds units of the lots, by place and handling unit, down to who received them; who has been
// told; what has come back or been destroyed; and the notice that each holder is to get.

import type { ConsignmentId, PlaceCode, RecipientId } from '../../domain/ids.ts';
import type { RecallOnRecord } from '../../domain/register.ts';
import type { Instant } from '../../domain/time.ts';
import { atOf, contentsOf, type HandlingUnit } from '../../ledger/handling.ts';
import type { Pile, Situation } from '../plan/situation.ts';

export interface Holder {
  readonly kind: 'place' | 'consignment' | 'dispatch' | 'recipient';
  readonly holder: string;
  readonly name: string;
  /** Whom to tell: the hub, the carrier, or the receiver. */
  readonly tell: string;
  readonly lots: readonly { readonly lot: string; readonly item: string; readonly state: Pile['state']; readonly units: number }[];
  readonly units: number;
  /** Outermost first; only those that hold units of the lots. */
  readonly handlingUnits: readonly { readonly unit: string; readonly type: HandlingUnit['type']; readonly bin: string | null; readonly in: string | null; readonly lot: string; readonly units: number }[];
  readonly notifiedAt: Instant | null;
}

export interface Recall {
  readonly recall: string;
  readonly lots: readonly string[];
  readonly reason: string;
  readonly authority: string | null;
  readonly reference: string | null;
  readonly at: Instant;
  readonly liftedAt: Instant | null;
  readonly holders: readonly Holder[];
  /** Of the lots' units: still with somebody; handed back or destroyed; gone otherwise. */
  readonly units: { readonly held: number; readonly recovered: number; readonly lost: number };
}

const RECOVERED: ReadonlySet<string> = new Set(['recalled', 'destroyed']);
const GONE: ReadonlySet<string> = new Set(['lost', 'damaged', 'seized', 'refused']);

export const recallsOf = (now: Situation): Recall[] => [...now.known.recalls.values()].map((recall) => recallOf(now, recall)).toReversed();

/** Who holds units of these lots: what a recall would ask, before it is issued. */
export function holdersOf(now: Situation, lots: ReadonlySet<string>, notified: RecallOnRecord['notified'] = []): Holder[] {
  const piles = now.piles.filter(({ lot, state }) => lots.has(lot) && state !== 'outstanding' && !RECOVERED.has(state) && !GONE.has(state));
  const units = handlingUnitsOf(now, lots);
  return [...Map.groupBy(piles, (pile) => whoHolds(now, pile).key)].map(([key, own]) => {
    const [first] = own;
    const { kind, holder } = first === undefined ? { kind: 'place' as const, holder: '' } : whoHolds(now, first);
    const { name, tell } = named(now, kind, holder);
    return {
      kind,
      holder,
      name,
      tell,
      lots: own.map(({ lot, item, state, units: count }) => ({ lot, item, state, units: count })),
      units: own.reduce((sum, pile) => sum + pile.units, 0),
      handlingUnits: units.get(key) ?? [],
      notifiedAt: notified.findLast((it) => it.holder === holder)?.at ?? null,
    };
  });
}

function recallOf(now: Situation, { at, recalled, notified, liftedAt }: RecallOnRecord): Recall {
  const lots = now.ledger.recalls.get(recalled.recall) ?? recalled.lots;
  const named_ = new Set<string>(lots);
  const sum = (states: (state: string) => boolean): number => now.piles.reduce((units, pile) => units + (named_.has(pile.lot) && states(pile.state) ? pile.units : 0), 0);
  return {
    recall: recalled.recall,
    lots: [...lots],
    reason: recalled.reason,
    authority: recalled.authority ?? null,
    reference: recalled.reference ?? null,
    at,
    liftedAt,
    holders: holdersOf(now, named_, notified),
    units: { held: sum((state) => !RECOVERED.has(state) && !GONE.has(state)), recovered: sum((state) => RECOVERED.has(state)), lost: sum((state) => GONE.has(state)) },
  };
}

function whoHolds(now: Situation, { state, at }: Pile): { kind: Holder['kind']; holder: string; key: string } {
  const kind: Holder['kind'] =
    state === 'consigned' || state === 'airborne' ? 'consignment'
    : state === 'allocated' || state === 'onward' ? (now.ledger.dispatches.has(at) ? 'dispatch' : 'consignment')
    : state === 'delivered' || state === 'accepted' ? 'recipient'
    : 'place';
  return { kind, holder: at, key: `${kind} ${at}` };
}

function named({ known, ledger }: Situation, kind: Holder['kind'], holder: string): { name: string; tell: string } {
  if (kind === 'place') {
    const name = known.places.get(holder as PlaceCode)?.name ?? holder;
    return { name, tell: name };
  }
  if (kind === 'recipient') {
    const name = known.recipients.get(holder as RecipientId)?.name ?? holder;
    return { name, tell: name };
  }
  if (kind === 'consignment') {
    const announced = known.consignments.get(holder as ConsignmentId)?.announced;
    return { name: announced?.run ?? holder, tell: announced?.carrier ?? holder };
  }
  const recipient = ledger.dispatches.get(holder)?.recipient;
  return { name: holder, tell: recipient === undefined ? holder : (known.recipients.get(recipient as RecipientId)?.name ?? recipient) };
}

/** By holder, the handling units in which units of the lots lie. */
function handlingUnitsOf({ ledger }: Situation, lots: ReadonlySet<string>): Map<string, Holder['handlingUnits'][number][]> {
  const found = new Map<string, Holder['handlingUnits'][number][]>();
  for (const unit of ledger.units.values()) {
    if (unit.gone) continue;
    for (const [lot, units] of unit.outer === null ? contentsOf(ledger.units, unit) : unit.contents) {
      if (!lots.has(lot)) continue;
      const at = atOf(ledger.units, unit);
      const key = keyOf(at);
      const own = found.get(key) ?? [];
      found.set(key, own);
      own.push({ unit: unit.unit, type: unit.type, bin: at.bin ?? null, in: unit.outer, lot, units });
    }
  }
  return found;
}

const keyOf = ({ place, consignment, dispatch, recipient }: HandlingUnit['at']): string =>
  place !== undefined ? `place ${place}` : consignment !== undefined ? `consignment ${consignment}` : dispatch !== undefined ? `dispatch ${dispatch}` : `recipient ${recipient ?? ''}`;
