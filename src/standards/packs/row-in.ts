// One row of a sheet → one fact, or everything that is wrong with the row. Whether codes that it names exist elsewhere is
// not asked here.

import { z } from 'zod';
import { complaint } from '../../domain/complaint.ts';
import { Evidence, FACT_BODIES, type FactKind, type NewFact } from '../../domain/facts.ts';
import { Actor, IdempotencyKey } from '../../domain/ids.ts';
import { SourceRecorded } from '../../domain/operation.ts';
import { Instant, type Zone } from '../../domain/time.ts';
import { isBlank } from './csv.ts';
import { defaultKey } from './keys.ts';
import type { CellProblem } from './problem.ts';
import { unitsIn, type Packaging } from './quantity.ts';
import { columnOfField, type Column, type PackedUnit, type Sheet } from './sheet.ts';

/** What a row needs to know of the rest of the pack. */
export interface RowContext {
  readonly zone: Zone;
  readonly openedAt: Instant;
  readonly packaging: Packaging;
}

interface ReadRow {
  /** Null where something is wrong with the row. */
  readonly fact: NewFact | null;
  readonly problems: readonly CellProblem[];
}

interface Reading {
  readonly values: Map<string, unknown>;
  readonly problems: CellProblem[];
  /** Names of columns about which everything has been said. */
  readonly settled: Set<string>;
}

const Envelope = z.object({ occurredAt: Instant, recordedAt: Instant, by: Actor, sources: z.array(SourceRecorded.shape.id), note: z.string().nullable(), evidence: z.array(Evidence) });
const Key = z.object({ key: IdempotencyKey });

/** @param texts the row's cells by column name; columns that the sheet does not have are absent. @param missing columns already reported. */
export function readRow(sheet: Sheet, texts: ReadonlyMap<string, string>, missing: ReadonlySet<string>, context: RowContext): ReadRow {
  const { fact, problems } = readFields(sheet, texts, missing, context);
  const place = (problem: CellProblem): number => sheet.columns.findIndex((column) => column.name === problem.column);
  return { fact, problems: problems.toSorted((a, b) => place(a) - place(b)) };
}

function readFields(sheet: Sheet, texts: ReadonlyMap<string, string>, missing: ReadonlySet<string>, context: RowContext): ReadRow {
  const reading: Reading = { values: new Map(), problems: [], settled: new Set(missing) };
  for (const column of sheet.columns) readCell(column, texts.get(column.name) ?? '', reading, context.zone);
  const kind = kindOf(sheet, reading);
  if (kind === null) return { fact: null, problems: reading.problems };
  convert(sheet, reading, context.packaging, texts);
  refuseForeign(sheet, kind, reading, texts);
  const complain = (issues: readonly z.core.$ZodIssue[], of: Column['of']): void => translate(issues, of, sheet, kind, reading, texts);

  const body = FACT_BODIES[kind].safeParse(bodyOf(sheet, kind, reading.values));
  if (!body.success) complain(body.error.issues, 'body');
  const given = envelopeOf(sheet, reading.values);
  const occurredAt = given['occurredAt'] ?? context.openedAt;
  const envelope = Envelope.safeParse({ recordedAt: occurredAt, by: 'pack', sources: [], note: null, evidence: [], ...given, occurredAt });
  if (!envelope.success) complain(envelope.error.issues, 'envelope');
  if (!body.success || !envelope.success || reading.problems.length > 0 || missing.size > 0) return { fact: null, problems: reading.problems };

  const keyless = { kind, ...envelope.data, body: body.data } as Omit<NewFact, 'key'>;
  const key = Key.safeParse({ key: given['key'] ?? defaultKey(sheet, keyless) });
  if (!key.success) {
    complain(key.error.issues, 'envelope');
    return { fact: null, problems: reading.problems };
  }
  return { fact: { ...keyless, ...key.data } as NewFact, problems: [] };
}

function readCell(column: Column, written: string, { values, problems, settled }: Reading, zone: Zone): void {
  if (settled.has(column.name)) return;
  const text = column.cell.verbatim ? written : written.trim();
  if (text === '') {
    if (column.required) {
      settled.add(column.name);
      problems.push({ column: column.name, value: written, problem: `${column.name} is empty`, remedy: `write ${column.unit === '' ? 'it' : `it (${column.unit})`}, such as ${column.example}` });
    } else if (column.cell.whenEmpty !== undefined) values.set(column.name, column.cell.whenEmpty);
    return;
  }
  const read = column.cell.read(text, { zone, example: column.example });
  if (read.ok) values.set(column.name, read.value);
  else {
    settled.add(column.name);
    problems.push({ column: column.name, value: written, ...read.error });
  }
}

