-- title: Where it is written
-- titre: Où cela est écrit
-- kinds: any
-- words: citation, sources, source, written, écrit, références, references, places, endroits
-- column support: citations.support
-- column confidence: citations.confidence
select sources.title as source, citations.locator, citations.anchor, citations.support, citations.confidence,
  coalesce(citations.url, sources.url) as url,
  coalesce(states.name_fr || coalesce(': ' || citations.note, ''), citations.note) as note_en, citations.source_id
from citations join sources on sources.id = citations.source_id
left join votes on votes.roll_call_id = citations.record_id and votes.country_id = citations.field
left join countries as states on states.id = votes.country_id
where citations.record_id = :id
order by citations.source_id, citations.locator, citations.field
