// Somebody's own sheet of counts (CSV, TSV, XLSX, or text out of a spreadsheet) → counts, once its columns are told apart. Dates and
// numbers as people write them; what could be read in two ways is asked. A day of two rows is told, and the second is not read.

import { countFault, type CountFault, type Measure, type OfficialCount } from '../../domain/need/counts.ts';
import type { SheetMapping } from '../../domain/need/publication.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { instantFromMs, LocalDate, type Instant } from '../../domain/time.ts';
import type { GridRow } from '../intake/layout.ts';
import { plainWords } from '../intake/words.ts';
import { dateIn, isOpen, orderOf, readDate, type DateOrder, type DateReadings } from '../sheets/dates.ts';
import { decodeText } from '../sheets/decode-text.ts';
import { columnLetters } from '../sheets/grid.ts';
import { isAmbiguous, readNumeral, type NumberStyle, type Numeral } from '../sheets/numerals.ts';
import { readSheets } from '../sheets/read-sheets.ts';
import { areaWritten, isShip } from './areas.ts';
import type { ReadCounts } from './read-counts.ts';
import { mapSheet, openColumns, type MappedSheet, type MappingGiven, type MappingQuestion } from './sheet-mapping.ts';
import type { MappedField } from './sheet-words.ts';
import type { Refused } from './table.ts';

export interface SheetRead extends ReadCounts {
  readonly mapping: Omit<MappedSheet, 'at' | 'body'> & { readonly dates: DateOrder | null; readonly numbers: NumberStyle | null; readonly area: string | null };
  /** What must be answered first; then there are no counts yet. */
  readonly questions: readonly MappingQuestion[];
  /** To be learned; null while something is open. */
  readonly settled: SheetMapping | null;
}

const COUNTED = ['cases', 'deaths', 'wards', 'intensiveCare'] as const satisfies readonly (Measure & MappedField)[];

export function readCountsSheet(name: string, bytes: Uint8Array, given: MappingGiven, learned: SheetMapping | null): Result<SheetRead, Refused> {
  const sheets = readSheets(bytes);
  if (!sheets.ok) return err([countFault(/quote|empty/.test(sheets.error.problem) ? 'truncated' : 'unknown-column', { file: name, row: sheets.error.row }, sheets.error.problem, sheets.error.remedy)]);
  const mapped = sheets.value.grids.filter((grid) => given.sheet === undefined || grid.name === given.sheet).map((grid) => mapSheet(grid, given, learned)).toSorted((a, b) => b.at.size - a.at.size)[0];
  if (mapped === undefined) return err([countFault('unknown-column', { file: name, value: given.sheet ?? null }, `there is no sheet ${given.sheet ?? ''}`, `name one of ${sheets.value.grids.map((grid) => grid.name).join(', ')}`)]);
  const cut = sheets.value.form === 'text' && breaksOff(bytes, mapped.headerRow, sheets.value.delimiter);
  const last = mapped.body.at(-1);
  const told = new Told(name, cut ? { ...mapped, body: mapped.body.slice(0, -1) } : mapped);
  const dates = told.dateOrder(given.dates ?? learned?.dates);
  const numbers = told.numberStyle(given.numbers ?? learned?.numbers);
  const area = given.area ?? (mapped.at.has('area') ? undefined : learned?.area);
  const questions = [...openColumns(mapped, { ...given, area }), ...(dates.question === null ? [] : [dates.question]), ...(numbers.question === null ? [] : [numbers.question])];
  const { sheet, headerRow, columns, counting } = mapped;
  const base = { columns: columns.map(({ header }) => header), rows: mapped.body.length, mapping: { sheet, headerRow, columns, counting, dates: dates.value, numbers: numbers.value, area: area ?? null }, questions };
  if (questions.length > 0) return ok({ ...base, counts: [], faults: [], settled: null });
  const { counts, faults } = told.counts({ dates: dates.value, numbers: numbers.value, area });
  const broken = cut && last !== undefined ? [countFault('truncated', { file: name, row: last.row }, 'the last line breaks off: the download was cut short', 'download the file again; the line is not read')] : [];
  return ok({ ...base, counts, faults: [...broken, ...faults], settled: settledOf(mapped, { dates: dates.value, numbers: numbers.value, area }) });
}

