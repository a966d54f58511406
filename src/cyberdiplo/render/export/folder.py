"""The whole database as a folder of files that is there complete or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from cyberdiplo.errors import BadUsage, CyberdiploError, is_out_of_memory
from cyberdiplo.messages import say_system, tr
from cyberdiplo.records import dump, popolo
from cyberdiplo.render.export import package
from cyberdiplo.render.style import Style, make_plain
from cyberdiplo.render.writers.registry import WRITERS
from cyberdiplo.store import atomic
from cyberdiplo.store.leftovers import sweep

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection

Kind = Literal["csv", "jsonl", "parquet", "sqlite", "popolo"]
Tell = Callable[[str, int, int], None]  # what is being written, how many files are done, how many there are
LIST = "datapackage.json"  # lists what an export has; by it one of ours is known
POPOLO = "popolo.json"  # and one in this form, which is a single file, by how that begins


def export(connection: Connection, folder: Path, kind: Kind, lang: str, *, force: bool, tell: Tell) -> int:
    """Write the database to a folder; returns how many files. Raises BadUsage where the folder holds other things."""
    if kind == "sqlite" and connection.kind != "sqlite":
        raise BadUsage(
            tr("Only a SQLite database is copied as one."),
            hint=tr("export as csv, then: cyberdiplo load --empty --database NEW.sqlite DIR/tables"),
        )
    with _built(folder, force=force) as destination:
        if kind == "popolo":
            _popolo(connection, destination / POPOLO, lang, tell)
        elif kind == "sqlite":
            _sqlite(connection, destination, tell)
        else:
            _files(connection, destination, kind, tell)
        return sum(path.is_file() for path in destination.rglob("*"))


def _files(connection: Connection, destination: Path, kind: Literal["csv", "jsonl", "parquet"], tell: Tell) -> None:
    resources = []
    dumps = [("tables", each) for each in dump.table_dumps()] + [("wide", each) for each in dump.wide_dumps()]
    for done, (part, each) in enumerate(dumps):
        path = f"{part}/{each.name}.{kind}"
        tell(path, done, len(dumps))
        (destination / part).mkdir(exist_ok=True)
        result = dump.read_rows(connection, each)
        if kind == "parquet":
            from cyberdiplo.render.writers.parquet import write_parquet

            with (destination / path).open("wb") as binary:
                write_parquet(result, binary, Style(), declared={field.name: field.type for field in each.fields})
        else:
            with (destination / path).open("w", encoding="utf-8", newline="") as text:
                WRITERS[kind](result, text, Style())
        resources.append(package.resource(each, path, kind))
    _json(destination / LIST, package.describe(connection, resources))


def _sqlite(connection: Any, destination: Path, tell: Tell) -> None:
    """A sound copy of the database, with the wide views in it."""
    import sqlite3

    path = "cyberdiplo.sqlite"
    tell(path, 0, 1)
    copy = sqlite3.connect(destination / path)
    try:
        connection.backup(copy)
        for each in dump.wide_dumps():
            copy.execute(f"create view wide_{each.name} as\n{each.sql}")
        copy.commit()
        database_file = connection.execute("select file from pragma_database_list where name = 'main'").fetchone()[0]
        if database_file:  # as private as the database itself
            atomic.copy_mode(destination / path, Path(database_file))
    finally:
        copy.close()
    dumps = [*dump.table_dumps(), *dump.wide_dumps()]
    resources = [package.resource(each, path, "sqlite") for each in dumps]
    _json(destination / LIST, package.describe(connection, resources))


def _popolo(connection: Connection, path: Path, lang: str, tell: Tell) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        for done, name in enumerate(popolo.CLASSES):
            tell(name, done, len(popolo.CLASSES))
            file.write(f'{"," if done else "{"}\n"{name}": [')
            for number, record in enumerate(popolo.read_records(connection, name, lang)):
                file.write(f"{',' if number else ''}\n{json.dumps(record, ensure_ascii=False, default=make_plain)}")
            file.write("\n]")
        file.write("\n}\n")


def _json(path: Path, value: Any) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


@contextmanager
def _built(folder: Path, *, force: bool) -> Iterator[Path]:
    """A folder next to the destination, which is moved there when it is complete."""
    destination = folder.resolve()
    try:
        sweep(destination.parent)
        _check(folder, destination, force)
        with atomic.folder_beside(destination) as beside:
            yield beside
            _check(folder, destination, force)  # it may have become another one meanwhile
            atomic.put_folder(beside, destination, replace=force)
    except FileExistsError as error:
        raise BadUsage(
            tr("{path} holds an export already.", path=folder), hint=tr("--force takes its place.")
        ) from error
    except OSError as error:
        if is_out_of_memory(error):
            raise
        raise CyberdiploError(
            tr("{path} cannot be written: {reason}.", path=folder, reason=say_system(error)),
            hint=tr("nothing was written."),
        ) from error


def _check(named: Path, folder: Path, force: bool) -> None:
    if folder.exists() and not folder.is_dir():
        raise BadUsage(tr("{path} is a file.", path=named), hint=tr("name a folder that is not there yet."))
    if folder == Path.cwd().resolve():
        raise BadUsage(
            tr("The export cannot take the place of the folder you are in."),
            hint=tr("name a folder in it: {path}.", path=named / "export"),
        )
    if not folder.parent.is_dir():
        raise BadUsage(
            tr("There is no folder {path}.", path=folder.parent), hint=tr("create it first, or name another one.")
        )
    if not folder.exists() or not any(folder.iterdir()):
        return
    ours = _listed(folder)
    other = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_symlink() or not path.is_dir() or not any(path.iterdir())
    )
    other = [name for name in other if name not in ours]
    if other or not ours:
        some = f", such as {other[0]}" if ours else ""
        raise BadUsage(
            tr("{path} holds other things than an export of ours{some}.", path=named, some=some),
            hint=tr("name a folder that is new or empty."),
        )
    if not force:
        raise BadUsage(tr("{path} holds an export already.", path=named), hint=tr("--force takes its place."))


def _listed(folder: Path) -> set[str]:
    """The files that an earlier export of ours says it has; nothing where the folder is none."""
    with suppress(OSError), (folder / POPOLO).open(encoding="utf-8", newline="") as file:
        begins = f'{{\n"{next(iter(popolo.CLASSES))}": [\n'
        if file.read(len(begins)) == begins and file.read(2) in ('{"', "],"):  # a record a line, or none
            return {POPOLO}
    try:
        described = json.loads((folder / LIST).read_text(encoding="utf-8"))
        names = {str(resource["path"]) for resource in described["resources"]}
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    if described.get("name") != "cyberdiplo" or described.get("title") != package.TITLE:
        return set()
    return {LIST, *names}
