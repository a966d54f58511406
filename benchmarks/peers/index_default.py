"""The same texts in FTS5 with its default settings. ``index_default.py DATABASE``, one that has its search index."""

from __future__ import annotations

import sqlite3
import sys


def main(database: str) -> None:
    connection = sqlite3.connect(database)
    connection.execute("drop table if exists plain_index")
    connection.execute(
        'create virtual table plain_index using fts5(text_fr, text_en, names, also, content="search_texts",'
        " content_rowid=\"number\", tokenize='unicode61 remove_diacritics 2')"
    )
    connection.execute("insert into plain_index (plain_index) values ('rebuild')")
    connection.commit()
    connection.close()


if __name__ == "__main__":
    main(sys.argv[1])
