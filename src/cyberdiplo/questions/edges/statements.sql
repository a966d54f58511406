-- Who takes which side on what, who proposes and who speaks of what, and for whom a person speaks. Who it is: the
-- voices; where there are none the text that says it, else the source.
with
  doers as (
    select statements.id as statement_id, coalesce(voices.speaker_id, voices.organisation_id, voices.country_id) as id
    from statements join voices on voices.statement_id = statements.id
    where statements.id in (:ids)
    union
    select statements.id, coalesce(statements.measure_id, first_citations.source_id)
    from statements
    left join first_citations on first_citations.record_id = statements.id
    where statements.id in (:ids) and not exists (select 1 from voices where voices.statement_id = statements.id)
  ),
  links as (
    select doers.statement_id, doers.id as doer_id, statements.stance as kind, statements.stance_target_id as target_id
    from doers join statements on statements.id = doers.statement_id
    where statements.stance is not null and statements.stance_target_id is not null
    union all
    select doers.statement_id, doers.id,
      case when statements.type = 'proposal' then 'proposes' else 'mentions' end, mentions.mentioned_id
    from doers
    join statements on statements.id = doers.statement_id
    join mentions on mentions.record_id = doers.statement_id
    where statements.stance_target_id is null or mentions.mentioned_id <> statements.stance_target_id
    union all
    select voices.statement_id, voices.speaker_id, 'speaks_for',
      case when voices.capacity = 'state' then voices.country_id
        else coalesce(voices.organisation_id, voices.employer_id) end
    from voices
    where voices.statement_id in (:ids)
  )
select links.doer_id as source, links.target_id as target, links.kind, said.date,
  place.source_id, place.locator, links.statement_id as record
from links
join said on said.statement_id = links.statement_id
left join first_citations as place on place.record_id = links.statement_id
where links.doer_id is not null and links.target_id is not null and links.doer_id <> links.target_id
order by links.statement_id, links.kind, links.doer_id, links.target_id
