"""The tables, the migrations and the generated schema are one."""

from __future__ import annotations

import re
import shutil
import sqlite3
import warnings
from typing import TYPE_CHECKING

import pytest
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Text, create_engine

from cyberdiplo import settings
from cyberdiplo.errors import DatabaseProblem
from cyberdiplo.load.build import upgrade
from cyberdiplo.render.style import HEADINGS
from cyberdiplo.schema import GENERATED, snapshot
from cyberdiplo.schema.model import tables
from cyberdiplo.schema.revision import REVISION
from cyberdiplo.schema.tables import METADATA, ORDER
from cyberdiplo.schema.vocabulary import DOMAINS, STATUS_AFTER
from cyberdiplo.store import migrate, sqlite
from cyberdiplo.store.address import database_at
from cyberdiplo.store.batch import batch
from cyberdiplo.store.words import read_labels
from tests.conftest import SEEDS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the migrations make; not to be written to."""
    path = tmp_path_factory.mktemp("migrated") / "migrated.sqlite"
    migrate.upgrade(database_at(path))
    return path


def parts(ddl: str) -> list[str]:
    """The columns and constraints of a CREATE TABLE, each as often as it is there, whatever their order."""
    inside = ddl[ddl.index("(") + 1 : ddl.rindex(")")]
    found, depth, start = [], 0, 0
    for place, character in enumerate(inside):
        depth += (character == "(") - (character == ")")
        if character == "," and depth == 0:
            found.append(inside[start:place])
            start = place + 1
    found.append(inside[start:])
    plain = [re.sub(r"\s+", " ", part).strip().replace("DEFAULT ('')", "DEFAULT ''") for part in found]
    # a column that was added later carries its rule with it
    return sorted(piece for part in plain for piece in re.sub(r"^(\w+ TEXT) (?=CONSTRAINT)", "\\1\n", part).split("\n"))


def schema(path: Path | str) -> dict[str, list[str]]:
    """Every table and index of a SQLite file, comparable."""
    connection = sqlite3.connect(path)
    rows = connection.execute(
        "select type, name, sql from sqlite_master where type in ('table', 'index') and sql is not null"
        " and name not in ('alembic_version') and name not like 'search%'"
    ).fetchall()
    connection.close()
    return {name: parts(sql) if kind == "table" else [re.sub(r"\s+", " ", sql)] for kind, name, sql in rows}


def test_the_migrations_make_the_tables_with_every_check(migrated: Path, tmp_path: Path) -> None:
    direct = tmp_path / "direct.sqlite"
    METADATA.create_all(create_engine(f"sqlite:///{direct}"))
    assert schema(migrated) == schema(direct)


def test_the_generated_schema_is_what_the_tables_say(migrated: Path, database_path: Path) -> None:
    for name, text in snapshot.files().items():
        assert (GENERATED / name).read_text("utf-8") == text, name
    assert schema(database_path) == schema(migrated)


def test_a_column_with_a_rule_for_dates_or_times_says_so_in_its_form() -> None:
    for table in METADATA.tables.values():
        rules = [str(rule.name) for rule in table.constraints if str(rule.name).endswith(("_is_date", "_is_time"))]
        forms = {column.name for column in table.columns if column.info["form"] in ("date", "time")}
        assert forms == {re.sub(f"^ck_{table.name}_|_is_(date|time)$", "", name) for name in rules}, table.name


def test_alembic_finds_nothing_to_migrate(migrated: Path) -> None:
    options = {"autogenerate_plugins": ["alembic.autogenerate.*", "alembic.ext.checkconstraint_byname"]}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # SQLite cannot reflect expression indexes; schema() above compares those
        with database_at(migrated).engine().connect() as connection:
            context = MigrationContext.configure(connection, opts=options)
            assert compare_metadata(context, METADATA) == []


def test_the_revision_known_without_alembic_is_its_head() -> None:
    config = Config()
    config.set_main_option("script_location", str(settings.resource("migrations")))
    assert ScriptDirectory.from_config(config).get_current_head() == REVISION


def test_revisions_are_numbers_in_a_row() -> None:
    names = sorted(path.name for path in (settings.resource("migrations") / "versions").glob("*.py"))
    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]


@pytest.mark.parametrize("name", sorted(METADATA.tables))
def test_a_table_can_be_rebuilt_by_batch_mode_with_all_its_rules_and_rows(
    name: str, tmp_path: Path, mini_path: Path
) -> None:
    """As a migration does that drops or changes a rule; here one column and one rule come and go."""
    path = shutil.copy(mini_path, tmp_path / "rebuilt.sqlite")
    connection = sqlite3.connect(path)
    before = schema(path)[name], connection.execute(f"select * from {name}").fetchall()
    connection.execute(f"create view mine as select * from {name}")
    connection.commit()
    with migrate.migrating(database_at(path)) as migrating, Operations.context(MigrationContext.configure(migrating)):
        migrate.drop_views(migrating)
        with batch(name) as table:
            table.add_column(Column("more", Text))
            table.create_check_constraint(op.f(f"ck_{name}_of_the_test"), "1 = 1")
        with batch(name) as table:
            table.drop_constraint(op.f(f"ck_{name}_of_the_test"), type_="check")
            table.drop_column("more")
        migrate.create_views(migrating)
    made = connection.execute("select sql from sqlite_master where name = ?", (name,)).fetchone()[0]
    rules = re.findall(r"CONSTRAINT (\w+)", made)
    assert len(rules) == len(set(rules))  # each once
    assert (schema(path)[name], connection.execute(f"select * from {name}").fetchall()) == before
    connection.close()


def test_a_database_that_was_built_goes_down_to_the_first_revision_and_opens_again_with_every_row(
    tmp_path: Path, database_path: Path
) -> None:
    old = tmp_path / "old.sqlite"
    shutil.copy(database_path, old)
    connection = sqlite3.connect(old)
    before = {name: rows(connection, name) for name in tables()}
    # words that came later become others
    known = "select * from measure_events where type not in ('developed', 'co_sponsored', 'assented') order by id"
    steps = [row[:10] for row in connection.execute(known)]
    indexes = "select name from sqlite_master where type = 'index' and tbl_name = 'measure_events' order by name"
    named = connection.execute(indexes).fetchall()
    migrate.downgrade(database_at(old), "0001")
    ids = {row[0] for row in steps}
    after = [row[:10] for row in connection.execute("select * from measure_events order by id")]
    assert [row for row in after if row[0] in ids] == steps
    assert connection.execute(indexes).fetchall() == named
    with pytest.raises(sqlite3.OperationalError, match="no such column"):
        connection.execute("select method from measure_events")
    connection.close()

    with pytest.raises(DatabaseProblem, match="made by an earlier cyberdiplo"):
        sqlite.reading(old)
    upgrade(old, SEEDS)
    upgraded = sqlite.reading(old)
    for name, (columns, found) in before.items():
        if name != "loads":
            listed = [column for column in columns.split(", ") if column not in ("load_id", "method")]
            same = {tuple(row[columns.split(", ").index(column)] for column in listed) for row in found}
            assert set(rows(upgraded, name, ", ".join(listed))[1]) == same, name
    upgraded.close()


def rows(connection: sqlite3.Connection, table: str, columns: str = "*") -> tuple[str, list[tuple[object, ...]]]:
    """The columns of a table and its rows, in an order of their own."""
    cursor = connection.execute(f"select {columns} from main.{table}")
    return ", ".join(column[0] for column in cursor.description), sorted(cursor, key=repr)


def test_every_table_is_listed_and_documented() -> None:
    assert {table.name for table in ORDER} == set(METADATA.tables)
    for table in tables().values():
        assert table.doc
        assert all(column.doc for column in table.columns), table.name


def test_a_column_says_its_french_heading_once_and_where_no_answer_has_a_word_for_it() -> None:
    said = {
        (re.sub(r"_(id|fr|en)$", "", column.name), column.info["heading"])
        for table in ORDER
        for column in table.columns
        if column.info["heading"]
    }
    assert len(said) == len(snapshot.headings())
    assert not snapshot.headings().keys() & HEADINGS.keys()


def test_every_constraint_has_a_name() -> None:
    for table in METADATA.tables.values():
        for constraint in table.constraints:
            if list(getattr(constraint, "columns", [1])):
                assert constraint.name, (table.name, constraint)


def test_every_code_has_a_label_in_both_languages() -> None:
    for domain in DOMAINS:
        for code, (french, english) in read_labels(domain).items():
            assert re.fullmatch(r"[a-z_]+", code), (domain, code)
            assert bool(french) == bool(english), (domain, code)


def test_the_status_after_an_event_is_a_status() -> None:
    assert set(STATUS_AFTER) <= set(read_labels("measure_events.type"))
    assert set(STATUS_AFTER.values()) <= set(read_labels("measures.status"))
