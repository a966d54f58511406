-- title: Bodies that employ, issue or host
-- titre: Les organisations qui emploient, adoptent ou accueillent
-- param type: organisations.type    only of this type | seulement de ce type
-- param country: country    only of this country | seulement de ce pays
-- param group: group    only of the countries that are members of this group | seulement des pays membres de ce groupe
-- param parent: organisation    only directly under this one | seulement directement sous celle-ci
-- column type: organisations.type
-- main: acronym, name, id, type, country
-- example: organisations --type standards_body
-- example: organisations --country CHN
-- next: show OCDE
-- next: speakers --organisation OCDE --role any
-- next: statements --organisation CICR
select
  organisations.id,
  organisations.acronym_fr as acronym,
  organisations.name_fr as name,
  organisations.type,
  countries.name_fr as country,
  -- if :ids
  organisations.country_id,
  -- end
  coalesce(above.acronym_fr, above.name_fr) as parent,
  -- if :ids
  organisations.parent_id,
  -- end
  coalesce(counts.speakers, 0) as speakers
from organisations
left join organisation_counts as counts on counts.organisation_id = organisations.id
left join countries on countries.id = organisations.country_id
left join organisations as above on above.id = organisations.parent_id
where 1 = 1
  and organisations.type in (:type)
  and organisations.load_id in (:folder)
  and organisations.country_id in (:country)
  and organisations.country_id in (select member_id from members_today where group_id in (:group))
  and organisations.parent_id in (:parent)
order by organisations.id
