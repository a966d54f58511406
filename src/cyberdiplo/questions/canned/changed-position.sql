-- title: Who changed position between two resolutions
-- titre: Qui a changé de position entre deux résolutions
-- description: The defaults are the two competing resolutions of 2018:
-- | Par défaut, les deux résolutions concurrentes de 2018 :
-- description: the working group (73/27) and the group of experts (73/266).
-- | le groupe de travail (73/27) et le groupe d'experts (73/266).
-- param first: measure    the first resolution | la première résolution = A/RES/73/27
-- param second: measure    the second resolution | la seconde résolution = A/RES/73/266
-- param group: group    only the members of this group, on the day of the second
-- | seulement les membres de ce groupe, au jour de la seconde
-- param before: votes.vote    only who voted so on the first | seulement qui a voté ainsi sur la première
-- param after: votes.vote    only who voted so on the second | seulement qui a voté ainsi sur la seconde
-- column before: votes.vote
-- column after: votes.vote
-- main: id, country, before, after
-- example: query run changed-position --first A/RES/73/27 --second A/RES/73/266 --group ASEAN
select
  countries.id,
  countries.name_fr as country,
  first_votes.vote as before,
  second_votes.vote as after
from final_votes as first_votes
join final_votes as second_votes
  on second_votes.country_id = first_votes.country_id and second_votes.measure_id = :second
join countries on countries.id = first_votes.country_id
where first_votes.measure_id = :first
  and second_votes.vote <> first_votes.vote
  -- if :group
  and exists (
    select 1 from members
    where members.member_id = first_votes.country_id and members.group_id in (:group)
      and members.since <= second_votes.day_of_vote || '-99' and members.until >= second_votes.day_of_vote
  )
  -- end
  and first_votes.vote in (:before)
  and second_votes.vote in (:after)
order by first_votes.vote desc, second_votes.vote desc, countries.id
