-- title: Meetings
-- titre: Réunions
-- kinds: forum, process
-- column status: meetings.status
select start_date, end_date, name_fr as name, status, id from meetings
where id in (select meeting_id from meeting_forums where forum_id = :id) or process_id = :id
order by start_date nulls first, id
