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
  totals.roll_call_id as id,
  (select symbol from symbols where record_id = totals.measure_id) as symbol,
  measures.name_fr as name,
  totals.date,
  totals.yes,
  totals.no,
  totals.abstain,
  (
    select group_concat(name_fr, ', ')
    from (
      select countries.name_fr from votes join countries on countries.id = votes.country_id
      where votes.roll_call_id = totals.roll_call_id and votes.vote = 'no'
      order by countries.name_fr
    ) as opposed
  ) as against,
  -- if :country
  (
    select group_concat(told, '; ')
    from (
      select countries.name_fr || ': ' || votes.vote as told
      from votes join countries on countries.id = votes.country_id
      where votes.roll_call_id = totals.roll_call_id and votes.country_id in (:country)
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
from final_totals as totals
join measures on measures.id = totals.measure_id
left join first_citations as place on place.record_id = totals.roll_call_id
where 1 = 1
  and totals.measure_id in (select measure_id from measure_forums where forum_id in (:forum))
  and totals.event_id in (select id from measure_events where meeting_id in (:meeting))
  and totals.measure_id in (select measure_id from measure_processes where process_id in (:process))
  and totals.measure_id in (:measure)
  and totals.measure_id in (select record_id from record_topics where topic_id in (:topic))
  and exists (select 1 from votes where votes.roll_call_id = totals.roll_call_id and votes.country_id in (:country))
  -- if :group
  and exists (
    select 1 from votes join members on members.member_id = votes.country_id
    where votes.roll_call_id = totals.roll_call_id and members.group_id in (:group)
      and members.since <= totals.day_of_vote || '-99' and members.until >= totals.day_of_vote
  )
  -- end
  and totals.date || '-01-01' >= :from
  and totals.date || '-99' <= :to || '-99'
order by coalesce(totals.date, '') desc, totals.measure_id, totals.roll_call_id
