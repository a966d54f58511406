-- title: Every roll call, with its totals: in committee and in plenary, on the whole text and on parts of it
-- titre: Tous les votes enregistrés, avec leur décompte : en commission et en plénière, sur le texte et ses parties
-- description: Lists and totals of votes take the final one on each text, unless another one is asked for by its id.
-- | Les listes et décomptes de votes prennent le dernier sur chaque texte,
-- | à moins qu'un autre ne soit demandé par son identifiant.
-- param resolution: measure    only on this resolution | seulement sur cette résolution
-- param stage: roll_calls.stage    only in committee, or in plenary | seulement en commission, ou en plénière
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- column stage: roll_calls.stage
-- main: date, resolution, stage, part, yes, no, abstain, id
-- example: query run roll-calls --resolution A/RES/73/27
select
  roll_calls.date,
  coalesce((select symbol from symbols where record_id = roll_calls.measure_id), roll_calls.measure_id) as resolution,
  measures.name_fr as name,
  roll_calls.stage,
  roll_calls.part,
  totals.yes,
  totals.no,
  totals.abstain,
  totals.absent,
  totals.states,
  roll_calls.final,
  roll_calls.corrects_id as corrects,
  roll_calls.id
from dated_roll_calls as roll_calls
join measures on measures.id = roll_calls.measure_id
join roll_call_totals as totals on totals.roll_call_id = roll_calls.id
where 1 = 1
  and roll_calls.measure_id in (:resolution)
  and roll_calls.stage in (:stage)
  and roll_calls.date || '-01-01' >= :from
  and roll_calls.date || '-99' <= :to || '-99'
order by coalesce(roll_calls.date, ''), roll_calls.measure_id, roll_calls.id
