"""A folder says something more exactly of another folder's record: shown as such, and undone with the folder."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadSeed
from cyberdiplo.load.build import build, load_into, remove
from cyberdiplo.store import migrate
from cyberdiplo.store.address import database_at
from tests.load.mini import MINI, copy_mini, set_cell
from tests.load.test_load import answer, content
from tests.load.test_remove import folder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

CITED = "{record},{field},report,par. 7,,states,high,,,our copy of the programme\n"


def refine(parent: Path, *refinements: tuple[str, str, str], name: str = "ours", cited: bool = True) -> Path:
    """A folder with these refinements (record, column, value), each with its citation."""
    rows = "".join(f"{record},{field},{value}\n" for record, field, value in refinements)
    citations = "".join(CITED.format(record=record, field=field) for record, field, _ in refinements)
    more = {"citations": citations} if cited else {}
    return folder(parent, name, refinements=rows, **more)


def read_meeting(target: str) -> tuple[object, ...]:
    return answer(target, "select start_date, start_time, name_en from meetings where id = 'cable-talks-1'")[0]


def test_a_refined_record_says_the_new_value_and_the_old_one_is_kept(mini_database: str, tmp_path: Path) -> None:
    ours = refine(tmp_path, ("cable-talks-1", "start_date", "2020-03-01"), ("cable-talks-1", "acronym_en", "CT1"))
    load_into(mini_database, [ours])
    assert read_meeting(mini_database) == ("2020-03-01", "09:00", "First session")
    kept = answer(mini_database, "select field, value, value_before from refinements order by field")
    assert kept == [("acronym_en", "CT1", None), ("start_date", "2020-03-01", "2020-03-02")]
    assert answer(mini_database, "select record_id from name_index where norm = 'ct1'") == [("cable-talks-1",)]


def test_it_is_undone_with_its_folder(mini_database: str, tmp_path: Path) -> None:
    before = content(mini_database)
    load_into(mini_database, [refine(tmp_path, ("cable-talks-1", "start_date", "2020-03-01"), ("KEN", "m49", "404"))])
    remove(mini_database, ["ours"])
    assert content(mini_database) == before


def test_a_number_is_refined_as_a_number_and_comes_back_as_one(mini_database: str, tmp_path: Path) -> None:
    before = answer(mini_database, "select id, value, value_max from figures order by id")
    (record, *_), *_ = before
    load_into(mini_database, [refine(tmp_path, (str(record), "value", "12.5"))])
    assert answer(mini_database, f"select value from figures where id = '{record}'") == [(12.5,)]
    remove(mini_database, ["ours"])
    assert answer(mini_database, "select id, value, value_max from figures order by id") == before


def test_a_new_release_of_the_record_is_refined_again_and_the_release_is_what_comes_back(
    mini_database: str, tmp_path: Path
) -> None:
    load_into(mini_database, [refine(tmp_path, ("cable-talks-1", "start_date", "2020-03-01"))])
    mini = copy_mini(tmp_path)
    set_cell(mini / "reference" / "meetings.csv", 0, "start_date", "2020-02-29")
    set_cell(mini / "reference" / "meetings.csv", 0, "start_time", "10:00")
    load_into(mini_database, [mini])
    assert read_meeting(mini_database)[:2] == ("2020-03-01", "10:00")
    remove(mini_database, ["ours"])
    assert read_meeting(mini_database)[:2] == ("2020-02-29", "10:00")


def test_columns_that_make_sense_only_together_are_refined_together(mini_database: str, tmp_path: Path) -> None:
    both = [("cable-talks-1", f"place_{lang}", f"Mombasa {lang}") for lang in ("fr", "en")]
    load_into(mini_database, [refine(tmp_path, *both)])
    places = answer(mini_database, "select place_fr, place_en from meetings where id = 'cable-talks-1'")
    assert places == [("Mombasa fr", "Mombasa en")]


@pytest.mark.parametrize(
    ("record", "field", "value", "says", "hint"),
    [
        ("cable-talks-9", "start_date", "2020", "there is no record 'cable-talks-9'", "did you mean cable-talks-1 or"),
        ("cable-talks-1", "begins", "2020", "meetings have no column 'begins'", "its columns: type, forum_id"),
        ("cable-talks-1", "start_dat", "2020", "meetings have no column 'start_dat'", "did you mean start_date or"),
        ("cable-talks-1", "id", "talks-1", "meetings have no column 'id' that could be refined", "its columns: "),
        ("cable-talks-1", "start_date", "1 March", "'1 March' is not a date", "YYYY, YYYY-MM or YYYY-MM-DD"),
        ("cable-talks-1", "start_date", "2020-03-05", "the end is before the start", "look at both dates"),
        ("cable-talks-1", "country_id", "KEM", "there is no 'KEM' in countries", "did you mean KEN?"),
        ("cable-talks-1", "status", "hold", "'hold' is not a known status", "did you mean held?"),
        ("FRA", "seats", "many", "have no column 'seats'", "its columns: "),
        ("report-1", "sort", "first", "'first' is not a number", "digits, and a point"),
        ("report-1", "sort", "٣", "'٣' is not a number", "digits, and a point"),
        ("report-1", "sort", "9" * 30, "is not a number", "digits, and a point"),
    ],
)
def test_what_cannot_be_refined_is_told_with_file_and_line_and_nothing_changes(
    mini_database: str, tmp_path: Path, record: str, field: str, value: str, says: str, hint: str
) -> None:
    before = content(mini_database)
    ours = refine(tmp_path, (record, field, value))
    with pytest.raises(BadSeed) as refused:
        load_into(mini_database, [ours])
    assert says in str(refused.value)
    assert hint in str(refused.value)
    assert f"{ours / 'refinements.csv'}:2" in str(refused.value)
    assert content(mini_database) == before


def test_a_refinement_says_where_it_is_written(mini_database: str, tmp_path: Path) -> None:
    ours = refine(tmp_path, ("cable-talks-1", "start_date", "2020-03-01"), cited=False)
    with pytest.raises(BadSeed, match=r"no citation of this folder says where start_date of cable-talks-1 is written"):
        load_into(mini_database, [ours])


def test_a_folder_writes_of_its_own_records_in_their_own_rows(tmp_path: Path) -> None:
    mini = copy_mini(tmp_path)
    (mini / "reference" / "refinements.csv").write_text("record_id,field,value\ncable-talks-1,start_date,2020-03-01\n")
    with pytest.raises(BadSeed, match="the record 'cable-talks-1' is of this folder itself"):
        build(tmp_path / "new.sqlite", [mini], shipped=False)


def test_one_cell_is_refined_by_one_folder(mini_database: str, tmp_path: Path) -> None:
    load_into(mini_database, [refine(tmp_path, ("cable-talks-1", "start_date", "2020-03-01"))])
    with pytest.raises(BadSeed, match="already taken"):
        load_into(mini_database, [refine(tmp_path, ("cable-talks-1", "start_date", "2020"), name="theirs")])


def test_going_back_a_revision_gives_every_record_its_own_words(any_new_database: str, tmp_path: Path) -> None:
    build(any_new_database, [MINI], shipped=False)
    meetings = "select id, start_date, end_date, name_fr from meetings order by id"  # columns of then
    figures_then = "select id, value, value_max, comparator, unit from figures order by id"
    before = answer(any_new_database, meetings)
    figures = answer(any_new_database, figures_then)
    refined = [("cable-talks-1", "start_date", "2020-03-01"), (str(figures[0][0]), "value", "12.5")]
    load_into(any_new_database, [refine(tmp_path, *refined)])
    migrate.downgrade(database_at(any_new_database), "0013")
    assert answer(any_new_database, meetings) == before
    assert answer(any_new_database, figures_then) == figures


def test_the_page_of_a_record_tells_what_is_refined_and_by_whom(
    cyberdiplo: Run, tmp_path: Path, database_path: Path
) -> None:
    mine = tmp_path / "mine.sqlite"
    shutil.copy(database_path, mine)
    rows = "gccs-2013,start_date,2013-05-03\n"
    cited = "gccs-2013,start_date,wto-tbt-cyber-2023,par. 3.5,,implies,medium,,,\n"
    load_into(str(mine), [folder(tmp_path, "ours", refinements=rows, citations=cited)])
    page = cyberdiplo("show", "gccs-2013", "--section", "refined", ask=mine).stdout
    assert "2013-05-03" in page
    assert "par. 3.5" in page
    assert "ours" in page
    french = cyberdiplo("show", "gccs-2013", "--lang", "fr", ask=mine).stdout
    assert "PRÉCISÉ PAR UN DOSSIER" in french