/** The last line has fewer cells than the header. */
function breaksOff(bytes: Uint8Array, headerRow: number, delimiter: string | null): boolean {
  const lines = (decodeText(bytes)?.text ?? '').split(/\r\n|\n|\r/).filter((line) => line !== '');
  const cells = (line: string | undefined): number => (line ?? '').replaceAll(/"(?:[^"]|"")*"/g, '').split(delimiter ?? ',').length;
  return lines.length > headerRow && cells(lines.at(-1)) < cells(lines[headerRow - 1]);
}

function settledOf({ at, columns, counting }: MappedSheet, { dates, numbers, area }: Style): SheetMapping | null {
  const words = (field: MappedField): string | undefined => {
    const letter = at.has(field) ? columnLetters(at.get(field) ?? 0) : null;
    const header = columns.find((it) => it.letter === letter)?.header;
    return header === undefined ? undefined : plainWords(header).slice(0, 300);
  };
  const date = words('date');
  if (date === undefined || date === '') return null;
  const named = (['area', ...COUNTED] as const).flatMap((field) => { const header = words(field); return header === undefined || header === '' ? [] : [[field, header] as const]; });
  return { columns: { date, ...Object.fromEntries(named) }, ...(area !== undefined && { area }), counting: counting ?? 'cumulative', ...(dates !== null && { dates }), ...(numbers !== null && { numbers }) };
}

interface Style {
  readonly dates: DateOrder | null;
  readonly numbers: NumberStyle | null;
  readonly area: string | undefined;
}

interface Settled<T> {
  readonly value: T | null;
  readonly question: MappingQuestion | null;
}

