"""A load brings the database to what the files say, or changes nothing and tells every problem."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadSeed, DatabaseProblem
from cyberdiplo.load.build import build, load_into, upgrade
from cyberdiplo.proof.check import check
from cyberdiplo.schema.model import seed_tables
from cyberdiplo.search.search import search
from cyberdiplo.store.address import database_at
from tests.conftest import SEEDS
from tests.load.mini import MINI, build_mini, copy_mini, edit, set_cell
from tests.server import change, opened

if TYPE_CHECKING:
    from cyberdiplo.store.sqlite_reading import Reading

WRONG = list(csv.DictReader((Path(__file__).parent / "wrong_cells.csv").read_text("utf-8").splitlines()))


def content(target: str) -> dict[str, list[tuple[object, ...]]]:
    """Every seed table's rows, without the bookkeeping of loads."""
    with opened(target) as connection:
        return {
            table.name: sorted(connection.execute(f"select {', '.join(table.header)} from {table.name}"), key=repr)
            for table in seed_tables().values()
        }


def answer(target: str, sql: str) -> list[tuple[object, ...]]:
    with opened(target) as connection:
        return list(connection.execute(sql))


@pytest.fixture
def mini(tmp_path: Path) -> Path:
    return copy_mini(tmp_path)


@pytest.fixture
def loaded(mini_database: str) -> str:
    return mini_database


def test_every_cell_arrives_as_it_is_written(loaded: str) -> None:
    found = content(loaded)
    for path in MINI.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for cells in list(csv.reader(file))[1:]:
                stored = [tuple("" if v is None else v for v in row) for row in found[path.stem]]
                texts = [tuple(f"{v:g}" if isinstance(v, float) else str(v) for v in row) for row in stored]
                assert tuple(cells) in texts, path.stem


def test_the_order_of_the_columns_and_the_empty_ones_say_nothing(mini: Path, any_new_database: str) -> None:
    """A folder that was written before a column was added, or by hand, loads as one that has all in our order."""
    dropped = set()
    for path in mini.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        empty = {column.name for column in seed_tables()[path.stem].columns if column.may_be_empty}
        kept = [name for name in reversed(rows[0]) if name not in empty or any(row[name] for row in rows)]
        dropped |= {(path.stem, name) for name in {*rows[0]} - {*kept}}
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, kept, lineterminator="\n", extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
    assert len(dropped) > 5
    before = content(str(build_mini(mini.parent / "as-it-was.sqlite")))
    build(any_new_database, [mini], shipped=False)
    assert content(any_new_database) == before


def test_a_row_too_long_for_its_own_header_is_told(mini: Path, any_new_database: str) -> None:
    """Counted against the columns that the file has, even where the table has as many as the row."""
    path = mini / "reference" / "speakers.csv"
    lines = path.read_text("utf-8").splitlines()
    path.write_text("id,sort_name,family_name\na,C,B,D\n", encoding="utf-8")
    assert len(lines[0].split(",")) == 4
    with pytest.raises(BadSeed, match=r"speakers.csv:2: the row has 4 cells, the header 3"):
        build(any_new_database, [mini], shipped=False)


def test_loading_twice_changes_nothing(loaded: str) -> None:
    before = content(loaded)
    again = load_into(loaded, [MINI])
    assert set(again.folders.values()) == {None}
    assert content(loaded) == before


def test_a_changed_cell_replaces_the_row(loaded: str, mini: Path) -> None:
    set_cell(mini / "sources/report/statements.csv", 0, "summary_en", "Ms Diop suggests a code.")
    result = load_into(loaded, [mini])
    assert {name: rows is not None for name, rows in result.folders.items()} == {
        "mini/reference": False,
        "mini/sources/report": True,
    }
    assert answer(loaded, "select summary_en from statements where id = 'report-1'") == [("Ms Diop suggests a code.",)]


