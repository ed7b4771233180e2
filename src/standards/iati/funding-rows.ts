// Gifts as a flat table, for services that track humanitarian funding and take no XML. Its columns are what OCHA's Financial Tracking
// Service asks of whoever reports a contribution (fts.unocha.org, "Report a contribution"); a row of HXL tags (hxlstandard.org) stands
// under them. Each unit of a pledge is in one row only, with the status that it has reached, so that rows can be added up.

import type { LocalDate } from '../../domain/time.ts';
import { writeTable } from '../packs/csv.ts';
import { MATERIAL_RELIEF, decimal } from './write-activities.ts';

export interface FundingRow {
  readonly donor: string;
  readonly receiver: string;
  readonly pledge: string;
  readonly status: 'pledge' | 'commitment' | 'paid contribution';
  readonly item: string;
  readonly description: string;
  /** In single pieces. */
  readonly quantity: number;
  /** Null: the item has no value on record. */
  readonly cents: bigint | null;
  readonly date: LocalDate;
  /** An area as the operation writes it: a country, a region of one, a group of countries. */
  readonly destination: string;
  /** Null: a group of countries. */
  readonly country: string | null;
  readonly glide: string | null;
  /** What brought the units to this status. */
  readonly facts: readonly string[];
}

const COLUMNS: readonly { readonly name: string; readonly hxl: string; readonly cell: (row: FundingRow) => string }[] = [
  { name: 'donor', hxl: '#org+funding+name', cell: ({ donor }) => donor },
  { name: 'receiver', hxl: '#org+receiving+name', cell: ({ receiver }) => receiver },
  { name: 'destination_country', hxl: '#country+code', cell: ({ country }) => country ?? '' },
  { name: 'destination', hxl: '#loc+destination+code', cell: ({ destination }) => destination },
  { name: 'pledge', hxl: '#activity+pledge+code', cell: ({ pledge }) => pledge },
  { name: 'contribution_type', hxl: '#modality', cell: () => 'in kind' },
  { name: 'status', hxl: '#status+funding', cell: ({ status }) => status },
  { name: 'item', hxl: '#item+code', cell: ({ item }) => item },
  { name: 'description', hxl: '#item+name', cell: ({ description }) => description },
  { name: 'quantity', hxl: '#item+quantity+num', cell: ({ quantity }) => String(quantity) },
  { name: 'unit', hxl: '#item+unit', cell: () => 'piece' },
  { name: 'value', hxl: '#value+num', cell: ({ cents }) => (cents === null ? '' : decimal(cents)) },
  { name: 'currency', hxl: '#currency+code', cell: ({ cents }) => (cents === null ? '' : 'EUR') },
  { name: 'date', hxl: '#date+status', cell: ({ date }) => date },
  { name: 'sector', hxl: '#sector+code', cell: () => MATERIAL_RELIEF },
  { name: 'glide', hxl: '#crisis+glide+code', cell: ({ glide }) => glide ?? '' },
  { name: 'facts', hxl: '#meta+fact+id', cell: ({ facts }) => facts.join(' ') },
];

export const writeFundingRows = (rows: readonly FundingRow[]): Uint8Array => writeTable([COLUMNS.map(({ name }) => name), COLUMNS.map(({ hxl }) => hxl), ...rows.map((row) => COLUMNS.map(({ cell }) => cell(row)))]);
