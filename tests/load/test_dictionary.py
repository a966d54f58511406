"""A database says itself what its tables and columns mean, in both languages, to whatever tool opens it."""

from __future__ import annotations

from cyberdiplo.schema.model import tables
from cyberdiplo.schema.vocabulary import CLOSED
from tests.server import opened


def test_every_table_and_column_of_the_database_is_in_its_dictionary(mini_database: str) -> None:
    with opened(mini_database) as connection:
        for table in tables().values():
            cursor = connection.execute(f"select * from {table.name} limit 0")
            there = sorted(column[0] for column in cursor.description)
            sql = f"select name from dictionary_columns where table_name = '{table.name}' order by 1"
            assert sorted(row[0] for row in connection.execute(sql)) == there
        assert connection.execute("select count(*) from dictionary_tables").fetchone()[0] == len(tables())


def test_it_says_what_a_column_means_how_it_is_written_and_which_codes_it_may_have(mini_database: str) -> None:
    sql = "select form_en, target, codes from dictionary_columns where table_name = '{}' and name = '{}'"
    with opened(mini_database) as connection:
        (start,) = connection.execute(sql.format("meetings", "start_date")).fetchall()
        assert start == ("partial date: YYYY, YYYY-MM or YYYY-MM-DD", None, None)
        (forum,) = connection.execute(sql.format("meetings", "type")).fetchall()
        assert forum == (None, "meeting_types", None)
        (vote,) = connection.execute(sql.format("votes", "vote")).fetchall()
        assert vote[2] == ", ".join(CLOSED["votes.vote"])
        both = "select count(*) from dictionary_columns where meaning_fr = meaning_en or meaning_fr = ''"
        assert connection.execute(both).fetchone()[0] == 0
