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
# A column that is computed when it is read; between the two words that make it so may be comments. The pattern begins
# with letters, which are found quickly: this is done before each question.
COMPUTED = re.compile(r"as(?<!\was)(?:\s|/\*.*?\*/|--[^\n]*\n)*\(", re.DOTALL)
NOT_SQLITES_OWN = "type <> 'index' and substr(name, 1, 7) <> 'sqlite_'"
INDEX = "search_index"  # a virtual table, with tables of its own beside it


def refuse(connection: sqlite3.Connection, where: str) -> None:
    """Raise DatabaseProblem for a database of today's revision that has in it what is not ours, or lacks what is."""
    ours, views = _list_ours(), _known_views()
    lacking = set(needed())
    for kind, name, sql in connection.execute(f"select type, name, sql from sqlite_master where {NOT_SQLITES_OWN}"):
        lacking.discard(name)
        if kind == "view" and name in views:
            if views[name] != sql[len(VIEW) :]:
                raise _changed_view(name, where)
        elif kind == "view" and name.startswith(WIDE) and ours.get(name.removeprefix(WIDE)) == "table":
            continue  # an export has these; no question of ours reads them
        elif kind != "table" or not (ours.get(name) == "table" and _is_plain(name, sql)):
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
def _list_ours() -> dict[str, str]:
    """Our tables and views by name, each with which of both it is."""
    listed, _, _ = known_objects().partition("\ncreate ")
    return {name: kind for _, kind, name in map(str.split, listed.strip().splitlines())}


def needed() -> tuple[str, ...]:
    """The tables and views that every database of ours has; those of the search come with a load."""
    return tuple(name for name in _list_ours() if not name.startswith("search_"))


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


def _is_plain(name: str, sql: str) -> bool:
    """Whether a table has nothing that acts; the index of words is known by its own words."""
    folded = sql.lower()
    if name == INDEX:
        return f"{folded};\n" in known_objects()
    return folded.startswith(TABLE) and not COMPUTED.search(folded)


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
