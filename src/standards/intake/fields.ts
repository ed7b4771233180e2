// What a packing list can tell of goods: the fields that a shipper's columns are matched to, and what each must look like.

export const FIELDS = [
  'item', 'itemCode', 'quantity', 'unit', 'unitsPerCarton', 'cartons', 'pallets', 'gross', 'net', 'volume', 'length', 'width', 'height', 'dimensions',
  'batch', 'expires', 'manufactured', 'value', 'unitPrice', 'currency', 'hs', 'marks', 'sscc', 'consignee', 'remarks', 'order', 'waybill', 'line',
] as const;
export type Field = (typeof FIELDS)[number];

export type FieldKind = 'text' | 'number' | 'date' | 'unit' | 'code';

const NUMBERS: ReadonlySet<Field> = new Set(['quantity', 'unitsPerCarton', 'cartons', 'pallets', 'gross', 'net', 'volume', 'length', 'width', 'height', 'value', 'unitPrice', 'line']);
const TEXTS: ReadonlySet<Field> = new Set(['item', 'consignee', 'remarks', 'currency']);

export const kindOf = (field: Field): FieldKind => (NUMBERS.has(field) ? 'number' : TEXTS.has(field) ? 'text' : field === 'expires' || field === 'manufactured' ? 'date' : field === 'unit' ? 'unit' : 'code');

/** Those that make a lot: where two columns could be one of them, a person is asked. */
export const DECISIVE: ReadonlySet<Field> = new Set(['item', 'quantity', 'unitsPerCarton', 'cartons', 'gross', 'volume', 'expires', 'batch']);

export const isField = (text: string): text is Field => FIELDS.some((field) => field === text);

/** As a question or a refusal names it. */
export const FIELD_NAMES: Readonly<Record<Field, string>> = {
  item: 'description of the goods', itemCode: 'article number', quantity: 'quantity', unit: 'unit of measure', unitsPerCarton: 'units per carton', cartons: 'number of cartons', pallets: 'number of pallets',
  gross: 'gross weight', net: 'net weight', volume: 'volume', length: 'length', width: 'width', height: 'height', dimensions: 'length × width × height', batch: 'batch or lot number', expires: 'expiry date',
  manufactured: 'date of manufacture', value: 'value', unitPrice: 'price of a unit', currency: 'currency', hs: 'HS code', marks: 'marks or carton numbers', sscc: 'pallet number or SSCC', consignee: 'consignee',
  remarks: 'remarks', order: 'order number', waybill: 'air waybill', line: 'line number',
};
