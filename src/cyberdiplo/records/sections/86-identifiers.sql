-- title: Identifiers
-- titre: Identifiants
-- kinds: any
-- column scheme: identifiers.scheme
select scheme, value from identifiers where record_id = :id
order by scheme, value
