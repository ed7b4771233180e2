-- The journal, the custody ledger and what is derived from them. Statements end with a semicolon at the end of a line.
-- Instants are UTC text of one width: lossless, sorted as text, the same through every driver. All keys start with operation_id.

-- One row an operation: its head. `opened` is the order in which operations began.
create table operation (
  operation_id text collate "C" primary key,
  opened integer not null,
  seq integer not null check (seq >= 0),
  hash text not null check (length(hash) = 64)
);

-- `hash` chains all facts up to this one; `body_hash` tells whether a repeated key repeats the fact.
create table fact (
  operation_id text collate "C" not null,
  seq integer not null check (seq >= 1),
  id uuid not null,
  kind text collate "C" not null,
  occurred_at text collate "C" not null check (length(occurred_at) = 24),
  recorded_at text collate "C" not null check (length(recorded_at) = 24),
  actor text not null,
  key text collate "C" not null,
  sources jsonb not null,
  note text,
  evidence jsonb not null,
  body jsonb not null,
  body_hash text not null check (length(body_hash) = 64),
  hash text not null check (length(hash) = 64),
  primary key (operation_id, seq),
  unique (operation_id, key),
  unique (operation_id, id),
  foreign key (operation_id) references operation (operation_id)
);

-- Postings in double entry. `batch` is the first seq of the append that wrote them, `line` their place in it.
create table transfer (
  operation_id text collate "C" not null,
  batch integer not null,
  line integer not null,
  of_seq integer not null,
  cause_seq integer not null,
  pledge text collate "C" not null,
  item text collate "C" not null,
  from_account text collate "C" not null,
  from_lot text collate "C" not null,
  from_at text collate "C" not null,
  to_account text collate "C" not null,
  to_lot text collate "C" not null,
  to_at text collate "C" not null,
  units bigint not null check (units > 0),
  primary key (operation_id, batch, line),
  foreign key (operation_id, of_seq) references fact (operation_id, seq),
  foreign key (operation_id, cause_seq) references fact (operation_id, seq)
);

-- Read model: what came in less what went out, per account. The sources run below zero; nothing else may.
create table balance (
  operation_id text collate "C" not null,
  pledge text collate "C" not null,
  item text collate "C" not null,
  account text collate "C" not null,
  lot text collate "C" not null,
  at text collate "C" not null,
  units bigint not null check (units >= 0 or account in ('promised', 'surplus')),
  primary key (operation_id, pledge, item, account, lot, at)
);

-- Publication queue: a row a fact, written in the fact's own transaction.
create table outbox (
  operation_id text collate "C" not null,
  seq integer not null,
  published_at text collate "C",
  primary key (operation_id, seq),
  foreign key (operation_id, seq) references fact (operation_id, seq)
);

-- Embedded store only: the last record of the journal file that this database has seen.
create table journal_position (
  id integer primary key check (id = 1),
  records integer not null check (records >= 0),
  hash text not null check (length(hash) = 64)
);

insert into journal_position (id, records, hash) values (1, 0, repeat('0', 64));
