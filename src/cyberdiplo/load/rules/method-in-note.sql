-- level: warning
-- says: {detail}
-- hint: give the step the method that its source states; see adoption_methods.
select 'measure_events', steps.id, 'method', 'it has no method, but a citation of it notes: ' || citations.note
from measure_events steps
join citations on citations.record_id = steps.id and citations.support <> 'contradicts'
where steps.type in ('adopted', 'endorsed') and steps.method is null
  and (
    citations.note like '%consensus%' and citations.note not like '%no consensus%'
      and citations.note not like '%without consensus%'
    or citations.note like '%without a vote%'
    or citations.note like '%recorded vote%' and citations.note not like '%no recorded vote%'
    -- a count such as 161-10-8; a day is no count
    or citations.note glob '*[0-9]-[0-9]*-[0-9]*' and citations.note not glob '*[0-9][0-9][0-9][0-9]-[0-9][0-9]-*'
  )
