"""What the shell offers when Tab is pressed; it must be quick and may never fail."""

from __future__ import annotations

from collections.abc import Callable

Completer = Callable[[str], list[str]]
MOST = 200


def choices(*words: str) -> Completer:
    """One of a few words."""

    def complete(incomplete: str) -> list[str]:
        return [word for word in words if word.startswith(incomplete)]

    return complete


def codes(domain: str) -> Completer:
    """The codes of a vocabulary."""
    from cyberdiplo.schema.vocabulary import VOCABULARY

    return choices(*VOCABULARY[domain])


def records(*kinds: str) -> Completer:
    """Ids, acronyms and names of records of these kinds (any, where none is given), from the user's database."""

    def complete(incomplete: str) -> list[str]:
        try:
            return _records(kinds, incomplete)
        except Exception:  # a broken database is told when the command runs, not on Tab
            return []

    return complete


def _records(kinds: tuple[str, ...], incomplete: str) -> list[str]:
    import sqlite3
    from pathlib import Path

    from cyberdiplo import settings
    from cyberdiplo.schema.naming import fold

    target = settings.database()
    if settings.is_url(target) or not Path(target).is_file():
        return []
    of_kind = f" and kind in ({', '.join(repr(kind) for kind in kinds)})" if kinds else ""
    begun = fold(incomplete)
    connection = sqlite3.connect(f"{Path(target).absolute().as_uri()}?mode=ro", uri=True, timeout=0.2)
    try:
        ids = connection.execute(
            f"select id from records where (id >= ? and id < ? or id >= ? and id < ?){of_kind} limit {MOST}",
            (incomplete.lower(), incomplete.lower() + "\uffff", incomplete.upper(), incomplete.upper() + "\uffff"),
        )
        found = [str(row[0]) for row in ids]
        names = connection.execute(
            f"select distinct name from name_index where norm >= ? and norm < ?{of_kind} limit {MOST}",
            (begun, begun + "\uffff"),
        )
        return sorted({*found, *(str(row[0]) for row in names)})[:MOST]
    finally:
        connection.close()
