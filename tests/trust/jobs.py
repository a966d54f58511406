"""What is being done when the fault strikes: the command, what it begins with, and which file it is about."""

from __future__ import annotations

from typing import NamedTuple

DEFAULT = "../home/.local/share/cyberdiplo/cyberdiplo.sqlite"


class Job(NamedTuple):
    """``about`` is the file or folder that must be old or new, whole; ``again`` how the command ends once it is done.

    ``put``: a copy of one thing of the stage that takes another one's name in the folder.
    """

    name: str
    words: tuple[str, ...]
    begins: tuple[str, ...]
    about: str
    database: str = ""
    again: int = 0
    put: tuple[str, str] = ("", "")
    each: bool = False  # whether it is each file of the folder that must be whole, and not the folder

    @property
    def users(self) -> str:
        """The earlier database whose user's rows must be there."""
        return self.database if self.database[:4].isdigit() else ""


def on(database: str, *words: str) -> tuple[str, ...]:
    return (*words, "--database", database)


JOBS = (
    Job("first build", ("forums", "-n", "1"), (), DEFAULT, DEFAULT),
    Job(
        "load a folder",
        on("shipped.sqlite", "load", "my-notes"),
        ("shipped.sqlite", "my-notes"),
        "shipped.sqlite",
        "shipped.sqlite",
    ),
    Job("load where no database is", on("new.sqlite", "load", "my-notes"), ("my-notes",), "new.sqlite", "new.sqlite"),
    Job(
        "load a changed folder",
        on("own.sqlite", "load", "my-notes"),
        ("own.sqlite", "changed"),
        "own.sqlite",
        "own.sqlite",
        0,
        ("changed", "my-notes"),
    ),
    Job(
        "take folders out",
        on("own.sqlite", "load", "--remove", "my-report", "--remove", "my-notes/reference"),
        ("own.sqlite",),
        "own.sqlite",
        "own.sqlite",
        3,
    ),
    Job("upgrade from 0001", on("0001.sqlite", "db", "upgrade"), ("0001.sqlite",), "0001.sqlite", "0001.sqlite"),
    Job("upgrade from 0002", on("0002.sqlite", "db", "upgrade"), ("0002.sqlite",), "0002.sqlite", "0002.sqlite"),
    Job("index", on("own.sqlite", "db", "index"), ("own.sqlite",), "own.sqlite", "own.sqlite"),
    Job("export", on("shipped.sqlite", "export", "new"), ("shipped.sqlite",), "new", "shipped.sqlite", 2),
    Job(
        "export over an export",
        on("own.sqlite", "export", "out", "--force"),
        ("own.sqlite", "out"),
        "out",
        "own.sqlite",
    ),
    Job(
        "answer as CSV",
        on("shipped.sqlite", "votes", "-o", "answer.csv"),
        ("shipped.sqlite", "answer.csv"),
        "answer.csv",
        "shipped.sqlite",
    ),
    Job(
        "answer as workbook",
        on("shipped.sqlite", "votes", "-o", "answer.xlsx"),
        ("shipped.sqlite", "answer.xlsx"),
        "answer.xlsx",
        "shipped.sqlite",
    ),
    Job("backup", on("own.sqlite", "db", "backup", "copy.sqlite"), ("own.sqlite",), "copy.sqlite", "own.sqlite", 5),
    Job(
        "restore",
        on("own.sqlite", "db", "restore", "backup.sqlite"),
        ("own.sqlite", "backup.sqlite"),
        "own.sqlite",
        "own.sqlite",
    ),
    Job(
        "import a table",
        on("shipped.sqlite", "import", "memberships", "members.csv"),
        ("shipped.sqlite", "members.csv"),
        "shipped.sqlite",
        "shipped.sqlite",
    ),
    Job("put seeds in form", ("seeds", "fmt", "untidy"), ("untidy",), "untidy", each=True),
)

# Any of these may be the first command after a fault, and has to recover what there is to recover.
PROBES = (
    ("forums", "-n", "1"),
    ("db", "status"),
    ("sql", "select count(*) from citations"),
    ("show", "wto-tbt"),
    ("search", "cyber"),
    ("cite", "wto-tbt"),
    ("timeline", "-n", "1"),
)
