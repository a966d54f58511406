-- title: Organisations, with the labels of what they refer to
-- titre: Les organisations, avec les libellés de ce à quoi elles renvoient
-- column type: organisations.type
-- languages: both
select
  organisations.id, -- Id of the organisation.
  organisations.acronym_fr, -- Acronym in French.
  organisations.acronym_en, -- Acronym in English.
  organisations.name_fr, -- Name in French.
  organisations.name_en, -- Name in English.
  organisations.type, -- What sort of body.
  organisations.country_id, -- The country it belongs to.
  countries.name_fr as country_fr, -- That country, in French.
  countries.name_en as country_en, -- That country, in English.
  organisations.parent_id, -- The body it is part of.
  above.name_fr as parent_fr, -- That body, in French.
  above.name_en as parent_en, -- That body, in English.
  coalesce(counts.speakers, 0) as speakers -- (integer) Who spoke for it, at each meeting or in each process.
from organisations
left join organisation_counts as counts on counts.organisation_id = organisations.id
left join countries on countries.id = organisations.country_id
left join organisations as above on above.id = organisations.parent_id
