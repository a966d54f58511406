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
with heard as (
  select participations.id, participations.capacity, participations.speaker_id
  from participations
  where participations.role = 'speaker'
    and participations.id in (select participation_id from participation_forums where forum_id in (:forum))
    and participations.meeting_id in (:meeting)
    and participations.id in (select participation_id from participation_processes where process_id in (:process))
), said_as as (  -- a statement of several in one capacity is one
  select heard.capacity, count(distinct link.statement_id) as statements
  from heard join statement_participations as link on link.participation_id = heard.id
  group by heard.capacity
)
select
  voices.capacity,
  count(*) as people,
  coalesce((select statements from said_as where said_as.capacity = voices.capacity), 0) as statements,
  group_concat(voices.name, '; ') as names
from (
  select
    heard.capacity,
    coalesce(heard.speaker_id, heard.id) as id,
    min(speaker_names.name) as name
  from heard
  left join speaker_names on speaker_names.speaker_id = heard.speaker_id
  group by heard.capacity, coalesce(heard.speaker_id, heard.id)
  order by 1, 3, 2
) as voices
group by voices.capacity
order by count(*) desc, voices.capacity
