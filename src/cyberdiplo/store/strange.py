"""What is in a SQLite file that cyberdiplo did not make: somebody may have put it there to harm whoever opens it.

A trigger rewrites rows while others are loaded; a view in the place of a table, or in the place of one of our views,
may never end. So only what we made is opened, and a file with more in it is refused with the name of what is too much.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from cyberdiplo.errors import DatabaseProblem
from cyberdiplo.messages import tr
from cyberdiplo.schema.model import known_objects

if TYPE_CHECKING:
    import sqlite3

WIDE = "wide_"  # what the wide view of a table is called after
VIEW = "CREATE VIEW "  # how SQLite keeps a view begins so, whatever was typed
TABLE = "create table "  # and what is no virtual one so, unless somebody wrote it into the schema itself
COMPUTED = re.compile(r"\bgenerated\b|\bas\s*\(")  # a column that is computed when it is read
NOT_SQLITES_OWN = "type <> 'index' and substr(name, 1, 7) <> 'sqlite_'"
INDEX = "search_index"  # a virtual table, with tables of its own beside it


def refuse(connection: sqlite3.Connection, where: str) -> None:
    """Raise DatabaseProblem for a database of today's revision that has in it what is not ours, or lacks what is."""
    known, views = known_objects(), _known_views()
    lacking = set(needed())
    for kind, name, sql in connection.execute(f"select type, name, sql from sqlite_master where {NOT_SQLITES_OWN}"):
        lacking.discard(name)
        if kind == "view" and name in views:
            if views[name] != sql[len(VIEW) :]:
                raise _changed_view(name, where)
        elif kind == "view" and name.startswith(WIDE) and f"\n-- table {name.removeprefix(WIDE)}\n" in known:
            continue  # an export has these; no question of ours reads them
        elif kind != "table" or not _is_known_table(name, sql, known):
            raise _foreign(kind, name, where)

    if lacking:
        raise DatabaseProblem(
            tr("{where} is damaged: {name!r} is not in it.", where=where, name=min(lacking)),
            hint=tr("'cyberdiplo db upgrade' makes a view anew; for a table, 'cyberdiplo db restore BACKUP'."),
        )


def _known_views() -> dict[str, str]:
    """Our views by name: what each is made by, behind its first two words."""
    views = {}
    for statement in known_objects().split(";\n"):
        _, is_view, view = statement.partition(VIEW.lower())
        if is_view:
            views[view.partition(" ")[0]] = view
    return views


@cache
def needed() -> tuple[str, ...]:
    """The tables and views that every database of ours has; those of the search come with a load."""
    return tuple(re.findall(r"(?m)^-- (?:table|view) (?!search_)(\w+)$", known_objects()))


def refuse_active(connection: sqlite3.Connection, where: str) -> None:
    """Raise DatabaseProblem for a database of any revision that has in it what would act while it is written to."""
    acting = f"type = 'trigger' or type = 'table' and sql not like '{TABLE}%' and name <> ?"
    for kind, name in connection.execute(f"select type, name from sqlite_master where {acting}", (INDEX,)):
        raise _foreign("virtual table" if kind == "table" else kind, name, where)


def has_changed_views(connection: sqlite3.Connection) -> bool:
    """Whether a view of ours is not there, or not as this version makes it; that of the search comes with a load."""
    views = dict(connection.execute("select name, sql from sqlite_master where type = 'view'"))
    return any(
        views[name][len(VIEW) :] != sql if name in views else not name.startswith("search_")
        for name, sql in _known_views().items()
    )


def _is_known_table(name: str, sql: str, known: str) -> bool:
    folded = sql.lower()
    if name == INDEX:  # by its own words, all others by their names
        return f"{folded};\n" in known
    if f"\n-- table {name}\n" not in known or not folded.startswith(TABLE):
        return False
    # The pattern is looked for only where it may be: this is done before each question.
    return not ("generated" in folded or " as" in folded) or not COMPUTED.search(folded)


def _foreign(kind: str, name: str, where: str) -> DatabaseProblem:
    return DatabaseProblem(
        tr(
            "{where} has in it what cyberdiplo did not make: the {kind} {name!r}. It was not opened.",
            where=where,
            kind=kind,
            name=name[:100],
        ),
        hint=tr(
            "a newer cyberdiplo may have made it; else, if you trust it, take it out with sqlite3, or ask who sent it."
        ),
    )


def _changed_view(name: str, where: str) -> DatabaseProblem:
    return DatabaseProblem(
        tr("{where}: the view {name!r} is not as this version makes it. It was not opened.", where=where, name=name),
        hint=tr("'cyberdiplo db upgrade' makes it anew and keeps every row."),
    )
