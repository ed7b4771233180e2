// Facts for the suite on the transparency log: lots that go the whole way from the promise to the receiver's acceptance, one
// transfer a fact, with names and commitments as long as real ones. The figures where everything ends are counted here, by plain
// addition, and not taken from the log.

import { createHash } from 'node:crypto';
import { FACT_BODIES, type Fact, type FactKind } from '../src/domain/facts.ts';
import { OperationId } from '../src/domain/ids.ts';
import { instantFromMs } from '../src/domain/time.ts';
import type { Account, AccountName, Posting } from '../src/ledger/accounts.ts';
import { FIGURES, type TotalsRow } from '../src/log/totals.ts';

const START_MS = Date.UTC(2020, 2, 1);
const PLEDGES = 200;
const ITEM = 'surgical-mask';
const OPERATION = OperationId.parse('bench');

interface Step {
  readonly kind: FactKind;
  readonly from: AccountName;
  readonly to: AccountName;
}
const WAY: readonly Step[] = [
  { kind: 'pledge.made', from: 'promised', to: 'outstanding' },
  { kind: 'lot.announced', from: 'outstanding', to: 'consigned' },
  { kind: 'consignment.departed', from: 'consigned', to: 'airborne' },
  { kind: 'consignment.arrived', from: 'airborne', to: 'landed' },
  { kind: 'goods.tallied', from: 'landed', to: 'available' },
  { kind: 'dispatch.released', from: 'available', to: 'allocated' },
  { kind: 'dispatch.departed', from: 'allocated', to: 'onward' },
  { kind: 'dispatch.delivered', from: 'onward', to: 'delivered' },
  { kind: 'dispatch.accepted', from: 'delivered', to: 'accepted' },
];

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const uuid = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;

export interface Page {
  readonly facts: readonly Fact[];
  readonly postings: readonly Posting[];
}

/** The facts with first ≤ seq < first + count. */
export function pageOf(first: number, count: number): Page {
  const facts: Fact[] = [];
  const postings: Posting[] = [];
  for (let seq = first; seq < first + count; seq += 1) {
    const { step, lot, pledge, units } = placeOf(seq);
    const names = { lot, consignment: `C-${lot}`, dispatch: `D-${lot}`, recipient: `CHU-${Number(lot.slice(4)) % 97}`, pledge, item: ITEM, units };
    const at = instantFromMs(START_MS + seq * 1_000);
    facts.push({
      id: uuid(digest(`id ${seq}`)), operation: OPERATION, seq, kind: step.kind, occurredAt: at, recordedAt: at,
      by: seq % 2 === 0 ? `hub-operator:LGG-HUB/${digest(`member ${seq % 40}`)}` : 'pack', key: `bench:${seq}`, sources: [], note: null, evidence: [], body: bodyOf(step.kind, names),
    } as unknown as Fact); // the body has just been read by the schema of its kind
    postings.push({ pledge, item: ITEM, from: accountOf(step.from, names), to: accountOf(step.to, names), units, of: seq, cause: seq });
  }
  return { facts, postings };
}

function placeOf(seq: number): { readonly step: Step; readonly lot: string; readonly pledge: string; readonly units: number } {
  const lot = Math.floor((seq - 1) / WAY.length);
  return { step: WAY[(seq - 1) % WAY.length] ?? { kind: 'pledge.made', from: 'promised', to: 'outstanding' }, lot: `LGG-${String(lot).padStart(7, '0')}`, pledge: `P${lot % PLEDGES}`, units: 1_000 + (lot % 500) };
}

type Names = Readonly<Record<'lot' | 'consignment' | 'dispatch' | 'recipient' | 'pledge' | 'item', string>> & { readonly units: number };

function bodyOf(kind: FactKind, { lot, consignment, dispatch, recipient, pledge, item, units }: Names): unknown {
  const place = 'BELGG';
  const bodies: Partial<Record<FactKind, object>> = {
    'pledge.made': { pledge, item, units, donor: 'Foundation of the e-commerce group', scope: 'EUROPE', viaHub: true },
    'lot.announced': { lot, consignment, pledge, item, units, batch: `B-${lot}` },
    'consignment.departed': { consignment, lot, units, place: 'CNHGH' },
    'consignment.arrived': { consignment, lot, units, place },
    'goods.tallied': { place, lot, units, by: 'scan' },
    'dispatch.released': { dispatch, place, recipient, lot, units, route: ['ROAD-LGG-BRU-20200316'] },
    'dispatch.departed': { dispatch, lot, units, place },
    'dispatch.delivered': { dispatch, lot, recipient, units, signedBy: digest(recipient) },
    'dispatch.accepted': { dispatch, lot, recipient, units },
  };
  return FACT_BODIES[kind].parse(bodies[kind]);
}

const AT: Partial<Record<AccountName, (names: Names) => string>> = {
  consigned: ({ consignment }) => consignment, airborne: ({ consignment }) => consignment,
  landed: () => 'BELGG', available: () => 'BELGG',
  allocated: ({ dispatch }) => dispatch, onward: ({ dispatch }) => dispatch,
  delivered: ({ recipient }) => recipient, accepted: ({ recipient }) => recipient,
};
const accountOf = (name: AccountName, names: Names): Account => ({ name, lot: AT[name] === undefined ? '' : names.lot, at: AT[name]?.(names) ?? '' });

/** Where the units of each pledge are after so many facts. */
export function totalsAfter(facts: number): TotalsRow[] {
  const rows = new Map<string, Record<string, number>>();
  const figureAt = ['outstanding', 'consigned', 'inTheAir', 'atHub', 'atHub', 'atHub', 'onward', 'delivered', 'delivered'] as const;
  for (let seq = 1; seq <= facts; seq += WAY.length) {
    const { pledge, units } = placeOf(seq);
    const last = Math.min(facts - seq, WAY.length - 1);
    const row = rows.get(pledge) ?? Object.fromEntries(FIGURES.map((figure) => [figure, 0]));
    rows.set(pledge, row);
    const add = (figure: string): void => void (row[figure] = (row[figure] ?? 0) + units);
    add('promised');
    add(figureAt[last] ?? 'outstanding');
    if (last >= 3) add('everLanded');
    if (last >= 7) add('everDelivered');
    if (last === 8) add('accepted');
  }
  // Each row was begun with every figure.
  return [...rows].sort(([a], [b]) => (`${a}\t` < `${b}\t` ? -1 : 1)).map(([pledge, row]) => ({ pledge, item: ITEM, ...(row as unknown as Omit<TotalsRow, 'pledge' | 'item'>) }));
}
