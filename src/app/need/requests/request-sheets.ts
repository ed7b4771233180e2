// A sheet of requests looked at, then filed: one request for each recipient, all of them or none, once for each file. While
// anything is open or wrong, nothing is written.

import { ALWAYS, effective } from '../../../domain/asof.ts';
import { cartonsFor } from '../../../domain/catalogue.ts';
import { isKind, type Fact } from '../../../domain/facts.ts';
import type { Actor, Sha256 } from '../../../domain/ids.ts';
import { MOST_LINES } from '../../../domain/need/request.ts';
import { register, type Register } from '../../../domain/register.ts';
import { err, ok, type Result } from '../../../domain/result.ts';
import { localDateIn } from '../../../domain/time.ts';
import type { Question } from '../../../standards/intake/question.ts';
import type { RequestRow, SheetLine } from '../../../standards/requests/read-request-sheet.ts';
import type { IntakeProblem, MappedColumn } from '../../airlift/intake-shape.ts';
import type { Failure, Rejection } from '../../failure.ts';
import { journalOf, operationOf } from '../../journal.ts';
import type { Clock, SheetReader, Store } from '../../ports.ts';
import { fileRequests } from './file-requests.ts';
import type { RequestInList } from './shape.ts';

export interface RequestSheetAsk {
  readonly file: { readonly name: string; readonly content: Uint8Array };
  /** Question's id → answer. Also column:D → field or none; row:17 → aside. */
  readonly answers?: Readonly<Record<string, string>> | undefined;
  /** When it was asked, as people write instants; absent: where the operation stands, or now. */
  readonly at?: string | undefined;
  readonly by?: Actor | undefined;
  /** The recipients that whoever hands it in may ask for; absent: all. */
  readonly among?: ReadonlySet<string> | undefined;
}

export interface RequestSheetRow {
  readonly row: number;
  readonly description: string;
  /** Null: not yet known. */
  readonly line: (SheetLine & { readonly name: string; readonly itemName: string; readonly cartons: number }) | null;
  readonly problems: readonly IntakeProblem[];
  readonly isAside: boolean;
}

export interface RequestSheetPreview {
  readonly operation: string;
  readonly file: { readonly name: string; readonly sha256: string };
  /** Nothing is open or wrong: it can be filed. */
  readonly matched: boolean;
  /** This very file was filed before. */
  readonly filedBefore: boolean;
  readonly sheet: string;
  readonly sheets: readonly string[];
  readonly headerRow: number | null;
  readonly mapping: readonly MappedColumn[];
  readonly questions: readonly Question[];
  /** At most 1,000, those with problems among them. */
  readonly rows: readonly RequestSheetRow[];
  readonly counts: { readonly rows: number; readonly withProblems: number; readonly aside: number };
  /** What will be filed: one request for each recipient. */
  readonly requests: readonly { readonly recipient: string; readonly name: string; readonly lines: number }[];
  readonly notRead: readonly { readonly row: number; readonly text: string }[];
}

export interface RequestSheetFiled {
  readonly operation: string;
  readonly requests: readonly RequestInList[];
  /** False: this file had been filed before. */
  readonly fresh: boolean;
}

const MOST_ROWS = 1000;

interface Examined {
  readonly preview: RequestSheetPreview;
  readonly sha256: Sha256;
  readonly byRecipient: ReadonlyMap<string, readonly SheetLine[]>;
}

const keyOf = (sha: Sha256, recipient: string): string => `request-sheet:${sha.slice(0, 32)}:${recipient}`;

export async function examineRequests(journal: readonly Fact[], ask: RequestSheetAsk, clock: Clock, reader: SheetReader, signal?: AbortSignal): Promise<Result<Examined, Failure>> {
  const operation = operationOf(journal);
  const known = register(effective(journal, ALWAYS));
  const recipients = [...known.recipients.values()].filter(({ recipient }) => ask.among === undefined || ask.among.has(recipient)).map(({ recipient, name }) => ({ recipient, name }));
  const read = await reader.requests({ content: ask.file.content, answers: new Map(Object.entries(ask.answers ?? {})), items: [...known.items.values()], recipients, today: localDateIn(operation.standsAt ?? clock.now(), operation.zone) }, signal);
  if (!read.ok) return err({ code: 'sheet-refused', message: `${ask.file.name}: ${read.error.problem}`, remedy: read.error.remedy, rejected: [{ file: ask.file.name, sheet: null, row: read.error.row, column: null, value: null, problem: read.error.problem, remedy: read.error.remedy }] });
  const { rows, columns, questions, sheet, sheets, headerRow, notRead, sha256 } = read.value;
  const sound = rows.flatMap(({ line, problems, isAside }) => (line === null || isAside || problems.length > 0 ? [] : [line]));
  const byRecipient = Map.groupBy(sound, ({ recipient }): string => recipient);
  const withProblems = rows.filter(({ problems, isAside }) => problems.length > 0 && !isAside).length;
  const filedBefore = journal.some((fact) => isKind(fact, 'need.requested') && fact.key.startsWith(keyOf(sha256, '')));
  const preview: RequestSheetPreview = {
    operation: operation.id,
    file: { name: ask.file.name, sha256 },
    matched: !filedBefore && questions.length === 0 && withProblems === 0 && sound.length > 0 && [...byRecipient.values()].every((lines) => lines.length <= MOST_LINES),
    filedBefore,
    sheet,
    sheets,
    headerRow,
    mapping: columns.map(({ letter, header, field, confidence, by, runnersUp, samples }) => ({ column: letter, header: header.text, field, confidence, by, runnersUp, samples })),
    questions,
    rows: looked(rows).map((row) => rowShown(row, known)),
    counts: { rows: rows.length, withProblems, aside: rows.filter(({ isAside }) => isAside).length },
    requests: [...byRecipient].map(([recipient, lines]) => ({ recipient, name: recipients.find((it) => it.recipient === recipient)?.name ?? recipient, lines: lines.length })),
    notRead: notRead.slice(0, MOST_ROWS),
  };
  return ok({ preview, sha256, byRecipient });
}

