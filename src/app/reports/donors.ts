// The donor's report: each pledge with its partition, and below it, lot by lot, who received its units and who is to.

import type { ConsignmentId, LotId, RecipientId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { ReportColumn, ReportSheet } from '../../standards/documents/report.ts';
import type { PaperLanguage } from '../../standards/documents/wording.ts';
import { writeCountry } from '../../standards/documents/wording.ts';
import type { Words } from '../../standards/documents/words/vocabulary.ts';
import type { Pile, Situation } from '../plan/situation.ts';
import { donorOf, itemName, pipelineSheets } from './pipeline.ts';

interface Received {
  readonly pile: Pile;
  readonly receiver: string | null;
  readonly dispatches: Set<string>;
  delivered: number;
  accepted: number;
  underWay: number;
}

const RECEIVING: ReadonlySet<string> = new Set(['allocated', 'onward', 'delivered', 'accepted']);

/** By lot and receiver, in the order of the ledger. */
function receivedOf(now: Situation): Received[] {
  const found = new Map<string, Received>();
  for (const pile of now.piles) {
    if (!RECEIVING.has(pile.state)) continue;
    const hasCome = pile.state === 'delivered' || pile.state === 'accepted';
    const receiver = hasCome ? pile.at : (now.ledger.dispatches.get(pile.at)?.recipient ?? null);
    const key = `${pile.pledge}\t${pile.lot}\t${receiver ?? ''}`;
    const row = found.get(key) ?? { pile, receiver, dispatches: new Set<string>(), delivered: 0, accepted: 0, underWay: 0 };
    found.set(key, row);
    if (hasCome) row.delivered += pile.units;
    else row.underWay += pile.units;
    if (pile.state === 'accepted') row.accepted += pile.units;
    if (!hasCome) row.dispatches.add(pile.at);
  }
  return [...found.values()];
}

export function donorSheets(now: Situation, words: Words, language: PaperLanguage): ReportSheet[] {
  const { reports: it } = words;
  const text = (heading: string, hxl: string | null): ReportColumn => ({ heading, kind: 'text', hxl });
  const figure = (heading: string, hxl: string): ReportColumn => ({ heading, kind: 'figure', hxl });
  const deliveries = (lot: string, receiver: string | null): { last: Instant | null; by: string[] } => {
    const own = now.known.deliveries.filter(({ delivery }) => delivery.lot === lot && delivery.recipient === receiver);
    return { last: own.at(-1)?.at ?? null, by: own.flatMap(({ delivery }) => delivery.dispatch ?? []) };
  };
  const [summary] = pipelineSheets(now, words);
  const receivers: ReportSheet = {
    title: it.receivers,
    columns: [
      text(it.donor, '#org+donor+name'), text(it.pledge, '#activity+code'), text(it.item, '#item+name'), text(it.lot, '#item+lot+code'), text(it.consignment, '#activity+consignment'), text(it.receiver, '#org+receiver+name'), text(it.country, '#country+name'), text(it.dispatch, '#activity+dispatch'),
      figure(it.transit, '#indicator+on_the_way+num'), figure(it.delivered, '#indicator+delivered+num'), figure(it.accepted, '#indicator+accepted+num'), text(it.when, '#date+delivered'),
    ],
    rows: receivedOf(now).map(({ pile, receiver, dispatches, delivered, accepted, underWay }) => {
      const recipient = receiver === null ? undefined : now.known.recipients.get(receiver as RecipientId);
      const lot = now.known.lots.get(pile.lot as LotId);
      const consignment = lot === undefined ? undefined : now.known.consignments.get(lot.consignment)?.announced;
      const { last, by } = deliveries(pile.lot, receiver);
      const to = recipient?.area ?? now.known.places.get(now.known.consignments.get(pile.at as ConsignmentId)?.announced.to ?? now.operation.hub)?.area;
      return [donorOf(now, pile.pledge, pile.item), pile.pledge, itemName(now, pile.item), pile.lot, consignment?.run ?? consignment?.consignment ?? '', recipient?.name ?? receiver ?? '', to === undefined ? '' : writeCountry(to, language), [...new Set([...by, ...dispatches])].join(', '), underWay, delivered, accepted, last === null ? null : { at: last }];
    }),
    empty: it.empty.donors,
  };
  return summary === undefined ? [receivers] : [{ ...summary, title: it.summary, empty: it.empty.donors }, receivers];
}
