"""``db schema``: the tables as people read them, made from the schema itself."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import UnclearName
from cyberdiplo.render import schema
from cyberdiplo.schema.model import tables
from tests.conftest import ROOT, Run

if TYPE_CHECKING:
    from cyberdiplo.store.sqlite_reading import Reading


def test_the_page_in_the_documentation_is_what_the_schema_says() -> None:
    page = ROOT / "docs" / "schema.md"
    made = schema.write_markdown(schema.find_entries(), 0)
    assert page.read_text("utf-8") == made, "cyberdiplo db schema --format markdown --output docs/schema.md"


def test_every_table_and_view_of_the_database_is_described(database: Reading) -> None:
    rows = database.execute("select name from sqlite_master where type in ('table', 'view')")
    known = {row[0] for row in rows if not row[0].startswith(("sqlite", "search_index_", "alembic"))}
    assert {entry.name for entry in schema.find_entries()} == known
    assert all(entry.doc and entry.columns for entry in schema.find_entries())


def test_the_sql_makes_the_schema() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema.write_sql(schema.find_entries(), 0))
    made = {row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")}
    connection.close()
    assert {*tables()} <= made


def test_json_has_references_and_codes_in_both_languages() -> None:
    (statements,) = json.loads(schema.write_json(schema.find_entries(["statements"]), 0))
    columns = {column["name"]: column for column in statements["columns"]}
    assert columns["meeting_id"]["references"] == "meetings"
    assert columns["stance"]["codes"]["supports"] == {"fr": "soutient", "en": "supports"}


def test_the_diagram_joins_what_refers_to_what() -> None:
    drawn = schema.write_mermaid(schema.find_entries(["countries", "votes"]), 0)
    assert drawn.startswith("erDiagram\n")
    assert "    countries ||--o{ votes : country_id\n" in drawn


@pytest.mark.parametrize(("name", "near"), [("statments", "statements"), ("Forums", "forums"), ("label", "labels")])
def test_a_near_miss_is_told_what_may_be_meant(name: str, near: str) -> None:
    with pytest.raises(UnclearName) as error:
        schema.find_entries([name])
    assert near in error.value.hint


@pytest.mark.parametrize("format", ["text", "sql", "json", "markdown", "mermaid"])
def test_the_command_gives_each_form(cyberdiplo: Run, format: str) -> None:
    done = cyberdiplo("db", "schema", "forums", "--format", format)
    assert (done.returncode, done.stderr) == (0, "")
    assert "organisation_id" in done.stdout


def test_a_wrong_table_is_told(cyberdiplo: Run) -> None:
    done = cyberdiplo("db", "schema", "statments")
    assert (done.returncode, done.stdout) == (3, "")
    assert "did you mean statements or" in done.stderr
