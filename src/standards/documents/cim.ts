// Data for a CIM consignment note, by the numbers of its boxes (CIT's consignment note manual GLV-CIM, appendix 2; CIM uniform rules,
// Article 7). It is made out for the shipment's legs by rail. The note itself is agreed with the carrier, mostly electronically.

import type { Box, Paper } from './paper.ts';
import { DOTTED, paperOf, partyLines, penOf, reckonedNote, sendersOf, signature, type Issue } from './parts.ts';
import type { Shipment } from './shipment.ts';

export function cim(issue: Issue, shipment: Shipment): Paper {
  const pen = penOf(issue);
  const { cim: it, cmr, titles } = pen.words;
  const rails = shipment.legs.filter(({ mode }) => mode === 'rail');
  const [first] = rails;
  const to = rails.at(-1)?.to ?? shipment.to;
  const box = (number: string, label: string, lines: readonly string[] = [DOTTED], share = 1): Box => ({ number, label, lines, share });
  const takenOver = shipment.departedAt ?? first?.departsAt ?? null;
  const papers = [titles['gift-certificate'], titles['packing-list'], titles['proforma-invoice'], ...shipment.papersHeld.map(pen.name)];
  return paperOf(issue, {
    title: titles.cim,
    subtitle: pen.name(shipment.id),
    notice: it.notice,
    toComplete: true,
    sections: [
      {
        kind: 'boxes',
        rows: [
          [{ ...box('1', it.consignor, partyLines(pen, sendersOf(shipment)), 2), strong: true }, box('2', it.consignorCode), box('3', it.payerCode)],
          [{ ...box('4', it.consignee, partyLines(pen, shipment.consignee), 2), strong: true }, box('5', it.consigneeCode), box('6', it.payerCodeRest)],
          [box('7', it.declarations, [cmr.relief], 2), box('8', it.reference, [pen.name(shipment.id)])],
          [box('9', it.annexes, papers, 2), box('13', it.commercial), box('14', it.agreement)],
          [box('10', it.delivery, [pen.spot(to)], 2), box('11', it.deliveryCode, [pen.name(to.place)]), box('12', it.station)],
          [box('16', it.takingOver, [pen.spot(first?.from ?? shipment.from), takenOver === null ? DOTTED : pen.instant(takenOver)], 2), box('17', it.takingOverCode, [pen.name((first?.from ?? shipment.from).place)]), box('19', it.wagon)],
          [box('15', it.information, [cmr.relief], 2), box('20', it.payment)],
        ],
      },
      {
        kind: 'table',
        columns: [{ heading: `21   ${it.description}`, kind: 'text' }, { heading: cmr.marks, kind: 'text' }, { heading: cmr.packages, kind: 'figure' }, { heading: `24   ${it.nhm}`, kind: 'figure' }, { heading: `25   ${it.mass}`, kind: 'figure' }],
        // NHM takes its first six digits from the Harmonized System, as the Combined Nomenclature does.
        rows: shipment.lines.map((line) => ({ cells: [pen.name(`${pen.count(line.units)} × ${line.name}`), pen.name(line.lot), pen.count(line.cartons), line.cnCode === null ? DOTTED : `${line.cnCode.slice(0, 6)}00`, `${line.declared ? '' : '~\u00a0'}${pen.kg(line.gross)}`] })),
        empty: pen.words.goods.empty,
      },
      ...reckonedNote(pen, shipment.lines),
      {
        kind: 'boxes',
        rows: [
          [box('22', it.exceptional, [it.notOnRecord]), box('23', it.rid), box('26', it.customs), box('27', it.value)],
          [box('28', it.interest), { ...signature(it.established), number: '29', share: 2 }],
        ],
      },
    ],
  });
}
