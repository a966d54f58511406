"""What is written can be read back, whatever is in it."""

from __future__ import annotations

import csv
import io
import json
import math
import typing
from datetime import datetime
from decimal import Decimal
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from cyberdiplo.render.style import Style, make_plain
from cyberdiplo.render.writers.columns import BATCH
from cyberdiplo.render.writers.registry import (
    CITING,
    ENDINGS,
    FORMATS,
    NETWORKS,
    WRITERS,
    CitingFormat,
    Format,
    NetworkFormat,
)
from cyberdiplo.result import ROOM, Result, make_keys
from tests.render.answers import from_sqlite, integers, numbers, tables, texts, written, written_bytes

if typing.TYPE_CHECKING:
    from collections.abc import Iterator

Table = tuple[list[str], list[tuple[Any, ...]]]


def said(value: Any) -> str:
    """A value as separated files have it."""
    return "" if value is None else str(make_plain(value))


def test_the_list_of_formats_is_the_registry() -> None:
    assert set(typing.get_args(Format)) == {*WRITERS, *CITING, *NETWORKS} == set(FORMATS)
    assert typing.get_args(NetworkFormat) == NETWORKS
    assert typing.get_args(CitingFormat) == CITING
    assert set(ENDINGS.values()) == set(FORMATS) - {
        "csl-json",
        "edges",
        "record",
    }  # .json is the answer itself; a record is for a screen


@pytest.mark.parametrize(("format", "delimiter"), [("csv", ","), ("tsv", "\t")])
@given(table=tables())
def test_separated_values_are_read_back(format: Format, delimiter: str, table: Table) -> None:
    columns, rows = table
    text = written(format, columns, rows)
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)) == [
        make_keys(columns), *([said(value) for value in row] for row in rows)
    ]  # fmt: skip


@given(table=tables())
def test_csv_quotes_as_the_csv_module_does(table: Table) -> None:
    columns, rows = table
    expected = ""
    for row in [make_keys(columns), *([said(value) for value in row] for row in rows)]:
        line = io.StringIO(newline="")
        csv.writer(line, lineterminator="\r\n").writerow(row)  # a lone CR is quoted too
        expected += line.getvalue().removesuffix("\r\n") + "\n"
    assert written("csv", columns, rows) == expected


@given(table=tables())
def test_json_is_read_back(table: Table) -> None:
    columns, rows = table
    expected = [dict(zip(make_keys(columns), map(make_plain, row), strict=True)) for row in rows]
    assert json.loads(written("json", columns, rows), parse_constant=pytest.fail) == expected
    lines = written("jsonl", columns, rows).split("\n")[:-1]
    assert [json.loads(line, parse_constant=pytest.fail) for line in lines] == expected


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "jsonl"])
@given(table=tables())
def test_text_that_sqlite_hands_out_undecoded_gives_the_same_file(format: Format, table: Table) -> None:
    plainly = from_sqlite(format, *table, raw=False)
    assert from_sqlite(format, *table, raw=True) == plainly
    if not any(value == math.inf for row in table[1] for value in row):  # SQLite has no NaN, and makes none of it
        assert plainly == written(format, *table)


@pytest.mark.parametrize("format", ["csv", "jsonl", "yaml", "table", "markdown", "html"])
@pytest.mark.parametrize("bad", [b"caf\xe9", b"\xe2\x82", b"a\xffb,c", b"\xed\xa0\x80"])
def test_text_that_is_not_utf8_loses_no_row(format: Format, bad: bytes) -> None:
    from cyberdiplo.store.sqlite_reading import decode

    shown = decode(bad)
    assert "\ufffd" in shown
    text = written(format, ["id", "name"], [("a", "1"), ("b", shown), ("c", "3")])
    assert all(word in text for word in ("a", "b", "c", "\ufffd"))
    if format in ("csv", "jsonl"):
        assert from_sqlite_bytes(format, bad) == text


