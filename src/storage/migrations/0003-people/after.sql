-- must be none: people or links that nobody has made
select 'organisation' from organisation union all select 'member' from member union all select 'token' from token union all select 'delivery_link' from delivery_link;
