-- title: What several people or States said together
-- titre: Ce que plusieurs personnes ou États ont dit ensemble
-- param forum: forum    only in this forum, and those under it
-- | seulement dans cette enceinte et celles qui en dépendent
-- param country: country    only with this country among them | seulement avec ce pays parmi eux
-- param topic: topic    only about this topic, and those under it | seulement sur ce thème et ceux qui en dépendent
-- column type: statements.type
-- main: date, who, id, type, forum, locator
-- below: summary, id
-- example: query run joint-statements --country FRA
select
  points.id,
  points.date,
  points.forum_fr as forum,
  (select count(*) from statement_participations where statement_id = points.id) as voices,
  points.who_fr as who,
  points.type,
  points.summary_fr as summary,
  points.source_id as source,
  points.locator
from points
join statements on statements.id = points.id
where (
    points.attribution = 'joint'
    or points.id in (select statement_id from statement_participations group by statement_id having count(*) > 1)
  )
  -- if :forum
  and (
    statements.forum_id in (select place_id from place_forums where forum_id in (:forum))
    or statements.meeting_id in (select place_id from place_forums where forum_id in (:forum))
    or statements.process_id in (select place_id from place_forums where forum_id in (:forum))
    or statements.measure_id in (select place_id from place_forums where forum_id in (:forum))
  )
  -- end
  and points.id in (select statement_id from statement_links where record_id in (:country) and link = 'by')
  and points.id in (select record_id from record_topics where topic_id in (:topic))
order by coalesce(points.date, ''), coalesce(points.meeting_id, ''), points.sort, points.id
