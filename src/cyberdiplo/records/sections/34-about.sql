-- title: What was said about it
-- titre: Ce qui en a été dit
-- kinds: any
-- words: mentions, about it, à son sujet, à propos, au sujet, ce qui en est dit
-- main: date, id, speakers, stance, locator
-- below: summary
-- margin: speakers, date, locator
-- column stance: statements.stance
select statements.id, said.date, said.who_fr as speakers,
  case when statements.stance_target_id = :id then statements.stance end as stance,
  statements.summary_fr as summary, place.source_id as source, place.locator,
  coalesce(place.url, sources.url) as url
from statement_abouts
join statements on statements.id = statement_abouts.statement_id
join said on said.statement_id = statements.id
left join first_citations as place on place.record_id = statements.id
left join sources on sources.id = place.source_id
where statement_abouts.about_id = :id
order by coalesce(said.date, ''), place.source_id nulls first, statements.sort, statements.id
