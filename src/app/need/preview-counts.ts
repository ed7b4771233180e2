// Files of counts held against the operation, and nothing written: what would be new or another, what is wrong, which columns came or
// went, what is still open. The same files, mapping and journal give the same preview.

import { ALWAYS, effective } from '../../domain/asof.ts';
import { isKind, type BodyOf, type Fact } from '../../domain/facts.ts';
import { countFault, type CountFault, type CountFaultKind } from '../../domain/need/counts.ts';
import { SeriesId, type SheetMapping } from '../../domain/need/publication.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { localDateIn, type Instant } from '../../domain/time.ts';
import { PUBLISHERS, type Publisher } from '../../standards/counts/publishers.ts';
import type { Refused } from '../../standards/counts/table.ts';
import type { Failure } from '../failure.ts';
import { operationOf } from '../journal.ts';
import type { SheetReader } from '../ports.ts';
import { compareCounts, type Compared } from './compare-counts.ts';
import type { CountsAsk, CountsPreview } from './counts-shape.ts';
import { namesIn, publishedIn } from './published.ts';
import type { CountFilesRead } from './read-count-files.ts';

const MOST_SHOWN = 500;

/** The preview, and what importing makes facts of. */
export interface ExaminedCounts {
  readonly preview: CountsPreview;
  readonly series: SeriesId;
  readonly publisher: Publisher | null;
  readonly read: CountFilesRead;
  readonly compared: Compared;
  readonly names: ReadonlyMap<string, string>;
  readonly learned: SheetMapping | null;
}

export async function examineCounts(journal: readonly Fact[], ask: CountsAsk, now: Instant, reader: SheetReader, signal?: AbortSignal): Promise<Result<ExaminedCounts, Failure>> {
  const named = seriesOfAsk(ask);
  if (!named.ok) return named;
  const learned = learnedOf(journal, named.value);
  const read = await reader.counts({ format: ask.format, files: ask.files ?? [], mapping: ask.mapping ?? {}, learned }, signal);
  return read.ok ? examineRead(journal, ask, named.value, learned, read.value, now) : err(countsRefused(read.error));
}

/** The same of files that were read already. */
export function examineRead(journal: readonly Fact[], ask: CountsAsk, series: SeriesId, learned: SheetMapping | null, read: CountFilesRead, now: Instant): Result<ExaminedCounts, Failure> {
  const operation = operationOf(journal);
  const publisher = ask.format === 'sheet' ? null : PUBLISHERS[ask.format];
  const standing = publishedIn(journal, ALWAYS).get(series) ?? null;
  const names = namesIn(journal, series);
  const compared = compareCounts(read.counts, { standing, names, latest: localDateIn(now, publisher?.zone ?? operation.zone), now });
  const imports = importsOf(journal, series);
  const last = imports.at(-1) ?? null;
  const known = source(journal, series);
  const title = known ?? ask.title ?? publisher?.title;
  if (title === undefined) return err({ code: 'sheet-refused', message: `nobody is on record as the source ${series}`, remedy: 'say what the source is called (title), or record it as a source first', rejected: [] });
  const faults = [...read.faults, ...fewerRows(read, last), ...compared.faults];
  const questions = read.sheet?.questions ?? [];
  const preview: CountsPreview = {
    operation: operation.id, series, format: ask.format, source: { title, isNew: known === null }, documents: read.documents,
    isKnown: imports.some(({ body }) => sameDocuments(body.documents, read.documents)),
    rows: read.rows, from: compared.from, until: compared.until, days: compared.days, areas: compared.areas,
    figures: compared.figures, revisions: compared.revisions.slice(0, MOST_SHOWN),
    unknownAreas: [...new Set(read.faults.flatMap(({ kind, area, value }) => (kind === 'unknown-area' ? (area ?? value ?? []) : [])))],
    drift: last === null ? null : driftOf(read, last),
    faultKinds: [...Map.groupBy(faults, ({ kind }) => kind)].map(([kind, all]): { kind: CountFaultKind; count: number } => ({ kind, count: all.length })).toSorted((a, b) => b.count - a.count),
    faults: faults.slice(0, MOST_SHOWN),
    mapping: read.sheet?.mapping ?? null, questions, isReady: questions.length === 0,
  };
  return ok({ preview, series, publisher, read, compared, names, learned });
}

function seriesOfAsk({ format, series }: CountsAsk): Result<SeriesId, Failure> {
  const named = series ?? (format === 'sheet' ? undefined : PUBLISHERS[format].series);
  if (named === undefined) return err({ code: 'sheet-refused', message: 'a sheet of one’s own needs a series', remedy: 'name the source that it comes from, such as sante-publique', rejected: [] });
  const read = SeriesId.safeParse(named);
  return read.success ? ok(read.data) : err({ code: 'sheet-refused', message: `${named} cannot name a series`, remedy: 'use letters, digits, . _ - and begin with a letter or digit', rejected: [] });
}

const held = (journal: readonly Fact[], kind: Fact['kind']): Fact[] => effective(journal.filter((fact) => fact.kind === kind || fact.kind === 'correction.made'), ALWAYS).toSorted((a, b) => a.seq - b.seq);

/** What was last settled of a series' sheets; null: nothing. */
const learnedOf = (journal: readonly Fact[], series: SeriesId): SheetMapping | null => held(journal, 'counts.mapping-learned').flatMap((fact) => (isKind(fact, 'counts.mapping-learned') && fact.body.series === series ? [fact.body.mapping] : [])).at(-1) ?? null;

interface ImportOnRecord {
  readonly at: Instant;
  readonly body: BodyOf<'counts.imported'>;
}

/** Files of a series that were taken in, oldest first. */
export const importsOf = (journal: readonly Fact[], series: string): ImportOnRecord[] => held(journal, 'counts.imported').flatMap((fact) => (isKind(fact, 'counts.imported') && fact.body.series === series ? [{ at: fact.recordedAt, body: fact.body }] : []));

const source = (journal: readonly Fact[], series: string): string | null => held(journal, 'source.recorded').flatMap((fact) => (isKind(fact, 'source.recorded') && fact.body.id === series ? [fact.body.title] : [])).at(-1) ?? null;

type Documents = readonly { readonly sha256: string }[];
const sameDocuments = (a: Documents, b: Documents): boolean => a.length === b.length && a.every(({ sha256 }) => b.some((it) => it.sha256 === sha256));

function driftOf({ columns }: CountFilesRead, { at, body }: ImportOnRecord): NonNullable<CountsPreview['drift']> {
  return { since: at, came: columns.filter((column) => !body.columns.includes(column)), went: body.columns.filter((column) => !columns.includes(column)) };
}

/** A file grows from day to day: one with a tenth of its rows missing has most likely broken off. */
const LEAST_SHARE = 0.9;

function fewerRows({ rows, documents }: CountFilesRead, last: ImportOnRecord | null): CountFault[] {
  if (last === null) return [];
  const [before, now] = [last.body.rows / last.body.documents.length, rows / documents.length];
  if (now >= before * LEAST_SHARE) return [];
  return [countFault('truncated', { file: documents[0]?.name ?? null, value: String(Math.round(now)) }, `the file has ${Math.round(now)} rows, and the last one had ${Math.round(before)}`, 'look whether the download was cut short, or the source has left something out; what the file has is entered')];
}

export const countsRefused = (faults: Refused): Failure => ({
  code: 'sheet-refused', message: 'the counts cannot be read', remedy: 'see to what is named, or name another format',
  rejected: faults.map(({ file, row, column, value, problem, remedy }) => ({ file, sheet: null, row, column, value, problem, remedy })),
});
