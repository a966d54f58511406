"""The derived tables of full-text search on SQLite, as plain data: what of each kind of record can be searched.

The index holds words only; the text stays where it is and is read through the view ``search_texts``. The loader makes
all of it again, so that no migration and no seed file knows of it.
"""

from __future__ import annotations

from typing import NamedTuple

from cyberdiplo.schema.nouns import NOUNS, Noun, Search

# Derived tables and those in which FTS5 keeps its index; not in the metadata, hence not for a migration to compare.
SEARCH_TABLES = (
    *("search_records", "search_words", "search_index"),
    *("search_index_data", "search_index_idx", "search_index_docsize", "search_index_config"),
)
SEARCH_VIEW = "search_texts"
# Of search_texts and search_index. FTS5 writes two bytes less for each word of the first: that is where most words are.
COLUMNS = ("text_fr", "text_en", "names", "also")

BETWEEN = " · "  # what stands between two names or pieces of text: no phrase reaches over it
TOKENIZER = "unicode61 remove_diacritics 2"


class Searched(NamedTuple):
    """What of a table can be searched, as SQL over a row of it: its names, texts, and who or what belongs to it."""

    kind: str
    table: str
    names: tuple[str, ...] = ()
    text_fr: tuple[str, ...] = ()
    text_en: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


OTHER_NAMES = (
    "(select group_concat(name, ' · ') from names where record_id = {t}.id and (type <> 'term' or weak = 0))",
    "(select group_concat(value, ' · ') from identifiers where record_id = {t}.id and scheme <> 'url')",
)


def _searched(noun: Noun, search: Search) -> Searched:
    names = search.names
    if names is None:
        names = tuple(f"{{t}}.{column}" for column in (*noun.names.label, *noun.names.acronyms)) if noun.names else ()
    return Searched(noun.kind, noun.table, names, search.text_fr, search.text_en, search.also)


# In the order in which records of equal rank are listed.
SEARCHED: tuple[Searched, ...] = tuple(
    _searched(noun, search)
    for noun, search in sorted(((noun, noun.search) for noun in NOUNS if noun.search), key=lambda pair: pair[1].place)
)
KINDS = tuple(searched.kind for searched in SEARCHED)


def create_sql() -> list[str]:
    """The statements that make the tables, empty."""
    view = "\nunion all\n".join(select_sql(searched) for searched in SEARCHED)
    columns = ", ".join(COLUMNS)
    return [
        "create table search_records (number integer primary key, record_id text not null, kind text not null) strict",
        f"create view {SEARCH_VIEW} as\n-- What can be searched of each record, read where it stands.\n{view}",
        # Double quotes: with others, sqlite-utils and Datasette do not see what the index belongs to.
        f'create virtual table search_index using fts5({columns}, content="{SEARCH_VIEW}", content_rowid="number",'
        f' tokenize="{TOKENIZER}")',
        "create table search_words (norm text not null, word text not null, rows integer not null,"
        " primary key (norm, word)) strict, without rowid",
    ]


def drop_sql() -> list[str]:
    """The statements that take the tables away, where they are."""
    return [
        "drop table if exists search_index",
        f"drop view if exists {SEARCH_VIEW}",
        "drop table if exists search_words",
        "drop table if exists search_records",
    ]


def select_sql(searched: Searched) -> str:
    """The rows of ``search_texts`` that are of one kind."""
    pieces = {column: getattr(searched, column) for column in COLUMNS}
    if searched.names:
        pieces["names"] += OTHER_NAMES
    parts = ", ".join(f"{_joined(pieces[column], searched.table)} as {column}" for column in COLUMNS)
    return (
        f"select search_records.number, search_records.record_id, search_records.kind, {parts}"
        f" from search_records join {searched.table} on {searched.table}.id = search_records.record_id"
        f" where search_records.kind = '{searched.kind}'"
    )


def _joined(pieces: tuple[str, ...], table: str) -> str:
    if not pieces:
        return "null"
    first, *rest = (piece.replace("{t}", table) for piece in pieces)
    return " || ".join([f"coalesce({first}, '')", *(f"coalesce('{BETWEEN}' || {piece}, '')" for piece in rest)])


DOCS = {
    "search_index": "Full text of all records (SQLite): where search_index match 'norm*' order by bm25(search_index).",
    "search_records": "The number of each record in search_index (its rowid), with the record's id and kind.",
    "search_texts": "What can be searched of each record, read where it stands.",
    "search_words": "Every word of search_index: as it is compared, as it is written, and in how many records.",
}

COLUMN_DOCS = {
    "number": "The record's number in search_index.",
    "record_id": "Which record it is.",
    "kind": "The kind of that record.",
    "names": "All its names, acronyms and symbols.",
    "text_fr": "What it says in French.",
    "text_en": "What it says in English.",
    "also": "Who or what belongs to it, and the words of the source by which it is found again.",
    "norm": "The word as it is compared: no accents, no ligatures.",
    "word": "The word as the index has it.",
    "rows": "In how many records it stands.",
}
