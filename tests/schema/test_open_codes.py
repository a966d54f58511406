"""A code that a user adds to an open vocabulary and that counts as one of ours is asked for with it.

Which codes our SQL names in another way, and why those stand for themselves alone, is listed here.
"""

from __future__ import annotations

import csv
import re
import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import cyberdiplo
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.run import ask
from cyberdiplo.schema.vocabulary import OPEN
from cyberdiplo.store import sqlite
from tests.conftest import ROOT
from tests.expect import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.store.connection import Connection

# By column and code. A new sort of one of these is not to be taken for it.
STAND_FOR_THEMSELVES = {
    "role": {
        "speaker panellist": "who takes the floor: what `speakers` is of, and every count of speakers",
        "member participant": "what the filter of members begins with; members have votes, and lists that are counted",
        "signatory party": "lists that are counted, closed in rosters.list",
        "proposer supporter": "lists that are counted, closed in rosters.list",
    },
    "capacity": {"state": "only it speaks for a country, and totals of States count it"},
    "type": {
        "planned": "did not take place: every other step did",
        "introduced co_sponsored proposed signed ratified adopted": "whose text it is, for lists that rosters.list"
        " counts, and the state that schema.vocabulary.STATUS_AFTER has after it",
        "law resolution": "the text itself, which comes before every other source",
        "web_page dataset": "sources without a day of their own",
        "report": "what bodies endorse",
        "proposal": "an edge of a network, beside the supporters' and opponents'",
        "term": "words for search and no name",
    },
    "predicate": {
        "supports opposes": "the two sides, closed in statements.stance",
        "succeeds competes_with proposed_to_replace builds_on establishes extends": "which text or process comes after"
        " which, a relation each",
        "part_of case_of develops outcome_of": "a relation each",
    },
    "scheme": {"url": "an address and no number"},
    "unit": {"percent": "of another figure"},
    "lang": {"fr en": "the two languages of the program"},
    "record_type": {"instrument": "speaks for its issuers"},
}
NAMED = re.compile(
    r"\b(role|capacity|type|method|predicate|scheme|form|verb|unit|lang|record_type)\s*(?:=|<>|not in|in)\s*"
    r"(\((?:\s*'[a-z_]+',?)+\s*\)|'[a-z_]+')"
)
ASKS = re.compile(r"select code from (\w+)\s+where coalesce\(counts_as, code\) in \(([^()]+)\)")
LITERAL = re.compile(r"'([a-z_]+)'")
ROOM = Path(cyberdiplo.__file__).parent
# Drafts and importers propose rows with our codes; rules warn the curators of the shipped seeds; migrations, which an
# installed package has in it, know the codes of their day.
APART = {"generated", "drafts", "imports", "rules", "migrations"}


def read_texts() -> Iterator[str]:
    for path in ROOM.rglob("*"):
        if path.suffix in (".sql", ".py") and APART.isdisjoint(path.relative_to(ROOM).parts):
            yield path.read_text(encoding="utf-8")


def read_codes(table: str) -> list[str]:
    with (ROOT / "seeds" / "vocabularies" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return [row["code"] for row in csv.DictReader(file)]


def test_our_sql_names_codes_of_open_vocabularies_only_where_a_list_says_why() -> None:
    known = {code for table in OPEN.values() for code in read_codes(table)}
    named = {(column, code) for text in read_texts() for column, listed in NAMED.findall(text)
             for code in LITERAL.findall(listed) if code in known}  # fmt: skip
    listed = {(column, code) for column, codes in STAND_FOR_THEMSELVES.items() for code in " ".join(codes).split()}
    assert named == listed


# With each of these others count.
COUNTED = {
    "participation_roles": "chair co_chair vice_chair moderator rapporteur",
    "organisation_types": "intergovernmental union_institution government ministry agency parliament court secretariat"
    " standards_body technical_committee",
    "statement_types": "commitment conclusion concern question proposal recommendation call fact procedure",
    "measure_types": "norm principle confidence_building_measure commitment recommendation standard framework"
    " code_of_practice certification_scheme label_scheme national_position",
    "step_types": "adopted signed assented entered_into_force applied endorsed published",
}


def test_the_codes_with_which_others_count_are_known() -> None:
    found = {(table, code) for text in read_texts() for table, listed in ASKS.findall(text)
             for code in LITERAL.findall(listed)}  # fmt: skip
    assert found == {(table, code) for table, codes in COUNTED.items() for code in codes.split()}


# Questions that ask for codes by what they count as; the columns that show the code are left out.
ASKED = {
    "chairs": ("role",), "processes": (), "meetings-of-processes": (), "commitments": ("type",), "concerns": ("type",),
    "proposals": ("type",), "positions-by-capacity": ("type",), "norms": ("type",), "how-adopted": (),
    "confidence-building-measures": ("type",), "standards-mentioned": ("type",), "national-positions": (),
    "endorsements": (), "statements": ("type",), "votes": (), "measures": ("type", "latest_step"),
    "what-applies-when": ("what", "step"),
}  # fmt: skip


def rows(connection: Connection, name: str) -> list[dict[str, Any]]:
    result = ask(connection, catalogue.read(QUESTIONS[name]), {})
    cells = (dict(zip(result.columns, row, strict=True)) for row in result.rows)
    return [{key: value for key, value in row.items() if key not in ASKED[name]} for row in cells]


@pytest.fixture(scope="module")
def pair(database_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Connection, Connection]]:
    """The shipped rows, and the same with a code of a user's own in place of each that others may count as."""
    path = tmp_path_factory.mktemp("own") / "own.sqlite"
    shutil.copy(database_path, path)
    columns = {table: domain.split(".") for domain, table in OPEN.items() if "." in domain}
    with sqlite3.connect(path) as own:
        for table, code in ((table, code) for table, codes in COUNTED.items() for code in codes.split()):
            of, column = columns[table]
            own.execute(
                f"insert into {table} (code, label_fr, label_en, counts_as, sort, load_id)"
                f" select ?, 'le nôtre', 'our own', code, sort, load_id from {table} where code = ?",
                (f"own_{code}", code),
            )
            own.execute(f"update {of} set {column} = ? where {column} = ?", (f"own_{code}", code))
    own.close()
    both = sqlite.reading(database_path), sqlite.reading(path)
    yield both
    for connection in both:
        connection.close()


@pytest.mark.parametrize("name", ASKED)
def test_a_code_of_a_users_own_counts_as_the_one_that_it_names(pair: tuple[Connection, Connection], name: str) -> None:
    shipped, own = (rows(connection, name) for connection in pair)
    key = sorted(shipped[0])
    assert sorted(own, key=lambda row: [str(row[one]) for one in key]) == sorted(
        shipped, key=lambda row: [str(row[one]) for one in key]
    )
