// Requests filed: whoever asks, by whichever way, one or a sheet of them, all or none. Each takes the place of the same recipient's
// requests that wait and ask for the same; what lies outside the plausible band is asked about at once, in the same breath.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { effective } from '../../../domain/asof.ts';
import { isKind, type Fact, type NewFact } from '../../../domain/facts.ts';
import { Actor, IdempotencyKey, RecipientId, RequestId, type OperationId, type Sha256 } from '../../../domain/ids.ts';
import { nearest } from '../../../domain/nearest.ts';
import { MOST_LINES, type NeedRequested, type RequestLine } from '../../../domain/need/request.ts';
import { replacedBy } from '../../../domain/need/request-overlaps.ts';
import { register, type Register } from '../../../domain/register.ts';
import { err, invariant, ok, type Result } from '../../../domain/result.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Failure, Rejection } from '../../failure.ts';
import { journalOf, operationOf, whenOf } from '../../journal.ts';
import { situation } from '../../plan/situation.ts';
import type { Clock, Store } from '../../ports.ts';
import { record } from '../../record.ts';
import { estimatesAt, outsideBand } from './estimates.ts';
import { readLines } from './lines.ts';
import { requestShown } from './report.ts';
import type { FiledRequest, RequestAsk } from './shape.ts';

/** Who asks where a quantity lies outside the band: nobody in person. */
const BAND = Actor.parse('plausible-band');
/** How much of a key's hash names a request: 40 bits, so that the next million collide with a chance of one in a million each. */
const NAMED = 10;

/** Same key, same name: a request that is sent twice is one. */
export const requestIdOf = (key: string): RequestId => RequestId.parse(`RQ-${bytesToHex(sha256(utf8ToBytes(key))).slice(0, NAMED).toUpperCase()}`);

export const refusedLines = (rejected: readonly Rejection[]): Failure => ({ code: 'facts-refused', message: `refused: ${rejected[0]?.problem ?? ''}`, remedy: rejected[0]?.remedy ?? '', rejected });

interface Read {
  readonly ask: RequestAsk;
  readonly key: string;
  readonly request: RequestId;
  readonly recipient: RecipientId;
  readonly lines: readonly RequestLine[];
  /** It stands already. */
  readonly standing: boolean;
}

/** @param keyOf names each by its place among them. */
export async function fileRequests(store: Store, operation: string, asks: readonly RequestAsk[], keyOf: (index: number) => string, clock: Clock): Promise<Result<readonly FiledRequest[], Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const settings = operationOf(journal.value);
  const when = whenOf(settings, { asOf: asks[0]?.at }, clock);
  if (!when.ok) return when;
  const known = register(effective(journal.value, when.value));
  const read = readAll(journal.value, known, asks, keyOf);
  if (!read.ok) return read;
  const names: Sha256[] = [];
  const facts: NewFact[] = [];
  for (const it of read.value) {
    if (it.standing) continue;
    const name = it.ask.name?.trim() ?? '';
    const signed = name === '' ? null : await store.keepPerson(settings.id, { name, role: 'requester' });
    if (signed !== null) names.push(signed);
    facts.push(...factsOf(journal.value, known, it, signed, { at: when.value.asOf, now: clock.now() }));
  }
  const recorded = facts.length === 0 ? ok(null) : await record(store, settings.id, facts);
  if (recorded.ok) return filed(store, operation, read.value, when.value.asOf);
  await forget(store, settings.id, names);
  if (recorded.error.code !== 'key-reused') return recorded;
  // Somebody sent the same at the same moment: theirs stands.
  const after = await journalOf(store, operation);
  const again = after.ok ? readAll(after.value, known, asks, keyOf) : after;
  return again.ok && again.value.every(({ standing }) => standing) ? filed(store, operation, again.value, when.value.asOf) : recorded;
}

