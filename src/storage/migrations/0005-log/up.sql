-- The transparency log of each operation. Its leaves are computed from facts and transfers; what cannot be computed again stands
-- here: the keys, private ones among them, and the last signed checkpoint. Canonical JSON as text, because it is changed only
-- where it is still what was read. Empty in an embedded database, which may be lost: there it is a file of the data folder.
create table log_state (
  operation_id text collate "C" primary key,
  state text not null
);

-- The transfers that a fact caused are part of its leaf.
create index transfer_by_cause on transfer (operation_id, cause_seq);
