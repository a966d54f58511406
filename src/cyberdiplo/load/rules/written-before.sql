-- level: check
-- says: {detail}
-- hint: a page written before a meeting implies who spoke there; an account written after it states it.
select 'participations', participations.id, 'id',
  sources.id || ' is cited as stating it, but is of ' || sources.published || ', before the meeting of '
  || meetings.start_date
from participations
join meetings on meetings.id = participations.meeting_id
join citations on citations.record_id = participations.id and citations.support = 'states'
join sources on sources.id = citations.source_id
where participations.role in ('chair', 'co_chair', 'vice_chair', 'moderator', 'panellist', 'speaker')
  and coalesce(participations.form, '') <> 'written_submission'
  and length(sources.published) = 10 and sources.date_note is null
  and length(meetings.start_date) = 10 and meetings.date_note is null
  and sources.published < meetings.start_date
