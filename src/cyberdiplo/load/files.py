"""Seed folders and their files: what there is to load, and whether its form is sound.

A collection (the shipped ``seeds``, or a user's own) has ``reference/`` and ``sources/<id>/``; a single folder of
CSV files is a collection of one. A folder is the unit that a load replaces.
"""

from __future__ import annotations

import csv
import hashlib
import os
import re
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple, Protocol

from cyberdiplo import settings
from cyberdiplo.errors import BadSeed, BadUsage
from cyberdiplo.load.problems import Problem
from cyberdiplo.messages import tr
from cyberdiplo.schema.model import Column, Table, seed_tables, tables
from cyberdiplo.store import inputs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

BLOCK = 1 << 20
SHIPPED = "cyberdiplo/seeds"  # the name of the shipped collection
WORDS = "vocabularies"  # the folder of a collection that has the open vocabularies
FIRST = {WORDS: 0, "reference": 1}  # what the rest refers to

# Cells that look like what a spreadsheet makes of a date or number, or like a word for "nothing". A hit only calls
# for the exact check of form.py, so that it may be too eager, and is quick on a million rows.
SUSPICIOUS = re.compile(
    rb"[,\n]\"?(?=[-?#\dA-Zntd])(?:[Nn]/[Aa]|-+|\?+|NULL|null|None|none|TBD|tbd|#[A-Z/0]+[!?]?"
    rb"|9999-12-31|0001-01-01|[A-Z][a-z\xc3\xa9\xbb]{2,4}-\d\d|\d\d?-[A-Z][a-z\xc3\xa9\xbb]{2,4}"
    rb"|\d+(?:[.,]\d+)?E[+-]?\d+|\d+,\d+\"|\d\d?/\d\d?/\d{2,4})\"?(?=[,\n])"
)
CURLY = "\u2019".encode()


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


@dataclass(frozen=True)
class Scan:
    """What one quick pass over a folder's files found."""

    digest: str
    size: int  # bytes
    suspicious: bool
    problems: tuple[Problem, ...]


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
                tr("{path} has no seed files.", path=path),
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
    if named.is_file():
        try:
            name = named.read_text(encoding="utf-8").strip()
        except UnicodeDecodeError as error:
            raise BadSeed(
                tr("{path} is not UTF-8 text.", path=named), hint=tr("write the collection's name into it.")
            ) from error
        if name != SHIPPED and not re.fullmatch(r"[^/\\\x00-\x1f\x7f]{1,100}", name):
            raise BadSeed(
                tr("{path}: {name!r} is no name of a collection.", path=named, name=name[:100]),
                hint=tr("one line without / or \\."),
            )
    if not name:
        raise BadSeed(tr("{path} has no name of its own.", path=path), hint=tr("write one into a file DATASET in it."))
    if folder == settings.resource("seeds").resolve():
        return Collection(SHIPPED, "")
    return Collection(name, hashlib.sha256(os.path.normcase(folder).encode("utf-8", "surrogateescape")).hexdigest())


def _find_folders(path: Path) -> Iterator[Folder]:
    if is_collection(path):
        collection, origin = find_collection(path)
        below = [path / WORDS, path / "reference", *sorted((path / "sources").glob("*/"))]
        for folder in below:
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


def _find_files(folder: Path) -> tuple[SeedFile, ...]:
    known = seed_tables()
    files = []
    for path in folder.glob("*.csv"):
        if path.stem in known:
            files.append(SeedFile(path, OLD_VOTES if _has_old_votes(path) else known[path.stem]))
        elif path.stem not in tables():  # the derived tables of an export are made anew
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
        return b"measure_id" in file.readline()


def scan(folder: Folder) -> Scan:
    """One pass over the bytes: their digest, and whether they are UTF-8, NFC and free of what must not be there."""
    digest, size, suspicious, problems = hashlib.sha256(), 0, False, []
    extra = [folder.path / "expect.toml"] if (folder.path / "expect.toml").is_file() else []
    for path in [file.path for file in folder.files] + extra:
        digest.update(path.name.encode() + b"\0")
        with path.open("rb") as file:
            carry = b""
            while block := file.read(BLOCK):
                digest.update(block)
                size += len(block)
                complete = carry + block
                cut = complete.rfind(b"\n") + 1 or len(complete)
                complete, carry = complete[:cut], complete[cut:]
                suspicious = suspicious or _is_odd(complete)
            suspicious = suspicious or _is_odd(carry)
        digest.update(b"\0")
    for seed in folder.files:
        problems += check_header(seed)
    return Scan(digest.hexdigest(), size, suspicious, tuple(problems))


def _is_odd(block: bytes) -> bool:
    if b"\r" in block or CURLY in block or SUSPICIOUS.search(b"\n" + block + b"\n"):
        return True
    if block.isascii():
        return False
    try:
        return not unicodedata.is_normalized("NFC", block.decode())
    except UnicodeDecodeError:
        return True


