// Cargo manifest of one consignment: its air waybills, what is on board, and what stayed behind. After IATA's cargo manifest
// (Cargo Services Conference Resolution 1600): waybill number, pieces, weight, nature of goods for each waybill of a flight.

import type { Paper, Section } from './paper.ts';
import { goodsTable, journeyFields, paperOf, penOf, reckonedNote, signature, unitsTable, type Issue, type Pen } from './parts.ts';
import type { Shipment } from './shipment.ts';

export function cargoManifest(issue: Issue, shipment: Shipment): Paper {
  const pen = penOf(issue);
  const { words } = pen;
  const { payload, volume } = shipment.capacity;
  return paperOf(issue, {
    title: words.titles['cargo-manifest'],
    subtitle: pen.name(shipment.id),
    layout: 'landscape',
    toComplete: false,
    sections: [
      journeyFields(pen, shipment),
      { kind: 'fields', columns: 3, fields: [{ label: words.shipment.aircraft, value: pen.name(shipment.aircraft ?? '') }, { label: words.manifest.capacity, value: [payload === null ? '' : pen.kg(payload), volume === null ? '' : pen.m3(volume)].filter((it) => it !== '').join(' · ') }] },
      waybillsTable(pen, shipment),
      goodsTable(pen, shipment.lines, ['lot', 'item', 'boundFor', 'temperature', 'cartons', 'units', 'pallets', 'gross', 'volume'], words.manifest.loaded),
      ...reckonedNote(pen, shipment.lines),
      ...(shipment.departedAt === null ? [] : [goodsTable(pen, shipment.stayed, ['lot', 'item', 'cartons', 'units', 'gross', 'volume'], words.manifest.stayed, words.manifest.nothingStayed)]),
      ...unitsTable(pen, shipment.handlingUnits),
      { kind: 'boxes', rows: [[signature(words.sign.carrier), signature(words.sign.hub), signature(words.sign.customs)]] },
    ],
  });
}

function waybillsTable(pen: Pen, { waybills }: Shipment): Section {
  const { manifest, goods } = pen.words;
  return {
    kind: 'table',
    title: manifest.waybills,
    columns: [{ heading: manifest.waybill, kind: 'text' }, { heading: manifest.kind, kind: 'text' }, { heading: manifest.under, kind: 'text' }, { heading: manifest.goods, kind: 'text' }, { heading: manifest.pieces, kind: 'figure' }, { heading: goods.gross, kind: 'figure' }, { heading: manifest.chargeable, kind: 'figure' }],
    rows: waybills.map((it) => ({ cells: [it.waybill, manifest[it.kind], it.master ?? '', pen.name(it.goods), pen.count(it.pieces), pen.kg(it.gross), it.chargeable === null ? '' : pen.kg(it.chargeable)] })),
    empty: manifest.noWaybill,
  };
}
