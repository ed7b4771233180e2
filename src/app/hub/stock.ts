// Stock at the hubs, lot by lot, and the stock card of one lot: every movement with what came in, what went out and what was
// left, each with the fact that says so.

import type { Fact } from '../../domain/facts.ts';
import type { LotId, PlaceCode } from '../../domain/ids.ts';
import { localDateIn, type Instant } from '../../domain/time.ts';
import type { Account } from '../../ledger/accounts.ts';
import { fold } from '../../ledger/apply.ts';
import type { Situation } from '../plan/situation.ts';
import { cartonsFor } from '../../domain/catalogue.ts';
import { perCarton } from '../plan/overflow.ts';

const STATES = ['landed', 'held', 'quarantined', 'available', 'allocated'] as const;
type StockState = (typeof STATES)[number];

export interface LotInStock {
  readonly place: string;
  readonly lot: string;
  readonly item: string;
  readonly consignment: string;
  readonly pledge: string;
  readonly earmark: string | null;
  readonly batch: string | null;
  readonly expires: string | null;
  readonly expired: boolean;
  readonly recalled: boolean;
  readonly units: Readonly<Record<StockState, number>>;
  readonly total: number;
  readonly cartons: number;
  /** Among the lots of its item that can go out, the place in line: first expired, first out; null: nothing of it can. */
  readonly turn: number | null;
}

const isStock = (state: string): state is StockState => STATES.includes(state as StockState);

export function stockOf(now: Situation): LotInStock[] {
  const sums = new Map<string, { place: string; lot: string; units: Record<StockState, number> }>();
  for (const { state, at, lot, units } of now.piles) {
    if (!isStock(state)) continue;
    const place = state === 'allocated' ? (now.ledger.dispatches.get(at)?.place ?? at) : at;
    const key = `${place}\t${lot}`;
    const row = sums.get(key) ?? { place, lot, units: { landed: 0, held: 0, quarantined: 0, available: 0, allocated: 0 } };
    row.units[state] += units;
    sums.set(key, row);
  }
  const rows = [...sums.values()].flatMap(({ place, lot: name, units }) => {
    const lot = now.known.lots.get(name as LotId);
    if (lot === undefined) return [];
    const total = STATES.reduce((sum, state) => sum + units[state], 0);
    const zone = now.known.places.get(place as PlaceCode)?.zone ?? now.operation.zone;
    return [{
      place,
      lot: name,
      item: lot.item,
      consignment: lot.consignment,
      pledge: lot.pledge,
      earmark: lot.earmark ?? null,
      batch: lot.batch ?? null,
      expires: lot.expires ?? null,
      expired: lot.expires !== undefined && lot.expires <= localDateIn(now.asOf, zone),
      recalled: now.ledger.recalled.has(name),
      units,
      total,
      cartons: cartonsFor(total, perCarton(now.known, lot)),
    }];
  });
  const turns = turnsOf(rows);
  return rows.map((row) => ({ ...row, turn: turns.get(row) ?? null })).toSorted((a, b) => (a.place === b.place ? 0 : a.place < b.place ? -1 : 1) || (a.item === b.item ? 0 : a.item < b.item ? -1 : 1) || inLine(a, b));
}

type Row = Omit<LotInStock, 'turn'>;

/** First expired, first out; what does not expire goes last, then in the order of its name. */
const inLine = (a: Pick<Row, 'expires' | 'lot'>, b: Pick<Row, 'expires' | 'lot'>): number => {
  const [x, y] = [a.expires ?? '9999', b.expires ?? '9999'];
  return x < y ? -1 : x > y ? 1 : a.lot < b.lot ? -1 : 1;
};

function turnsOf(rows: readonly Row[]): Map<Row, number> {
  const turns = new Map<Row, number>();
  for (const group of Map.groupBy(rows.filter(({ units, expired, recalled }) => units.available > 0 && !expired && !recalled), ({ place, item }) => `${place}\t${item}`).values())
    group.toSorted(inLine).forEach((row, index) => turns.set(row, index + 1));
  return turns;
}

export interface StockMovement {
  readonly seq: number;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly kind: Fact['kind'];
  readonly by: string;
  readonly reference: string | null;
  /** Where from, or where to, if it came in or went out; else null. */
  readonly other: string | null;
  readonly in: number;
  readonly out: number;
  /** In whatever state at the place, after it. */
  readonly balance: number;
  /** After it, by state. */
  readonly states: Readonly<Record<StockState, number>>;
}

/** The movements of a lot at a place, as they took effect up to the instant. */
export function stockCard({ facts, ledger: { dispatches } }: Pick<Situation, 'facts' | 'ledger'>, lot: string, place: string): StockMovement[] {
  const { transfers } = fold(facts);
  const lies = ({ name, lot: of, at }: Account): StockState | null => (of === lot && isStock(name) && (name === 'allocated' ? dispatches.get(at)?.place : at) === place ? name : null);
  const states: Record<StockState, number> = { landed: 0, held: 0, quarantined: 0, available: 0, allocated: 0 };
  const card: StockMovement[] = [];
  for (const fact of facts) {
    const moved = (transfers.get(fact.seq) ?? []).map((it) => ({ ...it, left: lies(it.from), came: lies(it.to) })).filter(({ left, came }) => left !== null || came !== null);
    if (moved.length === 0) continue;
    let [coming, going] = [0, 0];
    let other: string | null = null;
    for (const { left, came, units, from, to } of moved) {
      if (left !== null) states[left] -= units;
      if (came !== null) states[came] += units;
      if (left === null) { coming += units; other = from.at === '' ? from.name : from.at; }
      if (came === null) { going += units; other = to.at === '' ? to.name : to.at; }
    }
    const body = fact.body as { readonly reference?: string };
    card.push({ seq: fact.seq, at: fact.occurredAt, recordedAt: fact.recordedAt, kind: fact.kind, by: fact.by, reference: body.reference ?? null, other, in: coming, out: going, balance: STATES.reduce((sum, state) => sum + states[state], 0), states: { ...states } });
  }
  return card;
}
