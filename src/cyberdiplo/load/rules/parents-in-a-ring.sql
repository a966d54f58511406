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
-- Whoever comes down from one that has no parent is in no ring; of the others, mostly none, each is followed up.
reached as (
  select tab, field, id from parents
  where not exists (select 1 from parents as upper where upper.tab = parents.tab and upper.id = parents.parent)
  union
  select parents.tab, parents.field, parents.id
  from reached
  join parents on parents.tab = reached.tab and parents.parent = reached.id
),
unreached as (
  select * from parents
  where not exists (select 1 from reached where reached.tab = parents.tab and reached.id = parents.id)
),
above as (
  select tab, field, id, parent as upper from unreached
  union
  select above.tab, above.field, above.id, unreached.parent
  from above
  join unreached on unreached.tab = above.tab and unreached.id = above.upper
)
select above.tab, above.id, above.field, above.id || ' under ' || unreached.parent
from above
join unreached on unreached.tab = above.tab and unreached.id = above.id
where above.upper = above.id
order by 1, 2
