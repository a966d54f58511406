-- level: error
-- says: {detail}
-- hint: individual has one row in statement_participations.csv, joint has two or more, moderator the moderator's own.
select 'statements', statements.id, 'attribution',
  'attribution is ' || statements.attribution || ' but the statement has ' || count(link.statement_id) || ' voices'
from statements left join statement_participations link on link.statement_id = statements.id
group by statements.id, statements.attribution
having statements.attribution in ('individual', 'moderator') and count(link.statement_id) <> 1
  or statements.attribution = 'joint' and count(link.statement_id) < 2
