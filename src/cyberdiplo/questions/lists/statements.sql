-- title: What was said, by whom, and where it is written
-- titre: Ce qui a été dit, par qui, et où cela est écrit
-- param forum: forum    only in this forum, and those under it
-- | seulement dans cette enceinte et celles qui en dépendent
-- param meeting: meeting    only at this meeting and those within it
-- | seulement à cette réunion et à celles qu'elle comprend
-- param process: process    only in this process, its parts and its meetings, or about it
-- | seulement dans ce processus, ses composantes et ses réunions, ou à son sujet
-- param speaker: speaker    only by this person, alone or with others, or about them
-- | seulement de cette personne, seule ou avec d'autres, ou à son sujet
-- param country: country    only by those under this country's name, or about the country
-- | seulement de qui figure sous le nom de ce pays, ou au sujet du pays
-- param group: group    only by those under the name of the group, or of a member of it on that day
-- | seulement de qui figure sous le nom du groupe ou de ses membres à cette date
-- param organisation: organisation    only by those speaking for this organisation, or about it
-- | seulement de qui représente cette organisation, ou à son sujet
-- param capacity: participations.capacity    only by those who spoke in this capacity
-- | seulement de qui parle à ce titre
-- param topic: topic    only about this topic | seulement sur ce thème
-- param type: statements.type    only of this type | seulement de ce type
-- param stance: stances.asked    only for, against (opposed or critical), neutral or divided
-- | seulement pour, contre (opposé ou critique), neutre ou partagé
-- param attribution: statements.attribution    only with this attribution | seulement avec cette attribution
-- param measure: measure    only said by or about this measure | seulement de cette mesure ou à son sujet
-- param link: statements.side    only said by, or only about, what is asked for
-- | seulement ce qui est dit par, ou seulement au sujet de, ce qui est demandé
-- param source: source    only written in this source | seulement écrit dans cette source
-- param from: date    only from this date on | seulement à partir de cette date
-- param to: date    only up to this date | seulement jusqu'à cette date
-- param on: date    only on this date | seulement à cette date
-- column capacity: participations.capacity
-- column link: statements.side
-- column stance: statements.stance
-- column attribution: statements.attribution
-- column type: statements.type
-- column date_note: date_note
-- array speaker_list: statement_speakers
-- array capacity_list: statement_capacities
-- array country_list: statement_countries
-- array organisation_list: statement_organisations
-- array topic_list: statement_topics
-- array about_list: statement_abouts
-- main: date, speakers, id, stance, type, link, locator, country, capacity, organisation, meeting
-- below: stance, summary, id
-- example: statements --speaker Fick --format json
-- example: statements --forum OTC --topic labelling
-- example: statements --group EU --type proposal
-- example: statements --measure "Cyber Resilience Act" --link about
-- next: show otc-2023-053
-- next: cite otc-2023-053 --style bibtex
-- next: brief --forum OTC --topic labelling
select
  said.statement_id as id,
  said.date,
  coalesce(forums.acronym_fr, forums.name_fr) as forum,
  -- if :ids
  said.forum_id,
  -- end
  said.meeting_fr as meeting,
  -- if :ids
  said.meeting_id,
  -- end
  said.who_fr as speakers,
  -- if :ids
  said.statement_id as speaker_list,
  -- end
  (
    select group_concat(capacity, '; ')
    from (
      select voices.capacity from voices where voices.statement_id = said.statement_id and voices.capacity is not null
      group by voices.capacity order by min(voices.place), voices.capacity
    ) as listed
  ) as capacity,
  -- if :ids
  said.statement_id as capacity_list,
  -- end
  coalesce(
    (
      select group_concat(name, '; ')
      from (
        select voices.country_fr as name from voices
        where voices.statement_id = said.statement_id and voices.country_fr is not null
        group by voices.country_fr order by min(voices.place), voices.country_fr
      ) as listed
    ),
    (
      select countries.name_fr
      from measures join countries on countries.id = coalesce(measures.country_id, measures.issuer_id)
      where measures.id = said.measure_id
    )
  ) as country,
  -- if :ids
  said.statement_id as country_list,
  -- end
  (
    select group_concat(name, '; ')
    from (
      select voices.organisation_fr as name from voices
      where voices.statement_id = said.statement_id and voices.organisation_fr is not null
      group by voices.organisation_fr order by min(voices.place), voices.organisation_fr
    ) as listed
  ) as organisation,
  -- if :ids
  said.statement_id as organisation_list,
  -- end
  coalesce(
    -- if :speaker
    (
      select group_concat(link, '; ')
      from (
        select link from statement_links where statement_id = page.id and record_id in (:speaker)
        group by link order by link desc
      ) as linked
    ),
    -- end
    -- if :country
    (
      select group_concat(link, '; ')
      from (
        select link from statement_links where statement_id = page.id and record_id in (:country)
        group by link order by link desc
      ) as linked
    ),
    -- end
    -- if :organisation
    (
      select group_concat(link, '; ')
      from (
        select link from statement_links where statement_id = page.id and record_id in (:organisation)
        group by link order by link desc
      ) as linked
    ),
    -- end
    null, null
  ) as link,
  said.attribution,
  said.type,
  said.stance,
  said.summary_fr as summary,
  said.topics_fr as topics,
  -- if :ids
  said.statement_id as topic_list,
  -- end
  (
    select group_concat(name, '; ')
    from (
      select
        abouts.id,
        (select coalesce(acronym_fr, name_fr) from labels where labels.id = abouts.id) as name
      from (
        select mentioned_id as id from mentions where record_id = said.statement_id
        union
        select said.stance_target_id where said.stance_target_id is not null
      ) as abouts
      order by abouts.id
    ) as named
  ) as about,
  -- if :ids
  said.statement_id as about_list,
  -- end
  place.source_id as source,
  place.locator,
  place.anchor,
  said.date_note,
  coalesce(place.url, (select sources.url from sources where sources.id = place.source_id)) as url
