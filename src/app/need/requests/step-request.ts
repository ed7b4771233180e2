// A step of a request: a question back, its answer, acceptance, refusal, withdrawal. Once under its key.

import { effective, ALWAYS } from '../../../domain/asof.ts';
import type { FactKind, NewFact } from '../../../domain/facts.ts';
import { FACT_BODIES, type BodyOf } from '../../../domain/facts.ts';
import { Actor, IdempotencyKey, type RequestId, type Sha256 } from '../../../domain/ids.ts';
import { nearest } from '../../../domain/nearest.ts';
import { acceptedAsAsked, overlapsOf } from '../../../domain/need/request-overlaps.ts';
import type { RequestOnRecord } from '../../../domain/need/requests-on-record.ts';
import { register, type Register } from '../../../domain/register.ts';
import { err, invariant, ok, type Result } from '../../../domain/result.ts';
import type { Zone } from '../../../domain/time.ts';
import type { Failure, Rejection } from '../../failure.ts';
import { journalOf, operationOf, whenOf } from '../../journal.ts';
import { situation } from '../../plan/situation.ts';
import type { Clock, Store } from '../../ports.ts';
import { record } from '../../record.ts';
import { refusedLines } from './file-requests.ts';
import { readLines, windowFrom } from './lines.ts';
import { requestShown } from './report.ts';
import type { AcceptAsk, FiledRequest, Signed, StepAsk } from './shape.ts';

const KINDS = { ask: 'request.asked', answer: 'request.answered', accept: 'request.accepted', decline: 'request.declined', withdraw: 'request.withdrawn' } as const satisfies Record<StepAsk['step'], FactKind>;

export const unknownRequest = (request: string, { requests }: Pick<Register, 'requests'>): Failure => {
  const close = nearest(request, requests.keys());
  return { code: 'unknown-request', message: `there is no request ${request}`, remedy: close === null ? 'GET …/requests lists those there are' : `did you mean ${close}?` };
};

export async function stepRequest(store: Store, operation: string, name: string, ask: StepAsk, signed: Signed, key: string, clock: Clock): Promise<Result<FiledRequest, Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const settings = operationOf(journal.value);
  const when = whenOf(settings, { asOf: signed.at }, clock);
  if (!when.ok) return when;
  const known = register(effective(journal.value, ALWAYS));
  const found = [...known.requests].find(([request]) => request === name);
  if (found === undefined) return err(unknownRequest(name, known));
  const [request, held] = found;
  // Sent again, it is not signed again: the name under which it stands is in the vault already.
  const isRepeated = journal.value.some((fact) => fact.key === key && fact.kind === KINDS[ask.step] && fact.body.request === request);
  if (isRepeated) return shown(store, operation, request, when.value.asOf, false);
  const said = ask.step === 'answer' ? (ask.name?.trim() ?? '') : '';
  const signer = said === '' ? null : await store.keepPerson(settings.id, { name: said, role: 'requester' });
  const body = bodyOf(known, request, held, ask, signer, settings.zone);
  const recorded = body.ok ? await record(store, settings.id, [{ kind: KINDS[ask.step], occurredAt: when.value.asOf, recordedAt: clock.now(), by: signed.by ?? Actor.parse(ask.step === 'answer' || ask.step === 'withdraw' ? `requester:${held.requested.via}${signer === null ? '' : `/${signer}`}` : 'coordinator'), key: IdempotencyKey.parse(key), sources: [], note: null, evidence: [], body: body.value } as NewFact]) : body;
  if (recorded.ok) return shown(store, operation, request, when.value.asOf, true);
  if (signer !== null) await store.forgetPerson(settings.id, signer);
  return recorded;
}

async function shown(store: Store, operation: string, request: RequestId, asOf: FiledRequest['request']['requestedAt'], fresh: boolean): Promise<Result<FiledRequest, Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const now = situation(journal.value, { asOf, knownAt: null });
  const held = now.known.requests.get(request) ?? register(effective(journal.value, ALWAYS)).requests.get(request);
  invariant(held !== undefined, 'a request that took a step is on record');
  return ok({ request: requestShown(now, journal.value, request, held), fresh });
}

