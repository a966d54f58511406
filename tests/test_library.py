"""What other programs may import does what its page says, and the same on both databases."""

from __future__ import annotations

import doctest
import re
from typing import TYPE_CHECKING

import pytest

from cyberdiplo import library
from cyberdiplo.questions import catalogue
from cyberdiplo.settings import DATABASE_VARIABLE
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.questions.question import Parameter

PAGE = ROOT / "docs" / "library.md"


@pytest.mark.usefixtures("home")
def test_the_examples_of_the_page_give_what_it_shows(
    database_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATABASE_VARIABLE, str(database_path))
    monkeypatch.chdir(tmp_path)  # an example writes a file
    done = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8", verbose=False)
    assert done.failed == 0
    assert done.attempted >= 10


def test_the_page_names_all_that_may_be_imported_and_nothing_else() -> None:
    table = PAGE.read_text("utf-8").rpartition("| name |")[2]
    named = {name for row in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert named == set(library.__all__)
    assert all(hasattr(library, name) for name in library.__all__)


def _parameters(name: str) -> tuple[Parameter, ...]:
    return (catalogue.read_list(name) if name in catalogue.list_nouns() else catalogue.find(name)).parameters


def test_every_question_that_is_listed_can_be_asked(any_database: str) -> None:
    asked = 0
    with library.open_database(any_database) as database:
        for name in library.list_questions():
            if any(parameter.required for parameter in _parameters(name)):
                with pytest.raises(library.BadUsage, match="needs a value"):
                    library.ask(database, name)
                continue
            row = next(library.ask(database, name, limit=1), {})
            assert all(isinstance(column, str) for column in row)
            asked += bool(row)
    assert asked > 30


def test_a_value_may_be_a_number_and_a_word_of_python_has_an_underscore(any_database: str) -> None:
    with library.open_database(any_database) as database:
        one = list(library.ask(database, "meetings", from_=2023, to="2023", columns=["id", "start_date"]))
        assert one
        assert {str(row["start_date"])[:4] for row in one} == {"2023"}


def test_what_is_opened_cannot_be_written(any_database: str) -> None:
    with library.open_database(any_database) as database, pytest.raises(Exception, match=r"read-?only"):
        database.execute("delete from topics", {})


@pytest.mark.usefixtures("home")
def test_ones_own_database_is_built_the_first_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with library.open_database() as database:
        assert library.resolve(database, "OTC").id == "wto-tbt"
    with pytest.raises(library.DatabaseProblem), library.open_database(tmp_path / "elsewhere.sqlite"):
        pass
