"""A file that an answer is written to: never what the command reads, never more open than it was, a link stays one."""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.foreground import started
from tests.proof.proven import DOCUMENTS, proven

if TYPE_CHECKING:
    from tests.conftest import Run

ENDLESS = "with recursive c(x) as (select 1 union all select x + 1 from c) select x from c"


@pytest.fixture
def own(database_path: Path, tmp_path: Path) -> Path:
    """A database of the test's own."""
    return Path(shutil.copy(database_path, tmp_path / "own.sqlite"))


@pytest.mark.parametrize(
    "words", [("forums", "--format", "csv"), ("cite", "GTCNL", "--style", "text"), ("db", "status", "--format", "csv")]
)
def test_the_database_that_is_asked_stays(cyberdiplo: Run, own: Path, words: tuple[str, ...], tmp_path: Path) -> None:
    before = own.read_bytes()
    (tmp_path / "link.sqlite").symlink_to(own)
    os.link(own, tmp_path / "other.sqlite")
    for name in ("own.sqlite", "link.sqlite", "other.sqlite"):
        done = cyberdiplo(*words, "--output", str(tmp_path / name), ask=own)
        assert done.returncode == 2
        assert "is what this command reads" in done.stderr
    assert own.read_bytes() == before


@pytest.mark.parametrize(
    "words", [("db", "schema"), ("query", "list", "--format", "csv"), ("forums", "--format", "csv")]
)
def test_no_answer_takes_the_place_of_a_database_that_is_not_asked(
    cyberdiplo: Run, own: Path, database_path: Path, words: tuple[str, ...]
) -> None:
    before = own.read_bytes()
    refused = cyberdiplo(*words, "--output", str(own), ask=database_path)
    assert refused.returncode == 2
    assert "is a database" in refused.stderr
    assert own.read_bytes() == before
    assert cyberdiplo(*words, "--output", str(own), "--force", ask=database_path).returncode == 0


def test_the_other_files_that_a_command_reads_stay(cyberdiplo: Run, home: Path, tmp_path: Path) -> None:
    sql = tmp_path / "mine.sql"
    sql.write_text("select 1")
    assert cyberdiplo("sql", "--file", str(sql), "--format", "csv", "--output", str(sql)).returncode == 2
    config = home / ".config" / "cyberdiplo" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('lang = "en"')
    assert cyberdiplo("forums", "--format", "csv", "--output", str(config)).returncode == 2
    collection, texts = proven(tmp_path), Path(shutil.copytree(DOCUMENTS, tmp_path / "texts"))
    for read in (collection / "reference" / "forums.csv", texts / "report.txt"):
        before = read.read_bytes()
        words = ("verify", str(collection), "--documents", str(texts), "--empty", "--format", "csv")
        refused = cyberdiplo(*words, "--output", str(read))
        assert refused.returncode == 2, refused.stderr
        assert "is what this command reads" in refused.stderr
        assert read.read_bytes() == before
    with sql.open() as given:
        command = [sys.executable, "-m", "cyberdiplo", "sql", "-", "--format", "csv", "--output", str(sql)]
        assert subprocess.run(command, stdin=given, capture_output=True, check=False).returncode == 2
    assert (sql.read_text(), config.read_text()) == ("select 1", 'lang = "en"')


@pytest.mark.skipif(sys.platform == "win32", reason="names of POSIX")
@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "//dev/stdout", "a link", "itself"])
def test_standard_output_by_another_name_is_standard_output(database_path: Path, tmp_path: Path, name: str) -> None:
    if name == "a link":
        name = str(tmp_path / "link")
        Path(name).symlink_to("/dev/stdout")
    if name == "itself":
        name = str(tmp_path / "all.txt")
    elif not Path(name).exists():
        pytest.skip(f"this system has no {name}")
    with (tmp_path / "all.txt").open("wb") as out:
        out.write(b"first\n")
        out.flush()
        command = [sys.executable, "-m", "cyberdiplo", "topics", "-n", "1", "--format", "csv", "--output", name]
        subprocess.run([*command, "--database", str(database_path)], stdout=out, check=True)
        out.write(b"last\n")
    lines = (tmp_path / "all.txt").read_text("utf-8").splitlines()
    assert (lines[0], lines[-1], len(lines)) == ("first", "last", 4)


