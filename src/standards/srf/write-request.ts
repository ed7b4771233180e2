// A service request → the form as a workbook, filled in: the same request gives the same bytes. The line items are a table
// that any reader of packing lists takes in.

import { writeWorkbook, type WrittenCell } from '../sheets/write-workbook.ts';
import { ITEM_HEADERS, LABELS, type Contact, type Label, type ServiceRequest, type Stop } from './service-request.ts';

const head = (text: string): WrittenCell => ({ text, look: 'head' });
const line = (label: Label, value: string | null): (WrittenCell | null)[] => [{ text: LABELS[label].written }, value === null ? null : { text: value }];
const number = (value: number | null): WrittenCell | null => (value === null ? null : { text: String(value), isNumber: true });
const text = (value: string | null): WrittenCell | null => (value === null ? null : { text: value });

const contact = (title: string, { organisation, name, role, phone, email }: Contact): (WrittenCell | null)[][] => [[head(title)], line('organisation', organisation), line('name', name), line('role', role), line('phone', phone), line('email', email)];
const stop = (title: string, { town, facility, address, latitude, longitude }: Stop): (WrittenCell | null)[][] => [[head(title)], line('town', town), line('facility', facility), line('address', address), line('coordinates', latitude === null || longitude === null ? null : `${latitude}, ${longitude}`)];

export function writeServiceRequest(request: ServiceRequest): Uint8Array {
  const { reference, sender, receiver, readyToLoad, from, to, storage, items, remarks } = request;
  const rows: (WrittenCell | null)[][] = [
    [{ text: 'Service Request Form', look: 'title' }],
    line('reference', reference),
    ...contact('Sender', sender),
    ...contact('Receiver', receiver),
    [head('Transport service')],
    line('ready', readyToLoad),
    ...stop('Dispatch location (FROM)', from),
    ...stop('Receipt location (TO)', to),
    [head('Storage service')],
    line('location', storage.location), line('start', storage.start), line('until', storage.until),
    line('remarks', remarks),
    [head('Cargo details')],
    ITEM_HEADERS.map(head),
    ...items.map((item) => [text(item.description), text(item.category), text(item.handlingUnit), number(item.handlingUnits), number(item.unitsEach), number(item.grossKg), number(item.volumeM3), number(item.valueUsd), text(item.special)]),
  ];
  const columns = [34, 28, 16, 16, 16, 16, 16, 16, 24].map((width) => ({ width, isText: false }));
  return writeWorkbook([{ name: 'SRF', columns, rows, frozen: 0, validations: [] }]);
}
