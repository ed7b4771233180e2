// Files of counts join the journal: one fact a day of what is new or another, and one of the files themselves, all of them or none. The
// same files again change nothing. Not here: what they are held against (preview-counts.ts).

import { FACT_BODIES, isKind, type Fact, type FactKind, type NewFact } from '../../domain/facts.ts';
import { Actor, IdempotencyKey } from '../../domain/ids.ts';
import type { AreaCounted } from '../../domain/need/publication.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { atZone, LocalDateTime, type Instant, type LocalDate } from '../../domain/time.ts';
import { newNames } from '../../need/renamed.ts';
import type { Failure } from '../failure.ts';
import { journalOf, operationOf } from '../journal.ts';
import type { Clock, SheetReader, Store } from '../ports.ts';
import { record } from '../record.ts';
import type { CountsAsk, CountsImported, CountsPreview } from './counts-shape.ts';
import { examineCounts, examineRead, type ExaminedCounts } from './preview-counts.ts';

/** Somebody else imports the same series at the same moment: seen anew so often. */
const TRIES = 3;
/** Of one fact: well below what a cell of a workbook holds, should the operation be exported as one. */
const AREAS_A_FACT = 250;

export interface CountTools {
  readonly clock: Clock;
  readonly reader: SheetReader;
}

/** What an asker who does not look adds. */
export interface Unattended {
  /** What else joins in the same breath; `changed`: figures are new or revised. */
  readonly alongside: (found: { readonly changed: boolean; readonly preview: CountsPreview }) => readonly NewFact[];
  /** Why these files are not to be taken in; null: they are. */
  readonly refuse: (preview: CountsPreview) => Failure | null;
}
const LOOKED_AT: Unattended = { alongside: () => [], refuse: () => null };

/**
 * Takes files in. Throws nothing for what is wrong in a file: that is told, and the figure stays away.
 * @param unattended facts of the asker's own, and what it would not take.
 */
export async function importCounts(store: Store, operation: string, ask: CountsAsk, { clock, reader }: CountTools, unattended: Unattended = LOOKED_AT): Promise<Result<CountsImported, Failure>> {
  const journal = await journalOf(store, operation);
  if (!journal.ok) return journal;
  let standing: readonly Fact[] = journal.value;
  let examined = await examineCounts(standing, ask, clock.now(), reader);
  for (let tries = 1; ; tries += 1) {
    if (!examined.ok) return examined;
    const { preview, series, learned, read } = examined.value;
    if (!preview.isReady) return err(stillOpen(examined.value));
    const refused = unattended.refuse(preview);
    if (refused !== null) return err(refused);
    const facts = [...factsOf(examined.value, standing, ask, clock.now()), ...unattended.alongside({ changed: preview.figures.new + preview.figures.revised > 0, preview })];
    const recorded = facts.length === 0 ? null : await record(store, operationOf(standing).id, facts);
    if (recorded === null || recorded.ok) {
      const { isReady: _isReady, questions: _questions, ...said } = preview;
      return ok({ ...said, facts: recorded?.value.fresh ?? 0 });
    }
    if (recorded.error.code !== 'key-reused' || tries === TRIES) return recorded;
    const now = await journalOf(store, operation);
    if (!now.ok) return now;
    standing = now.value;
    examined = examineRead(standing, ask, series, learned, read, clock.now());
  }
}

function stillOpen({ preview: { documents, questions, mapping } }: ExaminedCounts): Failure {
  const rejected = questions.map(({ id, problem, remedy }) => ({ file: documents[0]?.name ?? null, sheet: mapping?.sheet === '' ? null : (mapping?.sheet ?? null), row: null, column: id, value: null, problem, remedy }));
  return { code: 'intake-open', message: `nothing was written: ${questions.length} ${questions.length === 1 ? 'question is' : 'questions are'} open about the columns`, remedy: 'answer them in the mapping', rejected };
}

function factsOf({ preview, series, publisher, read, compared, names, learned }: ExaminedCounts, journal: readonly Fact[], ask: CountsAsk, now: Instant): NewFact[] {
  const { zone } = operationOf(journal);
  const by = ask.by ?? Actor.parse('counts');
  const fact = (kind: FactKind, key: string, occurredAt: Instant, body: unknown, sources: readonly string[] = [series]): NewFact =>
    ({ kind, occurredAt, recordedAt: now, by, key: IdempotencyKey.parse(key), sources, note: null, evidence: [], body: FACT_BODIES[kind].parse(body) }) as NewFact;
  const [document] = read.documents;
  const numbered = new Map<string, number>();
  for (const it of journal) if (isKind(it, 'counts.published') && it.body.series === series) numbered.set(it.body.date, (numbered.get(it.body.date) ?? 0) + 1);
  const published = [...compared.changes].flatMap(([date, rows]) => {
    const at = hourOf(date, rows, publisher === null ? { zone, time: null } : { zone: publisher.zone, time: publisher.hour.time }, now);
    return chunked(rows).map((chunk, k) => {
      const areas = chunk.map(({ asOf, ...row }) => ({ ...row, ...(asOf !== null && asOf !== at && asOf <= now && { at: asOf }) }));
      return fact('counts.published', `counts:${series}:${date}:${(numbered.get(date) ?? 0) + k + 1}`, at, { series, date, areas, ...(read.documents.length === 1 && document !== undefined && { document: named(document) }) });
    });
  });
  const settled = read.sheet?.settled ?? null;
  const earlier = (kind: 'counts.mapping-learned' | 'counts.imported'): number => journal.filter((it) => isKind(it, kind) && it.body.series === series).length;
  return [
    ...(preview.source.isNew ? [fact('source.recorded', `counts:${series}:source`, operationOf(journal).openedAt, { id: series, title: preview.source.title, ...(publisher !== null && { publisher: publisher.publisher, link: publisher.link }) }, [])] : []),
    ...(settled === null || JSON.stringify(settled) === JSON.stringify(learned) ? [] : [fact('counts.mapping-learned', `counts:${series}:mapping:${earlier('counts.mapping-learned') + 1}`, now, { series, mapping: settled })]),
    ...published,
    ...(preview.isKnown ? [] : [fact('counts.imported', `counts:${series}:files:${earlier('counts.imported') + 1}`, now, { series, format: ask.format, documents: read.documents.map(named), columns: read.columns.slice(0, 500).map((column) => column.slice(0, 300)), rows: read.rows, names: newNames(read.counts, names).slice(0, 2000) })]),
  ];
}

const named = ({ name, sha256: hash }: { readonly name: string; readonly sha256: string }): { name: string; sha256: string } => ({ name: name.slice(-200) || 'pasted', sha256: hash });

const chunked = <T>(rows: readonly T[]): T[][] => Array.from({ length: Math.ceil(rows.length / AREAS_A_FACT) }, (_, k) => rows.slice(k * AREAS_A_FACT, (k + 1) * AREAS_A_FACT));

/** The last hour that its rows tell, else the publisher's, else the end of the day; never one that has not come. */
function hourOf(date: LocalDate, rows: readonly (AreaCounted & { readonly asOf: Instant | null })[], usual: { readonly zone: Parameters<typeof atZone>[1]; readonly time: string | null }, now: Instant): Instant {
  const told = rows.reduce<Instant | null>((last, { asOf }) => (asOf !== null && asOf <= now && (last === null || asOf > last) ? asOf : last), null);
  if (told !== null) return told;
  const wall = atZone(LocalDateTime.parse(`${date}T${usual.time ?? '23:59'}`), usual.zone);
  return wall.ok && wall.value <= now ? wall.value : now;
}
