"""``seeds fmt`` repairs form, never content, and finds nothing more to do the second time."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings, strategies as st

from cyberdiplo.load.files import SeedFile, find
from cyberdiplo.load.form import check_form
from cyberdiplo.load.repair import find_obstacle, repair_text
from cyberdiplo.proof.check import check
from cyberdiplo.schema.model import seed_tables
from tests.conftest import SEEDS, Run
from tests.load.mini import MINI, copy_mini, set_cell

if TYPE_CHECKING:
    from pathlib import Path

SPEAKERS = seed_tables()["speakers"]
HEADER = ",".join(SPEAKERS.header)


# What Excel in French writes as "CSV UTF-8": byte-order mark, semicolons (in quotes where they are text), CRLF.
FRENCH_EXCEL = f'\ufeff{HEADER.replace(",", ";")}\r\na;A;"B;B";C, c\r\nb;É;B;C\r\n'.encode()


def speakers(folder: Path, raw: bytes) -> SeedFile:
    folder.mkdir(exist_ok=True)
    path = folder / "speakers.csv"
    path.write_bytes(raw)
    return SeedFile(path, SPEAKERS)


@pytest.mark.parametrize("folder", find([SEEDS, MINI]), ids=lambda folder: f"{folder.collection}/{folder.name}")
def test_the_shipped_files_have_nothing_to_repair(folder) -> None:  # type: ignore[no-untyped-def]
    for seed in folder.files:
        assert repair_text(seed) == seed.path.read_text("utf-8"), seed.path


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (b"\xef\xbb\xbf" + f"{HEADER}\na,A,B,C\n".encode(), "byte-order-mark"),
        (f"{HEADER}\r\na,A,B,C\r\n".encode(), "line-ends"),
        (f"{HEADER}\na,A,B,C".encode(), "line-ends"),
        (f"{HEADER}\nb,A,B,C\na,A,B,C\n".encode(), "sorted"),
        (f"{HEADER}\na,A, B,C\n".encode(), "spaces"),
        (f"{HEADER}\na,A,d\u2019Arc,C\n".encode(), "apostrophe"),
        (f"{HEADER}\na,A,e\u0301,C\n".encode(), "nfc"),
        (f"{HEADER}\na,A,B,C\n".replace(",", ";").encode(), "separator"),
        (FRENCH_EXCEL, "separator"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_form_is_told_and_repaired(tmp_path: Path, raw: bytes, rule: str) -> None:
    seed = speakers(tmp_path, raw)
    (folder,) = find([tmp_path])
    assert rule in {problem.rule for problem in check_form(folder)}
    seed.path.write_text(repair_text(seed), encoding="utf-8", newline="")
    assert list(check_form(folder)) == []


@pytest.mark.parametrize("header", ["family_name,id,given_name,sort_name", "sort_name,family_name,id"])
def test_the_columns_stand_in_any_order_and_those_that_may_be_empty_may_be_missing(tmp_path: Path, header: str) -> None:
    cells = {"id": "a", "given_name": "", "family_name": "B", "sort_name": "C"}
    row = ",".join(cells[name] for name in header.split(","))
    seed = speakers(tmp_path, f"{header}\n{row}\n".encode())
    (folder,) = find([tmp_path])
    assert list(check_form(folder)) == []
    assert repair_text(seed) == f"{HEADER}\na,,B,C\n"


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (f"{HEADER},extra\na,A,B,C,D\n".encode(), "header"),
        (b"given_name,family_name,sort_name\nA,B,C\n", "header"),
        (b"id,sort_name,family_name\na,C,B,D\n", "cells"),
        (f"{HEADER}\na,A,B\n".encode(), "cells"),
        (f"{HEADER}\na,A,B,C\na,A,B,D\n".encode(), "twice"),
        (f"{HEADER}\na,A,N/A,C\n".encode(), "placeholder"),
        (f'{HEADER}\na,A,"B"x,C\n'.encode(), "csv"),
        (f"{HEADER}\na,A,\xe9,C\n".encode("latin-1"), "utf-8"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_not_form_is_told_and_left_to_its_author(tmp_path: Path, raw: bytes, rule: str) -> None:
    speakers(tmp_path, raw)
    (folder,) = find([tmp_path])
    assert rule in {problem.rule for problem in check_form(folder)}


def test_what_excel_saved_in_french_is_told_in_one_sentence_and_becomes_ours(tmp_path: Path) -> None:
    seed = speakers(tmp_path, FRENCH_EXCEL)
    (told,) = check_form(find([tmp_path])[0])
    assert "separated by semicolons, as Excel saves CSV in French, and the file begins with a byte-" in told.message
    assert "seeds fmt" in told.hint
    assert repair_text(seed) == f'{HEADER}\na,A,B;B,"C, c"\nb,É,B,C\n'


ROWS = "a,A,B,C\n", "b,B,C,D\n"
UNSOUND = {
    "a quote within a cell": (f'{HEADER}\na,"A" bis,B,C\n{ROWS[1]}', "csv"),
    "a quote that does not close": (f'{HEADER}\na,"A,B,C\n{ROWS[1]}', "csv"),
    "a cell too many": (f"{HEADER}\na,A,B,B,C\n", "cells"),
    "a semicolon too many": (f"{HEADER}\na,A,B;B,C\n".replace(",", ";"), "cells"),
    "a cell too few": (f"{HEADER}\na,A,B\n", "cells"),
    "a column that is there twice": (f"{HEADER},given_name\na,A,B,C,D\n", "header"),
    "a column that is not known": (f"{HEADER},remark\na,A,B,C,D\n", "header"),
    "a cell that is too long": (f"{HEADER}\na,{'x' * 200_000},B,C\n", "csv"),
}


@pytest.mark.parametrize(("raw", "rule"), UNSOUND.values(), ids=UNSOUND)
def test_what_is_no_sound_csv_is_told_and_left_as_it_is(cyberdiplo: Run, tmp_path: Path, raw: str, rule: str) -> None:
    """Whoever repairs reads no more leniently than whoever checks, or it would be content that changes."""
    seed = speakers(tmp_path / "mine", raw.encode())
    done = cyberdiplo("seeds", "fmt", str(tmp_path / "mine"))
    assert done.returncode == 4
    assert f"[{rule}]" in done.stderr
    assert "left as before" in done.stderr
    assert seed.path.read_bytes() == raw.encode()
    assert cyberdiplo("seeds", "check", str(tmp_path / "mine")).returncode == 4


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)


@given(
    rows=st.lists(st.tuples(CELL, CELL, CELL, CELL), max_size=5),
    order=st.permutations(range(4)),
    sep=st.sampled_from(",;"),
)
def test_no_repair_loses_or_changes_a_cell(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]], order: list[int], sep: str
) -> None:
    """Whatever is in the cells, and however the columns lie: what is read after the repair was read before it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=sep)
    writer.writerows([[row[place] for place in order] for row in (tuple(HEADER.split(",")), *rows)])
    seed = speakers(tmp_path_factory.mktemp("rows"), out.getvalue().encode())
    assert find_obstacle(seed) is None
    after = list(csv.reader(io.StringIO(repair_text(seed), newline=""), strict=True))[1:]
    assert sorted(after) == sorted([plain(cell) for cell in row] for row in rows)


