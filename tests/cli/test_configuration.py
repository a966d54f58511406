"""Defaults from a file: option before environment before file before what the program does by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import platformdirs
import pytest

from cyberdiplo import settings
from cyberdiplo.errors import BadUsage

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.fixture
def config(home: Path) -> Path:
    """The user's configuration file, not written yet."""
    folder = home / ".config" / "cyberdiplo"
    folder.mkdir(parents=True)
    return folder / "config.toml"


def test_the_file_gives_format_language_and_excel(cyberdiplo: Run, config: Path) -> None:
    config.write_text('lang = "fr_FR"\nformat = "csv"\nexcel = true\n', encoding="utf-8")
    done = cyberdiplo("countries", "--type", "union")
    assert done.stdout.startswith("\ufeffid;")
    assert "Union européenne" in done.stdout


def test_an_option_comes_before_the_file_and_so_does_the_environment(cyberdiplo: Run, config: Path) -> None:
    config.write_text('lang = "fr"\nformat = "csv"\nexcel = true\ndatabase = "/nowhere.sqlite"\n', encoding="utf-8")
    plain = cyberdiplo("countries", "--type", "union", "--no-excel", "--lang", "en")
    assert plain.stdout.startswith("id,")
    assert "European Union" in plain.stdout
    assert cyberdiplo("countries", "--type", "union", "--format", "json").stdout.startswith("[")
    assert "European Union" in cyberdiplo("countries", "--type", "union", env={"CYBERDIPLO_LANG": "en"}).stdout
    assert cyberdiplo("countries", env={"CYBERDIPLO_DATABASE": ""}).returncode == 5


def test_the_ending_of_a_file_comes_before_the_configured_format(cyberdiplo: Run, config: Path, tmp_path: Path) -> None:
    config.write_text('format = "csv"\n', encoding="utf-8")
    assert cyberdiplo("countries", "--output", str(tmp_path / "x.json")).returncode == 0
    assert (tmp_path / "x.json").read_text(encoding="utf-8").startswith("[")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('lang = "fr', "cannot be read"),
        ('langue = "fr"', "there is no setting 'langue'"),
        ('lang = "de"', "lang cannot be 'de'"),
        ('format = "cvs"', "did you mean csv?"),
        ('excel = "yes"', "true or false"),
        ("lang = 1", "a text in quotes"),
        ('database = ""', "database cannot be ''"),
        ('lang = "\udce9"', "cannot be read"),
    ],
)
def test_a_wrong_file_is_told_in_a_sentence(cyberdiplo: Run, config: Path, text: str, said: str) -> None:
    config.write_text(text, encoding="utf-8", errors="surrogateescape")
    done = cyberdiplo("countries")
    assert (done.returncode, done.stdout) == (2, "")
    assert str(config) in done.stderr
    assert said in done.stderr
    assert cyberdiplo("--version").returncode == 0
    assert cyberdiplo("countries", "--help").returncode == 0


def test_folders_are_those_of_platformdirs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for values in (
        {},
        {"XDG_CONFIG_HOME": str(tmp_path / "c"), "XDG_DATA_HOME": str(tmp_path / "d")},
        {"XDG_DATA_HOME": " "},
    ):
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
            monkeypatch.delenv(name, raising=False)
        for name, value in values.items():
            monkeypatch.setenv(name, value)
        assert settings.config_folder() == platformdirs.user_config_path("cyberdiplo", appauthor=False)
        assert settings.default_database().parent == platformdirs.user_data_path("cyberdiplo", appauthor=False)


def test_a_language_that_there_is_not_is_told(cyberdiplo: Run) -> None:
    done = cyberdiplo("countries", "--lang", "de")
    assert done.returncode == 2
    assert "fr or en" in done.stderr


def test_a_file_that_may_not_be_read_is_told_with_its_path_once(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config.write_text("", encoding="utf-8")

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied", str(config))

    monkeypatch.setattr("pathlib.Path.read_text", refuse)
    with pytest.raises(BadUsage) as told:
        settings.read_config()
    assert str(told.value) == f"{config} cannot be read: Permission denied."
    assert told.value.hint == "let your account read it, or remove it to use the defaults."
