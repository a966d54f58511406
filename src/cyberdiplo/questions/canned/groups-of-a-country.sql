-- title: To which groups a country belongs, since when and in which role
-- titre: À quels groupes un pays appartient, depuis quand et à quel titre
-- param country: country    this country | ce pays = FRA
-- param on: date    on this day; else at any time | ce jour-là ; sinon de tout temps
-- description: A membership that is only attested on a day holds up to the next list that has every member; after that
-- | Une appartenance attestée un jour seulement vaut jusqu'à la prochaine liste qui a tous les membres ; après ce
-- description: day (last_seen) nothing newer is on record.
-- | jour, rien de plus récent n'est enregistré (« vu le »).
-- column role: memberships.role
-- column kind: records.kind
-- main: name, role, start_date, end_date, last_seen
-- tells: country?, role: name
-- example: query run groups-of-a-country --country IND --on 2020
select
  memberships.group_id as id,
  (select coalesce(acronym_fr, name_fr) from labels where labels.id = memberships.group_id) as name,
  records.kind,
  memberships.role,
  memberships.start_date,
  memberships.end_date,
  memberships.attested_on as attested,
  dated.last_seen,
  memberships.member_id as country
from memberships
join memberships_dated as dated on dated.id = memberships.id
join records on records.id = memberships.group_id
where memberships.member_id in (:country)
  and dated.since || '-99' <= :on || '-99' and replace(dated.until, '-99', '') || '-01-01' >= :on
order by memberships.member_id, memberships.group_id, coalesce(memberships.start_date, memberships.attested_on, '')
