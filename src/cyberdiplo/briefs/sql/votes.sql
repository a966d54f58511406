-- title: How States voted, in figures and by the names of those against, a row for each final roll call
-- titre: Comment les États ont voté, en chiffres et avec le nom des opposants, une ligne par vote final
-- param forum: forum    only on texts of this forum, and those under it
-- | seulement sur les textes de cette enceinte et de celles qui en dépendent
-- param meeting: meeting    only at this meeting | seulement à cette réunion
-- param process: process    only on texts of this process and its parts
-- | seulement sur les textes de ce processus et de ses composantes
-- param measure: measure    only on this text | seulement sur ce texte
-- param topic: topic    only on texts about this topic | seulement sur les textes traitant de ce thème
-- param country: country    only where this country voted, and how | seulement là où ce pays a voté, et comment
-- param group: group    only where a member of this group, on that day, voted
-- | seulement là où un membre de ce groupe, à cette date, a voté
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- column support: citations.support
-- column confidence: citations.confidence
select
  roll_calls.id,
  (select symbol from symbols where record_id = roll_calls.measure_id) as symbol,
  measures.name_fr as name,
  roll_calls.date,
  (select count(*) from votes where votes.roll_call_id = roll_calls.id and votes.vote = 'yes') as yes,
  (select count(*) from votes where votes.roll_call_id = roll_calls.id and votes.vote = 'no') as no,
  (select count(*) from votes where votes.roll_call_id = roll_calls.id and votes.vote = 'abstain') as abstain,
  (
    select group_concat(name_fr, ', ')
    from (
      select countries.name_fr from votes join countries on countries.id = votes.country_id
      where votes.roll_call_id = roll_calls.id and votes.vote = 'no'
      order by countries.name_fr
    ) as opposed
  ) as against,
  -- if :country
  (
    select group_concat(told, '; ')
    from (
      select countries.name_fr || ': ' || votes.vote as told
      from votes join countries on countries.id = votes.country_id
      where votes.roll_call_id = roll_calls.id and votes.country_id in (:country)
      order by countries.name_fr
    ) as asked_for
  ) as of_country,
  -- end
  place.source_id,
  place.locator,
  place.anchor,
  place.url,
  place.support,
  place.confidence
from dated_roll_calls as roll_calls
join measures on measures.id = roll_calls.measure_id
left join first_citations as place on place.record_id = roll_calls.id
where roll_calls.final = 1
  and exists (select 1 from votes where votes.roll_call_id = roll_calls.id)
  and roll_calls.measure_id in (select measure_id from measure_forums where forum_id in (:forum))
  and roll_calls.event_id in (select id from measure_events where meeting_id in (:meeting))
  and roll_calls.measure_id in (select measure_id from measure_processes where process_id in (:process))
  and roll_calls.measure_id in (:measure)
  and roll_calls.measure_id in (select record_id from record_topics where topic_id in (:topic))
  and exists (select 1 from votes where votes.roll_call_id = roll_calls.id and votes.country_id in (:country))
  -- if :group
  and exists (
    select 1 from votes join members on members.member_id = votes.country_id
    where votes.roll_call_id = roll_calls.id and members.group_id in (:group)
      and members.since <= roll_calls.day_of_vote || '-99' and members.until >= roll_calls.day_of_vote
  )
  -- end
  and roll_calls.date || '-01-01' >= :from
  and roll_calls.date || '-99' <= :to || '-99'
order by coalesce(roll_calls.date, '') desc, roll_calls.measure_id, roll_calls.id
