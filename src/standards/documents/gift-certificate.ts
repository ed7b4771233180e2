// Gift or donation certificate: that the goods are given, by whom, to whom, for which country, and not for sale. For want of this
// paper 101,600 masks given to Italy were seized in transit in March 2020: so the country that goods are meant for stands
// beside each lot. Content as relief consignments' customs guides ask (UN OCHA/WCO model agreement on humanitarian consignments, 1996).

import type { Paper } from './paper.ts';
import { goodsTable, journeyFields, paperOf, partyLines, penOf, signature, type Issue } from './parts.ts';
import type { Shipment } from './shipment.ts';

export function giftCertificate(issue: Issue, shipment: Shipment): Paper {
  const pen = penOf(issue);
  const { words } = pen;
  const donors = [...new Set(shipment.lines.map(({ donor }) => donor))].join('; ');
  return paperOf(issue, {
    title: words.titles['gift-certificate'],
    subtitle: pen.name(shipment.id),
    toComplete: true,
    sections: [
      { kind: 'text', paragraphs: [words.gift.opening(donors, shipment.consignee.name), ...words.gift.terms] },
      { kind: 'boxes', rows: [[{ label: words.shipment.donor, lines: partyLines(pen, { name: donors, area: null }), strong: true }, { label: words.shipment.consignee, lines: partyLines(pen, shipment.consignee), strong: true }]] },
      journeyFields(pen, shipment),
      goodsTable(pen, shipment.lines, ['lot', 'item', 'pledge', 'boundFor', 'cartons', 'units', 'gross']),
      { kind: 'text', paragraphs: [words.gift.transit] },
      { kind: 'boxes', rows: [[signature(words.sign.donor), signature(words.sign.consignee)]] },
    ],
  });
}
