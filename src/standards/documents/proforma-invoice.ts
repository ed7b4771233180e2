// Proforma invoice for goods that are given: what customs value them at, though nobody pays. Values come from the item list; goods
// without one bear dots. Data as the Union's customs legislation asks of an invoice (Regulation (EU) 2015/2447, Annex 9-01).

import type { Paper } from './paper.ts';
import { DOTTED, blank, goodsTable, journeyFields, paperOf, partyLines, penOf, sendersOf, signature, valueOf, type Issue } from './parts.ts';
import type { Shipment } from './shipment.ts';

export function proformaInvoice(issue: Issue, shipment: Shipment): Paper {
  const pen = penOf(issue);
  const { words } = pen;
  const isUnvalued = shipment.lines.some(({ valueCents }) => valueCents === null);
  return paperOf(issue, {
    title: words.titles['proforma-invoice'],
    subtitle: pen.name(shipment.id),
    layout: 'landscape',
    notice: words.proforma.notice,
    toComplete: true,
    sections: [
      { kind: 'boxes', rows: [[{ label: words.shipment.sender, lines: partyLines(pen, sendersOf(shipment), { eori: shipment.kind === 'dispatch' }), strong: true }, { label: words.shipment.consignee, lines: partyLines(pen, shipment.consignee, { eori: true }), strong: true }]] },
      journeyFields(pen, shipment),
      { kind: 'fields', columns: 4, fields: [{ label: words.proforma.reason, value: words.proforma.relief }, { label: words.proforma.currency, value: 'EUR' }, { label: words.proforma.terms, value: DOTTED }, { label: words.goods.origin, value: DOTTED }] },
      goodsTable(pen, shipment.lines, ['item', 'lot', 'cnCode', 'cartons', 'units', 'gross', 'unitValue', 'value']),
      { kind: 'fields', columns: 2, fields: [{ label: words.proforma.total, value: pen.euros(valueOf(shipment.lines)) }] },
      { kind: 'text', paragraphs: [words.proforma.source, ...(isUnvalued ? [words.proforma.unvalued] : []), blank(pen, words.sign.prepared)] },
      { kind: 'boxes', rows: [[signature(words.sign.sender), signature(words.sign.customs)]] },
    ],
  });
}
