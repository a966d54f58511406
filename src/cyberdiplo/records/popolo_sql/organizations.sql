-- title: Organisations, forums, processes and countries, as Popolo organizations
select
  bodies.id as "_record",
  bodies.id,
  bodies.name_fr as name,
  bodies.classification,
  bodies.parent_id,
  bodies.area_id,
  bodies.start_date as founding_date,
  bodies.end_date as dissolution_date
from (
  select id, name_fr, name_en, type as classification, parent_id, country_id as area_id, null as start_date,
    null as end_date
  from organisations
  union all
  select id, name_fr, name_en, type, coalesce(parent_id, organisation_id), null, null, null from forums
  union all
  select id, name_fr, name_en, type, coalesce(parent_id, forum_id), null, start_date, end_date from processes
  union all
  select id, name_fr, name_en, type, null, id, null, null from countries
) as bodies
order by bodies.id
