"""The program run within one process, and what it reaches for meanwhile: files to write, sockets, other programs.

``Watch`` sees all that Python does; what a library in C does is seen by the folders and the database's own bytes.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
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
        sys.dont_write_bytecode = True  # Python's own files are none of the program's
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
    import typer.main

    from cyberdiplo.cli.main import app

    code = 0
    told, nothing = io.TextIOWrapper(io.BytesIO(), "utf-8", errors="replace"), io.TextIOWrapper(io.BytesIO())
    kept = sys.stdin
    # What is answered goes nowhere: a runner that kept it would count as our memory.
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere, redirect_stdout(nowhere), redirect_stderr(told):
        sys.stdin = nothing
        if watch:
            watch.on = True
        try:
            typer.main.get_command(app).main(args=words, prog_name="cyberdiplo")
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        finally:
            sys.stdin = kept
            if watch:
                watch.on = False
        told.seek(0)
        return code, told.read()


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
