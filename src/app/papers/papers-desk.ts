// What can be asked of papers and reports: which papers can be printed now, one of them, one report. The answer is a file, the
// same bytes for the same facts.

import type { Fact } from '../../domain/facts.ts';
import { nearest } from '../../domain/nearest.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { languageOf } from '../../standards/documents/language-of.ts';
import type { LabelFormat } from '../../standards/documents/label.ts';
import type { Paper } from '../../standards/documents/paper.ts';
import type { PaperLanguage } from '../../standards/documents/wording.ts';
import type { Asked, DeskFailure } from '../desk.ts';
import type { Failure } from '../failure.ts';
import type { Look } from '../look.ts';
import type { Situation } from '../plan/situation.ts';
import type { Printer } from '../ports.ts';
import type { ReportKind } from '../reports/kinds.ts';
import { reportFile, type DrawnReport } from '../reports/report.ts';
import { basisOf } from './basis.ts';
import { PAPERS } from './catalogue.ts';
import { PaperKind } from './kinds.ts';
import { labelsOf, type LabelsAsk } from './labels.ts';
import { numbersOf } from './numbers.ts';
import { GS1 } from './orders.ts';
import { accountsOf } from './shipments.ts';

export interface PrintablePaper {
  readonly kind: PaperKind;
  readonly subject: string;
  readonly number: string;
  /** The language that it is in unless another is asked for. */
  readonly language: PaperLanguage;
}

export interface PaperList {
  readonly operation: string;
  readonly asOf: Instant;
  readonly papers: readonly PrintablePaper[];
}

export interface PaperAsk extends Asked {
  readonly kind: PaperKind;
  readonly subject: string;
  /** Absent: that of the country it goes to. */
  readonly lang?: PaperLanguage | undefined;
}

export interface ReportAsk extends Asked {
  readonly kind: ReportKind;
  readonly format: 'xlsx' | 'pdf';
  /** Absent: English. */
  readonly lang?: PaperLanguage | undefined;
  /** With a row of HXL tags under each head. */
  readonly hxl?: boolean | undefined;
}

export interface PrintedFile {
  /** `GRN-LGG-2020-0003.fr.pdf`. */
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array;
}

export const PDF = 'application/pdf';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Answer<T> = Promise<Result<T, DeskFailure>>;

export interface PapersDesk {
  list(operation: string, when: Asked): Answer<PaperList>;
  paper(operation: string, ask: PaperAsk): Answer<PrintedFile>;
  report(operation: string, ask: ReportAsk): Answer<PrintedFile>;
  /** Labels of handling units, to be scanned and read from two metres. */
  labels(operation: string, ask: LabelsAsk & Asked & { readonly format: LabelFormat }): Answer<PrintedFile>;
}

export function papersDesk(at: Look, printer: Printer): PapersDesk {
  const printed = async (paper: Paper, name: string): Promise<Result<PrintedFile, Failure>> => {
    const pdf = await printer.print(paper);
    return pdf.ok ? ok({ name, type: PDF, content: pdf.value }) : err({ code: 'unprintable', ...pdf.error });
  };
  return {
    list: (operation, when) => at(operation, when, (now, journal) => ok(listOf(now, journal))),
    paper: (operation, ask) =>
      at(operation, ask, (now, journal) => {
        const described = describe(now, journal, ask);
        return described.ok ? printed(described.value, `${described.value.number.replaceAll(/[^\w.-]/g, '_')}.${described.value.language}.pdf`) : described;
      }),
    labels: (operation, { format, ...ask }) =>
      at(operation, ask, async (now) => {
        const labels = labelsOf(now, ask);
        if (!labels.ok) return labels;
        const name = `labels-${ask.lot ?? labels.value[0].sscc}.${labels.value[0].language}.pdf`;
        const pdf = await printer.labels(labels.value, { format, title: `${now.operation.name}: ${labels.value.length === 1 ? '1 label' : `${labels.value.length} labels`}`, issuedAt: now.facts.at(-1)?.occurredAt ?? now.operation.openedAt, linkBase: GS1 });
        return pdf.ok ? ok({ name: name.replaceAll(/[^\w.-]/g, '_'), type: PDF, content: pdf.value }) : err({ code: 'unprintable', message: pdf.error.map(({ message }) => message).join('; '), remedy: pdf.error[0]?.remedy ?? '' });
      }),
    report: (operation, ask) =>
      at(operation, ask, (now, journal) => {
        const report: DrawnReport = reportFile(now, journal, ask);
        return report.paper === null ? ok({ name: `${report.name}.xlsx`, type: XLSX, content: report.workbook }) : printed(report.paper, `${report.name}.pdf`);
      }),
  };
}

function listOf(now: Situation, journal: readonly Fact[]): PaperList {
  const numbers = numbersOf(journal, now.operation);
  const papers = PaperKind.options.flatMap((kind) => PAPERS[kind].subjects(now).map(({ subject, area }) => ({ kind, subject, number: numbers.of(kind, subject), language: languageOf(area) })));
  return { operation: now.operation.id, asOf: now.asOf, papers };
}

/** The paper as a description. */
export function describe(now: Situation, journal: readonly Fact[], { kind, subject, lang }: Pick<PaperAsk, 'kind' | 'subject' | 'lang'>): Result<Paper, Failure> {
  const made = PAPERS[kind].make(accountsOf(now), subject);
  if (made === null) return err(unknownPaper(now, kind, subject));
  const basis = basisOf(journal, now.facts, made.about, made.madeOf);
  return ok(made.describe({ ...basis, language: lang ?? languageOf(made.area), number: numbersOf(journal, now.operation).of(kind, subject), operation: now.operation.name, zone: now.operation.zone }));
}

function unknownPaper(now: Situation, kind: PaperKind, subject: string): Failure {
  const subjects = PAPERS[kind].subjects(now).map((it) => it.subject);
  const close = nearest(subject, subjects);
  const some = subjects.slice(0, 8).join(', ');
  const remedy = subjects.length === 0 ? 'nothing has happened yet that this paper is about; airbridge paper OP lists what can be printed' : close === null ? `name one of ${some}${subjects.length > 8 ? ', …' : ''}` : `did you mean ${close}?`;
  return { code: 'unknown-paper', message: `there is no ${kind} of ${subject} at this instant`, remedy };
}
