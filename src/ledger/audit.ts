// The auditor: an independent replay of the journal. It shares no code with apply.ts and keeps no accounts: it follows
// piles of units, each with a plain address, and counts what lies where at the end. It corrects, cuts and orders the facts itself.

import { FACT_KINDS, type Fact } from '../domain/facts.ts';
import type { PartitionRow } from './partition.ts';

export interface AuditRow extends Omit<PartitionRow, 'everLanded' | 'everDelivered' | 'accepted'> {}

export interface AuditReport {
  readonly facts: number;
  readonly rows: readonly AuditRow[];
  /** Sentences; empty where everything adds up. */
  readonly problems: readonly string[];
}

/** `with` names the holder; `state` what the units are there. */
interface Pile {
  readonly lot: string;
  readonly state: string;
  readonly with: string;
  units: number;
}
interface Pledged {
  readonly pledge: string;
  readonly item: string;
  promised: number;
  surplus: number;
  outstanding: number;
}

class Replay {
  readonly problems: string[] = [];
  readonly pledged: Pledged[] = [];
  readonly piles: Pile[] = [];
  readonly #lots = new Map<string, { pledged: Pledged; consignment: string }>();
  readonly #pilesOf = new Map<string, Pile[]>();
  readonly #headedFor = new Map<string, string>();
  readonly #sentTo = new Map<string, string>();
  readonly #hubs = new Set<string>();
  readonly #counted = new Set<string>();
  readonly #startsAt = new Map<string, string>();
  readonly #recalls = new Map<string, readonly string[]>();

  pledge(pledge: string, item: string): Pledged | undefined {
    return this.pledged.find((row) => row.pledge === pledge && row.item === item);
  }

