-- title: Said in its name
-- titre: Dit en son nom
-- kinds: country
-- words: statement, statements, speeches, points, déclaration, déclarations, dit, propos, discours
-- words: interventions, ce qui a été dit, what was said
-- column stance: statements.stance
-- main: date, id, stance, locator
-- below: summary
-- margin: date, locator
-- most: 8
-- more: statements --country {id} --link by
select points.id, points.date, points.stance, points.summary_fr as summary, points.source_id as source,
  points.locator, points.url
from points
where points.id in (select statement_id from statement_links where record_id = :id and link = 'by')
order by coalesce(points.date, '') desc, points.sort, points.id
