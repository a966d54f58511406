-- title: The statements that a brief is about
-- titre: Les propos sur lesquels porte une note
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
select said.statement_id as id
from (
{lists/statements}
) as asked
join said on said.statement_id = asked.id
where 1 = 1
  and said.date || '-01-01' >= :from
  and said.date || '-99' <= :to || '-99'
