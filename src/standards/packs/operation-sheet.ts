// The sheet `operation` in and out: many rows, one fact. Whether the settings make an operation is asked of the domain;
// here its answers get their rows.

import { z } from 'zod';
import { complaint } from '../../domain/complaint.ts';
import { Evidence, type Fact, type NewFact } from '../../domain/facts.ts';
import { Actor, IdempotencyKey, OperationId } from '../../domain/ids.ts';
import { nearest } from '../../domain/nearest.ts';
import { SETTINGS, Setting, SourceRecorded, readOperation } from '../../domain/operation.ts';
import { Instant, Zone, readInstant } from '../../domain/time.ts';
import { isBlank } from './csv.ts';
import type { CellProblem } from './problem.ts';
import { isDefault } from './row-out.ts';
import type { Column } from './sheet.ts';
import { operation as sheet } from './sheets/operation.ts';

interface SettingRow {
  readonly row: number;
  readonly texts: ReadonlyMap<string, string>;
}
type RowProblem = CellProblem & { readonly row: number | null };

interface ReadSettings {
  readonly id: OperationId | null;
  /** As far as they can be read, so that the other sheets can be checked in any case. */
  readonly zone: Zone;
  readonly openedAt: Instant;
  readonly fact: NewFact<'operation.opened'> | null;
  /** The row that names the hub: what else could refer to a sheet. */
  readonly hubRow: number;
  readonly problems: readonly RowProblem[];
}

const FACT_COLUMNS = sheet.columns.filter((column) => column.of === 'envelope');
const Envelope = z.object({ occurredAt: Instant, recordedAt: Instant, by: Actor, key: IdempotencyKey, evidence: z.array(Evidence) });

export function readOperationSheet(rows: readonly SettingRow[]): ReadSettings {
  const problems: RowProblem[] = [];
  const settings: Setting[] = [];
  const rowOf = new Map<string, number>();
  const [first, ...others] = rows;
  const name = first === undefined ? null : readName(first, problems);
  for (const row of first !== undefined && SETTINGS.every((it) => it.key !== keyOf(first)) ? others : rows) readSetting(row, settings, rowOf, problems);
  const zone = Zone.safeParse(settings.find((it) => it.key === 'zone')?.value.trim()).data ?? Zone.parse('UTC');
  const opened = readInstant(settings.find((it) => it.key === 'opened_at')?.value ?? '', zone);
  const openedAt = opened.ok ? opened.value : Instant.parse('1970-01-01T00:00:00.000Z');
  const body = { operation: name ?? OperationId.parse('unnamed'), settings };
  const checked = readOperation(body);
  // Unknown settings have been reported with a suggestion when their rows were read.
  for (const it of checked.ok ? [] : checked.error.filter(({ key }) => SETTINGS.some((known) => known.key === key))) {
    const row = rowOf.get(it.key) ?? null;
    const remedy = row === null ? `add a row with the key ${it.key}: ${it.remedy}` : `write ${it.remedy.replace(/^write /, '')}`;
    problems.push({ row, column: row === null ? 'key' : 'value', value: row === null ? null : it.value, problem: it.problem, remedy });
  }
  const fact = first === undefined || name === null ? null : openingFact(first, { ...body, operation: name }, { zone, openedAt }, problems);
  problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  return { id: name, zone, openedAt, fact: problems.length === 0 ? fact : null, hubRow: rowOf.get('hub') ?? 2, problems };
}

const keyOf = (row: SettingRow): string => (row.texts.get('key') ?? '').trim();

function readName(first: SettingRow, problems: RowProblem[]): OperationId | null {
  const value = (first.texts.get('value') ?? '').trim();
  if (keyOf(first) !== 'operation') {
    problems.push({ row: first.row, column: 'key', value: keyOf(first), problem: 'the first row does not name the operation', remedy: 'begin with a row whose key is operation and whose value is its name, such as liege-2020' });
    return null;
  }
  if (!isBlank(first.texts.get('unit') ?? '')) problems.push({ row: first.row, column: 'unit', value: first.texts.get('unit') ?? '', problem: 'the name of the operation has no unit', remedy: 'leave unit empty in this row' });
  const id = OperationId.safeParse(value);
  if (!id.success) problems.push({ row: first.row, column: 'value', value, problem: value === '' ? 'the operation has no name' : id.error.issues.map(complaint).join('; '), remedy: 'write a name such as liege-2020' });
  return id.data ?? null;
}

