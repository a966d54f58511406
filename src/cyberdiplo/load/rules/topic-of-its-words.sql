-- level: warning
-- says: the summary says {detail}, and the statement has no such topic
-- hint: add the topic to record_topics.csv where the statement is about it; else find another word.
with terms(term, topic_id) as (
  values
    ('norms', 'norms'),
    ('human rights', 'human-rights'),
    ('capacity-building', 'capacity-building'),
    ('capacity building', 'capacity-building'),
    ('confidence-building', 'confidence-building'),
    ('critical infrastructure', 'critical-infrastructure'),
    ('encryption', 'encryption'),
    ('internet of things', 'iot'),
    ('supply chain', 'supply-chain'),
    ('institutional dialogue', 'institutional-dialogue'),
    ('right to privacy', 'data-security'),
    ('conformity assessment', 'conformity-assessment'),
    ('radio equipment', 'radio-equipment'),
    ('e-commerce', 'digital-economy'),
    ('risk management', 'risk-management'),
    ('malicious ict activities', 'threats')
),
-- What is no more than a name has not the topic: a body, a title of a law, a list of products.
said(id, words) as (
  select
    id,
    ' ' || replace(replace(replace(
      lower(summary_en), 'human rights committee', ''), 'human rights council', ''), 'human rights watch', '')
  from statements
)
select 'statements', said.id, 'summary_en', '''' || terms.term || ''''
from terms
join topics on topics.id = terms.topic_id
join said on instr(said.words, ' ' || terms.term) > 0
where not exists (
    select 1 from record_topics
    where record_topics.record_id = said.id and record_topics.topic_id = terms.topic_id
  )
  and instr(said.words, 'international norms') = 0
  and instr(said.words, 'social norms') = 0
