-- title: Meetings, with the labels of what they refer to
-- titre: Les réunions, avec les libellés de ce à quoi elles renvoient
-- column type: meetings.type
-- column status: meetings.status
-- column date_note: date_note
-- languages: both
-- (left out: date_reason_fr, date_reason_en, start_time, end_time, acronym_fr, acronym_en)
select
  meetings.id, -- Id of the meeting.
  meetings.name_fr, -- Name in French.
  meetings.name_en, -- Name in English.
  meetings.type, -- What sort of sitting.
  meetings.status, -- Whether it was held.
  meetings.start_date, -- (date) First day.
  meetings.end_date, -- (date) Last day.
  meetings.date_note, -- Set where no source prints the date.
  meetings.place_fr, -- Where, in French.
  meetings.place_en, -- Where, in English.
  meetings.country_id, -- The country where it was held.
  countries.name_fr as country_fr, -- That country, in French.
  countries.name_en as country_en, -- That country, in English.
  homes.forum_id, -- The forum that sits, else that of its process.
  forums.name_fr as forum_fr, -- That forum, in French.
  forums.name_en as forum_en, -- That forum, in English.
  meetings.process_id, -- The process it is part of.
  processes.name_fr as process_fr, -- That process, in French.
  processes.name_en as process_en, -- That process, in English.
  meetings.parent_id, -- The meeting it is held within.
  above.name_fr as parent_fr, -- That meeting, in French.
  above.name_en as parent_en, -- That meeting, in English.
  counts.speakers, -- (integer) Who spoke, people or bodies, at it or within it.
  counts.statements -- (integer) Statements made at it or within it.
from meetings
join meeting_counts as counts on counts.meeting_id = meetings.id
left join countries on countries.id = meetings.country_id
join meeting_homes as homes on homes.meeting_id = meetings.id
left join forums on forums.id = homes.forum_id
left join processes on processes.id = meetings.process_id
left join meetings as above on above.id = meetings.parent_id
