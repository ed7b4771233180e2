// Totals from leaves alone: where the units of each pledge are, by the sum of all transfers. It shares no code with the ledger,
// whose figures it is held against. As of an instant too: a transfer counts from when the fact that it belongs to occurred.
//
//   promised + surplus = outstanding + consigned + inTheAir + atHub + onward + delivered + lost

import type { Leaf, LeafAccount, LeafTransfer } from './leaf.ts';

export interface TotalsRow {
  readonly pledge: string;
  readonly item: string;
  readonly promised: number;
  readonly surplus: number;
  readonly outstanding: number;
  readonly consigned: number;
  readonly inTheAir: number;
  readonly atHub: number;
  readonly onward: number;
  readonly delivered: number;
  /** Of which accepted by the receiver. */
  readonly accepted: number;
  readonly lost: number;
  readonly everLanded: number;
  readonly everDelivered: number;
}

export const FIGURES = ['promised', 'surplus', 'outstanding', 'consigned', 'inTheAir', 'atHub', 'onward', 'delivered', 'accepted', 'lost', 'everLanded', 'everDelivered'] as const satisfies readonly (keyof TotalsRow)[];
type Figure = (typeof FIGURES)[number];
type Sums = Record<Figure, number>;

/** Account → the figures that its balance is part of. */
const FIGURES_OF: ReadonlyMap<string, readonly Figure[]> = new Map<string, readonly Figure[]>([
  ['promised', ['promised']],
  ['surplus', ['surplus']],
  ['outstanding', ['outstanding']],
  ['consigned', ['consigned']],
  ['airborne', ['inTheAir']],
  ...['landed', 'held', 'quarantined', 'available', 'allocated'].map((name): [string, readonly Figure[]] => [name, ['atHub']]),
  ['onward', ['onward']],
  ['delivered', ['delivered']],
  ['accepted', ['delivered', 'accepted']],
  ...['lost', 'damaged', 'seized', 'refused', 'recalled', 'destroyed'].map((name): [string, readonly Figure[]] => [name, ['lost']]),
]);
/** Units come out of these: they run below zero, and are counted the other way round. */
const SOURCES: ReadonlySet<string> = new Set(['promised', 'surplus']);

/** The meter that a transfer moves: goods that come out of the air, or that a count finds at the hub or the door beyond what was sent. */
function meterOf(from: string, to: string): 'everLanded' | 'everDelivered' | null {
  if (from === 'airborne' && (to === 'landed' || to === 'onward')) return 'everLanded';
  const drawn = from === 'outstanding' || from === 'surplus';
  if (drawn && (to === 'available' || to === 'quarantined')) return 'everLanded';
  return to === 'delivered' && (drawn || from === 'onward') ? 'everDelivered' : null;
}

const NOTHING: Sums = { promised: 0, surplus: 0, outstanding: 0, consigned: 0, inTheAir: 0, atHub: 0, onward: 0, delivered: 0, accepted: 0, lost: 0, everLanded: 0, everDelivered: 0 };
const SEPARATOR = '\t';

export class Totals {
  readonly #rows = new Map<string, Sums>();
  readonly #accounts = new Map<string, number>();
  readonly #unknown = new Set<string>();
  readonly #asOf: string | null;
  /** As of an instant: what is known of each fact, and what it moved. */
  readonly #facts = new Map<number, { readonly id: string; occurredAt: string | null; readonly transfers: LeafTransfer[] }>();
  readonly #corrected = new Map<string, string | null>();

  /** `asOf`: an instant as it stands in leaves; null: everything. */
  constructor(asOf: string | null = null) {
    this.#asOf = asOf;
  }

  add(leaf: Leaf): void {
    if (this.#asOf === null) for (const transfer of leaf.transfers) this.#move(transfer);
    else this.#keep(leaf);
  }

  /** Sorted by pledge and item; without those that are nothing but zeros. */
  rows(): TotalsRow[] {
    if (this.#asOf !== null) this.#settle(this.#asOf);
    return [...this.#rows]
      .filter(([, sums]) => FIGURES.some((figure) => sums[figure] !== 0))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, sums]) => ({ pledge: key.slice(0, key.indexOf(SEPARATOR)), item: key.slice(key.indexOf(SEPARATOR) + 1), ...sums }));
  }

  /** What no ledger could hold: accounts below zero, and names that are no account. */
  impossible(): string[] {
    const below = [...this.#accounts].filter(([, units]) => units < 0).map(([key, units]) => `${key.replaceAll(SEPARATOR, ' ').trim()} stands at ${units} units`);
    return [...[...this.#unknown].map((name) => `there is no account ${name}`), ...below];
  }

  #move({ pledge, item, from, to, units }: LeafTransfer): void {
    const key = pledge + SEPARATOR + item;
    let sums = this.#rows.get(key);
    if (sums === undefined) this.#rows.set(key, (sums = { ...NOTHING }));
    this.#change(sums, key, from, -units);
    this.#change(sums, key, to, units);
    const forth = meterOf(from.account, to.account);
    if (forth !== null) sums[forth] += units;
    const back = meterOf(to.account, from.account);
    if (back !== null) sums[back] -= units;
  }

  #change(sums: Sums, key: string, { account, lot = '', at = '' }: LeafAccount, units: number): void {
    const figures = FIGURES_OF.get(account);
    if (figures === undefined) {
      this.#unknown.add(account);
      return;
    }
    const isSource = SOURCES.has(account);
    for (const figure of figures) sums[figure] += isSource ? -units : units;
    if (isSource) return;
    const full = key + SEPARATOR + account + SEPARATOR + lot + SEPARATOR + at;
    const balance = (this.#accounts.get(full) ?? 0) + units;
    // What is empty is forgotten: a long log has far more accounts than are ever in use at once.
    if (balance === 0) this.#accounts.delete(full);
    else this.#accounts.set(full, balance);
  }

  #keep(leaf: Leaf): void {
    if (leaf.kind !== undefined) {
      this.#facts.set(leaf.seq, { id: leaf.id, occurredAt: leaf.occurredAt, transfers: [] });
      if (leaf.kind === 'correction.made') this.#correct(leaf.body);
    }
    for (const transfer of leaf.transfers) this.#facts.get(transfer.of ?? leaf.seq)?.transfers.push(transfer);
  }

  /** The latest correction of a fact counts; without a replacement it never happened, and what it moved was written back. */
  #correct(body: unknown): void {
    const { corrects, replacement } = body as { readonly corrects: string; readonly replacement?: { readonly occurredAt: string } };
    this.#corrected.set(corrects, replacement?.occurredAt ?? null);
  }

  #settle(asOf: string): void {
    for (const { id, occurredAt, transfers } of this.#facts.values()) {
      const corrected = this.#corrected.get(id);
      const at = corrected === undefined ? occurredAt : corrected;
      if (at === null || at <= asOf) for (const transfer of transfers) this.#move(transfer);
    }
    this.#facts.clear();
  }
}
