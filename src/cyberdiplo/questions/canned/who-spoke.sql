-- title: Who spoke at a meeting, for whom, in which form, and how many points are on record
-- titre: Qui a parlé à une réunion, pour qui, sous quelle forme, et combien de propos sont enregistrés
-- param meeting: meeting    only at this meeting and those within it
-- | seulement à cette réunion et à celles qu'elle comprend
-- param process: process    only in this process and its parts | seulement dans ce processus et ses composantes
-- param country: country    only those under this country's name | seulement qui figure sous ce pays
-- param form: participations.form    only in this form | seulement sous cette forme
-- column capacity: participations.capacity
-- column form: participations.form
-- main: date, who, country, points, behalf, capacity
-- below: meeting
-- example: query run who-spoke --meeting wto-tbt-2023-06-20-cybersecurity
-- example: query run who-spoke --country RUS
select
  meetings.start_date as date,
  meetings.name_fr as meeting,
  participants.name_fr as who,
  participants.position_fr as position,
  participants.capacity,
  participants.country_id as country,
  participations.form,
  coalesce(
    (select coalesce(acronym_fr, name_fr) from labels where labels.id = participations.on_behalf_of_id),
    participations.on_behalf_of_fr
  ) as behalf,
  (
    select count(*) from statement_participations
    where statement_participations.participation_id = participations.id
  ) as points,
  place.source_id as source,
  participations.id
from participations
join meetings on meetings.id = participations.meeting_id
join participants on participants.participation_id = participations.id
left join first_citations as place on place.record_id = participations.id
where exists (
    select 1 from statement_participations where statement_participations.participation_id = participations.id
  )
  and participations.meeting_id in (:meeting)
  and meetings.process_id in (:process)
  and participations.country_id in (:country)
  and participations.form in (:form)
order by coalesce(meetings.start_date, ''), meetings.id, coalesce(participations.sort, 0), participations.id
