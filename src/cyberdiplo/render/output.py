"""Where an answer goes: the screen, a pipe, or a file that is written whole or not at all."""

from __future__ import annotations

import io
import os
import re
import stat
import sys
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING, Any, cast

from cyberdiplo import settings
from cyberdiplo.errors import BadUsage, CyberdiploError, is_out_of_memory
from cyberdiplo.messages import say_system, tr, tr_plural, visible
from cyberdiplo.render.style import Spread, Style, label_all, make_visible
from cyberdiplo.render.writers.registry import BINARY, CITING, ENDINGS, FOR_PEOPLE, NETWORKS, WRITERS, Format
from cyberdiplo.result import CountedRows, Result

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Compiled for --output alone.
STDOUT = r"-|/dev/(stdout|fd/1)|/proc/self/fd/1"  # standard output by its names
STREAM = r"/dev/stdin|/dev/stderr|(?:/dev|/proc/self)/fd/(?P<number>\d+)"  # other open ones


def to_stdout(output: Path | None) -> bool:
    """Whether the answer goes to standard output: that may be a file, but one that must be written to, not replaced."""
    return output is None or bool(re.fullmatch(STDOUT, str(output))) or _stream(output) == 1


def _stream(output: Path) -> int | None:
    """The open stream that a path leads to, by its name, or because it is the very file that the shell opened."""
    if named := re.fullmatch(STREAM, str(output)):
        return int(named["number"] or (2 if "stderr" in named[0] else 0))
    for number in (1, 2):
        with suppress(OSError):
            there = os.fstat(number)
            if stat.S_ISREG(there.st_mode) and os.path.samestat(there, output.stat()):
                return number
    return None


def write(
    result: Result, style: Style, format: Format | None = None, output: Path | None = None, *, force: bool = False
) -> None:
    """Write an answer in a format: the one asked for, else what the file's ending says.

    Else it is a table on a terminal and tab-separated values in a pipe: one record a line, every column.

    A write-protected file is replaced only by ``force``.
    """
    chosen_format = choose_format(format, output)
    if chosen_format in CITING:
        raise BadUsage(
            tr("Only a list of records can be written as {format}.", format=chosen_format),
            hint=tr("such as 'cyberdiplo statements --country FRA --format {format}'.", format=chosen_format),
        )
    if chosen_format in NETWORKS:
        raise BadUsage(
            tr("Only a list of records can be written as {format}.", format=chosen_format),
            hint=tr("such as 'cyberdiplo statements --topic norms --format {format}'.", format=chosen_format),
        )
    here = to_stdout(output)
    if chosen_format in BINARY:
        refuse_screen(chosen_format, output)
    if chosen_format == "table" and here and style.pager:
        from cyberdiplo.render.screen.pager import paged

        with paged(style) as out:
            WRITERS[chosen_format](result, out, style)
        return
    if (chosen_format == "xlsx" or (style.excel and chosen_format == "csv")) and not style.codes:
        result = label_all(result, style.lang)
    if here and style.terminal and chosen_format not in FOR_PEOPLE:
        result = _show_marks(result)
    rows = result.rows if isinstance(result.rows, CountedRows) else CountedRows(result.rows)
    counted = result if here else Result(result.columns, rows, result.codes, result.arrays)
    with open_output(output, force=force) as out:
        WRITERS[chosen_format](counted, to_bytes(out) if chosen_format in BINARY else out, style)
    if not here:
        sentence = tr_plural(
            "wrote {count:,} row to {file}",
            "wrote {count:,} rows to {file}",
            rows.take_count(),
            style.lang,
            file=output,
        )
        report_written(output, sentence)


def _show_marks(result: Result) -> Result:
    """An answer whose data a terminal shows and does not obey, also in a format that has them as they are."""
    rows = (tuple(make_visible(value) if isinstance(value, str) else value for value in row) for row in result.rows)
    return Result([make_visible(name) for name in result.columns], rows, result.codes)


class _Screen(io.TextIOBase):
    """Standard output that shows what a terminal would obey."""

    def write(self, text: str) -> int:
        return sys.stdout.write(visible(text))


def refuse_screen(format: str, output: Path | None) -> None:
    """Raise BadUsage where bytes would go to a screen."""
    if to_stdout(output) and sys.stdout.isatty():
        raise BadUsage(
            tr("The format {format} cannot be shown on a screen.", format=format),
            hint=tr("add --output FILE, or use a pipe."),
        )


def report_written(output: Path | None, message: str) -> None:
    """Say that a file is written, beside the data; on standard output the data say so themselves."""
    if not to_stdout(output):
        print(message, file=sys.stderr)


