-- title: Totals
-- titre: Décompte
-- kinds: roll_call
-- words: total, vote, voting, totaux, résultat
-- column vote: votes.vote
select vote, count(*) as states from votes where roll_call_id = :id
group by vote
order by case vote when 'yes' then 1 when 'no' then 2 when 'abstain' then 3 else 4 end
