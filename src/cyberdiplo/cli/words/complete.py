"""What the shell offers when Tab is pressed; it must be quick and may never fail."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

Completer = Callable[[str], list[str]]
MOST = 200


def on_tab(complete: Completer) -> Completer | None:
    """The completer when Tab was pressed; else Typer would inspect each of them for nothing."""
    return complete if "_CYBERDIPLO_COMPLETE" in os.environ else None


def choices(*words: str) -> Completer | None:
    """One of a few words."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in words if word.startswith(incomplete)]

    return on_tab(complete)


def codes(domain: str, *more: str, among: Sequence[str] = ()) -> Completer | None:
    """The codes of a vocabulary, or these of them, and more; where none begins so, what they are called."""

    def complete(incomplete: str) -> list[str]:
        from cyberdiplo.store.words import read_vocabulary
        from cyberdiplo.text.names import fold

        words = read_vocabulary(domain)
        codes = among or tuple(words)
        if matching := [code for code in (*codes, *more) if code.startswith(incomplete)]:
            return matching
        called = (name for code in codes for name in words[code].names)
        return [name for name in called if " " not in name and fold(name).startswith(fold(incomplete))]

    return on_tab(complete)


def sections() -> Completer | None:
    """The sections that a record's page may have."""

    def complete(incomplete: str) -> list[str]:
        from cyberdiplo.records.record import list_section_keys

        return [key for key in list_section_keys() if key.startswith(incomplete)]

    return on_tab(complete)


def records(*kinds: str, groups: bool = False) -> Completer | None:
    """Ids, acronyms and names of records of these kinds (any, where none is given), from the user's database.

    Only names of one word, but within quotes: a shell would take the others apart.
    """

    def complete(incomplete: str) -> list[str]:
        try:
            names = _records(kinds, incomplete, groups)
            return [name for name in names if name.isprintable() and (" " in incomplete or " " not in name)]
        except Exception:  # a broken database is told when the command runs, not on Tab
            return []

    return on_tab(complete)


def folders(incomplete: str) -> list[str]:
    """The folders that are loaded into the user's database."""
    try:
        rows = _read_rows("select distinct dataset || '/' || folder, folder from loads where digest <> ''", ())
        names = {name for path, folder in rows for name in (path.removesuffix("/."), folder.rpartition("/")[2])}
        return sorted(name for name in names if name != "." and name.startswith(incomplete))
    except Exception:
        return []


def importers(incomplete: str) -> list[str]:
    """The importers."""
    from cyberdiplo.imports.importers import IMPORTERS

    return [importer.name for importer in IMPORTERS if importer.name.startswith(incomplete)]


def _records(kinds: tuple[str, ...], incomplete: str, groups: bool) -> list[str]:
    from cyberdiplo.text.names import fold

    of_kind = f" and kind in ({', '.join(repr(kind) for kind in kinds)})" if kinds else ""
    only = " and {} in (select group_id from memberships where role = 'member')" if groups else ""
    begun = fold(incomplete)
    ids = _read_rows(
        f"select id from records where (id >= ? and id < ? or id >= ? and id < ?){of_kind}{only.format('id')}"
        f" limit {MOST}",
        tuple(f(incomplete) + end for f in (str.lower, str.upper) for end in ("", "\uffff")),
    )
    names = _read_rows(
        f"select distinct name from name_index where norm >= ? and norm < ?{of_kind}{only.format('record_id')}"
        f" limit {MOST}",
        (begun, begun + "\uffff"),
    )
    return sorted({str(row[0]) for row in (*ids, *names)})[:MOST]


def _read_rows(sql: str, values: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """Rows of the user's database; none where that is on a server or not there."""
    from cyberdiplo import settings
    from cyberdiplo.store.address import database_at

    return database_at(settings.database()).peek(sql, values)


def tables(incomplete: str) -> list[str]:
    """The tables and views of the schema."""
    from cyberdiplo.schema import model, search_tables

    return [name for name in (*model.tables(), *search_tables.DOCS) if name.startswith(incomplete)]
