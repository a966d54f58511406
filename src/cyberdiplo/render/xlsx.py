"""A workbook for Excel and LibreOffice: text stays text, nothing is computed."""

from __future__ import annotations

import math
import shutil
import sys
import tempfile
from itertools import chain, islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from cyberdiplo.errors import CyberdiploError
from cyberdiplo.messages import say_system, tr, tr_plural
from cyberdiplo.render.libraries import require
from cyberdiplo.render.separated import FORMULA
from cyberdiplo.render.style import Style, make_plain, make_visible
from cyberdiplo.result import make_keys
from cyberdiplo.store import atomic

if TYPE_CHECKING:
    from cyberdiplo.result import Result

ROWS = 1_048_576  # of one sheet, its header included
LONGEST = 32_767  # characters in one cell
EXACT = 10**15  # a spreadsheet keeps fifteen digits of a number
SAMPLE, WIDEST = 100, 60  # rows that say how wide the columns are, and how wide at most
SIGNS = tuple(sign.decode() for sign in FORMULA)


def write_xlsx(result: Result, out: IO[bytes], style: Style) -> None:
    """One sheet, and a further one where the rows need it; written row by row through a temporary file."""
    xlsxwriter = require("xlsxwriter", "xlsx")
    with atomic.folder_beside(_near(out)) as folder:
        path = folder / "made.xlsx"
        book = xlsxwriter.Workbook(path, {"constant_memory": True, "tmpdir": str(folder)})
        book.set_properties({"title": style.title})
        try:
            cut = _fill(book, result, style)
        except BaseException:
            book.fileclosed = True  # or its destructor would write what there is
            raise
        try:
            book.close()
        except xlsxwriter.exceptions.FileCreateError as error:
            raise CyberdiploError(
                tr("The workbook cannot be made: {error}.", error=say_system(error)), hint=tr("is the disk full?")
            ) from error
        with path.open("rb") as file:
            shutil.copyfileobj(file, out)
    if cut:
        sentence = tr_plural(
            "{count} cell cut at {longest:,} characters: a spreadsheet holds no more",
            "{count} cells cut at {longest:,} characters: a spreadsheet holds no more",
            cut,
            longest=LONGEST,
        )
        print(sentence, file=sys.stderr)


def _near(out: IO[bytes]) -> Path:
    """Where the rows go meanwhile: next to the file that is written, else where temporary files go."""
    name = getattr(out, "name", None)
    return Path(name) if isinstance(name, str) and Path(name).is_file() else Path(tempfile.gettempdir(), "cyberdiplo")


def _fill(book: Any, result: Result, style: Style) -> int:
    bold = book.add_format({"bold": True})
    # A quote prefix keeps a cell text even after a user edits it, and is no part of its value.
    guard = book.add_format({"quote_prefix": True}) if style.guard is not False else None
    rows = iter(result.rows)
    first: list[Any] = []
    for row in islice(rows, SAMPLE):
        first.append(row)
        if any(isinstance(value, str | bytes) and len(value) > LONGEST for value in row):
            break  # long rows are few, or they would fill the memory
    widths = [
        min(WIDEST, 2 + max(len(name), *(len(str(row[i] or "")) for row in first), 0))
        for i, name in enumerate(result.columns)
    ]
    sheet, at, cut = None, ROWS, 0
    for row in chain(first, rows, [None] if not first else []):
        if at >= ROWS:
            sheet, at = book.add_worksheet(), 0
            for i, width in enumerate(widths):
                sheet.set_column(i, i, width)
            if style.header:
                sheet.freeze_panes(1, 0)
                for i, name in enumerate(make_keys(result.columns)):
                    sheet.write_string(0, i, make_visible(name)[:LONGEST], bold)
                at = 1
        for i, value in enumerate(row or ()):
            cut += _write(sheet, at, i, make_plain(value), guard)
        at += 1
    return cut


def _write(sheet: Any, at: int, index: int, value: Any, guard: Any) -> int:
    """Write one cell; returns 1 where its text was too long for one."""
    if value is None or value == "":
        return 0
    if isinstance(value, bool):
        sheet.write_boolean(at, index, value)
        return 0
    if (isinstance(value, int) and abs(value) < EXACT) or (isinstance(value, float) and math.isfinite(value)):
        sheet.write_number(at, index, value)
        return 0
    text = make_visible(str(value))
    sheet.write_string(at, index, text[:LONGEST], guard if guard and text.startswith(SIGNS) else None)
    return int(len(text) > LONGEST)
