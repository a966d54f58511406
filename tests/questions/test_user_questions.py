"""A question of a user's own: what is wrong with its file is said of the file, and nothing else is."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadSeed, BadUsage
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.run import answer, ask
from cyberdiplo.questions.user_questions import open_question
from cyberdiplo.render.style import Style
from cyberdiplo.render.writers.separated import write_csv
from cyberdiplo.result import Window
from cyberdiplo.store.address import database_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cyberdiplo.questions.question import Question
    from cyberdiplo.store.connection import Connection


@pytest.fixture
def connection(any_database: str) -> Iterator[Connection]:
    with database_at(any_database).asking() as opened:
        yield opened


def own(folder: Path, sql: str) -> Question:
    (folder / "mine.sql").write_text(f"-- title: Mine\n-- titre: La mienne\n{sql}\n", encoding="utf-8")
    question = catalogue.find("mine", [folder])
    assert question.own
    return question


def test_an_error_of_the_database_is_one_of_the_file(connection: Connection, tmp_path: Path) -> None:
    with pytest.raises(BadSeed, match=r"mine.sql:4: .*nowhere"):
        ask(connection, own(tmp_path, "select 1\nfrom nowhere"), {})


def test_an_error_in_a_later_row_is_one_of_the_file(connection: Connection, tmp_path: Path) -> None:
    sql = "select abs(n) from (select 1 as n union all select -9223372036854775807 - 1) as numbers order by n desc"
    with pytest.raises(BadSeed, match=r"mine\.sql: "):
        list(ask(connection, own(tmp_path, sql), {}).rows)


def test_a_fault_of_ours_is_not_one_of_the_file(connection: Connection, tmp_path: Path) -> None:
    query = open_question(connection, own(tmp_path, "select 1"))
    try:
        with pytest.raises(ZeroDivisionError), query.step():
            1 / 0  # noqa: B018
    finally:
        query.stop()


def test_a_column_that_it_has_not_is_told_as_of_any_question(connection: Connection, tmp_path: Path) -> None:
    with pytest.raises(BadUsage, match="has no column 'nam'"):
        ask(connection, own(tmp_path, "select 1 as name"), {}, window=Window(columns=["nam"]))


@pytest.mark.parametrize("value", ["99999999999999999999", "9" * 5000])
def test_a_number_that_no_database_holds_is_refused(connection: Connection, tmp_path: Path, value: str) -> None:
    question = own(tmp_path, "-- param n: integer    a number | un nombre\nselect 1 as one where 1 < :n")
    with pytest.raises(BadUsage, match="is not a value that --n takes"):
        ask(connection, question, {"n": value})


@pytest.mark.parametrize("value", ["2023-W05-1", "2023-13", "2023-02-30", "20230201", "0000", "２０２３"])
def test_what_is_no_day_of_the_calendar_is_refused(connection: Connection, tmp_path: Path, value: str) -> None:
    question = own(tmp_path, "-- param n: date    a day | un jour\nselect 1 as one where '2020' < :n")
    with pytest.raises(BadUsage, match="is not a value that --n takes"):
        ask(connection, question, {"n": value})


def test_rows_are_written_as_they_are(connection: Connection, tmp_path: Path) -> None:
    sql = "select id, name_fr as name, 1 as one, null as missing from forums order by id"
    out = io.StringIO()
    write_csv(ask(connection, own(tmp_path, sql), {}, lang="fr"), out, Style())
    rows = [f"{row[0]},{row[1]},1," for row in connection_rows(connection)]
    assert [line.replace('"', "") for line in out.getvalue().splitlines()] == ["id,name,one,missing", *rows]


def connection_rows(connection: Connection) -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in connection.execute("select id, name_fr from forums order by id", {})]


def test_how_it_would_be_run_is_told_too(connection: Connection, tmp_path: Path) -> None:
    question = own(tmp_path, "select name_fr as name from forums where id = 'wto-tbt'")
    told = {row[0] for row in answer(connection, question, {}, explaining=True).result.rows}
    assert {"database", "revision", "bytes", "rows of forums", "sql", "plan"} <= told
