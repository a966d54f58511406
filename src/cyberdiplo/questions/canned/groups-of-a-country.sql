-- title: To which groups a country belongs, since when and in which role
-- titre: À quels groupes un pays appartient, depuis quand et à quel titre
-- param country: country    this country | ce pays = FRA
-- param on: date    on this day; else at any time | ce jour-là ; sinon de tout temps
-- column role: memberships.role
-- column kind: records.kind
-- main: name, role, start_date, end_date, attested
-- example: query run groups-of-a-country --country IND --on 2020
select
  memberships.group_id as id,
  (select coalesce(acronym_fr, name_fr) from labels where labels.id = memberships.group_id) as name,
  records.kind,
  memberships.role,
  memberships.start_date,
  memberships.end_date,
  memberships.attested_on as attested,
  memberships.member_id as country
from memberships
join records on records.id = memberships.group_id
where memberships.member_id in (:country)
  and coalesce(memberships.start_date, '') <= :on || '-99' and coalesce(memberships.end_date || '-99', '9999') >= :on
order by memberships.member_id, memberships.group_id, coalesce(memberships.start_date, memberships.attested_on, '')
