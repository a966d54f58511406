"""What the shipped data promise."""

from __future__ import annotations

import csv
import re
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests import balance_page
from tests.conftest import ROOT, SEEDS
from tests.sources_page import PAGE, page

TOTALS = {  # yes, no, abstentions, as the fact sheets of the General Assembly give them
    "A/RES/77/37": (156, 7, 14),
    "A/RES/73/27": (119, 46, 14),
    "A/RES/73/266": (138, 12, 16),
    "A/RES/75/240": (92, 50, 21),
    "A/RES/74/247": (79, 60, 33),
    "A/RES/60/45": (177, 1, 0),
}


@pytest.mark.parametrize("symbol", TOTALS)
def test_votes_counted_state_by_state_give_the_known_totals(database: sqlite3.Connection, symbol: str) -> None:
    sql = (
        "select sum(case when vote = 'yes' then 1 else 0 end), sum(case when vote = 'no' then 1 else 0 end),"
        " sum(case when vote = 'abstain' then 1 else 0 end) from votes"
        " join roll_calls on roll_calls.id = votes.roll_call_id"
        " join identifiers on identifiers.record_id = roll_calls.measure_id where identifiers.value = ?"
    )
    assert database.execute(sql, (symbol,)).fetchone() == TOTALS[symbol]


SYMBOL_URL = r"https://undocs\.org/A/[\w/.]+"  # where the United Nations keep the document of a symbol


def test_every_url_is_one_that_was_collected(documents: Path) -> None:
    collected = documents.parent / "facts"
    if not collected.is_dir():
        pytest.skip(f"the collected facts are not at {collected}")
    looked_up = Path(__file__).with_name("looked_up.txt")  # pages that were read to settle what the facts left open
    facts = [*collected.rglob("*.yaml"), *collected.rglob("*.md"), *documents.glob("*.txt"), looked_up]
    known = "\n".join(path.read_text("utf-8") for path in facts)
    missing = set()
    for path in SEEDS.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                urls = [row.get("url"), row.get("mirror_url"), row["value"] if row.get("scheme") == "url" else ""]
                missing |= {url for url in urls if url and url not in known and not re.fullmatch(SYMBOL_URL, url)}
    assert missing == set()


def test_no_row_of_the_seeds_names_a_folder_of_somebodys_machine() -> None:
    for path in [*SEEDS.rglob("*.csv"), *SEEDS.rglob("*.toml")]:
        assert not re.search(r"(^|[\s,\"])(/home|/root|/work|/tmp|[A-Z]:\\)", path.read_text("utf-8")), path


def test_the_page_of_sources_is_made_from_the_data(database: sqlite3.Connection) -> None:
    assert PAGE.read_text("utf-8") == page(database)


def test_the_page_of_balance_is_made_from_the_data(database: sqlite3.Connection) -> None:
    assert balance_page.PAGE.read_text("utf-8") == balance_page.page(database)


def test_the_same_body_named_in_two_documents_is_one_record(database: sqlite3.Connection) -> None:
    for record, documents in {
        "un-oewg-2019-2021": {"un-oewg-text", "afp-french-proposal-2020"},
        "wto": {"wto-tbt-cyber-2023", "other-forums-chapter"},
        "un-poa": {"fr-de-ministerial-2022", "afp-french-proposal-2020"},
        "unga": {"fr-de-ministerial-2022", "un-oewg-text"},
    }.items():
        cited = {row[0] for row in database.execute("select source_id from citations where record_id = ?", (record,))}
        assert documents <= cited, record


def test_a_document_that_is_out_of_date_stays_beside_the_newer_fact(database: sqlite3.Connection) -> None:
    act = database.execute("select status from measures where id = 'eu-cyber-resilience-act'").fetchone()
    assert act == ("in_force",)
    sql = "select distinct source_id from citations where record_id = 'eu-cyber-resilience-act'"
    assert "wto-tbt-cyber-2023" in {row[0] for row in database.execute(sql)}


def test_nothing_in_the_repository_is_a_database() -> None:
    made = {".venv", ".nox"}  # by those who work on it
    assert [path for path in Path(ROOT).rglob("*.sqlite") if made.isdisjoint(path.parts)] == []


def test_every_record_is_called_something_once(database: sqlite3.Connection) -> None:
    sql = "select records.id from records left join record_titles as titles on titles.id = records.id"
    assert not list(
        database.execute(f"{sql} where coalesce(titles.name_fr, '') = '' or coalesce(titles.name_en, '') = ''")
    )
    assert not list(database.execute(f"{sql} group by records.id having count(*) > 1"))


def test_a_relation_of_a_record_without_a_name_is_called_something(mini_path: Path, tmp_path: Path) -> None:
    connection = sqlite3.connect(shutil.copy(mini_path, tmp_path / "mini.sqlite"))
    relation, step = (
        connection.execute(f"select min(id) from {table}").fetchone()[0] for table in ("relations", "measure_events")
    )
    connection.execute("update relations set object_id = ? where id = ?", (step, relation))
    (title,) = connection.execute("select name_en from record_titles where id = ?", (relation,)).fetchone()
    connection.close()
    assert title.endswith(f" → {step}")
