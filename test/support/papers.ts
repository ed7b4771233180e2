// The reference operation with what its papers need besides and no report told: air waybills, handling units, a damage and a seizure
// with report numbers, a replacement, a recall, a dispatch by rail, a name in Arabic. All of it made up for the tests.

import type { PackFiles } from '../../src/standards/packs/write-pack.ts';
import { REFERENCE, edited, readFolder } from './packs.ts';

type Row = readonly [kind: string, occurredAt: string, body: object];

const PALLETS = ['154132100000000012', '154132100000000029'] as const;

const ROWS: readonly Row[] = [
  ['recipient.registered', '2020-03-17T00:00:00Z', { recipient: 'LB', name: 'وزارة الصحة العامة (MoPH)', area: 'LB', place: 'ITROM', address: 'Beirut, Museum Street', eori: 'LB77' }],
  ['waybill.issued', '2020-03-16T09:10:00Z', { waybill: '172-12345675', kind: 'master', consignment: 'F4', pieces: 466, gross: 4_077_000, chargeable: 6_300_000, goods: 'Medical supplies', shipper: 'Foundation of the e-commerce group', consignee: 'Liège Airport, cargo north' }],
  ['waybill.issued', '2020-03-16T09:10:00Z', { waybill: 'HGH-77012', kind: 'house', master: '172-12345675', consignment: 'F4', pieces: 16, gross: 192_000, goods: 'Test kits, keep cool' }],
  ['handling-unit.built', '2020-03-16T09:20:00Z', { unit: PALLETS[0], type: 'pallet', at: { consignment: 'F4' }, contents: [{ lot: 'F4-MASK', units: 40_000 }], gross: 195_000 }],
  ['handling-unit.built', '2020-03-16T09:20:00Z', { unit: PALLETS[1], type: 'pallet', at: { consignment: 'F4' }, contents: [{ lot: 'F4-KIT', units: 80_000 }], gross: 215_000 }],
  ['goods.damaged', '2020-03-20T18:00:00Z', { place: 'BELGG', lot: 'F4-GLOVES', units: 2000, state: 'available', reference: 'LGG-DMG-41', reason: 'Two cartons wet' }],
  ['dispatch.released', '2020-03-21T08:00:00Z', { dispatch: 'T-CZ-1', place: 'BELGG', recipient: 'CZ', lot: 'F3-FFP2', units: 20_000, route: ['RAIL-LGG-PRG-20200324'] }],
  ['dispatch.released', '2020-03-21T08:00:00Z', { dispatch: 'T-LB-1', place: 'BELGG', recipient: 'LB', lot: 'F4-GOWN', units: 2000, route: [] }],
  ['dispatch.departed', '2020-03-21T10:00:00Z', { dispatch: 'T-LB-1' }],
  ['goods.seized', '2020-03-22T09:00:00Z', { dispatch: 'T-LB-1', lot: 'F4-GOWN', units: 600, reference: 'CU/2020/1187', reason: 'No gift certificate could be shown' }],
  ['lot.recalled', '2020-03-28T09:00:00Z', { recall: 'R1', lots: ['F3-FFP2'], reason: 'Half of the samples let particles through', authority: 'Health inspectorate', reference: 'HI-2020-118' }],
];

const quoted = (body: object): string => `"${JSON.stringify(body).replaceAll('"', '""')}"`;

export const papersPack = (): PackFiles =>
  edited(readFolder(REFERENCE), 'facts', (text) => `${text.trimEnd()}\n${ROWS.map(([kind, at, body]) => `${kind},${at},assumption,,${quoted(body)}`).join('\n')}\n`);

/** One of each kind, in the order of the way. */
export const SAMPLES = [
  ['packing-list', 'F4'], ['cargo-manifest', 'F4'], ['gift-certificate', 'F4'], ['proforma-invoice', 'F4'], ['air-waybill', 'F4'], ['relief-declaration', 'F4'], ['goods-received-note', 'F1'],
  ['release-order', 'T-CZ-1'], ['waybill', 'D-IT-3'], ['cmr', 'D-IT-1'], ['cim', 'T-CZ-1'], ['recall-notice', 'R1:CH'],
] as const;
