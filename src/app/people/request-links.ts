// The link by which a recipient, without an account, says what it needs: files requests, sees what became of them, answers what
// is asked back. It opens one recipient and nothing else, expires, and can be revoked; its secret is kept as a hash.

import { ALWAYS, effective } from '../../domain/asof.ts';
import { RecipientId } from '../../domain/ids.ts';
import { register, type Register } from '../../domain/register.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { localDateIn, plusMinutes, type Instant } from '../../domain/time.ts';
import type { Failure } from '../failure.ts';
import { journalOf, operationOf } from '../journal.ts';
import { fileRequests } from '../need/requests/file-requests.ts';
import { requestsReport } from '../need/requests/report.ts';
import type { LineAsk, RequestInList } from '../need/requests/shape.ts';
import { stepRequest, unknownRequest } from '../need/requests/step-request.ts';
import { situation } from '../plan/situation.ts';
import { ownIn } from './own.ts';
import { ownRequest } from './own-requests.ts';
import type { PeopleFailure } from './refusal.ts';
import type { RequestLink } from './roster.ts';
import { hashOf, idOf, MINUTES_PER_DAY } from './secrets.ts';
import type { PeopleTools } from './tools.ts';

type Tools = Pick<PeopleTools, 'roster' | 'store' | 'clock' | 'randomness'>;
type Answer<T> = Promise<Result<T, PeopleFailure | Failure>>;

export interface MadeRequestLink {
  readonly id: string;
  /** Shown once. */
  readonly secret: string;
  readonly expiresAt: Instant;
}

export type RequestLinkInList = Omit<RequestLink, 'hash'>;

/** What the link opens. */
export interface ByLink {
  readonly operation: string;
  readonly recipient: { readonly id: string; readonly name: string };
  readonly zone: string;
  /** The local date on which the operation stands. */
  readonly today: string;
  readonly expiresAt: Instant;
  readonly items: readonly { readonly item: string; readonly name: string; readonly unitsPerCarton: number }[];
  /** Newest first. */
  readonly requests: readonly RequestInList[];
}

const namedIn = (known: Pick<Register, 'recipients'>, recipient: string): string | null => [...known.recipients.values()].find((it) => it.recipient === recipient)?.name ?? null;

export async function makeRequestLink({ roster, store, clock, randomness }: Tools, operation: string, wish: { readonly recipient: string; readonly days: number; readonly madeBy: string }): Answer<MadeRequestLink> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  if (namedIn(register(effective(journal.value, ALWAYS)), wish.recipient) === null) return err({ code: 'unknown-recipient', message: `there is no recipient ${wish.recipient}`, remedy: 'register it first, or name one that is registered' });
  const secret = randomness.secret();
  const hash = hashOf(secret);
  const madeAt = clock.now();
  const expiresAt = plusMinutes(madeAt, wish.days * MINUTES_PER_DAY);
  await roster.putRequestLink({ id: idOf(hash), hash, operation, recipient: wish.recipient, madeBy: wish.madeBy, madeAt, expiresAt, revokedAt: null });
  return ok({ id: idOf(hash), secret, expiresAt });
}

export const requestLinksOf = async ({ roster }: Tools, operation: string): Promise<readonly RequestLinkInList[]> => (await roster.requestLinks(operation)).map(listed);

const listed = ({ id, operation, recipient, madeBy, madeAt, expiresAt, revokedAt }: RequestLink): RequestLinkInList => ({ id, operation, recipient, madeBy, madeAt, expiresAt, revokedAt });

export async function revokeRequestLink({ roster, clock }: Tools, operation: string, id: string): Answer<void> {
  return (await roster.revokeRequestLink(operation, id, clock.now())) ? ok(undefined) : err({ code: 'unknown-link', message: `there is no link ${id} that still holds`, remedy: 'the list of links names those there are' });
}

/** Two words only: never known, or known and at its end. */
async function standingLink({ roster, clock }: Tools, secret: string): Promise<Result<RequestLink, PeopleFailure>> {
  const link = await roster.requestLink(hashOf(secret));
  if (link === null) return err({ code: 'link-unknown', message: 'this link does not open anything', remedy: 'check that it was copied whole, or ask whoever sent it for a new one' });
  if (link.revokedAt === null && link.expiresAt > clock.now()) return ok(link);
  return err({ code: 'link-ended', message: link.revokedAt === null ? 'this link has expired' : 'this link was revoked', remedy: 'ask whoever sent it for a new one' });
}

export async function viewByLink(tools: Tools, secret: string): Answer<ByLink> {
  const link = await standingLink(tools, secret);
  return link.ok ? viewed(tools, link.value) : link;
}

async function viewed({ store, clock }: Tools, { operation, recipient, expiresAt }: RequestLink): Answer<ByLink> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const settings = operationOf(journal.value);
  const asOf = settings.standsAt ?? clock.now();
  const now = situation(journal.value, { asOf, knownAt: null });
  const own = ownIn(now.known, 'consignee', new Set([recipient]));
  const report = requestsReport(now, journal.value);
  const requests = report.requests.filter((it) => it.recipient === recipient).map((it) => ownRequest(own, it));
  return ok({
    operation,
    recipient: { id: recipient, name: namedIn(now.known, recipient) ?? recipient },
    zone: settings.zone,
    today: localDateIn(asOf, settings.zone),
    expiresAt,
    items: report.items,
    // At one instant, in the order in which they came.
    requests: requests.toReversed().toSorted((a, b) => (a.requestedAt < b.requestedAt ? 1 : a.requestedAt > b.requestedAt ? -1 : 0)),
  });
}

export interface LinkRequest {
  readonly name: string;
  readonly lines: readonly LineAsk[];
}

export async function fileByLink(tools: Tools, secret: string, { name, lines }: LinkRequest, key: string): Answer<ByLink> {
  const link = await standingLink(tools, secret);
  if (!link.ok) return link;
  const { id, operation, recipient } = link.value;
  const filed = await fileRequests(tools.store, operation, [{ recipient, lines, name, via: 'link' }], () => `request-link:${id}:${key}`, tools.clock);
  return filed.ok ? viewed(tools, link.value) : filed;
}

export interface LinkReply extends Partial<Pick<LinkRequest, 'lines'>> {
  readonly name: string;
  readonly answer: string;
}

/** Answers a question about a request of the link's recipient; another's does not exist here. */
export async function answerByLink(tools: Tools, secret: string, request: string, said: LinkReply, key: string): Answer<ByLink> {
  return step(tools, secret, request, { step: 'answer', ...said }, key);
}

export const withdrawByLink = (tools: Tools, secret: string, request: string, key: string): Answer<ByLink> => step(tools, secret, request, { step: 'withdraw' }, key);

async function step(tools: Tools, secret: string, request: string, ask: Parameters<typeof stepRequest>[3], key: string): Answer<ByLink> {
  const link = await standingLink(tools, secret);
  if (!link.ok) return link;
  const { id, operation, recipient } = link.value;
  const journal = await journalOf(tools.store, operation);
  if (!journal.ok) return journal;
  const { requests } = register(effective(journal.value, ALWAYS));
  const own = new Map([...requests].filter(([, { requested }]) => requested.recipient === RecipientId.parse(recipient)));
  if (![...own.keys()].some((it) => it === request)) return err(unknownRequest(request, { requests: own }));
  const done = await stepRequest(tools.store, operation, request, ask, {}, `request-link:${id}:${key}`, tools.clock);
  return done.ok ? viewed(tools, link.value) : done;
}
