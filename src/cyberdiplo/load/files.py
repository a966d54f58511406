"""Seed folders and their files: what there is to load.

A collection (the shipped ``seeds``, or a user's own) has ``reference/`` and ``sources/<id>/``; a single folder of
CSV files is a collection of one. A folder is the unit that a load replaces.
"""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo import settings
from cyberdiplo.errors import BadSeed, BadUsage
from cyberdiplo.load.sound import LARGEST_TEXT, require_sound, require_within
from cyberdiplo.messages import say_system, tr
from cyberdiplo.schema.model import Column, Table, seed_tables, tables
from cyberdiplo.store.loaded import SHIPPED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

IMPORTED = "cyberdiplo/imports"  # of what importers bring; a folder for each file
WORDS = "vocabularies"  # the folder of a collection that has the open vocabularies
DRAFT = "draft.csv"  # what a reader of documents proposed in a folder, and what was decided on it
FIRST = {WORDS: 0, "reference": 1}  # what the rest refers to

Line = tuple[int, list[str]]  # the line of a row in its file, its cells


@dataclass(frozen=True)
class SeedFile:
    """One CSV file of one table; ``rows`` are those of the table where the file is in an older form."""

    path: Path
    table: Table
    rows: Callable[[], Iterable[Line]] | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return str(self.path)


@dataclass(frozen=True)
class Folder:
    """A folder of seed files; (``collection``, ``name``) tells its rows from those of other folders.

    ``origin`` tells collections of one name apart: where they lie, as ``Collection`` has it. ``written`` is how many
    rows the files of a table had, where they were in an older form and are read as more or fewer.
    """

    collection: str
    name: str
    path: Path
    files: tuple[SeedFile, ...]
    origin: str = ""
    written: tuple[tuple[str, int], ...] = ()

    @property
    def key(self) -> FolderKey:
        """What tells its rows from those of other folders."""
        return FolderKey(self.collection, self.name)

    @property
    def source_id(self) -> str | None:
        """The source document that the folder is about, None for reference folders."""
        return self.path.name if (self.path / "sources.csv").is_file() else None


class FolderKey(NamedTuple):
    """What tells a folder's rows from those of other folders."""

    collection: str
    folder: str  # its path in the collection; "." where it is one by itself


class Collection(NamedTuple):
    """The name of a collection, and a digest of where it lies; empty for the one that ships with the program."""

    name: str
    origin: str


def find(paths: Iterable[Path]) -> list[Folder]:
    """The folders that the paths stand for, in loading order: reference first. Raises BadUsage or BadSeed."""
    folders: dict[Path, Folder] = {}
    for path in paths:
        if not path.is_dir():
            raise BadUsage(
                tr("{path} is not a folder.", path=path),
                hint=tr("give a folder of seed files, such as my-seeds or my-seeds/sources/my-source."),
            )
        in_path = list(_find_folders(path))
        if not in_path:
            raise BadUsage(
                tr("There are no seed files in {path}.", path=path),
                hint=tr("a seed file is named as its table: statements.csv, …; see 'cyberdiplo seeds new-source'."),
            )
        folders.update((folder.path.resolve(), folder) for folder in in_path)
    named: dict[FolderKey, Path] = {}
    for folder in folders.values():
        if (other := named.setdefault(folder.key, folder.path)) != folder.path:
            raise BadUsage(
                tr(
                    "{other} and {path} are both called {name}.",
                    other=other,
                    path=folder.path,
                    name="/".join(folder.key).removesuffix("/."),
                ),
                hint=tr("give one of them another name, in a file DATASET."),
            )
    return sorted(folders.values(), key=lambda folder: (FIRST.get(folder.name, 2), folder.collection, folder.name))


def find_words() -> Folder:
    """The vocabularies that ship with the program, which every database has."""
    path = settings.resource("seeds") / WORDS
    return Folder(SHIPPED, WORDS, path, _find_files(path))


def is_collection(path: Path) -> bool:
    """Whether the path is a whole collection and not one folder of it."""
    return any((path / name).is_dir() for name in ("reference", "sources", WORDS))


def find_collections(paths: Iterable[Path]) -> list[Collection]:
    """Those of the paths that are whole collections, and not one folder of one. Raises BadSeed."""
    return [find_collection(path) for path in paths if is_collection(path)]


