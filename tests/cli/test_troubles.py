"""What a user's machine can do is said in a sentence: which file or option, what is wrong, what to do."""

from __future__ import annotations

import csv
import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cyberdiplo import messages, settings
from cyberdiplo.__main__ import Unheard, _report_bug
from cyberdiplo.cli.talk.say import say
from cyberdiplo.cli.talk.troubles import explain
from cyberdiplo.documents.formats.library import import_library
from cyberdiplo.errors import BadUsage, CyberdiploError, DatabaseProblem
from cyberdiplo.render.output import make_style
from cyberdiplo.render.writers.libraries import require
from cyberdiplo.store import sqlite_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Run

PROGRAM = f"{sys.executable} -m cyberdiplo"


def shell(line: str, home: Path, database: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """The program as a shell starts it."""
    known = os.environ | {"HOME": str(home), "CYBERDIPLO_DATABASE": str(database)} | env
    return subprocess.run(["sh", "-c", line], env=known, cwd=home.parent, capture_output=True, timeout=120, check=False)


# A closed stream


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX")
def test_a_closed_stream_is_told_or_not_missed(home: Path, database_path: Path) -> None:
    line = f"{PROGRAM} forums -n 1 -f csv"
    closed = shell(f"{line} >&-", home, database_path)
    assert closed.returncode == 1
    assert b"the answer could not be written" in closed.stderr
    assert b"hint:" in closed.stderr
    to_file = shell(f"{line} -o answer.csv >&- 2>&- <&-", home, database_path)
    assert to_file.returncode == 0
    assert (home.parent / "answer.csv").read_text().startswith("id,acronym")
    assert shell(f"{line} 2>&-", home, database_path).stdout.startswith(b"id,acronym")
    nothing = shell(f"{PROGRAM} sql - <&-", home, database_path)
    assert nothing.returncode == 2
    assert b"There is no SQL to run" in nothing.stderr


def test_a_sentence_that_nobody_can_read_stops_nothing() -> None:
    """Else a load that says that it has to wait would end there, and as a closed pipe does: with 0."""
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb", closefd=False) as broken:
        unheard = Unheard(broken)
        print("waiting", file=unheard)
        print("ready", file=unheard, flush=True)
        assert os.path.samestat(os.fstat(writing), os.stat(os.devnull))  # noqa: PTH116
        unheard.detach()
    os.close(writing)


@pytest.mark.skipif(sys.platform != "linux", reason="a disk that is always full")
def test_the_exit_code_is_the_same_where_errors_cannot_be_written(home: Path, database_path: Path) -> None:
    assert shell(f"{PROGRAM} show nosuch 2>/dev/full", home, database_path).returncode == 3


# An argument in another encoding


@pytest.mark.skipif(sys.platform != "linux", reason="where arguments are bytes")
def test_an_argument_that_is_not_utf8_is_told(home: Path, database_path: Path) -> None:
    known = os.environ | {"CYBERDIPLO_DATABASE": str(database_path), "HOME": str(home)}
    for words in ((b"show", b"C\xf4te"), (b"sql", b"select '\xe9'"), (b"forums", b"--columns", b"\xe9")):
        done = subprocess.run([sys.executable, "-m", "cyberdiplo", *words], env=known, capture_output=True, check=False)
        assert done.returncode == 2
        assert b"is not UTF-8 text" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="where arguments are bytes")
def test_accents_are_read_in_a_locale_without_any(home: Path, database_path: Path) -> None:
    plain = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = shell(f"{PROGRAM} show Équateur", home, database_path, **plain)
    assert b"country ECU" in done.stdout


# Permissions


def refused(path: Path) -> OSError:
    return PermissionError(13, "Permission denied", str(path))


