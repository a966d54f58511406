-- title: Adopted or discussed there
-- titre: Adopté ou examiné là
-- kinds: meeting
-- words: measures, texts, resolutions, adopted, discussed, mesures, textes, résolutions, adopté, examiné
-- column type: measure_events.type
select measures.name_fr as name, measure_events.type, measure_events.event_date as date
from measure_events join measures on measures.id = measure_events.measure_id
where measure_events.meeting_id = :id
order by measure_events.event_date nulls first, measures.id
