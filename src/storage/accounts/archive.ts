// The rows of people and accounts, and who is told of alerts, out of a store and into another, for a backup. Sessions stay behind, and
// so does the key that signs their cookies: after a restore everybody signs in again. So do messages, and what was told.

import { type Kysely, sql } from 'kysely';
import type { AccountRow } from '../../app/ports.ts';
import { invariant } from '../../domain/result.ts';
import type { Tables } from '../tables.ts';

/** In the order in which they name each other. */
const CARRIED = ['organisation', 'binding', 'member', 'member_password', 'invitation', 'token', 'delivery_link', 'request_link', 'actor', 'alert_subscription'] as const;

export async function accountRows(db: Kysely<Tables>): Promise<AccountRow[]> {
  const rows: AccountRow[] = [];
  for (const table of CARRIED) {
    const found = await sql<Record<string, unknown>>`select * from ${sql.table(table)} order by 1, 2`.execute(db);
    for (const row of found.rows) rows.push({ table, row });
  }
  return rows;
}

/** Whatever is no plain value was JSON in its column. */
const written = (value: unknown): unknown => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value);

export async function restoreAccountRows(db: Kysely<Tables>, rows: readonly AccountRow[]): Promise<void> {
  if (rows.length === 0) return;
  await db.transaction().execute(async (trx) => {
    for (const { table, row } of rows) {
      invariant(CARRIED.some((it) => it === table), `accounts are in tables that are known, not in ${table}`);
      const columns = Object.entries(row);
      const names = sql.join(columns.map(([name]) => sql.ref(name)));
      const values = sql.join(columns.map(([, value]) => sql.val(written(value))));
      await sql`insert into ${sql.table(table)} (${names}) values (${values}) on conflict do nothing`.execute(trx);
    }
  });
}