def plain(cell: str) -> str:
    """A cell in the form that ours have."""
    cell = unicodedata.normalize("NFC", cell).replace("\u2019", "'").replace("\u2018", "'")
    return re.sub(" {2,}", " ", cell.strip())


@pytest.mark.parametrize(
    ("encoding", "named"), [("cp1252", "Windows-1252 (cp1252)"), ("utf-16", "UTF-16"), ("mac-roman", "not UTF-8")]
)
def test_another_encoding_is_named_with_what_to_do_and_never_repaired(
    cyberdiplo: Run, tmp_path: Path, encoding: str, named: str
) -> None:
    raw = f"{HEADER}\na,A,Éva à l\u2019Œuvre,C\n".encode(encoding)
    seed = speakers(tmp_path / "mine", raw)
    for words in (("seeds", "check"), ("seeds", "fmt"), ("load",)):
        done = cyberdiplo(*words, str(tmp_path / "mine"))
        assert done.returncode == 4
        said = done.stdout + done.stderr
        assert named in said
        assert "CSV UTF-8" in said
        assert "Traceback" not in said
    assert seed.path.read_bytes() == raw


def test_a_cell_of_a_vocabulary_that_is_missing_is_told_with_what_it_may_hold(tmp_path: Path) -> None:
    made = copy_mini(tmp_path)
    set_cell(made / "reference" / "measures.csv", 0, "type", "")
    (told,) = (problem for problem in check([made], shipped=False)[1] if problem.rule == "missing")
    assert told.message == "type is missing"
    assert "One of: law, bill, regulation" in told.hint


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


@settings(max_examples=200, deadline=None)
@given(rows=st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=8))
def test_repairing_twice_changes_no_more_and_loses_no_row(rows, tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([SPEAKERS.header, *rows])
    folder = tmp_path_factory.mktemp("fmt")
    seed = speakers(folder, out.getvalue().encode())
    once = repair_text(seed)
    seed.path.write_text(once, encoding="utf-8", newline="")
    assert repair_text(seed) == once
    assert len(list(csv.reader(io.StringIO(once)))) == 1 + len(rows)


def test_what_a_spreadsheet_did_is_named(tmp_path: Path) -> None:
    mini = copy_mini(tmp_path)
    path = mini / "sources/report/citations.csv"
    path.write_text(path.read_text("utf-8").replace("par. 1", "3,1", 1).replace("3,1", '"3,1"'), encoding="utf-8")
    said = [str(problem) for folder in find([mini]) for problem in check_form(folder)]
    assert any("a spreadsheet made this of a decimal number or a paragraph" in text for text in said)


def test_a_row_with_too_many_cells_is_one_problem(tmp_path: Path) -> None:
    speakers(tmp_path / "mine", f"{HEADER}\na,A,B,C,D\n".encode())
    _, problems = check([tmp_path / "mine"])
    assert [(problem.line, problem.rule) for problem in problems] == [(2, "cells")]


def test_counts_are_written_as_the_files_have_them_and_other_promises_stay(tmp_path: Path, cyberdiplo: Run) -> None:
    folder = copy_mini(tmp_path)
    promises = next(folder.glob("sources/*/expect.toml"))
    right = promises.read_text("utf-8")
    wrong = right.replace("statements = 2\n", "statements = 1_012  # so many\n").replace("chairs = 1", "chairs = 3")
    promises.write_text(wrong, "utf-8")
    assert cyberdiplo("seeds", "fmt", str(folder)).returncode == 0
    assert promises.read_text("utf-8") == wrong
    assert cyberdiplo("seeds", "fmt", str(folder), "--counts", "--check").returncode == 4
    assert promises.read_text("utf-8") == wrong
    told = cyberdiplo("seeds", "fmt", str(folder), "--counts")
    assert told.stdout.splitlines() == [str(promises)]
    assert promises.read_text("utf-8") == wrong.replace("statements = 1_012", "statements = 2")
    promises.write_bytes(b"[counts]\nstatements = 2 # \xff\n")
    refused = cyberdiplo("seeds", "fmt", str(folder), "--counts")
    assert refused.returncode == 4
    assert "expect.toml" in refused.stderr
    assert "not UTF-8" in refused.stderr