def from_sqlite_bytes(format: Format, bad: bytes) -> str:
    """The same three rows, the bad bytes stored as text."""
    import sqlite3

    from cyberdiplo.render.style import Style
    from cyberdiplo.result import Result
    from cyberdiplo.store.sqlite_reading import Reading

    connection = sqlite3.connect(":memory:", factory=Reading)
    cursor = connection.execute(
        "select 'a' as id, '1' as name union all select 'b', cast(? as text) union all select 'c', '3'", (bad,)
    )
    out = io.StringIO()
    WRITERS[format](Result(["id", "name"], connection.rows(cursor)), out, Style())
    return out.getvalue()


@given(table=tables())
def test_yaml_is_read_back_with_text_as_text(table: Table) -> None:
    yaml = pytest.importorskip("yaml")
    columns, rows = table
    found = yaml.safe_load(written("yaml", columns, rows))
    expected = [dict(zip(make_keys(columns), map(make_plain, row), strict=True)) for row in rows]
    assert found == expected
    assert [[type(value) for value in row.values()] for row in found] == [
        [type(value) for value in row.values()] for row in expected
    ]


# A spreadsheet keeps fifteen digits, takes empty text for no text, and has no control characters.
spreadsheet = st.none() | texts.filter(lambda text: text.isprintable() and text) | st.integers(-(10**14), 10**14)


@settings(max_examples=30, deadline=None)
@given(table=tables(spreadsheet | st.integers(-(10**9), 10**9).map(lambda number: number / 8)))
def test_a_workbook_is_read_back_with_text_as_text(table: Table) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    columns, rows = table
    sheet = openpyxl.load_workbook(io.BytesIO(written_bytes("xlsx", columns, rows))).active
    found = [tuple(cell.value for cell in row[: len(columns)]) for row in sheet.iter_rows(max_col=len(columns))]
    assert found[0] == tuple(make_keys(columns))
    padded = found[1:] + [(None,) * len(columns)] * (len(rows) - len(found[1:]))  # trailing empty rows are not stored
    assert padded == [tuple(map(make_plain, row)) for row in rows]
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def test_a_workbook_computes_nothing_and_keeps_paragraph_numbers() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    cells = ["=1+1", "+33", "-1", "@x", "3.10", "2020-11", "http://x.org", "0042"]
    sheet = openpyxl.load_workbook(io.BytesIO(written_bytes("xlsx", ["a"], [(cell,) for cell in cells]))).active
    found = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [(cell.value, cell.data_type) for cell in found] == [(cell, "s") for cell in cells]
    assert [bool(cell.quotePrefix) for cell in found] == [True] * 4 + [False] * 4


def test_a_workbook_has_days_as_days_and_prints_across_a_page() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    cells = [
        "2005-12-08",
        "2005-12",
        "2005",
        "1899-01-01",
        "2023-02-30",
        "2005-12-08 10:00",
        "2005-1208",
        "2005\uff0d1208",
    ]
    rows = [(cell, None, "word " * 100, "https://example.org/" + "x" * 90) for cell in cells]
    sheet = openpyxl.load_workbook(io.BytesIO(written_bytes("xlsx", ["date", "seldom", "text", "url"], rows))).active
    found = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.value for cell in found] == [datetime(2005, 12, 8), *cells[1:]]  # as it is read
    assert (found[0].is_date, found[0].number_format) == (True, "yyyy-mm-dd")
    assert (sheet.auto_filter.ref, sheet.freeze_panes, sheet.print_title_rows) == ("A1:D9", "A2", "$1:$1")
    page = sheet.page_setup
    assert (page.orientation, page.fitToWidth or 1, page.fitToHeight) == ("landscape", 1, 0)
    assert sheet["C2"].alignment.wrap_text
    assert 100 < sheet.row_dimensions[2].height < 300  # of the long text, not of the address
    widths = [sheet.column_dimensions[name].width for name in "ABCD"]
    assert max(widths) < 70
    assert widths[1] < 20  # nothing is in it


