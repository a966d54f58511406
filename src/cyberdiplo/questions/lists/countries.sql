-- title: States and unions, with how often they appear
-- titre: Les États et unions, avec leurs apparitions
-- param type: countries.type    only of this type | seulement de ce type
-- param group: group    only the members of this group | seulement les membres de ce groupe
-- column type: countries.type
-- main: id, name, participations, measures, votes
-- counts: group
-- example: countries list
-- example: countries --type union
-- example: countries --group G7
-- next: show FRA
-- next: votes --country FRA
-- next: compare FRA DEU BRA
select
  countries.id,
  countries.alpha2,
  countries.name_fr as name,
  countries.type,
  counts.participations,
  counts.measures,
  counts.votes
from countries
join country_counts as counts on counts.country_id = countries.id
where 1 = 1
  and countries.type in (:type)
  and countries.load_id in (:folder)
  and countries.id in (select member_id from members_today where group_id in (:group))
order by countries.id
