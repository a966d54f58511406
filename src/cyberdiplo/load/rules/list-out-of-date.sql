-- level: warning
-- says: {detail}
-- hint: look for a newer list, and add it with its day; the old one stays.
select 'rosters', record_id || '|' || list || '|' || as_of, 'as_of',
  'the newest list of ' || list || ' is of ' || as_of || ', more than two years ago'
from newest_lists
where old_after < '{today}'
