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
  counts.processes, -- (integer) Processes under it and the forums under it.
  counts.meetings -- (integer) Meetings of it, of the forums under it and of their processes.
from forums
join forum_counts as counts on counts.forum_id = forums.id
left join forums as above on above.id = forums.parent_id
left join organisations as host on host.id = forums.organisation_id
