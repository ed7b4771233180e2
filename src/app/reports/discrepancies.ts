// Discrepancies: where what was sent and what was received differ, the open ones first, oldest first.

import type { LotId } from '../../domain/ids.ts';
import { isOpen } from '../../ledger/ledger.ts';
import type { ReportColumn, ReportSheet } from '../../standards/documents/report.ts';
import type { Words } from '../../standards/documents/words/vocabulary.ts';
import { nameOf } from '../papers/shipments.ts';
import type { Situation } from '../plan/situation.ts';
import { itemName } from './pipeline.ts';

export function discrepancySheets(now: Situation, { reports: it, received }: Words): ReportSheet[] {
  const facts = new Map(now.facts.map((fact) => [fact.id as string, fact]));
  const all = [...now.ledger.discrepancies.values()].flatMap((discrepancy) => {
    const fact = facts.get(discrepancy.opened);
    return fact === undefined ? [] : [{ discrepancy, fact, open: isOpen(now.ledger, discrepancy) }];
  });
  const ordered = all.toSorted((a, b) => Number(b.open) - Number(a.open) || a.fact.seq - b.fact.seq);
  const text = (heading: string, hxl: string | null): ReportColumn => ({ heading, kind: 'text', hxl });
  const figure = (heading: string, hxl: string): ReportColumn => ({ heading, kind: 'figure', hxl });
  return [
    {
      title: it.titles.discrepancies,
      columns: [text(it.state, '#status'), text(it.opened, '#date+opened'), figure(it.seq, '#meta+fact+num'), text(it.kind, '#event+type'), text(it.lot, '#item+lot+code'), text(it.item, '#item+name'), figure(it.expected, '#indicator+expected+num'), figure(it.found, '#indicator+found+num'), figure(it.missing, '#indicator+missing+num'), text(it.where, '#loc+name')],
      rows: ordered.map(({ discrepancy: { lot, kind, expected, found, waitsIn }, fact, open }) => {
        const { place, recipient, consignment } = fact.body as { readonly place?: string; readonly recipient?: string; readonly consignment?: string };
        const missing = open && waitsIn !== null ? (now.ledger.balances.get(waitsIn)?.units ?? 0) : 0;
        return [open ? it.openState : it.resolved, { at: fact.occurredAt }, fact.seq, received.kinds[kind], lot, itemName(now, now.known.lots.get(lot as LotId)?.item ?? ''), expected, found, missing, nameOf(now, recipient ?? place ?? consignment ?? '')];
      }),
      empty: it.empty.discrepancies,
    },
  ];
}
