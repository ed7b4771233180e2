-- What is kept of alerts: who is told, what stands, and the messages on their way. Beside the journal and never in it; of all this a
-- backup carries the subscriptions. Instants are UTC text, as everywhere.

-- One row an operation, locked while a look at it is written: looks come one after the other, however many processes look.
create table alert_look (
  operation_id text collate "C" primary key,
  began_at text collate "C" not null check (length(began_at) = 24)
);

-- An alert that stands, or stood until not long ago. `raise`: how often it was raised, or raised again because it got worse.
create table alert (
  operation_id text collate "C" not null,
  alert text collate "C" not null,
  kind text collate "C" not null,
  subject text not null,
  severity text collate "C" not null check (severity in ('notice', 'warning', 'critical')),
  measure double precision not null,
  raise integer not null check (raise > 0),
  raised_at text collate "C" not null check (length(raised_at) = 24),
  cleared_at text collate "C" check (length(cleared_at) = 24),
  title jsonb not null,
  primary key (operation_id, alert)
);

-- `kinds` null: every kind. `secret` stands in clear, because each message is signed with it. `made_by` empty: the machine's own.
create table alert_subscription (
  operation_id text collate "C" not null,
  id text collate "C" not null,
  channel text collate "C" not null check (channel in ('webhook', 'e-mail')),
  address text not null,
  kinds jsonb,
  language text collate "C" not null,
  made_by text collate "C" not null,
  made_at text collate "C" not null check (length(made_at) = 24),
  paused_at text collate "C" check (length(paused_at) = 24),
  paused_why text collate "C" check ((paused_why is null) = (paused_at is null)),
  secret text check ((secret is not null) = (channel = 'webhook')),
  primary key (operation_id, id)
);

-- Which raising of an alert a subscription was told of last.
create table alert_told (
  operation_id text collate "C" not null,
  subscription text collate "C" not null,
  alert text collate "C" not null,
  raise integer not null,
  primary key (operation_id, subscription, alert)
);

-- A message and what became of it. `next_at`: not before; while it is being sent, until when nobody else may send it.
create table alert_message (
  operation_id text collate "C" not null,
  id text collate "C" not null,
  subscription text collate "C" not null,
  made_at text collate "C" not null check (length(made_at) = 24),
  state text collate "C" not null check (state in ('queued', 'sent', 'dead')),
  tries integer not null check (tries >= 0),
  next_at text collate "C" not null check (length(next_at) = 24),
  last_error text,
  settled_at text collate "C" check ((settled_at is null) = (state = 'queued')),
  alerts integer not null,
  subject text not null,
  body text not null,
  primary key (operation_id, id)
);
create index alert_message_due on alert_message (operation_id, state, next_at);
