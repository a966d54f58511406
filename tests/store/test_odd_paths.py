"""A database is the file of just that name, whatever signs are in it, for every command."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.store import migrate, sqlite_file
from cyberdiplo.store.address import database_at
from tests.load.mini import MINI

if TYPE_CHECKING:
    from tests.conftest import Run

ODD = ["q?x=1#p%41&d;e é ü 'q\"r.sqlite", "-h.sqlite"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
@pytest.mark.parametrize("name", ODD)
def test_every_command_works_on_that_file_and_makes_no_other(
    cyberdiplo: Run, mini_path: Path, tmp_path: Path, name: str
) -> None:
    folder = tmp_path / "f%41 ?x"
    folder.mkdir()
    path = Path(shutil.copy(mini_path, folder / name))
    migrate.downgrade(database_at(path), "0001")
    for words in (["db", "upgrade"], ["db", "status"], ["load", str(MINI)], ["forums"], ["db", "index"]):
        done = cyberdiplo(*words, "--database", str(path))
        assert done.returncode == 0, (words, done.stderr)
        assert "Warning" not in done.stderr
    copy = folder / f"copy-{name}"
    assert cyberdiplo("db", "backup", str(copy), "--database", str(path)).returncode == 0
    assert cyberdiplo("db", "restore", str(copy), "--database", str(path)).returncode == 0
    there = sorted(one.name for one in folder.iterdir() if ".before-restore-" not in one.name)
    assert there == sorted([name, copy.name])
    assert [one.name for one in tmp_path.iterdir() if one.name != "home"] == [folder.name]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_folder_whose_name_is_no_text_takes_a_database_too(tmp_path: Path) -> None:
    folder = tmp_path / "h\udce9"
    folder.mkdir()
    migrate.upgrade(database_at(folder / "a.sqlite"))
    assert [one.name for one in folder.iterdir()] == ["a.sqlite"]


def test_rows_that_another_program_keeps_beside_it_are_not_taken_for_a_wrong_path(tmp_path: Path) -> None:
    """Where nothing may be written SQLite cannot read them, and says only that it cannot open the file."""
    (tmp_path / "a.sqlite-wal").touch()
    error = sqlite3.OperationalError("unable to open database file")
    error.sqlite_errorname = "SQLITE_CANTOPEN"
    assert "keeps rows beside" in str(sqlite_file.translate(error, tmp_path / "a.sqlite"))
    assert "cannot be opened" in str(sqlite_file.translate(error, tmp_path / "b.sqlite"))
