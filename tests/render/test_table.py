"""A table is never wider than the screen, cuts no name, and obeys nothing that is in the data."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len

from cyberdiplo.render.screen.layout import fit, width_of, wrap
from tests.render.answers import tables, texts, written

if TYPE_CHECKING:
    from cyberdiplo.render.writers.registry import Format

NAMES = ["Jacqueline Fick", "Luis Miguel Vega Fidalgo", "Edgars Rinkēvičs", "Hideyasu Tamura"]
LONG = "The thematic session on regulatory cooperation between Members on cybersecurity was held in Geneva."


@given(table=tables(), width=st.integers(20, 200), format=st.sampled_from(["table", "record"]))
def test_no_line_is_wider_than_the_screen_nor_ends_in_blanks(table: Any, width: int, format: Format) -> None:
    text = written(format, *table, width=width, terminal=True)
    assert all(cell_len(line) <= width for line in text.split("\n"))
    assert not re.search(r"[ \t]$", text, re.MULTILINE)


@given(table=tables(texts))
def test_no_control_character_of_the_data_reaches_the_screen(table: Any) -> None:
    text = written("table", *table, width=80, color=True)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\u2066]", re.sub(r"\x1b\[[01]m", "", text))


@pytest.mark.parametrize("width", [40, 60, 80, 200])
def test_names_are_not_cut(width: int) -> None:
    text = written("table", ["name", "summary"], [(name, LONG) for name in NAMES], width=width)
    words = {word for line in text.splitlines() for word in line.split()}
    assert {word for name in NAMES for word in name.split()} <= words
    assert set(LONG.split()) <= words


def test_a_narrow_screen_gets_the_main_columns_and_is_told_of_the_others(capsys: pytest.CaptureFixture[str]) -> None:
    columns, row = ["id", "name", "summary", "place"], ("a" * 30, "Ada Lovelace", LONG, "Geneva")
    text = written("table", columns, [row], width=40, terminal=True, main=("name", "place"))
    assert text.splitlines()[0].split() == ["name", "place"]
    assert "columns not shown: id, summary" in capsys.readouterr().err


def test_a_long_text_stands_under_its_row_where_there_is_no_room_beside(capsys: pytest.CaptureFixture[str]) -> None:
    columns, rows = ["summary", "name", "place"], [(LONG, "Ada Lovelace", "Geneva"), (None, "Jürg Lauber", "Bern")]
    style: dict[str, Any] = {"terminal": True, "main": ("name", "place"), "below": ("summary",)}
    lines = written("table", columns, rows, width=30, **style).splitlines()
    assert [line.split()[-1] for line in (lines[0], lines[2], lines[-1])] == ["place", "Geneva", "Bern"]
    assert all(line.startswith("    ") for line in lines[3:-1]), lines
    assert " ".join(" ".join(lines[3:-1]).split()) == LONG
    assert capsys.readouterr().err == ""
    assert written("table", columns, rows, width=160, **style).splitlines()[0].split() == columns


@given(table=tables(), width=st.integers(20, 200))
def test_in_a_pipe_a_table_has_a_line_for_each_row_whatever_the_width(table: Any, width: int) -> None:
    text = written("table", *table, width=width)
    assert text == written("table", *table, width=80)
    assert len(text.split("\n")) == 2 + len(table[1]) + 1
    assert not re.search(r"[ \t]$", text, re.MULTILINE)


def test_records_have_every_column_one_record_under_the_other() -> None:
    columns, row = ["id", "name", "summary", "place"], ("a" * 30, "Ada Lovelace", LONG, "Geneva")
    lines = written("record", columns, [row, row], width=40, main=("name",)).splitlines()
    assert [line.split()[0] for line in lines if line[:1] not in ("", " ")] == columns * 2
    assert "" in lines


def test_numbers_stand_to_the_right_and_codes_do_not() -> None:
    lines = written("table", ["n", "text"], [(5, "7"), (160e9, "12")], width=80).splitlines()
    assert lines[2:] == ["           5  7", "160000000000  12"]


def test_wide_and_combined_characters_keep_the_columns_straight() -> None:
    rows = [("日本語", 1), ("e\u0301te\u0301", 2), ("abc", 3), ("😀", 4)]
    lines = written("table", ["name", "n"], rows, width=40).splitlines()[2:]
    assert {cell_len(line) for line in lines} == {9}


def test_markup_of_any_kind_is_shown_as_it_is() -> None:
    odd = ["[red]x[/red]", "[/red]", "[sic]", ":smile:", "*a*"]
    text = written("table", ["a"], [(cell,) for cell in odd], width=80, color=True)
    assert text.splitlines()[2:] == odd


def test_a_very_long_cell_is_shortened_on_a_screen_only(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [("x " * 5000,)]
    shown = written("table", ["a"], rows, width=80, terminal=True)
    assert len(shown) < 3000
    assert shown.rstrip().endswith("…")
    assert "1 cell shortened" in capsys.readouterr().err
    assert written("table", ["a"], rows, width=80).split().count("x") == 5000


def test_a_long_list_is_cut_on_a_screen_only(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [(n,) for n in range(1200)]
    assert len(written("table", ["n"], rows, width=80, terminal=True).splitlines()) == 502
    assert "the first 500 rows" in capsys.readouterr().err
    assert len(written("table", ["n"], rows, width=80).splitlines()) == 1202


def test_records_are_written_as_they_come() -> None:
    columns = [f"column{n}" for n in range(40)]
    taken = []

    def rows() -> Any:
        for n in range(2000):
            taken.append(n)
            yield (n,) * 40

    from cyberdiplo.render.style import Style
    from cyberdiplo.render.writers.registry import WRITERS
    from cyberdiplo.result import Result

    class Out:
        first: int | None = None

        def writelines(self, lines: Any) -> None:
            for _ in lines:
                self.first = self.first or len(taken)

    out: Any = Out()
    WRITERS["record"](Result(columns, rows()), out, Style(width=80))
    assert len(taken) == 2000
    assert out.first is not None
    assert out.first < 1000


@given(st.text(), st.integers(2, 60))
def test_folding_loses_no_character(text: str, width: int) -> None:
    text = "".join(c for c in text if c.isprintable())
    lines = wrap(text, width)
    assert "".join("".join(lines).split(" ")) == "".join(text.split(" "))
    assert all(width_of(line) <= width for line in lines)


@given(st.lists(st.tuples(st.integers(1, 30), st.integers(0, 90)), min_size=1), st.integers(10, 200))
def test_columns_share_what_room_there_is(sizes: list[tuple[int, int]], more: int) -> None:
    needed = [size for size, _ in sizes]
    natural = [size + wish for size, wish in sizes]
    widths = fit(needed, natural, sum(needed) + more)
    assert sum(widths) <= sum(needed) + more
    assert all(a <= b <= c for a, b, c in zip(needed, widths, natural, strict=True))


def test_the_language_says_the_headings_and_labels() -> None:
    assert written("table", ["start_date"], [], lang="fr", width=80).splitlines()[0] == "début"
