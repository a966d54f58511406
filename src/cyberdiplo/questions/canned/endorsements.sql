-- title: The reports of a process, and which texts endorsed each
-- titre: Les rapports d'un processus, et quels textes ont approuvé chacun
-- description: A report with no endorsement on record is listed with an empty one.
-- | Un rapport dont aucune approbation n'est enregistrée figure avec une case vide.
-- param process: process    only of this process, and its parts | seulement de ce processus et de ses composantes
-- column how: measure_events.method
-- main: report, symbol, endorsed_by, date, how, source
-- tells: report, symbol
-- example: query run endorsements --process un-oewg-2021-2025
select
  processes.name_fr as process,
  reports.name_fr as report,
  report_symbols.symbol,
  coalesce(texts_symbols.symbol, texts.name_fr) as endorsed_by,
  adopted.event_date as date,
  adopted.method as how,
  place.source_id as source,
  place.locator,
  reports.id
from measures as reports
left join processes on processes.id = reports.process_id
left join symbols as report_symbols on report_symbols.record_id = reports.id
left join relations on relations.object_id = reports.id and relations.predicate = 'supports'
  and exists (select 1 from measures where measures.id = relations.subject_id)
left join measures as texts on texts.id = relations.subject_id
left join symbols as texts_symbols on texts_symbols.record_id = texts.id
left join measure_events as adopted on adopted.measure_id = texts.id
  and adopted.type in (select code from step_types where coalesce(counts_as, code) in ('adopted'))
left join first_citations as place on place.record_id = relations.id
where reports.type = 'report'
  and reports.id in (select measure_id from measure_processes)
  and reports.id in (select measure_id from measure_processes where process_id in (:process))
order by coalesce(processes.start_date, ''), processes.id, reports.id, coalesce(adopted.event_date, ''), texts.id
