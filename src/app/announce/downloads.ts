// The story as tables that people take along: one row for each promise, with a row of HXL tags; as CSV and as a workbook with its
// sources. The whole of it, arithmetic included, is the JSON that the route sends as it is.

import { stringify } from 'csv-stringify/sync';
import { guarded } from '../../standards/sheets/guarded.ts';
import { writeWorkbook, type Worksheet, type WrittenCell } from '../../standards/sheets/write-workbook.ts';
import { STATES, type PublicStory, type StoryPromise } from './shape.ts';

interface Column {
  readonly name: string;
  /** hxlstandard.org */
  readonly tag: string;
  readonly width: number;
  readonly of: (promise: StoryPromise, story: PublicStory) => string | number;
}

const HXL_STATE = { delivered: 'delivered', lost: 'lost', onward: 'onward', allocated: 'allocated', atHub: 'athub', inTheAir: 'intheair', consigned: 'consigned', outstanding: 'outstanding' } as const;

const COLUMNS: readonly Column[] = [
  { name: 'pledge', tag: '#activity+pledge+code', width: 10, of: ({ pledge }) => pledge },
  { name: 'item', tag: '#item+code', width: 18, of: ({ item }) => item },
  { name: 'donor', tag: '#org+donor+name', width: 40, of: ({ donor }) => donor },
  { name: 'scope', tag: '#country+code', width: 10, of: ({ scope }) => scope },
  { name: 'via_hub', tag: '#indicator+viahub', width: 8, of: ({ viaHub }) => (viaHub ? 'yes' : 'no') },
  { name: 'due', tag: '#date+due', width: 12, of: ({ due }) => due ?? '' },
  { name: 'promised', tag: '#value+promised', width: 12, of: ({ promised }) => promised.value },
  { name: 'surplus', tag: '#value+surplus', width: 12, of: ({ surplus }) => surplus.value },
  ...STATES.map((state): Column => ({ name: state.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`), tag: `#value+${HXL_STATE[state]}`, width: 12, of: ({ parts }) => parts[state].value })),
  { name: 'landed', tag: '#value+landed', width: 12, of: ({ landed }) => landed.value },
  { name: 'landed_percent', tag: '#value+landed+pct', width: 12, of: ({ share }) => share.value },
  { name: 'verdict', tag: '#status+verdict', width: 12, of: ({ verdict }) => verdict ?? '' },
  { name: 'expected_by', tag: '#date+expected', width: 26, of: ({ expectedBy }) => expectedBy ?? '' },
  { name: 'as_of', tag: '#date+asof', width: 26, of: (_, { asOf }) => asOf },
  { name: 'facts', tag: '#meta+facts', width: 10, of: (_, { head }) => head },
];

export const storyCsv = (story: PublicStory): string =>
  stringify([COLUMNS.map(({ name }) => name), COLUMNS.map(({ tag }) => tag), ...story.promises.map((promise) => COLUMNS.map(({ of }) => { const value = of(promise, story); return typeof value === 'number' ? value : guarded(value); }))], { record_delimiter: '\r\n' });

const text = (value: string, look: WrittenCell['look'] = 'text'): WrittenCell => ({ text: value, look });
const cell = (value: string | number): WrittenCell | null => (value === '' ? null : typeof value === 'number' ? { text: String(value), isNumber: true } : text(value));

export function storyWorkbook(story: PublicStory): Uint8Array {
  const sheet = (name: string, columns: readonly { readonly width: number; readonly isText: boolean }[], rows: Worksheet['rows'], frozen: number): Worksheet => ({ name, columns, rows, frozen, validations: [] });
  const isText = ({ tag }: Column): boolean => !tag.startsWith('#value') && tag !== '#meta+facts';
  return writeWorkbook([
    sheet('promises', COLUMNS.map((column) => ({ width: column.width, isText: isText(column) })), [COLUMNS.map(({ name }) => text(name, 'head')), COLUMNS.map(({ tag }) => text(tag, 'tag')), ...story.promises.map((promise) => COLUMNS.map(({ of }) => cell(of(promise, story))))], 2),
    sheet('countries', [{ width: 10, isText: true }, ...Array.from({ length: 4 }, () => ({ width: 14, isText: false }))], [['area', 'bound', 'delivered', 'under_way', 'need_per_day'].map((name) => text(name, 'head')), ...story.countries.map(({ area, bound, delivered, underWay, perDay }) => [text(area), ...[bound, delivered, underWay, perDay].map(({ value }) => cell(value))])], 1),
    sheet('figures', [{ width: 44, isText: true }, { width: 14, isText: false }, { width: 14, isText: true }, { width: 80, isText: true }], [['figure', 'value', 'unit', 'facts'].map((name) => text(name, 'head')), ...story.arithmetic.map(({ figure }) => [text(figure.key), cell(figure.value), text(figure.unit), cell(figure.facts.slice(0, 400).join(' '))])], 1),
    sheet('sources', [{ width: 24, isText: true }, { width: 60, isText: true }, { width: 30, isText: true }, { width: 50, isText: true }, { width: 20, isText: true }], [['id', 'title', 'publisher', 'link', 'licence'].map((name) => text(name, 'head')), ...story.sources.map(({ id, title, publisher, link, licence }) => [id, title, publisher ?? '', link ?? '', licence ?? ''].map(cell))], 1),
  ]);
}
