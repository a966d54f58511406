-- title: Measures, with the labels of what they refer to
-- titre: Les mesures, avec les libellés de ce à quoi elles renvoient
-- column type: measures.type
-- column force: measures.force
-- column status: measures.status
-- column latest_step: measure_events.type
-- languages: both
-- (left out: acronym_fr, acronym_en)
select
  measures.id, -- Id of the measure.
  (select symbol from symbols where record_id = measures.id) as symbol, -- Its first symbol or number.
  measures.name_fr, -- Name in French.
  measures.name_en, -- Name in English.
  measures.type, -- What sort of measure.
  measures.force, -- Whether it binds.
  measures.status, -- The status at its latest event.
  latest.event_date as date, -- (date) Date of its latest event.
  latest.type as latest_step, -- What that event is.
  measure_dates.adopted, -- (date) Day on which it was adopted or signed as a whole; else that of the assent to it.
  measure_dates.in_force, -- (date) Day from which it, or the first part of it, is in force.
  measure_dates.applies, -- (date) Day from which the first part of it applies.
  measures.issuer_id, -- Who issued it.
  issuers.name_fr as issuer_fr, -- That issuer, in French.
  issuers.name_en as issuer_en, -- That issuer, in English.
  measures.country_id, -- The jurisdiction it belongs to.
  countries.name_fr as country_fr, -- That country, in French.
  countries.name_en as country_en, -- That country, in English.
  measures.process_id, -- The process in which it was negotiated or reported.
  processes.name_fr as process_fr, -- That process, in French.
  processes.name_en as process_en, -- That process, in English.
  measures.parent_id, -- The measure it is part of or made under.
  above.name_fr as parent_fr, -- That measure, in French.
  above.name_en as parent_en, -- That measure, in English.
  coalesce(totals.yes, 0) as votes_yes, -- (integer) States that voted for it.
  coalesce(totals.no, 0) as votes_no, -- (integer) States that voted against it.
  coalesce(totals.abstain, 0) as votes_abstain -- (integer) States that abstained.
from measures
join measure_dates on measure_dates.measure_id = measures.id
left join measure_events as latest on latest.id = (
  select id from latest_steps where measure_id = measures.id and until = '9999'
)
left join labels as issuers on issuers.id = measures.issuer_id
left join countries on countries.id = measures.country_id
left join processes on processes.id = measures.process_id
left join measures as above on above.id = measures.parent_id
left join final_totals as totals on totals.measure_id = measures.id