  amount(lot: string, state: string, holder: string): number {
    return (this.#pilesOf.get(lot) ?? []).reduce((sum, pile) => sum + (pile.state === state && pile.with === holder ? pile.units : 0), 0);
  }

  add(lot: string, state: string, holder: string, units: number): void {
    let own = this.#pilesOf.get(lot);
    if (own === undefined) this.#pilesOf.set(lot, (own = []));
    const pile = own.find((it) => it.state === state && it.with === holder);
    if (pile !== undefined) pile.units += units;
    else {
      const fresh = { lot, state, with: holder, units };
      own.push(fresh);
      this.piles.push(fresh);
    }
  }

  /** Takes from the addresses in turn; what is not there is a problem. */
  move(fact: Fact, lot: string, from: readonly (readonly [state: string, holder: string])[], units: number, to: (state: string) => readonly [state: string, holder: string]): void {
    let rest = units;
    for (const [state, holder] of from) {
      const some = Math.min(rest, this.amount(lot, state, holder));
      if (some > 0) {
        this.add(lot, state, holder, -some);
        this.add(lot, ...to(state), some);
        rest -= some;
      }
    }
    if (rest > 0) this.problems.push(`fact ${fact.seq} (${fact.kind}) moves ${units} units of lot ${lot}, but ${rest} of them are not there`);
  }

  /** Units that come into being: out of what is outstanding, then as surplus. */
  appear(lot: string, state: string, holder: string, units: number): void {
    const pledged = this.#lots.get(lot)?.pledged;
    if (pledged === undefined) return;
    const owed = Math.min(units, pledged.outstanding);
    pledged.outstanding -= owed;
    pledged.surplus += units - owed;
    this.add(lot, state, holder, units);
  }

  letGo(lot: string, place: string): string {
    return this.#counted.has(`${lot}@${place}`) ? this.free(lot) : 'landed';
  }

  /** What free stock of a lot is called: a recalled one must not be free. */
  free(lot: string): string {
    return [...this.#recalls.values()].some((lots) => lots.includes(lot)) ? 'quarantined' : 'available';
  }

  take(fact: Fact): void {
    switch (fact.kind) {
      case 'place.registered': if (fact.body.role === 'hub') this.#hubs.add(fact.body.place); break;
      case 'pledge.made': case 'pledge.amended': case 'pledge.withdrawn': this.#promise(fact); break;
      case 'consignment.announced': this.#headedFor.set(fact.body.consignment, fact.body.to); break;
      case 'lot.announced': this.#announce(fact); break;
      case 'consignment.departed': case 'consignment.arrived': this.#fly(fact); break;
      case 'goods.tallied': {
        const { lot, place, units } = fact.body;
        this.#counted.add(`${lot}@${place}`);
        this.#count(fact, lot, ['landed', place], [this.free(lot), place], units);
        break;
      }
      case 'goods.surplus': this.appear(fact.body.lot, this.free(fact.body.lot), fact.body.place, fact.body.units); break;
      case 'customs.held': { const { lot, place, units } = fact.body; this.move(fact, lot, [['landed', place], ['available', place]], units, () => ['held', place]); break; }
      case 'customs.cleared': { const { lot, place, units } = fact.body; this.move(fact, lot, [['held', place]], units, () => [this.letGo(lot, place), place]); break; }
      case 'goods.quarantined': { const { lot, place, units } = fact.body; this.move(fact, lot, [['landed', place], ['held', place], ['available', place]], units, () => ['quarantined', place]); break; }
      case 'goods.released': { const { lot, place, units } = fact.body; this.move(fact, lot, [['quarantined', place]], units, () => [this.letGo(lot, place), place]); break; }
      case 'dispatch.released': this.#sentTo.set(fact.body.dispatch, fact.body.recipient); this.#startsAt.set(fact.body.dispatch, fact.body.place); this.move(fact, fact.body.lot, [['available', fact.body.place]], fact.body.units, () => ['allocated', fact.body.dispatch]); break;
      case 'lot.offloaded': this.#offload(fact); break;
      case 'lot.recalled': case 'recall.lifted': this.#recall(fact); break;
      case 'release.refused': this.#freeAll(fact, fact.body.dispatch); break;
      case 'dispatch.departed': this.#depart(fact); break;
      case 'dispatch.delivered': case 'dispatch.accepted': case 'dispatch.refused': this.#receive(fact); break;
      case 'goods.short': case 'goods.lost': case 'goods.damaged': case 'goods.seized': case 'goods.recalled': case 'goods.destroyed': this.#lose(fact); break;
      case 'goods.returned': this.#bringBack(fact); break;
      default: if (!FACT_KINDS.includes(fact.kind)) this.problems.push(`fact ${fact.seq} is of a kind that nobody knows: ${fact.kind}`);
    }
  }

  #promise(fact: Fact & { kind: 'pledge.made' | 'pledge.amended' | 'pledge.withdrawn' }): void {
    const { pledge, item } = fact.body;
    const row = this.pledge(pledge, item);
    if (fact.kind === 'pledge.made') {
      if (row !== undefined) this.problems.push(`fact ${fact.seq} makes pledge ${pledge} of ${item} a second time`);
      else this.pledged.push({ pledge, item, promised: fact.body.units, surplus: 0, outstanding: fact.body.units });
      return;
    }
    if (row === undefined) { this.problems.push(`fact ${fact.seq} changes pledge ${pledge} of ${item}, which was never made`); return; }
    // What has come is what it is: the new promise is met from it as far as it goes, and the rest is outstanding or surplus.
    const come = row.promised + row.surplus - row.outstanding;
    row.promised = fact.kind === 'pledge.amended' ? fact.body.units : row.promised - row.outstanding;
    row.outstanding = Math.max(0, row.promised - come);
    row.surplus = Math.max(0, come - row.promised);
  }

  #announce(fact: Fact & { kind: 'lot.announced' }): void {
    const { lot, pledge, item, consignment, units } = fact.body;
    const pledged = this.pledge(pledge, item);
    if (pledged === undefined || this.#lots.has(lot)) { this.problems.push(`fact ${fact.seq} announces lot ${lot} of a pledge that was never made, or a second time`); return; }
    this.#lots.set(lot, { pledged, consignment });
    this.appear(lot, 'consigned', consignment, units);
  }

  #fly(fact: Fact & { kind: 'consignment.departed' | 'consignment.arrived' }): void {
    const { consignment, lot, units, place } = fact.body;
    const from = fact.kind === 'consignment.departed' ? 'consigned' : 'airborne';
    const end = place ?? this.#headedFor.get(consignment) ?? '';
    const to: readonly [string, string] = from === 'consigned' ? ['airborne', consignment] : this.#hubs.has(end) ? ['landed', end] : ['onward', consignment];
    const names = lot !== undefined ? [lot] : [...this.#lots].filter(([, it]) => it.consignment === consignment).map(([name]) => name);
    for (const name of names) {
      const there = this.amount(name, from, consignment);
      const some = lot === undefined ? there : (units ?? there);
      if (some > 0) this.move(fact, name, [[from, consignment]], some, () => to);
    }
  }

  #count(fact: Fact, lot: string, from: readonly [string, string], to: readonly [string, string], units: number): void {
    const there = this.amount(lot, ...from);
    this.move(fact, lot, [from], Math.min(there, units), () => to);
    if (units > there) this.appear(lot, ...to, units - there);
  }

