-- title: People, organisations and States that appear in more than one forum
-- titre: Personnes, organisations et États présents dans plus d'une enceinte
-- description: An organisation appears where it takes part itself or through somebody who holds a post in it.
-- | Une organisation apparaît là où elle participe elle-même ou par une personne qui y occupe un poste.
-- param kind: records.kind    only speaker, organisation or country | seulement speaker, organisation ou country
-- param country: country    only of this country, or itself | seulement de ce pays, ou lui-même
-- column kind: records.kind
-- main: kind, name, forums, names
-- example: query run in-several-forums --kind organisation
select
  seen.kind,
  seen.id,
  (select name_fr from labels where labels.id = seen.id) as name,
  count(*) as forums,
  group_concat(seen.forum, '; ') as names
from (
  select present.kind, present.id, coalesce(forums.acronym_fr, forums.name_fr) as forum
  from (
    select 'speaker' as kind, speaker_id as id, participation_id, country_id
    from participants where speaker_id is not null
    union all
    select 'organisation', organisation_id, participation_id, country_id
    from participants where organisation_id is not null
    union all
    select 'organisation', employer_id, participation_id, country_id
    from participants where employer_id is not null
    union all
    select 'country', country_id, participation_id, country_id
    from participants where country_id is not null and capacity = 'state'
  ) as present
  join participation_homes as homes on homes.participation_id = present.participation_id
  join forums on forums.id = homes.forum_id
  where 1 = 1
    and present.kind in (:kind)
    and present.country_id in (:country)
  group by present.kind, present.id, coalesce(forums.acronym_fr, forums.name_fr)
  order by 1, 2, 3
) as seen
group by seen.kind, seen.id
having count(*) > 1
order by count(*) desc, seen.kind, seen.id
