"""An export holds everything, describes itself, and makes the same database again."""

from __future__ import annotations

import csv
import json
import sqlite3
from typing import TYPE_CHECKING, Any

import frictionless
import pytest

from cyberdiplo.errors import BadUsage, CyberdiploError
from cyberdiplo.load.build import build
from cyberdiplo.records import dump
from cyberdiplo.render.export.folder import export
from cyberdiplo.render.style import Style
from cyberdiplo.render.writers.registry import WRITERS
from cyberdiplo.schema.model import seed_tables, tables
from cyberdiplo.store import sqlite
from cyberdiplo.store.encoded import EncodedRows
from cyberdiplo.store.sqlite_reading import Reading
from tests.render.answers import ODD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def quiet(_what: str, _done: int, _all: int) -> None:
    """Nobody watches."""


@pytest.fixture(scope="module")
def exported(database_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped data as CSV."""
    folder = tmp_path_factory.mktemp("export") / "csv"
    connection = sqlite.reading(database_path)
    export(connection, folder, "csv", "en", force=False, tell=quiet)
    connection.close()
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_table_is_there_with_every_row(exported: Path, database: Reading) -> None:
    assert {path.stem for path in (exported / "tables").iterdir()} == {*seed_tables(), "records"}
    for path in (exported / "tables").iterdir():
        assert len(rows(path)) == database.execute(f"select count(*) from {path.stem}").fetchone()[0], path.name


def test_every_noun_has_a_wide_view_with_every_row(exported: Path, database: Reading) -> None:
    nouns = {*tables()} & {path.stem for path in (exported / "wide").iterdir()}
    assert nouns >= {
        *("forums", "processes", "meetings", "speakers", "participations", "organisations", "measures"),
        *("statements", "figures", "votes", "sources", "topics", "countries"),
    }
    for name in nouns:
        found = database.execute(f"select count(*) from {name}").fetchone()[0]
        assert len(rows(exported / "wide" / f"{name}.csv")) == found, name


def test_labels_stand_beside_ids_in_both_languages(exported: Path) -> None:
    jolly = next(row for row in rows(exported / "wide/participations.csv") if row["speaker_id"] == "jolly-nandini")
    assert (jolly["capacity"], jolly["capacity_fr"], jolly["capacity_en"]) == (
        "private_sector", "pour le secteur privé", "for the private sector"
    )  # fmt: skip
    assert (jolly["country_id"], jolly["country_en"], jolly["forum_id"]) == ("CAN", "Canada", "wto-tbt")


@pytest.mark.parametrize("each", dump.table_dumps() + dump.wide_dumps(), ids=lambda each: f"{each.name}")
def test_what_is_declared_of_a_column_is_so(each: dump.Dump, database: Reading) -> None:
    cursor = database.execute(each.sql)
    assert [column[0] for column in cursor.description] == [field.name for field in each.fields]
    kinds = {"string": str, "date": str, "integer": int, "number": float}
    for row in cursor:
        for field, value in zip(each.fields, row, strict=True):
            assert value is None or type(value) is kinds[field.type], field
    assert all(field.doc for field in each.fields)


@pytest.mark.parametrize("each", dump.table_dumps() + dump.wide_dumps(), ids=lambda each: f"{each.name}")
def test_json_made_by_the_database_is_the_json_that_we_make(
    each: dump.Dump, tmp_path: Path, database_path: Path
) -> None:
    odd = sqlite3.connect(tmp_path / "odd.sqlite", factory=Reading)
    with sqlite3.connect(database_path) as shipped:
        shipped.backup(odd)
    odd.execute("pragma ignore_check_constraints = on")
    for number, text in enumerate(ODD):
        odd.execute("update statements set summary_en = ? where sort = ?", (text, number))
        odd.execute("update forums set name_en = ? where rowid = ?", (text, number))
    odd.execute("update statements set summary_fr = cast(x'636166e9' as text) where sort = 7")
    odd.text_factory = lambda text: text.decode("utf-8", "replace")
    texts = []
    for way in ("objects", "bytes", "rows"):
        result = dump.read_rows(odd, each)
        assert isinstance(result.rows, EncodedRows)
        if way == "bytes":
            result.rows = EncodedRows([], result.rows.batches)
        elif way == "rows":
            result.rows = iter(result.rows)
        with (tmp_path / "out").open("w", encoding="utf-8", newline="") as file:
            WRITERS["jsonl"](result, file, Style())
        texts.append((tmp_path / "out").read_text("utf-8"))
    odd.close()
    assert texts[0] == texts[1] == texts[2]


def test_the_tables_make_the_same_database_again(exported: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.sqlite"
    build(again, [exported / "tables"], shipped=False)
    connection = sqlite.reading(again)
    export(connection, tmp_path / "second", "csv", "en", force=False, tell=quiet)
    connection.close()
    first = {path.relative_to(exported): path.read_bytes() for path in exported.rglob("*.*")}
    second = {path.relative_to(tmp_path / "second"): path.read_bytes() for path in (tmp_path / "second").rglob("*.*")}
    assert first == second


def test_the_package_describes_the_schema(exported: Path) -> None:
    package = json.loads((exported / "datapackage.json").read_text("utf-8"))
    assert package["$schema"].endswith("/2.0/datapackage.json")
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    resources = {resource["name"]: resource for resource in package["resources"]}
    meetings = resources["meetings"]["schema"]
    fields = {field["name"]: field for field in meetings["fields"]}
    assert meetings["primaryKey"] == ["id"]
    assert {"fields": ["parent_id"], "reference": {"fields": ["id"]}} in meetings["foreignKeys"]
    assert {"fields": ["forum_id"], "reference": {"resource": "forums", "fields": ["id"]}} in meetings["foreignKeys"]
    assert fields["start_date"]["constraints"] == {"required": True, "pattern": r"\d{4}(-\d{2}(-\d{2})?)?"}
    assert "held" in fields["status"]["constraints"]["enum"]
    words = {"fields": ["type"], "reference": {"resource": "meeting_types", "fields": ["code"]}}
    assert words in meetings["foreignKeys"]
    assert resources["votes"]["schema"]["primaryKey"] == ["roll_call_id", "country_id"]
    assert resources["countries"]["schema"]["uniqueKeys"] == [["alpha2"], ["m49"]]
    assert all((exported / resource["path"]).is_file() for resource in resources.values())
    assert "kind" not in fields
    assert all(field["description"] for resource in resources.values() for field in resource["schema"]["fields"])


def test_what_the_tables_promise_beyond_their_columns_is_known_without_them() -> None:
    dated = {column.name for column in tables()["meetings"].columns if column.pattern}
    assert dated == {"start_date", "end_date", "start_time", "end_time"}
    assert tables()["countries"].unique == (("alpha2",), ("m49",))


def test_no_two_rows_of_a_file_have_the_same_key(exported: Path) -> None:
    for resource in json.loads((exported / "datapackage.json").read_text("utf-8"))["resources"]:
        with (exported / resource["path"]).open(encoding="utf-8", newline="") as file:
            keys = [tuple(row[name] for name in resource["schema"]["primaryKey"]) for row in csv.DictReader(file)]
        assert len(keys) == len(set(keys)), resource["name"]


def test_frictionless_finds_the_package_sound_and_a_wrong_cell_in_it(exported: Path) -> None:
    package = exported / "datapackage.json"
    report = frictionless.validate(str(package))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])[:5]
    votes = exported / "tables/votes.csv"
    before = votes.read_bytes()
    try:
        votes.write_bytes(before.replace(b",yes\n", b",maybe\n", 1))
        assert not frictionless.validate(str(package), resource_name="votes").valid
    finally:
        votes.write_bytes(before)


@pytest.mark.parametrize("kind", ["jsonl", "parquet"])
def test_other_formats_hold_the_same(kind: Any, exported: Path, database: Reading, tmp_path: Path) -> None:
    if kind == "parquet":
        parquet = pytest.importorskip("pyarrow.parquet")
    export(database, tmp_path / "x", kind, "en", force=False, tell=quiet)
    for path in exported.rglob("*.csv"):
        file = (tmp_path / "x" / path.relative_to(exported)).with_suffix(f".{kind}")
        if kind == "jsonl":
            found = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        else:
            found = parquet.read_table(file).to_pylist()
        said = [{name: "" if value is None else str(value) for name, value in row.items()} for row in found]
        for row in said:
            row.update({name: value.removesuffix(".0") for name, value in row.items() if name.startswith("value")})
        assert said == rows(path), path.name


def test_a_sqlite_export_is_the_database_with_wide_views(exported: Path, database: Reading, tmp_path: Path) -> None:
    export(database, tmp_path / "x", "sqlite", "en", force=False, tell=quiet)
    copy = sqlite.reading(tmp_path / "x/cyberdiplo.sqlite")
    found = [dict(zip((c[0] for c in cursor.description), row, strict=True))
             for cursor in [copy.execute("select * from wide_votes")] for row in cursor]  # fmt: skip
    copy.close()
    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in found] == rows(
        exported / "wide/votes.csv"
    )
    assert {*(path.name for path in (tmp_path / "x").iterdir())} == {"cyberdiplo.sqlite", "datapackage.json"}


def test_a_folder_that_holds_other_things_is_left_alone(database: Reading, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    for force in (False, True):
        with pytest.raises(BadUsage, match="other things"):
            export(database, tmp_path, "popolo", "en", force=force, tell=quiet)
    with pytest.raises(BadUsage, match="is a file"):
        export(database, tmp_path / "notes.txt", "popolo", "en", force=True, tell=quiet)
    with pytest.raises(BadUsage, match="no folder"):
        export(database, tmp_path / "a/b", "popolo", "en", force=True, tell=quiet)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_an_earlier_export_is_replaced_only_where_asked(database: Reading, tmp_path: Path) -> None:
    folder = tmp_path / "x"
    folder.mkdir()
    export(database, folder, "csv", "en", force=False, tell=quiet)
    with pytest.raises(BadUsage, match="already"):
        export(database, folder, "popolo", "en", force=False, tell=quiet)
    export(database, folder, "popolo", "en", force=True, tell=quiet)
    assert [path.name for path in folder.iterdir()] == ["popolo.json"]
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_an_export_that_fails_leaves_nothing_and_takes_nothing_away(database: Reading, tmp_path: Path) -> None:
    folder = tmp_path / "x"
    export(database, folder, "popolo", "en", force=False, tell=quiet)

    def full(what: str, _done: int, _all: int) -> None:
        if what == "tables/votes.csv":
            raise OSError(28, "No space left on device")

    with pytest.raises(CyberdiploError, match="No space left"):
        export(database, folder, "csv", "en", force=True, tell=full)
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
    assert [path.name for path in folder.iterdir()] == ["popolo.json"]


@pytest.fixture
def any_connection(any_database: str) -> Iterator[Any]:
    """The shipped data on either database."""
    from cyberdiplo.cli.words.opening import asking

    with asking(any_database) as connection:
        yield connection


def test_both_databases_give_the_same_files(any_connection: Any, exported: Path, tmp_path: Path) -> None:
    export(any_connection, tmp_path / "x", "csv", "en", force=False, tell=quiet)
    for path in exported.rglob("*.csv"):
        assert (tmp_path / "x" / path.relative_to(exported)).read_bytes() == path.read_bytes(), path.name
