-- title: How many people took part in each forum, for how many countries, and what they said
-- titre: Combien de personnes ont participé dans chaque enceinte, pour combien de pays, et ce qu'elles ont dit
-- description: A forum counts with those under it, and what is of several of these once.
-- | Une enceinte compte avec celles qui en dépendent, et ce qui relève de plusieurs d'entre elles une fois.
-- param role: participations.role    only in this role | seulement dans ce rôle
-- param organisation: organisation    only the forums of this organisation
-- | seulement les enceintes de cette organisation
-- column type: forums.type
-- main: acronym, name, people, countries, meetings, statements
-- example: query run speakers-by-forum --role speaker
-- The forums of a meeting or process are those of all who took part in it, and are looked up once for them.
with attended as materialized (
  select
    participations.id,
    coalesce(participations.meeting_id, participations.process_id) as place_id,
    participations.speaker_id,
    participations.country_id,
    participations.capacity,
    participations.meeting_id
  from participations
  where 1 = 1
    and participations.role in (:role)
), places as materialized (
  select distinct one_of_each.place_id, forum_parts.whole_id as forum_id
  from (select place_id, min(id) as participation_id from attended group by place_id) as one_of_each
  join participation_forums on participation_forums.participation_id = one_of_each.participation_id
  join forum_parts on forum_parts.part_id = participation_forums.forum_id
  where forum_parts.whole_id in (select id from forums)
    and forum_parts.whole_id in (select id from forums where organisation_id in (:organisation))
)
select
  forums.id,
  forums.acronym_fr as acronym,
  forums.name_fr as name,
  count(distinct attended.speaker_id) as people,
  count(distinct attended.country_id) as countries,
  count(distinct case when attended.capacity = 'state' then attended.country_id end) as states,
  count(distinct attended.meeting_id) as meetings,
  coalesce(made.statements, 0) as statements,
  forums.type
from places
join attended on attended.place_id = places.place_id
join forums on forums.id = places.forum_id
left join (
  select places.forum_id, count(distinct link.statement_id) as statements
  from places
  join attended on attended.place_id = places.place_id
  join statement_participations as link on link.participation_id = attended.id
  group by places.forum_id
) as made on made.forum_id = forums.id
group by forums.id, forums.acronym_fr, forums.name_fr, forums.type, made.statements
order by count(distinct attended.speaker_id) desc, forums.id
