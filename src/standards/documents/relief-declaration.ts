// Data for the customs declaration of relief goods under Decision (EU) 2020/491 (3 April 2020, for goods imported from 30 January
// 2020): relief from import duty and VAT, only for state organisations or approved bodies, only for free distribution. What the
// ledger knows is filled in; the importer's status, approval and EORI number are theirs to state.

import type { AreaCode } from '../../domain/ids.ts';
import type { Box, Paper, Section } from './paper.ts';
import { DOTTED, goodsTable, journeyFields, paperOf, partyLines, penOf, sendersOf, signature, valueOf, type Issue, type Pen } from './parts.ts';
import type { Shipment } from './shipment.ts';

export interface ReliefGoods {
  readonly shipment: Shipment;
  /** Did it arrive on a day that the decision covers? */
  readonly isCovered: boolean;
  /** Who is to receive goods of it, by release orders. */
  readonly receivers: readonly { readonly name: string; readonly area: AreaCode; readonly item: string; readonly units: number; readonly dispatch: string }[];
}

/** Left for a cross. */
const CROSS = '[   ]';

export function reliefDeclaration(issue: Issue, { shipment, isCovered, receivers }: ReliefGoods): Paper {
  const pen = penOf(issue);
  const { words } = pen;
  const { relief: it } = words;
  const box = (label: string, lines: readonly string[], share = 1): Box => ({ label, lines, share });
  return paperOf(issue, {
    title: words.titles['relief-declaration'],
    subtitle: pen.name(shipment.id),
    layout: 'landscape',
    notice: it.notice,
    toComplete: true,
    sections: [
      {
        kind: 'boxes',
        rows: [
          [box(it.importer, partyLines(pen, shipment.consignee, { eori: true })), box(words.shipment.donor, partyLines(pen, sendersOf(shipment)))],
          [box(it.status, [`${CROSS} ${it.state}`, `${CROSS} ${it.approved} ${DOTTED}`]), box(it.use, [`${CROSS} ${it.free}`, `${CROSS} ${it.available}`])],
          [box(it.procedure, [DOTTED]), box(it.declared, [isCovered ? pen.instant(shipment.arrivedAt) : it.before]), box(words.proforma.total, [pen.euros(valueOf(shipment.lines))])],
        ],
      },
      journeyFields(pen, shipment),
      goodsTable(pen, shipment.lines, ['item', 'lot', 'cnCode', 'boundFor', 'cartons', 'units', 'gross', 'unitValue', 'value']),
      onward(pen, receivers),
      { kind: 'text', title: it.basis, paragraphs: [it.basisText, it.undertaking] },
      { kind: 'boxes', rows: [[signature(words.sign.consignee), signature(words.sign.customs)]] },
    ],
  });
}

function onward(pen: Pen, receivers: ReliefGoods['receivers']): Section {
  const { relief: it, goods, shipment } = pen.words;
  return {
    kind: 'table',
    title: it.onward,
    columns: [{ heading: it.receiver, kind: 'text' }, { heading: goods.boundFor, kind: 'text' }, { heading: goods.item, kind: 'text' }, { heading: shipment.dispatch, kind: 'text' }, { heading: goods.units, kind: 'figure' }],
    rows: receivers.map((row) => ({ cells: [pen.name(row.name), pen.country(row.area), pen.name(row.item), pen.name(row.dispatch), pen.count(row.units)] })),
    empty: it.noOnward,
  };
}
