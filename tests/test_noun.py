"""A new noun needs what CONTRIBUTING says under "Add a noun", nothing else: here treaties, in a copy of the program."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.schema.model import seed_tables
from cyberdiplo.schema.nouns import NOUNS
from cyberdiplo.schema.revision import REVISION
from tests.conftest import ROOT
from tests.load.mini import MINI

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

MODEL = '''

class Treaty(Recorded, Named, Base, kind="treaty"):
    """An agreement between States."""

    french = "Un accord entre États."

    __tablename__ = "treaties"
    __table_args__ = (filled("name_fr", "name_en"), partial_date("opened_on"), STRICT)
    opened_on: Mapped[str | None] = text("Since when it can be signed.", "Depuis quand il peut être signé.",
        form="date", heading="ouvert le")
    depositary_id: Mapped[str | None] = link("organisations", "Who keeps it.", "Son dépositaire.",
        heading="dépositaire")
    parties: Mapped[int | None] = mapped_column(Integer, doc="How many it binds.",
        info=meaning("Nombre de parties.", heading="parties"))
'''
NOUN = """
    Noun("treaty", "treaties", "un traité", plural_fr="traités", listed=Listed(65), names=Names(), search=Search()),
)
"""
LIST = """\
-- title: Agreements between States
-- titre: Les accords entre États
-- param treaty: treaty    only this one | seulement celui-ci
-- param country: country    only kept by a body of this country | seulement d'un dépositaire de ce pays
-- param depositary: organisation    only kept by this one | seulement ceux de cette organisation
-- main: name, opened_on, depositary, country, parties
-- example: treaties list
-- next: show harbour-treaty
-- next: cite harbour-treaty
-- next: search harbour --kind treaties
select treaties.id, treaties.name_fr as name, treaties.opened_on, organisations.name_fr as depositary,
  countries.name_fr as country,
  -- if :ids
  organisations.country_id,
  -- end
  treaties.parties
from treaties
left join organisations on organisations.id = treaties.depositary_id
left join countries on countries.id = organisations.country_id
where 1 = 1
  and treaties.id in (:treaty)
  and treaties.load_id in (:folder)
  and organisations.country_id in (:country)
  and treaties.depositary_id in (:depositary)
order by treaties.id
"""
# What names a record: rows that say something of it go with it, relations are records themselves, other records stay.
SAYING = (
    *(("citations", "record_id"), ("names", "record_id"), ("identifiers", "record_id"), ("record_topics", "record_id")),
    *(("mentions", "record_id"), ("mentions", "mentioned_id"), ("rosters", "record_id")),
    *(("former_ids", "record_id"), ("refinements", "record_id")),
)
RELATING = (
    *(("relations", "subject_id"), ("relations", "object_id")),
    *(("memberships", "member_id"), ("memberships", "group_id")),
)
POINTING = (
    *(("statements", "stance_target_id"), ("figures", "subject_id"), ("figures", "attributed_to_id")),
    *(("measures", "issuer_id"), ("sources", "author_id"), ("participations", "on_behalf_of_id")),
)
MIGRATION = f'''
"""Treaties are records of a kind of their own.

