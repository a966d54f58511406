"""Several processes at once: whoever says that it ended well has done its work, and nobody else undoes it."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.trust.jobs import DEFAULT, on
from tests.trust.stage import Done, Stage, World, finished, lost, sound

if TYPE_CHECKING:
    from tests.trust.tries import Row

Holds = Callable[[Path], str]


def has(sql: str, what: str) -> Holds:
    """A condition that a database must meet once a command has ended well; what is wrong where it does not."""

    def holds(database: Path) -> str:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            return "" if connection.execute(sql).fetchone()[0] else what

    return holds


SHIPPED = has("select count(*) > 50 from forums", "the shipped forums are not there")
NOTES = has("select count(*) >= 2020 from statements", "the statements of my-notes are not there")
DESK = has("select count(*) from statements where id = 'desk-1'", "the statements of desk are not there")
NO_NOTES = has("select count(*) = 0 from statements where id = 'note-100'", "my-notes is still there")
NEWEST = has("select version_num > '0002' from alembic_version", "it is not up to date")
ANY = has("select 1", "")


class Several(NamedTuple):
    """Commands that start at the same moment, each with what must hold if it ends well, and how else it may end."""

    name: str
    begins: tuple[str, ...]
    database: str
    commands: tuple[tuple[tuple[str, ...], Holds], ...]
    other_codes: tuple[int, ...] = ()
    users: str = ""
    files: tuple[str, ...] = ()


NOTES_IN = (on("new.sqlite", "load", "my-notes"), NOTES)
DESK_IN = (on("new.sqlite", "load", "desk"), DESK)
LOAD = (on("shipped.sqlite", "load", "my-notes"), NOTES)
READ = (on("shipped.sqlite", "forums", "-n", "1"), SHIPPED)
UPGRADE = (on("0001.sqlite", "db", "upgrade"), NEWEST)

TOGETHER = (
    Several("two first builds", (), DEFAULT, ((("forums", "-n", "1"), SHIPPED),) * 2),
    Several("eight first builds", (), DEFAULT, ((("forums", "-n", "1"), SHIPPED),) * 8),
    Several(
        "a first build and a load",
        ("my-notes",),
        DEFAULT,
        ((("forums", "-n", "1"), SHIPPED), (("load", "my-notes"), NOTES)),
    ),
    Several("two loads where no database is", ("my-notes", "desk"), "new.sqlite", (NOTES_IN, DESK_IN)),
    Several("two loads of one folder where no database is", ("my-notes",), "new.sqlite", (NOTES_IN, NOTES_IN)),
    Several("eight loads where no database is", ("my-notes", "desk"), "new.sqlite", (NOTES_IN, DESK_IN) * 4),
    Several(
        "two loads into one database",
        ("shipped.sqlite", "my-notes", "desk"),
        "shipped.sqlite",
        (LOAD, (on("shipped.sqlite", "load", "desk"), DESK)),
    ),
    Several("a load and eight readers", ("shipped.sqlite", "my-notes"), "shipped.sqlite", (LOAD, *(READ,) * 8)),
    Several(
        "a load, and folders taken out",
        ("own.sqlite", "desk"),
        "own.sqlite",
        (
            (on("own.sqlite", "load", "desk"), DESK),
            (on("own.sqlite", "load", "--remove", "my-report", "--remove", "my-notes/reference"), NO_NOTES),
        ),
    ),
    Several("two upgrades", ("0001.sqlite",), "0001.sqlite", (UPGRADE, UPGRADE), (), "0001.sqlite"),
    Several("eight upgrades", ("0001.sqlite",), "0001.sqlite", (UPGRADE,) * 8, (), "0001.sqlite"),
    Several(
        "an upgrade and a load",
        ("0002.sqlite", "my-notes"),
        "0002.sqlite",
        ((on("0002.sqlite", "db", "upgrade"), NEWEST), (on("0002.sqlite", "load", "my-notes"), NOTES)),
        (5,),
        "0002.sqlite",
    ),
    Several(
        "a backup and a load",
        ("shipped.sqlite", "my-notes"),
        "shipped.sqlite",
        (LOAD, (on("shipped.sqlite", "db", "backup", "copy.sqlite"), ANY)),
        (),
        "",
        ("copy.sqlite",),
    ),
    Several(
        "two backups to one file",
        ("own.sqlite",),
        "own.sqlite",
        ((on("own.sqlite", "db", "backup", "copy.sqlite"), NOTES),) * 2,
        (5,),
        "",
        ("copy.sqlite",),
    ),
    Several(
        "a restore and a load",
        ("shipped.sqlite", "backup.sqlite", "my-notes"),
        "shipped.sqlite",
        (
            (on("shipped.sqlite", "db", "restore", "backup.sqlite"), SHIPPED),
            (on("shipped.sqlite", "load", "my-notes"), ANY),
        ),
        (5,),
        "",
        ("backup.sqlite",),
    ),
    Several("two indexes", ("own.sqlite",), "own.sqlite", ((on("own.sqlite", "db", "index"), NOTES),) * 2),
    Several(
        "two exports to one folder",
        ("shipped.sqlite", "out"),
        "shipped.sqlite",
        ((on("shipped.sqlite", "export", "out", "--force"), SHIPPED),) * 2,
        (1, 2),
        "",
        ("out",),
    ),
    Several(
        "two answers to one file",
        ("shipped.sqlite", "answer.csv"),
        "shipped.sqlite",
        ((on("shipped.sqlite", "votes", "-o", "answer.csv"), SHIPPED),) * 2,
        (),
        "",
        ("answer.csv",),
    ),
    Several(
        "seeds put in form twice",
        ("untidy", "shipped.sqlite"),
        "shipped.sqlite",
        ((("seeds", "fmt", "untidy"), ANY),) * 2,
        (4,),
        "",
        ("untidy",),
    ),
)


def attempt(stage: Stage, several: Several, row: Row) -> None:
    """Start all at once, and look at everything when all have ended."""
    row.tries += 1
    with tempfile.TemporaryDirectory(dir=stage.root, prefix="try-") as folder:
        own_world = World(Path(folder))
        for name in several.begins:
            stage.put(name, own_world.work)
        running = [(words, holds, own_world.start(words)) for words, holds in several.commands]
        ended = [(holds, finished(process, words)) for words, holds, process in running]
        well = sum(done.code == 0 for _, done in ended)
        row.count("all ended well" if well == len(ended) else "some gave way, and said so")
        row.failures += [f"{several.name}: {failure}" for failure in _judge(several, own_world, ended)]


def _judge(several: Several, own_world: World, ended: list[tuple[Holds, Done]]) -> Iterator[str]:
    database = own_world.work / several.database
    for holds, done in ended:
        yield from done.faults(0, *several.other_codes)
        if done.code == 0 and (wrong := holds(database)):
            yield f"{' '.join(done.words)} ended well, and {wrong}"
    if not any(done.code == 0 for _, done in ended):
        yield "none of them ended well"
    yield from sound(database)
    if several.users:
        yield from lost(str(database), several.users)
    there = {path.name for path in own_world.work.iterdir() if ".before-restore-" not in path.name}
    allowed = {*several.begins, *several.files} | ({database.name} if database.parent == own_world.work else set())
    if left := there - allowed:
        yield f"left behind: {sorted(left)}"
    if kept := [path.name for path in own_world.home.rglob("*") if path.is_file() and path != database.resolve()]:
        yield f"left behind in the home folder: {kept}"
