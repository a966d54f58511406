-- title: How many people took part in each forum, for how many countries, and what they said
-- titre: Combien de personnes ont participé dans chaque enceinte, pour combien de pays, et ce qu'elles ont dit
-- param role: participations.role    only in this role | seulement dans ce rôle
-- param organisation: organisation    only the forums of this organisation | seulement les enceintes de cette organisation
-- column type: forums.type
-- main: acronym, name, people, countries, meetings, statements
-- example: query run speakers-by-forum --role speaker
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
from participations
left join meetings on meetings.id = participations.meeting_id
left join processes on processes.id = coalesce(participations.process_id, meetings.process_id)
join forums on forums.id = coalesce(meetings.forum_id, processes.forum_id)
left join statement_participations as link on link.participation_id = participations.id
where 1 = 1
  and participations.role in (:role)
  and (participations.meeting_id in (select id from meetings where forum_id in (select id from forums where organisation_id in (:organisation))) or participations.process_id in (select id from processes where forum_id in (select id from forums where organisation_id in (:organisation))))
group by forums.id, forums.acronym_fr, forums.name_fr, forums.type
order by count(distinct participations.speaker_id) desc, forums.id