type Body = BodyOf<(typeof KINDS)[StepAsk['step']]>;

function bodyOf(known: Register, request: RequestId, held: RequestOnRecord, ask: StepAsk, signer: Sha256 | null, zone: Zone): Result<Body, Failure> {
  const { recipient } = held.requested;
  if (ask.step === 'answer') {
    const lines = ask.lines === undefined ? ok(undefined) : readLines(ask.lines, zone);
    if (!lines.ok) return err(refusedLines(lines.error));
    return read('request.answered', { request, recipient, answer: ask.answer, ...(lines.value && { lines: lines.value }), ...(signer !== null && { answeredBy: signer }) });
  }
  if (ask.step === 'accept') {
    const lines = acceptedLines(known, request, held, ask.lines, zone);
    return lines.ok ? read('request.accepted', { request, recipient, lines: lines.value, ...spoken(ask.reason) }) : err(refusedLines(lines.error));
  }
  if (ask.step === 'ask') return read('request.asked', { request, recipient, question: ask.question });
  return ask.step === 'decline' ? read('request.declined', { request, recipient, reason: ask.reason }) : read('request.withdrawn', { request, recipient, ...spoken(ask.reason) });
}

const spoken = (reason: string | null | undefined): { reason?: string } => ((reason ?? '').trim() === '' ? {} : { reason: reason ?? '' });

function read(kind: (typeof KINDS)[StepAsk['step']], body: unknown): Result<Body, Failure> {
  const parsed = FACT_BODIES[kind].safeParse(body);
  if (parsed.success) return ok(parsed.data);
  return err(refusedLines(parsed.error.issues.map(({ path, message }) => rejection(path.join('.'), null, message, `see the kind ${kind} in docs/pack.md`))));
}

const rejection = (column: string, value: string | null, problem: string, remedy: string): Rejection => ({ file: null, sheet: null, row: null, column, value, problem, remedy });

/** Null lines: all of them. A line of none is left out. */
function acceptedLines(known: Register, request: RequestId, held: RequestOnRecord, asked: readonly AcceptAsk[] | undefined, zone: Zone): Result<object[], Rejection[]> {
  const rejected: Rejection[] = [];
  const instant = (text: string, column: string): string => {
    const found = windowFrom(text, zone);
    if (!found.ok) rejected.push(rejection(column, text, 'it is not an instant', found.error));
    return found.ok ? found.value : text;
  };
  const wanted = asked?.map((it, k) => ({ ...it, from: instant(it.from, `lines.${k}.from`) })) ?? held.lines.map(({ item, from, units }): AcceptAsk => ({ item, from, units }));
  const lines = wanted.flatMap((want, k) => {
    if (want.units === 0) return [];
    const line = held.lines.find(({ item, from }) => item === want.item && from === want.from);
    if (line === undefined) {
      rejected.push(rejection(`lines.${k}.item`, want.item, `the request does not ask for ${want.item} from ${want.from}`, 'accept lines of the request'));
      return [];
    }
    const proposal = acceptedAsAsked(known, held.requested.recipient, line, overlapsOf(known, held.requested.recipient, line, request));
    const within = want.within?.map((it) => ({ recipient: it.recipient, from: instant(it.from, `lines.${k}.within`) })) ?? proposal.within;
    const replaces = want.replaces?.map((from) => instant(from, `lines.${k}.replaces`)) ?? proposal.replaces;
    return [{ item: line.item, units: want.units, from: line.from, until: line.until, severity: line.severity, ...(within.length > 0 && { within }), ...(replaces.length > 0 && { replaces }) }];
  });
  if (rejected.length === 0 && lines.length === 0) rejected.push(rejection('lines', null, 'nothing of it is accepted', 'accept at least one unit, or decline the request'));
  return rejected.length > 0 ? err(rejected) : ok(lines);
}