def test_a_workbook_goes_on_in_a_further_sheet(monkeypatch: pytest.MonkeyPatch) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    monkeypatch.setattr("cyberdiplo.render.writers.xlsx.ROWS", 3)
    book = openpyxl.load_workbook(io.BytesIO(written_bytes("xlsx", ["n"], [(n,) for n in range(5)])))
    assert [[row[0].value for row in sheet.iter_rows()] for sheet in book] == [["n", 0, 1], ["n", 2, 3], ["n", 4]]


def test_a_text_too_long_for_a_workbook_is_cut_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    pytest.importorskip("xlsxwriter")
    sheet = openpyxl.load_workbook(io.BytesIO(written_bytes("xlsx", ["a"], [("x" * 40_000,)]))).active
    assert len(sheet["A2"].value) == 32_767
    assert "1 cell cut" in capsys.readouterr().err


@settings(max_examples=30, deadline=None)
@given(table=tables(st.none() | texts) | tables(st.none() | integers) | tables(st.none() | numbers))
def test_parquet_is_read_back(table: Table) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    columns, rows = table
    found = parquet.read_table(io.BytesIO(written_bytes("parquet", columns, rows)))
    assert found.column_names == make_keys(columns)
    assert [tuple(row.values()) for row in found.to_pylist()] == rows


def test_a_parquet_column_has_the_type_that_holds_all_its_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr("cyberdiplo.render.writers.parquet.ROWS", 2)
    rows = [(1, 1, None, b"\x01"), (2, 2, None, None), (2.5, "x", 3, "y"), (None, None, None, None)]
    table = parquet.read_table(io.BytesIO(written_bytes("parquet", ["a", "b", "c", "d"], rows)))
    assert [str(field.type) for field in table.schema] == ["double", "string", "int64", "string"]
    assert table.column("a").to_pylist() == [1.0, 2.0, 2.5, None]
    assert table.column("b").to_pylist() == ["1", "2", "x", None]
    assert table.column("d").to_pylist() == ["01", None, "y", None]


