"""``cyberdiplo sql "select …"``: one's own question, read-only."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from cyberdiplo.cli.words import answer_options, options
from cyberdiplo.cli.words.leaf import example_lines, make_leaf
from cyberdiplo.cli.words.opening import asking
from cyberdiplo.messages import later, say_system, tr

ROWS_OF_TABLE = 20_000  # a table is drawn when all its rows are there; other formats stream
GATHERED = ("table", "record", "xlsx", "parquet")  # what is held, whole or in part, until it is written
CHARACTERS_OF_CELL = 10_000  # on a screen
CHARACTERS_OF_TABLE = 16_000_000
ENDED = {6: later("The statement was stopped because one step of it took too long.")}

LONGEST_TIME = 86_400  # a day


def _check_time(seconds: float) -> float:
    """A time that comes to an end. Raises what Click says of a wrong value."""
    if not 0 < seconds <= LONGEST_TIME:  # which is true of "nan" too
        raise typer.BadParameter(tr("it takes a number of seconds above 0, and at most {most:,}.", most=LONGEST_TIME))
    return seconds


Statement = Annotated[
    str | None,
    typer.Argument(
        metavar="[SQL]", help=tr("One statement that only reads; '-' or a pipe takes it from standard input.")
    ),
]
File = Annotated[Path | None, typer.Option("--file", metavar="FILE", help=tr("Read the statement from a file."))]
Param = Annotated[
    list[str] | None,
    typer.Option(
        "--param",
        "-p",
        metavar="NAME=VALUE",
        help=tr("A value for :NAME; 42 and 3.5 are numbers, all else is text (007 and 3.10 too)."),
    ),
]
Timeout = Annotated[
    float,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        callback=_check_time,
        help=tr("Stop after this many seconds; at most a day, 86400."),
    ),
]
Explain = Annotated[bool, typer.Option("--explain", help=tr("Show how it would be run."), show_default=False)]
HELP = (
    tr("""Your own question in SQL, on a connection that can only read, stopped after ten seconds unless you allow
more.

The tables and columns: cyberdiplo db schema [TABLE]. Full text: … from search_index where search_index match
'norm*'.""")
    + "\n\n"
    + example_lines(
        'cyberdiplo sql "select id, name_en from forums order by id"',
        'cyberdiplo sql "select * from forums where id = :id" --param id=wto-tbt',
        "cyberdiplo sql \"select * from measures where country_id = 'EU'\" --explain",
        "cyberdiplo sql --file my-question.sql --format csv --output answer.csv",
        'echo "select count(*) from votes" | cyberdiplo sql -',
    )
)
COMMENT = re.compile(r"--\s|--[^=\n]*\n")


class Sql(TyperCommand):
    """A command in which SQL that begins with a comment is no option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Keep such SQL from being read as one."""
        parsed: list[str] = super().parse_args(ctx, [f"\n{word}" if COMMENT.match(word) else word for word in args])
        return parsed


def command(_: str) -> Any:
    """The command."""
    from cyberdiplo.sql.limits import SECONDS

    own: dict[str, options.Entry] = {
        "statement": (Statement, None),
        "file": (File, None),
        "param": (Param, None),
        "timeout": (Timeout, SECONDS),
        "explain": (Explain, False),
    }
    return make_leaf(answer_options.make_command(own, answer, options.ANSWER), cls=Sql, help=HELP)


def answer(
    chosen: answer_options.Options,
    statement: str | None,
    file: Path | None,
    param: Sequence[str] | None,
    timeout: float,
    explain: bool,
) -> None:
    """Run the statement and write the answer."""
    from cyberdiplo.sql import run

    text = _text(statement, file)
    with answer_options.hushed(chosen.quiet), asking(chosen.database) as connection:
        result = run.run(
            connection,
            text,
            param or (),
            seconds=timeout,
            explain=explain,
            window=chosen.window,
            last_words=_end,
            streams=chosen.format not in GATHERED,
            whole_program=True,
        )
        style = chosen.style(title="SQL")
        if chosen.format in ("table", "record"):
            result.rows = _hold_few(result.rows, shorten=style.terminal)
        chosen.write(result, style, connection)


def _text(statement: str | None, file: Path | None) -> str:
    """The statement from where it was given. Raises BadUsage."""
    from cyberdiplo.errors import BadUsage
    from cyberdiplo.sql.tokens import LONGEST
    from cyberdiplo.store import inputs

    if statement is None and file is None and sys.stdin and not sys.stdin.isatty():
        statement = "-"
    if (statement is None) == (file is None):
        raise BadUsage(
            tr("No statement was given.") if file is None else tr("A statement and a file were both given."),
            hint=tr("give the SQL in quotes, or --file FILE, or - to read it from standard input."),
        )
    try:
        if file is not None and str(file) != "-":
            inputs.note(file)
            with file.open(encoding="utf-8-sig") as opened:
                return opened.read(LONGEST + 1)
        if file is None and statement != "-":
            return statement or ""
        return sys.stdin.buffer.read(4 * LONGEST).decode("utf-8-sig") if sys.stdin else ""
    except UnicodeDecodeError as error:
        raise BadUsage(tr("The statement is not UTF-8 text."), hint=tr("save the file as UTF-8.")) from error
    except OSError as error:
        raise BadUsage(
            tr("{file} cannot be read: {reason}.", file=file, reason=say_system(error)), hint=tr("check the path.")
        ) from error


def _hold_few(rows: Any, *, shorten: bool) -> Any:
    """The rows of a table, which has to be held whole. Raises Stopped where they are too many or too heavy for that.

    A screen is spared long values; a pipe or file has the whole of them.
    """
    from cyberdiplo.errors import Stopped
    from cyberdiplo.sql.limits import too_large, weight

    room = CHARACTERS_OF_TABLE
    for count, row in enumerate(rows):
        if count == ROWS_OF_TABLE:
            raise Stopped(
                tr("The answer has more than {count:,} rows, which make no table.", count=ROWS_OF_TABLE),
                hint=tr("--format csv or jsonl streams them all; --limit N takes the first ones."),
            )
        row = tuple(_shorten(value) for value in row) if shorten else row
        room -= weight(row)
        if room < 0:
            raise too_large()
        yield row


def _shorten(value: Any) -> Any:
    """A value as a table can show it; other formats have the whole of it."""
    if isinstance(value, bytes):
        return f"{value[:20].hex()}{'…' if len(value) > 20 else ''} ({len(value):,} bytes)"
    if isinstance(value, str) and len(value) > CHARACTERS_OF_CELL:
        return f"{value[:CHARACTERS_OF_CELL]}… ({len(value):,} characters)"
    return value


def _end(code: int) -> None:
    """End the program where it cannot end by itself, and leave no half file."""
    from cyberdiplo.store import atomic

    atomic.abandon()
    if code in ENDED:
        sys.stderr.write(tr("error: {error}", error=tr(ENDED[code])) + "\n")
    sys.stderr.flush()
    os._exit(code)