function kindOf(sheet: Sheet, { values }: Reading): FactKind | null {
  const [only, ...others] = sheet.kinds;
  if (only === undefined) return null;
  const named = values.get('kind');
  return others.length === 0 ? only : (sheet.kinds.find((kind) => kind === named) ?? null);
}

/** Turns the quantity into units where the row counts in boxes, cartons or pallets. */
function convert(sheet: Sheet, { values, problems, settled }: Reading, packaging: Packaging, texts: ReadonlyMap<string, string>): void {
  const unit = values.get('unit');
  const packing = sheet.columns.find((column) => column.of === 'packing');
  if (packing === undefined || unit === undefined) return;
  const quantity = values.get('quantity');
  if (typeof quantity !== 'number') {
    if (!settled.has('quantity')) problems.push({ column: 'unit', value: texts.get('unit') ?? '', problem: 'there is a unit but no quantity', remedy: 'write the quantity, or leave unit empty' });
    return;
  }
  const codeIn = (name: string): string | undefined => {
    const code = values.get(name);
    return typeof code === 'string' ? code : undefined;
  };
  const own = values.get('units_per_carton');
  const each = unitsIn(unit as PackedUnit, { item: codeIn('item'), lot: codeIn('lot'), unitsPerCarton: typeof own === 'number' ? own : undefined }, packaging);
  if (each.ok) values.set('quantity', quantity * each.value);
  else if (!settled.has('item') && !settled.has('lot')) problems.push({ column: 'unit', value: texts.get('unit') ?? '', ...each.error });
}

type Shape = Readonly<Record<string, z.ZodType>>;
const shapeOf = (kind: FactKind): Shape => (FACT_BODIES[kind] as z.ZodObject).shape;
const isOptional = (schema: z.ZodType | undefined): boolean => schema?.safeParse(undefined).success ?? true;

/** In a sheet of several kinds: a filled cell that this kind has no field for. */
function refuseForeign(sheet: Sheet, kind: FactKind, { values, problems, settled }: Reading, texts: ReadonlyMap<string, string>): void {
  const shape = shapeOf(kind);
  for (const column of sheet.columns) {
    if (column.of !== 'body' || column.field === '' || (column.field.split('.')[0] ?? '') in shape) continue;
    values.delete(column.name);
    if (isBlank(texts.get(column.name) ?? '')) continue;
    settled.add(column.name);
    problems.push({ column: column.name, value: texts.get(column.name) ?? '', problem: `${kind} has no ${column.name}`, remedy: `leave ${column.name} empty in this row` });
  }
}

/** The body that the cells give. A group of fields (`allotment`) whose cells are all empty is absent where it may be, else empty. */
function bodyOf(sheet: Sheet, kind: FactKind, values: ReadonlyMap<string, unknown>): unknown {
  const body: Record<string, unknown> = {};
  const shape = shapeOf(kind);
  for (const column of sheet.columns) {
    if (column.of !== 'body') continue;
    const value = values.get(column.name);
    if (column.field === '') return value;
    const [field = '', inner] = column.field.split('.');
    if (inner === undefined) {
      if (value !== undefined) body[field] = value;
    } else if (value !== undefined) body[field] = { ...(body[field] as object | undefined), [inner]: value };
    else if (!isOptional(shape[field])) body[field] ??= {};
  }
  return body;
}

function envelopeOf(sheet: Sheet, values: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const filled = sheet.columns.filter((column) => column.of === 'envelope' && column.field !== 'kind' && values.has(column.name));
  return Object.fromEntries(filled.map((column) => [column.field, values.get(column.name)]));
}

/** A schema's complaints as problems of columns, without those about cells that have been reported already. */
function translate(issues: readonly z.core.$ZodIssue[], of: Column['of'], sheet: Sheet, kind: FactKind, { problems, settled }: Reading, texts: ReadonlyMap<string, string>): void {
  const columns = sheet.columns.filter((column) => column.of === of);
  for (const issue of issues) {
    const path = issue.path.map(String).join('.');
    const whole = columns.find((column) => column.field === '');
    const name = whole?.name ?? (path === '' ? null : columnOfField(columns, path));
    if (name !== null && settled.has(name)) continue;
    const column = columns.find((it) => it.name === name);
    const value = name === null ? null : (texts.get(name) ?? '');
    const said = complaint(issue);
    const problem = whole !== undefined && path !== '' ? `${path}: ${said}` : said === 'it is missing' ? `${kind} needs ${name ?? path}` : said;
    problems.push({ column: name, value, problem, remedy: remedyFor(whole, column, path) });
  }
}

function remedyFor(whole: Column | undefined, column: Column | undefined, path: string): string {
  if (whole !== undefined) return path === '' ? 'docs/pack.md lists the fields of this kind under facts' : `correct ${path} in the JSON of ${whole.name}`;
  return column === undefined ? 'fill in exactly what the kind asks for' : `write a value such as ${column.example}`;
}
