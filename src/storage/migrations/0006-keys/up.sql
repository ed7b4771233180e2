-- Facts are numbered without a gap, so whoever publishes them keeps the last number that it has seen: that is the queue.
drop table outbox;

-- A server without statistics takes any index that begins with the operation for as good as the primary key, and then reads a whole
-- operation to find the fact that a posting refers to. These two begin with what sets facts apart; the operation is still in them,
-- so that tables can be distributed by it.
alter table fact drop constraint fact_operation_id_key_key;
alter table fact drop constraint fact_operation_id_id_key;
alter table fact add constraint fact_key unique (key, operation_id);
alter table fact add constraint fact_id unique (id, operation_id);
