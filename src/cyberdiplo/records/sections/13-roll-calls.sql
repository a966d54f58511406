-- title: Roll calls
-- titre: Votes enregistrés
-- kinds: measure
-- words: roll call, vote, votes, voting, scrutins, ballots
-- column stage: roll_calls.stage
select
  roll_calls.id,
  roll_calls.date,
  roll_calls.stage,
  roll_calls.part,
  totals.yes,
  totals.no,
  totals.abstain,
  roll_calls.corrects_id as corrects
from dated_roll_calls as roll_calls
join roll_call_totals as totals on totals.roll_call_id = roll_calls.id
where roll_calls.measure_id = :id
  and (select count(*) from roll_calls as every where every.measure_id = :id) > 1
order by roll_calls.date nulls first, roll_calls.part nulls last, roll_calls.id
