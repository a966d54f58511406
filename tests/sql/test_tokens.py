"""SQL as it is typed: one statement, its parameters, and how their values are read."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, strategies

from cyberdiplo.errors import BadUsage
from cyberdiplo.sql.tokens import read_parameters, read_statement, read_value


@pytest.mark.parametrize(
    ("text", "value"),
    [("42", 42), ("-7", -7), ("0", 0), ("3.5", 3.5), ("-0.25", -0.25)]
    + [
        (text, text)
        for text in ("3.10", "007", "1e5", "+1", "", " 4", "1_000", "٣", "0x10", "9" * 30, "2023-06-20", "nan")
    ],
)
def test_a_value_is_a_number_only_where_it_is_written_as_one(text: str, value: object) -> None:
    assert read_value(text) == value
    assert type(read_value(text)) is type(value)


@pytest.mark.parametrize("text", ["", "  ", "-- nothing", "/* nothing */", ";", " ; -- x\n;", "/* open"])
def test_no_statement_is_said_to_be_none(text: str) -> None:
    with pytest.raises(BadUsage, match="no SQL"):
        read_statement(text)


@pytest.mark.parametrize("text", ["select 1; select 2", "select 1;;select 2", "select ';' ; -- x\n drop table forums"])
def test_several_statements_are_refused(text: str) -> None:
    with pytest.raises(BadUsage, match="several"):
        read_statement(text)


@pytest.mark.parametrize(
    "text", ["select 1;", "-- why\nselect ';'", 'select "a;b" ;  ', "select 1 /* ; */", "select [a;b]", "select `;`"]
)
def test_a_semicolon_within_or_behind_makes_no_second_statement(text: str) -> None:
    assert read_statement(text).verb == "select"


def test_parameters_are_those_of_the_code_only() -> None:
    asked = read_statement("select :a, @b, $c, ':d', \"x:e\" -- :f\n/* :g */ where x = :a")
    assert asked.parameters == ["a", "b", "c"]
    assert read_parameters(asked, ["a=1", "b=x=y", "c="]) == {"a": 1, "b": "x=y", "c": ""}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], r":name, :other"),
        (["name=1"], r":other"),
        (["name=1", "other=2", "nam=3"], r"no parameter :nam"),
        (["name"], r"'name' is not a parameter"),
        (["name=1", "name=2", "other=3"], r"given twice"),
    ],
)
def test_what_is_missing_or_too_much_is_named(given: list[str], said: str) -> None:
    with pytest.raises(BadUsage, match=said):
        read_parameters(read_statement("select :name, :other"), given)


def test_a_parameter_without_a_name_is_refused() -> None:
    with pytest.raises(BadUsage, match="no name"):
        read_statement("select ?")


def test_a_name_in_double_quotes_is_never_text() -> None:
    assert read_statement('select "a", \'"b"\', "c""d", "e`f"').strict == 'select `a`, \'"b"\', `c"d`, `e``f`'


@given(strategies.text(alphabet="ab \n'\"`[]:;-/*?$@1.é(", max_size=40))
def test_any_text_is_one_statement_or_said_why_not(text: str) -> None:
    try:
        asked = read_statement(text)
    except BadUsage:
        return
    assert asked.sql == "".join(token.text for token in asked.tokens)
    if sqlite3.complete_statement(asked.sql + ";"):
        assert asked.sql.strip()
