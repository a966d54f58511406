-- title: Recorded vote
-- titre: Vote enregistré
-- kinds: measure
-- words: vote, voting, scrutin, résultat du vote
-- column vote: votes.vote
select vote, count(*) as states from final_votes where measure_id = :id
group by vote
order by case vote when 'yes' then 1 when 'no' then 2 when 'abstain' then 3 else 4 end
