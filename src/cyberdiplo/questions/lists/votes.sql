-- title: How States voted
-- titre: Comment les États ont voté
-- description: At the final roll call on each text, unless another one is asked for.
-- | Au vote final sur chaque texte, à moins qu'un autre ne soit demandé.
-- param resolution: measure    only on this resolution | seulement sur cette résolution
-- param country: country    only of this country | seulement de ce pays
-- param group: group    only of this group's members on the day of the vote
-- | seulement des membres de ce groupe au jour du vote
-- param process: process    only on texts of this process and its parts, or its mandate
-- | seulement sur les textes de ce processus et de ses composantes, ou son mandat
-- param topic: topic    only on texts about this topic | seulement sur les textes sur ce thème
-- param vote: votes.vote    yes, no, abstain or absent | pour, contre, abstention ou non-votant
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- param on: date    only on this date | seulement à cette date
-- param roll_call: roll_call    at this roll call, whichever it is | lors de ce vote, quel qu'il soit
-- param stage: roll_calls.stage    on the whole text in committee or in plenary
-- | sur le texte entier en commission ou en plénière
-- column vote: votes.vote
-- totals: resolution
-- main: country_name, vote, date, resolution
-- tells: vote: country_name, resolution
-- leads: resolution_id
-- example: votes --resolution A/RES/73/27 --country FRA
-- example: votes --resolution A/RES/73/27 --group EU --vote abstain
-- example: votes --matrix --process un-poa --group G7 --group BRICS
-- next: votes --matrix --process un-poa --group G7
-- next: agreement FRA --with G7
-- next: query run changed-position
select
  coalesce((select symbol from symbols where record_id = roll_calls.measure_id), roll_calls.measure_id) as resolution,
  -- if :ids
  roll_calls.measure_id as resolution_id,
  roll_calls.id as roll_call_id,
  -- end
  roll_calls.date,
  votes.country_id as country,
  countries.name_fr as country_name,
  votes.vote
from dated_roll_calls as roll_calls
join votes on votes.roll_call_id = roll_calls.id
join countries on countries.id = votes.country_id
where (
    roll_calls.final = 1
    or roll_calls.id in (:roll_call)
    or roll_calls.stage in (:stage) and roll_calls.part is null and roll_calls.corrected = 0
  )
  and roll_calls.id in (:roll_call)
  and roll_calls.stage in (:stage)
  and roll_calls.measure_id in (:resolution)
  and roll_calls.measure_id in (select measure_id from measure_processes where process_id in (:process))
  and roll_calls.measure_id in (select record_id from record_topics where topic_id in (:topic))
  and votes.country_id in (:country)
  -- if :group
  and exists (
    select 1 from members
    where members.member_id = votes.country_id and members.group_id in (:group)
      and members.since <= roll_calls.day_of_vote || '-99' and members.until >= roll_calls.day_of_vote
  )
  -- end
  and votes.vote in (:vote)
  and votes.load_id in (:folder)
  and roll_calls.date || '-01-01' >= :from
  and roll_calls.date || '-99' <= :to || '-99'
  and roll_calls.date || '-99' <= :on || '-99'
  and roll_calls.date || '-01-01' >= :on
order by coalesce(roll_calls.date, ''), roll_calls.measure_id, roll_calls.id, votes.country_id
