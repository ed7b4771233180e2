// Waybill that goes with a dispatch to its receiver: what was sent, with room for what was found. The square code names the dispatch,
// or, where one handling unit is sent, that unit as a GS1 Digital Link. Columns after the Logistics Cluster's waybill and delivery note.

import type { Paper } from './paper.ts';
import { journeyFields, paperOf, partyLines, penOf, sendersOf, signature, unitsTable, type Issue } from './parts.ts';
import type { Shipment } from './shipment.ts';

export function waybill(issue: Issue, shipment: Shipment, link: string): Paper {
  const pen = penOf(issue);
  const { words } = pen;
  const { waybill: it, goods } = words;
  const room = '.'.repeat(10);
  return paperOf(issue, {
    title: words.titles.waybill,
    subtitle: pen.name(shipment.id),
    link,
    toComplete: true,
    sections: [
      journeyFields(pen, shipment),
      { kind: 'boxes', rows: [[{ label: words.shipment.sender, lines: partyLines(pen, sendersOf(shipment)), strong: true }, { label: words.shipment.consignee, lines: partyLines(pen, shipment.consignee), strong: true }]] },
      {
        kind: 'table',
        title: goods.title,
        columns: [{ heading: goods.lot, kind: 'text' }, { heading: goods.item, kind: 'text' }, ...[goods.cartons, it.sent, it.receivedGood, it.short, it.damaged].map((heading) => ({ heading, kind: 'figure' as const }))],
        rows: shipment.lines.map((line) => ({ cells: [pen.name(line.lot), pen.name(line.name), pen.count(line.cartons), pen.count(line.units), room, room, room] })),
        empty: goods.empty,
      },
      ...unitsTable(pen, shipment.handlingUnits),
      { kind: 'text', paragraphs: [it.toReceiver, it.scan] },
      { kind: 'boxes', rows: [[{ label: it.remarks, lines: [], heightMm: 18 }], [signature(words.sign.sender), signature(words.sign.carrier), signature(words.sign.consignee)]] },
    ],
  });
}
