-- level: check
-- says: {detail}
-- hint: name the measure, process, forum, organisation, country or person that is spoken of.
select 'mentions', mentions.record_id || '|' || mentions.mentioned_id, 'mentioned_id',
  'what is mentioned is a ' || mentioned.kind
from mentions
join records mentioned on mentioned.id = mentions.mentioned_id
where mentioned.kind not in ('measure', 'process', 'forum', 'organisation', 'country', 'speaker', 'meeting')
union all
select 'mentions', mentions.record_id || '|' || mentions.mentioned_id, 'record_id',
  'a ' || records.kind || ' mentions nothing'
from mentions
join records on records.id = mentions.record_id
where records.kind not in ('statement', 'figure', 'measure_event')