@pytest.mark.skipif(sys.platform == "win32", reason="names of POSIX")
def test_another_open_stream_is_written_to_and_not_replaced(database_path: Path, tmp_path: Path) -> None:
    with (tmp_path / "log.txt").open("wb") as log:
        log.write(b"first\n")
        log.flush()
        command = [sys.executable, "-m", "cyberdiplo", "topics", "-n", "1", "--database", str(database_path)]
        subprocess.run([*command, "--format", "csv", "--output", "/dev/stderr"], stderr=log, check=True)
    lines = (tmp_path / "log.txt").read_text("utf-8").splitlines()
    assert (lines[0], lines[1].split(",")[0]) == ("first", "id")
    with (tmp_path / "log.txt").open() as given:
        done = subprocess.run([*command, "--format", "csv", "--output", "/dev/stdin"], stdin=given, check=False)
    assert done.returncode == 2
    assert (tmp_path / "log.txt").read_text("utf-8").splitlines() == lines


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_a_write_protected_file_is_replaced_only_by_force(cyberdiplo: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("mine")
    path.chmod(0o444)
    refused = cyberdiplo("topics", "--output", str(path))
    assert refused.returncode == 1
    assert "is write-protected" in refused.stderr
    assert "--force" in refused.stderr
    assert path.read_text() == "mine"
    assert cyberdiplo("topics", "--output", str(path), "--force").returncode == 0
    assert path.read_text("utf-8").startswith("id,")
    assert stat.S_IMODE(path.stat().st_mode) == 0o444


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_signal_in_the_middle_of_an_answer_leaves_nothing(
    database_path: Path, tmp_path: Path, name: str, ending: str
) -> None:
    number = getattr(signal, name)
    folder, scratch = tmp_path / "out", tmp_path / "tmp"
    folder.mkdir()
    scratch.mkdir()
    command = [sys.executable, "-m", "cyberdiplo", "sql", ENDLESS, "--timeout", "600", "--database", str(database_path)]
    words = [*command, "--output", str(folder / f"a.{ending}")]
    with started(words, os.environ | {"TMPDIR": str(scratch)}) as process:
        while process.poll() is None and not list(folder.iterdir()):
            time.sleep(0.01)
        process.send_signal(number)
        _, said = process.communicate()
    assert process.returncode in (-number, 130), said
    assert "Traceback" not in said
    assert list(folder.iterdir()) == []
    assert list(scratch.iterdir()) == []


STRUCK = """
import signal, sys
from pathlib import Path
from cyberdiplo import __main__
from cyberdiplo.store import atomic, signals
held = atomic.beside(Path(sys.argv[1]) / "a.csv")
assert held.__enter__().exists()
__main__._end_by({interrupt})
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("interrupt", ["signals.Terminated(signal.SIGTERM)", "KeyboardInterrupt()"])
def test_a_signal_between_the_making_of_a_file_and_its_block_leaves_nothing(tmp_path: Path, interrupt: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", STRUCK.format(interrupt=interrupt), str(tmp_path)], capture_output=True, check=False
    )
    assert done.returncode in (-signal.SIGTERM, 130), done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_a_database_that_is_exported_is_as_private_as_it_was(cyberdiplo: Run, own: Path, tmp_path: Path) -> None:
    own.chmod(0o600)
    assert cyberdiplo("export", str(tmp_path / "out"), "--format", "sqlite", ask=own).returncode == 0
    assert stat.S_IMODE((tmp_path / "out" / "cyberdiplo.sqlite").stat().st_mode) == 0o600


def test_a_popolo_file_of_another_maker_is_no_export_of_ours(cyberdiplo: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    text = json.dumps({"persons": [{"id": "a"}], "organizations": []}, indent=0)
    (tmp_path / "out" / "popolo.json").write_text(text)
    assert cyberdiplo("export", str(tmp_path / "out"), "--force").returncode == 2
    assert (tmp_path / "out" / "popolo.json").read_text() == text


def test_an_export_takes_the_place_of_an_export_of_ours_only(cyberdiplo: Run, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    assert cyberdiplo("export", out).returncode == 0
    assert cyberdiplo("export", out, "--force").returncode == 0
    notes = tmp_path / "out" / "wide" / "notes.txt"
    notes.write_text("mine")
    refused = cyberdiplo("export", out, "--force")
    assert refused.returncode == 2
    assert "such as wide/notes.txt" in refused.stderr
    assert notes.read_text() == "mine"
    notes.unlink()
    (tmp_path / "out" / "empty").mkdir()
    assert cyberdiplo("export", out, "--force").returncode == 2
    (tmp_path / "out" / "empty").rmdir()
    assert cyberdiplo("export", out, "--force", "--format", "popolo").returncode == 0
    assert cyberdiplo("export", out, "--force", "--format", "sqlite").returncode == 0


@pytest.mark.parametrize(
    "described",
    [
        {},
        {"name": "another", "resources": [{"path": "notes.txt"}]},
        {"name": "cyberdiplo", "resources": [{"path": "notes.txt"}]},
        {"name": "cyberdiplo", "resources": 1},
    ],
    ids=["empty", "another's", "of our name", "of no form"],
)
def test_a_data_package_of_another_maker_is_no_export_of_ours(
    cyberdiplo: Run, tmp_path: Path, described: dict[str, object]
) -> None:
    folder = tmp_path / "package"
    folder.mkdir()
    (folder / "datapackage.json").write_text(json.dumps(described))
    (folder / "notes.txt").write_text("mine")
    refused = cyberdiplo("export", str(folder), "--force")
    assert refused.returncode == 2
    assert "holds other things than an export of ours" in refused.stderr
    assert (folder / "notes.txt").read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_whatever_the_umask_its_owner_may_read_what_was_written(cyberdiplo: Run, tmp_path: Path) -> None:
    umask = os.umask(0o777)
    try:
        written = cyberdiplo("topics", "--output", str(tmp_path / "a.csv"))
    finally:
        os.umask(umask)
    assert written.returncode == 0, written.stderr
    assert stat.S_IMODE((tmp_path / "a.csv").stat().st_mode) == 0o600


@pytest.mark.parametrize("name", ["own.sqlite-journal", "own.sqlite-wal", ".own.sqlite.lock"])
def test_no_answer_has_a_name_that_a_database_needs_beside_it(
    cyberdiplo: Run, own: Path, database_path: Path, name: str
) -> None:
    done = cyberdiplo("forums", "--format", "csv", "--output", str(own.with_name(name)), ask=database_path)
    assert (done.returncode, "keeps beside it" in done.stderr) == (2, True), done.stderr
    assert not own.with_name(name).exists()