def test_a_place_that_may_not_be_looked_at_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def stat(self: Path, **_: object) -> os.stat_result:
        raise refused(self)

    monkeypatch.setattr(Path, "stat", stat)
    with pytest.raises(DatabaseProblem, match=r"asked\.sqlite cannot be looked at: Permission denied"):
        sqlite_file.is_there(tmp_path / "asked.sqlite")
    assert settings.read_config() == {}  # who may not look into that folder has not written there


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (refused(Path("a/names.csv")), CyberdiploError, "a/names.csv cannot be read or written: Permission denied"),
        (refused(Path("a/b.sqlite")), DatabaseProblem, "a/b.sqlite cannot be read or written"),
        (OSError(28, "No space left on device"), CyberdiploError, "the answer could not be written: No space"),
        (sqlite3.OperationalError("attempt to write a readonly database"), DatabaseProblem, "readonly database"),
        (sqlite3.DatabaseError("database disk image is malformed"), DatabaseProblem, "malformed"),
        (csv.Error("field larger than field limit (131072)"), CyberdiploError, "more than 131,072 characters"),
        (MemoryError(), CyberdiploError, "more memory"),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), CyberdiploError, "more memory"),
        (ImportError("libsqlite3.so.0: failed to map segment from shared object"), CyberdiploError, "more memory"),
        (RuntimeError("can't start new thread"), CyberdiploError, "more memory"),
        (RuntimeError("Symlink loop from 'a/b'"), BadUsage, "a/b is a link that leads to itself"),
        (FileNotFoundError(errno.ENOENT, "No such file or directory"), BadUsage, "The folder you are in is not there"),
    ],
)
def test_one_place_says_what_every_library_means(error: Exception, kind: type, words: str) -> None:
    problem = explain(error)
    assert isinstance(problem, kind)
    assert problem is not None
    assert words in str(problem)
    assert problem.hint


def test_what_is_our_own_fault_is_not_explained_away() -> None:
    assert explain(TypeError("x")) is None
    assert explain(sqlite3.IntegrityError("x")) is None


# Options out of range, or empty


@pytest.mark.parametrize("seconds", ["nan", "0", "-1", "inf", "1e400", "99999999999999999999"])
def test_a_time_comes_to_an_end(seconds: str) -> None:
    import typer

    from cyberdiplo.cli.commands.sql import _check_time

    with pytest.raises(typer.BadParameter, match="at most 86,400"):
        _check_time(float(seconds))


@pytest.mark.parametrize("option", ["--limit", "--offset"])
def test_a_number_of_twenty_digits_is_out_of_range(cyberdiplo: Run, option: str) -> None:
    done = cyberdiplo("forums", option, "9" * 20)
    assert done.returncode == 2
    assert "is not in the range" in done.stderr


def test_an_empty_variable_of_the_shell_asks_for_nothing() -> None:
    with pytest.raises(BadUsage, match="names nothing"):
        settings.database("")
    with pytest.raises(BadUsage, match="no language"):
        settings.lang("friulan")
    assert settings.lang("FR") == settings.lang("fr_CA.UTF-8") == "fr"


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")
@pytest.mark.parametrize("value", ["", "relative", None])
def test_a_home_that_is_none_is_not_the_root_of_the_disk(monkeypatch: pytest.MonkeyPatch, value: str | None) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("HOME", raising=False)
    if value is not None:
        monkeypatch.setenv("HOME", value)
    place = settings.default_database()
    assert place.is_absolute()
    assert len(place.parents) > 3


# What is quoted is shown, and not obeyed


UNSEEN = ["\x1b", "\x9b", "\ufeff", "\u202e", "\r", "\U000e0041", "\u0378", "\u034f", "\u3164", "\ue000", "\U0001fffe"]


@pytest.mark.parametrize("name", [f"a{sign}b" for sign in UNSEEN], ids=ascii)
def test_a_sentence_shows_the_marks_of_what_it_quotes(name: str) -> None:
    for lang in ("en", "fr"):
        sentence = messages.tr("There is no folder {path}.", lang, path=name)
        assert messages.visible(name) in sentence
        assert not set(sentence) & set(UNSEEN)
    assert messages.tr("{name!r}", name=name) == messages.visible(repr(name))


def test_a_sentence_stays_one_line_whatever_a_file_is_called() -> None:
    assert messages.tr("There is no folder {path}.", path=Path("a\nb\tc")) == "There is no folder a\\nb\\tc."
    assert messages.tr("{name!r}", name="a\nb") == r"'a\nb'"
    assert messages.tr("{reason}", reason="first\nsecond") == "first\nsecond"