from (
  select statements.id
  from statements
  left join meetings on meetings.id = statements.meeting_id
  where 1 = 1
    -- if :forum
    and (
      statements.forum_id in (select place_id from place_forums where forum_id in (:forum))
      or statements.meeting_id in (select place_id from place_forums where forum_id in (:forum))
      or statements.process_id in (select place_id from place_forums where forum_id in (:forum))
      or statements.measure_id in (select place_id from place_forums where forum_id in (:forum))
    )
    -- end
    and statements.meeting_id in (:meeting)
    -- if :process
    and statements.id in (
      select statement_id from statement_links
      where record_id in (:process)
        and link in (:link)
    )
    -- end
    -- if :speaker
    and statements.id in (
      select statement_id from statement_links
      where record_id in (:speaker)
        and link in (:link)
    )
    -- end
    -- if :country
    and statements.id in (
      select statement_id from statement_links
      where record_id in (:country)
        and link in (:link)
    )
    -- end
    -- if :group
    and statements.id in (
      select voices.statement_id
      from members
      join voices on voices.country_id = members.member_id
      left join meetings on meetings.id = voices.meeting_id
      left join processes on processes.id = voices.process_id
      where members.group_id in (:group)
        and members.since <= coalesce(meetings.start_date, processes.start_date, '9999') || '-99'
        and members.until >= coalesce(meetings.start_date, processes.start_date, '9999')
      union all
      select statement_id from voices where country_id in (:group)
    )
    -- end
    -- if :organisation
    and statements.id in (
      select statement_id from statement_links
      where record_id in (:organisation)
        and link in (:link)
    )
    -- end
    and statements.id in (select record_id from record_topics where topic_id in (:topic))
    -- if :capacity
    and statements.id in (
      select statement_participations.statement_id
      from participations
      join statement_participations on statement_participations.participation_id = participations.id
      where participations.capacity in (:capacity)
    )
    -- end
    and statements.type in (:type)
    -- if :stance
    and (statements.stance in (:stance) or statements.stance in ('opposes', 'criticises') and 'against' in (:stance))
    -- end
    and statements.id in (select record_id from citations where source_id in (:source))
    -- if :from
    and coalesce(meetings.end_date, meetings.start_date, (
      select published from first_publications where first_publications.record_id = statements.id
    )) || '-01-01' >= :from
    -- end
    -- if :to
    and coalesce(meetings.start_date, (
      select published from first_publications where first_publications.record_id = statements.id
    )) || '-99' <= :to || '-99'
    -- end
    -- if :on
    and coalesce(meetings.start_date, (
      select published from first_publications where first_publications.record_id = statements.id
    )) || '-99' <= :on || '-99'
    and coalesce(meetings.end_date, meetings.start_date, (
      select published from first_publications where first_publications.record_id = statements.id
    )) || '-01-01' >= :on
    -- end
    and statements.attribution in (:attribution)
    and statements.load_id in (:folder)
    -- if :measure
    and statements.id in (
      select statement_id from statement_links
      where record_id in (:measure)
        and link in (:link)
    )
    -- end
  order by coalesce(meetings.start_date, (
      select sources.published from first_citations join sources on sources.id = first_citations.source_id
      where first_citations.record_id = statements.id
    ), ''), coalesce(statements.meeting_id, statements.measure_id, statements.process_id, ''), statements.sort,
    statements.id
  limit :page_limit offset :page_offset
) as page
join said on said.statement_id = page.id
left join forums on forums.id = said.forum_id
left join first_citations as place on place.record_id = page.id
order by coalesce(said.date, ''), coalesce(said.meeting_id, said.measure_id, said.process_id, ''), said.sort,
  said.statement_id
