"""Every format of every answer says the same: the values in files for machines, their labels in those for people.

Every command that gives an answer is run as a user runs it, once for each format; what it says is compared with the
rows that the answer had before any format was made of it.
"""

from __future__ import annotations

import io
import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
import typer

from cyberdiplo.cli.main import COMMANDS, app
from cyberdiplo.load.build import build
from cyberdiplo.questions import catalogue
from cyberdiplo.records import record
from cyberdiplo.render import output
from cyberdiplo.render.amounts import join_amounts
from cyberdiplo.render.screen import record_page
from cyberdiplo.render.style import make_headings
from cyberdiplo.render.writers.registry import BINARY, WITH_IDS, WRITERS
from cyberdiplo.result import OwnNames, Result, make_keys
from tests.proof.proven import DOCUMENTS, proven
from tests.render.readers import (
    KNOW_MISSING,
    MACHINES,
    MISSING,
    PEOPLE,
    Rows,
    from_markdown,
    from_table,
    labelled,
    write_value,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from cyberdiplo.store.sqlite_reading import Reading
    from tests.conftest import Run

MOST = 60  # rows of each question; the rest is no different
LANGUAGES = ("fr", "en")
QUESTIONS = [(noun,) for noun in catalogue.list_nouns()] + [("query", "run", name) for name in catalogue.find_canned()]
OTHERS = [
    ("query", "list"),
    ("search", "OTC"),
    ("search", "normes", "internationales", "--limit", "60"),
    ("search", "rien-de-tel-nulle-part"),
    ("db", "status"),
    ("documents", "list"),
    ("agreement", "FRA", "--with", "G7"),
    # A part of these is the same in every format; the whole is drawn otherwise for people: see their own tests.
    ("compare", "FRA", "BRA", "--limit", "60"),
    ("votes", "--matrix", "--group", "G7", "--limit", "5"),
]
ODD = (
    "select 'é ’ 日本 😀' as text, null as missing, '' as empty, 'two' || char(10) || 'lines' as lines,"
    " '3.10' as place, 'NO' as no, '=1+1' as formula, '007' as digits, "
    "'a;b,\"c\"|d' as marks, 2.5 as half, 160000000000.0 as whole,"
    " 9007199254740993 as long, -1 as less, x'00ff' as bytes, 1 as twice, 2 as twice"
    " union all select null, 'x', null, null, null, null, null, null, null, null, null, null, null, null, null, null"
)


@dataclass
class Truth:
    """An answer before a format is made of it."""

    columns: list[str]
    rows: list[tuple[Any, ...]]
    codes: Any


def run(*words: str) -> int:
    """The program, in this process; returns its exit code."""
    try:
        code = typer.main.get_command(app).main([*words], prog_name="cyberdiplo", standalone_mode=False)
    except SystemExit as ended:
        code = ended.code
    return int(code or 0)


@pytest.fixture
def alone(home: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:  # noqa: ARG001  # for what it sets
    """An environment in which a table is as wide as it wants to be."""
    monkeypatch.setenv("COLUMNS", "100000")
    return monkeypatch


def truth(words: Sequence[str], patch: pytest.MonkeyPatch) -> Truth:
    """What the command is about to write."""
    found: list[Truth] = []

    def keep(result: Result, *_: object, **__: object) -> None:
        found.append(Truth(result.columns, list(result.rows), result.codes))

    with patch.context() as within:
        within.setattr(output, "write", keep)
        run(*words, "--format", "csv")
    (one,) = found
    return one


def compare(one: Truth, name: Any, made: bytes, lang: str) -> None:
    """Whether a format says what the answer is."""
    read: Any = made if name in BINARY else made.decode()
    if name == "xlsx":
        labels = labelled(one.columns, one.rows, one.codes, lang)
        assert MACHINES[name](read) == [make_keys(make_headings(one.columns, lang)), *labels], name
    elif name in MACHINES:
        missing = MISSING if name in KNOW_MISSING else ""
        codes = [[write_value(value, missing) for value in row] for row in one.rows]
        with_header = codes or name in ("csv", "tsv")
        lines, keys = MACHINES[name](read), make_keys(one.columns)
        if lines and name in WITH_IDS:  # the ids beside: tests/questions/test_ids.py
            kept = [index for index, key in enumerate(lines[0]) if key in keys]
            lines = [[line[index] for index in kept] for line in lines]
        assert lines == ([keys, *codes] if with_header else []), name
    else:
        joined = join_amounts(Result(one.columns, iter(one.rows), one.codes), lang)
        labels = labelled(joined.columns, list(joined.rows), joined.codes, lang)
        expected = [make_headings(joined.columns, lang), *labels]
        if name in ("table", "record"):
            expected = [[cell.strip() for cell in row] for row in expected]
        if name == "record":
            heads, *rows = expected
            said = [[(head, cell) for head, cell in zip(heads, row, strict=True) if cell] for row in rows]
            expected = [[part for pair in row for part in pair] for row in said]
        assert PEOPLE[name](read) == expected, name


def each_format(
    words: Sequence[str],
    lang: str,
    folder: Path,
    patch: pytest.MonkeyPatch,
    code: int = 0,
    formats: Sequence[str] = tuple(WRITERS),
) -> None:
    """Run the command once for each format, and compare."""
    words = [*words, "--lang", lang]
    one = truth(words, patch)
    assert len({*make_headings(one.columns, lang)}) == len(one.columns), "two columns have the same heading"
    for name in formats:
        if lang != LANGUAGES[0] and name in MACHINES and name != "xlsx":
            continue  # what a machine reads has nothing in it that the language changes but the data
        file = folder / f"answer.{name}"
        assert run(*words, "--format", name, "--output", str(file)) == code, name
        compare(one, name, file.read_bytes(), lang)


def test_every_format_is_compared() -> None:
    assert {*MACHINES, *PEOPLE} == set(WRITERS)


def commands(command: Any, name: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command that does something."""
    verbs = getattr(command, "list_commands", None)
    if verbs is None:
        yield name, command
        return
    context = typer.Context(command)
    for verb in verbs(context):
        yield from commands(command.get_command(context, verb), (*name, verb))


@pytest.mark.usefixtures("home")
def test_every_command_that_gives_an_answer_is_compared() -> None:
    asking = {
        name
        for name, command in commands(typer.main.get_command(app))
        if any((option.help or "").startswith("One of: table,") for option in command.params if option.name == "format")
    }
    covered: set[tuple[str, ...]] = {("query", "list"), ("search",), ("db", "status"), ("verify",), ("sql",)}
    covered |= {(noun, "list") if COMMANDS[noun][0] == "nouns" else (noun,) for noun in catalogue.list_nouns()}
    covered |= {("agreement",), ("compare",), ("import",), ("documents", "list")}
    covered |= {("documents", "show")}  # the passages of a document that was added: cli/test_documents.py
    covered |= {("query", "run", name) for name in catalogue.find_canned()}
    assert asking == covered


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("number", "words"), list(enumerate(QUESTIONS)), ids=[" ".join(words) for words in QUESTIONS])
def test_every_format_of_a_question_says_the_same(
    number: int, words: tuple[str, ...], lang: str, database_path: Path, tmp_path: Path, alone: pytest.MonkeyPatch
) -> None:
    """A third of the formats for each question: every one for twenty questions and more."""
    asked = (*words, "--database", str(database_path), "--limit", str(MOST))
    each_format(asked, lang, tmp_path, alone, formats=tuple(WRITERS)[number % 3 :: 3])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("words", OTHERS, ids=" ".join)
def test_every_format_of_what_is_no_question_says_the_same(
    words: tuple[str, ...], lang: str, database_path: Path, tmp_path: Path, alone: pytest.MonkeyPatch
) -> None:
    alone.setenv("CYBERDIPLO_DATABASE", str(database_path))
    each_format(words, lang, tmp_path, alone)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_format_of_what_was_verified_says_the_same(lang: str, tmp_path: Path, alone: pytest.MonkeyPatch) -> None:
    made = tmp_path / "made.sqlite"
    build(made, [proven(tmp_path)], shipped=False)
    each_format(("verify", "--documents", str(DOCUMENTS), "--database", str(made)), lang, tmp_path, alone)


# What a format shows in a way of its own, and how.
OWN_WAY: dict[str, dict[Any, str]] = {
    "xlsx": {9007199254740993: "9007199254740993"},  # a spreadsheet's numbers have fifteen digits
}


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_of_free_sql_says_the_same(name: str, cyberdiplo: Run, tmp_path: Path) -> None:
    sql = ODD
    if name in ("table", "record"):  # that is read back by its lines and cells
        sql = sql.replace(" 日本 😀", "").replace("'two' || char(10) || 'lines'", "'two lines'")
    connection = sqlite3.connect(":memory:")
    cursor = connection.execute(sql)
    rows = [tuple(OWN_WAY.get(name, {}).get(cell, cell) for cell in row) for row in cursor]
    one = Truth(OwnNames(make_keys([column[0] for column in cursor.description])), rows, {})
    connection.close()
    file = tmp_path / "answer"
    done = cyberdiplo("sql", sql, "--format", name, "--output", str(file), env={"COLUMNS": "1000"})
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"wrote 2 rows to {file}\n")
    compare(one, name, file.read_bytes(), "en")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.usefixtures("alone")
def test_a_record_is_the_same_as_text_markdown_and_json(lang: str, database: Reading) -> None:
    sql = "select kind, min(id), max(id) from records group by kind"
    for kind, *ids in database.execute(sql).fetchall():
        for record_id in ids:
            whole = record.read_record(database, record_id, kind, lang)
            made = {name: io.StringIO() for name in ("text", "markdown", "json")}
            for name, out in made.items():
                record_page.write(whole, name, lang, out)
            sections: dict[str, Rows] = {}
            left = {one.title: len(one.rows) - one.most for one in whole.sections if one.most is not None}
            for one in whole.sections:  # a person sees so many rows of some, and how to get the others
                few = one.rows[: one.most]
                used = [i for i in range(len(one.columns)) if any(row[i] not in (None, "") for row in few)]
                shown = [tuple(row[i] for i in used) for row in few]
                joined = join_amounts(Result([one.columns[i] for i in used], iter(shown), one.codes), lang)
                headings = make_headings(joined.columns, lang)
                sections[one.title] = [headings, *labelled(joined.columns, list(joined.rows), joined.codes, lang)]
                assert len({*headings}) == len(headings), one.title
            data = json.loads(made["json"].getvalue())
            assert [len(rows) for rows in data.get("sections", {}).values()] == [
                len(one.rows) for one in whole.sections
            ]
            assert {name: write_value(value) for name, value in data["fields"].items()} == {
                one.column: write_value(one.value) for one in whole.fields
            }
            top, *parts = made["markdown"].getvalue().split("\n\n## ")
            tables = {}
            for part in parts:
                title, table, *more = part.strip("\n").split("\n\n")
                tables[title] = from_markdown(table)
                assert bool(more) == (left.get(title, 0) > 0), title
                assert not more or more[0].startswith(f"{left[title]} "), more
            assert tables == sections
            assert top.count("\n- ") == sum(not one.other for one in whole.fields)
            for title, rows in sections.items():
                text = made["text"].getvalue().partition(f"\n{title.upper()}\n")[2].partition("\n\n")[0]
                if left.get(title, 0) > 0:
                    text, _, told = text.rstrip("\n").rpartition("\n")
                    assert told.startswith(f"{left[title]} "), told
                assert from_table(text) == [[cell.strip() for cell in row] for row in rows], (record_id, title)
