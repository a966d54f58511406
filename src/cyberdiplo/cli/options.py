"""The options that many commands share, each defined once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from cyberdiplo.cli import complete
from cyberdiplo.show.formats import WRITERS, Format


def _names(value: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (value or "").split(",") if name.strip())


Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        "-d",
        metavar="PATH_OR_URL",
        help="Another database than your own.",
        envvar="CYBERDIPLO_DATABASE",
        show_envvar=True,
    ),
]
Lang = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="fr|en",
        help="Language of names and labels; else your locale's.",
        envvar="CYBERDIPLO_LANG",
        autocompletion=complete.choices("fr", "en"),
    ),
]
How = Annotated[Format | None, typer.Option("--format", "-f", metavar="FORMAT", help=f"One of: {', '.join(WRITERS)}.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to a file; its ending says the format."),
]
Columns = Annotated[
    str | None, typer.Option("--columns", "-c", metavar="A,B", help="Only these columns, in this order.")
]
Sort = Annotated[str | None, typer.Option("--sort", metavar="A,-B", help="Order by these columns; - for descending.")]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=0, metavar="N", help="At most so many rows.")]
Offset = Annotated[
    int, typer.Option("--offset", min=0, metavar="N", help="Leave out the first N rows.", show_default=False)
]
Header = Annotated[bool, typer.Option("--no-header", help="No line of column names.", show_default=False)]
Excel = Annotated[
    bool,
    typer.Option(
        "--excel", help="CSV as Excel opens it: byte-order mark, your separator, no formulas.", show_default=False
    ),
]

# Every question has these, in this order: name -> (annotation, default).
ANSWER: dict[str, tuple[Any, Any]] = {
    "format": (How, None),
    "output": (Output, None),
    "columns": (Columns, None),
    "sort": (Sort, None),
    "limit": (Limit, None),
    "offset": (Offset, 0),
    "no_header": (Header, False),
    "excel": (Excel, False),
    "lang": (Lang, None),
    "database": (Database, None),
}


def page(given: dict[str, Any]) -> Any:
    """The part of the answer that the options ask for."""
    from cyberdiplo.ask.run import Page

    return Page(_names(given["columns"]), _names(given["sort"]), given["limit"], given["offset"])
