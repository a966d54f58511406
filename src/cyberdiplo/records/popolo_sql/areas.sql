-- title: Countries, as Popolo areas
select
  countries.id as "_record",
  countries.id,
  countries.name_fr as name,
  countries.id as identifier,
  countries.type as classification
from countries
order by countries.id