const forget = async (store: Store, operation: OperationId, names: readonly Sha256[]): Promise<void> => {
  for (const name of names) await store.forgetPerson(operation, name);
};

function readAll(journal: readonly Fact[], known: Register, asks: readonly RequestAsk[], keyOf: (index: number) => string): Result<readonly Read[], Failure> {
  const { zone } = operationOf(journal);
  const byKey = new Map(journal.flatMap((fact) => (isKind(fact, 'need.requested') ? [[fact.key as string, fact.body] as const] : [])));
  const read: Read[] = [];
  const rejected: Rejection[] = [];
  for (const [k, ask] of asks.entries()) {
    const key = keyOf(k);
    const reject = (column: string, value: string, problem: string, remedy: string): void => void rejected.push({ file: null, sheet: null, row: null, column, value, problem, remedy });
    const recipient = RecipientId.safeParse(ask.recipient);
    const lines = readLines(ask.lines, zone);
    if (!lines.ok) rejected.push(...lines.error);
    if (ask.lines.length === 0 || ask.lines.length > MOST_LINES) reject('lines', String(ask.lines.length), `a request has 1 to ${MOST_LINES} lines`, 'split it, or say what is needed');
    if (!recipient.success || !known.recipients.has(recipient.data)) {
      const close = nearest(ask.recipient, known.recipients.keys());
      reject('recipient', ask.recipient, `there is no recipient ${ask.recipient}`, close === null ? 'register the recipient first' : `did you mean ${close}?`);
    }
    if (!recipient.success || !lines.ok) continue;
    const standing = byKey.get(key);
    if (standing !== undefined && !isSame(standing, recipient.data, lines.value)) return err({ code: 'key-reused', message: `the key ${key} stands for another request already: ${standing.request} of ${standing.recipient}`, remedy: 'give this one a key of its own' });
    read.push({ ask, key, request: requestIdOf(key), recipient: recipient.data, lines: lines.value, standing: standing !== undefined });
  }
  return rejected.length > 0 ? err(refusedLines(rejected)) : ok(read);
}

const isSame = (standing: NeedRequested, recipient: RecipientId, lines: readonly RequestLine[]): boolean => {
  const text = (all: readonly RequestLine[]): string => JSON.stringify(all.map(({ item, units, from, until, severity }) => [item, units, from, until, severity]));
  return standing.recipient === recipient && text(standing.lines) === text(lines);
};

function factsOf(journal: readonly Fact[], known: Register, { ask, key, request, recipient, lines }: Read, signed: Sha256 | null, { at, now }: { readonly at: Instant; readonly now: Instant }): NewFact[] {
  const common = { occurredAt: at, recordedAt: now, sources: [], note: null, evidence: [...(ask.evidence ?? [])] };
  const replaces = replacedBy(known, recipient, lines);
  const outside = outsideBand(estimatesAt(journal, at), known, recipient, lines);
  const body: NeedRequested = { request, recipient, lines: [...lines], via: ask.via, ...(signed !== null && { requestedBy: signed }), ...(replaces.length > 0 && { replaces }) };
  return [
    { ...common, kind: 'need.requested', by: ask.by ?? Actor.parse(`requester:${ask.via}${signed === null ? '' : `/${signed}`}`), key: IdempotencyKey.parse(key), body },
    ...(outside.length === 0 ? [] : [{ ...common, kind: 'request.asked' as const, by: BAND, key: IdempotencyKey.parse(`band:${request}`), body: { request, recipient, outside } }]),
  ];
}

async function filed(store: Store, operation: string, read: readonly Read[], asOf: Instant): Promise<Result<readonly FiledRequest[], Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const now = situation(journal.value, { asOf, knownAt: null });
  return ok(
    read.map(({ request, standing }) => {
      const held = now.known.requests.get(request);
      invariant(held !== undefined, 'a request that was recorded is on record');
      return { request: requestShown(now, journal.value, request, held), fresh: !standing };
    }),
  );
}
