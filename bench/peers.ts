// The peers of what we write: the very rows that the store wrote, by plain INSERT and by COPY into a table of the same server.

import type pg from 'pg';
import type { OperationId } from '../src/domain/ids.ts';
import { copyIn } from './copy-in.ts';

const COLUMNS = ['operation_id', 'seq', 'id', 'kind', 'occurred_at', 'recorded_at', 'actor', 'key', 'sources', 'note', 'evidence', 'body', 'body_hash', 'hash'] as const;

/** Our rows as texts, to be written again by the peers. */
export async function rowsOf(client: pg.Client, operation: OperationId): Promise<readonly (readonly (string | null)[])[]> {
  const { rows } = await client.query<Record<string, string | null>>(`select ${COLUMNS.map((it) => `${it}::text`).join(', ')} from fact where operation_id = $1 order by seq`, [operation]);
  return rows.map((row) => COLUMNS.map((column) => row[column] ?? null));
}

/** One statement, and so one transaction, for each batch; prepared once. */
export async function insertAll(client: pg.Client, rows: readonly (readonly (string | null)[])[], batch: number): Promise<void> {
  for (let at = 0; at < rows.length; at += batch) {
    const part = rows.slice(at, at + batch);
    const places = part.map((_, row) => `(${COLUMNS.map((__, column) => `$${row * COLUMNS.length + column + 1}`).join(', ')})`).join(', ');
    await client.query({ name: `plain-${part.length}`, text: `insert into plain (${COLUMNS.join(', ')}) values ${places}`, values: part.flat() });
  }
}

/** The content is put together before the clock runs. */
export function copying(client: pg.Client, rows: readonly (readonly (string | null)[])[]): () => Promise<void> {
  const escaped = (cell: string | null): string => (cell === null ? '\\N' : cell.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r'));
  const content = Buffer.from(rows.map((row) => `${row.map(escaped).join('\t')}\n`).join(''));
  return () => copyIn(client, `copy plain (${COLUMNS.join(', ')}) from stdin`, content);
}
