"""The words of added documents: which count where more begin alike than are looked for."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, cast

from cyberdiplo.search.passages import MOST_FORMS, find_forms

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection


def test_of_many_words_that_begin_so_the_commonest_are_looked_for() -> None:
    words = [f"cyber{number:03}" for number in range(2 * MOST_FORMS)]
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("create table passage_words (norm text, document_id text, sort integer)")
        rows = [(word, "report", 1) for word in words] + [(words[-1], "report", 2), ("cypher", "report", 3)]
        connection.executemany("insert into passage_words values (?, ?, ?)", rows)
        forms = find_forms(cast("Connection", connection), "cyber", prefix=True)
    assert forms == [words[-1], *words[: MOST_FORMS - 1]]
