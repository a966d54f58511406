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
select statements.id, said.date, statements.stance, statements.attribution, said.who_fr as speakers,
  statements.summary_fr as summary,
  place.source_id as source, place.locator,
  coalesce(place.url, sources.url) as url
from voices
join statements on statements.id = voices.statement_id
join said on said.statement_id = voices.statement_id
left join first_citations as place on place.record_id = voices.statement_id
left join sources on sources.id = place.source_id
where voices.speaker_id = :id
order by coalesce(said.date, ''), statements.sort, statements.id