def test_a_name_without_capitals_is_found_as_it_is_written_too(loaded: str, mini: Path) -> None:
    """李小明: the family name first and no blank."""
    set_cell(mini / "reference" / "speakers.csv", 1, "given_name", "小明")
    set_cell(mini / "reference" / "speakers.csv", 1, "family_name", "李")
    load_into(loaded, [mini])
    norms = {row[0] for row in answer(loaded, "select norm from name_index where record_id = 'leroy-jean'")}
    assert {"小明 李", "李小明"} <= norms
    awa = {row[0] for row in answer(loaded, "select norm from name_index where record_id = 'diop-awa'")}
    assert "diopawa" not in awa
    with database_at(loaded).asking() as connection:
        assert [row[1] for row in search(connection, "李小明").result.rows] == ["leroy-jean"]


def test_a_row_that_the_folder_no_longer_has_goes(loaded: str, mini: Path) -> None:
    edit(mini / "sources/report/record_topics.csv", lambda rows: rows.pop())
    load_into(loaded, [mini], replace=True)
    assert answer(loaded, "select record_id from record_topics") == [("report-1",)]


def test_a_folder_that_the_collection_no_longer_has_goes(loaded: str, mini: Path) -> None:
    more = mini / "sources" / "second"
    more.mkdir()
    header = ",".join(seed_tables()["speakers"].header)
    (more / "speakers.csv").write_text(f'{header}\nmuller-eva,Eva,Müller,"Müller, Eva"\n', encoding="utf-8")
    header = ",".join(seed_tables()["citations"].header)
    (more / "citations.csv").write_text(f"{header}\nmuller-eva,,report,par. 2,,states,high,,,\n", encoding="utf-8")
    load_into(loaded, [mini])
    assert answer(loaded, "select count(*) from speakers") == [(3,)]
    shutil.rmtree(more)
    assert load_into(loaded, [mini], replace=True).removed == ["mini/sources/second"]
    assert answer(loaded, "select count(*) from speakers") == [(2,)]


def test_one_folder_of_a_collection_loads_alone(loaded: str, mini: Path) -> None:
    set_cell(mini / "sources/report/figures.csv", 0, "value", "41")
    result = load_into(loaded, [mini / "sources" / "report"])
    assert list(result.folders) == ["mini/sources/report"]
    assert answer(loaded, "select value from figures where id = 'cables-cut'") == [(41.0,)]


def test_each_load_is_written_down(loaded: str, mini: Path) -> None:
    set_cell(mini / "sources/report/figures.csv", 0, "value", "41")
    load_into(loaded, [mini])
    rows = answer(loaded, "select dataset, folder, digest <> '' from loads order by id")
    assert rows[0] == ("cyberdiplo/seeds", "vocabularies", 1)
    assert rows[1:] == [("mini", "reference", 1), ("mini", "sources/report", 0), ("mini", "sources/report", 1)]


def test_a_users_own_folder_beside_the_shipped_seeds_stays_at_upgrade(any_new_database: str, tmp_path: Path) -> None:
    path = any_new_database
    own = copy_mini(tmp_path)
    for kind in ("countries",):  # the shipped seeds have these
        (own / "reference" / f"{kind}.csv").unlink()
    build(path, [own])
    before = content(path)
    upgrade(path, SEEDS)
    assert content(path) == before
    assert answer(path, "select count(*) from speakers where id = 'diop-awa'") == [(1,)]


def test_an_id_that_another_folder_has_already_said_is_refused_with_the_place(loaded: str, mini: Path) -> None:
    other = mini.parent / "other"
    other.mkdir()
    shutil.copy(mini / "reference" / "speakers.csv", other)
    before = content(loaded)
    with pytest.raises(
        BadSeed, match=r"speakers.csv:2: id: 'diop-awa' is already taken by a speaker of mini/reference"
    ):
        load_into(loaded, [other])
    assert content(loaded) == before


def test_one_id_cannot_name_two_things(mini: Path, any_new_database: str) -> None:
    set_cell(mini / "reference/forums.csv", 1, "id", "cable-talks")
    with pytest.raises(BadSeed, match="'cable-talks' is already taken"):
        build(any_new_database, [mini], shipped=False)


def test_taking_away_what_others_still_need_is_refused(loaded: str, mini: Path) -> None:
    edit(mini / "reference/organisations.csv", lambda rows: rows.pop(0))
    with pytest.raises(BadSeed, match="there is no organisation 'cablecorp'"):
        load_into(loaded, [mini])


