-- title: Which kinds of organisation appear, and in which forums
-- titre: Quels types d'organisations apparaissent, et dans quelles enceintes
-- description: An organisation appears where it takes part itself or through somebody who holds a post in it.
-- | Une organisation apparaît là où elle participe elle-même ou par une personne qui y occupe un poste.
-- description: A forum counts with those under it, an organisation and a person once.
-- | Une enceinte compte avec celles qui en dépendent, une organisation et une personne une fois.
-- param country: country    only of this country | seulement de ce pays
-- column type: organisations.type
-- main: type, forum, organisations, people, names
-- example: query run organisations-by-type --country CHN
with standing as (
  select participations.id, participations.organisation_id, participations.speaker_id
  from participations
  where participations.organisation_id is not null
    and participations.organisation_id in (select id from organisations where country_id in (:country))
  union all
  select participations.id, affiliations.organisation_id, participations.speaker_id
  from affiliations join participations on participations.affiliation_id = affiliations.id
  where participations.organisation_id is null
    and affiliations.organisation_id in (select id from organisations where country_id in (:country))
), present as materialized (
  select distinct forum_parts.whole_id as forum_id, standing.organisation_id, standing.speaker_id
  from standing
  join participation_forums on participation_forums.participation_id = standing.id
  join forum_parts on forum_parts.part_id = participation_forums.forum_id
  where forum_parts.whole_id in (select id from forums)
)
select
  counted.type,
  coalesce(forums.acronym_fr, forums.name_fr) as forum,
  counted.organisations,
  counted.people,
  (
    select group_concat(name, '; ')
    from (
      select distinct organisations.id, coalesce(organisations.acronym_fr, organisations.name_fr) as name
      from present join organisations on organisations.id = present.organisation_id
      where present.forum_id = counted.forum_id and organisations.type = counted.type
      order by 2, 1
    ) as named
  ) as names,
  counted.forum_id
from (
  select
    organisations.type,
    present.forum_id,
    count(distinct present.organisation_id) as organisations,
    count(distinct present.speaker_id) as people
  from present join organisations on organisations.id = present.organisation_id
  group by organisations.type, present.forum_id
) as counted
join forums on forums.id = counted.forum_id
order by counted.organisations desc, counted.type, coalesce(forums.acronym_fr, forums.name_fr)
