-- level: error
-- says: it is above itself: {detail}
-- hint: take away the parent that is not its own.
with recursive parents as (
  select 'topics' as tab, 'parent_id' as field, id, parent_id as parent from topics where parent_id is not null
  union all select 'forums', 'parent_id', id, parent_id from forums where parent_id is not null
  union all select 'organisations', 'parent_id', id, parent_id from organisations where parent_id is not null
  union all select 'processes', 'parent_id', id, parent_id from processes where parent_id is not null
  union all select 'measures', 'parent_id', id, parent_id from measures where parent_id is not null
  union all select 'meetings', 'parent_id', id, parent_id from meetings where parent_id is not null
  union all select 'figures', 'of_figure_id', id, of_figure_id from figures where of_figure_id is not null
  union all select 'roll_calls', 'corrects_id', id, corrects_id from roll_calls where corrects_id is not null
),
above as (
  select tab, field, id, parent as upper from parents
  union
  select above.tab, above.field, above.id, parents.parent
  from above
  join parents on parents.tab = above.tab and parents.id = above.upper
)
select above.tab, above.id, above.field, above.id || ' under ' || parents.parent
from above
join parents on parents.tab = above.tab and parents.id = above.id
where above.upper = above.id
order by 1, 2
