"""The first sheet of a workbook (.xlsx), row by row: texts, numbers and days as text.

Our own reader of the few parts that hold a table.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from cyberdiplo.files import archive, xml
from cyberdiplo.imports.files import COLUMNS, XML_SIZE, open_input, refuse, refusing
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from zipfile import ZipFile

WHOLE = 60_000_000  # bytes of all parts, unpacked; a notification's workbook has a twentieth of it
DAYS = {*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)}  # number formats that are days
LETTERS = re.compile(r"[A-Z]{1,3}")
QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


class _Relations:
    """Which part of the package an id means."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship":
            self.targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def end(self, name: str) -> None:
        pass

    def text(self, words: str) -> None:
        pass


class _Workbook:
    """The sheets in order, and from which day days are counted."""

    def __init__(self) -> None:
        self.sheets: list[str] = []
        self.since = date(1899, 12, 30)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            self.sheets += [value for key, value in attributes.items() if key.rpartition(":")[2] == "id"]
        elif name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            self.since = date(1904, 1, 1)

    def end(self, name: str) -> None:
        pass

    def text(self, words: str) -> None:
        pass


class _Styles:
    """Which styles of cells show a number as a day."""

    def __init__(self) -> None:
        self.days: list[bool] = []
        self._formats = dict.fromkeys(map(str, DAYS), True)
        self._in_cells = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            code = QUOTED.sub("", attributes.get("formatCode", "")).casefold()
            self._formats[attributes.get("numFmtId", "")] = "y" in code or ("d" in code and "m" in code)
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells:
            self.days.append(self._formats.get(attributes.get("numFmtId", ""), False))

    def end(self, name: str) -> None:
        if name == "cellXfs":
            self._in_cells = False

    def text(self, words: str) -> None:
        pass


class _Strings:
    """The texts that cells share, without how they are read aloud."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._words: list[str] | None = None
        self._aloud = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self.texts.append("")
        elif name == "rPh":
            self._aloud = True
        elif name == "t" and not self._aloud:
            self._words = []

    def end(self, name: str) -> None:
        if name == "rPh":
            self._aloud = False
        elif name == "t" and self._words is not None:
            if self.texts:
                self.texts[-1] += "".join(self._words)
            self._words = None

    def text(self, words: str) -> None:
        if self._words is not None:
            self._words.append(words)


class _Sheet:
    """The rows of a sheet, each cell as text."""

    def __init__(self, path: Path, strings: list[str], days: list[bool], since: date) -> None:
        self._path = path
        self.rows: list[tuple[int, list[str]]] = []
        self._strings, self._days, self._since = strings, days, since
        self._cells: list[str] = []
        self._line = 0
        self._cell: dict[str, str] = {}
        self._words: list[str] | None = None
        self._value = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "row":
            number = attributes.get("r", "")
            line = int(number) if number.isdecimal() and len(number) < 8 else self._line + 1
            self._cells, self._line = [], line
            self.rows.append((line, self._cells))
        elif name == "c":
            self._cell, self._value = attributes, ""
        elif name in ("v", "t"):
            self._words = []

    def end(self, name: str) -> None:
        if name in ("v", "t") and self._words is not None:
            self._value += "".join(self._words)
            self._words = None
        elif name == "c":
            letters = LETTERS.match(self._cell.get("r", ""))
            place = _column(letters[0]) if letters else len(self._cells)
            if place >= COLUMNS:  # a colour without a word is no cell of the table
                if self._as_text():
                    raise refuse(self._path, self._line, tr("the row has more than {count:,} cells", count=COLUMNS))
                return
            self._cells += [""] * (place + 1 - len(self._cells))
            self._cells[place] = self._as_text()

    def text(self, words: str) -> None:
        if self._words is not None:
            self._words.append(words)

    def take_complete(self) -> list[tuple[int, list[str]]]:
        """The rows that have ended so far, once."""
        complete, self.rows = self.rows[:-1], self.rows[-1:]
        return complete

    def _as_text(self) -> str:
        kind, value, style = self._cell.get("t", "n"), self._value, self._cell.get("s", "")
        if kind == "s":
            return self._strings[int(value)] if value.isdecimal() and int(value) < len(self._strings) else ""
        if kind != "n" or not value:
            return value
        is_day = style.isdecimal() and int(style) < len(self._days) and self._days[int(style)]
        try:
            number = float(value)
            if is_day:
                return (self._since + timedelta(days=int(number))).isoformat()
            return str(int(number)) if number.is_integer() and abs(number) < 1e15 else value
        except (ValueError, OverflowError):
            return value


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def read_sheet(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet. Raises BadSeed where the file is no workbook, or too large unpacked."""
    with (
        refusing(path),
        open_input(path) as file,
        archive.opening(str(path), file, kind=tr("workbook"), size=WHOLE) as package,
    ):
        yield from _filled(_read(path, package))


def _filled(rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Rows as wide as the first one: a sheet leaves out the empty cells at their end."""
    width = 0
    for line, cells in rows:
        width = width or len(cells)
        yield line, cells + [""] * (width - len(cells))


def _read(path: Path, package: ZipFile) -> Iterator[tuple[int, list[str]]]:
    names = set(package.namelist())

    def tell(name: str, handler: xml.Handler) -> None:
        if name in names:
            with package.open(name) as part:
                xml.tell(str(path), part, handler, size=XML_SIZE)

    workbook, relations, styles, strings = _Workbook(), _Relations(), _Styles(), _Strings()
    tell("xl/workbook.xml", workbook)
    tell("xl/_rels/workbook.xml.rels", relations)
    tell("xl/styles.xml", styles)
    target = relations.targets.get(workbook.sheets[0], "") if workbook.sheets else ""
    sheet_name = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    if sheet_name not in names:
        raise refuse(path, None, tr("the workbook has no sheet"))
    tell("xl/sharedStrings.xml", strings)
    sheet = _Sheet(path, strings.texts, styles.days, workbook.since)
    with package.open(sheet_name) as part:
        for _ in xml.tell_blocks(str(path), part, sheet, size=XML_SIZE):
            yield from sheet.take_complete()
    yield from sheet.rows
