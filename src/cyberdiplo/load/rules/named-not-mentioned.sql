-- level: check
-- says: {detail}
-- hint: add the row to mentions.csv, with the place where it is named.
select 'statements', statements.id, 'summary_en', 'it names ' || measures.id || ', and no mention of it is on record'
from statements
join measures on instr(lower(statements.summary_en), lower(measures.name_en)) > 0
where length(measures.name_en) >= 12
  and measures.id <> coalesce(statements.measure_id, '') and measures.id <> coalesce(statements.stance_target_id, '')
  and not exists (
    select 1 from mentions
    left join measures part on part.id = mentions.mentioned_id
    left join labels on labels.id = mentions.mentioned_id
    where mentions.record_id = statements.id
      and (
        measures.id in (mentions.mentioned_id, part.parent_id)
        or instr(lower(labels.name_en), lower(measures.name_en)) > 0  -- it stands in a longer name
      )
  )
