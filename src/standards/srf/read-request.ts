// A filled-in service request form → the request. Fields are found by their labels under the titles of their sections, the
// value in the next filled cell to the right; line items by their header. A sheet that is no such form is null.

import { isOpen, readDate } from '../sheets/dates.ts';
import { plainWords } from '../intake/words.ts';
import { rowsOf, type GridRow } from '../intake/layout.ts';
import type { Sheets } from '../sheets/read-sheets.ts';
import { isAmbiguous, readNumeral } from '../sheets/numerals.ts';
import { LABELS, SECTIONS, type Contact, type Label, type LineItem, type Section, type ServiceRequest, type Stop } from './service-request.ts';

export function readServiceRequest(sheets: Sheets): ServiceRequest | null {
  for (const grid of sheets.grids) {
    const rows = rowsOf(grid);
    if (!rows.some((row) => texts(row).some((text) => LABELS.ready.known.test(plainWords(text)) || /^service request form\b/.test(plainWords(text))))) continue;
    const request = requestIn(rows);
    if (request.from.town !== null || request.to.town !== null || request.items.length > 0) return request;
  }
  return null;
}

const texts = ({ cells }: GridRow): string[] => [...cells].toSorted(([a], [b]) => a - b).flatMap(([, { text, isRepeated }]) => (text === '' || isRepeated ? [] : [text]));

function requestIn(rows: readonly GridRow[]): ServiceRequest {
  const header = rows.findIndex((row) => itemColumns(row).size >= 3);
  const found = new Map<string, string>();
  let section: Section = 'sender';
  for (const row of header < 0 ? rows : rows.slice(0, header)) {
    const cells = texts(row);
    const [first = ''] = cells;
    const begins = SECTIONS.find(([, title]) => title.test(plainWords(first)))?.[0];
    // "FROM (Town/City Name)" is section and label at once.
    if (begins !== undefined) section = begins;
    for (const [k, cell] of cells.entries()) {
      const [own, value] = [labelOf(cell), cells[k + 1]];
      if (own !== null && value !== undefined && labelOf(value) === null && !found.has(`${section}.${own}`)) found.set(`${section}.${own}`, value);
    }
  }
  const of = (label: Label, where?: Section): string | null => (where === undefined ? ([...found].find(([key]) => key.endsWith(`.${label}`))?.[1] ?? null) : (found.get(`${where}.${label}`) ?? null));
  const contact = (where: Section): Contact => ({ organisation: of('organisation', where), name: of('name', where), role: of('role', where), phone: of('phone', where), email: of('email', where) });
  const date = (label: Label): string | null => { const read = readDate(of(label) ?? ''); return read === null || isOpen(read) ? null : (read.dayFirst ?? read.monthFirst); };
  return {
    reference: of('reference'), sender: contact('sender'), receiver: contact('receiver'), readyToLoad: date('ready'), from: stopOf('from', of), to: stopOf('to', of),
    storage: { location: of('location', 'storage'), start: date('start'), until: date('until') },
    items: header < 0 ? [] : itemsIn(rows.slice(header)), remarks: of('remarks'),
  };
}

function labelOf(text: string): Label | null {
  const words = plainWords(text);
  for (const [label, { known }] of Object.entries(LABELS)) if (known.test(words)) return label as Label;
  return null;
}

function stopOf(where: 'from' | 'to', of: (label: Label, where: Section) => string | null): Stop {
  const coordinates = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*°?\s*[,;/ ]\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*$/.exec(of('coordinates', where) ?? '');
  const [latitude, longitude] = [Number(coordinates?.[1] ?? Number.NaN), Number(coordinates?.[2] ?? Number.NaN)];
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return { town: of('town', where), facility: of('facility', where), address: of('address', where), latitude: isOnEarth ? latitude : null, longitude: isOnEarth ? longitude : null };
}

type ItemField = keyof LineItem;
/** The first that fits; each field once. */
const ITEM_COLUMNS: readonly (readonly [ItemField, RegExp])[] = [
  ['description', /description|^item( name)?$|^cargo$/], ['unitsEach', /units? per|per (handling unit|carton|package)|pack size/], ['handlingUnits', /^(number|no|nr|#|qty|quantity) ?(of )?(handling units|units|packages|pieces)?$/], ['handlingUnit', /handling unit|unit type|packaging|^unit$/],
  ['category', /category|cluster|sector/], ['grossKg', /weight/], ['volumeM3', /volume|m3|cbm/], ['valueUsd', /value|usd/], ['special', /special|dangerous|temperature|handling/],
];

function itemColumns({ cells }: GridRow): Map<ItemField, number> {
  const columns = new Map<ItemField, number>();
  for (const [column, { text }] of [...cells].toSorted(([a], [b]) => a - b)) {
    const words = plainWords(text);
    const field = ITEM_COLUMNS.find(([name, known]) => !columns.has(name) && known.test(words))?.[0];
    if (field !== undefined && words.length < 60) columns.set(field, column);
  }
  return columns.has('description') ? columns : new Map();
}

function itemsIn([header, ...rows]: readonly GridRow[]): LineItem[] {
  if (header === undefined) return [];
  const columns = itemColumns(header);
  return rows.flatMap((row): LineItem[] => {
    const of = (field: ItemField): string | null => { const cell = row.cells.get(columns.get(field) ?? -1); return cell === undefined || cell.text === '' ? null : cell.text; };
    const number = (field: ItemField): number | null => {
      const cell = row.cells.get(columns.get(field) ?? -1);
      if (cell === undefined || cell.kind === 'number') return cell === undefined ? null : Number(cell.text);
      const numeral = readNumeral(cell.text);
      return numeral === null || isAmbiguous(numeral) ? null : (numeral.point ?? numeral.comma);
    };
    const description = of('description');
    if (description === null || /^(total|sum)\b/.test(plainWords(description))) return [];
    return [{ description, category: of('category'), handlingUnit: of('handlingUnit'), handlingUnits: number('handlingUnits'), unitsEach: number('unitsEach'), grossKg: number('grossKg'), volumeM3: number('volumeM3'), valueUsd: number('valueUsd'), special: of('special') }];
  });
}
