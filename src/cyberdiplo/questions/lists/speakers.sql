-- title: Who took part, in which role and capacity
-- titre: Qui a participé, dans quel rôle et à quel titre
-- param forum: forum    only in this forum, and those under it
-- | seulement dans cette enceinte et celles qui en dépendent
-- param meeting: meeting    only at this meeting and those within it
-- | seulement à cette réunion et à celles qu'elle comprend
-- param process: process    only in this process, its parts and its meetings
-- | seulement dans ce processus, ses composantes et ses réunions
-- param country: country    only under this country's name | seulement sous le nom de ce pays
-- param group: group    only under the names of this group's members on that day
-- | seulement sous le nom des membres de ce groupe à cette date
-- param organisation: organisation    only of this organisation | seulement de cette organisation
-- param role: participations.role    only in this role; any for all | seulement dans ce rôle ; any pour tous = speaker
-- param capacity: participations.capacity    only in this capacity | seulement à ce titre
-- column role: participations.role
-- column capacity: participations.capacity
-- main: name, date, country, capacity, role, organisation, id
-- below: meeting
-- counts: meeting
-- tells: role: name, position, organisation
-- leads: id
-- example: speakers --forum OTC
-- example: speakers --forum OTC --role any --capacity private_sector
-- example: speakers --group EU --role any
-- next: show Fick
-- next: statements --speaker Fick
-- next: brief --meeting wto-tbt-2023-06-20-cybersecurity
select
  coalesce(participants.speaker_id, participants.organisation_id, participants.country_id) as id,
  participants.name_fr as name,
  participants.role,
  participants.capacity,
  participants.position_fr as position,
  organisations.name_fr as organisation,
  -- if :ids
  organisations.id as organisation_id,
  -- end
  participants.country_fr as country,
  -- if :ids
  participants.country_id,
  -- end
  coalesce(forums.acronym_fr, forums.name_fr) as forum,
  -- if :ids
  forums.id as forum_id,
  -- end
  homes.name_fr as meeting,
  -- if :ids
  coalesce(participants.meeting_id, participants.process_id) as meeting_id,
  -- end
  homes.date
from participants
left join organisations on organisations.id = coalesce(participants.organisation_id, participants.employer_id)
join participation_homes as homes on homes.participation_id = participants.participation_id
left join forums on forums.id = homes.forum_id
where 1 = 1
  and participants.participation_id in (select participation_id from participation_forums where forum_id in (:forum))
  and participants.meeting_id in (:meeting)
  -- if :process
  and participants.participation_id in (
    select participation_id from participation_processes where process_id in (:process)
  )
  -- end
  and participants.country_id in (:country)
  -- if :group
  and participants.participation_id in (
    select participants.participation_id
    from members
    join participants on participants.country_id = members.member_id
    left join meetings on meetings.id = participants.meeting_id
    left join processes on processes.id = participants.process_id
    where members.group_id in (:group)
      and members.since <= coalesce(meetings.start_date, processes.start_date, '9999') || '-99'
      and members.until >= coalesce(meetings.start_date, processes.start_date, '9999')
  )
  -- end
  -- if :organisation
  and participants.participation_id in (
    select participation_id from participants where organisation_id in (:organisation)
    union all
    select participation_id from participants where employer_id in (:organisation)
  )
  -- end
  and participants.role in (:role)
  and participants.capacity in (:capacity)
  and participants.participation_id in (select id from participations where load_id in (:folder))
order by coalesce(homes.date, ''),
  coalesce(participants.meeting_id, participants.process_id), coalesce(participants.sort, 0),
  participants.participation_id
