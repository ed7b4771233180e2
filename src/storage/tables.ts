// The tables as Kysely sees them. migrations/ has their definitions and what each column is for; PostgreSQL's bigint comes
// as a number from one driver and as text from another, hence the union.

import type { ColumnType } from 'kysely';
import type { AccountTables } from './accounts/tables.ts';

interface OperationTable {
  operation_id: string;
  opened: number;
  seq: number;
  hash: string;
}

interface FactTable {
  operation_id: string;
  seq: number;
  id: string;
  kind: string;
  occurred_at: string;
  recorded_at: string;
  actor: string;
  key: string;
  sources: ColumnType<string[], string>;
  note: string | null;
  evidence: ColumnType<unknown[], string>;
  body: ColumnType<unknown, string>;
  body_hash: string;
  hash: string;
}

interface TransferTable {
  operation_id: string;
  batch: number;
  line: number;
  of_seq: number;
  cause_seq: number;
  pledge: string;
  item: string;
  from_account: string;
  from_lot: string;
  from_at: string;
  to_account: string;
  to_lot: string;
  to_at: string;
  units: ColumnType<number | string, number>;
}

interface BalanceTable {
  operation_id: string;
  pledge: string;
  item: string;
  account: string;
  lot: string;
  at: string;
  units: ColumnType<number | string, number>;
}

interface JournalPositionTable {
  id: number;
  records: number;
  hash: string;
}

interface EvidenceTable {
  sha256: string;
  part: number;
  content: Buffer;
}

interface VaultTable {
  operation_id: string;
  commitment: string;
  salt: string;
  person: ColumnType<unknown, string>;
}

interface MigrationTable {
  name: string;
  checksum: string;
}

interface MigrationLockTable {
  id: number;
}

export interface Tables extends AccountTables {
  operation: OperationTable;
  fact: FactTable;
  transfer: TransferTable;
  balance: BalanceTable;
  journal_position: JournalPositionTable;
  evidence: EvidenceTable;
  vault: VaultTable;
  migration: MigrationTable;
  migration_lock: MigrationLockTable;
}