class Cells(HTMLParser):
    """The texts of a page's table, and every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)
        if tag in ("td", "th"):
            self.cells.append("")
        elif tag == "br":
            self.cells[-1] += "\n"

    def handle_data(self, data: str) -> None:
        if self.cells and data != "\n":
            self.cells[-1] += data


def test_a_page_shows_what_is_in_the_cells_and_runs_nothing() -> None:
    odd = ["<script>alert(1)</script>", "a & b", '"', "[sic]", "two\nlines", "\x1b[31m"]
    text = written("html", ["<i>"], [(cell,) for cell in odd], lang="fr", title="Été <b>")
    page = Cells()
    page.feed(text)
    assert page.cells == ["<i>", *odd[:-1], "\\x1b[31m"]
    assert "script" not in page.tags
    assert text.startswith('<!doctype html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">')
    assert "<title>Été &lt;b&gt;</title>" in text


def test_markdown_stays_a_table_whatever_is_in_it() -> None:
    text = written("markdown", ["a|b", "c"], [("x|y\nz", "<b>*[sic]*`"), (None, 160e9)])
    assert text.splitlines() == [
        "| a\\|b | c |",
        "| --- | --- |",
        "| x\\|y<br>z | &lt;b>\\*\\[sic]\\*\\` |",
        "|  | 160000000000 |",
    ]


@pytest.mark.parametrize(
    ("value", "as_csv", "as_json"),
    [
        (3.0, "3", "3"),
        (160e9, "160000000000", "160000000000"),
        (1e16, "1e+16", "1e+16"),
        (0.1, "0.1", "0.1"),
        (math.inf, "inf", "9e999"),
        (-math.inf, "-inf", "-9e999"),
        (math.nan, "nan", "null"),
        (b"\x00\xff", "00ff", '"00ff"'),
        (True, "true", "true"),
        (Decimal("2.50"), "2.5", "2.5"),
        (None, '""', "null"),  # the only column: an empty line would be no row
        ("", '""', '""'),
        ("\x00\x1f", "\x00\x1f", '"\\u0000\\u001f"'),
    ],
)
def test_values_that_files_have_no_word_for(value: Any, as_csv: str, as_json: str) -> None:
    assert written("csv", ["a"], [(value,)]) == f"a\n{as_csv}\n"
    assert written("jsonl", ["a"], [(value,)]) == f'{{"a":{as_json}}}\n'


@pytest.mark.parametrize("format", sorted(set(WRITERS) - {"xlsx", "parquet"}))
def test_an_empty_answer_is_still_one(format: Format) -> None:
    text = written(format, ["id", "name"], [])
    expected = {"json": "[]\n", "jsonl": "", "yaml": "[]\n", "record": ""}
    assert text == expected[format] if format in expected else "name" in text


def test_a_column_name_that_comes_twice_loses_no_value() -> None:
    assert make_keys(["a", "a", "a_2", "b", "a"]) == ["a", "a_3", "a_2", "b", "a_4"]
    assert json.loads(written("jsonl", ["a", "a"], [(1, 2)])) == {"a": 1, "a_2": 2}


@pytest.mark.parametrize("format", ["csv", "tsv", "table", "html"])
def test_the_header_can_be_left_out(format: Format) -> None:
    text = written(format, ["forum id"], [("Geneva",)], header=False)
    assert "forum id" not in text
    assert "Geneva" in text


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", "＝1"])
def test_what_a_spreadsheet_would_compute_is_guarded_where_asked(text: str) -> None:
    assert (
        list(csv.reader(io.StringIO(written("csv", [text], [(text,)], guard=True), newline=""))) == [[f"'{text}"]] * 2
    )
    assert list(csv.reader(io.StringIO(written("csv", ["a"], [(text,)]), newline=""))) == [["a"], [text]]
    assert list(csv.reader(io.StringIO(written("csv", ["a"], [(-1,)], guard=True), newline=""))) == [["a"], ["-1"]]


def test_excel_gets_the_separator_decimals_line_ends_and_guard_of_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [("=1", 2.5, "3.10", 1e3)]
    french = written("csv", ["a", "b", "c", "d"], rows, excel=True, lang="fr")
    assert french == "\ufeffa;b;c;d\r\n'=1;2,5;3.10;1000\r\n"
    monkeypatch.setenv("LC_ALL", "C")
    english = written("csv", ["a", "b", "c", "d"], rows, excel=True, guard=False)
    assert english == "\ufeffa,b,c,d\r\n=1,2.5,3.10,1000\r\n"


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "jsonl", "yaml", "html", "markdown"])
def test_rows_are_written_as_they_come(format: Format) -> None:
    taken = written_rows = behind = 0

    def rows() -> Iterator[tuple[int, str]]:
        nonlocal taken
        for taken in range(5000):
            yield (taken, "Geneva")

    class Out(io.StringIO):
        def write(self, text: str) -> int:
            nonlocal written_rows, behind
            written_rows += text.count("Geneva")
            behind = max(behind, taken - written_rows)
            return len(text)

    WRITERS[format](Result(["n", "t"], rows()), Out(), Style())
    assert written_rows == 5000
    assert behind <= BATCH


@pytest.mark.parametrize("format", ["csv", "json", "jsonl", "yaml", "html", "markdown"])
def test_long_rows_are_not_gathered_before_they_are_written(format: Format) -> None:
    written_rows = behind = 0

    def rows() -> Iterator[tuple[int, str]]:
        nonlocal behind
        for taken in range(10):
            behind = max(behind, taken - written_rows)
            yield (taken, "Geneva" + "x" * ROOM)

    class Out(io.StringIO):
        def write(self, text: str) -> int:
            nonlocal written_rows
            written_rows += text.count("Geneva")
            return len(text)

    WRITERS[format](Result(["n", "t"], rows()), Out(), Style())
    assert written_rows == 10
    assert behind <= 1
