"""The options that many commands share, each defined once."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cyberdiplo.cli.words import complete
from cyberdiplo.messages import tr
from cyberdiplo.render.writers.registry import FORMATS, Format

if TYPE_CHECKING:
    pass


MOST_ROWS = 10**12  # that are asked for or left out: more has no database


Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        "-d",
        metavar="PATH_OR_URL",
        help=tr("Another database than your own."),
        envvar="CYBERDIPLO_DATABASE",
        show_envvar=True,
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="fr|en",
        help=tr("Language of names and labels; otherwise that of your locale."),
        envvar="CYBERDIPLO_LANG",
        autocompletion=complete.choices("fr", "en"),
    ),
]
How = Annotated[
    Format | None,
    typer.Option("--format", "-f", metavar="FORMAT", help=tr("One of: {listed}.", listed=", ".join(FORMATS))),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help=tr("Write to a file; its ending decides the format.")),
]
Force = Annotated[
    bool, typer.Option("--force", help=tr("Let --output replace a write-protected file too."), show_default=False)
]
Columns = Annotated[
    list[str] | None,
    typer.Option("--columns", "-c", metavar="A,B", help=tr("Only these columns, by name or heading, in this order.")),
]
Sort = Annotated[
    list[str] | None, typer.Option("--sort", metavar="A,-B", help=tr("Order by these columns; - for descending."))
]
Limit = Annotated[
    int | None, typer.Option("--limit", "-n", min=0, max=MOST_ROWS, metavar="N", help=tr("At most this many rows."))
]
Offset = Annotated[
    int,
    typer.Option("--offset", min=0, max=MOST_ROWS, metavar="N", help=tr("Skip the first N rows."), show_default=False),
]
Header = Annotated[
    bool, typer.Option("--no-header", help=tr("Leave out the line of column names."), show_default=False)
]
Excel = Annotated[
    bool | None,
    typer.Option(
        "--excel/--no-excel",
        help=tr("CSV as Excel opens it: byte-order mark, your separator, decimal sign and words, --guard."),
        show_default=False,
    ),
]
Codes = Annotated[
    bool,
    typer.Option(
        "--codes",
        help=tr("In a spreadsheet (--excel, xlsx) codes and names of columns, not their labels in your language."),
        show_default=False,
    ),
]
Guard = Annotated[
    bool | None,
    typer.Option(
        "--guard/--no-guard",
        help=tr("An apostrophe before text that a spreadsheet would compute (=, +, -, @); default: with --excel."),
        show_default=False,
    ),
]
NoPager = Annotated[bool, typer.Option("--no-pager", help=tr("Do not page a long answer."), show_default=False)]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help=tr("Print only the answer, and errors."), show_default=False)
]
Verbose = Annotated[
    bool,
    typer.Option(
        "--verbose", "-v", help=tr("Say what names were taken for, and the SQL that was run."), show_default=False
    ),
]

Explain = Annotated[
    bool,
    typer.Option(
        "--explain",
        help=tr("Show how the answer would be found instead: where, plan, indexes, sizes."),
        show_default=False,
    ),
]

# Every question has these, in this order: name -> (annotation, default).
Entry = tuple[Any, Any]
OptionValue = str | list[str] | None  # what was given for a word of the command line
ANSWER: dict[str, Entry] = {
    "format": (How, None),
    "output": (Output, None),
    "force": (Force, False),
    "columns": (Columns, None),
    "sort": (Sort, None),
    "limit": (Limit, None),
    "offset": (Offset, 0),
    "no_header": (Header, False),
    "excel": (Excel, None),
    "codes": (Codes, False),
    "guard": (Guard, None),
    "no_pager": (NoPager, False),
    "quiet": (Quiet, False),
    "lang": (Lang, None),
    "database": (Database, None),
}

# And those that ask the database by a .sql file, this too.
QUESTION = ANSWER | {"verbose": (Verbose, False), "explain": (Explain, False)}
