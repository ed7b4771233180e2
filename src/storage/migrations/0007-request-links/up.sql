-- Opens one recipient's requests to whoever holds it. The secret stands here as a hash only; a backup carries it. Instants are UTC
-- text, as everywhere.
create table request_link (
  operation_id text collate "C" not null,
  id text collate "C" not null,
  hash text collate "C" not null check (length(hash) = 64),
  recipient text collate "C" not null,
  made_by text not null,
  made_at text collate "C" not null check (length(made_at) = 24),
  expires_at text collate "C" not null check (length(expires_at) = 24),
  revoked_at text collate "C" check (length(revoked_at) = 24),
  primary key (operation_id, id)
);
create unique index request_link_by_hash on request_link (hash, operation_id);
