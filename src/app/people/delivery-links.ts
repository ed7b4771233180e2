// The link by which a consignee, without an account, answers for one delivery: what is coming, and once what was received,
// damaged, refused. It opens that delivery and nothing else. The same answer again is the same facts; another one is a question
// that people must settle, never an overwriting.

import { isKind, type Fact, type NewFact } from '../../domain/facts.ts';
import { Actor, DispatchId, IdempotencyKey, LotId, OperationId, RecipientId } from '../../domain/ids.ts';
import { effective, ALWAYS } from '../../domain/asof.ts';
import { register, type Register } from '../../domain/register.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { type Instant, plusMinutes, readInstant } from '../../domain/time.ts';
import { units } from '../../domain/units.ts';
import type { Failure } from '../failure.ts';
import { journalOf, operationOf } from '../journal.ts';
import { record } from '../record.ts';
import type { PeopleFailure } from './refusal.ts';
import type { DeliveryLink, LinkAnswer, LotAnswer } from './roster.ts';
import { hashOf, idOf, MINUTES_PER_DAY } from './secrets.ts';
import type { PeopleTools } from './tools.ts';

type Tools = Pick<PeopleTools, 'roster' | 'store' | 'clock' | 'randomness'>;
type Answer<T> = Promise<Result<T, PeopleFailure | Failure>>;

export interface MadeDeliveryLink {
  readonly id: string;
  /** Shown once. */
  readonly secret: string;
  readonly expiresAt: Instant;
}

export type LinkInList = Omit<DeliveryLink, 'hash'>;

/** A delivery as its consignee sees it. */
export interface Delivery {
  readonly operation: string;
  readonly dispatch: string;
  readonly recipient: { readonly id: string; readonly name: string };
  readonly lots: readonly { readonly lot: string; readonly item: string; readonly name: string; readonly units: number }[];
  readonly departedAt: Instant | null;
  readonly expiresAt: Instant;
  readonly answer: Omit<LinkAnswer, 'signedBy'> | null;
}

export interface ReceiptAnswer {
  readonly name: string;
  readonly lots: readonly LotAnswer[];
  readonly note: string | null;
  /** As people write instants; null: now. */
  readonly receivedAt: string | null;
}

export async function makeLink({ roster, store, clock, randomness }: Tools, operation: string, wish: { readonly dispatch: string; readonly days: number; readonly madeBy: string }): Answer<MadeDeliveryLink> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const recipient = register(effective(journal.value, ALWAYS)).releases.find(({ release }) => release.dispatch === wish.dispatch)?.release.recipient;
  if (recipient === undefined) return err({ code: 'unknown-delivery', message: `no dispatch ${wish.dispatch} was released`, remedy: 'release it first, or name one that was released' });
  const secret = randomness.secret();
  const hash = hashOf(secret);
  const madeAt = clock.now();
  const expiresAt = plusMinutes(madeAt, wish.days * MINUTES_PER_DAY);
  await roster.putLink({ id: idOf(hash), hash, operation, dispatch: wish.dispatch, recipient, madeBy: wish.madeBy, madeAt, expiresAt, revokedAt: null, answer: null });
  return ok({ id: idOf(hash), secret, expiresAt });
}

export const linksOf = async ({ roster }: Tools, operation: string): Promise<readonly LinkInList[]> => (await roster.links(operation)).map(listed);

const listed = ({ id, operation, dispatch, recipient, madeBy, madeAt, expiresAt, revokedAt, answer }: DeliveryLink): LinkInList => ({ id, operation, dispatch, recipient, madeBy, madeAt, expiresAt, revokedAt, answer });

export async function revokeLink({ roster, clock }: Tools, operation: string, id: string): Answer<void> {
  return (await roster.revokeLink(operation, id, clock.now())) ? ok(undefined) : err({ code: 'unknown-link', message: `there is no link ${id} that still holds`, remedy: 'the list of links names those there are' });
}

export async function viewDelivery(tools: Tools, secret: string): Answer<Delivery> {
  const link = await standingLink(tools, secret);
  if (!link.ok) return link;
  const journal = await journalOf(tools.store, link.value.operation);
  return journal.ok ? ok(deliveryOf(link.value, journal.value)) : journal;
}

/** Two words only: never known, or known and at its end. Who holds a link that ended had it once, and may know that. */
async function standingLink({ roster, clock }: Tools, secret: string): Promise<Result<DeliveryLink, PeopleFailure>> {
  const link = await roster.link(hashOf(secret));
  if (link === null) return err({ code: 'link-unknown', message: 'this link does not open anything', remedy: 'check that it was copied whole, or ask the hub for a new one' });
  if (link.revokedAt === null && link.expiresAt > clock.now()) return ok(link);
  return err({ code: 'link-ended', message: link.revokedAt === null ? 'this link has expired' : 'this link was revoked', remedy: 'ask the hub for a new one' });
}

function deliveryOf({ operation, dispatch, recipient, expiresAt, answer }: DeliveryLink, journal: readonly Fact[]): Delivery {
  const facts = effective(journal, ALWAYS);
  const known = register(facts);
  const { signedBy: _, ...said } = answer ?? { signedBy: null };
  return {
    operation,
    dispatch,
    recipient: { id: recipient, name: known.recipients.get(RecipientId.parse(recipient))?.name ?? recipient },
    lots: [...sentOf(known, dispatch)].map(([lot, sent]) => {
      const item = known.lots.get(LotId.parse(lot))?.item;
      return { lot, item: item ?? '', name: (item === undefined ? undefined : known.items.get(item)?.name) ?? '', units: sent };
    }),
    departedAt: facts.find((fact) => isKind(fact, 'dispatch.departed') && fact.body.dispatch === dispatch)?.occurredAt ?? null,
    expiresAt,
    answer: 'lots' in said ? said : null,
  };
}

