"""Formats on the command line: where they go, what they refuse, how the screen is kept."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from cyberdiplo.questions import catalogue
from cyberdiplo.render.writers.registry import BINARY, CITING, ENDINGS, NETWORKS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

OTC = ("speakers", "--forum", "OTC", "--lang", "fr")


def on_screen(
    *words: str, database: Path, width: int = 80, height: int = 24, env: dict[str, str] | None = None
) -> tuple[int, str]:
    """Exit code and what a person sees who runs the program in a terminal of that size."""
    pty = pytest.importorskip("pty")
    import fcntl
    import struct
    import termios

    own, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    process = subprocess.Popen(
        [sys.executable, "-m", "cyberdiplo", *words], stdin=theirs, stdout=theirs, stderr=theirs,
        env=environment | {"CYBERDIPLO_DATABASE": str(database), "TERM": "xterm", "PAGER": "cat"} | (env or {}),
    )  # fmt: skip
    os.close(theirs)
    seen = b""
    while True:
        try:
            part = os.read(own, 1 << 16)
        except OSError:  # the other side is closed
            break
        if not part:
            break
        seen += part
    os.close(own)
    return process.wait(), seen.decode().replace("\r\n", "\n")


def test_the_forms_of_every_list_say_the_same_in_a_pipe(cyberdiplo: Run) -> None:
    for noun in catalogue.list_nouns():
        words = (noun, "--lang", "fr", "--limit", "20")
        rows = list(csv.DictReader(io.StringIO(cyberdiplo(*words, "--format", "csv").stdout)))
        objects = json.loads(cyberdiplo(*words, "--format", "json").stdout)
        old_keys = [
            {key: row[key] for key in rows[0]} for row in objects
        ]  # the others are ids: tests/questions/test_ids
        assert [{key: "" if value is None else str(value) for key, value in row.items()} for row in old_keys] == rows
        table = " ".join(cyberdiplo(*words, env={"COLUMNS": "300"}).stdout.split())
        assert all(" ".join(row["id"].split()) in table for row in rows if "id" in row), noun


def test_columns_and_orders_may_be_named_by_repeating_the_option(cyberdiplo: Run) -> None:
    words = ("meetings", "--forum", "OTC", "--format", "csv")
    together = cyberdiplo(*words, "-c", "start_date,id", "--sort", "type,-start_date").stdout
    assert together.startswith("start_date,id")
    assert (
        cyberdiplo(*words, "-c", "start_date", "-c", "id", "--sort", "type", "--sort", "-start_date").stdout == together
    )


@pytest.mark.parametrize("ending", sorted(ENDINGS))
def test_the_ending_of_a_file_says_the_format(cyberdiplo: Run, tmp_path: Path, ending: str) -> None:
    if ENDINGS[ending] in BINARY:
        pytest.importorskip("xlsxwriter")
        pytest.importorskip("pyarrow")
    file = tmp_path / f"answer{ending}"
    done = cyberdiplo(*OTC, "--output", str(file))
    count = "1 entrée écrite (12 endroits)" if ENDINGS[ending] in CITING else "12 lignes écrites"
    if ENDINGS[ending] in NETWORKS:
        pytest.importorskip("networkx")
        count = "12 liens écrits"
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{count} dans {file}\n")
    asked = subprocess.run(
        [sys.executable, "-m", "cyberdiplo", *OTC, "--format", ENDINGS[ending]], env=os.environ | done_env(cyberdiplo),
        capture_output=True, check=True,
    ).stdout if ENDINGS[ending] != "xlsx" else file.read_bytes()  # a workbook says when it was made  # fmt: skip
    assert file.read_bytes() == asked
    assert list(tmp_path.glob(".*")) == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("speakers", "--forum", "OTC"), "wrote 12 rows to {}\n"),
        (("speakers", "--forum", "OTC", "--limit", "1"), "wrote 1 row to {}\n"),
        (("speakers", "--forum", "OTC", "--limit", "0"), "wrote 0 rows to {}\n"),
        (("speakers", "--forum", "OTC", "--limit", "0", "--lang", "fr"), "0 ligne écrite dans {}\n"),
        (("speakers", "--forum", "OTC", "--quiet"), ""),
        (("sql", "select 1 union select 2"), "wrote 2 rows to {}\n"),
        (("sql", "select 1", "-q"), ""),
    ],
    ids=str,
)
@pytest.mark.parametrize("format", ["csv", "jsonl", "html"])
def test_a_file_that_is_written_is_told_of_with_its_rows(
    cyberdiplo: Run, tmp_path: Path, words: tuple[str, ...], told: str, format: str
) -> None:
    file = tmp_path / f"answer.{format}"
    done = cyberdiplo(*words, "--output", str(file))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", told.format(file))


def done_env(cyberdiplo: Run) -> dict[str, str]:
    """The database that the program asks in these tests."""
    return {"CYBERDIPLO_DATABASE": cyberdiplo("db", "path").stdout.strip()}


def test_an_ending_that_says_nothing_is_refused(cyberdiplo: Run, tmp_path: Path) -> None:
    done = cyberdiplo(*OTC, "--output", str(tmp_path / "answer.doc"))
    assert done.returncode == 2
    assert "ajoutez --format" in done.stderr
    assert list(tmp_path.glob("*.doc")) == []


def test_a_link_is_followed_and_a_pipe_is_written_to(cyberdiplo: Run, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.csv").symlink_to(tmp_path / "real" / "answer.csv")
    (tmp_path / "real" / "answer.csv").write_text("old")
    assert cyberdiplo(*OTC, "--output", str(tmp_path / "link.csv")).returncode == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real" / "answer.csv").read_text("utf-8") == cyberdiplo(*OTC, "--format", "csv").stdout
    os.mkfifo(tmp_path / "pipe.csv")
    with subprocess.Popen(["cat", str(tmp_path / "pipe.csv")], stdout=subprocess.PIPE, text=True) as reader:
        assert cyberdiplo(*OTC, "--output", str(tmp_path / "pipe.csv")).returncode == 0
        assert reader.stdout is not None
        assert reader.stdout.read().startswith("id,name,role")
    assert (tmp_path / "pipe.csv").is_fifo()


@pytest.mark.parametrize("format", ["xlsx", "parquet"])
@pytest.mark.usefixtures("home")
def test_a_binary_format_is_not_for_a_screen(format: str, database_path: Path) -> None:
    code, seen = on_screen(*OTC, "--format", format, database=database_path)
    assert code == 2
    assert "--output FICHIER" in seen


@pytest.mark.parametrize(("format", "library"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_missing_library_is_told_with_the_extra_to_install(
    format: str, library: str, cyberdiplo: Run, tmp_path: Path
) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "none" / f"{library}.py").write_text("raise ModuleNotFoundError('not here', name=__name__)")
    path = os.pathsep.join([str(tmp_path / "none"), os.environ.get("PYTHONPATH", "")])
    done = cyberdiplo(*OTC, "--output", str(tmp_path / f"a.{format}"), env={"PYTHONPATH": path})
    assert done.returncode == 2
    assert f'pip install "cyberdiplo[{format}]"' in done.stderr
    assert not (tmp_path / f"a.{format}").exists()


def test_excel_in_french_has_semicolons_and_decimal_commas(cyberdiplo: Run) -> None:
    done = cyberdiplo("figures", "--format", "csv", "--excel", "--lang", "fr")
    lines = list(csv.reader(io.StringIO(done.stdout.removeprefix("\ufeff")), delimiter=";"))
    assert done.stdout.startswith("\ufeffid;")
    assert "milliards" not in done.stdout  # a number is one
    assert all(re.fullmatch(r"\d+(,\d+)?", line[3]) for line in lines[1:])


@pytest.mark.usefixtures("home")
def test_a_table_on_a_screen_is_no_wider_than_it_and_tells_what_is_left_out(database_path: Path) -> None:
    for width in (40, 80, 200):
        code, seen = on_screen(*OTC, database=database_path, width=width, env={"NO_COLOR": "1"})
        table, _, _ = seen.partition("colonnes non affichées")
        assert code == 0
        assert "Mike Mullane" in table
        assert max(map(len, table.splitlines())) <= width


@pytest.mark.usefixtures("home")
def test_columns_that_were_named_are_all_shown(database_path: Path) -> None:
    _, seen = on_screen(
        *OTC, "--columns", "id,name,position,organisation,meeting,date", database=database_path, width=60
    )
    assert "colonnes non affichées" not in seen
    assert "2023-06-20" in seen


@pytest.mark.parametrize(
    ("env", "colour"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False), ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False)],
    ids=str,
)
@pytest.mark.usefixtures("home")
def test_colour_is_for_screens_that_want_it(env: dict[str, str], colour: bool, database_path: Path) -> None:
    _, seen = on_screen(*OTC, database=database_path, env=env)
    assert ("\x1b[" in seen) == colour


def test_colour_can_be_forced_in_a_pipe(cyberdiplo: Run) -> None:
    assert "\x1b[" not in cyberdiplo(*OTC).stdout
    assert "\x1b[1m" in cyberdiplo(*OTC, "--format", "table", env={"FORCE_COLOR": "1"}).stdout


@pytest.fixture
def pager(tmp_path: Path) -> str:
    """A pager that marks what goes through it."""
    script = tmp_path / "pager"
    script.write_text("#!/bin/sh\nsed 's/^/>/'\n")
    script.chmod(0o755)
    return str(script)


@pytest.mark.usefixtures("home")
def test_a_long_answer_is_paged_on_a_screen(pager: str, database_path: Path) -> None:
    _, seen = on_screen("countries", database=database_path, env={"PAGER": pager})
    lines = seen.splitlines()
    assert sum(line.startswith(">") for line in lines) > 150
    for words in (("countries", "--no-pager"), ("countries", "--limit", "5"), ("countries", "--format", "csv")):
        _, seen = on_screen(*words, database=database_path, env={"PAGER": pager})
        assert ">" not in seen, words


@pytest.mark.parametrize("wish", ["", "cat", "no-such-pager", "'"])
@pytest.mark.usefixtures("home")
def test_without_a_pager_the_answer_is_simply_written(wish: str, database_path: Path) -> None:
    code, seen = on_screen("countries", database=database_path, env={"PAGER": wish})
    assert code == 0
    assert "Zimbabwe" in seen


def test_a_pipe_is_never_paged(pager: str, cyberdiplo: Run) -> None:
    assert ">" not in cyberdiplo("countries", env={"PAGER": pager, "LINES": "5"}).stdout


def test_words_go_to_stderr_and_an_empty_answer_is_fine(cyberdiplo: Run) -> None:
    done = cyberdiplo(*OTC, "--country", "ZWE", "--format", "table")
    assert (done.returncode, done.stderr.splitlines()[0]) == (0, "0 ligne")
    assert done.stdout.split()[0] == "id"


@pytest.mark.usefixtures("home")
def test_a_pipe_that_is_closed_ends_quietly(database_path: Path) -> None:
    for format in ("csv", "jsonl", "table", "yaml"):
        process = subprocess.Popen(
            [sys.executable, "-m", "cyberdiplo", "votes", "--format", format],
            env=os.environ | {"CYBERDIPLO_DATABASE": str(database_path)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert (process.wait(), process.stderr.read()) == (0, b"")
        process.stderr.close()


def test_an_export_is_one_command(cyberdiplo: Run, tmp_path: Path) -> None:
    done = cyberdiplo("export", str(tmp_path / "x"))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{tmp_path / 'x'}: {sum(1 for _ in (tmp_path / 'x').rglob('*.*'))} files\n"
    again = cyberdiplo("export", str(tmp_path / "x"))
    assert again.returncode == 2
    assert "--force" in again.stderr
    assert cyberdiplo("export", str(tmp_path / "x"), "--force", "--format", "popolo", "-q").stderr == ""
    loaded = cyberdiplo("export", str(tmp_path / "y"), "--format", "nonsense")
    assert loaded.returncode == 2


@pytest.mark.parametrize(
    "words",
    [
        ("brief", "--forum", "CRI", "--format", "text"),
        ("cite", "CRI"),
        ("documents", "list", "--format", "table"),
        ("db", "status", "--format", "table"),
        ("db", "schema", "meetings"),
        ("forums", "--format", "table"),
        ("votes", "--matrix", "--group", "G7", "--format", "table"),
        ("compare", "FRA", "DEU", "--format", "table"),
    ],
    ids=" ".join,
)
def test_a_file_is_the_same_wherever_the_command_is_typed(
    cyberdiplo: Run, tmp_path: Path, database_path: Path, words: tuple[str, ...]
) -> None:
    piped, typed = tmp_path / "piped.txt", tmp_path / "typed.txt"
    assert cyberdiplo(*words, "--output", str(piped)).returncode == 0
    code, _ = on_screen(*words, "--output", str(typed), database=database_path, width=40)
    assert code == 0
    assert typed.read_text("utf-8") == piped.read_text("utf-8")
    assert "\x1b" not in typed.read_text("utf-8")
