-- title: How many people spoke under each country's name, and how often
-- titre: Combien de personnes ont parlé sous le nom de chaque pays, et combien de fois
-- description: The country is the one printed beside the name;
-- | Le pays est celui qui est imprimé à côté du nom ;
-- description: only in the capacity of State does somebody speak for it.
-- | ce n'est qu'au titre d'État que l'on parle en son nom.
-- caveat: told
-- param forum: forum    only in this forum, and those under it
-- | seulement dans cette enceinte et celles qui en dépendent
-- param capacity: participations.capacity    only in this capacity | seulement à ce titre
-- param group: group    only the members of this group, on the day | seulement les membres de ce groupe, ce jour-là
-- main: id, country, people, for_state, statements, forums
-- example: query run speakers-by-country --capacity private_sector
select
  countries.id,
  countries.name_fr as country,
  count(distinct participations.speaker_id) as people,
  count(distinct case when participations.capacity = 'state' then participations.speaker_id end) as for_state,
  count(distinct link.statement_id) as statements,
  count(distinct homes.forum_id) as forums
from participations
join countries on countries.id = participations.country_id
join participation_homes as homes on homes.participation_id = participations.id
left join statement_participations as link on link.participation_id = participations.id
where participations.role in ('speaker', 'panellist')
  and participations.id in (select participation_id from participation_forums where forum_id in (:forum))
  and participations.capacity in (:capacity)
  -- if :group
  and participations.country_id in (select member_id from members where group_id in (:group))
  and exists (
    select 1 from members
    where members.member_id = participations.country_id and members.group_id in (:group)
      and members.since <= coalesce(homes.date, '9999') || '-99'
      and members.until >= coalesce(homes.date, '9999')
  )
  -- end
group by countries.id, countries.name_fr
order by count(distinct participations.speaker_id) desc, countries.id