@pytest.mark.parametrize("text", ["é\u00a0: naïve\nline", "क\u200dष", "日本\u3000語", "❤\ufe0f", "الأردن", "\u0600"])
def test_what_is_part_of_a_script_stays(text: str) -> None:
    assert messages.visible(text) == text


# A file has one look


def test_what_goes_into_a_file_looks_the_same_wherever_it_is_typed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plain = make_style("en", output=tmp_path / "answer.txt")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert make_style("en", output=tmp_path / "answer.txt") == plain
    assert make_style("en") != plain


# Doubled columns, and order


def test_doubled_columns_have_one_name_throughout(cyberdiplo: Run) -> None:
    sql = "select 2 as a, 1 as a, 3 as a_2 union all select 1, 5, 6"
    assert cyberdiplo("sql", sql, "--format", "csv", "--sort", "a_3").stdout == "a,a_3,a_2\n2,1,3\n1,5,6\n"
    assert cyberdiplo("sql", sql, "--format", "csv", "--columns", "a_3").stdout == "a_3\n1\n5\n"
    assert cyberdiplo("sql", "select 1 as a, 2 as A", "--format", "csv", "--sort", "A").stdout == "a,A\n1,2\n"


# Completion after the sign of equality, in the shells themselves


SHELLS = {
    "bash": (
        "source {script}; COMP_WORDS=(cyberdiplo speakers --forum = OT); COMP_CWORD=4;"
        " _cyberdiplo_completion cyberdiplo; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        "OTC",
    ),
    "fish": ("source {script}; complete -C 'cyberdiplo speakers --forum=OT'", "--forum=OTC"),
    "zsh": (
        'compdef() {{ }}; _arguments() {{ print -r -- "$@" }}; _files() {{ }}; source {script};'
        " words=(cyberdiplo speakers --forum=OT); CURRENT=3; _cyberdiplo_completion",
        "--forum=OTC",
    ),
}


@pytest.mark.parametrize("name", SHELLS)
def test_tab_completes_after_the_sign_of_equality(name: str, home: Path, database_path: Path) -> None:
    if not (found := shutil.which(name)):
        pytest.skip(f"{name} is not installed")
    program = home.parent / "bin" / "cyberdiplo"
    program.parent.mkdir()
    package = str(Path(settings.__file__).parents[1])
    program.write_text(f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {package!r})\n"
                       "from cyberdiplo.__main__ import main\nmain()\n")  # fmt: skip
    program.chmod(0o755)
    env = os.environ | {"PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(home)}
    env["CYBERDIPLO_DATABASE"] = str(database_path)
    script = home.parent / f"completion.{name}"
    made = subprocess.run(
        [program], env=env | {"_CYBERDIPLO_COMPLETE": f"source_{name}"}, capture_output=True, check=False
    )
    script.write_bytes(made.stdout)
    line, offered = SHELLS[name]
    words = [found, *(["--no-config"] if name == "fish" else ["-f"] if name == "zsh" else []), "-c"]
    done = subprocess.run([*words, line.format(script=script)], env=env, capture_output=True, text=True, check=False)
    assert offered in done.stdout, done


# Little memory, and a library that is broken


@pytest.mark.parametrize("load", [lambda: require("mine", "parquet"), lambda: import_library("mine", "PDF")])
def test_a_library_that_is_there_and_broken_is_not_said_to_be_missing(
    load: Callable[[], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mine.py").write_text("raise ImportError('libmine.so.1: undefined symbol: mine')")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(BadUsage, match=r"cannot be loaded: libmine\.so\.1: undefined symbol"):
        load()
    (tmp_path / "mine.py").write_text("raise ImportError('libmine.so.1: failed to map segment from shared object')")
    with pytest.raises(ImportError) as end:
        load()
    assert "more memory" in str(explain(end.value))


def test_too_little_memory_is_no_fault_of_ours(capfd: pytest.CaptureFixture[str]) -> None:
    assert _report_bug(MemoryError()) == 6
    assert capfd.readouterr().err == "error: there is too little memory.\n"


def test_what_is_told_beside_an_answer_shows_the_marks_of_what_it_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    say("Ke\u202enya: no record\nhas this \x1b[31mname")
    assert capsys.readouterr().err == "Ke\\u202enya: no record\nhas this \\x1b[31mname\n"
