// A planning problem out of its JSON text, or everything that is wrong with the text: each fault with the path of the value,
// what stands there and what to write instead. Nothing is half read. Not here: what rows say of each other (agreement.ts).

import { z } from 'zod';
import { complaint } from '../../domain/complaint.ts';
import { nearest } from '../../domain/nearest.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { PlanningProblem } from '../problem.ts';
import { disagreements, type RowsByTable, type RowsRead } from './agreement.ts';
import { FORMAT, INSTANT, NEEDED, PALLETS, TABLE_NAMES, TABLES, toldOf, VERSION, WEIGHTS, type Row, type Table, type Told } from './format.ts';

export interface ProblemFault {
  /** Where in the file, such as runs[3].departsAt; empty: the file itself. Rows are counted from 0, as JSON does. */
  readonly path: string;
  /** What stands there; null: nothing does, or it is too much to be shown. */
  readonly value: string | null;
  readonly problem: string;
  readonly remedy: string;
}

const KEYS = ['format', 'version', 'asOf', 'until', 'weights', 'pallets', ...TABLE_NAMES] as const;
const SHOWN = 80;

/** @param text JSON, with or without a byte order mark. */
export function readProblem(text: string): Result<PlanningProblem, readonly ProblemFault[]> {
  const parsed = parse(text.replace(/^\uFEFF/, ''));
  if (!parsed.ok) return err([parsed.error]);
  const file = parsed.value;
  const unlike = notOurs(file);
  if (unlike !== null) return err([unlike]);
  const faults: ProblemFault[] = unknownKeys('', Object.keys(file), KEYS);
  const asOf = readPart(INSTANT, file['asOf'], 'asOf', faults, 'an instant, such as 2020-03-13T06:00:00Z');
  const until = readPart(INSTANT, file['until'], 'until', faults, 'an instant, such as 2020-04-12T06:00:00Z');
  const weights = readPart(WEIGHTS, file['weights'], 'weights', faults, 'an object, as docs/planning-problem.md has them');
  const pallets = readPart(PALLETS, file['pallets'], 'pallets', faults, '"parts" or "whole"');
  // Each table by its name with rows of its own kind: fromEntries forgets which goes with which.
  const rows = Object.fromEntries(TABLE_NAMES.map((table) => [table, readTable(table, file, faults)])) as unknown as RowsByTable;
  faults.push(...disagreements({ asOf, until, weights, rows, file }));
  if (faults.length > 0 || asOf === null || until === null || weights === null || pallets === null) return err(faults);
  return ok(problemOf({ asOf, until, weights, pallets }, rows));
}

function parse(text: string): Result<Readonly<Record<string, unknown>>, ProblemFault> {
  const fault = (problem: string): ProblemFault => ({ path: '', value: null, problem, remedy: 'write one JSON object, as docs/planning-problem.md describes it' });
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? ok(value as Record<string, unknown>) : err(fault('the file is no JSON object'));
  } catch (error) {
    return err(fault(`the file is no JSON (${error instanceof Error ? error.message : String(error)})`));
  }
}

/** Of another format or version there is nothing else to say. */
function notOurs({ format, version }: Readonly<Record<string, unknown>>): ProblemFault | null {
  if (format !== FORMAT) return { path: 'format', value: shown(format), problem: format === undefined ? 'it does not say that it is a planning problem' : 'it is of another format', remedy: `write "${FORMAT}"` };
  if (version !== VERSION) return { path: 'version', value: shown(version), problem: `only version ${VERSION} can be read`, remedy: `write ${VERSION}, or read it by a release that knows the version` };
  return null;
}

function unknownKeys(path: string, keys: readonly string[], known: readonly string[]): ProblemFault[] {
  return keys.filter((key) => !known.includes(key)).map((key) => {
    const like = nearest(key, known);
    return { path: path === '' ? key : `${path}.${key}`, value: null, problem: `there is no field ${key}`, remedy: like === null ? `leave it out; there are ${known.join(', ')}` : `did you mean ${like}?` };
  });
}