def find_collection(path: Path) -> Collection:
    """The collection at a path: called as its ``DATASET`` file says, else as the folder itself. Raises BadSeed.

    The name of the shipped one holds a slash, which no folder's name can; only a DATASET file can say it.
    """
    named, folder = path / "DATASET", path.resolve()
    name = folder.name
    if named.exists():
        require_sound(named, folder, most=LARGEST_TEXT)
        try:
            name = named.read_text(encoding="utf-8").strip()
        except UnicodeDecodeError as error:
            raise BadSeed(
                tr("{path} is not UTF-8 text.", path=named), hint=tr("write the collection's name into it.")
            ) from error
        if name != SHIPPED and not re.fullmatch(r"[^/\\\x00-\x1f\x7f]{1,100}", name):
            raise BadSeed(
                tr("{path}: {name!r} cannot be the name of a collection.", path=named, name=name[:100]),
                hint=tr("one line without / or \\."),
            )
    _refuse_undecodable(folder)
    if not name:
        raise BadSeed(tr("{path} has no name of its own.", path=path), hint=tr("write one into a file DATASET in it."))
    if folder == settings.resource("seeds").resolve():
        return Collection(SHIPPED, "")
    return Collection(name, hashlib.sha256(os.path.normcase(folder).encode("utf-8", "surrogateescape")).hexdigest())


def _refuse_undecodable(path: Path) -> None:
    """Raise BadSeed for a name that is not UTF-8: it could be written in no database."""
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        raise BadSeed(
            tr("{path}: the name is not UTF-8 text.", path=ascii(str(path))), hint=tr("rename the folder.")
        ) from error


def _find_folders(path: Path) -> Iterator[Folder]:
    if is_collection(path):
        collection, origin = find_collection(path)
        below = [path / WORDS, path / "reference", *sorted((path / "sources").glob("*/"))]
        _refuse_astray(path, below)
        for folder in below:
            require_within(folder, path)
            if folder.is_dir() and (files := _find_files(folder)):
                yield Folder(collection, folder.relative_to(path).as_posix(), folder, files, origin)
    elif files := _find_files(path):
        folder = path.resolve()
        if folder.parent.name == "sources":
            collection, origin = find_collection(folder.parent.parent)
            yield Folder(collection, f"sources/{folder.name}", path, files, origin)
        elif folder.name in ("reference", WORDS):
            collection, origin = find_collection(folder.parent)
            yield Folder(collection, folder.name, path, files, origin)
        else:
            collection, origin = find_collection(path)
            yield Folder(collection, ".", path, files, origin)


def _refuse_astray(collection: Path, below: list[Path]) -> None:
    """Raise BadSeed for a seed file of a collection that stands where none is looked for: it would be lost silently."""
    known = seed_tables()
    for path in sorted({*collection.glob("*.csv"), *collection.glob("*/*.csv"), *collection.glob("sources/*/*/*.csv")}):
        if path.stem in known and path.parent not in below:
            raise BadSeed(
                tr("{path} is no place for a seed file of a collection.", path=path),
                hint=tr("move it into {folder}/reference or {folder}/sources/ID.", folder=collection),
            )


def _refuse_unreadable(folder: Path) -> None:
    """Raise BadSeed for a folder that this user may not look into: it would seem to be empty."""
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                entry.stat(follow_symlinks=False)  # which names alone, without the right to enter, do not allow
                break
    except OSError as error:
        raise BadSeed(
            tr("{path} cannot be read: {reason}.", path=folder, reason=say_system(error)), hint=tr("check its rights.")
        ) from error


def _find_files(folder: Path) -> tuple[SeedFile, ...]:
    known = seed_tables()
    files = []
    root = folder.parent.parent if folder.parent.name == "sources" else folder
    _refuse_unreadable(folder)
    _refuse_undecodable(folder)
    if (folder / "expect.toml").exists():
        require_sound(folder / "expect.toml", root, most=LARGEST_TEXT)
    for path in folder.glob("*.csv"):
        if path.stem in known:
            require_sound(path, root)
        if path.stem in known:
            files.append(SeedFile(path, OLD_VOTES if _has_old_votes(path) else known[path.stem]))
        elif path.name != DRAFT and path.stem not in tables():  # the derived tables of an export are made anew
            raise BadSeed(
                tr("{path}: there is no table {name!r}.", path=path, name=path.stem),
                hint=tr("tables: {listed}.", listed=", ".join(known)),
            )
    order = list(known)
    return tuple(sorted(files, key=lambda file: order.index(file.table.name)))


# The votes of before there were roll calls; ``old_votes`` reads them.
OLD_VOTES = Table(
    "votes",
    "How a State voted on a measure.",
    "Comment un État a voté sur une mesure.",
    kind=None,
    derived=False,
    words_of=None,
    key=("id",),
    unique=(),
    columns=tuple(
        Column(name, "TEXT", required=True, default=None, references=None, codes=codes, bookkeeping=False, doc=name)
        for name, codes in (("id", None), ("measure_id", None), ("country_id", None), ("vote", "votes.vote"))
    ),
)


def _has_old_votes(path: Path) -> bool:
    if path.stem != OLD_VOTES.name:
        return False
    with path.open("rb") as file:
        return b"measure_id" in file.readline(LARGEST_TEXT)
