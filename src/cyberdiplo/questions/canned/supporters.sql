-- title: Who proposes, supports or has signed which process or text
-- titre: Qui propose, soutient ou a signé quel processus ou quel texte
-- param record: record    only this process or measure | seulement ce processus ou cette mesure
-- param country: country    only of this country | seulement de ce pays
-- param group: group    only the members of this group, on the day | seulement les membres de ce groupe, ce jour-là
-- column how: participations.role, relations.predicate, memberships.role
-- main: target, how, who, country, date, who_id, target_id
-- counts: record
-- tells: target?, how: who
-- example: query run supporters --record un-poa
-- example: query run supporters --country FRA
select
  (select coalesce(acronym_fr, name_fr) from labels where labels.id = backed.target_id) as target,
  backed.how,
  coalesce((select name_fr from labels where labels.id = backed.who_id), backed.as_recorded) as who,
  countries.id as country,
  backed.date,
  backed.target_id,
  backed.who_id,
  place.source_id as source,
  place.locator
from (
  select
    coalesce(participations.process_id, participations.meeting_id) as target_id,
    participations.role as how,
    coalesce(participations.speaker_id, participations.organisation_id, participations.country_id) as who_id,
    participations.country_id,
    participations.name_as_recorded as as_recorded,
    coalesce(processes.start_date, meetings.start_date) as date,
    participations.id
  from participations
  left join processes on processes.id = participations.process_id
  left join meetings on meetings.id = participations.meeting_id
  where participations.role in ('proposer', 'supporter', 'signatory')
    and (participations.process_id in (:record) or participations.meeting_id in (:record))
    and participations.country_id in (:country)
    and participations.country_id in (select member_id from memberships where group_id in (:group))
  union all
  select relations.object_id, relations.predicate, relations.subject_id,
    coalesce(organisations.country_id, supporting.id), null,
    coalesce(relations.start_date, relations.attested_on), relations.id
  from relations
  left join organisations on organisations.id = relations.subject_id
  left join countries as supporting on supporting.id = relations.subject_id
  where relations.predicate in ('supports', 'opposes')
    and relations.object_id in (:record)
    and (organisations.country_id in (:country) or relations.subject_id in (:country))
  union all
  select memberships.group_id, memberships.role, memberships.member_id, countries.id, null,
    coalesce(memberships.start_date, memberships.attested_on), memberships.id
  from memberships
  join records on records.id = memberships.group_id
  left join countries on countries.id = memberships.member_id
  where records.kind in ('measure', 'process')
    and memberships.role in ('signatory', 'party')
    and memberships.group_id in (:record)
    and memberships.member_id in (:country)
) as backed
left join countries on countries.id = backed.country_id
left join first_citations as place on place.record_id = backed.id
where 1 = 1
  -- if :group
  and exists (
    select 1 from members
    where members.member_id = backed.country_id and members.group_id in (:group)
      and members.since <= coalesce(backed.date, '9999') || '-99' and members.until >= coalesce(backed.date, '9999')
  )
  -- end
order by backed.target_id, backed.how, coalesce(countries.id, ''), coalesce(backed.who_id, ''), backed.as_recorded
