"""Taking a source folder out again: all of it in one transaction, or nothing where others still need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadUsage, UnclearName
from cyberdiplo.load.build import load_into, remove
from cyberdiplo.schema.model import seed_tables
from tests.load.mini import copy_mini
from tests.load.test_load import answer, content

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

SPEAKER = 'muller-eva,Eva,Müller,"Müller, Eva"\n'
CITATION = "muller-eva,,report,par. 2,,states,high,,,\n"


def folder(parent: Path, name: str, **rows: str) -> Path:
    """A folder of its own with these rows, by table."""
    made = parent / name
    made.mkdir(parents=True)
    for table, text in rows.items():
        header = ",".join(seed_tables()[table].header)
        (made / f"{table}.csv").write_text(f"{header}\n{text}", encoding="utf-8")
    return made


@pytest.fixture
def second(mini_database: str, tmp_path: Path) -> str:
    """The small collection with a second source folder."""
    mini = copy_mini(tmp_path)
    folder(mini / "sources", "second", speakers=SPEAKER, citations=CITATION)
    load_into(mini_database, [mini])
    return mini_database


@pytest.mark.parametrize("name", ["second", "sources/second", "mini/sources/second", "mini/sources/second/"])
def test_a_folder_is_taken_out_by_any_of_its_names_and_all_else_is_as_before(
    mini_database: str, tmp_path: Path, name: str
) -> None:
    before = content(mini_database)
    names = answer(mini_database, "select norm, record_id from name_index order by norm, record_id")
    mini = copy_mini(tmp_path)
    folder(mini / "sources", "second", speakers=SPEAKER, citations=CITATION)
    load_into(mini_database, [mini])
    assert remove(mini_database, [name]) == {"mini/sources/second": 2}
    assert content(mini_database) == before
    assert answer(mini_database, "select norm, record_id from name_index order by norm, record_id") == names
    assert answer(mini_database, "select id from records where id = 'muller-eva'") == []
    assert answer(mini_database, "select record_id from search_records where record_id = 'muller-eva'") == []


def test_the_name_of_a_collection_is_all_of_its_folders(mini_database: str) -> None:
    assert set(remove(mini_database, ["mini"])) == {"mini/reference", "mini/sources/report"}
    assert answer(mini_database, "select count(*) from speakers") == [(0,)]
    with pytest.raises(UnclearName):
        remove(mini_database, ["mini"])


def test_what_was_taken_out_can_be_loaded_again(second: str, tmp_path: Path) -> None:
    before = content(second)
    remove(second, ["second"])
    load_into(second, [tmp_path / "mini" / "sources" / "second"])
    assert content(second) == before


def test_the_load_stays_written_down(second: str) -> None:
    remove(second, ["second"])
    assert answer(second, "select folder, digest <> '' from loads order by id")[-1] == ("sources/second", 0)
    with pytest.raises(UnclearName, match="No folder 'second' is loaded"):
        remove(second, ["second"])


def test_a_folder_that_others_need_stays_and_they_are_named(second: str) -> None:
    before = content(second)
    with pytest.raises(BadUsage) as told:
        remove(second, ["report"])
    assert "mini/sources/second: 1 row, such as citations: muller-eva report par. 2 -> report" in str(told.value)
    assert "--remove mini/sources/second" in told.value.hint
    assert content(second) == before


def test_those_that_need_one_another_go_together(second: str, tmp_path: Path) -> None:
    before = answer(second, "select * from citations order by record_id, source_id, locator, anchor, field")
    third = folder(tmp_path / "mini" / "sources", "third", citations=CITATION.replace("par. 2", "par. 1"))
    load_into(second, [third])
    with pytest.raises(BadUsage, match="mini/sources/third: 1 row"):
        remove(second, ["second"])
    assert remove(second, ["second", "third"]) == {"mini/sources/second": 2, "mini/sources/third": 1}
    left = answer(second, "select * from citations order by record_id, source_id, locator, anchor, field")
    assert left == [row for row in before if "muller-eva" not in row]


def test_what_stays_must_keep_every_rule(second: str) -> None:
    """The citations of the reference folder stand in the source's folder."""
    before = content(second)
    with pytest.raises(BadUsage, match="what stays would break a rule") as told:
        remove(second, ["report", "second"])
    assert "[record-without-citation]" in str(told.value)
    assert content(second) == before


def test_a_folder_that_everything_needs_is_told_in_a_few_lines(second: str) -> None:
    with pytest.raises(BadUsage, match=r"mini/sources/report: \d+ rows"):
        remove(second, ["reference"])


@pytest.mark.parametrize(
    ("name", "said"), [("secnd", "did you mean mini/sources/second"), ("zzyzx", "lists them"), ("", "lists them")]
)
def test_a_wrong_name_is_told_with_what_is_near(second: str, name: str, said: str) -> None:
    with pytest.raises(UnclearName) as told:
        remove(second, [name])
    assert said in told.value.hint


def test_a_name_of_two_collections_folders_is_told(second: str, tmp_path: Path) -> None:
    own = {"speakers": SPEAKER.replace("muller", "moller"), "citations": CITATION.replace("muller", "moller")}
    load_into(second, [folder(tmp_path / "other" / "sources", "second", **own)])
    with pytest.raises(UnclearName, match="fits 2 folders: mini/sources/second, other/sources/second"):
        remove(second, ["second"])
    assert remove(second, ["other/sources/second"]) == {"other/sources/second": 2}


def test_a_folder_alone_is_taken_out_by_its_name(mini_database: str, tmp_path: Path) -> None:
    load_into(mini_database, [folder(tmp_path, "mine", speakers=SPEAKER, citations=CITATION)])
    assert remove(mini_database, ["mine"]) == {"mine": 2}


def test_the_command_says_what_it_did(cyberdiplo: Run, second: str) -> None:
    env = {"CYBERDIPLO_DATABASE": second}
    done = cyberdiplo("load", "--remove", "secnd", env=env)
    assert (done.returncode, done.stdout) == (3, "")
    done = cyberdiplo("load", "--remove", "report", env=env)
    assert done.returncode == 2
    assert "cannot be taken out" in done.stderr
    done = cyberdiplo("load", "--remove", "second", "--empty", env=env)
    assert done.returncode == 2
    done = cyberdiplo("load", "--remove", "second", env=env)
    assert done.returncode == 0, done.stderr
    assert "took out mini/sources/second (2 rows)" in done.stderr
