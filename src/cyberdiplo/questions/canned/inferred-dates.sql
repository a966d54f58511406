-- title: Dates that were inferred, are approximate or uncertain, with the reason
-- titre: Dates déduites, approximatives ou incertaines, avec la raison
-- param kind: records.kind    only meeting, measure_event or source | seulement meeting, measure_event ou source
-- column kind: records.kind
-- column date_note: date_note
-- main: kind, name, date, date_note, reason
-- example: query run inferred-dates --kind meeting
select dated.kind, dated.name_fr as name, dated.date, dated.date_note, dated.reason_fr as reason, dated.id
from (
  select kind, name_fr, start_date as date, date_note, date_reason_fr as reason_fr, id
  from meetings where date_note is not null
  union all
  select measure_events.kind, measures.name_fr, coalesce(measure_events.event_date, measure_events.attested_on),
    measure_events.date_note, measure_events.date_reason_fr, measure_events.id
  from measure_events join measures on measures.id = measure_events.measure_id
  where measure_events.date_note is not null
  union all
  select kind, title, published, date_note, date_reason_fr, id from sources where date_note is not null
) as dated
where 1 = 1
  and dated.kind in (:kind)
order by coalesce(dated.date, ''), dated.kind, dated.id
