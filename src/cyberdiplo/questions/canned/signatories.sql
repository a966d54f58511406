-- title: Who signed, ratified or joined which instrument, and when
-- titre: Qui a signé, ratifié ou rejoint quel instrument, et quand
-- param measure: measure    only this instrument | seulement cet instrument
-- param country: country    only this country | seulement ce pays
-- param group: group    only today's members of this group | seulement les membres actuels de ce groupe
-- param role: memberships.role    only signatories, or only parties | seulement les signataires, ou les parties
-- column role: memberships.role
-- counts: measure
-- main: instrument, role, name, date, source
-- tells: instrument?, role: name
-- example: query run signatories --measure "Budapest Convention"
-- example: query run signatories --country FRA
select
  coalesce((select acronym_fr from labels where labels.id = signed.measure_id), measures.name_fr) as instrument,
  signed.role,
  (select name_fr from labels where labels.id = signed.member_id) as name,
  signed.date,
  signed.attested,
  place.source_id as source,
  place.locator,
  signed.member_id as id,
  signed.measure_id
from (
  select
    memberships.id,
    memberships.group_id as measure_id,
    memberships.member_id,
    memberships.role,
    memberships.start_date as date,
    memberships.attested_on as attested
  from memberships
  where memberships.role in ('signatory', 'party')
  union all
  select
    measure_events.id,
    measure_events.measure_id,
    measure_events.country_id,
    case measure_events.type when 'signed' then 'signatory' else 'party' end,
    measure_events.event_date,
    measure_events.attested_on
  from measure_events
  join measures on measures.id = measure_events.measure_id
  where measure_events.type in ('signed', 'ratified') and measure_events.country_id is not null
    and measure_events.country_id <> coalesce(measures.country_id, '')
    and not exists (
      select 1 from memberships
      where memberships.group_id = measure_events.measure_id and memberships.member_id = measure_events.country_id
        and memberships.role = case measure_events.type when 'signed' then 'signatory' else 'party' end
    )
) as signed
join measures on measures.id = signed.measure_id
left join first_citations as place on place.record_id = signed.id
where 1 = 1
  and signed.measure_id in (:measure)
  and signed.member_id in (:country)
  -- if :group
  and signed.member_id in (select member_id from members_today where group_id in (:group))
  -- end
  and signed.role in (:role)
order by signed.measure_id, signed.role, signed.member_id, signed.id
