// Data sheet for an air waybill: what the agent writes into its boxes, numbered as IATA's Resolution 600a numbers them. The waybill
// itself is the carrier's document; this is not one. Chargeable weight: the larger of gross and volume at 167 kg/m³, rounded up to half a kilogram.

import { chargeableKg } from '../../domain/catalogue.ts';
import type { Box, Paper } from './paper.ts';
import { DOTTED, cartonsOf, grossOf, paperOf, partyLines, penOf, reckonedNote, sendersOf, signature, valueOf, volumeOf, type Issue, type Pen } from './parts.ts';
import type { Leg, Shipment } from './shipment.ts';
import { grams } from '../../domain/units.ts';

/** Where the shipment flies: from its first leg by air to its last. */
function flight({ legs }: Shipment): { readonly first: Leg; readonly last: Leg } | null {
  const flown = legs.filter(({ mode }) => mode === 'air');
  const [first] = flown;
  const last = flown.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}

export function airWaybill(issue: Issue, shipment: Shipment): Paper {
  const pen = penOf(issue);
  const { awb, titles } = pen.words;
  const way = flight(shipment);
  const master = shipment.waybills.find(({ kind }) => kind === 'master');
  const box = (number: string, label: string, lines: readonly string[], share = 1): Box => ({ number, label, lines: lines.length === 0 ? [DOTTED] : lines, share });
  const consignee = master?.consignee === undefined || master.consignee === null ? shipment.consignee : { name: master.consignee, area: shipment.consignee.area };
  const shipper = master?.shipper === undefined || master.shipper === null ? sendersOf(shipment) : { name: master.shipper, area: null };
  return paperOf(issue, {
    title: titles['air-waybill'],
    subtitle: pen.name(shipment.id),
    notice: awb.notice,
    toComplete: true,
    sections: [
      {
        kind: 'boxes',
        rows: [
          [box('1A, 1B', awb.number, master === undefined ? [] : [pen.name(master.waybill)]), box('6', awb.agent, []), box('7', awb.agentCode, [])],
          [box('2', awb.shipper, partyLines(pen, shipper), 2), box('3', awb.shipperAccount, [])],
          [box('4', awb.consignee, partyLines(pen, consignee), 2), box('5', awb.consigneeAccount, [])],
          [box('9', awb.departure, way === null ? [] : [pen.spot(way.first.from)], 2), box('10', awb.accounting, [])],
          [box('11A, 11B', awb.routing, way === null ? [] : [`${pen.name(way.first.to.iata ?? way.first.to.place)} · ${pen.name(way.first.carrier)}`], 2), box('12', awb.currency, ['EUR']), box('16', awb.valueCarriage, [awb.noValue])],
          [box('18', awb.destination, way === null ? [] : [pen.spot(way.last.to)], 2), box('17', awb.valueCustoms, [pen.euros(valueOf(shipment.lines))]), box('20', awb.insurance, [])],
          [box('19', awb.flight, way === null ? [] : [way.first.run === shipment.id ? DOTTED : pen.name(way.first.run), pen.instant(shipment.departedAt ?? way.first.departsAt)]), box('21', awb.handling, handling(pen, shipment), 2)],
        ],
      },
      { kind: 'boxes', rows: [weights(pen, shipment), [box('22I', awb.nature, shipment.lines.map((line) => `${pen.count(line.units)} × ${pen.name(line.name)} · ${pen.count(line.cartons)} ${pen.words.cmr.cartons} · ${pen.m3(line.volume)} · ${pen.words.goods.temperatures[line.temperature]}`))]] },
      ...reckonedNote(pen, shipment.lines),
      { kind: 'boxes', rows: [[signature(`31   ${awb.certified}`), { number: '32A', label: awb.executedDate, lines: [] }, { number: '32B', label: awb.executedPlace, lines: [] }, signature(`32C   ${awb.signature}`)]] },
    ],
  });
}

function handling(pen: Pen, { lines, papersHeld }: Shipment): string[] {
  const { awb, titles } = pen.words;
  const papers = [titles['gift-certificate'], titles['packing-list'], titles['proforma-invoice'], ...papersHeld.map(pen.name)].join(', ');
  return [awb.humanitarian, ...(lines.some(({ temperature }) => temperature !== 'ambient') ? [awb.keepCool] : []), awb.papers(papers)];
}

/** Waybills weigh to the half kilogram, and round up. */
const HALF_KG = 500;
const roundedUp = (weight: number): number => Math.ceil(weight / HALF_KG) * HALF_KG;

function weights(pen: Pen, { lines }: Shipment): Box[] {
  const { awb } = pen.words;
  const gross = grossOf(lines);
  const chargeable = grams(roundedUp(Math.round(chargeableKg(gross, volumeOf(lines)) * 1000)));
  return [
    { number: '22A', label: awb.pieces, lines: [pen.count(cartonsOf(lines))] },
    { number: '22B', label: awb.gross, lines: [pen.kg(grams(roundedUp(gross)))] },
    { number: '22D', label: awb.rateClass, lines: [DOTTED] },
    { number: '22E', label: awb.commodity, lines: [DOTTED] },
    { number: '22F', label: awb.chargeable, lines: [pen.kg(chargeable)] },
  ];
}
