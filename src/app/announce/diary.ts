// The days of the public page and the entries of its feeds: what happened, as phrases, each with its fact; what was corrected; and
// what is expected next.

import { isKind, type Fact } from '../../domain/facts.ts';
import { phrase, type ItemNamed, type Phrase, type PhraseOf, type PlaceNamed, type RecipientNamed } from '../../domain/phrase.ts';
import type { ItemCode, PlaceCode, RecipientId } from '../../domain/ids.ts';
import { itemOf } from '../plan/overflow.ts';
import type { Situation } from '../plan/situation.ts';
import type { DispatchInPicture, Flight } from '../picture/shape.ts';
import type { DiaryEntry, StoryCorrection } from './shape.ts';
import type { Step } from './steps.ts';

type Goods = PhraseOf<'diary.goods'>;

/** Of what happened, the latest; of what is expected, the first. */
const HAPPENED = 40;
const EXPECTED = 12;

export function diaryOf(now: Situation, steps: readonly Step[], corrections: readonly StoryCorrection[], coming: { readonly flights: readonly Flight[]; readonly dispatches: readonly DispatchInPicture[] }): DiaryEntry[] {
  const told = teller(now, steps);
  const happened = now.facts.flatMap((fact): DiaryEntry[] => {
    const entry = told(fact);
    return entry === null ? [] : [{ fact: fact.id, at: fact.occurredAt, recordedAt: fact.recordedAt, expected: false, pledge: null, ...entry }];
  });
  const corrected = corrections.map(({ fact, at, reason, before, after }): DiaryEntry => ({ fact, at, recordedAt: at, state: 'corrected', expected: false, pledge: null, said: before === null || after === null ? phrase('diary.corrected', { reason }) : phrase('diary.corrected-number', { before, after, reason }) }));
  const past = [...happened, ...corrected].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(-HAPPENED);
  return [...past, ...ahead(now, coming)];
}

const LOSSES = { 'goods.short': 'short', 'goods.damaged': 'damaged', 'goods.lost': 'lost', 'goods.seized': 'seized', 'goods.recalled': 'recalled', 'goods.destroyed': 'destroyed' } as const;
const isLoss = (kind: Fact['kind']): kind is keyof typeof LOSSES => Object.hasOwn(LOSSES, kind);

/** Says of a fact what the public wants to know of it; null: nothing. */
function teller(now: Situation, steps: readonly Step[]): (fact: Fact) => (Pick<DiaryEntry, 'state' | 'said'> & Partial<Pick<DiaryEntry, 'pledge'>>) | null {
  const { item, place, recipient } = namesOf(now);
  const moved = new Map(steps.map((step) => [step.fact.id, step]));
  const goods = (code: string, units: number): Goods => phrase('diary.goods', { units, item: item(code) });
  const goodsOf = (fact: Fact): Goods[] => {
    const sums = Map.groupBy(moved.get(fact.id)?.transfers ?? [], (transfer) => transfer.item);
    return [...sums].map(([code, transfers]) => goods(code, transfers.reduce((sum, { units }) => sum + units, 0)));
  };
  const lotGoods = (lot: string, units: number): Goods => goods(now.known.lots.get(lot as never)?.item ?? '', units);
  const hubBound = (consignment: string): boolean => now.known.places.get(now.known.consignments.get(consignment as never)?.announced.to as PlaceCode)?.role === 'hub' || (now.known.consignments.get(consignment as never)?.lots ?? []).some(({ pledge, item: code }) => now.known.pledges.get(`${pledge}\t${code}`)?.viaHub === true);

  const isOurs = (lot: string): boolean => { const on = now.known.lots.get(lot as never); return on !== undefined && now.known.pledges.get(`${on.pledge}\t${on.item}`)?.viaHub === true; };

  return (fact) => {
    if (isKind(fact, 'pledge.made')) return fact.body.viaHub ? { state: 'promised', pledge: fact.body.pledge, said: phrase('diary.pledged', { donor: fact.body.donor, goods: goods(fact.body.item, fact.body.units), scope: { area: fact.body.scope } }) } : null;
    if (isKind(fact, 'pledge.amended')) return { state: 'promised', pledge: fact.body.pledge, said: phrase('diary.amended', { pledge: fact.body.pledge, goods: goods(fact.body.item, fact.body.units), reason: fact.body.reason }) };
    if (isKind(fact, 'pledge.withdrawn')) return { state: 'promised', pledge: fact.body.pledge, said: phrase('diary.withdrawn', { pledge: fact.body.pledge, item: item(fact.body.item), reason: fact.body.reason }) };
    if (isKind(fact, 'consignment.departed') || isKind(fact, 'consignment.arrived')) {
      const { consignment } = fact.body;
      const way = now.known.consignments.get(consignment)?.announced;
      if (way === undefined || !hubBound(consignment)) return null;
      if (fact.kind === 'consignment.departed') return { state: 'inTheAir', said: phrase('diary.took-off', { consignment, from: place(way.from), to: place(way.to) }) };
      return { state: 'atHub', said: phrase('diary.landed', { consignment, place: place(fact.body.place ?? way.to), goods: goodsOf(fact) }) };
    }
    if (isKind(fact, 'dispatch.departed')) {
      const order = now.ledger.dispatches.get(fact.body.dispatch);
      return order === undefined ? null : { state: 'onward', said: phrase('diary.sent', { goods: goodsOf(fact), place: place(order.place), recipient: recipient(order.recipient) }) };
    }
    if (isKind(fact, 'dispatch.delivered')) return !isOurs(fact.body.lot) ? null : { state: 'delivered', said: phrase('diary.received', { recipient: recipient(fact.body.recipient), goods: lotGoods(fact.body.lot, fact.body.units) }) };
    if (isKind(fact, 'dispatch.refused')) return { state: 'lost', said: phrase('diary.refused', { recipient: recipient(fact.body.recipient), goods: lotGoods(fact.body.lot, fact.body.units) }) };
    if (isLoss(fact.kind)) {
      const { lot, units } = fact.body as { readonly lot: string; readonly units: number };
      return { state: 'lost', said: phrase('diary.lost', { goods: lotGoods(lot, units), how: LOSSES[fact.kind] }) };
    }
    return null;
  };
}

