-- title: Identifiers
-- titre: Identifiants
-- kinds: any
-- words: identifier, ids, symbols, symbol, identifiant, cotes, cote
-- column scheme: identifiers.scheme
select scheme, value from identifiers where record_id = :id
order by scheme, value
