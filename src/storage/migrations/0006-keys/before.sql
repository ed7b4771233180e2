-- must be none: facts that do not follow one another by number
select operation_id from fact group by operation_id having count(*) <> max(seq) or min(seq) <> 1;
