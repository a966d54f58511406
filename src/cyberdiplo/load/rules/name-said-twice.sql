-- level: warning
-- says: {detail}
-- hint: an apostrophe of another form, a capital or an accent makes no other name: take the row away.
select 'names', names.record_id || '|' || names.lang || '|' || names.type || '|' || names.name, 'name',
  '''' || names.name || ''' is already its name, ''' || labels.name_fr || ''' or ''' || labels.name_en || ''''
from names
join labels on labels.id = names.record_id
where names.weak = 0 and names.type in ('alias', 'official')
  and (
    names.lang in ('fr', 'mul')
      and lower(replace(names.name, char(8217), '''')) = lower(replace(labels.name_fr, char(8217), ''''))
    or names.lang in ('en', 'mul')
      and lower(replace(names.name, char(8217), '''')) = lower(replace(labels.name_en, char(8217), ''''))
  )
