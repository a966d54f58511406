"""A file of any size is refused within bounds: what a process takes is measured, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.imports.test_ga_votes import HEADER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MOST = 300  # MiB
BIG = 1 << 30

# A process counts the memory of the one that started it until it has more of its own, so a small one starts it.
SPAWN = """
import json, os, sys
child = os.fork()
if not child:
    os.execv(sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(child, 0)
print(json.dumps([os.waitstatus_to_exitcode(status), usage.ru_maxrss / 1024]))
"""


def fill(path: Path, begin: bytes, block: bytes, size: int) -> None:
    with path.open("wb") as file:
        file.write(begin)
        for _ in range(size // len(block)):
            file.write(block)


def sparse(path: Path) -> None:
    """A line of a gigabyte; the disk holds none of it."""
    with path.open("wb") as file:
        file.write(b'{"symbol": "')
        file.truncate(BIG)


def many_texts(path: Path) -> None:
    row = "x," * 2 + "FRANCE,Y,2030-01-02,1,A/RES/90/{},,,,title" + "," * (len(HEADER) - 11) + "\n"
    row = row.replace("x,x,", "1,FRA,", 1)
    path.write_text(",".join(HEADER) + "\n" + "".join(map(row.format, range(60_000))), encoding="utf-8")


FILES: dict[str, tuple[str, Callable[[Path], None]]] = {
    "a gigabyte line": ("un-ga-resolutions", sparse),
    "a gigabyte line in a table": ("un-ga-votes", sparse),
    "a gigabyte of XML": ("un-treaty-participants", lambda path: fill(path, b"<a><b>", b"x" * 1_000_000, 200_000_000)),
    "one attribute": ("un-ga-resolutions", lambda path: fill(path, b'<a b="', b"x" * 1_000_000, 200_000_000)),
    "many lines": ("un-ga-resolutions", lambda path: fill(path, b"", b'{"symbol": "A/RES/1/1"}\n' * 1000, 80_000_000)),
    "many rejects": ("un-ga-resolutions", lambda path: fill(path, b"", b"[]\n" * 1000, 900_000)),
    "many texts": ("un-ga-votes", many_texts),
    "many rows": ("memberships", lambda path: fill(path, b"member,group,start_date\n", b",,\n" * 1000, 900_000)),
    "many memberships": (
        "memberships",
        lambda path: fill(path, b"member,group,start_date\n", b"FRA,OTC,2020\n" * 1000, 13_000 * 300),
    ),
}


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of another process is counted otherwise")
@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is_too_large_is_refused_within_bounds(own_path: str, tmp_path: Path, kind: str) -> None:
    name, write = FILES[kind]
    path = tmp_path / "big"
    write(path)
    words = [sys.executable, "-m", "cyberdiplo", "import", name, str(path), "--database", own_path]
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", SPAWN, *words], capture_output=True, text=True, check=False
    )
    code, peak = json.loads(done.stdout)
    assert code == 4, done.stderr
    assert str(path) in done.stderr
    assert peak < MOST
