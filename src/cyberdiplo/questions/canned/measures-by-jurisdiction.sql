-- title: Laws and other measures of each country or union, with their latest event
-- titre: Lois et autres mesures de chaque pays ou union, avec leur dernière étape
-- param country: country    only of this country | seulement de ce pays
-- param group: group    only of the members of this group, or of the group itself
-- | seulement des membres de ce groupe, ou du groupe lui-même
-- param topic: topic    only about this topic, and those under it | seulement sur ce thème et ceux qui en dépendent
-- param legal_force: measures.force    binding or voluntary | contraignant ou volontaire
-- column type: measures.type
-- column force: measures.force
-- column status: measures.status
-- column event: measure_events.type
-- main: country, name, type, status, event, date
-- example: query run measures-by-jurisdiction --country GBR
select
  countries.name_fr as country,
  measures.id,
  (select symbol from symbols where record_id = measures.id) as symbol,
  measures.name_fr as name,
  measures.type,
  measures.force,
  measures.status,
  latest.type as event,
  latest.event_date as date
from measures
join countries on countries.id = coalesce(measures.country_id, measures.issuer_id)
left join measure_events as latest on latest.id = (
  select id from latest_steps
  where measure_id = measures.id and event_date <= :today || '-99' and until > :today || '-99'
)
where 1 = 1
  and coalesce(measures.country_id, measures.issuer_id) in (:country)
  -- if :group
  and (
    countries.id in (:group)
    or exists (
      select 1 from members
      where members.member_id = countries.id and members.group_id in (:group)
        and members.since <= coalesce(latest.event_date, '9999') || '-99'
        and members.until >= coalesce(latest.event_date, '9999')
    )
  )
  -- end
  and measures.id in (select record_id from record_topics where topic_id in (:topic))
  and measures.force in (:legal_force)
order by countries.id, coalesce(latest.event_date, ''), measures.id
