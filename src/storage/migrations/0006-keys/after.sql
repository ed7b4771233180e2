-- must be none: a fact whose key or id stands twice in its operation
select operation_id, key from fact group by operation_id, key having count(*) > 1
union all select operation_id, id::text from fact group by operation_id, id having count(*) > 1;
