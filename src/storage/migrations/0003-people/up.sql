-- Who may do what: organisations, members, sessions, tokens and links. Secrets stand here as hashes only. None of it is in the
-- journal; it is carried by a backup. Instants of our own are UTC text, as everywhere; those of the sessions are timestamps.

create table organisation (
  organisation text collate "C" primary key,
  name text not null
);

-- What is an organisation's own in an operation: a donor, a carrier, a recipient, a place, or the operation itself (subject '').
create table binding (
  operation_id text collate "C" not null,
  organisation text collate "C" not null references organisation (organisation),
  kind text collate "C" not null check (kind in ('donor', 'carrier', 'recipient', 'place', 'operation')),
  subject text collate "C" not null,
  primary key (operation_id, organisation, kind, subject)
);

-- A person with an account. The columns up to display_username are those of the session library's user.
create table member (
  id text collate "C" primary key,
  name text not null,
  email text collate "C" not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  username text collate "C" not null unique,
  display_username text,
  organisation text collate "C" not null references organisation (organisation),
  role text collate "C" not null,
  -- Since when the account is closed; null: it is open.
  ended_at text collate "C" check (length(ended_at) = 24)
);

create table member_session (
  id text collate "C" primary key,
  member_id text collate "C" not null references member (id),
  token text collate "C" not null unique,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text
);
create index member_session_of_member on member_session (member_id);

create table member_password (
  id text collate "C" primary key,
  member_id text collate "C" not null references member (id),
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index member_password_of_member on member_password (member_id);

-- The session library's own short-lived values.
create table member_check (
  id text collate "C" primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- A one-time link: to an account yet to be made, or to a new password of the member that it names.
create table invitation (
  hash text collate "C" primary key check (length(hash) = 64),
  id text collate "C" not null unique,
  organisation text collate "C" not null references organisation (organisation),
  role text collate "C" not null,
  member_id text collate "C" references member (id),
  made_by text not null,
  made_at text collate "C" not null check (length(made_at) = 24),
  expires_at text collate "C" not null check (length(expires_at) = 24),
  used_at text collate "C" check (length(used_at) = 24)
);

create table token (
  hash text collate "C" primary key check (length(hash) = 64),
  id text collate "C" not null unique,
  member_id text collate "C" not null references member (id),
  name text not null,
  permissions jsonb not null,
  made_at text collate "C" not null check (length(made_at) = 24),
  expires_at text collate "C" not null check (length(expires_at) = 24),
  revoked_at text collate "C" check (length(revoked_at) = 24),
  last_used_at text collate "C" check (length(last_used_at) = 24)
);
create index token_of_member on token (member_id);

-- Opens one delivery to its consignee. `answer` is what the consignee said, once.
create table delivery_link (
  operation_id text collate "C" not null,
  id text collate "C" not null,
  hash text collate "C" not null check (length(hash) = 64),
  dispatch text collate "C" not null,
  recipient text collate "C" not null,
  made_by text not null,
  made_at text collate "C" not null check (length(made_at) = 24),
  expires_at text collate "C" not null check (length(expires_at) = 24),
  revoked_at text collate "C" check (length(revoked_at) = 24),
  answer jsonb,
  primary key (operation_id, id)
);
create unique index delivery_link_by_hash on delivery_link (hash, operation_id);

-- As whom a member stands in an operation's journal: the commitment whose name is in the vault.
create table actor (
  operation_id text collate "C" not null,
  member_id text collate "C" not null references member (id),
  commitment text collate "C" not null check (length(commitment) = 64),
  primary key (operation_id, member_id)
);

-- Signs the session cookies; made at the first start with accounts.
create table signing_key (
  id integer primary key check (id = 1),
  secret text not null
);
