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
  coalesce(participants.speaker_id, participants.organisation_id, participants.country_id) as id,
  participants.name_fr as name,
  participants.role,
  participants.country_fr as country,
  homes.name_fr as chaired,
  coalesce(forums.acronym_fr, forums.name_fr) as forum,
  homes.date,
  coalesce(participants.meeting_id, participants.process_id) as chaired_id
from participants
join participation_homes as homes on homes.participation_id = participants.participation_id
left join forums on forums.id = homes.forum_id
where participants.role in (
    select code from participation_roles
    where coalesce(counts_as, code) in ('chair', 'co_chair', 'vice_chair', 'moderator', 'rapporteur')
  )
  and participants.participation_id in (select participation_id from participation_forums where forum_id in (:forum))
  -- if :process
  and participants.participation_id in (
    select participation_id from participation_processes where process_id in (:process)
  )
  -- end
  and participants.country_id in (:country)
  and participants.role in (:role)
order by coalesce(homes.date, ''),
  coalesce(participants.speaker_id, participants.organisation_id, participants.country_id, ''),
  participants.participation_id
