-- must be none: logs that nobody has opened
select operation_id from log_state;