def to_bytes(out: IO[str]) -> IO[bytes]:
    """The stream of bytes under one of text."""
    out.flush()
    under: IO[bytes] = getattr(out, "buffer")  # noqa: B009
    return under


def choose_format(format: Format | None, output: Path | None) -> Format:
    """The format of an answer. Raises BadUsage for a file whose ending says nothing."""
    if format is not None:
        return format
    if output is None or to_stdout(output):
        wish = cast("Format | None", settings.default("format", WRITERS))
        return wish or ("table" if sys.stdout.isatty() else "tsv")
    if output.suffix.lower() not in ENDINGS:
        raise BadUsage(
            tr("The ending of {path} does not say which format is meant.", path=output),
            hint=tr("add --format, or end the name in {listed}.", listed=", ".join(ENDINGS)),
        )
    return ENDINGS[output.suffix.lower()]


@contextmanager
def open_output(output: Path | None, *, force: bool = False, as_it_is: bool = True) -> Iterator[IO[str]]:
    """Standard output, or a file that appears when it is complete; ``force`` replaces a write-protected one too.

    What is written for another program (not ``as_it_is``) may quote a stranger: a terminal is shown its marks.
    """
    if output is None or to_stdout(output):
        yield sys.stdout if as_it_is or not sys.stdout.isatty() else cast("IO[str]", _Screen())
        sys.stdout.flush()
        return
    from cyberdiplo.store import atomic, inputs  # a screen or a pipe needs neither

    if not _is_folder(output.absolute().parent):
        raise BadUsage(
            tr("There is no folder {path}.", path=output.absolute().parent),
            hint=tr("create it first, or name another one."),
        )
    if _is_folder(output):
        raise BadUsage(tr("{path} is a folder.", path=output), hint=tr("name a file in it."))
    inputs.refuse(output, force=force)
    if (number := _stream(output)) is not None:  # it may lead to a file, which others write to as well
        if number == 0:
            raise BadUsage(tr("{path} is where the program reads from.", path=output), hint=tr("name a file."))
        with _explaining_failure(output), os.fdopen(os.dup(number), "w", encoding="utf-8", newline="") as file:
            yield file
        return
    if output.exists() and not output.is_file():  # a pipe or device is written to: nothing may take its place
        with _explaining_failure(output), output.open("w", encoding="utf-8", newline="") as file:
            yield file
        return
    with (
        _explaining_failure(output),
        atomic.replacing(output, force=force) as beside,
        beside.open("w", encoding="utf-8", newline="") as file,
    ):
        yield file


def _is_folder(path: Path) -> bool:
    with _explaining_failure(path):
        return path.is_dir()


@contextmanager
def _explaining_failure(output: Path) -> Iterator[None]:
    """A file that cannot be written is told in a sentence."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        if is_out_of_memory(error):
            raise
        raise CyberdiploError(
            tr("{path} cannot be written: {reason}.", path=output, reason=say_system(error)),
            hint=tr("nothing was written."),
        ) from error


def make_style(
    lang: str,
    *,
    title: str = "",
    main: tuple[str, ...] = (),
    below: tuple[str, ...] = (),
    spread: Spread = "",
    header: bool = True,
    excel: bool = False,
    codes: bool = False,
    guard: bool | None = None,
    pager: bool = True,
    output: Path | None = None,
) -> Style:
    """The style for where standard output goes; a file has the same look wherever the command is typed."""
    here = to_stdout(output)
    terminal = here and sys.stdout.isatty()
    dumb = os.environ.get("TERM") == "dumb"
    width, height = _size(terminal) if here else (None, None)
    color = here and ((terminal and not dumb) or bool(os.environ.get("FORCE_COLOR"))) and not os.environ.get("NO_COLOR")
    look: dict[str, Any] = {"width": width, "height": height, "terminal": terminal, "color": color}
    return Style(
        lang=lang, title=title, main=main, below=below, spread=spread, header=header, excel=excel, codes=codes,
        guard=guard,
        pager=pager and terminal and not dumb, **look,
    )  # fmt: skip


def _size(terminal: bool) -> tuple[int | None, int | None]:
    """Columns and lines: as the environment says, else as the terminal does, else unknown."""
    sizes = [os.environ.get(name, "") for name in ("COLUMNS", "LINES")]
    known_size = [int(size) if size.isdigit() and int(size) > 0 else None for size in sizes]
    if terminal and None in known_size:
        with suppress(OSError):
            real = os.get_terminal_size(sys.stdout.fileno())
            known_size = [known_size[0] or real.columns or None, known_size[1] or real.lines or None]
    return known_size[0], known_size[1]