const looked = (rows: readonly RequestRow[]): readonly RequestRow[] =>
  rows.length <= MOST_ROWS ? rows : [...rows.filter(({ problems }) => problems.length > 0), ...rows.filter(({ problems }) => problems.length === 0)].slice(0, MOST_ROWS).toSorted((a, b) => a.row - b.row);

function rowShown({ row, description, line, problems, isAside }: RequestRow, { items, recipients }: Register): RequestSheetRow {
  const master = line === null ? undefined : items.get(line.item);
  return { row, description, problems, isAside, line: line === null ? null : { ...line, name: recipients.get(line.recipient)?.name ?? line.recipient, itemName: master?.name ?? line.item, cartons: cartonsFor(line.units, master?.unitsPerCarton ?? 1) } };
}

export async function fileRequestSheet(store: Store, operation: string, ask: RequestSheetAsk, { clock, reader }: { readonly clock: Clock; readonly reader: SheetReader }): Promise<Result<RequestSheetFiled, Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  const examined = await examineRequests(journal.value, ask, clock, reader);
  if (!examined.ok) return examined;
  const { preview, sha256, byRecipient } = examined.value;
  if (!preview.matched && !preview.filedBefore) return err(stillOpen(preview));
  if (preview.filedBefore) return ok({ operation: preview.operation, requests: [], fresh: false });
  await store.putEvidence(ask.file.content);
  const recipients = [...byRecipient.keys()];
  const asks = recipients.map((recipient) => ({
    recipient,
    via: 'sheet' as const,
    lines: (byRecipient.get(recipient) ?? []).map(({ item, units, from, until, severity, why }) => ({ item, units, from, until, severity, why })),
    ...(ask.at !== undefined && { at: ask.at }),
    ...(ask.by !== undefined && { by: ask.by }),
    evidence: [{ sha256, title: ask.file.name }],
  }));
  const filed = await fileRequests(store, operation, asks, (k) => keyOf(sha256, recipients[k] ?? ''), clock);
  return filed.ok ? ok({ operation: preview.operation, requests: filed.value.map(({ request }) => request), fresh: filed.value.some(({ fresh }) => fresh) }) : filed;
}

function stillOpen({ file, sheet, questions, rows, counts, requests }: RequestSheetPreview): Failure {
  const at = { file: file.name, sheet: sheet === '' ? null : sheet };
  const asked = questions.map(({ id, text }): Rejection => ({ ...at, row: null, column: null, value: null, problem: text, remedy: `answer ${id}` }));
  const wrong = rows.filter(({ isAside }) => !isAside).flatMap(({ problems }) => problems.map(({ row, column, value, problem, remedy }): Rejection => ({ ...at, row, column, value, problem, remedy })));
  const many = requests.filter(({ lines }) => lines > MOST_LINES).map(({ name, lines }): Rejection => ({ ...at, row: null, column: null, value: name, problem: `${name} has ${lines} rows; a request holds ${MOST_LINES}`, remedy: 'put rows of one item together, or split the sheet' }));
  const nothing: Rejection[] = requests.length === 0 && asked.length + wrong.length === 0 ? [{ ...at, row: null, column: null, value: null, problem: 'no request is left to file', remedy: 'set fewer rows aside, or hand in another sheet' }] : [];
  return { code: 'intake-open', message: `nothing was written: ${questions.length} ${questions.length === 1 ? 'question is' : 'questions are'} open and ${counts.withProblems} ${counts.withProblems === 1 ? 'row has' : 'rows have'} problems`, remedy: 'answer the questions; correct the rows, or set them aside (row:NUMBER → aside)', rejected: [...asked, ...wrong, ...many, ...nothing] };
}
