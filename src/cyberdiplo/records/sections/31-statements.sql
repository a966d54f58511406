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
select points.id, points.date, points.stance, points.attribution, points.who_fr as speakers,
  points.summary_fr as summary, points.source_id as source, points.locator, points.url
from points
where points.id in (select statement_id from statement_forums where forum_id = :id)
  or points.id in (select statement_id from statement_processes where process_id = :id)
  or points.meeting_id = :id or points.measure_id = :id
order by coalesce(points.date, ''), points.source_id nulls first, points.sort, points.id