/** A day with an hour and an offset: the day is the one that the source writes, the instant is the offset's. */
const STAMP = /^(\d{4}-\d\d-\d\d)[T ](\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(Z|[+-]\d\d:?\d\d)$/;

/** The cells of a mapped sheet, and what is wrong with them. */
class Told {
  readonly #file: string;
  readonly #sheet: MappedSheet;
  readonly #faults: CountFault[] = [];

  constructor(file: string, sheet: MappedSheet) {
    this.#file = file;
    this.#sheet = sheet;
  }

  dateOrder(said: DateOrder | undefined): Settled<DateOrder> {
    const readings = this.#texts('date').flatMap((text) => { const read = readDate(dayPart(text)); return read === null ? [] : [{ text, read }]; });
    const proved = orderOf(readings.map(({ read }) => read));
    const open = readings.find(({ read }) => isOpen(read));
    const value = said ?? (proved === 'both' ? null : proved);
    if (open === undefined || value !== null) return { value, question: null };
    return { value: null, question: { id: 'dates', problem: `${open.text} can be the ${open.read.dayFirst ?? ''} or the ${open.read.monthFirst ?? ''}`, remedy: 'say which comes first: the day or the month', options: ['day-first', 'month-first'] } };
  }

  numberStyle(said: NumberStyle | undefined): Settled<NumberStyle> {
    const numerals = COUNTED.flatMap((field) => this.#texts(field)).flatMap((text) => { const read = readNumeral(text); return read === null ? [] : [{ text, read }]; });
    // People are counted whole: a reading with a fraction is none.
    const possible = (['point', 'comma'] as const).filter((style) => numerals.every(({ read }) => Number.isInteger(wholeIn(read, style))));
    const open = numerals.find(({ read }) => isAmbiguous(read) && Number.isInteger(wholeIn(read, 'point')) && Number.isInteger(wholeIn(read, 'comma')));
    const value = said ?? (possible.length === 1 ? (possible[0] ?? null) : null);
    if (open === undefined || value !== null) return { value, question: null };
    return { value: null, question: { id: 'numbers', problem: `${open.text} can be ${open.read.point} or ${open.read.comma}`, remedy: 'say which is the decimal mark: point or comma', options: ['point', 'comma'] } };
  }

  counts(style: Style): { readonly counts: OfficialCount[]; readonly faults: readonly CountFault[] } {
    const byArea = new Map<string, OfficialCount[]>();
    const seen = new Set<string>();
    for (const row of this.#sheet.body) {
      const [dateText, areaText] = [this.#text(row, 'date'), this.#sheet.at.has('area') ? this.#text(row, 'area') : (style.area ?? '')];
      const values = COUNTED.filter((field) => this.#text(row, field) !== '');
      // Titles, notes and sums between the rows have no day and no area.
      if ((dateText === '' && areaText === '') || values.length === 0) continue;
      const date = this.#date(row, dateText, style.dates);
      const area = this.#area(row, areaText);
      if (date === null || area === null) continue;
      const key = `${area}\t${date}`;
      if (seen.has(key)) {
        this.#fault('day-twice', row, 'date', `${areaText} stands twice on ${date}`, 'remove the row that is wrong; the second is not read', { area, date, value: dateText });
        continue;
      }
      seen.add(key);
      const days = byArea.get(area) ?? [];
      byArea.set(area, days);
      const number = (field: (typeof COUNTED)[number]): number | null => this.#count(row, field, style.numbers);
      days.push({ area, name: areaText, date, asOf: instantIn(dateText), cases: number('cases'), deaths: number('deaths'), wards: number('wards'), intensiveCare: number('intensiveCare') });
    }
    const all = [...byArea.values()].map((days) => days.toSorted((a, b) => (a.date < b.date ? -1 : 1)));
    return { counts: this.#sheet.counting === 'new' ? all.flatMap(summed) : all.flat(), faults: this.#faults };
  }

  #texts(field: MappedField): string[] {
    return this.#sheet.body.flatMap((row) => this.#text(row, field) || []);
  }

  #text({ cells }: GridRow, field: MappedField): string {
    return cells.get(this.#sheet.at.get(field) ?? 0)?.text ?? '';
  }

  #date(row: GridRow, text: string, order: DateOrder | null): LocalDate | null {
    const read: DateReadings | null = readDate(dayPart(text));
    const date = read === null ? null : LocalDate.safeParse(dateIn(read, order ?? 'day-first'));
    if (date?.success === true) return date.data;
    this.#fault('not-a-date', row, 'date', `${JSON.stringify(text)} is no day`, 'correct the cell after the source; the row is not read', { value: text });
    return null;
  }

  #area(row: GridRow, text: string): string | null {
    if (text === '') {
      this.#fault('unknown-area', row, 'area', 'the row names no country or region', 'fill the cell; the row is not read', {});
      return null;
    }
    const known = areaWritten(text);
    if (known === null && !isShip(text)) this.#fault('unknown-area', row, 'area', `no country or region is known as ${text}`, 'write its ISO 3166 code or its name; until then it stands alone under this name', { area: text.slice(0, 120), value: text });
    return known ?? text.slice(0, 120);
  }

  #count(row: GridRow, field: (typeof COUNTED)[number], style: NumberStyle | null): number | null {
    const text = this.#text(row, field);
    if (text === '') return null;
    const read = readNumeral(text);
    const value = read === null || read.prefix !== '' || read.suffix !== '' ? null : wholeIn(read, style ?? (Number.isInteger(read.point) ? 'point' : 'comma'));
    if (value !== null && Number.isSafeInteger(value)) return value;
    this.#fault('not-a-number', row, field, `${JSON.stringify(text)} is no whole number`, 'correct the cell after the source; the figure is not read', { value: text });
    return null;
  }

  #fault(kind: CountFault['kind'], { row }: GridRow, field: MappedField, problem: string, remedy: string, at: Partial<Pick<CountFault, 'area' | 'date' | 'value'>>): void {
    const letter = columnLetters(this.#sheet.at.get(field) ?? 1);
    const header = this.#sheet.columns.find((it) => it.letter === letter)?.header ?? letter;
    this.#faults.push(countFault(kind, { file: this.#file, row, column: header, ...at }, problem, remedy));
  }
}

const dayPart = (text: string): string => STAMP.exec(text)?.[1] ?? text;

function instantIn(text: string): Instant | null {
  const [, day, hours = '', minutes, seconds = '00', offset = ''] = STAMP.exec(text) ?? [];
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T${hours.padStart(2, '0')}:${minutes}:${seconds}${offset.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
  return Number.isNaN(at) ? null : instantFromMs(at);
}

const wholeIn = ({ point, comma }: Numeral, style: NumberStyle): number => (style === 'point' ? (point ?? comma) : (comma ?? point)) ?? Number.NaN;

/** New → cumulative. A figure that cannot be read leaves its own day empty and is missing in the sums after it. */
function summed(days: readonly OfficialCount[]): OfficialCount[] {
  let [cases, deaths] = [0, 0];
  return days.map((day) => {
    cases += day.cases ?? 0;
    deaths += day.deaths ?? 0;
    return { ...day, cases: day.cases === null ? null : cases, deaths: day.deaths === null ? null : deaths };
  });
}