  #depart(fact: Fact & { kind: 'dispatch.departed' }): void {
    const { dispatch, lot, units } = fact.body;
    const names = lot !== undefined ? [lot] : [...this.#lots.keys()];
    for (const name of names) {
      const there = this.amount(name, 'allocated', dispatch);
      const some = lot === undefined ? there : (units ?? there);
      if (some > 0) this.move(fact, name, [['allocated', dispatch]], some, () => ['onward', dispatch]);
    }
  }

  #receive(fact: Fact & { kind: 'dispatch.delivered' | 'dispatch.accepted' | 'dispatch.refused' }): void {
    const { dispatch, consignment, lot, recipient, units } = fact.body;
    const carrier = dispatch ?? consignment ?? '';
    if (dispatch !== undefined && this.#sentTo.get(dispatch) !== recipient) this.problems.push(`fact ${fact.seq} (${fact.kind}) is of dispatch ${dispatch}, which was not sent to ${recipient}`);
    if (fact.kind === 'dispatch.delivered') this.#count(fact, lot, ['onward', carrier], ['delivered', recipient], units);
    else if (fact.kind === 'dispatch.accepted') this.move(fact, lot, [['delivered', recipient]], units, () => ['accepted', recipient]);
    else this.move(fact, lot, [['onward', carrier], ['delivered', recipient]], units, () => ['refused', '']);
  }

