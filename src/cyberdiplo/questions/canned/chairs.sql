-- title: Who chaired, moderated or reported, where and when
-- titre: Qui a présidé, modéré ou rapporté, où et quand
-- param forum: forum    only in this forum, and those under it
-- | seulement dans cette enceinte et celles qui en dépendent
-- param process: process    only in this process, and its parts | seulement dans ce processus et ses composantes
-- param country: country    only under this country's name | seulement sous le nom de ce pays
-- param role: participations.role    only in this role | seulement dans ce rôle
-- column role: participations.role
-- main: date, name, role, country, chaired
-- below: chaired
-- tells: role: name, chaired
-- leads: id
-- example: query run chairs --forum ONU
select
  speaker_names.speaker_id as id,
  speaker_names.name,
  participations.role,
  countries.name_fr as country,
  coalesce(meetings.name_fr, processes.name_fr) as chaired,
  coalesce(forums.acronym_fr, forums.name_fr) as forum,
  coalesce(meetings.start_date, processes.start_date) as date,
  coalesce(participations.meeting_id, participations.process_id) as chaired_id
from participations
join speaker_names on speaker_names.speaker_id = participations.speaker_id
left join meetings on meetings.id = participations.meeting_id
left join processes on processes.id = coalesce(participations.process_id, meetings.process_id)
left join forums on forums.id = coalesce(meetings.forum_id, processes.forum_id)
left join countries on countries.id = participations.country_id
where participations.role in ('chair', 'co_chair', 'vice_chair', 'moderator', 'rapporteur')
  and participations.id in (select participation_id from participation_forums where forum_id in (:forum))
  and participations.id in (select participation_id from participation_processes where process_id in (:process))
  and participations.country_id in (:country)
  and participations.role in (:role)
order by coalesce(meetings.start_date, processes.start_date, ''), speaker_names.speaker_id, participations.id
