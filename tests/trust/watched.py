"""The program run within one process, and what it reaches for meanwhile: files to write, sockets, other programs.

``Watch`` sees all that Python does; what a library in C does is seen by the folders and the database's own bytes.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
REACHING = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.system")
CHANGING = ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod", "os.truncate")
NOWHERE = {os.devnull, os.fsencode(os.devnull)}


class Watch:
    """From its making on, what the program does to anything but its own memory; it cannot be taken off again."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []
        sys.addaudithook(self._look)

    def _look(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.on:
            return
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING
        if event == "os.remove" and arguments[1] != -1:  # within a folder that is held open: a spool of a workbook
            return
        if (writes and arguments[0] not in NOWHERE) or event in REACHING or event in CHANGING:
            self.seen.append(f"{event} {arguments[0]!r}")


def run(words: list[str], watch: Watch | None = None) -> tuple[int, str]:
    """The exit code and what was said of a command; anything but an end of its own is raised."""
    from typer.testing import CliRunner

    from cyberdiplo.cli.main import app

    if watch:
        watch.on = True
    try:
        done = CliRunner().invoke(app, words, catch_exceptions=False)
    finally:
        if watch:
            watch.on = False
    return done.exit_code, done.stderr


def fingerprint(folder: Path) -> dict[str, str]:
    """The files of a folder, with a digest of each."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def memory() -> int:
    """The most bytes that this process has held, and not the one that started it, which the system counts with it."""
    import resource

    with suppress(OSError):
        peak = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="utf-8"))
        if peak:
            return int(peak[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
