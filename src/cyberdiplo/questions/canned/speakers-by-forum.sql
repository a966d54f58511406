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
with took_part as materialized (
  select distinct participation_forums.participation_id, forum_parts.whole_id as forum_id
  from participation_forums join forum_parts on forum_parts.part_id = participation_forums.forum_id
  where forum_parts.whole_id in (select id from forums)
    and forum_parts.whole_id in (select id from forums where organisation_id in (:organisation))
)
select
  forums.id,
  forums.acronym_fr as acronym,
  forums.name_fr as name,
  count(distinct participations.speaker_id) as people,
  count(distinct participations.country_id) as countries,
  count(distinct case when participations.capacity = 'state' then participations.country_id end) as states,
  count(distinct participations.meeting_id) as meetings,
  count(distinct link.statement_id) as statements,
  forums.type
from took_part
join participations on participations.id = took_part.participation_id
join forums on forums.id = took_part.forum_id
left join statement_participations as link on link.participation_id = participations.id
where 1 = 1
  and participations.role in (:role)
group by forums.id, forums.acronym_fr, forums.name_fr, forums.type
order by count(distinct participations.speaker_id) desc, forums.id
