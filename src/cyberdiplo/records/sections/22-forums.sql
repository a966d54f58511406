-- title: Forums
-- titre: Enceintes
-- kinds: organisation, forum
-- words: forum, enceinte, bodies, organes, instances
-- column type: forums.type
-- tree: level
with recursive beneath (id, level, path) as (
  select id, 1, id from forums
  where parent_id = :id
    or organisation_id = :id
    and not exists (select 1 from forums as above where above.id = forums.parent_id and above.organisation_id = :id)
  union all
  select forums.id, beneath.level + 1, beneath.path || '/' || forums.id
  from beneath join forums on forums.parent_id = beneath.id
  where '/' || beneath.path || '/' not like '%/' || forums.id || '/%'
)
select forums.id, beneath.level, forums.acronym_fr as acronym, forums.name_fr as name, forums.type
from beneath join forums on forums.id = beneath.id
order by beneath.path
