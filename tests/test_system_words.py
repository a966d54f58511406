"""What a system says in English stands in no French sentence, but in quotes where it is not known."""

from __future__ import annotations

import ast
import errno
import os
import sqlite3
from typing import TYPE_CHECKING

import pytest

from cyberdiplo import messages
from cyberdiplo.cli.talk.troubles import explain
from cyberdiplo.messages import say_system
from cyberdiplo.messages.system_words import KNOWN
from tests.test_layers import PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Run

COMMON = "EPERM ENOENT EIO EACCES EBUSY EEXIST EXDEV ENOTDIR EISDIR EINVAL EMFILE EFBIG ENOSPC EROFS ENAMETOOLONG"


@pytest.fixture
def french() -> Iterator[None]:
    messages.choose("fr")
    yield
    messages.choose("en")


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize("code", [*COMMON.split(), "ENOTEMPTY", "ELOOP", "EDQUOT", "ENOMEM", "ESTALE", "ECONNREFUSED"])
def test_a_common_error_of_the_system_has_its_french(code: str) -> None:
    english = os.strerror(getattr(errno, code))
    french = say_system(OSError(getattr(errno, code), english))
    assert french != english
    assert "«" not in french
    if code != "ENOMEM":  # whatever file it strikes at, it is no fault of that file
        sentence = str(explain(OSError(getattr(errno, code), english, "notes/a.csv")))
        assert sentence == f"notes/a.csv ne peut être ni lu ni écrit\u00a0: {french}."


@pytest.mark.usefixtures("french")
def test_what_is_not_known_stands_in_quotes_as_it_was_said() -> None:
    assert (
        say_system("Value too exotic for defined data type") == "«\u00a0Value too exotic for defined data type\u00a0»"
    )
    assert say_system('permission denied for table "votes"') == "permission refusée pour la table votes"


def test_in_english_it_stands_as_it_is() -> None:
    for text in (*KNOWN, "Value too exotic"):
        assert say_system(text) == text


@pytest.mark.usefixtures("french")
def test_every_known_saying_is_found_again_with_its_values() -> None:
    values = {name: f"{name}-1" for name in ("name", "count", "word", "type", "what")}
    for text in KNOWN:
        french = say_system(text.format(**values))
        assert "«" not in french, text
        assert all(value in french for name, value in values.items() if f"{{{name}}}" in text)


@pytest.mark.usefixtures("french")
def test_what_sqlite_itself_says_is_known(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text.sqlite").write_text("no database at all, but a text of some length\n" * 40)
    told = []
    for name, sql in (
        ("folder", "select 1"),
        ("text.sqlite", "select * from sqlite_master"),
        ("new", "select * from t"),
    ):
        with pytest.raises(sqlite3.Error) as error:
            sqlite3.connect(tmp_path / name).execute(sql)
        told.append(say_system(error.value))
    assert told == [
        "impossible d'ouvrir le fichier de la base",
        "le fichier n'est pas une base de données",
        "la table t n'existe pas",
    ]


def test_a_command_says_it_in_french(cyberdiplo: Run, tmp_path: Path) -> None:
    for words in (
        ("forums", "--output", str(tmp_path / "nowhere" / "a.csv")),
        ("sql", "--file", str(tmp_path / "nothing.sql")),
        ("load", str(tmp_path / "nothing")),
    ):
        stderr = cyberdiplo(*words, env={"LC_ALL": "fr_FR.UTF-8"}).stderr
        assert "erreur" in stderr
        assert "No such file" not in stderr


def test_no_sentence_takes_the_words_of_a_system_as_they_are() -> None:
    """``tr(…, reason=error.strerror)`` would; only ``say_system`` reads them."""
    told = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("tr", "tr_plural"):
                told += [
                    f"{path.name}:{node.lineno}"
                    for keyword in node.keywords
                    if keyword.arg in ("reason", "why", "said") and "strerror" in ast.unparse(keyword.value)
                ]
    assert told == []
