// Which column of somebody's own sheet is what: as a person said, as was learned of the series, or as the headers' words propose. What
// the sheet does not settle is asked, never guessed. Not here: how the cells under them are read (sheet.ts).

import type { SheetMapping } from '../../domain/need/publication.ts';
import { rowsOf, type GridRow } from '../intake/layout.ts';
import { plainWords } from '../intake/words.ts';
import { columnLetters, type Grid } from '../sheets/grid.ts';
import { MAPPED_FIELDS, readCountsHeader, type HeaderRead, type MappedField } from './sheet-words.ts';

/** What somebody says of a sheet: field → a header or a column's letter, or `none`. */
export interface MappingGiven {
  readonly sheet?: string | undefined;
  readonly columns?: Readonly<Partial<Record<MappedField, string | undefined>>> | undefined;
  readonly area?: string | undefined;
  readonly counting?: 'cumulative' | 'new' | undefined;
  readonly dates?: 'day-first' | 'month-first' | undefined;
  readonly numbers?: 'point' | 'comma' | undefined;
}

/** Something that the sheet does not settle. `id` is the field of the mapping that answers it. */
export interface MappingQuestion {
  readonly id: 'columns.date' | 'columns.area' | 'columns.cases' | 'counting' | 'dates' | 'numbers';
  readonly problem: string;
  readonly remedy: string;
  readonly options: readonly string[];
}

export interface MappedColumn {
  readonly letter: string;
  readonly header: string;
  readonly field: MappedField | null;
  readonly by: 'answer' | 'learned' | 'words' | null;
  readonly samples: readonly string[];
}

/** A sheet with its columns told apart. */
export interface MappedSheet {
  readonly sheet: string;
  readonly headerRow: number;
  readonly columns: readonly MappedColumn[];
  /** Field → the number of its column. */
  readonly at: ReadonlyMap<MappedField, number>;
  readonly counting: 'cumulative' | 'new' | null;
  readonly body: readonly GridRow[];
}

const SEARCHED = 40;
const SAMPLES = 3;

interface Headed {
  readonly column: number;
  readonly text: string;
  readonly read: HeaderRead;
}

export function mapSheet(grid: Grid, given: MappingGiven, learned: SheetMapping | null): MappedSheet {
  const rows = rowsOf(grid);
  const top = headerIndex(rows, learned);
  const header = rows[top];
  const heads: Headed[] = [...(header?.cells ?? [])].flatMap(([column, { text }]) => (text === '' ? [] : [{ column, text, read: readCountsHeader(text) }])).toSorted((a, b) => a.column - b.column);
  const body = rows.slice(top + 1);
  const chosen = new Map<MappedField, { readonly column: number; readonly by: 'answer' | 'learned' | 'words' }>();
  const isTaken = (column: number): boolean => [...chosen.values()].some((it) => it.column === column);
  const refused = new Set<MappedField>();
  for (const field of MAPPED_FIELDS) {
    const said = given.columns?.[field];
    if (said === 'none') refused.add(field);
    const head = said === undefined || said === 'none' ? undefined : headed(heads, said);
    if (head !== undefined) chosen.set(field, { column: head.column, by: 'answer' });
  }
  for (const field of MAPPED_FIELDS) {
    const words = learned?.columns[field];
    const head = words === undefined || chosen.has(field) || refused.has(field) ? undefined : heads.find(({ column, read }) => read.words === words && !isTaken(column));
    if (head !== undefined) chosen.set(field, { column: head.column, by: 'learned' });
  }
  const isLearned = [...chosen.values()].some(({ by }) => by === 'learned');
  const wanted = given.counting ?? (isLearned ? learned?.counting : undefined) ?? countingOf(heads);
  for (const field of isLearned ? [] : MAPPED_FIELDS) {
    if (chosen.has(field) || refused.has(field) || (field === 'area' && given.area !== undefined)) continue;
    const best = heads.filter(({ column, read }) => read.scores.has(field) && !isTaken(column)).toSorted((a, b) => rank(b, field, wanted) - rank(a, field, wanted))[0];
    if (best !== undefined && speaksFor(best, field)) chosen.set(field, { column: best.column, by: 'words' });
  }
  const byColumn = new Map([...chosen].map(([field, { column, by }]) => [column, { field, by }]));
  const columns = heads.map(({ column, text }): MappedColumn => ({ letter: columnLetters(column), header: text, field: byColumn.get(column)?.field ?? null, by: byColumn.get(column)?.by ?? null, samples: samplesOf(body, column) }));
  return { sheet: grid.name, headerRow: header?.row ?? 1, columns, at: new Map([...chosen].map(([field, { column }]) => [field, column])), counting: wanted, body };
}

