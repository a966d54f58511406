-- title: What was said
-- titre: Ce qui a été dit
-- kinds: meeting, process, measure, forum
-- words: statement, said, speeches, points
-- words: déclaration, déclarations, dit, propos, discours, interventions
-- main: date, id, stance, speakers, locator
-- below: summary
-- margin: speakers, locator
-- column stance: statements.stance
-- column attribution: statements.attribution
select statements.id, said.date, statements.stance, statements.attribution, said.who_fr as speakers,
  statements.summary_fr as summary,
  place.source_id as source, place.locator,
  coalesce(place.url, sources.url) as url
from statements
join said on said.statement_id = statements.id
left join first_citations as place on place.record_id = statements.id
left join sources on sources.id = place.source_id
where statements.id in (select statement_id from statement_forums where forum_id = :id)
  or statements.id in (select statement_id from statement_processes where process_id = :id)
  or statements.meeting_id = :id or statements.measure_id = :id
order by coalesce(said.date, ''), place.source_id nulls first, statements.sort, statements.id
