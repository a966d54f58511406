-- title: Who took part, in which role and capacity
-- titre: Qui a participé, dans quel rôle et à quel titre
-- param forum: forum    only in this forum, and those under it | seulement dans cette enceinte et celles qui en dépendent
-- param meeting: meeting    only at this meeting | seulement à cette réunion
-- param process: process    only in this process and its meetings | seulement dans ce processus et ses réunions
-- param country: country    only under this country's name | seulement sous le nom de ce pays
-- param group: group    only under the names of this group's members on that day | seulement sous le nom des membres de ce groupe à cette date
-- param organisation: organisation    only of this organisation | seulement de cette organisation
-- param role: participations.role    only in this role; any for all | seulement dans ce rôle ; any pour tous = speaker
-- param capacity: participations.capacity    only in this capacity | seulement à ce titre
-- column role: participations.role
-- column capacity: participations.capacity
-- main: name, country, capacity, organisation
-- example: speakers --forum OTC
-- example: speakers --forum OTC --role any --capacity private_sector
-- example: speakers --group EU --role any
select
  coalesce(participations.speaker_id, participations.organisation_id, participations.country_id) as id,
  coalesce(
    trim(coalesce(speakers.given_name, '') || ' ' || speakers.family_name),
    organisations.name_fr,
    countries.name_fr,
    participations.name_as_recorded
  ) as name,
  participations.role,
  participations.capacity,
  affiliations.position_fr as position,
  coalesce(organisations.name_fr, employers.name_fr) as organisation,
  countries.name_fr as country,
  coalesce(forums.acronym_fr, forums.name_fr) as forum,
  coalesce(meetings.name_fr, processes.name_fr) as meeting,
  coalesce(meetings.start_date, processes.start_date) as date
from participations
left join speakers on speakers.id = participations.speaker_id
left join organisations on organisations.id = participations.organisation_id
left join countries on countries.id = participations.country_id
left join affiliations on affiliations.id = participations.affiliation_id
left join organisations as employers on employers.id = affiliations.organisation_id
left join meetings on meetings.id = participations.meeting_id
left join processes on processes.id = coalesce(participations.process_id, meetings.process_id)
left join forums on forums.id = coalesce(meetings.forum_id, processes.forum_id)
where 1 = 1
  and (participations.meeting_id in (select id from meetings where forum_id in (:forum) or process_id in (select id from processes where forum_id in (:forum))) or participations.process_id in (select id from processes where forum_id in (:forum)))
  and participations.meeting_id in (:meeting)
  and (participations.process_id in (:process) or participations.meeting_id in (select id from meetings where process_id in (:process)))
  and participations.country_id in (:country)
  and participations.id in (select participations.id from memberships join participations on participations.country_id = memberships.member_id left join meetings on meetings.id = participations.meeting_id left join processes on processes.id = participations.process_id where memberships.group_id in (:group) and memberships.role = 'member' and coalesce(memberships.start_date, '') <= coalesce(meetings.start_date, processes.start_date, '9999') || '-99' and coalesce(memberships.end_date || '-99', '9999') >= coalesce(meetings.start_date, processes.start_date, '9999'))
  and (participations.organisation_id in (:organisation) or participations.affiliation_id in (select id from affiliations where organisation_id in (:organisation)))
  and participations.role in (:role)
  and participations.capacity in (:capacity)
order by coalesce(meetings.start_date, processes.start_date, ''), coalesce(participations.meeting_id, participations.process_id), coalesce(participations.sort, 0), participations.id
