"""The whole database as a folder of files that is there complete or not at all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from cyberdiplo.ask import dump, popolo
from cyberdiplo.ask.connection import Connection
from cyberdiplo.errors import BadUsage, CyberdiploError
from cyberdiplo.show import package
from cyberdiplo.show.formats import WRITERS
from cyberdiplo.show.style import Style, plain

Kind = Literal["csv", "jsonl", "parquet", "sqlite", "popolo"]
Tell = Callable[[str, int, int], None]  # what is being written, how many files are done, how many there are
SIGNS = ("datapackage.json", "popolo.json")  # a folder that has one of these is an earlier export


def export(connection: Connection, folder: Path, kind: Kind, lang: str, *, force: bool, tell: Tell) -> int:
    """Write the database to a folder; returns how many files. Raises BadUsage where the folder holds other things."""
    if kind == "sqlite" and not hasattr(connection, "backup"):
        raise BadUsage(
            "Only a SQLite database is copied as one.",
            hint="export as csv, then: cyberdiplo load --empty --database NEW.sqlite DIR/tables",
        )
    with _built(folder, force=force) as place:
        if kind == "popolo":
            _popolo(connection, place / "popolo.json", lang, tell)
        elif kind == "sqlite":
            _sqlite(connection, place, tell)
        else:
            _files(connection, place, kind, tell)
        return sum(path.is_file() for path in place.rglob("*"))


def _files(connection: Connection, place: Path, kind: Literal["csv", "jsonl", "parquet"], tell: Tell) -> None:
    resources = []
    dumps = [("tables", each) for each in dump.table_dumps()] + [("wide", each) for each in dump.wide_dumps()]
    for done, (part, each) in enumerate(dumps):
        path = f"{part}/{each.name}.{kind}"
        tell(path, done, len(dumps))
        (place / part).mkdir(exist_ok=True)
        result = dump.rows(connection, each)
        if kind == "parquet":
            from cyberdiplo.show.parquet import write_parquet

            with (place / path).open("wb") as binary:
                write_parquet(result, binary, Style(), declared={field.name: field.type for field in each.fields})
        else:
            with (place / path).open("w", encoding="utf-8", newline="") as text:
                WRITERS[kind](result, text, Style())
        resources.append(package.resource(each, path, kind))
    _json(place / "datapackage.json", package.describe(connection, resources))


def _sqlite(connection: Any, place: Path, tell: Tell) -> None:
    """A sound copy of the database, with the wide views in it."""
    import sqlite3

    path = "cyberdiplo.sqlite"
    tell(path, 0, 1)
    copy = sqlite3.connect(place / path)
    try:
        connection.backup(copy)
        for each in dump.wide_dumps():
            copy.execute(f"create view wide_{each.name} as\n{each.sql}")
        copy.commit()
    finally:
        copy.close()
    dumps = [*dump.table_dumps(), *dump.wide_dumps()]
    resources = [package.resource(each, path, "sqlite") for each in dumps]
    _json(place / "datapackage.json", package.describe(connection, resources))


def _popolo(connection: Connection, path: Path, lang: str, tell: Tell) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("{")
        for done, name in enumerate(popolo.CLASSES):
            tell(name, done, len(popolo.CLASSES))
            file.write(f'{"," if done else ""}\n"{name}": [')
            for number, record in enumerate(popolo.records(connection, name, lang)):
                file.write(f"{',' if number else ''}\n{json.dumps(record, ensure_ascii=False, default=plain)}")
            file.write("\n]")
        file.write("\n}\n")


def _json(path: Path, value: Any) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


@contextmanager
def _built(folder: Path, *, force: bool) -> Iterator[Path]:
    """A folder beside the wanted one, which takes its place when it is complete."""
    folder = folder.absolute()
    _check(folder, force)
    beside = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    before = folder.with_name(f".{folder.name}.{os.getpid()}.before")
    try:
        beside.mkdir()
        yield beside
        if folder.exists():
            folder.rename(before)
        beside.rename(folder)
    except OSError as error:
        if before.exists() and not folder.exists():
            before.rename(folder)
        raise CyberdiploError(f"{folder} cannot be written: {error.strerror}.", hint="nothing was written.") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
        shutil.rmtree(before, ignore_errors=True)


def _check(folder: Path, force: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise BadUsage(f"{folder} is a file.", hint="name a folder that is not there yet.")
    if folder.resolve() == Path.cwd().resolve():
        raise BadUsage(
            "The export cannot take the place of the folder you are in.",
            hint=f"name a folder in it: {folder / 'export'}.",
        )
    if not folder.parent.is_dir():
        raise BadUsage(f"There is no folder {folder.parent}.", hint="make it first, or name another one.")
    if not folder.exists() or not any(folder.iterdir()):
        return
    if not any((folder / sign).is_file() for sign in SIGNS):
        raise BadUsage(f"{folder} holds other things than an export.", hint="name a folder that is new or empty.")
    if not force:
        raise BadUsage(f"{folder} holds an export already.", hint="--force takes its place.")
