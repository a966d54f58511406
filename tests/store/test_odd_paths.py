"""A database is the file of just that name, whatever signs are in it, for every command."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.store import migrate
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
