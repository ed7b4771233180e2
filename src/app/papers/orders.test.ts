import { expect, test } from 'vitest';
import type { HandlingUnitLine } from '../../standards/documents/shipment.ts';
import { labelLink } from './orders.ts';

const unit = (name: string, within: string | null): HandlingUnitLine => ({ unit: name, type: 'carton', within, lot: 'A', units: 100, gross: null });
const PALLET = '154132100000000012';

test('one pallet that is sent is named by its SSCC, also where only its cartons hold goods', () => {
  expect(labelLink('liege', { id: 'D-1', handlingUnits: [unit(PALLET, null)] })).toBe(`https://id.gs1.org/00/${PALLET}`);
  expect(labelLink('liege', { id: 'D-1', handlingUnits: [unit('354132100000000016', PALLET), unit('354132100000000023', PALLET)] })).toBe(`https://id.gs1.org/00/${PALLET}`);
});

test.each([
  ['loose goods', []],
  ['two pallets', [unit(PALLET, null), unit('154132100000000029', null)]],
  ['a ULD, which is no key of GS1', [unit('PMC12345CV', null)]],
] as const)('%s: the code names the dispatch', (_, handlingUnits) => expect(labelLink('liege', { id: 'D-1', handlingUnits })).toBe('urn:airbridge:liege:dispatch:D-1'));
