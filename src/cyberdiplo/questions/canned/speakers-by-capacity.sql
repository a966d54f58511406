-- title: Who spoke for whom: people and statements by capacity
-- titre: Qui a parlé pour qui : personnes et déclarations par qualité
-- description: Capacity is what somebody speaks as, whatever country stands beside the name:
-- | La qualité est ce au titre de quoi l'on parle, quel que soit le pays imprimé à côté du nom :
-- description: State, private sector, standards body and so on.
-- | État, secteur privé, organisme de normalisation, etc.
-- param forum: forum    only in this forum, and those under it
-- | seulement dans cette enceinte et celles qui en dépendent
-- param meeting: meeting    only at this meeting and those within it
-- | seulement à cette réunion et à celles qu'elle comprend
-- param process: process    only in this process, its parts and its meetings
-- | seulement dans ce processus, ses composantes et ses réunions
-- column capacity: participations.capacity
-- main: capacity, people, statements, names
-- example: query run speakers-by-capacity --forum OTC
-- example: query run speakers-by-capacity --param forum=OTC --format csv
select
  voices.capacity,
  count(*) as people,
  sum(voices.said) as statements,
  group_concat(voices.name, '; ') as names
from (
  select
    participations.capacity,
    coalesce(participations.speaker_id, participations.id) as id,
    min(speaker_names.name) as name,
    cast(count(link.statement_id) as integer) as said
  from participations
  left join speaker_names on speaker_names.speaker_id = participations.speaker_id
  left join statement_participations as link on link.participation_id = participations.id
  where participations.role = 'speaker'
    and participations.id in (select participation_id from participation_forums where forum_id in (:forum))
    and participations.meeting_id in (:meeting)
    and participations.id in (select participation_id from participation_processes where process_id in (:process))
  group by participations.capacity, coalesce(participations.speaker_id, participations.id)
  order by 1, 3, 2
) as voices
group by voices.capacity
order by count(*) desc, voices.capacity
