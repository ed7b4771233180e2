-- must be none: a journal position other than exactly one
select count(*) from journal_position having count(*) <> 1;

-- must be none: operations whose head is not their last fact
select o.operation_id from operation o
where o.seq <> (select count(*) from fact f where f.operation_id = o.operation_id);

-- must be none: facts without their place in the publication queue
select f.operation_id, f.seq from fact f
left join outbox q on q.operation_id = f.operation_id and q.seq = f.seq
where q.seq is null;
