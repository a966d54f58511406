"""Where an answer goes: the screen, a pipe, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from cyberdiplo.ask.run import Result
from cyberdiplo.errors import BadUsage, CyberdiploError
from cyberdiplo.show.formats import ENDINGS, WRITERS, Format
from cyberdiplo.show.style import Style


def write(result: Result, style: Style, format: Format | None = None, output: Path | None = None) -> None:
    """Write an answer in a format: the one asked for, else what the file's ending says, else a table."""
    with opened(output) as out:
        WRITERS[chosen(format, output)](result, out, style)


def chosen(format: Format | None, output: Path | None) -> Format:
    """The format of an answer. Raises BadUsage for a file whose ending says nothing."""
    if format is not None:
        return format
    if output is None or str(output) == "-":
        return "table"
    if output.suffix.lower() not in ENDINGS:
        raise BadUsage(
            f"The ending of {output} does not say which format is meant.",
            hint=f"add --format, or end the name in {', '.join(ENDINGS)}.",
        )
    return ENDINGS[output.suffix.lower()]


@contextmanager
def opened(output: Path | None) -> Iterator[IO[str]]:
    """Standard output, or a file that appears when it is complete."""
    if output is None or str(output) == "-":
        yield sys.stdout
        sys.stdout.flush()
        return
    if not output.absolute().parent.is_dir():
        raise BadUsage(f"There is no folder {output.absolute().parent}.", hint="make it first, or name another one.")
    if output.is_dir():
        raise BadUsage(f"{output} is a folder.", hint="name a file in it.")
    beside = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as file:
            yield file
        beside.replace(output)
    except OSError as error:
        raise CyberdiploError(f"{output} cannot be written: {error.strerror}.", hint="nothing was written.") from error
    finally:
        with suppress(FileNotFoundError):
            beside.unlink()


def style(lang: str, *, main: tuple[str, ...] = (), header: bool = True, excel: bool = False) -> Style:
    """The style for where standard output goes."""
    terminal = sys.stdout.isatty()
    width = int(os.environ["COLUMNS"]) if os.environ.get("COLUMNS", "").isdigit() else None
    if terminal and width is None:
        width = os.get_terminal_size(sys.stdout.fileno()).columns
    color = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Style(lang=lang, header=header, excel=excel, main=main, width=width, color=color, terminal=terminal)
