-- level: warning
-- says: {detail}
-- hint: see whom the person spoke for: the body's type or the capacity may be wrong. It may be right: say so in a note.
with employers(capacity, type) as (
  values
    ('state', 'company'), ('state', 'industry_association'), ('state', 'media'), ('state', 'ngo'),
    ('intergovernmental', 'company'), ('intergovernmental', 'industry_association'),
    ('intergovernmental', 'university'), ('intergovernmental', 'ngo'), ('intergovernmental', 'media'),
    ('intergovernmental', 'ministry'), ('intergovernmental', 'government'), ('intergovernmental', 'agency'),
    ('standards_body', 'company'), ('standards_body', 'industry_association'), ('standards_body', 'ministry'),
    ('standards_body', 'government'), ('standards_body', 'university'), ('standards_body', 'media'),
    ('private_sector', 'ministry'), ('private_sector', 'government'), ('private_sector', 'agency'),
    ('private_sector', 'parliament'), ('private_sector', 'court'), ('private_sector', 'intergovernmental'),
    ('private_sector', 'union_institution'), ('private_sector', 'university'), ('private_sector', 'ngo'),
    ('private_sector', 'standards_body'),
    ('academia', 'company'), ('academia', 'industry_association'), ('academia', 'ministry'),
    ('academia', 'government'), ('academia', 'agency'), ('academia', 'intergovernmental'),
    ('civil_society', 'company'), ('civil_society', 'ministry'), ('civil_society', 'government'),
    ('civil_society', 'agency'), ('civil_society', 'parliament'), ('civil_society', 'court'),
    ('civil_society', 'intergovernmental'), ('civil_society', 'union_institution'),
    ('media', 'ministry'), ('media', 'government'), ('media', 'agency'), ('media', 'intergovernmental'),
    ('partnership', 'company'), ('partnership', 'ministry'), ('partnership', 'government'), ('partnership', 'agency')
)
select 'participations', participations.id, 'capacity',
  'capacity ' || participations.capacity || ', but ' || organisations.id || ' is of type ' || organisations.type
from participations
left join affiliations on affiliations.id = participations.affiliation_id
join organisations on organisations.id = coalesce(participations.organisation_id, affiliations.organisation_id)
join employers on employers.capacity = participations.capacity and employers.type = organisations.type
