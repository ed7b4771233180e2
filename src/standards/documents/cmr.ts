// Data for a CMR consignment note: its 24 boxes, numbered as on the model form (IRU, after Articles 5 and 6 of the Convention on the
// Contract for the International Carriage of Goods by Road, Geneva 1956). It is made out for the shipment's legs by road.

import type { Box, Paper } from './paper.ts';
import { DOTTED, cartonsOf, grossOf, paperOf, partyLines, penOf, reckonedNote, sendersOf, volumeOf, type Issue, type Pen } from './parts.ts';
import type { GoodsLine, Leg, Shipment } from './shipment.ts';
import { FRAME_WORDS } from './wording.ts';

const roads = ({ legs }: Shipment): readonly Leg[] => legs.filter(({ mode }) => mode === 'road');

export function cmr(issue: Issue, shipment: Shipment): Paper {
  const pen = penOf(issue);
  const { cmr: it, titles } = pen.words;
  const legs = roads(shipment);
  const [first, ...later] = legs;
  const from = first?.from ?? shipment.from;
  const to = legs.at(-1)?.to ?? shipment.to;
  const takenOver = shipment.departedAt ?? first?.departsAt ?? null;
  const carriers = [...new Set(later.map(({ carrier }) => carrier))].filter((carrier) => carrier !== first?.carrier);
  const box = (number: string, label: string, lines: readonly string[], heightMm?: number): Box => ({ number, label, lines, ...(heightMm !== undefined && { heightMm }) });
  const papers = [titles['gift-certificate'], titles['packing-list'], titles['proforma-invoice'], ...shipment.papersHeld.map(pen.name)];
  return paperOf(issue, {
    title: titles.cmr,
    subtitle: pen.name(shipment.id),
    notice: it.notice,
    toComplete: true,
    sections: [
      {
        kind: 'boxes',
        rows: [
          [{ ...box('1', it.sender, partyLines(pen, sendersOf(shipment))), strong: true }, { ...box('16', it.carrier, partyLines(pen, { name: first?.carrier ?? '', area: null })), strong: true }],
          [{ ...box('2', it.consignee, partyLines(pen, shipment.consignee)), strong: true }, box('17', it.successive, carriers.length === 0 ? [DOTTED] : carriers.map(pen.name))],
          [box('3', it.delivery, [pen.spot(to)]), box('18', it.reservations, [], 16)],
          [box('4', it.takingOver, [pen.spot(from), takenOver === null ? DOTTED : pen.instant(takenOver)]), box('5', it.documents, papers)],
        ],
      },
      goodsBoxes(pen, shipment.lines),
      ...reckonedNote(pen, shipment.lines),
      {
        kind: 'boxes',
        rows: [
          [box('13', it.instructions, [it.relief]), box('14', it.payment, [DOTTED]), box('15', it.cash, [it.noCash])],
          [box('19', it.special, [DOTTED]), box('20', it.paidBy, [DOTTED]), box('21', it.established, [`${pen.spot(from)}, ${DOTTED}`])],
          [box('22', it.senderSigns, [], 24), box('23', it.carrierSigns, [], 24), box('24', it.received, [], 24)],
        ],
      },
      { kind: 'text', paragraphs: [it.paramount] },
    ],
  });
}

/** Boxes 6 to 12 are the columns of the form's middle. */
function goodsBoxes(pen: Pen, lines: readonly GoodsLine[]): Paper['sections'][number] {
  const { cmr: it, goods } = pen.words;
  const numbered = (number: number, label: string): string => `${number}   ${label}`;
  return {
    kind: 'table',
    columns: [
      { heading: numbered(6, it.marks), kind: 'text' }, { heading: numbered(7, it.packages), kind: 'figure' }, { heading: numbered(8, it.packing), kind: 'text' }, { heading: numbered(9, it.nature), kind: 'text' },
      { heading: numbered(10, it.statistical), kind: 'figure' }, { heading: numbered(11, it.gross), kind: 'figure' }, { heading: numbered(12, it.volume), kind: 'figure' },
    ],
    rows: lines.map((line) => ({ cells: [pen.name(line.lot), pen.count(line.cartons), it.cartons, pen.name(`${pen.count(line.units)} × ${line.name}`), line.cnCode ?? DOTTED, `${line.declared ? '' : '~\u00a0'}${pen.kg(line.gross)}`, pen.m3(line.volume)] })),
    ...(lines.length > 1 && { totals: [FRAME_WORDS[pen.language].total, pen.count(cartonsOf(lines)), '', '', '', pen.kg(grossOf(lines)), pen.m3(volumeOf(lines))] }),
    empty: goods.empty,
  };
}
