-- title: Posts, chairs of processes and members of groups, as Popolo memberships
select
  affiliations.id as "_record",
  affiliations.id,
  affiliations.position_fr as role,
  affiliations.speaker_id as person_id,
  null as "member.id",
  null as "member.name",
  affiliations.organisation_id as organization_id,
  null as on_behalf_of_id,
  null as area_id,
  affiliations.start_date,
  affiliations.end_date
from affiliations
union all
select
  participations.id,
  participations.id,
  participations.role,
  participations.speaker_id,
  null,
  null,
  participations.process_id,
  coalesce(
    participations.organisation_id, case when participations.capacity = 'state' then participations.country_id end
  ),
  participations.country_id,
  null,
  null
from participations
where participations.process_id is not null
  and participations.speaker_id is not null
union all
select
  memberships.id,
  memberships.id,
  memberships.role,
  null,
  memberships.member_id,
  labels.name_fr,
  memberships.group_id,
  null,
  case when labels.kind = 'country' then memberships.member_id end,
  memberships.start_date,
  memberships.end_date
from memberships
join records as groups on groups.id = memberships.group_id and groups.kind <> 'measure'
join labels on labels.id = memberships.member_id
order by 2
