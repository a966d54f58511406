-- level: warning
-- says: the statement has no topic
-- hint: add a row to record_topics.csv.
select 'statements', statements.id, 'id', ''
from statements
where not exists (select 1 from record_topics where record_topics.record_id = statements.id)
