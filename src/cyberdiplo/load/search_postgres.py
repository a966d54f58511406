"""The full-text index of a PostgreSQL database: a ``tsvector`` a record, of words folded as names are compared.

Accents and ligatures are taken away here, so that no extension is needed and the same words are found as on SQLite;
A search itself deals with French and English endings, from the list of words.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

from cyberdiplo.schema.search_tables import COLUMNS, SEARCH_VIEW, SEARCHED, Searched, select_sql
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from cyberdiplo.load.target import Target

BATCH = 2000  # records read and written at a time
GAP = 20  # places between two columns, so that no phrase reaches from one to the next
LONGEST = 500  # letters of a word; longer ones are no words
WEIGHTS = {"names": "A", "text_fr": "B", "text_en": "B", "also": "D"}

TABLES = (
    'create table search_records (number integer primary key, record_id text collate "C" not null,'
    ' kind text collate "C" not null, words tsvector not null)',
    'create table search_words (norm text collate "C" not null, word text collate "C" not null, rows integer not null)',
)
INDEXES = (
    "create index ix_search_records_words on search_records using gin (words)",
    "create index ix_search_records_record_id on search_records (record_id)",
    "create index ix_search_words_norm on search_words (norm)",
)


def index_texts(target: Target) -> None:
    """Make the index again, from all rows; a search that runs meanwhile sees the old one."""
    new = not is_ready(target)
    for statement in TABLES if new else ("delete from search_records", "delete from search_words"):
        target.execute(statement)
    words: Counter[str] = Counter()
    number = 0
    for searched in SEARCHED:
        for batch in target.batches(_select(searched), BATCH):
            rows = []
            for record_id, *texts in batch:
                number += 1
                vector = make_lexemes(texts)
                words.update(vector.keys())
                rows.append((number, record_id, searched.kind, " ".join(f"{w}:{p}" for w, p in vector.items())))
            target.insert_plain("search_records", rows)
    target.insert_plain("search_words", ((word, word, count) for word, count in sorted(words.items())))
    if new:
        view = "\nunion all\n".join(select_sql(searched) for searched in SEARCHED)
        for statement in chain(INDEXES, [f"create view {SEARCH_VIEW} as\n{view}"]):
            target.execute(statement)
    target.execute("analyze search_records, search_words")


def is_ready(target: Target) -> bool:
    """Whether there is an index."""
    return list(target.execute("select to_regclass('search_texts') is not null")) == [(True,)]


def make_lexemes(texts: list[Any]) -> dict[str, str]:
    """The words of a record's columns with their places and weights, as a ``tsvector`` has them."""
    positions: dict[str, str] = {}
    position = 0
    for text, weight in zip(texts, map(WEIGHTS.__getitem__, COLUMNS), strict=True):
        for word in fold(text or "").split():
            position += 1
            word = word[:LONGEST]
            positions[word] = f"{positions[word]},{position}{weight}" if word in positions else f"{position}{weight}"
        position += GAP
    return positions


def _select(searched: Searched) -> str:
    """The texts of the records of a kind, before they have numbers."""
    return (
        f"with search_records as (select 0 as number, id as record_id, '{searched.kind}' as kind from {searched.table})"
        f" select record_id, {', '.join(COLUMNS)} from ({select_sql(searched)}) as texts order by record_id"
    )
