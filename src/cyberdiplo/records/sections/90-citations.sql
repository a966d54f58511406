-- title: Where it is written
-- titre: Où cela est écrit
-- kinds: any
-- column support: citations.support
-- column confidence: citations.confidence
select sources.title as source, citations.locator, citations.anchor, citations.support, citations.confidence,
  coalesce(citations.url, sources.url) as url, citations.note, citations.source_id
from citations join sources on sources.id = citations.source_id
where citations.record_id = :id
order by citations.source_id, citations.locator, citations.field
