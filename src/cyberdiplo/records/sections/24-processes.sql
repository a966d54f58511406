-- title: Processes
-- titre: Processus
-- kinds: forum, measure
-- main: id, start_date, end_date, status
-- below: name
-- words: process, mandats, mandates
-- column status: processes.status
select id, acronym_fr as acronym, name_fr as name, start_date, end_date, status from processes
where forum_id = :id or mandate_id = :id
order by start_date nulls first, id
