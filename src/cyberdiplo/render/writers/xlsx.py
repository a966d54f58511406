"""A workbook for Excel and LibreOffice: text stays text, nothing is computed."""

from __future__ import annotations

import math
import shutil
import sys
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from cyberdiplo.errors import CyberdiploError
from cyberdiplo.messages import say_system, tr, tr_plural
from cyberdiplo.render.style import Style, make_plain, make_visible
from cyberdiplo.render.writers.libraries import require
from cyberdiplo.render.writers.separated import FORMULA
from cyberdiplo.result import make_keys
from cyberdiplo.store import atomic
from cyberdiplo.store.leftovers import find_temporary_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.result import Result

ROWS = 1_048_576  # of one sheet, its header included
LONGEST = 32_767  # characters in one cell
EXACT = 10**15  # a spreadsheet keeps fifteen digits of a number
SAMPLE = 100  # rows that say how wide the columns are
WIDEST, NARROW, MARGIN = 60, 9, 2  # characters in a column: at most, of a long word, beside the text
PAGE = 250  # characters across a page that can still be read
SELDOM = 4  # a column that has something in less than one row of so many
LINE, TALLEST = 14, 25  # points of a line, lines of a row
A4, DAY, ADDRESS = 9, "yyyy-mm-dd", "http"
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
    return Path(name) if isinstance(name, str) and Path(name).is_file() else find_temporary_folder() / "cyberdiplo"


class _Looks(NamedTuple):
    """How cells look; a quote prefix keeps one text even after a user edits it, and is no part of its value."""

    head: Any
    text: Any
    number: Any
    day: Any
    guarded: Any | None

    @classmethod
    def make(cls, book: Any, *, guard: bool) -> _Looks:
        top: dict[str, Any] = {"valign": "top"}
        wrapped = top | {"text_wrap": True}
        return cls(
            head=book.add_format(wrapped | {"bold": True, "bottom": 1}),
            text=book.add_format(wrapped),
            number=book.add_format(top),
            day=book.add_format(top | {"num_format": DAY, "align": "left"}),  # as the months and years between them
            guarded=book.add_format(wrapped | {"quote_prefix": True}) if guard else None,
        )


def _fill(book: Any, result: Result, style: Style) -> int:
    looks = _Looks.make(book, guard=style.guard is not False)
    rows = iter(result.rows)
    first: list[Any] = []
    for row in islice(rows, SAMPLE):
        first.append(row)
        if any(isinstance(value, str | bytes) and len(value) > LONGEST for value in row):
            break  # long rows are few, or they would fill the memory
    widths = _choose_widths(result.columns, first)
    sheet: Any = None
    at, cut = ROWS, 0
    for row in chain(first, rows, [None] if not first else []):
        if at >= ROWS:
            _finish(sheet, at, len(widths), header=style.header)
            sheet, at = _begin(book, widths, style), 0
            if style.header:
                sheet.set_row(0, _count_lines(result.columns, widths) * LINE + 2)
                for i, name in enumerate(make_keys(result.columns)):
                    sheet.write_string(0, i, make_visible(name)[:LONGEST], looks.head)
                at = 1
        values = [make_plain(value) for value in row or ()]
        # Excel would find the height by itself, other programs do not.
        if (lines := _count_lines([str(value or "") for value in values], widths[: len(values)])) > 1:
            sheet.set_row(at, lines * LINE)
        for i, value in enumerate(values):
            cut += _write(sheet, at, i, value, looks)
        at += 1
    _finish(sheet, at, len(widths), header=style.header)
    return cut


def _choose_widths(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[int]:
    """How wide each column is: most of its cells in a line, where a page across can be read with all of that.

    Else each has its longest word, if that is not very long, and of what is left the more the more text it has; an
    address is read where it is opened.
    """
    wishes, words, amounts = [], [], []
    for i, name in enumerate(columns):
        texts = [str(row[i]) for row in rows if row[i] not in (None, "")]
        lengths = sorted(map(len, texts))
        usual = lengths[len(lengths) * 9 // 10] if len(texts) * SELDOM >= len(rows) > 0 else 0  # else all but empty
        word = max((len(word) for text in [name, *texts] for word in text.split()), default=0)
        words.append(min(word, NARROW) + MARGIN)
        wishes.append(max(min(usual, WIDEST) + MARGIN, words[-1]))
        amounts.append(sum(max(0, len(text) - words[-1]) for text in texts if not text.startswith(ADDRESS)))
    left = max(0, PAGE - sum(words))
    if left >= sum(wishes) - sum(words):
        return wishes
    shares = [left * amount // (sum(amounts) or 1) for amount in amounts]
    return [min(wish, word + share) for word, wish, share in zip(words, wishes, shares, strict=True)]


def _count_lines(texts: Sequence[str], widths: Sequence[int]) -> int:
    """Over how many lines the longest of these cells goes; an address is cut at the end of its row."""
    most = 1
    for text, width in zip(texts, widths, strict=True):
        if len(text) >= width and not text.startswith(ADDRESS):
            most = max(most, sum(1 + len(line) // (width - 1) for line in text.split("\n")))
    return min(most, TALLEST)


def _begin(book: Any, widths: Sequence[int], style: Style) -> Any:
    """A sheet that prints across one page, its heading on each."""
    sheet = book.add_worksheet()
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&C&P / &N")
    for i, width in enumerate(widths):
        sheet.set_column(i, i, width)
    if style.header:
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
    return sheet


def _finish(sheet: Any, at: int, columns: int, *, header: bool) -> None:
    """Let the rows be filtered by what their columns have."""
    if sheet and header and at > 1 and columns:
        sheet.autofilter(0, 0, at - 1, columns - 1)


def _write(sheet: Any, at: int, index: int, value: Any, looks: _Looks) -> int:
    """Write one cell; returns 1 where its text was too long for one."""
    if value is None or value == "":
        return 0
    if isinstance(value, bool):
        sheet.write_boolean(at, index, value, looks.number)
        return 0
    if (isinstance(value, int) and abs(value) < EXACT) or (isinstance(value, float) and math.isfinite(value)):
        sheet.write_number(at, index, value, looks.number)
        return 0
    text = make_visible(str(value))
    if day := _read_day(text):
        sheet.write_datetime(at, index, day, looks.day)
        return 0
    sheet.write_string(at, index, text[:LONGEST], (text.startswith(SIGNS) and looks.guarded) or looks.text)
    return int(len(text) > LONGEST)


def _read_day(text: str) -> date | None:
    """The day that a text is, whole; what is before March 1900 spreadsheets do not count alike."""
    if len(text) != len("2021-06-29") or text[4] != "-" or not "1900-03" <= text[:7] <= "9999-12":
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text else None
