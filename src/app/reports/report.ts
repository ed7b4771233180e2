// A report of the situation at an instant, as a workbook or as a paper. It rests on the whole journal up to then, so its place in
// the journal is that of the last fact that had occurred.

import type { Fact } from '../../domain/facts.ts';
import { latest } from '../../domain/time.ts';
import type { Paper } from '../../standards/documents/paper.ts';
import { penOf, type Issue } from '../../standards/documents/parts.ts';
import { reportPaper, reportWorkbook, type Report, type ReportSheet } from '../../standards/documents/report.ts';
import type { PaperLanguage } from '../../standards/documents/wording.ts';
import { WORDS, type Words } from '../../standards/documents/words/vocabulary.ts';
import { chainAt } from '../papers/chain.ts';
import type { Situation } from '../plan/situation.ts';
import { discrepancySheets } from './discrepancies.ts';
import { donorSheets } from './donors.ts';
import { REPORT_PREFIX, type ReportKind } from './kinds.ts';
import { movementSheets } from './movements.ts';
import { pipelineSheets } from './pipeline.ts';
import { stockSheets } from './stock.ts';

const SHEETS: Readonly<Record<ReportKind, (now: Situation, words: Words, language: PaperLanguage) => ReportSheet[]>> = { pipeline: pipelineSheets, stock: stockSheets, movements: movementSheets, discrepancies: discrepancySheets, donors: donorSheets };

/** One of the two is there. */
export type DrawnReport = { readonly name: string } & ({ readonly paper: Paper; readonly workbook: null } | { readonly paper: null; readonly workbook: Uint8Array });

export function reportOf(now: Situation, kind: ReportKind, issue: Issue): Report {
  const words = WORDS[issue.language];
  const pen = penOf(issue);
  return { kind, title: words.reports.titles[kind], about: `${words.reports.asOf} ${pen.instant(now.asOf)}`, sheets: SHEETS[kind](now, words, issue.language) };
}

export function reportFile(now: Situation, journal: readonly Fact[], { kind, format, lang = 'en', hxl = false }: { readonly kind: ReportKind; readonly format: 'xlsx' | 'pdf'; readonly lang?: PaperLanguage | undefined; readonly hxl?: boolean | undefined }): DrawnReport {
  const { operation, asOf, known } = now;
  const past = journal.filter(({ occurredAt, kind: of }) => occurredAt <= asOf || of === 'correction.made');
  const seq = past.reduce((most, fact) => Math.max(most, fact.seq), 0);
  const code = known.places.get(operation.hub)?.iata ?? operation.hub;
  const number = `${REPORT_PREFIX[kind]}-${code}-${asOf.slice(0, 16).replaceAll(/[-:]/g, '')}Z`;
  const issue: Issue = { language: lang, number, operation: operation.name, zone: operation.zone, issuedAt: past.reduce((last, { recordedAt }) => latest(last, recordedAt), operation.openedAt), position: { asOf, seq, hash: chainAt(journal, seq) } };
  const report = reportOf(now, kind, issue);
  const name = `${number}.${lang}`;
  return format === 'pdf' ? { name, paper: reportPaper(issue, report), workbook: null } : { name, paper: null, workbook: reportWorkbook(issue, report, { hxl }) };
}
