// The papers of a consignment: what has been filed, and what is still missing before anybody should fly it. Handlers who
// could not show the donation papers are how 101,600 masks were seized in March 2020.

import { z } from 'zod';
import { ConsignmentId, Sha256 } from '../ids.ts';
import type { Mode } from '../places.ts';

export const DocumentKind = z.enum(['packing-list', 'proforma', 'air-waybill', 'gift-certificate', 'donation-letter', 'ce-certificate', 'test-report', 'service-request', 'other']);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** A paper of a consignment lies in the evidence. */
export const DocumentFiled = z.strictObject({
  consignment: ConsignmentId,
  document: DocumentKind,
  /** Number of the waybill, certificate or letter. */
  reference: z.string().min(1).max(120).optional(),
  /** The file, by its content. */
  file: Sha256.optional(),
  /** Whoever is named in it to be called: commitments; names and numbers are in the vault and can be erased. */
  contacts: z.array(Sha256).max(20).optional(),
});
export type DocumentFiled = z.infer<typeof DocumentFiled>;

/** Each of these asks for one of the papers named. */
const WANTED: readonly { readonly of: readonly DocumentKind[]; readonly airOnly: boolean }[] = [
  { of: ['packing-list', 'service-request'], airOnly: false },
  { of: ['proforma'], airOnly: false },
  { of: ['air-waybill'], airOnly: true },
  { of: ['gift-certificate'], airOnly: false },
  { of: ['donation-letter'], airOnly: false },
  { of: ['ce-certificate', 'test-report'], airOnly: false },
];

/** What is missing, each as the papers of which one would do. */
export const missingPapers = (filed: Iterable<DocumentKind>, mode: Mode): (readonly DocumentKind[])[] => {
  const held = new Set(filed);
  return WANTED.filter(({ of, airOnly }) => (!airOnly || mode === 'air') && !of.some((kind) => held.has(kind))).map(({ of }) => of);
};