/** @returns null where something is wrong, which is then among the faults. */
function readPart<S extends z.ZodType>(schema: S, value: unknown, path: string, faults: ProblemFault[], wanted: string): z.output<S> | null {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  for (const issue of read.error.issues) faults.push(...faultsOf(issue, schema, value, path, wanted));
  return null;
}

function faultsOf(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown, path: string, whole: string): ProblemFault[] {
  const at = pathOf(path, issue.path);
  const [inner, wanted] = fieldAt(schema, issue.path, whole);
  if (issue.code === 'unrecognized_keys') return unknownKeys(at, issue.keys, inner instanceof z.ZodObject ? Object.keys(inner.shape) : []);
  const found = valueAt(value, issue.path);
  return [{ path: at, value: shown(found), problem: found === undefined ? 'it is missing' : complaint(issue), remedy: `write ${wanted}` }];
}

/** The innermost schema that the path names, and what belongs there. */
function fieldAt(schema: z.ZodType, path: readonly PropertyKey[], whole: string): readonly [z.ZodType, string] {
  let [inner, wanted] = [schema, whole];
  for (const key of path) {
    const next = bare(inner);
    const deeper = next instanceof z.ZodObject ? (next.shape as Readonly<Record<string, z.ZodType>>)[String(key)] : next instanceof z.ZodArray ? (next.element as z.ZodType) : undefined;
    if (deeper === undefined) break;
    inner = deeper;
    const telling = toldOf(inner);
    if (telling !== undefined) wanted = exampleOf(telling);
  }
  return [bare(inner), wanted];
}

const exampleOf = ({ unit, example }: Told): string => `${unit === '' ? 'a value' : unit === 'instant' ? 'an instant' : unit === 'date' ? 'a date' : unit}${unit === '' ? ' ' : ', '}such as ${inWords(example)}`;
const inWords = (example: unknown): string => (typeof example === 'string' ? example : JSON.stringify(example));

/** Without what says that it may be left out. */
function bare(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return bare(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodPipe && schema.in instanceof z.ZodOptional ? bare(schema.in) : schema;
}

const pathOf = (path: string, more: readonly PropertyKey[]): string => more.reduce<string>((sum, key) => (typeof key === 'number' ? `${sum}[${key}]` : `${sum}.${String(key)}`), path);
const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown => path.reduce<unknown>((at, key) => (at as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key], value);

function shown(value: unknown): string | null {
  if (value === undefined) return null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= SHOWN ? text : null;
}

function readTable<T extends Table>(table: T, file: Readonly<Record<string, unknown>>, faults: ProblemFault[]): RowsRead<T> {
  const given = file[table];
  if (given === undefined && !NEEDED.has(table)) return [];
  if (!Array.isArray(given)) {
    faults.push({ path: table, value: shown(given), problem: given === undefined ? 'it is missing' : 'it is not a list', remedy: 'write a list of rows, or [] for none' });
    return [];
  }
  const schema: z.ZodType<Row<T>> = TABLES[table] as never;
  return given.map((row, index) => readPart(schema, row, `${table}[${index}]`, faults, 'a row with the fields of docs/planning-problem.md'));
}

function problemOf(rest: Pick<PlanningProblem, 'asOf' | 'until' | 'weights' | 'pallets'>, rows: RowsByTable): PlanningProblem {
  const all = <T>(list: readonly (T | null)[]): T[] => list.filter((row) => row !== null);
  const { items, places, supplies, ...others } = rows;
  const recipients = all(others.recipients);
  const everybody = recipients.map(({ recipient }) => recipient);
  return {
    ...rest,
    items: new Map(all(items).map((row) => [row.item, row])),
    places: new Map(all(places).map((row) => [row.place, row])),
    recipients,
    supplies: all(supplies).map((row) => ({ ...row, recipients: row.recipients === 'all' ? everybody : row.recipients })),
    needs: all(others.needs),
    runs: all(others.runs),
    rules: all(others.rules),
    papers: all(others.papers),
    frozen: all(others.frozen),
    standing: all(others.standing),
    forbidden: all(others.forbidden),
    handling: all(others.handling),
  };
}