function readSetting({ row, texts }: SettingRow, settings: Setting[], rowOf: Map<string, number>, problems: RowProblem[]): void {
  const key = (texts.get('key') ?? '').trim();
  const report = (column: string, value: string, problem: string, remedy: string): void => void problems.push({ row, column, value, problem, remedy });
  const known = SETTINGS.find((it) => it.key === key);
  const earlier = rowOf.get(key);
  for (const column of FACT_COLUMNS) if (!isBlank(texts.get(column.name) ?? '')) report(column.name, texts.get(column.name) ?? '', `${column.name} stands in the first row only`, `leave ${column.name} empty in this row`);
  if (known === undefined) {
    const meant = nearest(key, SETTINGS.map((it) => it.key));
    report('key', key, key === '' ? 'the row has no key' : `there is no setting ${key}`, meant === null ? `known are ${SETTINGS.map((it) => it.key).join(', ')}` : `did you mean ${meant}?`);
    return;
  }
  if (earlier !== undefined) return report('key', key, `the setting ${key} stands in row ${earlier} already`, 'remove one of the two rows');
  rowOf.set(key, row);
  const unit = (texts.get('unit') ?? '').trim();
  if (unit !== '' && unit !== known.unit) report('unit', unit, `${key} is given in ${known.unit}, not in ${unit}`, `give it in ${known.unit}, or leave unit empty`);
  const source = texts.get('source') ?? '';
  const note = texts.get('note') ?? '';
  settings.push({ key, value: texts.get('value') ?? '', ...(unit === '' ? {} : { unit }), ...(source === '' ? {} : { source }), ...(note === '' ? {} : { note }) });
}

function openingFact(first: SettingRow, body: NewFact<'operation.opened'>['body'], known: { zone: Zone; openedAt: Instant }, problems: RowProblem[]): NewFact<'operation.opened'> | null {
  const given: Record<string, unknown> = {};
  const before = problems.length;
  const report = (column: Column | undefined, problem: string, remedy: string): void => void problems.push({ row: first.row, column: column?.name ?? null, value: first.texts.get(column?.name ?? '') ?? null, problem, remedy });
  for (const column of FACT_COLUMNS) {
    const text = first.texts.get(column.name) ?? '';
    if (isBlank(text)) continue;
    const read = column.cell.read(column.cell.verbatim ? text : text.trim(), { zone: known.zone, example: column.example });
    if (read.ok) given[column.field] = read.value;
    else report(column, read.error.problem, read.error.remedy);
  }
  const sources = (first.texts.get('source') ?? '').split(/\s+/).filter((it) => it !== '');
  for (const id of sources) if (!SourceRecorded.shape.id.safeParse(id).success) report(sheet.columns.find((it) => it.name === 'source'), `${id} is no source id`, 'write ids of the sheet sources, separated by spaces');
  const note = first.texts.get('note') ?? '';
  const occurredAt = given['occurredAt'] ?? known.openedAt;
  const envelope = Envelope.safeParse({ recordedAt: occurredAt, by: 'pack', key: `pack:operation:${body.operation}`, evidence: [], ...given, occurredAt });
  if (!envelope.success) for (const issue of envelope.error.issues) {
    const column = FACT_COLUMNS.find((it) => it.field === issue.path[0]);
    report(column, complaint(issue), `write it like ${column?.example ?? ''}`);
  }
  return envelope.success && problems.length === before ? { kind: 'operation.opened', ...envelope.data, sources, note: note === '' ? null : note, body } : null;
}

/** The rows of the sheet, texts by column name. */
export function writeOperationSheet(fact: Fact<'operation.opened'>, openedAt: Instant): ReadonlyMap<string, string>[] {
  const opening = new Map([['key', 'operation'], ['value', fact.body.operation], ['source', fact.sources.join(' ')], ['note', fact.note ?? '']]);
  const values: Readonly<Record<string, unknown>> = { ...fact };
  for (const column of FACT_COLUMNS) {
    const standing = column.field === 'key' ? fact.key === `pack:operation:${fact.body.operation}` : isDefault(column, sheet, fact, { openedAt });
    if (!standing) opening.set(column.name, column.cell.write(values[column.field]));
  }
  return [opening, ...fact.body.settings.map(({ key, value, unit, source, note }) => new Map([['key', key], ['value', value], ['unit', unit ?? ''], ['source', source ?? ''], ['note', note ?? '']]))];
}
