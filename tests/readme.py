"""The README's examples: run as on a terminal 80 columns wide, and written back by ``python -m tests.readme``."""

from __future__ import annotations

import os
import pty
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import ROOT, TODAY

README = ROOT / "README.md"
EXAMPLE = re.compile(r"^```console\n\$ cyberdiplo ([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINES = 40  # of an answer; more would hide the page


def on_terminal(words: list[str], database: Path, columns: int = 80, most: int = LINES) -> str:
    """What a person sees on standard output, on a screen so wide."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(sys.path),
        "HOME": tempfile.gettempdir(),
        "CYBERDIPLO_DATABASE": str(database),
        "COLUMNS": str(columns),
        "CYBERDIPLO_TODAY": TODAY,
        "LINES": "1000",
        "NO_COLOR": "1",
        "TERM": "dumb",
        "LC_ALL": "C.UTF-8",
    }
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "cyberdiplo", *words],
        env=environment,
        stdout=theirs,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
    ) as process:
        os.close(theirs)
        seen = b""
        while True:
            try:
                block = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not block:
                break
            seen += block
        errors = process.stderr.read().decode() if process.stderr else ""
    os.close(ours)
    assert process.returncode == 0, errors
    lines = seen.decode().replace("\r\n", "\n").splitlines()
    if len(lines) > most:
        lines = [*lines[:most], "…"]
    return "\n".join(lines) + "\n"


def with_answers(text: str, database: Path) -> str:
    """The page with every example's answer as it is today."""
    return EXAMPLE.sub(
        lambda match: f"```console\n$ cyberdiplo {match[1]}\n{on_terminal(shlex.split(match[1]), database)}```", text
    )


def main() -> None:
    """Write the answers into the README."""
    from cyberdiplo.load.build import build

    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "cyberdiplo.sqlite"
        build(database)
        README.write_text(with_answers(README.read_text("utf-8"), database), encoding="utf-8")


if __name__ == "__main__":
    main()
