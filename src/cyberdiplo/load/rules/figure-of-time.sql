-- level: check
-- says: a year, a rank or a duration is no quantity of its own
-- hint: put the date where dates stand, and the rest into the summary of the statement.
select 'figures', id, 'unit', '' from figures where unit = 'year'
