-- must be none: alerts, subscriptions or messages that nobody has made
select 'alert' from alert union all select 'subscription' from alert_subscription union all select 'message' from alert_message;

-- must be none: instants of another width, which would not sort as text
select c.table_name, c.column_name from information_schema.columns c
where c.table_schema = current_schema()
  and c.table_name in ('alert_look', 'alert', 'alert_subscription', 'alert_message')
  and c.column_name like '%\_at' and c.collation_name is distinct from 'C';
