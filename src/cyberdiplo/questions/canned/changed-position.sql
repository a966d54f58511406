-- title: Who changed position from one text to the next of its line
-- titre: Qui a changé de position d'un texte au suivant de la même série
-- description: A line: texts of one process, of one title, or of which one succeeds the other
-- | Une série : les textes d'un même processus, d'un même titre, ou dont l'un succède à l'autre
-- description: (query run successive-texts). Two texts asked for by name are compared whatever their lines are.
-- | (query run successive-texts). Deux textes nommés sont comparés quelles que soient leurs séries.
-- description: Those that did not vote on one of the two changed nothing, unless --before or --after absent asks.
-- | Qui n'a pas voté sur l'un des deux n'a rien changé, à moins que --before absent ou --after absent ne le demande.
-- param first: measure    only from this text on to the next | seulement de ce texte au suivant
-- param second: measure    only to this text, from the one before it | seulement du texte précédent à celui-ci
-- param process: process    only texts of this process and its parts, or its mandate
-- | seulement les textes de ce processus et de ses composantes, ou son mandat
-- param topic: topic    only texts about this topic | seulement les textes sur ce thème
-- param country: country    only this State | seulement cet État
-- param group: group    only the members of this group, on the day of the second
-- | seulement les membres de ce groupe, au jour du second
-- param before: votes.vote    only those that voted this way on the first | seulement qui a voté ainsi sur le premier
-- param after: votes.vote    only those that voted this way on the second | seulement qui a voté ainsi sur le second
-- column before: votes.vote
-- column after: votes.vote
-- compares: successive-texts
-- main: country, first, before, second, after, second_date
-- tells: first, second: country
-- example: query run changed-position --country FRA
-- example: query run changed-position --process un-poa --group ASEAN
select
  countries.id,
  countries.name_fr as country,
  coalesce((select symbol from symbols where record_id = pairs.first_id), pairs.first_id) as first,
  firsts.date as first_date,
  first_votes.vote as before,
  coalesce((select symbol from symbols where record_id = pairs.second_id), pairs.second_id) as second,
  seconds.date as second_date,
  second_votes.vote as after,
  pairs.first_id,
  pairs.second_id
from (
  select first_id, second_id from successive_texts
  -- if :first, :second
  union
  select ones.id, others.id from measures as ones cross join measures as others
  where ones.id in (:first) and others.id in (:second) and ones.id <> others.id
  -- end
) as pairs
join dated_roll_calls as firsts on firsts.measure_id = pairs.first_id and firsts.final = 1
join dated_roll_calls as seconds on seconds.measure_id = pairs.second_id and seconds.final = 1
join votes as first_votes on first_votes.roll_call_id = firsts.id
join votes as second_votes
  on second_votes.roll_call_id = seconds.id and second_votes.country_id = first_votes.country_id
join countries on countries.id = first_votes.country_id
where second_votes.vote <> first_votes.vote
  and pairs.first_id in (:first)
  and pairs.second_id in (:second)
  -- if :process
  and (
    pairs.first_id in (select measure_id from measure_processes where process_id in (:process))
    or pairs.second_id in (select measure_id from measure_processes where process_id in (:process))
  )
  -- end
  and pairs.second_id in (select record_id from record_topics where topic_id in (:topic))
  and first_votes.country_id in (:country)
  -- if :group
  and exists (
    select 1 from members
    where members.member_id = first_votes.country_id and members.group_id in (:group)
      and members.since <= seconds.day_of_vote || '-99' and members.until >= seconds.day_of_vote
  )
  -- end
  and (
    first_votes.vote <> 'absent'
    or first_votes.vote in (:before)
  )
  and (
    second_votes.vote <> 'absent'
    or second_votes.vote in (:after)
  )
  and first_votes.vote in (:before)
  and second_votes.vote in (:after)
order by coalesce(seconds.date, ''), pairs.first_id, pairs.second_id, first_votes.vote desc, second_votes.vote desc,
  countries.id