Why: agreements between States are listed, shown and searched by their names.
Data: no row changes.
Undo: treaties go, and what is written of them. The folders that said it are read again when they are loaded next.
"""

import sqlalchemy as sa
from alembic import op

from cyberdiplo.schema.tables import METADATA
from cyberdiplo.store.batch import batch

revision, down_revision = "{int(REVISION) + 1:04}", "{REVISION}"
KINDS = {[noun.kind for noun in NOUNS]}
SAYING = {SAYING}
RELATING = {RELATING}
POINTING = {POINTING}
LOST = " union ".join(
    ["select id from treaties"]
    + [f"select id from {{table}} where {{column}} in (select id from treaties)" for table, column in RELATING]
)


def allow(kinds):
    with batch("records") as records:
        records.drop_constraint(op.f("ck_records_kind_known"), type_="check")
        records.create_check_constraint(op.f("ck_records_kind_known"), f"kind in ({{str(kinds)[1:-1]}})")


def change(sql, table, column, ids):
    """Do it to the rows that name one of the ids; their loads are read again, for which the digest is not empty."""
    again = f"select load_id from {{table}} where {{column}} = :id"
    for text in (f"update loads set digest = 'undone' where digest <> '' and id in ({{again}})", sql):
        if ids:
            op.get_bind().execute(sa.text(text.format(table=table, column=column)), ids)


def upgrade():
    allow([*KINDS, "treaty"])
    METADATA.tables["treaties"].create(op.get_bind())


def downgrade():
    ids = [{{"id": row[0]}} for row in op.get_bind().execute(sa.text(LOST))]
    for table, column in POINTING:
        change("update {{table}} set {{column}} = null where {{column}} = :id", table, column, ids)
    for table, column in (*SAYING, *((table, "id") for table, _ in RELATING)):
        change("delete from {{table}} where {{column}} = :id", table, column, ids)
    op.drop_table("treaties")
    change("delete from {{table}} where {{column}} = :id", "records", "id", ids)
    allow(KINDS)
'''
SEEDS = """\
id,name_fr,name_en,opened_on,depositary_id,parties
harbour-treaty,Traité sur les ports,Treaty on harbours,2001-11,{body},7
"""


class Copy:
    """A copy of the program with one noun more, and a database of the small collection and a treaty."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.database = folder, folder / "database.sqlite"
        for name in ("src", "migrations", "seeds"):
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "generated"))
        shutil.copy(ROOT / "pyproject.toml", folder)  # where Alembic reads which migrations there are
        schema = folder / "src" / "cyberdiplo" / "schema"
        with (schema / "bodies.py").open("a", encoding="utf-8") as file:
            file.write(MODEL)
        nouns = (schema / "nouns.py").read_text("utf-8").rstrip()
        (schema / "nouns.py").write_text(nouns.removesuffix("\n)") + NOUN, "utf-8")
        (folder / "src/cyberdiplo/questions/lists/treaties.sql").write_text(LIST, "utf-8")
        (folder / f"migrations/versions/{int(REVISION) + 1:04}_treaties.py").write_text(MIGRATION, "utf-8")
        mini = shutil.copytree(MINI, folder / "mini")
        body = next(csv.DictReader((mini / "reference/organisations.csv").read_text("utf-8").splitlines()))["id"]
        (mini / "reference" / "treaties.csv").write_text(SEEDS.format(body=body), "utf-8")
        citations = (mini / "sources/report/citations.csv").read_text("utf-8").splitlines()
        known = next(csv.DictReader(citations))
        cells = known | {"record_id": "harbour-treaty", "field": "", "anchor": ""}
        (mini / "sources/report/expect.toml").unlink()
        for table, row in (
            ("reference/names", "harbour-treaty,Hafenvertrag,de,alias,0"),
            ("sources/report/record_topics", "harbour-treaty,cables"),
        ):
            with (mini / f"{table}.csv").open("a", encoding="utf-8") as file:
                file.write(f"{row}\n")
        with (mini / "sources/report/citations.csv").open("a", encoding="utf-8", newline="") as cited:
            csv.DictWriter(cited, list(known), lineterminator="\n").writerow(cells)

    def run(self, *words: str, module: str = "cyberdiplo") -> str:
        """What a command of the copy says."""
        environment = os.environ | {
            "PYTHONPATH": str(self.folder / "src"),
            "CYBERDIPLO_DATABASE": str(self.database),
            "HOME": str(self.folder / "home"),
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "100",
        }
        line = [sys.executable, "-m", module, *words]
        done = subprocess.run(
            line, env=environment, cwd=self.folder, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory, mini_path: Path) -> Copy:
    """The copy; its database is one of today's program that the migration of the noun has upgraded."""
    made = Copy(tmp_path_factory.mktemp("noun"))
    made.run(module="cyberdiplo.schema.snapshot")
    shutil.copy(mini_path, made.database)
    made.run("db", "upgrade")
    made.run("load", "--replace", "mini")
    return made


def rows_of_tables(database: str) -> dict[str, list[tuple[object, ...]]]:
    """The rows of every table of facts, without the number of their load."""
    found = {}
    with closing(sqlite3.connect(database)) as connection:
        for table in [*seed_tables(), "treaties"]:
            columns = [row[1] for row in connection.execute(f"pragma table_info({table})") if row[1] != "load_id"]
            if columns:
                found[table] = sorted(connection.execute(f"select {', '.join(columns)} from {table}"), key=repr)
    return found


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines()))


def test_it_is_listed_and_filtered_by_names(copy: Copy) -> None:
    (found,) = rows(copy.run("treaties", "--format", "csv"))
    assert (found["id"], found["name"], found["opened_on"]) == ("harbour-treaty", "Treaty on harbours", "2001-11")
    for option, value in (
        ("--treaty", "Traité sur les ports"),
        ("--depositary", found["depositary"]),
        ("--folder", "reference"),
    ):
        assert rows(copy.run("treaties", option, value, "--format", "csv")) == [found]


