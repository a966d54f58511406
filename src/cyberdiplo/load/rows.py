"""The bytes and rows of seed files: whether their form is sound, and their cells in the order of the table."""

from __future__ import annotations

import csv
import hashlib
import re
import unicodedata
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from cyberdiplo.load.problems import Problem
from cyberdiplo.load.sound import ASTRAY, LONGEST_LINE, UNSEEN, UNSEEN_ASCII, describe_csv
from cyberdiplo.store import inputs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from cyberdiplo.load.files import Folder, Line, SeedFile
    from cyberdiplo.schema.model import Table

BLOCK = 1 << 20
MANY = 10  # names that one problem lists

# Cells that look like what a spreadsheet makes of a date or number, or like a word for "nothing". A hit only calls
# for the exact check of form.py, so that it may be too eager, and is quick on a million rows.
SUSPICIOUS = re.compile(
    rb"[,\n]\"?(?=[-?#\dA-Zntd])(?:[Nn]/[Aa]|-+|\?+|NULL|null|None|none|TBD|tbd|#[A-Z/0]+[!?]?"
    rb"|9999-12-31|0001-01-01|[A-Z][a-z\xc3\xa9\xbb]{2,4}-\d\d|\d\d?-[A-Z][a-z\xc3\xa9\xbb]{2,4}"
    rb"|\d+(?:[.,]\d+)?E[+-]?\d+|\d+,\d+\"|\d\d?/\d\d?/\d{2,4})\"?(?=[,\n])"
)
BLANK_CELL = re.compile(r"[,\n]\"?[^\S\n]+\"?(?=[,\n])")  # of blanks alone, those that are no ASCII too
CURLY = "\u2019".encode()
UTF16 = (b"\xff\xfe", b"\xfe\xff")
SAVE = "save it as UTF-8 (Excel: Save As, CSV UTF-8; in French: Enregistrer sous, CSV UTF-8), then 'seeds fmt'."
_FMT = "'cyberdiplo seeds fmt' repairs this."


@dataclass(frozen=True)
class Scan:
    """What one quick pass over a folder's files found."""

    digest: str
    size: int  # bytes
    suspicious: bool
    problems: tuple[Problem, ...]


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
    if b"\r" in block or b"\t" in block or CURLY in block or UNSEEN_ASCII.search(block):
        return True
    if SUSPICIOUS.search(b"\n" + block + b"\n"):
        return True
    if b'"' in block and any(line.count(b'"') % 2 for line in block.split(b"\n")):  # a cell of several lines
        return True
    if block.isascii():
        return False
    try:
        text = block.decode()
        joined = ("\u200c" in text or "\u200d" in text) and ASTRAY.search(
            text
        )  # the pattern takes long, and is seldom needed
        if UNSEEN.search(text) or joined or BLANK_CELL.search(f"\n{text}\n"):
            return True
        return not unicodedata.is_normalized("NFC", text)
    except UnicodeDecodeError:
        return True


def check_header(seed: SeedFile) -> list[Problem]:
    """The header must be columns of the table, in any order; one that may be empty may be missing."""
    with seed.path.open("rb") as file:
        raw = file.readline(LONGEST_LINE)
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
    if "\r" in first.rstrip("\r\n"):
        return [Problem(seed.path, 1, "", "line-ends", "the lines end as on old Macs", _FMT)]
    try:
        header = next(csv.reader([first]), [])
    except csv.Error as error:
        return [Problem(seed.path, 1, "", "csv", *describe_csv(error))]
    columns = list(seed.table.header)
    if twice := [name for name, count in Counter(header).items() if count > 1]:
        what = f"the column {twice[0]!r} is there twice"
        return [Problem(seed.path, 1, twice[0], "header", what, "take the one out that is not meant.")]
    missing = [name for name in columns if name not in header and not seed.table.column(name).may_be_empty]
    unknown = [name for name in header if name not in columns]
    if not missing and not unknown:
        return []
    faults = [f"missing: {', '.join(missing)}"] if missing else []
    faults += [f"unknown: {_list(unknown)}"] if unknown else []
    hint = f"the header is: {','.join(columns)}"
    return [
        Problem(
            seed.path, 1, _list(unknown or missing, ","), "header", f"the header is wrong ({'; '.join(faults)})", hint
        )
    ]


def _list(names: list[str], between: str = ", ") -> str:
    """Names as far as somebody would read them: a file may have any number."""
    shown = [name[:60] for name in names[:MANY]]
    return between.join([*shown, "…"] if len(names) > MANY else shown)


def describe_bytes(raw: bytes) -> str:
    """What bytes are that are not UTF-8, as far as can be told."""
    if raw.startswith(UTF16):
        return "this is UTF-16, not UTF-8"
    try:
        raw.decode("cp1252")
    except UnicodeDecodeError:
        return "this is not UTF-8"
    return "this is not UTF-8 but, it seems, Windows-1252 (cp1252), as Excel saves plain CSV"


def describe_file(path: Path) -> str:
    """The same of a file, by how it begins."""
    with path.open("rb") as file:
        return describe_bytes(file.read(BLOCK))


def find_separator(table: Table, header: str) -> str:
    """What separates the cells of a file: a semicolon where its header is one of the table's only by that."""
    names = [name.strip('" ') for name in header.removeprefix("\ufeff").strip().split(";")]
    return ";" if len(names) > 1 and len(set(names) & set(table.header)) > len(names) / 2 else ","


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
