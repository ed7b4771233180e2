// The flows of an operation in the order of the journal: what was promised, put on a consignment, landed, handed to a receiver. They are
// read off the ledger's transfers and nothing else, so that a file that is made of them adds up to what the ledger says.

import type { Fact } from '../../domain/facts.ts';
import type { ItemCode } from '../../domain/ids.ts';
import { LocalDate, type Instant } from '../../domain/time.ts';
import type { Transfer } from '../../ledger/accounts.ts';
import { fold } from '../../ledger/apply.ts';
import type { Situation } from '../plan/situation.ts';

export type FlowKind = 'pledge' | 'commitment' | 'landing' | 'delivery';

export interface Flow {
  readonly kind: FlowKind;
  readonly fact: Fact;
  readonly pledge: string;
  readonly item: string;
  /** Empty: of no lot yet. */
  readonly lot: string;
  /** Of a delivery; empty otherwise. */
  readonly recipient: string;
  /** Below zero where a promise was cut or withdrawn. Never 0. */
  readonly units: number;
}

export function flowsOf(now: Situation): Flow[] {
  const { transfers } = fold(now.facts);
  return now.facts.flatMap((fact) => {
    const moves = (transfers.get(fact.seq) ?? []).flatMap((move) => { const kind = kindOf(move); return kind === null ? [] : [{ kind, move }]; });
    return [...Map.groupBy(moves, ({ kind, move }) => `${kind}\t${move.pledge}\t${move.item}\t${move.to.lot}`).values()].flatMap((of): Flow[] => {
      const [{ kind, move } = { kind: null, move: null }] = of;
      if (kind === null) return [];
      const units = of.reduce((sum, it) => sum + (it.move.to.name === 'promised' ? -it.move.units : it.move.units), 0);
      return units === 0 ? [] : [{ kind, fact, pledge: move.pledge, item: move.item, lot: move.to.lot, recipient: kind === 'delivery' ? move.to.at : '', units }];
    });
  });
}

/** What is drawn on a promise at the hub, or by a receiver who counts more than was sent, was on no consignment's list. Null: units only change their shelf. */
function kindOf({ from, to }: Transfer): FlowKind | null {
  if (from.name === 'promised' || to.name === 'promised') return 'pledge';
  const isDrawn = from.name === 'outstanding' || from.name === 'surplus';
  if (to.name === 'consigned') return isDrawn ? 'commitment' : null;
  if (to.name === 'delivered') return from.name === 'onward' || isDrawn ? 'delivery' : null;
  return from.name === 'airborne' && (to.name === 'landed' || to.name === 'onward') || isDrawn ? 'landing' : null;
}

/** What customs are told that so many pieces are worth; null: nobody has said. */
export function worthOf({ known }: Situation, item: string, units: number): bigint | null {
  const each = known.items.get(item as ItemCode)?.valueCents;
  return each === undefined ? null : BigInt(each) * BigInt(units);
}

/** The day in UTC: where the operation's own day runs ahead of it, a validator elsewhere would find a flow of tonight in the future. */
export const dayOf = (instant: Instant): LocalDate => LocalDate.parse(instant.slice(0, 10));
