-- title: States and unions, with how often they appear
-- titre: Les États et unions, avec leurs apparitions
-- column type: countries.type
-- languages: both
-- (left out: acronym_fr, acronym_en)
select
  countries.id, -- ISO 3166-1 alpha-3 code, or EU.
  countries.alpha2, -- ISO 3166-1 alpha-2 code.
  countries.m49, -- UN M49 code.
  countries.name_fr, -- Name in French.
  countries.name_en, -- Name in English.
  countries.type, -- State, union, territory or former State.
  counts.participations, -- (integer) Parts in meetings and processes under its name.
  counts.measures, -- (integer) Measures of it: its law, or what it issued.
  counts.votes -- (integer) Votes cast.
from countries
join country_counts as counts on counts.country_id = countries.id
