// The papers that there are, in the order of the way, and the prefix of their numbers.

import { z } from 'zod';

export const PaperKind = z.enum(['packing-list', 'cargo-manifest', 'gift-certificate', 'proforma-invoice', 'air-waybill', 'relief-declaration', 'goods-received-note', 'release-order', 'waybill', 'cmr', 'cim', 'loss-report', 'recall-notice']);
export type PaperKind = z.infer<typeof PaperKind>;

export const PREFIX: Readonly<Record<PaperKind, string>> = {
  'packing-list': 'PL',
  'cargo-manifest': 'MAN',
  'gift-certificate': 'GC',
  'proforma-invoice': 'PI',
  'air-waybill': 'AWB',
  'relief-declaration': 'REL',
  'goods-received-note': 'GRN',
  'release-order': 'RO',
  waybill: 'WB',
  cmr: 'CMR',
  cim: 'CIM',
  'loss-report': 'LDR',
  'recall-notice': 'RN',
};
