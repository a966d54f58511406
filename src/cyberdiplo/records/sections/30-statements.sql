-- title: What was said
-- titre: Ce qui a été dit
-- kinds: speaker
-- words: statement, said, speeches, points
-- words: déclaration, déclarations, dit, propos, discours, interventions
-- main: date, id, stance, locator, speakers
-- below: summary
-- margin: date, locator
-- column stance: statements.stance
-- column attribution: statements.attribution
select points.id, points.date, points.stance, points.attribution, points.who_fr as speakers,
  points.summary_fr as summary, points.source_id as source, points.locator, points.url
from voices join points on points.id = voices.statement_id
where voices.speaker_id = :id
order by coalesce(points.date, ''), points.sort, points.id
