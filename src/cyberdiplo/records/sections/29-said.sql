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
select statements.id, said.date, statements.stance, statements.summary_fr as summary, place.source_id as source,
  place.locator,
  coalesce(place.url, sources.url) as url
from statements
join said on said.statement_id = statements.id
left join first_citations as place on place.record_id = statements.id
left join sources on sources.id = place.source_id
where statements.id in (select statement_id from statement_links where record_id = :id and link = 'by')
order by coalesce(said.date, '') desc, statements.sort, statements.id
