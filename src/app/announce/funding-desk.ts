// What can be asked of the money's worth of the gifts: how much there is to publish, and the two files. They rest on the facts alone, so
// the same facts give the same bytes.

import type { Fact } from '../../domain/facts.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import { writeFundingRows } from '../../standards/iati/funding-rows.ts';
import { writeActivities } from '../../standards/iati/write-activities.ts';
import type { Asked, DeskFailure } from '../desk.ts';
import type { Failure } from '../failure.ts';
import type { Look } from '../look.ts';
import type { PrintedFile } from '../papers/papers-desk.ts';
import type { Situation } from '../plan/situation.ts';
import { fundingRowsOf } from './funding.ts';
import { activityOf } from './iati.ts';

/** What the files hold. */
export interface FundingReport {
  readonly operation: string;
  readonly asOf: Instant;
  /** Of the activity, as the world knows it. */
  readonly identifier: string;
  readonly transactions: number;
  readonly indicators: number;
  /** Of the flat file, without its two heads. */
  readonly rows: number;
  /** What a reader of the figures must know. */
  readonly notes: readonly string[];
}

/** `iati.xml`: the activity; `funding.csv`: the flat rows. */
export const FUNDING_FILES = ['iati.xml', 'funding.csv'] as const;
export type FundingFile = (typeof FUNDING_FILES)[number];
export const FUNDING_TYPES: Readonly<Record<FundingFile, string>> = { 'iati.xml': 'application/xml', 'funding.csv': 'text/csv' };

type Answer<T> = Promise<Result<T, DeskFailure>>;

export interface FundingDesk {
  report(operation: string, when: Asked): Answer<FundingReport>;
  file(operation: string, ask: Asked & { readonly file: FundingFile }): Answer<PrintedFile>;
}

export const fundingDesk = (at: Look): FundingDesk => ({
  report: (operation, when) => at(operation, when, reportOf),
  file: (operation, { file, ...when }) => at(operation, when, (now, journal) => fundingFile(now, journal, file)),
});

function reportOf(now: Situation, journal: readonly Fact[]): Result<FundingReport, Failure> {
  const activity = activityOf(now, journal);
  if (!activity.ok) return activity;
  const rows = fundingRowsOf(now);
  if (!rows.ok) return rows;
  const { identifier, transactions, outputs, remarks } = activity.value;
  return ok({ operation: now.operation.id, asOf: now.asOf, identifier, transactions: transactions.length, indicators: outputs?.indicators.length ?? 0, rows: rows.value.length, notes: remarks });
}

export function fundingFile(now: Situation, journal: readonly Fact[], file: FundingFile): Result<PrintedFile, Failure> {
  const content = file === 'iati.xml' ? xmlOf(now, journal) : csvOf(now);
  return content.ok ? ok({ name: `${now.operation.id}-${file}`, type: FUNDING_TYPES[file], content: content.value }) : content;
}

function xmlOf(now: Situation, journal: readonly Fact[]): Result<Uint8Array, Failure> {
  const activity = activityOf(now, journal);
  return activity.ok ? ok(new TextEncoder().encode(writeActivities([activity.value]))) : activity;
}

function csvOf(now: Situation): Result<Uint8Array, Failure> {
  const rows = fundingRowsOf(now);
  return rows.ok ? ok(writeFundingRows(rows.value)) : rows;
}
