// The tables of alerts (migrations/0004-alerts), as Kysely sees them.

import type { ColumnType } from 'kysely';

interface LookTable {
  operation_id: string;
  began_at: string;
}

interface AlertTable {
  operation_id: string;
  alert: string;
  kind: string;
  subject: string;
  severity: string;
  measure: number;
  raise: number;
  raised_at: string;
  cleared_at: string | null;
  title: ColumnType<unknown, string>;
}

interface SubscriptionTable {
  operation_id: string;
  id: string;
  channel: string;
  address: string;
  kinds: ColumnType<unknown, string | null>;
  language: string;
  made_by: string;
  made_at: string;
  paused_at: string | null;
  paused_why: string | null;
  secret: string | null;
}

interface ToldTable {
  operation_id: string;
  subscription: string;
  alert: string;
  raise: number;
}

interface MessageTable {
  operation_id: string;
  id: string;
  subscription: string;
  made_at: string;
  state: string;
  tries: number;
  next_at: string;
  last_error: string | null;
  settled_at: string | null;
  alerts: number;
  subject: string;
  body: string;
}

export interface AlertTables {
  alert_look: LookTable;
  alert: AlertTable;
  alert_subscription: SubscriptionTable;
  alert_told: ToldTable;
  alert_message: MessageTable;
}
