"""What is printed above a column can be typed: headings in both languages, in any case, with or without accents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadUsage
from cyberdiplo.questions import catalogue, run
from cyberdiplo.render.column_names import read_column
from cyberdiplo.render.style import make_headings
from cyberdiplo.text.names import fold
from cyberdiplo.text.order import reading_order

if TYPE_CHECKING:
    from cyberdiplo.questions.question import Question
    from cyberdiplo.store.connection import Connection
    from tests.conftest import Run

EVERY = [
    *(catalogue.read_list(noun) for noun in catalogue.list_nouns()),
    *map(catalogue.read, catalogue.find_canned().values()),
]


@pytest.mark.parametrize("question", EVERY, ids=lambda question: question.name)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_each_heading_as_it_is_printed_means_its_column(database: Connection, question: Question, lang: str) -> None:
    known = run.ask(database, question, {}, lang=lang).columns
    headings = make_headings(known, lang)
    for name, heading in zip(known, headings, strict=True):
        assert read_column(name, known, lang) == (name, [])
        if name in known and heading in known:
            continue  # it is the name of another column, which it means
        assert headings.count(heading) == 1, f"{question.name}: two columns are headed {heading!r}"
        for typed in (heading, heading.upper(), fold(heading)):
            assert read_column(typed, known, lang) == (name, []), typed


def test_a_heading_of_the_other_language_is_taken_too() -> None:
    assert read_column("orateurs", ["id", "speakers"], "en") == ("speakers", [])
    assert read_column("latest step", ["id", "latest_step"], "fr") == ("latest_step", [])


def test_one_that_is_nearly_right_is_taken_and_told() -> None:
    assert read_column("orateur", ["id", "speakers", "country"], "en") == ("speakers", ["column: speakers (speakers)"])
    assert read_column("sumary", ["id", "summary"], "en") == ("summary", ["column: summary (summary)"])


def test_where_several_fit_they_are_asked_back() -> None:
    with pytest.raises(BadUsage) as raised:
        read_column("start_dat", ["start_date", "start_day", "id"], "en")
    assert raised.value.hint.startswith("did you mean start_date or start_day?")
    with pytest.raises(BadUsage) as raised:
        read_column("xyzzy", ["start_date", "id"], "en")
    assert raised.value.hint == "columns: start_date, id."


def test_a_list_takes_the_headings_that_it_prints(cyberdiplo: Run) -> None:
    done = cyberdiplo(
        *("statements", "--lang", "fr", "--speaker", "Fick", "--columns", "ID,À quel titre,orateur"),
        *("--sort=-Résumé", "--format", "json"),
    )
    rows = json.loads(done.stdout)
    assert list(rows[0]) == ["id", "capacity", "speakers"]
    assert done.stderr == "colonne\u00a0: orateurs (speakers)\n"
    summaries = {row["id"]: row["summary"] for row in json.loads(
        cyberdiplo("statements", "--lang", "fr", "--speaker", "Fick", "--format", "json").stdout
    )}  # fmt: skip
    assert [row["id"] for row in rows] == sorted(
        summaries, key=lambda key: str(reading_order(summaries[key])), reverse=True
    )


@pytest.mark.parametrize("format", ["table", "markdown", "html"])
def test_sql_heads_its_answer_with_the_names_in_the_statement(cyberdiplo: Run, format: str) -> None:
    statement = "select summary_fr, summary_en as point, measure_id from statements limit 1"
    text = cyberdiplo("sql", statement, "--lang", "fr", "--format", format).stdout
    assert all(name in text for name in ("summary_fr", "point", "measure_id"))
    chosen = cyberdiplo("sql", statement, "--columns", "Measure_ID", "--lang", "fr", "--format", format).stdout
    assert "measure_id" in chosen
    assert "summary_fr" not in chosen
