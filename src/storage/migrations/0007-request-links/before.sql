-- must be none: a table of that name from something else
select table_name from information_schema.tables where table_schema = current_schema() and table_name = 'request_link';
