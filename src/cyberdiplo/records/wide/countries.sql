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
  (
    select count(*) from participations where country_id = countries.id
  ) as participations, -- (integer) Meetings and processes under its name.
  (select count(*) from measures where country_id = countries.id) as measures, -- (integer) Measures of it.
  coalesce(ballots.votes, 0) as votes -- (integer) Votes cast.
from countries
left join (
  select country_id, count(*) as votes from final_votes group by country_id
) as ballots on ballots.country_id = countries.id
