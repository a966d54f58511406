-- level: check
-- says: {detail}
-- hint: a text is of the process that negotiated it and of who adopted it; what it sets up stands in the relation.
select 'measures', measures.id,
  case relations.object_id when measures.process_id then 'process_id' else 'issuer_id' end,
  'it establishes ' || relations.object_id || ', and so cannot come from there'
from relations
join measures on measures.id = relations.subject_id
  and (measures.process_id = relations.object_id or measures.issuer_id = relations.object_id)
where relations.predicate = 'establishes'