/** Lot → units released under the dispatch. */
function sentOf(known: Register, dispatch: string): ReadonlyMap<string, number> {
  const sent = new Map<string, number>();
  for (const { release } of known.releases) if (release.dispatch === dispatch) sent.set(release.lot, (sent.get(release.lot) ?? 0) + release.units);
  return sent;
}

export async function answerDelivery(tools: Tools, secret: string, said: ReceiptAnswer): Answer<Delivery> {
  const found = await standingLink(tools, secret);
  if (!found.ok) return found;
  const link = found.value;
  const journal = await journalOf(tools.store, link.operation);
  if (!journal.ok) return journal;
  const wrong = problemWith(said, sentOf(register(effective(journal.value, ALWAYS)), link.dispatch));
  if (wrong !== null) return err(wrong);
  if (link.answer !== null) return again(tools, link, link.answer, said);
  const fresh = await answerFrom(tools, link, journal.value, said);
  if (!fresh.ok) return fresh;
  if (!(await tools.roster.answerLink(link.operation, link.id, fresh.value))) {
    await forget(tools, link, fresh.value);
    const standing = await tools.roster.link(link.hash);
    return standing?.answer ? again(tools, standing, standing.answer, said) : viewDelivery(tools, secret);
  }
  const recorded = await enter(tools, link, fresh.value);
  if (recorded.ok) return recorded;
  // Nothing was written: the consignee may correct what they said.
  await tools.roster.clearAnswer(link.operation, link.id);
  await forget(tools, link, fresh.value);
  return recorded;
}

const forget = ({ store }: Tools, link: DeliveryLink, answer: LinkAnswer): Promise<boolean> => store.forgetPerson(OperationId.parse(link.operation), answer.signedBy);

async function answerFrom({ store, clock }: Tools, link: DeliveryLink, journal: readonly Fact[], { name, lots, note, receivedAt }: ReceiptAnswer): Promise<Result<LinkAnswer, Failure>> {
  const answeredAt = clock.now();
  const at = receivedAt === null ? ok(answeredAt) : readInstant(receivedAt, operationOf(journal).zone);
  if (!at.ok) return err({ code: 'bad-instant', message: `receivedAt is ${receivedAt ?? ''}, which is not an instant`, remedy: at.error });
  const signedBy = await store.keepPerson(OperationId.parse(link.operation), { name, role: 'consignee' });
  return ok({ lots, note, receivedAt: at.value, answeredAt, signedBy });
}

function problemWith({ lots }: ReceiptAnswer, sent: ReadonlyMap<string, number>): PeopleFailure | null {
  const bad = (message: string, remedy: string): PeopleFailure => ({ code: 'bad-people', message, remedy });
  const named = new Set(lots.map(({ lot }) => lot));
  if (named.size !== lots.length || named.size !== sent.size || [...named].some((lot) => !sent.has(lot))) return bad('the answer is not about the lots of this delivery, each once', `answer for ${[...sent.keys()].join(', ')}; where nothing came, write 0`);
  const tooMuch = lots.find(({ received, damaged }) => damaged > received);
  return tooMuch === undefined ? null : bad(`lot ${tooMuch.lot}: ${tooMuch.damaged} damaged of ${tooMuch.received} received`, 'count the damaged units among those received');
}

/** The same quantities are the same answer, whoever writes them; they are entered again, in case the first try broke off. */
async function again(tools: Tools, link: DeliveryLink, standing: LinkAnswer, said: ReceiptAnswer): Answer<Delivery> {
  const text = (lots: readonly LotAnswer[]): string => JSON.stringify(lots.map(({ lot, received, damaged, refused }) => [lot, received, damaged, refused]).toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
  if (text(standing.lots) === text(said.lots)) return enter(tools, { ...link, answer: standing }, standing);
  return err({ code: 'answered-otherwise', message: 'this delivery was answered before with other quantities; the first answer stands', remedy: 'tell the hub which is right: a person there corrects it' });
}

/** All facts of the answer, or none. Under the same keys each time: entered once, however often it is sent. */
async function enter({ store }: Tools, link: DeliveryLink, answer: LinkAnswer): Answer<Delivery> {
  const recorded = await record(store, OperationId.parse(link.operation), factsOf(link, answer));
  if (!recorded.ok) return recorded;
  const journal = await journalOf(store, link.operation);
  return journal.ok ? ok(deliveryOf({ ...link, answer }, journal.value)) : journal;
}

function factsOf(link: DeliveryLink, answer: LinkAnswer): NewFact[] {
  const recipient = RecipientId.parse(link.recipient);
  const dispatch = DispatchId.parse(link.dispatch);
  const common = (of: string) => ({ occurredAt: answer.receivedAt, recordedAt: answer.answeredAt, by: Actor.parse(`consignee:link/${answer.signedBy}`), key: IdempotencyKey.parse(`receipt:${link.id}:${of}`), sources: [], note: answer.note, evidence: [] });
  return answer.lots.flatMap(({ lot: name, received, damaged, refused }): NewFact[] => {
    const lot = LotId.parse(name);
    return [
      ...(refused > 0 ? [{ ...common(`${lot}:refused`), kind: 'dispatch.refused' as const, body: { dispatch, lot, recipient, units: units(refused), reason: answer.note ?? 'refused at the door' } }] : []),
      { ...common(`${lot}:delivered`), kind: 'dispatch.delivered', body: { dispatch, lot, recipient, units: units(received), signedBy: answer.signedBy } },
      ...(damaged > 0 ? [{ ...common(`${lot}:damaged`), kind: 'goods.damaged' as const, body: { recipient, lot, units: units(damaged), reason: answer.note ?? 'damaged when received' } }] : []),
    ];
  });
}
