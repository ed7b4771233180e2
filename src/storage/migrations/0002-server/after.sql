-- must be none: a vault or evidence that is not empty from the beginning
select 'evidence' from evidence union all select 'vault' from vault;
