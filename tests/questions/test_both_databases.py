"""The same question has the same answer on SQLite and on PostgreSQL, to the byte."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadUsage, UnclearName
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.network import list_networks, read_network
from cyberdiplo.questions.question import PACKAGE, PLAIN_KINDS, QUESTIONS, RECORD_KINDS, Parameter, Question
from cyberdiplo.questions.run import SEVERAL, answer, ask
from cyberdiplo.records import record
from cyberdiplo.render.style import Style
from cyberdiplo.render.writers.separated import write_csv
from cyberdiplo.result import Window
from cyberdiplo.schema.model import tables
from cyberdiplo.search.search import search
from cyberdiplo.search.terms import is_question
from cyberdiplo.store import sqlite
from cyberdiplo.store.words import read_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.store.connection import Connection

LISTS = sorted((QUESTIONS / "lists").glob("*.sql"))
CANNED = list(catalogue.find_canned().values())


@pytest.fixture(scope="module")
def both(database_path: Path, postgres_url: str) -> Iterator[tuple[Connection, Connection]]:
    from cyberdiplo.store import postgres

    pair = sqlite.reading(database_path), postgres.reading(postgres_url)
    yield pair
    for connection in pair:
        connection.close()


def as_csv(connection: Connection, question: Question, given: dict[str, str], lang: str, page: Window | None) -> str:
    """The answer as a file, or the error that a user would read."""
    out = io.StringIO()
    try:
        write_csv(ask(connection, question, given, lang=lang, window=page), out, Style())
    except (UnclearName, BadUsage) as error:
        return f"{error} {error.hint}"
    return out.getvalue()


def values(connection: Connection, parameter: Parameter) -> list[str]:
    """A few values that a parameter may have, some of which give rows."""
    if parameter.kind in RECORD_KINDS:
        kinds = ", ".join(repr(kind) for kind in RECORD_KINDS[parameter.kind])
        of_kind = f"where kind in ({kinds})" if kinds else "where kind <> 'country'"
        return [str(row[0]) for row in connection.execute(f"select id from records {of_kind} order by id", {})][::7][:3]
    if parameter.kind in PLAIN_KINDS:
        return {"date": ["2019", "2023-06-20"], "integer": ["0", "3"], "number": ["1.5"], "text": ["cyber"]}[
            parameter.kind
        ]
    return list(read_vocabulary(parameter.kind))[:3]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("path", [*LISTS, *CANNED], ids=lambda path: path.stem)
def test_a_question_has_the_same_answer_on_both(both: tuple[Connection, Connection], path: Path, lang: str) -> None:
    question = catalogue.read(path)
    all_of_them = {p.name: values(both[0], p)[0] for p in question.parameters}
    single = [{p.name: value} for p in question.parameters for value in values(both[0], p)]
    for given in [{}, all_of_them, *single[lang == "fr" :: 2]]:
        here, there = (as_csv(connection, question, given, lang, None) for connection in both)
        assert here == there, given


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_ids_and_arrays_are_the_same_on_both(both: tuple[Connection, Connection], path: Path) -> None:
    for lang in ("fr", "en"):
        here, there = (list(answer(one, catalogue.read(path), {}, lang=lang, ids=True).result.rows) for one in both)
        assert here == there


@pytest.mark.parametrize("noun", list_networks())
def test_a_network_is_the_same_on_both(both: tuple[Connection, Connection], noun: str) -> None:
    question = catalogue.read_list(noun)
    here, there = (read_network(one, noun, answer(one, question, {}, ids=True).result, "fr") for one in both)
    assert here == there


EVERY = sorted(path for room in ("questions", "records") for path in (PACKAGE / room).rglob("*.sql"))


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_an_order_says_where_what_is_missing_goes(path: Path) -> None:
    """SQLite has it first, PostgreSQL last: ``nulls first``, or ``coalesce(…, '')``, makes them one."""
    sql = path.read_text("utf-8")
    while (flat := re.sub(r"\w*\((?![^()]*order by)[^()]*\)", "computed", sql)) != sql:
        sql = flat
    for clause in re.findall(r"order by (.*?)(?: limit \d+|\)|$)", sql, re.MULTILINE):
        for table, column in re.findall(r"(?:^|, )(\w+)\.(\w+)(?: desc)?(?=,|$)", clause):
            if table in tables():
                assert tables()[table].column(column).required, f"{table}.{column}"


@pytest.fixture(scope="module")
def own_columns(both: tuple[Connection, Connection]) -> dict[str, list[str]]:
    """The columns of each list that none before it has: what is in a column does not depend on the list."""
    seen: set[str] = set()
    own: dict[str, list[str]] = {}
    for path in LISTS:
        columns = ask(both[0], catalogue.read(path), {}, window=Window(limit=1)).columns
        own[path.stem] = [name for name in columns if name not in seen]
        seen |= set(columns)
    return own


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_sorted_by_any_column_the_order_is_the_same(
    both: tuple[Connection, Connection], own_columns: dict[str, list[str]], path: Path
) -> None:
    question = catalogue.read(path)
    for place, column in enumerate(own_columns[path.stem]):
        page = Window(sort=[f"{'-' * (place % 2)}{column}"], limit=200, offset=1)  # what is equal too
        here, there = (as_csv(connection, question, {}, "en", page) for connection in both)
        assert here == there, column


def test_the_lists_in_which_a_record_has_several_rows_are_known(both: tuple[Connection, Connection]) -> None:
    for path in LISTS:
        answer_ = ask(both[0], catalogue.read(path), {})
        if "id" in answer_.columns and path.stem not in SEVERAL:
            ids = [row[answer_.columns.index("id")] for row in answer_.rows]
            assert len(ids) == len(set(ids)), path.stem


def test_a_record_is_shown_alike(both: tuple[Connection, Connection]) -> None:
    ids = list(both[0].execute("select id, kind from records order by kind, id", {}))
    for place, (record_id, kind) in enumerate(ids[:: max(1, len(ids) // 60)]):
        lang = ("fr", "en")[place % 2]
        here, there = (record.read_record(connection, record_id, kind, lang) for connection in both)
        assert here == there, record_id


@pytest.mark.parametrize(
    "name",
    [
        "OTC",
        "otc",
        "comité des obstacles techniques au commerce",
        "Rinkevics",
        "France",
        "xyzzy",
        "A/RES/77/37",
        "l'OMC",
    ],
)
def test_a_name_means_the_same_on_both(both: tuple[Connection, Connection], name: str) -> None:
    from cyberdiplo.questions.names import resolve

    found = []
    for connection in both:
        try:
            found.append(str(resolve(connection, name)))
        except UnclearName as error:
            found.append(f"{error} {error.hint}")
    assert found[0] == found[1]


QUERIES = list(
    csv.DictReader((Path(__file__).parents[1] / "search" / "search_queries.csv").read_text("utf-8").splitlines())
)


@pytest.mark.parametrize(
    "line",
    # Of a whole question the best are put in order, and which lie behind them is each engine's own:
    # search/test_quality.py says how many first hits and first tens must agree.
    [line for line in QUERIES if not is_question(line["query"])],
    ids=lambda line: line["query"],
)
def test_a_search_finds_the_same_records_on_both(both: tuple[Connection, Connection], line: dict[str, str]) -> None:
    here, there = (list(search(one, line["query"], kinds=line["kind"].split()).result.rows) for one in both)
    assert {row[1] for row in here} == {row[1] for row in there}
    if line["first"]:
        assert line["expected"].split()[0] in [row[1] for row in there[:5]]


@pytest.mark.parametrize(
    ("typed", "more"),
    [
        ("norme", {"kinds": ("statement",)}),
        ("sécurité", {"forums": ("wto-tbt",)}),
        ('"normes internationales" -commerce', {}),
        ("cyber-sécurité", {}),
        ("ransom*", {"kinds": ("statement", "figure")}),
        ("standard* -iso", {"forums": ("wto-tbt",), "kinds": ("statement", "meeting")}),
        ("qu'il l'œuvre", {}),
        ("!!! & | :* ' \\ ( ) <-> %", {}),
        ("%s :name", {}),
    ],
)
def test_filters_and_odd_signs_mean_the_same_on_both(
    both: tuple[Connection, Connection], typed: str, more: dict[str, tuple[str, ...]]
) -> None:
    here, there = (search(connection, typed, **more) for connection in both)  # type: ignore[arg-type]
    assert {row[1:3] for row in here.result.rows} == {row[1:3] for row in there.result.rows}
    assert here.notices == there.notices
