"""What is longer than the screen goes through the user's pager; never in a pipe or a file."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from contextlib import contextmanager, redirect_stderr
from io import StringIO
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.render.style import Style

LESS = "FRX"  # stop where it all fits, show colours, leave the text on the screen


@contextmanager
def paged(style: Style) -> Iterator[IO[str]]:
    """A stream whose text is shown at the end; what is said on stderr meanwhile is said after it."""
    text, notes = StringIO(), StringIO()
    with redirect_stderr(notes):
        yield text
    command = _command() if text.getvalue().count("\n") >= (style.height or sys.maxsize) else None
    if command is None or not _through(command, text.getvalue()):
        sys.stdout.write(text.getvalue())
        sys.stdout.flush()
    sys.stderr.write(notes.getvalue())


def _command() -> list[str] | None:
    """The user's pager, else less; None where there is none, or the user wants none."""
    wish = os.environ.get("PAGER")
    try:
        words = ["less"] if wish is None else shlex.split(wish)
    except ValueError:
        return None
    if not words or words == ["cat"] or shutil.which(words[0]) is None:
        return None
    return words


def _through(command: list[str], text: str) -> bool:
    """Show the text with the pager; False where the pager did not start."""
    environment = {"LESS": LESS, "LESSCHARSET": "utf-8"} | os.environ
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment, text=True, encoding="utf-8")
    except OSError:
        return False
    try:
        pager.communicate(text)
    except KeyboardInterrupt:  # the pager's own way to stop a search; it is still there
        pager.wait()
    return True
