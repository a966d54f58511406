-- title: Dates that were inferred, are approximate or uncertain, with the reason
-- titre: Dates déduites, approximatives ou incertaines, avec la raison
-- param kind: records.kind    only of this kind: meeting, measure_event, source, figure …
-- | seulement de cette nature : meeting, measure_event, source, figure…
-- column kind: records.kind
-- column date_note: date_note
-- main: kind, name, date, date_note, reason
-- example: query run inferred-dates --kind meeting
select
  records.kind,
  (select name_fr from record_titles where record_titles.id = dated.id) as name,
  dated.date,
  dated.date_note,
  dated.reason_fr as reason,
  dated.id
from (
  select id, start_date as date, date_note, date_reason_fr as reason_fr from meetings
  union all
  select id, coalesce(event_date, attested_on), date_note, date_reason_fr from measure_events
  union all
  select id, published, date_note, date_reason_fr from sources
  union all
  select id, as_of, date_note, date_reason_fr from figures
  union all
  select id, coalesce(start_date, attested_on, end_date), date_note, date_reason_fr from relations
  union all
  select id, coalesce(start_date, attested_on, end_date), date_note, date_reason_fr from memberships
  union all
  select id, coalesce(start_date, attested_on, end_date), date_note, date_reason_fr from affiliations
) as dated
join records on records.id = dated.id
where dated.date_note is not null
  and records.kind in (:kind)
order by coalesce(dated.date, ''), records.kind, dated.id
