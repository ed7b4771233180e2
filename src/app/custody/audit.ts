// Audit: the independent replay beside the ledger, and beside the balances that the store has posted.

import { effective } from '../../domain/asof.ts';
import type { Fact } from '../../domain/facts.ts';
import type { OperationId } from '../../domain/ids.ts';
import { ok, type Result } from '../../domain/result.ts';
import { accountKey } from '../../ledger/ledger.ts';
import { fold } from '../../ledger/apply.ts';
import { auditJournal, compare, type AuditRow } from '../../ledger/audit.ts';
import { partition } from '../../ledger/partition.ts';
import type { Failure } from '../failure.ts';
import { journalOf, operationOf } from '../journal.ts';
import { machineSha256 } from '../log/machine-sha256.ts';
import { OperationLog } from '../log/operation-log.ts';
import { contradiction, signedIn } from '../log/publish.ts';
import type { Balance, Store } from '../ports.ts';
import { readInstant } from '../../domain/time.ts';

export interface AuditReport {
  readonly ok: boolean;
  readonly facts: number;
  readonly rows: readonly (AuditRow & { readonly operation: string })[];
  readonly problems: readonly string[];
}

/** Of a journal, up to an instant where one is given: every fact of it, whatever the operation stands at. */
export function audit(journal: readonly Fact[], asked: { readonly asOf?: string | undefined; readonly knownAt?: string | undefined } = {}): Result<AuditReport, Failure> {
  const { id, zone } = operationOf(journal);
  const instants = { asOf: null as ReturnType<typeof readInstant> | null, knownAt: null as ReturnType<typeof readInstant> | null };
  if (asked.asOf !== undefined) instants.asOf = readInstant(asked.asOf, zone);
  if (asked.knownAt !== undefined) instants.knownAt = readInstant(asked.knownAt, zone);
  for (const [name, read] of Object.entries(instants)) if (read !== null && !read.ok) return { ok: false, error: { code: 'bad-instant', message: `${name} is not an instant`, remedy: read.error } };
  const when = { asOf: instants.asOf?.ok === true ? instants.asOf.value : null, knownAt: instants.knownAt?.ok === true ? instants.knownAt.value : null };
  const audited = auditJournal(journal, when.asOf, when.knownAt);
  const problems = [...audited.problems, ...compare(audited.rows, partition(fold(effective(journal, when)).ledger))];
  return ok({ ok: problems.length === 0, facts: audited.facts, rows: audited.rows.map((row) => ({ operation: id, ...row })), problems });
}

/** One operation of the store, or all: the replay, the ledger, the balances as they were posted, and what the transparency log has signed. */
export async function auditStore(store: Store, operation?: string): Promise<Result<AuditReport, Failure>> {
  const rows: (AuditRow & { operation: string })[] = [];
  const problems: string[] = [];
  let facts = 0;
  for (const id of operation === undefined ? await store.operations() : [operation]) {
    const journal = await journalOf(store, id);
    if (!journal.ok) return journal;
    const report = audit(journal.value);
    if (!report.ok) return report;
    rows.push(...report.value.rows);
    facts += report.value.facts;
    const posted = unposted(journal.value, await store.balances(operationOf(journal.value).id));
    const logged = await unlogged(store, operationOf(journal.value).id, journal.value);
    problems.push(...[...report.value.problems, ...posted, ...logged].map((problem) => (operation === undefined ? `${id}: ${problem}` : problem)));
  }
  return ok({ ok: problems.length === 0, facts, rows, problems });
}

/** Where the journal is not the one of which the transparency log has signed a tree. */
async function unlogged(store: Store, operation: OperationId, journal: readonly Fact[]): Promise<string[]> {
  const state = await store.logState(operation);
  if (state === null || state.checkpoint === null) return [];
  const log = new OperationLog(operation, store, machineSha256);
  await log.extend(journal);
  const problem = await contradiction(log, signedIn(state));
  return problem === null ? [] : [`transparency log: ${problem}`];
}

/** Where the balances that the store has posted differ from the journal's. */
function unposted(journal: readonly Fact[], balances: readonly Balance[]): string[] {
  const posted = new Map(balances.map((it) => [accountKey(it.pledge, it.item, { name: it.account as 'available', lot: it.lot, at: it.at }), it.units]));
  const { ledger } = fold(effective(journal, { asOf: null, knownAt: null }));
  const problems: string[] = [];
  for (const [key, { units }] of ledger.balances) if ((posted.get(key) ?? 0) !== units) problems.push(`account ${key.replaceAll('\t', ' ')}: ${posted.get(key) ?? 0} posted, ${units} by the journal`);
  for (const [key, units] of posted) if (units !== 0 && !ledger.balances.has(key)) problems.push(`account ${key.replaceAll('\t', ' ')}: ${units} posted, none by the journal`);
  return problems;
}
