"""The full-text index of a SQLite database, and its words: made by the loader from the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.schema.search_sql import VOICES, VOICES_ONCE, VOICES_READ
from cyberdiplo.schema.search_tables import COLUMNS, SEARCHED, create_sql, drop_sql, select_sql
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.load.target import Target

HASHSIZE = 64 << 20  # bytes of the index built in memory before they are written: halves the time of a large one


def index_texts(target: Target) -> None:
    """Make the full-text index again, from all rows."""
    for statement in [*drop_sql(), *create_sql()]:
        target.execute(statement)
    for option, value in (("hashsize", HASHSIZE), ("automerge", 0)):
        target.execute(f"insert into search_index (search_index, rank) values ('{option}', {value})")
    for statement in VOICES_ONCE:
        target.execute(statement)
    columns = ", ".join(COLUMNS)
    for searched in SEARCHED:
        target.execute(
            f"insert into search_records (record_id, kind) select id, '{searched.kind}' from {searched.table}"
            " order by id"
        )
        also = tuple(VOICES_READ if piece == VOICES else piece for piece in searched.also)
        target.execute(
            f"insert into search_index (rowid, {columns})"
            f" select number, {columns} from ({select_sql(searched._replace(also=also))}) as texts order by number"
        )
    target.execute("drop table temp.search_voices")
    target.execute("insert into search_index (search_index, rank) values ('automerge', 4)")
    target.execute("create virtual table temp.search_terms using fts5vocab('main', 'search_index', 'row')")
    target.insert_plain("search_words", list(_words(target)))
    target.execute("drop table temp.search_terms")


def is_ready(target: Target) -> bool:
    """Whether there is an index."""
    return bool(list(target.execute("select 1 from sqlite_master where name = 'search_words'")))


def _words(target: Target) -> Iterator[tuple[str, str, int]]:
    """Each word of the index with the form in which it is compared: the index folds ``é``, but neither œ nor ø."""
    for word, rows in target.execute("select term, doc from temp.search_terms"):
        yield word if word.isascii() else fold(word) or word, word, rows