/** The first row that heads the most fields; where the series is known, the one that heads its columns. */
function headerIndex(rows: readonly GridRow[], learned: SheetMapping | null): number {
  const wanted = new Set(Object.values(learned?.columns ?? {}));
  const named = rows.slice(0, SEARCHED).map(({ cells }) => {
    const texts = [...cells.values()].map(({ text }) => text);
    const known = texts.filter((text) => wanted.has(plainWords(text))).length;
    return known * 10 + new Set(texts.filter((text) => text.length <= 80).flatMap((text) => [...readCountsHeader(text).scores.keys()])).size;
  });
  return Math.max(0, named.indexOf(Math.max(...named)));
}

const headed = (heads: readonly Headed[], said: string): Headed | undefined => heads.find(({ text }) => text === said) ?? heads.find(({ read }) => read.words === plainWords(said)) ?? heads.find(({ column }) => columnLetters(column) === said.toUpperCase());

/** All so far, where there is such a column of cases or deaths: nothing has to be summed then. */
function countingOf(heads: readonly Headed[]): 'cumulative' | 'new' | null {
  const said = heads.filter(({ read }) => read.scores.has('cases') || read.scores.has('deaths')).map(({ read }) => read.counting);
  return said.includes('cumulative') ? 'cumulative' : said.includes('new') ? 'new' : null;
}

/** A code names an area beyond doubt; a column of the wrong kind of counting is the last to be taken. */
function rank({ read }: Headed, field: MappedField, wanted: 'cumulative' | 'new' | null): number {
  const isCode = field === 'area' && /(^| )(code|iso|geo)( |$)/.test(read.words);
  const isOther = (field === 'cases' || field === 'deaths') && wanted !== null && read.counting !== wanted;
  return (read.scores.get(field) ?? 0) + (isCode ? 0.05 : 0) - (isOther ? 1 : 0);
}

/** Of no other field as surely. */
const speaksFor = ({ read }: Headed, field: MappedField): boolean => [...read.scores.values()].every((score) => score <= (read.scores.get(field) ?? 0));

function samplesOf(body: readonly GridRow[], column: number): string[] {
  return body.slice(0, 50).flatMap(({ cells }) => cells.get(column)?.text || []).slice(0, SAMPLES);
}

/** What is missing before anything can be read. */
export function openColumns({ at, columns, counting }: MappedSheet, given: MappingGiven): MappingQuestion[] {
  const options = columns.map(({ header }) => header);
  const ask = (id: MappingQuestion['id'], problem: string, remedy: string, choices: readonly string[] = options): MappingQuestion => ({ id, problem, remedy, options: choices });
  return [
    ...(at.has('date') ? [] : [ask('columns.date', 'no column is known to hold the day', 'name the column that holds it')]),
    ...(at.has('area') || given.area !== undefined ? [] : [ask('columns.area', 'no column is known to hold the country or region', 'name the column that holds it, or the one area that all rows are of')]),
    ...(['cases', 'deaths', 'wards', 'intensiveCare'].some((field) => at.has(field as MappedField)) ? [] : [ask('columns.cases', 'no column is known to hold a count', 'name the column of cases, deaths, patients on wards or in intensive care')]),
    ...(counting !== null || !(at.has('cases') || at.has('deaths')) ? [] : [ask('counting', 'the headers do not say whether cases and deaths are all so far or those of each day', 'say which: cumulative or new', ['cumulative', 'new'])]),
  ];
}
