"""What a load would take out of what users loaded is listed first and stays, until they say that it may go."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cyberdiplo.errors import BadSeed, BadUsage
from cyberdiplo.load.build import build, load_into, upgrade
from cyberdiplo.store.loaded import SHIPPED
from tests.conftest import SEEDS, Run
from tests.load.mini import copy_mini, edit, set_cell
from tests.load.test_load import answer, content


@pytest.fixture
def mini(tmp_path: Path) -> Path:
    return copy_mini(tmp_path)


@pytest.fixture
def loaded(mini_database: str, mini: Path) -> str:
    """The small collection, loaded from the place where the test has it."""
    load_into(mini_database, [mini])
    return mini_database


def refused(target: str, folder: Path) -> str:
    before = content(target)
    with pytest.raises(BadUsage, match="would take out what was loaded before") as told:
        load_into(target, [folder])
    assert "--replace" in told.value.hint
    assert content(target) == before
    return str(told.value)


def test_a_record_that_is_no_longer_there_is_named(loaded: str, mini: Path) -> None:
    for name in ("statements", "statement_participations", "record_topics", "citations", "figures"):
        path = mini / "sources" / "report" / f"{name}.csv"
        edit(path, lambda rows: rows.__setitem__(slice(None), [row for row in rows if "report-2" not in row.values()]))
    (mini / "sources/report/expect.toml").unlink()
    assert "mini/sources/report: 1 record (report-2)" in refused(loaded, mini)
    load_into(loaded, [mini], replace=True)
    assert answer(loaded, "select id from statements") == [("report-1",)]


def test_a_file_that_was_cut_off_is_noticed_though_its_rows_have_no_id(loaded: str, mini: Path) -> None:
    edit(mini / "sources/report/record_topics.csv", lambda rows: rows.pop())
    assert "mini/sources/report: record_topics: 1 of 2 rows" in refused(loaded, mini)


def test_a_row_that_is_corrected_is_simply_loaded(loaded: str, mini: Path) -> None:
    """Also where what is corrected is part of what identifies it."""
    path = mini / "sources/report/statements.csv"
    set_cell(path, 0, "summary_en", "Ms Diop suggests a code.")
    edit(mini / "sources/report/citations.csv", lambda rows: rows[-1].__setitem__("anchor", ""))
    load_into(loaded, [mini])
    assert answer(loaded, "select summary_en from statements where id = 'report-1'") == [("Ms Diop suggests a code.",)]


def test_a_row_that_moves_to_another_folder_of_the_collection_is_not_lost(loaded: str, mini: Path) -> None:
    more = mini / "sources" / "second"
    more.mkdir()
    for name in ("figures", "citations"):
        path = mini / "sources" / "report" / f"{name}.csv"
        header, *lines = path.read_text("utf-8").splitlines(keepends=True)
        gone = [line for line in lines if line.startswith("cables-cut,")]
        path.write_text(header + "".join(line for line in lines if line not in gone), encoding="utf-8")
        (more / path.name).write_text(header + "".join(gone), encoding="utf-8")
    edit(mini / "sources/report/figures.csv", lambda rows: rows[0].__setitem__("of_figure_id", ""))
    (mini / "sources/report/expect.toml").unlink()
    told = refused(loaded, mini)
    assert "record" not in told  # its citation is counted, and it stands in the other folder now
    assert "citations: 1 of" in told


def test_a_folder_that_is_no_longer_there_is_listed_with_its_rows(loaded: str, mini: Path) -> None:
    shutil.copytree(mini / "sources" / "report", mini / "sources" / "second")
    for path in (mini / "sources" / "second").iterdir():
        path.unlink()
    shutil.copy(SEEDS / "reference" / "topics.csv", mini / "sources" / "second")
    edit(mini / "sources/second/topics.csv", lambda rows: rows.__setitem__(slice(1, None), []))
    set_cell(mini / "sources/second/topics.csv", 0, "parent_id", "")
    load_into(loaded, [mini])
    shutil.rmtree(mini / "sources" / "second")
    assert "mini/sources/second: the folder is no longer there (1 row)" in refused(loaded, mini)
    assert load_into(loaded, [mini], replace=True).removed == ["mini/sources/second"]


def test_another_collection_of_the_same_name_takes_nothing_out(loaded: str, tmp_path: Path) -> None:
    """Two people have a folder called mini."""
    other = copy_mini(tmp_path / "elsewhere")
    shutil.rmtree(other / "sources")
    edit(other / "reference/names.csv", lambda rows: rows[0].__setitem__("name", "Another Club"))
    told = refused(loaded, other)
    assert "mini/reference: names: 1 of 1 rows" in told
    assert "sources/report" not in told  # which that collection never had


def test_a_collection_that_was_moved_is_still_the_same(loaded: str, mini: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved" / "mini"
    shutil.copytree(mini, moved)
    shutil.rmtree(mini)
    set_cell(moved / "sources/report/figures.csv", 0, "value", "41")
    load_into(loaded, [moved])
    edit(moved / "sources/report/record_topics.csv", lambda rows: rows.pop())
    assert "record_topics: 1 of 2 rows" in refused(loaded, moved)


@pytest.fixture
def both(any_new_database: str, tmp_path: Path) -> tuple[str, Path]:
    """The shipped seeds, and a collection of the user's in a folder called seeds."""
    build(any_new_database)
    own = tmp_path / "seeds"
    copy_mini(tmp_path).rename(own)
    (own / "reference" / "countries.csv").unlink()
    return any_new_database, own


