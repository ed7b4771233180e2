// What the hub counted of a consignment: the data of its goods-received note, out of what each fact moved in the ledger.

import type { ConsignmentId } from '../../domain/ids.ts';
import type { Fact } from '../../domain/facts.ts';
import { isKind } from '../../domain/facts.ts';
import { itemOf } from '../plan/overflow.ts';
import { isOpen } from '../../ledger/ledger.ts';
import type { ReceivedGoods, TallyQuestion } from '../../standards/documents/goods-received-note.ts';
import { consignmentShipment, goodsLine, spotOf, type Accounts } from './shipments.ts';

/** Null where nothing of it has been counted. */
export function receivedOf(accounts: Accounts, consignment: string): ReceivedGoods | null {
  const { now, moves } = accounts;
  const onRecord = now.known.consignments.get(consignment as ConsignmentId);
  if (onRecord === undefined) return null;
  const lots = new Set<string>(onRecord.lots.map(({ lot }) => lot));
  const tallies = now.facts.filter((fact) => isKind(fact, 'goods.tallied')).filter(({ body }) => lots.has(body.lot));
  const [first] = tallies;
  const last = tallies.at(-1);
  if (first === undefined || last === undefined) return null;
  const place = first.body.place;
  const sum = (kinds: readonly Fact['kind'][], lot: string, into: readonly string[]): number =>
    now.facts.reduce((total, fact) => (kinds.includes(fact.kind) ? (moves.get(fact.seq) ?? []).reduce((units, move) => (move.to.lot === lot && into.includes(move.to.name) ? units + move.units : units), total) : total), 0);
  const held = (lot: string, state: string): number => now.piles.reduce((units, pile) => (pile.lot === lot && pile.state === state && pile.at === place ? units + pile.units : units), 0);
  const counted = (lot: string): number => sum(['goods.tallied', 'goods.surplus'], lot, ['available', 'quarantined']);
  return {
    shipment: consignmentShipment(accounts, onRecord),
    place: spotOf(now, place),
    firstAt: first.occurredAt,
    lastAt: last.occurredAt,
    ways: [...new Set(tallies.flatMap(({ body }) => body.by ?? []))],
    references: [...new Set(tallies.flatMap(({ body }) => body.reference ?? []))],
    lots: onRecord.lots.map((lot) => ({
      lot: lot.lot,
      name: itemOf(now.known, lot).name,
      manifested: sum(['consignment.arrived'], lot.lot, ['landed']),
      counted: counted(lot.lot),
      damaged: damagedAt(now.facts, lot.lot, place),
      waiting: held(lot.lot, 'landed'),
      held: held(lot.lot, 'held'),
      quarantined: held(lot.lot, 'quarantined'),
    })),
    lines: onRecord.lots.flatMap((lot) => (counted(lot.lot) === 0 ? [] : [goodsLine(now, lot, counted(lot.lot))])),
    questions: questionsOf(accounts, lots),
  };
}

const damagedAt = (facts: readonly Fact[], lot: string, place: string): number =>
  facts.reduce((units, fact) => (isKind(fact, 'goods.damaged') && fact.body.lot === lot && fact.body.place === place ? units + fact.body.units : units), 0);

/** Those that counting opened; what a receiver counted otherwise is not the hub's. */
function questionsOf({ now }: Accounts, lots: ReadonlySet<string>): TallyQuestion[] {
  const opened = new Map(now.facts.filter(({ kind }) => kind === 'goods.tallied' || kind === 'goods.surplus' || kind === 'lot.announced').map((fact) => [fact.id as string, fact]));
  return [...now.ledger.discrepancies.values()].flatMap((it) => {
    const fact = opened.get(it.opened);
    return fact === undefined || !lots.has(it.lot) ? [] : [{ lot: it.lot, kind: it.kind, expected: it.expected, found: it.found, at: fact.occurredAt, isOpen: isOpen(now.ledger, it) }];
  });
}
