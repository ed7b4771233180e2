// Packing list: what is in a shipment, lot by lot and handling unit by handling unit, as it was loaded. Customs and the hub check
// the goods against it. Content as UN/CEFACT's packing list (UNTDED 271) asks; goods, numbers and weights per package.

import type { Paper } from './paper.ts';
import { goodsTable, journeyFields, paperOf, partyLines, penOf, reckonedNote, sendersOf, signature, unitsTable, type Issue } from './parts.ts';
import type { Shipment } from './shipment.ts';

export function packingList(issue: Issue, shipment: Shipment): Paper {
  const pen = penOf(issue);
  const { words } = pen;
  return paperOf(issue, {
    title: words.titles['packing-list'],
    subtitle: pen.name(shipment.id),
    layout: 'landscape',
    toComplete: true,
    sections: [
      journeyFields(pen, shipment),
      { kind: 'boxes', rows: [[{ label: words.shipment.sender, lines: partyLines(pen, sendersOf(shipment)), strong: true }, { label: words.shipment.consignee, lines: partyLines(pen, shipment.consignee), strong: true }]] },
      goodsTable(pen, shipment.lines, ['lot', 'item', 'batch', 'expires', 'temperature', 'cartons', 'perCarton', 'units', 'gross', 'volume']),
      ...reckonedNote(pen, shipment.lines),
      ...unitsTable(pen, shipment.handlingUnits),
      { kind: 'boxes', rows: [[signature(words.sign.prepared), signature(words.sign.checked)]] },
    ],
  });
}