def test_a_users_folder_called_seeds_and_the_shipped_one_leave_each_other_alone(both: tuple[str, Path]) -> None:
    target, own = both
    forums = int(str(answer(target, "select count(*) from forums")[0][0]))
    load_into(target, [own])
    assert answer(target, "select count(*) from forums") == [(forums + 2,)]
    assert load_into(target, [SEEDS]).removed == []
    assert answer(target, "select count(*) from forums") == [(forums + 2,)]
    shipped = answer(target, f"select count(*) from loads where dataset = '{SHIPPED}' and digest <> ''")
    assert shipped == [(len(list((SEEDS / "sources").iterdir())) + 2,)]


def test_whoever_calls_a_collection_as_the_shipped_one_takes_nothing_out_of_it(both: tuple[str, Path]) -> None:
    target, own = both
    (own / "DATASET").write_text(SHIPPED, encoding="utf-8")
    with pytest.raises((BadUsage, BadSeed)):
        load_into(target, [own])
    assert answer(target, "select count(*) > 50 from forums")[0][0]


def test_a_users_row_in_a_copy_of_the_shipped_seeds_is_not_taken_out_by_these(
    any_new_database: str, tmp_path: Path
) -> None:
    target, copy = any_new_database, tmp_path / "copy"
    build(target)
    shutil.copytree(SEEDS, copy)
    path = copy / "reference" / "names.csv"
    rows = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([rows[0], *sorted([*rows[1:], "wto-tbt,Zz my nickname,en,alias,1\n"])]), encoding="utf-8")
    load_into(target, [copy])
    theirs = "select count(*) from names where name = 'Zz my nickname'"
    assert answer(target, theirs) == [(1,)]
    with pytest.raises(BadUsage, match="wto-tbt en alias Zz my nickname"):
        load_into(target, [SEEDS])
    with pytest.raises(BadUsage, match="your rows are as they were"):
        upgrade(target, SEEDS)
    assert answer(target, theirs) == [(1,)]
    load_into(target, [SEEDS], replace=True)
    assert answer(target, theirs) == [(0,)]


def test_two_folders_of_one_name_are_not_loaded_as_one(mini_database: str, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name / "flat").mkdir(parents=True)
        shutil.copy(SEEDS / "reference" / "topics.csv", tmp_path / name / "flat")
    with pytest.raises(BadUsage, match="are both called flat") as told:
        load_into(mini_database, [tmp_path / "a" / "flat", tmp_path / "b" / "flat"])
    assert "DATASET" in told.value.hint


@pytest.mark.parametrize("name", ["a/b", "", "a\nb", "x" * 101])
def test_a_name_that_is_none_is_refused(mini: Path, mini_database: str, name: str) -> None:
    (mini / "DATASET").write_text(name, encoding="utf-8")
    with pytest.raises(BadSeed, match="DATASET"):
        load_into(mini_database, [mini])


def test_the_command_lists_what_would_go_and_does_it_only_when_told(
    cyberdiplo: Run, mini: Path, mini_path: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(mini_path, tmp_path / "copy.sqlite"))
    edit(mini / "sources/report/record_topics.csv", lambda rows: rows.pop())
    first = cyberdiplo("load", str(mini), ask=copy)
    assert first.returncode == 2
    assert "record_topics: 1 of 2 rows" in first.stderr
    assert answer(str(copy), "select count(*) from record_topics") == [(2,)]
    second = cyberdiplo("load", "--replace", str(mini), ask=copy)
    assert second.returncode == 0, second.stderr
    assert answer(str(copy), "select count(*) from record_topics") == [(1,)]