def check_header(seed: SeedFile) -> list[Problem]:
    """The header must be columns of the table, in any order; one that may be empty may be missing."""
    with seed.path.open("rb") as file:
        raw = file.readline()
    if raw.startswith(UTF16):
        return [Problem(seed.path, 1, "", "utf-8", describe_bytes(raw), SAVE)]
    first = raw.decode("utf-8", "replace")
    marked = first.startswith("\ufeff")
    if find_separator(seed.table, first) == ";":
        also = ", and the file begins with a byte-order mark" if marked else ""
        what = f"the cells are separated by semicolons, as Excel saves CSV in French{also}; here it is commas"
        return [Problem(seed.path, 1, "", "separator", what, _FMT)]
    if marked:
        return [Problem(seed.path, 1, "", "byte-order-mark", "the file begins with a byte-order mark", _FMT)]
    header = next(csv.reader([first]), [])
    columns = list(seed.table.header)
    if twice := [name for name in header if header.count(name) > 1]:
        what = f"the column {twice[0]!r} is there twice"
        return [Problem(seed.path, 1, twice[0], "header", what, "take the one out that is not meant.")]
    missing = [name for name in columns if name not in header and not seed.table.column(name).may_be_empty]
    unknown = [name for name in header if name not in columns]
    if not missing and not unknown:
        return []
    faults = [f"missing: {', '.join(missing)}"] if missing else []
    faults += [f"unknown: {', '.join(unknown)}"] if unknown else []
    hint = f"the header is: {','.join(columns)}"
    return [
        Problem(
            seed.path, 1, ",".join(unknown or missing), "header", f"the header is wrong ({'; '.join(faults)})", hint
        )
    ]


def describe_bytes(raw: bytes) -> str:
    """What bytes are that are not UTF-8, as far as can be told."""
    if raw.startswith(UTF16):
        return "this is UTF-16, not UTF-8"
    try:
        raw.decode("cp1252")
    except UnicodeDecodeError:
        return "this is not UTF-8"
    return "this is not UTF-8 but, it seems, Windows-1252 (cp1252), as Excel saves plain CSV"


def find_separator(table: Table, header: str) -> str:
    """What separates the cells of a file: a semicolon where its header is one of the table's only by that."""
    names = [name.strip('" ') for name in header.removeprefix("\ufeff").strip().split(";")]
    return ";" if len(names) > 1 and len(set(names) & set(table.header)) > len(names) / 2 else ","


UTF16 = (b"\xff\xfe", b"\xfe\xff")
SAVE = "save it as UTF-8 (Excel: Save As, CSV UTF-8; in French: Enregistrer sous, CSV UTF-8), then 'seeds fmt'."
_FMT = "'cyberdiplo seeds fmt' repairs this."


class CsvRows(Protocol):
    """What ``csv.reader`` returns: rows of cells, and the number of the line read last."""

    @property
    def line_num(self) -> int:
        """The line read last, from 1."""

    def __iter__(self) -> Iterator[list[str]]:
        """The rows."""


class Numbered:
    """Rows whose lines are known; ``line_num`` is the line before that of the next one, as ``csv.reader`` has it."""

    def __init__(self, rows: Iterable[Line]) -> None:
        self._rows = iter(rows)
        self._next = next(self._rows, None)
        self.line_num = self._next[0] - 1 if self._next else 1

    def __iter__(self) -> Iterator[list[str]]:
        """The rows."""
        while self._next:
            line, cells = self._next
            self._next = next(self._rows, None)
            self.line_num = (self._next[0] if self._next else line + 1) - 1
            yield cells


class Misfit(list[str]):
    """A row that has ``length`` cells where its header has ``expected``; made too long for any table to take it."""

    def __init__(self, cells: list[str], expected: int, width: int) -> None:
        super().__init__([*cells, *[""] * (width + 1)])
        self.length, self.expected = len(cells), expected


class Arranged:
    """The rows of a file whose header has not all columns, or another order, as if it were the table's."""

    def __init__(self, rows: CsvRows, header: list[str], table: Table) -> None:
        self.rows, self.expected, self.width = rows, len(header), len(table.header)
        self.places = [header.index(name) if name in header else None for name in table.header]

    @property
    def line_num(self) -> int:
        """See CsvRows."""
        return self.rows.line_num

    def __iter__(self) -> Iterator[list[str]]:
        """See CsvRows."""
        for cells in self.rows:
            if len(cells) == self.expected:
                yield ["" if index is None else cells[index] for index in self.places]
            else:
                yield Misfit(cells, self.expected, self.width)


def arrange(rows: CsvRows, table: Table) -> CsvRows:
    """The rows past their header, each with the table's columns in their order."""
    header = next(iter(rows), [])
    return rows if tuple(header) == table.header else Arranged(rows, header, table)


@contextmanager
def open_rows(seed: SeedFile) -> Iterator[CsvRows]:
    """A CSV reader over the rows of a file, past its header, each with the table's columns in their order."""
    inputs.note(seed.path)
    if seed.rows is not None:
        yield Numbered(seed.rows())
        return
    with seed.path.open(encoding="utf-8", newline="") as file:
        yield arrange(csv.reader(file, strict=True), seed.table)
