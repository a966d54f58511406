-- title: Dates that were inferred, are approximate or uncertain, with the reason
-- titre: Dates déduites, approximatives ou incertaines, avec la raison
-- param kind: records.kind    only of this kind: meeting, measure_event, source, figure …
-- | seulement de cette nature : meeting, measure_event, source, figure…
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
  union all
  select kind, label_fr, as_of, date_note, date_reason_fr, id from figures where date_note is not null
  union all
  select relations.kind, subjects.name_fr || ' → ' || objects.name_fr,
    coalesce(relations.start_date, relations.attested_on, relations.end_date),
    relations.date_note, relations.date_reason_fr, relations.id
  from relations
  join labels as subjects on subjects.id = relations.subject_id
  join labels as objects on objects.id = relations.object_id
  where relations.date_note is not null
  union all
  select memberships.kind, members.name_fr || ' → ' || bodies.name_fr,
    coalesce(memberships.start_date, memberships.attested_on, memberships.end_date),
    memberships.date_note, memberships.date_reason_fr, memberships.id
  from memberships
  join labels as members on members.id = memberships.member_id
  join labels as bodies on bodies.id = memberships.group_id
  where memberships.date_note is not null
  union all
  select affiliations.kind, people.name_fr || coalesce(', ' || affiliations.position_fr, ''),
    coalesce(affiliations.start_date, affiliations.attested_on, affiliations.end_date),
    affiliations.date_note, affiliations.date_reason_fr, affiliations.id
  from affiliations join labels as people on people.id = affiliations.speaker_id
  where affiliations.date_note is not null
) as dated
where 1 = 1
  and dated.kind in (:kind)
order by coalesce(dated.date, ''), dated.kind, dated.id
