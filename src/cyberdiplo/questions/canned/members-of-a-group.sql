-- title: The members of a group on a date, and since when
-- titre: Les membres d'un groupe à une date, et depuis quand
-- description: A membership that is only attested on a day holds up to the next list that has every member; after that
-- | Une appartenance attestée un jour seulement vaut jusqu'à la prochaine liste qui a tous les membres ; après ce
-- description: day (last_seen) nothing newer is on record.
-- | jour, rien de plus récent n'est enregistré (« vu le »).
-- param group: group    this group | ce groupe = EU
-- param on: date    members on this day; else of all times | membres ce jour-là ; sinon de tout temps
-- param role: memberships.role    only in this role; any for all | seulement dans ce rôle ; any pour tous = member
-- column role: memberships.role
-- column confidence: citations.confidence
-- main: id, member, role, start_date, end_date, last_seen
-- counts: group
-- tells: role: member
-- example: query run members-of-a-group --group EU --on 2018-12-05
select
  memberships.member_id as id,
  (select name_fr from labels where labels.id = memberships.member_id) as member,
  memberships.role,
  memberships.start_date,
  memberships.end_date,
  memberships.attested_on as attested,
  dated.last_seen,
  (select min(confidence) from citations where record_id = memberships.id) as confidence
from memberships
join memberships_dated as dated on dated.id = memberships.id
where memberships.group_id in (:group)
  and dated.since || '-99' <= :on || '-99' and replace(dated.until, '-99', '') || '-01-01' >= :on
  and memberships.role in (:role)
order by memberships.member_id, coalesce(memberships.start_date, memberships.attested_on, ''), memberships.role
