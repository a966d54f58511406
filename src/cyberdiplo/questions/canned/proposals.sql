-- title: Proposals, recommendations and calls, by whom and about what
-- titre: Propositions, recommandations et appels, de qui et sur quoi
-- param forum: forum    only in this forum, and those under it
-- | seulement dans cette enceinte et celles qui en dépendent
-- param country: country    only under this country's name | seulement sous le nom de ce pays
-- param topic: topic    only about this topic, and those under it | seulement sur ce thème et ceux qui en dépendent
-- introduced: country
-- column type: statements.type
-- main: date, who, id, type, forum, locator
-- below: summary, id
-- example: query run proposals --forum ONU
select
  points.date,
  points.forum_fr as forum,
  points.type,
  points.who_fr as who,
  points.summary_fr as summary,
  points.topics_fr as topics,
  points.source_id as source,
  points.locator,
  points.id
from points
where points.type in (
    select code from statement_types where coalesce(counts_as, code) in ('proposal', 'recommendation', 'call')
  )
  and points.id in (select statement_id from statement_forums where forum_id in (:forum))
  and points.id in (select statement_id from statement_links where record_id in (:country) and link = 'by')
  and points.id in (select record_id from record_topics where topic_id in (:topic))
order by coalesce(points.date, ''), coalesce(points.forum_id, ''), points.sort, points.id
