// A loss by its fact: the data of a loss and damage report, with what makes it good.

import { cartonsFor } from '../../domain/catalogue.ts';
import type { Evidence } from '../../domain/facts.ts';
import { invariant } from '../../domain/result.ts';
import { EuroCents } from '../../domain/units.ts';
import { LOSSES } from '../../ledger/accounts.ts';
import type { LossOnRecord } from '../../standards/documents/loss-report.ts';
import { replacementsOf } from '../onward/replacements.ts';
import { itemOf, perCarton } from '../plan/overflow.ts';
import type { Situation } from '../plan/situation.ts';
import { isLoss, type LossFact } from './numbers.ts';
import { nameOf } from './shipments.ts';

export const lossesOf = ({ facts }: Situation): LossFact[] => facts.filter(isLoss);

/** Named by its place in the journal, or by its id. */
export const lossNamed = (now: Situation, subject: string): LossFact | undefined => lossesOf(now).find(({ seq, id }) => String(seq) === subject || id === subject);

export interface LossFound {
  readonly loss: LossOnRecord;
  readonly item: string;
  /** The facts that it was made good by. */
  readonly replacements: readonly number[];
}

export function lossOf(now: Situation, fact: LossFact): LossFound {
  const { body } = fact;
  const lot = now.known.lots.get(body.lot);
  invariant(lot !== undefined, `lot ${body.lot} was lost but never announced`);
  const item = itemOf(now.known, lot);
  const replacing = replacementsOf(now.facts, fact.id);
  const lost = now.piles.reduce((units, pile) => (pile.lot === lot.lot && LOSSES.some((name) => name === pile.state) ? units + pile.units : units), 0);
  return {
    item: lot.item,
    replacements: replacing.map(({ seq }) => seq),
    loss: {
      kind: fact.kind,
      seq: fact.seq,
      at: fact.occurredAt,
      recordedAt: fact.recordedAt,
      by: fact.by,
      where: whereOf(now, body),
      lot: lot.lot,
      name: item.name,
      units: body.units,
      cartons: cartonsFor(body.units, perCarton(now.known, lot)),
      valueCents: item.valueCents === undefined ? null : EuroCents.parse(item.valueCents * body.units),
      reference: body.reference ?? null,
      reason: body.reason ?? null,
      note: fact.note,
      evidence: fact.evidence.map(evidenceText),
      replacedBy: replacing.map(({ name }) => name),
      lotUnits: lot.units,
      lostOfLot: lost,
    },
  };
}

const evidenceText = ({ title, link, sha256 }: Evidence): string => [title, link ?? (sha256 === undefined ? undefined : `SHA-256 ${sha256.slice(0, 16)}`)].filter((part) => part !== undefined).join(' ');

function whereOf(now: Situation, body: LossFact['body']): LossOnRecord['where'] {
  if ('place' in body && body.place !== undefined) return { kind: 'place', name: nameOf(now, body.place) };
  if (body.dispatch !== undefined) return { kind: 'dispatch', name: body.dispatch };
  if (body.consignment !== undefined) return { kind: 'consignment', name: body.consignment };
  return { kind: 'recipient', name: nameOf(now, body.recipient ?? '') };
}
