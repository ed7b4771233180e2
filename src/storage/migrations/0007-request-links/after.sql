-- must be none: links that nobody has made
select 'request_link' from request_link;
