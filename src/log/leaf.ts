// A leaf: what the log says of one fact, as canonical JSON (RFC 8785). Number, id, kind and instants of each fact stand there,
// so that none can be left out unseen; its body as far as it is public (domain/announce/public-facts.ts); the commitment of
// whoever recorded it; and each transfer of units that it caused. A fact that moves more than a leaf holds goes on in further
// leaves; a body that is too long stands as its hash.

import canonicalize from 'canonicalize';
import { err, invariant, ok, type Result } from '../domain/result.ts';
import { hashOf, type Sha256Into, textOf, toHex, utf8 } from './hash.ts';

/** Of the format. */
const VERSION = 1;
/** 100 transfers of the longest names and a body of this length stay below the 65,535 bytes that a bundle gives a leaf. */
const TRANSFERS_MOST = 100;
const BODY_BYTES_MOST = 10_000;

/** A side of a transfer: an account of the ledger; its lot, and where, unless they are empty. */
export interface LeafAccount {
  readonly account: string;
  readonly at?: string;
  readonly lot?: string;
}

export interface LeafTransfer {
  readonly pledge: string;
  readonly item: string;
  readonly from: LeafAccount;
  readonly to: LeafAccount;
  readonly units: number;
  /** The fact that it belongs to, where that is another: a late fact or a correction changed what an earlier one moves. */
  readonly of?: number;
}

/** The body in place of one that is too long: SHA-256 of its canonical JSON. */
export interface LongBody {
  readonly bytes: number;
  readonly sha256: string;
}

export interface LeafFact {
  readonly seq: number;
  readonly id: string;
  readonly kind: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  /** A commitment; null: the fact bears none. */
  readonly by: string | null;
  /** Null: nothing of it is public. */
  readonly body: unknown;
}

/** As it is read back. Of the further leaves of one fact only `seq`, `part` and `transfers` are there. */
export type Leaf = { readonly v: number; readonly seq: number; readonly transfers: readonly LeafTransfer[]; readonly part?: number; readonly parts?: number; readonly long?: LongBody } & (
  | (Omit<LeafFact, 'seq'> & { readonly part?: 1 })
  | { readonly part: number; readonly kind?: undefined }
);

function canonical(value: unknown): string {
  const text = canonicalize(value);
  invariant(text !== undefined, 'only JSON becomes a leaf');
  return text;
}

/** The leaves of a fact, one after the other; nearly always one. */
export function leavesOf(sha256: Sha256Into, { body, ...fact }: LeafFact, transfers: readonly LeafTransfer[]): Uint8Array[] {
  const parts = Math.max(1, Math.ceil(transfers.length / TRANSFERS_MOST));
  const written = utf8(canonical(body));
  const said = written.length <= BODY_BYTES_MOST ? { body } : { body: null, long: { bytes: written.length, sha256: toHex(hashOf(sha256, written)) } };
  return Array.from({ length: parts }, (_, at) => {
    const part = { v: VERSION, seq: fact.seq, transfers: transfers.slice(at * TRANSFERS_MOST, (at + 1) * TRANSFERS_MOST), ...(parts > 1 && { part: at + 1, parts }) };
    return utf8(canonical(at === 0 ? { ...part, ...fact, ...said } : part));
  });
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const isAccount = (value: unknown): boolean => isObject(value) && isText(value['account']) && (value['at'] === undefined || isText(value['at'])) && (value['lot'] === undefined || isText(value['lot']));
const isTransfer = (value: unknown): boolean => isObject(value) && isText(value['pledge']) && isText(value['item']) && isAccount(value['from']) && isAccount(value['to']) && isNumber(value['units']) && (value['of'] === undefined || isNumber(value['of']));

function isLeaf(value: unknown): value is Leaf {
  if (!isObject(value) || value['v'] !== VERSION || !isNumber(value['seq']) || !Array.isArray(value['transfers']) || !value['transfers'].every(isTransfer)) return false;
  const { part, parts } = value;
  if (part === undefined ? parts !== undefined : !isNumber(part) || !isNumber(parts) || part > parts || parts === 1) return false;
  if (part !== undefined && part !== 1) return value['kind'] === undefined;
  return ['id', 'kind', 'occurredAt', 'recordedAt'].every((name) => isText(value[name])) && (value['by'] === null || isText(value['by'])) && 'body' in value;
}

function isSorted(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isSorted);
  if (!isObject(value)) return true;
  let before = '';
  for (const name of Object.keys(value)) {
    if (name < before || !isSorted(value[name])) return false;
    before = name;
  }
  return true;
}

/** The error says what is wrong with it. A leaf that is not canonical could be read in two ways, and is refused. */
export function readLeaf(bytes: Uint8Array): Result<Leaf, string> {
  const text = textOf(bytes);
  if (text === null) return err('it is no text');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err('it is no JSON');
  }
  if (JSON.stringify(value) !== text || !isSorted(value)) return err('it is not canonical JSON');
  return isLeaf(value) ? ok(value) : err('it has not the form of a leaf');
}
