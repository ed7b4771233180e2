// Open questions: what was sent and what was received differ, and nobody has said yet why. Each stays until the units turn
// up, are recorded as lost, or somebody resolves it with a word.

import type { LotId, RecipientId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/facts.ts';
import type { Instant } from '../../domain/time.ts';
import { isOpen, type Discrepancy } from '../../ledger/ledger.ts';
import type { Situation } from '../plan/situation.ts';

export interface OpenQuestion {
  /** The fact that opened it. */
  readonly opened: string;
  readonly seq: number;
  readonly at: Instant;
  readonly lot: string;
  readonly item: string;
  readonly kind: Discrepancy['kind'];
  readonly expected: number;
  readonly found: number;
  /** Where the difference showed: the place where it was counted, or the receiver. */
  readonly where: string;
  /** Units that still wait to be accounted for; 0 where there are too many. */
  readonly missing: number;
}

/** Oldest first. */
export function openQuestions({ ledger, facts, known }: Situation): OpenQuestion[] {
  const byId = new Map<string, Fact>(facts.map((fact) => [fact.id, fact]));
  return [...ledger.discrepancies.values()]
    .filter((it) => isOpen(ledger, it))
    .flatMap(({ opened, lot, kind, expected, found, waitsIn }) => {
      const fact = byId.get(opened);
      if (fact === undefined) return [];
      const { place, recipient, consignment } = fact.body as { readonly place?: string; readonly recipient?: RecipientId; readonly consignment?: string };
      const where = recipient === undefined ? (place ?? consignment ?? '') : (known.recipients.get(recipient)?.name ?? recipient);
      return [{ opened, seq: fact.seq, at: fact.occurredAt, lot, item: known.lots.get(lot as LotId)?.item ?? '', kind, expected, found, where, missing: waitsIn === null ? 0 : (ledger.balances.get(waitsIn)?.units ?? 0) }];
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq));
}
