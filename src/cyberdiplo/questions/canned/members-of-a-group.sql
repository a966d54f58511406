-- title: The members of a group on a date, and since when
-- titre: Les membres d'un groupe à une date, et depuis quand
-- description: A membership of which no beginning is known holds from always, unless an end says otherwise;
-- | Une appartenance dont on ne connaît pas le début vaut depuis toujours, sauf si une fin dit autre chose ;
-- description: attested is the day of the source. | « attesté le » est le jour de la source.
-- param group: group    this group | ce groupe = EU
-- param on: date    members on this day; else of all times | membres ce jour-là ; sinon de tout temps
-- param role: memberships.role    only in this role; any for all | seulement dans ce rôle ; any pour tous = member
-- column role: memberships.role
-- main: id, member, role, start_date, end_date
-- example: query run members-of-a-group --group EU --on 2018-12-05
select
  memberships.member_id as id,
  (select name_fr from labels where labels.id = memberships.member_id) as member,
  memberships.role,
  memberships.start_date,
  memberships.end_date,
  memberships.attested_on as attested,
  (select min(confidence) from citations where record_id = memberships.id) as confidence
from memberships
where memberships.group_id in (:group)
  and coalesce(memberships.start_date, '') <= :on || '-99' and coalesce(memberships.end_date || '-99', '9999') >= :on
  and memberships.role in (:role)
order by memberships.member_id, coalesce(memberships.start_date, memberships.attested_on, ''), memberships.role
