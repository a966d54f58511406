-- title: Which kinds of organisation appear, and in which forums
-- titre: Quels types d'organisations apparaissent, et dans quelles enceintes
-- description: An organisation appears where it takes part itself or through somebody who holds a post in it.
-- | Une organisation apparaît là où elle participe elle-même ou par une personne qui y occupe un poste.
-- param country: country    only of this country | seulement de ce pays
-- column type: organisations.type
-- main: type, forum, organisations, people, names
-- example: query run organisations-by-type --country CHN
select
  present.type,
  present.forum,
  count(*) as organisations,
  cast(sum(present.people) as integer) as people,
  group_concat(present.name, '; ') as names,
  present.forum_id
from (
  select
    organisations.type,
    coalesce(forums.acronym_fr, forums.name_fr) as forum,
    forums.id as forum_id,
    coalesce(organisations.acronym_fr, organisations.name_fr) as name,
    cast(count(distinct participations.speaker_id) as integer) as people
  from (
    select participations.id, participations.organisation_id
    from participations
    where participations.organisation_id is not null
      and participations.organisation_id in (select id from organisations where country_id in (:country))
    union all
    select participations.id, affiliations.organisation_id
    from affiliations join participations on participations.affiliation_id = affiliations.id
    where participations.organisation_id is null
      and affiliations.organisation_id in (select id from organisations where country_id in (:country))
  ) as standing
  join participations on participations.id = standing.id
  join organisations on organisations.id = standing.organisation_id
  left join meetings on meetings.id = participations.meeting_id
  left join processes on processes.id = coalesce(participations.process_id, meetings.process_id)
  join forums on forums.id = coalesce(meetings.forum_id, processes.forum_id)
  group by organisations.type, forums.id, coalesce(forums.acronym_fr, forums.name_fr),
    coalesce(organisations.acronym_fr, organisations.name_fr), organisations.id
  order by 1, 2, 4
) as present
group by present.type, present.forum, present.forum_id
order by count(*) desc, present.type, present.forum
