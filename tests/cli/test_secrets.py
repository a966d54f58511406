"""No form of an address, right or mistyped, prints its password or becomes a file of that name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from cyberdiplo import settings
from cyberdiplo.errors import BadUsage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

WORD = "hush7hush"
FORMS = [
    f"postgresql://u:{WORD}@127.0.0.1:1/db",
    f"postgres://u:{WORD}@127.0.0.1:1/db",
    f"postgresql+psycopg://u:{WORD}@127.0.0.1:1/db",
    f"postgresql://127.0.0.1:1/db?user=u&password={WORD}",
    f"postgresql://127.0.0.1:1/db?PASSWORD={WORD}",
    f"postgresql://127.0.0.1:1/db?passfile=/{WORD}",
    f"postgresql://127.0.0.1:1/db?options=-cpassword%3D{WORD}",
    f"postgresql://u%3A{WORD}@127.0.0.1:1/db",
    f"postgresql://u:{WORD}",
    f"postgresql://u:{WORD}/db",
    f"postgresql://u/{WORD}@127.0.0.1:1/db",
    f"postgresql://u:{WORD}@127.0.0.1:port/db",
    f"postgresql://u:{WORD}@[::1/db",
    f"postgresql:/u:{WORD}@h/db",
    f"postgresql//u:{WORD}@h/db",
    f"postgresql:u:{WORD}@h/db",
    f"postgresql;//u:{WORD}@h/db",
    f"postgresql ://u:{WORD}@h/db",
    f" postgresql://u:{WORD}@h/db",
    f"Postgresql:\\u:{WORD}@h\\db",
    f"psql://u:{WORD}@h/db",
    f"mysql://u:{WORD}@h/db",
    f"//u:{WORD}@h/db",
    f"u:{WORD}@h/db",
    f"host=h user=u password={WORD}",
    f"user=u password = '{WORD} {WORD}'",
    f"PGPASSWORD={WORD}",
    f"jdbc:postgresql://h/db?user=u&password={WORD}",
]
COMMANDS: list[list[str]] = [
    ["forums", "--database"],
    ["load", "--database"],
    ["db", "path", "--database"],
    ["db", "status", "--database"],
    ["db", "upgrade", "--database"],
    ["load"],
    ["show"],
    ["forums"],
    ["forums", "--output"],
    ["db", "backup"],
    ["db", "restore"],
    ["export"],
    ["seeds", "check"],
    ["forums", "--databse"],
    [],
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_prints_a_password_or_makes_a_file_of_it(
    cyberdiplo: Run, words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As few forms a process as there can be would be one: here each command tries a third of them."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for form in FORMS[COMMANDS.index(words) % 3 :: 3]:
        done = cyberdiplo(*words, form)
        assert WORD not in done.stdout + done.stderr, form
        assert "itself failed" not in done.stderr, form
        assert done.returncode != 0 or words == ["db", "path", "--database"], form
    assert [path.name for path in folder.rglob("*") if WORD in path.name] == []


@pytest.mark.parametrize("form", FORMS)
def test_an_address_is_refused_or_shown_without_its_password(form: str) -> None:
    try:
        said = settings.printable(settings.database(form))
    except BadUsage as error:
        said = f"{error} {error.hint}"
    assert WORD not in said
    assert WORD not in settings.mask(f"There is no folder '{form}'.")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.usefixtures("home")
def test_the_environment_and_the_file_are_read_alike(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(settings.DATABASE_VARIABLE, form)
    try:
        said = settings.printable(settings.database())
    except BadUsage as error:
        said = str(error)
    assert WORD not in said


@pytest.mark.parametrize(
    "path",
    [
        "a.sqlite",
        "./a:b@c",
        "/data/a:b@c.sqlite",
        "../x y?.sqlite",
        "~/q?x=1.sqlite",
        "p%41.sqlite",
        "postgresql.sqlite",
    ],
)
def test_a_path_is_a_path(path: str) -> None:
    assert settings.database(path) == path
    assert not settings.is_url(path)


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=5).map(lambda text: f"<{text}>"))
def test_no_password_is_in_a_message_whatever_is_in_it(password: str) -> None:
    quoted = set(password) & set("'\"")
    if not quoted:
        assert password not in settings.mask(f"no folder 'postgresql://someone:{password}@host/db'")


@pytest.mark.parametrize(
    "text", ["postgresql://user@host:5432/database", "see https://example.org/a:b", "12:30, par. 3"]
)
def test_what_holds_no_password_stays_as_it_is(text: str) -> None:
    assert settings.mask(text) == text
