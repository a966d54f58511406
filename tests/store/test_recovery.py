"""A database whose writer died in the middle of a write opens again by itself, as it was before."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.store import sqlite
from tests.load.mini import MINI

if TYPE_CHECKING:
    from tests.conftest import Run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")

DIE = """
    import os, signal, sqlite3, sys
    connection = sqlite3.connect(sys.argv[1], isolation_level=None)
    connection.execute("pragma cache_size = 1")
    connection.execute("begin immediate")
    connection.execute("update statements set summary_en = summary_en || printf('%.*c', 9000, 'x')")
    connection.execute("delete from citations")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def cut_off(mini_path: Path, tmp_path: Path) -> Path:
    """A database that a dead writer left with a journal that has to be rolled back."""
    path = Path(shutil.copy(mini_path, tmp_path / "cut.sqlite"))
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(DIE), str(path)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert (tmp_path / "cut.sqlite-journal").stat().st_size > 512
    read_only = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    with pytest.raises(sqlite3.OperationalError, match="readonly database"):
        read_only.execute("select count(*) from citations")
    read_only.close()
    return path


COMMANDS = {
    "a noun": ["forums", "--format", "csv"],
    "show": ["show", "cable-talks"],
    "search": ["search", "cable"],
    "free SQL": ["sql", "select count(*) from citations"],
    "status": ["db", "status"],
    "upgrade": ["db", "upgrade"],
    "index": ["db", "index"],
    "backup": ["db", "backup", "copy.sqlite"],
    "load": ["load", str(MINI)],
    "remove": ["load", "--remove", "no-such-folder"],
    "export": ["export", "out"],
}


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_every_command_recovers_by_itself_and_says_so(
    cyberdiplo: Run, cut_off: Path, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(cut_off.parent)
    done = cyberdiplo(*words, ask=cut_off)
    assert done.returncode == (3 if "--remove" in words else 0), done.stderr
    assert "an earlier write was cut off before its end; it was undone" in done.stderr
    assert not cut_off.with_name("cut.sqlite-journal").exists()
    connection = sqlite.reading(cut_off)
    assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    assert connection.execute("select count(*) from citations").fetchone()[0] > 0
    assert connection.execute("select max(length(summary_en)) < 9000 from statements").fetchone() == (1,)
    connection.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else")
def test_who_may_not_write_there_is_told_what_to_do(cut_off: Path) -> None:
    for folder in (cut_off.parent, *cut_off.parent.parents[:3]):
        folder.chmod(0o755)
    code = textwrap.dedent("""
        import os, pathlib, sys
        from cyberdiplo.errors import DatabaseProblem
        from cyberdiplo.store import recovery, sqlite
        os.setuid(65534)
        try:
            sqlite.reading(pathlib.Path(sys.argv[1]))
        except DatabaseProblem as error:
            print(error, error.hint)
    """)
    done = subprocess.run([sys.executable, "-c", code, str(cut_off)], capture_output=True, text=True, check=True)
    assert "was cut off" in done.stdout
    assert "keep cut.sqlite-journal" in done.stdout
    assert cut_off.with_name("cut.sqlite-journal").exists()


@pytest.mark.parametrize(
    ("words", "share"), [(["load", str(MINI)], 2), (["db", "index"], 2), (["db", "index"], 20)],
    ids=["load", "index", "index at once"],
)  # fmt: skip
def test_a_write_that_meets_a_limit_is_told_and_undone(
    cyberdiplo: Run, mini_path: Path, tmp_path: Path, words: list[str], share: int
) -> None:
    """Of size here, as a full disk or a quota would be."""
    import resource

    path = Path(shutil.copy(mini_path, tmp_path / "limited.sqlite"))
    connection = sqlite3.connect(path)
    connection.execute("update loads set digest = 'another'")
    connection.commit()
    before = list(connection.execute("select * from citations order by 1, 2, 3, 4, 5"))
    connection.close()
    size = path.stat().st_size
    done = subprocess.run(
        [sys.executable, "-m", "cyberdiplo", *words, "--database", str(path)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"HOME": str(tmp_path / "home")},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size // share, size // share)),
    )
    assert done.returncode == 5, done.stderr
    assert re.search("cannot be written to the end|middle of a write|raise the quota", done.stderr), done.stderr
    assert "itself failed" not in done.stderr
    after = cyberdiplo("sql", "select * from citations order by 1, 2, 3, 4, 5", "--format", "json", ask=path)
    assert after.returncode == 0, after.stderr
    assert [tuple(row.values()) for row in json.loads(after.stdout)] == before


@pytest.mark.usefixtures("home")
def test_a_command_waits_for_a_cyberdiplo_that_is_in_a_long_commit(mini_path: Path, tmp_path: Path) -> None:
    """Longer than SQLite would: the lock beside the file says that it is one of ours, and how long to wait for it."""
    path = Path(shutil.copy(mini_path, tmp_path / "busy.sqlite"))
    code = """
        import pathlib, sqlite3, sys, time
        from cyberdiplo.store import lock
        path = pathlib.Path(sys.argv[1])
        with lock.exclusive(path):
            connection = sqlite3.connect(path, isolation_level=None)
            connection.execute("begin exclusive")
            print("busy", flush=True)
            time.sleep(7)
            connection.execute("commit")
    """
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), str(path)], stdout=subprocess.PIPE, text=True
    ) as busy:
        assert busy.stdout
        busy.stdout.readline()
        running = [
            subprocess.Popen(
                [sys.executable, "-m", "cyberdiplo", *words, "--database", str(path)], stderr=subprocess.PIPE
            )
            for words in (["forums", "--format", "csv"], ["load", str(MINI)])
        ]
        for process in running:
            _, said = process.communicate()
            assert process.returncode == 0, said
