-- title: Forums, with the labels of what they refer to
-- titre: Les enceintes, avec les libellés de ce à quoi elles renvoient
-- column type: forums.type
-- languages: both
select
  forums.id, -- Id of the forum.
  forums.acronym_fr, -- Acronym in French.
  forums.acronym_en, -- Acronym in English.
  forums.name_fr, -- Name in French.
  forums.name_en, -- Name in English.
  forums.type, -- What sort of forum.
  forums.organisation_id, -- The organisation that hosts it.
  host.name_fr as organisation_fr, -- That organisation, in French.
  host.name_en as organisation_en, -- That organisation, in English.
  forums.parent_id, -- The forum it is under.
  above.name_fr as parent_fr, -- That forum, in French.
  above.name_en as parent_en, -- That forum, in English.
  (select count(*) from processes where processes.forum_id = forums.id) as processes, -- (integer) Processes under it.
  (
    select count(*) from meetings
    where meetings.id in (select meeting_id from meeting_forums where meeting_forums.forum_id = forums.id)
  ) as meetings -- (integer) Meetings of it and of its processes.
from forums
left join forums as above on above.id = forums.parent_id
left join organisations as host on host.id = forums.organisation_id