def test_it_is_shown_by_any_of_its_names_in_both_languages(copy: Copy) -> None:
    english, french = (copy.run("treaties", "show", "traite sur les ports", "--lang", lang) for lang in ("en", "fr"))
    assert english.startswith("Treaty on harbours\ntreaty harbour-treaty\n")
    assert french.startswith("Traité sur les ports\ntraité harbour-treaty\n")
    assert "ouvert le" in french
    assert json.loads(copy.run("show", "Treaty on harbours", "--format", "json"))["kind"] == "treaty"


def test_search_finds_it_among_all_and_among_its_kind(copy: Copy) -> None:
    for more in ((), ("--kind", "treaties"), ("--kind", "traité")):
        found = rows(copy.run("search", "harbour", *more, "--format", "csv"))
        assert [(row["kind"], row["id"]) for row in found] == [("treaty", "harbour-treaty")]


def test_an_export_has_its_table_and_a_wide_view_with_labels(copy: Copy) -> None:
    copy.run("export", "out")
    (plain,) = rows((copy.folder / "out/tables/treaties.csv").read_text("utf-8"))
    (wide,) = rows((copy.folder / "out/wide/treaties.csv").read_text("utf-8"))
    assert plain.items() <= wide.items()
    assert wide["depositary_fr"]
    assert wide["depositary_en"]
    package = json.loads((copy.folder / "out/datapackage.json").read_text("utf-8"))
    (described,) = (one for one in package["resources"] if one["name"] == "wide-treaties")
    assert {field["name"]: field["type"] for field in described["schema"]["fields"]}["parties"] == "integer"


def test_schema_help_and_dictionary_know_it(copy: Copy) -> None:
    assert "Since when it can be signed." in copy.run("db", "schema", "treaties")
    assert "treaties       Agreements between States." in copy.run("--help")
    assert "One treaty whole." in copy.run("treaties", "show", "--help")
    sql = "select count(*) as n from dictionary_columns where table_name = 'treaties'"
    assert rows(copy.run("sql", sql, "--format", "csv")) == [{"n": "10"}]


def test_its_migration_makes_the_tables_of_a_new_database(copy: Copy) -> None:
    new = copy.folder / "new.sqlite"
    copy.run("load", "--empty", "--database", str(new), "mini")
    made = []
    for path in (copy.database, new):
        connection = sqlite3.connect(path)
        sql = "select sql from sqlite_master where name in ('treaties', 'labels') order by name"
        made.append([" ".join(row[0].split()) for row in connection.execute(sql)])
        connection.close()
    assert made[0] == made[1]


def test_its_migration_is_undone_and_done_again_and_the_next_load_brings_back_what_was_lost(copy: Copy) -> None:
    again = str(shutil.copy(copy.database, copy.folder / "again.sqlite"))
    before = rows_of_tables(again)
    copy.run("-x", f"database={again}", "downgrade", REVISION, module="alembic")
    undone = rows_of_tables(again)
    lost = {table for table in before if before[table] != undone.get(table)}
    assert lost >= {"treaties", "citations", "names", "record_topics"}
    assert not [row for table in undone for row in undone[table] if "harbour-treaty" in row]
    with closing(sqlite3.connect(again)) as connection:
        assert connection.execute("pragma foreign_key_check").fetchall() == []
    copy.run("db", "upgrade", "--database", again)
    copy.run("load", "--replace", "--database", again, "mini")
    after = rows_of_tables(again)
    assert {table: after[table] for table in lost} == {table: before[table] for table in lost}


def test_its_migration_knows_whatever_may_name_a_record() -> None:
    naming = [
        (table.name, column.name)
        for table in seed_tables().values()
        for column in table.columns
        if column.references == "records" and column.name != "id"
    ]
    assert sorted(naming) == sorted((*SAYING, *RELATING, *POINTING))


def test_its_list_says_what_every_list_says() -> None:
    """What tests/questions holds of each list, held of this one: CONTRIBUTING asks for it."""
    assert LIST.count("-- next: ") == 3
    assert ".load_id in (:folder)" in LIST
    assert re.search(r"-- if :ids\n +\w+\.country_id,\n +-- end", LIST)
    steps = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    for words in ("`-- next:`", "`-- if :ids`", "load_id in (:folder)`", "`'undone'`"):
        assert words in steps


def test_without_it_nothing_of_it_is_known(cyberdiplo: Run) -> None:
    done = cyberdiplo("treaties")
    assert done.returncode == 2
    assert "No such command 'treaties'" in done.stderr