  #lose(fact: Fact & { kind: 'goods.short' | 'goods.lost' | 'goods.damaged' | 'goods.seized' | 'goods.recalled' | 'goods.destroyed' }): void {
    const { lot, units, state, consignment, place, dispatch, recipient } = fact.body;
    const end = fact.kind === 'goods.short' ? 'lost' : fact.kind.slice('goods.'.length);
    const states =
      consignment !== undefined ? ['consigned', 'airborne', 'onward']
      : place !== undefined ? ['landed', 'held', 'quarantined', 'available']
      : dispatch !== undefined ? ['allocated', 'onward']
      : ['delivered', 'accepted'];
    const holder = consignment ?? place ?? dispatch ?? recipient ?? '';
    this.move(fact, lot, states.filter((it) => state === undefined || it === state).map((it) => [it, holder] as const), units, () => [end, '']);
  }

  #bringBack(fact: Fact & { kind: 'goods.returned' }): void {
    const { place, dispatch, recipient, lossOf, lot, units } = fact.body;
    const from: [string, string][] = dispatch !== undefined ? [['onward', dispatch], ['allocated', dispatch]] : recipient !== undefined ? [['delivered', recipient], ['accepted', recipient]] : [[lossOf ?? 'lost', '']];
    this.move(fact, lot, from, units, (state) => [state === 'allocated' ? this.free(lot) : 'landed', place]);
  }

  #offload(fact: Fact & { kind: 'lot.offloaded' }): void {
    const { lot, units, onto, as } = fact.body;
    const from = this.#lots.get(lot);
    if (from === undefined || this.#lots.has(as)) { this.problems.push(`fact ${fact.seq} splits lot ${lot}, which nobody announced, or into ${as}, which is another`); return; }
    this.#lots.set(as, { pledged: from.pledged, consignment: onto });
    for (const [recall, lots] of this.#recalls) if (lots.includes(lot)) this.#recalls.set(recall, [...lots, as]);
    const there = this.amount(lot, 'consigned', from.consignment);
    if (there < units) this.problems.push(`fact ${fact.seq} (${fact.kind}) moves ${units} units of lot ${lot}, but ${units - there} of them are not there`);
    this.add(lot, 'consigned', from.consignment, -Math.min(units, there));
    this.add(as, 'consigned', onto, Math.min(units, there));
  }

  #recall(fact: Fact & { kind: 'lot.recalled' | 'recall.lifted' }): void {
    if (fact.kind === 'recall.lifted') { this.#recalls.delete(fact.body.recall); return; }
    this.#recalls.set(fact.body.recall, fact.body.lots);
    for (const lot of fact.body.lots)
      for (const { state, with: holder, units } of this.#pilesOf.get(lot) ?? []) {
        if (units === 0 || (state !== 'available' && state !== 'allocated')) continue;
        this.move(fact, lot, [[state, holder]], units, () => ['quarantined', state === 'available' ? holder : (this.#startsAt.get(holder) ?? '')]);
      }
  }

  #freeAll(fact: Fact, dispatch: string): void {
    for (const lot of this.#lots.keys()) {
      const there = this.amount(lot, 'allocated', dispatch);
      if (there > 0) this.move(fact, lot, [['allocated', dispatch]], there, () => [this.free(lot), this.#startsAt.get(dispatch) ?? '']);
    }
  }

  rows(): AuditRow[] {
    const lying = (row: Pledged, ...states: string[]): number =>
      this.piles.reduce((sum, pile) => sum + (states.includes(pile.state) && this.#lots.get(pile.lot)?.pledged === row ? pile.units : 0), 0);
    return this.pledged.map((row) => ({
      ...row,
      consigned: lying(row, 'consigned'),
      inTheAir: lying(row, 'airborne'),
      atHub: lying(row, 'landed', 'held', 'quarantined', 'available', 'allocated'),
      onward: lying(row, 'onward'),
      delivered: lying(row, 'delivered', 'accepted'),
      lost: lying(row, 'lost', 'damaged', 'seized', 'refused', 'recalled', 'destroyed'),
    }));
  }
}

/**
 * Replays a journal as it was known at `knownAt` up to `asOf` (null: all of it), and reports what does not add up: a gap in
 * the numbering, a repeated id or key, units moved that were not there, a row whose two sides differ, a pile below zero.
 */
export function auditJournal(journal: readonly Fact[], asOf: string | null = null, knownAt: string | null = null): AuditReport {
  const replay = new Replay();
  const ids = new Set<string>();
  const keys = new Set<string>();
  journal.forEach((fact, index) => {
    if (fact.seq !== index + 1) replay.problems.push(`fact ${fact.seq} stands where ${index + 1} should`);
    if (ids.has(fact.id)) replay.problems.push(`fact ${fact.seq} repeats the id of another`);
    if (keys.has(fact.key)) replay.problems.push(`fact ${fact.seq} repeats the idempotency key of another`);
    ids.add(fact.id);
    keys.add(fact.key);
  });
  const facts = standing(journal, asOf, knownAt);
  for (const fact of facts) replay.take(fact);
  const rows = replay.rows();
  for (const row of rows) {
    const left = row.promised + row.surplus;
    const right = row.outstanding + row.consigned + row.inTheAir + row.atHub + row.onward + row.delivered + row.lost;
    if (left !== right) replay.problems.push(`pledge ${row.pledge} of ${row.item}: promised + surplus is ${left}, but ${right} units are accounted for`);
  }
  for (const pile of replay.piles) if (pile.units < 0) replay.problems.push(`lot ${pile.lot}: ${pile.units} units ${pile.state} at ${pile.with}`);
  return { facts: facts.length, rows, problems: replay.problems };
}

/** Corrected, cut and ordered, written a second time on purpose: newest first, so that the first correction met is the one that counts. */
function standing(journal: readonly Fact[], asOf: string | null, knownAt: string | null): Fact[] {
  const replaced = new Map<string, Fact | null>();
  const out: Fact[] = [];
  const originals = new Map(journal.map((fact) => [fact.id as string, fact]));
  for (const fact of journal.toReversed()) {
    if (knownAt !== null && fact.recordedAt > knownAt) continue;
    if (fact.kind === 'correction.made') {
      const original = originals.get(fact.body.corrects);
      if (original === undefined || replaced.has(original.id)) continue;
      const { replacement } = fact.body;
      replaced.set(original.id, replacement === undefined ? null : ({ ...original, occurredAt: replacement.occurredAt, body: replacement.body } as Fact));
      continue;
    }
    const now = replaced.has(fact.id) ? replaced.get(fact.id) : fact;
    if (now !== null && now !== undefined && (asOf === null || now.occurredAt <= asOf)) out.push(now);
  }
  const place = (fact: Fact): string => `${fact.occurredAt} ${String(FACT_KINDS.indexOf(fact.kind)).padStart(4, '0')} ${String(fact.seq).padStart(12, '0')}`;
  const places = new Map(out.map((fact) => [fact, place(fact)]));
  return out.sort((a, b) => ((places.get(a) ?? '') < (places.get(b) ?? '') ? -1 : 1));
}

/** Where the auditor and the ledger differ, as sentences. */
export function compare(audited: readonly AuditRow[], ledger: readonly PartitionRow[]): string[] {
  const problems: string[] = [];
  const columns = ['promised', 'surplus', 'outstanding', 'consigned', 'inTheAir', 'atHub', 'onward', 'delivered', 'lost'] as const;
  if (audited.length !== ledger.length) problems.push(`the ledger has ${ledger.length} rows, the auditor ${audited.length}`);
  for (const row of audited) {
    const other = ledger.find((it) => it.pledge === row.pledge && it.item === row.item);
    for (const column of columns) if (other === undefined || other[column] !== row[column]) problems.push(`pledge ${row.pledge} of ${row.item}: ${column} is ${other?.[column] ?? 'missing'} in the ledger, ${row[column]} by replay`);
  }
  return problems;
}
