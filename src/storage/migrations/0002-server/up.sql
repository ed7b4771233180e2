-- What the embedded store keeps in files, for the store on a server. Both stand empty in an embedded database.

-- Documents and photos by their content, in parts, so that no row grows large. Shared by all operations, hence without operation_id.
create table evidence (
  sha256 text collate "C" not null check (length(sha256) = 64),
  part integer not null check (part >= 0),
  content bytea not null,
  primary key (sha256, part)
);

-- What is known of a person, under the salt of the commitment that facts may bear. Rows are deleted when somebody is forgotten.
create table vault (
  operation_id text collate "C" not null,
  commitment text collate "C" not null check (length(commitment) = 64),
  salt text not null,
  person jsonb not null,
  primary key (operation_id, commitment)
);
