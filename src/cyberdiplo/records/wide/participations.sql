-- title: Who took part in what, in which role and for whom
-- titre: Qui a participé à quoi, dans quel rôle et pour qui
-- column role: participations.role
-- column capacity: participations.capacity
-- languages: both
select
  participations.id, -- Id of the participation.
  coalesce(meetings.start_date, processes.start_date) as date, -- (date) Of the meeting, or the start of the process.
  participations.speaker_id, -- Who, where a person is named.
  speaker_names.name as speaker, -- The person's name.
  participations.name_as_recorded, -- The name as the source prints it.
  participations.honorific, -- The form of address as printed.
  participations.role, -- What the part was.
  participations.capacity, -- For whom; only a State speaks for the country named.
  affiliations.position_fr, -- The post held then, in French.
  affiliations.position_en, -- The post held then, in English.
  coalesce(
    participations.organisation_id, affiliations.organisation_id
  ) as organisation_id, -- The body represented, or the one of the post.
  coalesce(organisations.name_fr, employers.name_fr) as organisation_fr, -- That body, in French.
  coalesce(organisations.name_en, employers.name_en) as organisation_en, -- That body, in English.
  participations.country_id, -- The country printed beside the name.
  countries.name_fr as country_fr, -- That country, in French.
  countries.name_en as country_en, -- That country, in English.
  participations.meeting_id, -- The meeting, where it was one.
  meetings.name_fr as meeting_fr, -- That meeting, in French.
  meetings.name_en as meeting_en, -- That meeting, in English.
  homes.process_id, -- The process.
  processes.name_fr as process_fr, -- That process, in French.
  processes.name_en as process_en, -- That process, in English.
  homes.forum_id, -- The forum.
  forums.name_fr as forum_fr, -- That forum, in French.
  forums.name_en as forum_en, -- That forum, in English.
  participations.sort -- (integer) Order in the source, from 1.
from participations
left join speaker_names on speaker_names.speaker_id = participations.speaker_id
left join organisations on organisations.id = participations.organisation_id
left join countries on countries.id = participations.country_id
left join affiliations on affiliations.id = participations.affiliation_id
left join organisations as employers on employers.id = affiliations.organisation_id
left join meetings on meetings.id = participations.meeting_id
join participation_homes as homes on homes.participation_id = participations.id
left join processes on processes.id = homes.process_id
left join forums on forums.id = homes.forum_id
