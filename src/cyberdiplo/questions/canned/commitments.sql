-- title: What was committed to or concluded, and where
-- titre: Engagements pris et conclusions tirées, et où
-- param forum: forum    only in this forum, and those under it
-- | seulement dans cette enceinte et celles qui en dépendent
-- param country: country    only under this country's name | seulement sous le nom de ce pays
-- param topic: topic    only about this topic, and those under it | seulement sur ce thème et ceux qui en dépendent
-- column type: statements.type
-- main: date, who, id, type, forum, locator
-- below: summary, id
-- example: query run commitments --forum G20
select
  said.date as date,
  coalesce(forums.acronym_fr, forums.name_fr) as forum,
  statements.type,
  said.who_fr as who,
  statements.summary_fr as summary,
  said.topics_fr as topics,
  place.source_id as source,
  place.locator,
  statements.id
from statements
join said on said.statement_id = statements.id
left join forums on forums.id = said.forum_id
left join first_citations as place on place.record_id = statements.id
where statements.type in ('commitment', 'conclusion')
  and statements.id in (select statement_id from statement_forums where forum_id in (:forum))
  and statements.id in (select statement_id from statement_links where record_id in (:country) and link = 'by')
  and statements.id in (select record_id from record_topics where topic_id in (:topic))
order by coalesce(said.date, ''), coalesce(forums.id, ''), statements.sort, statements.id
