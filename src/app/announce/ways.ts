// A pledge down to the last door, and what a recipient has signed for: each lot with its steps and with whoever holds it now.

import { isKind, type Fact } from '../../domain/facts.ts';
import type { Situation } from '../plan/situation.ts';
import type { Book } from './book.ts';
import { stateOf } from './promises.ts';
import type { LotHolding, LotStep, LotWay, PledgeStory, StoryPromise, ThanksStory } from './shape.ts';
import { termOf, termsIn, type Step } from './steps.ts';

interface Seen {
  readonly now: Situation;
  readonly steps: readonly Step[];
  readonly book: Book;
}

/** Null: there is no such pledge. */
export function pledgeStory(seen: Seen, pledge: string, promises: readonly StoryPromise[]): PledgeStory | null {
  const own = promises.filter((it) => it.pledge === pledge);
  if (own.length === 0) return null;
  return { pledge, promises: own, lots: lotsOf(seen, pledge) };
}

export function lotsOf(seen: Seen, pledge: string): LotWay[] {
  const { now, steps, book } = seen;
  const announced = new Map(now.facts.flatMap((fact) => (isKind(fact, 'lot.announced') ? [[fact.body.lot as string, fact] as const] : [])));
  return [...now.known.lots.values()]
    .filter((lot) => lot.pledge === pledge)
    .map(({ lot, item, consignment, units }) => {
      const fact = announced.get(lot);
      const own = steps.filter(({ transfers, landed }) => transfers.some(({ from, to }) => from.lot === lot || to.lot === lot) || landed.some((it) => it.lot === lot));
      return { lot, item, consignment, announced: book.sum(`lot:${lot}:announced`, 'pieces', item, fact === undefined ? [] : [termOf(fact, units)]), holdings: holdingsOf(seen, lot, own), steps: own.flatMap((step) => stepOf(now, lot, step)) };
    });
}

function holdingsOf({ now, book }: Seen, lot: string, steps: readonly Step[]): LotHolding[] {
  const piles = now.piles.filter((pile) => pile.lot === lot);
  const byHolder = Map.groupBy(piles, ({ state, at }) => `${stateOf(state) ?? ''}\t${at}`);
  return [...byHolder].flatMap(([, same]) => {
    const [first] = same;
    const state = first === undefined ? null : stateOf(first.state);
    if (first === undefined || state === null) return [];
    const recipient = recipientAt(now, first.at);
    const units = book.sum(`lot:${lot}:${state}:${first.at}`, 'pieces', first.item, termsIn(steps, (account) => account.lot === lot && account.at === first.at && stateOf(account.name) === state));
    return [{ state, recipient, with: nameOf(now, first.at), units }];
  });
}

const recipientAt = ({ known, ledger }: Situation, at: string): string | null => (known.recipients.has(at as never) ? at : (ledger.dispatches.get(at)?.recipient ?? null));
const nameOf = (now: Situation, at: string): string | null => {
  const recipient = recipientAt(now, at);
  if (recipient !== null) return now.known.recipients.get(recipient as never)?.name ?? recipient;
  return now.known.places.get(at as never)?.name ?? (at === '' ? null : at);
};

function stepOf(now: Situation, lot: string, { fact, transfers }: Step): LotStep[] {
  const moved = transfers.filter(({ to, from }) => to.lot === lot || from.lot === lot);
  const units = moved.reduce((sum, transfer) => sum + transfer.units, 0);
  const to = moved[0]?.to.at ?? '';
  return units === 0 ? [] : [{ fact: fact.id, kind: fact.kind, at: fact.occurredAt, units, to: nameOf(now, to) }];
}

/** Null: there is no such recipient, or it has signed for nothing yet. */
export function thanksStory(seen: Seen, recipient: string): ThanksStory | null {
  const { now, book } = seen;
  const known = now.known.recipients.get(recipient as never);
  const signed = now.facts.filter((fact) => isKind(fact, 'dispatch.delivered')).filter(({ body }) => body.recipient === recipient && body.units > 0);
  if (known === undefined || signed.length === 0) return null;
  const itemOf = (lot: string): string => now.known.lots.get(lot as never)?.item ?? '';
  const receipts = signed.map((fact) => {
    const lot = now.known.lots.get(fact.body.lot);
    const pledge = lot?.pledge ?? '';
    const item = itemOf(fact.body.lot);
    return { fact: fact.id, at: fact.occurredAt, item, pledge, donor: now.known.pledges.get(`${pledge}\t${item}`)?.donor ?? '', units: book.sum(`receipt:${fact.seq}`, 'pieces', item, [termOf(fact, fact.body.units)]), isSigned: fact.body.signedBy !== undefined, acceptedAt: acceptedAfter(now.facts, fact) };
  });
  const totals = [...Map.groupBy(signed, ({ body }) => itemOf(body.lot))].map(([item, facts]) => ({ item, units: book.sum(`received:${recipient}:${item}`, 'pieces', item, facts.map((fact) => termOf(fact, fact.body.units))) }));
  return { recipient, name: known.name, area: known.area, totals, donors: [...new Set(receipts.map(({ donor }) => donor))], receipts };
}

const acceptedAfter = (facts: readonly Fact[], { body, occurredAt }: Fact<'dispatch.delivered'>) =>
  facts.find((fact) => isKind(fact, 'dispatch.accepted') && fact.occurredAt >= occurredAt && fact.body.lot === body.lot && fact.body.recipient === body.recipient && fact.body.dispatch === body.dispatch)?.occurredAt ?? null;
