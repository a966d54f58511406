-- title: For and against
-- titre: Pour et contre
-- kinds: any
-- column stance: statements.stance
select statements.stance, said.who_fr as speakers, statements.summary_fr as summary,
  place.source_id as source, place.locator
from statements
join said on said.statement_id = statements.id
left join first_citations as place on place.record_id = statements.id
where statements.stance_target_id = :id
order by statements.stance nulls first, statements.id