@pytest.mark.parametrize("case", WRONG, ids=[f"{case['file']}-{case['column']}={case['value']}" for case in WRONG])
def test_a_wrong_cell_is_told_by_file_row_column_and_what_would_be_right(
    case: dict[str, str], loaded: str, mini: Path, tmp_path: Path
) -> None:
    path = mini / f"{case['file']}.csv"
    set_cell(path, int(case["row"]), case["column"], case["value"].encode().decode("unicode_escape"))
    before = content(loaded)
    with pytest.raises(BadSeed) as refused:
        load_into(loaded, [mini])
    said = str(refused.value)
    line = int(case["row"]) + 2
    place = f"{case['place']}: " if case["place"] else ""
    assert f"{path}:{line}: {place}" in said or f"{path}: {place}" in said
    assert case["says"] in said
    assert f"[{case['rule']}]" in said
    assert content(loaded) == before
    with pytest.raises(BadSeed):
        build(tmp_path / "new.sqlite", [mini], shipped=False)
    assert not (tmp_path / "new.sqlite").exists()
    assert case["says"] in "\n".join(map(str, check([mini], shipped=False)[1]))


def test_all_problems_are_told_at_once(loaded: str, mini: Path) -> None:
    set_cell(mini / "reference/meetings.csv", 0, "start_date", "2020-02-30")
    set_cell(mini / "reference/forums.csv", 0, "type", "comittee")
    set_cell(mini / "sources/report/statements.csv", 0, "meeting_id", "cable-talk-1")
    with pytest.raises(BadSeed) as refused:
        load_into(loaded, [mini])
    said = str(refused.value)
    assert said.startswith("3 problems in the seed files; nothing was loaded")
    assert "'2020-02-30' is not a date" in said
    assert "did you mean committee" in said
    assert "did you mean cable-talks-1" in said


def test_a_wrong_promise_stops_the_load(loaded: str, mini: Path) -> None:
    promise = mini / "sources/report/expect.toml"
    promise.write_text(promise.read_text("utf-8").replace("statements = 2", "statements = 3"), encoding="utf-8")
    with pytest.raises(BadSeed, match=r"expect.toml: counts.statements: promises 3, the rows give 2"):
        load_into(loaded, [mini])


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("[facts]\nspeakers = 2\n", "facts.speakers: promises 2, the rows give 1"),
        ("[facts]\nspeekers = 1\n", "did you mean speakers"),
        ('[paragraphs]\nstatements_from = ["par. 9"]\n', "no statement comes from 'par. 9'"),
        ('[footnotes]\ndiop-cablecorp = "note 2"\n', "must be cited at 'note 2' and nowhere else"),
        ("[counts\n", "this is not TOML"),
    ],
)
def test_each_kind_of_promise_is_kept(loaded: str, mini: Path, line: str, says: str) -> None:
    (mini / "sources/report/expect.toml").write_text(line, encoding="utf-8")
    with pytest.raises(BadSeed) as refused:
        load_into(loaded, [mini])
    assert says in str(refused.value)


def test_an_unfinished_build_leaves_no_file(mini: Path, tmp_path: Path) -> None:
    set_cell(mini / "reference/forums.csv", 0, "type", "comittee")
    folder = tmp_path / "new"
    with pytest.raises(BadSeed):
        build(folder / "new.sqlite", [mini], shipped=False)
    assert list(folder.iterdir()) == []


def test_a_database_of_another_revision_is_not_loaded_into(loaded: str) -> None:
    change(loaded, "update alembic_version set version_num = '9999'")
    with pytest.raises(DatabaseProblem, match="made by a newer cyberdiplo"):
        load_into(loaded, [MINI])


def test_the_shipped_seeds_load_without_a_mistake(tmp_path: Path) -> None:
    result = build(tmp_path / "shipped.sqlite")
    assert result.rows > 1000
    assert answer(str(tmp_path / "shipped.sqlite"), "select count(*) from pragma_foreign_key_check") == [(0,)]


def test_every_row_of_a_source_leads_to_its_place(database: Reading) -> None:
    sql = (
        "select count(*) from records where kind not in ('topic', 'source')"
        " and id not in (select record_id from citations)"
    )
    assert database.execute(sql).fetchone() == (0,)
