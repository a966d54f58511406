-- title: What was said about it
-- titre: Ce qui en a été dit
-- kinds: any
-- words: mentions, about it, à son sujet, à propos, au sujet, ce qui en est dit
-- main: date, id, speakers, stance, locator
-- below: summary
-- margin: speakers, date, locator
-- column stance: statements.stance
select points.id, points.date, points.who_fr as speakers,
  case when points.stance_target_id = :id then points.stance end as stance,
  points.summary_fr as summary, points.source_id as source, points.locator, points.url
from statement_abouts join points on points.id = statement_abouts.statement_id
where statement_abouts.about_id = :id
order by coalesce(points.date, ''), points.source_id nulls first, points.sort, points.id
