-- title: Which text follows which in a line of texts, who introduced them, and how many States changed position
-- titre: Quel texte succède à quel autre dans une série, qui les a déposés et combien d'États ont changé de position
-- description: A line: texts of one process, of one title, or of which one succeeds the other. Only texts on which
-- | Une série : les textes d'un même processus, d'un même titre, ou dont l'un succède à l'autre. Seuls les textes
-- description: States voted are in it. Two texts asked for by name are compared whatever their lines are.
-- | mis aux voix en sont. Deux textes nommés sont comparés quelles que soient leurs séries.
-- param first: measure    only with this text as the earlier one | seulement avec ce texte comme premier
-- param second: measure    only with this text as the later one | seulement avec ce texte comme second
-- param process: process    only texts of this process and its parts, or its mandate
-- | seulement les textes de ce processus et de ses composantes, ou son mandat
-- param topic: topic    only texts about this topic | seulement les textes sur ce thème
-- param country: country    only where this State changed position | seulement là où cet État a changé de position
-- main: first, second, second_date, first_date, changed
-- below: name
-- example: query run successive-texts --country FRA
-- example: query run successive-texts --first A/RES/73/27
select
  coalesce((select symbol from symbols where record_id = pairs.first_id), pairs.first_id) as first,
  firsts.date as first_date,
  (
    select group_concat(country_id, ', ')
    from (
      select distinct country_id from measure_events
      where measure_id = pairs.first_id and type = 'introduced' and country_id is not null order by country_id
    ) as introducing
  ) as first_introduced_by,
  coalesce((select symbol from symbols where record_id = pairs.second_id), pairs.second_id) as second,
  seconds.date as second_date,
  (
    select group_concat(country_id, ', ')
    from (
      select distinct country_id from measure_events
      where measure_id = pairs.second_id and type = 'introduced' and country_id is not null order by country_id
    ) as introducing
  ) as second_introduced_by,
  (
    select count(*)
    from votes as ones join votes as others on others.country_id = ones.country_id
    where ones.roll_call_id = firsts.id and others.roll_call_id = seconds.id
      and ones.vote <> others.vote and ones.vote <> 'absent' and others.vote <> 'absent'
  ) as changed,
  (
    select count(*) from relations
    where relations.predicate = 'competes_with'
      and (
        relations.subject_id = pairs.first_id and relations.object_id = pairs.second_id
        or relations.subject_id = pairs.second_id and relations.object_id = pairs.first_id
      )
  ) as rivals,
  (select name_fr from measures where measures.id = pairs.second_id) as name,
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
where 1 = 1
  and pairs.first_id in (:first)
  and pairs.second_id in (:second)
  -- if :process
  and (
    pairs.first_id in (select measure_id from measure_processes where process_id in (:process))
    or pairs.second_id in (select measure_id from measure_processes where process_id in (:process))
  )
  -- end
  and pairs.second_id in (select record_id from record_topics where topic_id in (:topic))
  -- if :country
  and exists (
    select 1
    from votes as ones join votes as others on others.country_id = ones.country_id
    where ones.roll_call_id = firsts.id and others.roll_call_id = seconds.id
      and ones.vote <> others.vote and ones.vote <> 'absent' and others.vote <> 'absent'
      and ones.country_id in (:country)
  )
  -- end
order by coalesce(seconds.date, ''), pairs.first_id, pairs.second_id
