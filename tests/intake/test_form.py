"""``seeds fmt`` repairs form, never content, and finds nothing more to do the second time."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from cyberdiplo.intake.files import SeedFile, find
from cyberdiplo.intake.form import form_mistakes, repaired
from cyberdiplo.schema.model import seed_tables
from tests.conftest import SEEDS
from tests.intake.mini import MINI, copy_mini

SPEAKERS = seed_tables()["speakers"]
HEADER = ",".join(SPEAKERS.header)


def speakers(folder: Path, raw: bytes) -> SeedFile:
    path = folder / "speakers.csv"
    path.write_bytes(raw)
    return SeedFile(path, SPEAKERS)


@pytest.mark.parametrize("folder", find([SEEDS, MINI]), ids=lambda folder: f"{folder.dataset}/{folder.name}")
def test_the_shipped_files_have_nothing_to_repair(folder) -> None:  # type: ignore[no-untyped-def]
    for seed in folder.files:
        assert repaired(seed) == seed.path.read_text("utf-8"), seed.path


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
        (b"family_name,id,given_name,sort_name\nB,a,A,C\n", "header"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_form_is_told_and_repaired(tmp_path: Path, raw: bytes, rule: str) -> None:
    seed = speakers(tmp_path, raw)
    (folder,) = find([tmp_path])
    assert rule in {mistake.rule for mistake in form_mistakes(folder)}
    seed.path.write_text(repaired(seed), encoding="utf-8", newline="")
    assert list(form_mistakes(folder)) == []


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (f"{HEADER},extra\na,A,B,C,D\n".encode(), "header"),
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
    assert rule in {mistake.rule for mistake in form_mistakes(folder)}


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


@settings(max_examples=200, deadline=None)
@given(rows=st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=8))
def test_repairing_twice_changes_no_more_and_loses_no_row(rows, tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([SPEAKERS.header, *rows])
    folder = tmp_path_factory.mktemp("fmt")
    seed = speakers(folder, out.getvalue().encode())
    once = repaired(seed)
    seed.path.write_text(once, encoding="utf-8", newline="")
    assert repaired(seed) == once
    assert len(list(csv.reader(io.StringIO(once)))) == 1 + len(rows)


def test_what_a_spreadsheet_did_is_named(tmp_path: Path) -> None:
    mini = copy_mini(tmp_path)
    path = mini / "sources/report/citations.csv"
    path.write_text(path.read_text("utf-8").replace("par. 1", "3,1", 1).replace("3,1", '"3,1"'), encoding="utf-8")
    said = [str(mistake) for folder in find([mini]) for mistake in form_mistakes(folder)]
    assert any("a spreadsheet made this of a decimal number or a paragraph" in text for text in said)