function ahead(now: Situation, { flights, dispatches }: Parameters<typeof diaryOf>[3]): DiaryEntry[] {
  const { item, place, recipient } = namesOf(now);
  const entry = (at: DiaryEntry['at'], state: DiaryEntry['state'], said: Phrase, fact: Fact | undefined): DiaryEntry => ({ fact: fact?.id ?? null, at, recordedAt: null, state, expected: true, pledge: null, said });
  const goods = ({ item: code, units }: { readonly item: string; readonly units: number }): Goods => phrase('diary.goods', { units, item: item(code) });
  const byItem = (load: Flight['load']): Goods[] => [...Map.groupBy(load, (it) => it.item)].map(([code, lots]) => goods({ item: code, units: lots.reduce((sum, { units }) => sum + units, 0) }));
  return [
    ...flights.filter(({ viaHub, arrivedAt, expectedArrival }) => viaHub && arrivedAt === null && expectedArrival > now.asOf).map(({ consignment, to, load, expectedArrival, state }) => entry(expectedArrival, state === 'in-the-air' ? 'inTheAir' : 'consigned', phrase('diary.landing', { consignment, place: place(to), goods: byItem(load) }), now.facts.find((fact) => isKind(fact, 'consignment.announced') && fact.body.consignment === consignment))),
    ...dispatches.flatMap((it) => (it.eta === null || it.eta.likely < now.asOf ? [] : [entry(it.eta.likely, it.state, phrase('diary.arriving', { recipient: recipient(it.recipient), goods: [goods(it)] }), now.facts.find((fact) => isKind(fact, 'dispatch.released') && fact.body.dispatch === it.dispatch))])),
  ]
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, EXPECTED);
}

function namesOf({ known }: Situation): { readonly item: (code: string) => ItemNamed; readonly place: (code: string) => PlaceNamed; readonly recipient: (id: string) => RecipientNamed } {
  return {
    item: (code) => ({ item: code as ItemCode, name: known.items.has(code as ItemCode) ? itemOf(known, { item: code }).name : code }),
    place: (code) => ({ place: code as PlaceCode, name: known.places.get(code as PlaceCode)?.name ?? code }),
    recipient: (id) => ({ recipient: id as RecipientId, name: known.recipients.get(id as RecipientId)?.name ?? id }),
  };
}
