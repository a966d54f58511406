"""``cyberdiplo export DIR``: everything, to take away."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from cyberdiplo.cli.talk.say import say
from cyberdiplo.cli.words import answer_options, options
from cyberdiplo.cli.words.leaf import example_lines, make_leaf
from cyberdiplo.cli.words.opening import asking
from cyberdiplo.messages import tr
from cyberdiplo.render.export.folder import Kind

Folder = Annotated[Path, typer.Argument(metavar="DIR", help=tr("A folder that is new or empty."))]
How = Annotated[
    Kind, typer.Option("--format", "-f", metavar="FORMAT", help=tr("csv, jsonl, parquet, sqlite or popolo."))
]
Force = Annotated[bool, typer.Option("--force", help=tr("Take the place of an earlier export."), show_default=False)]
HELP = (
    tr("""All tables and a wide view for each noun, with a data package description (datapackage.json).

csv, jsonl and parquet: tables/ has each table as its seed file has it, wide/ has ids beside labels in French and
English. sqlite: one file with both. popolo: persons, organizations, memberships, events, areas and speeches in one
popolo.json, in the language of --lang.

The tables as CSV make the database again: cyberdiplo load --empty --database NEW.sqlite DIR/tables

The folder appears when it is complete, or not at all. CSV is written as it is: text that begins with =, +, - or @
may be computed by a spreadsheet that opens it; 'cyberdiplo measures --format xlsx' and --excel guard against that.""")
    + "\n\n"
    + example_lines(
        "cyberdiplo export cyberdiplo-2026",
        "cyberdiplo export for-pandas --format parquet",
        "cyberdiplo export popolo --format popolo --lang fr",
    )
)


def command(_: str) -> Any:
    """The command."""
    return make_leaf(main, help=HELP)


def main(
    folder: Folder,
    format: How = "csv",
    force: Force = False,
    quiet: options.Quiet = False,
    lang: options.Lang = None,
    database: options.Database = None,
) -> None:
    """Write the database to a folder."""
    from cyberdiplo import settings
    from cyberdiplo.cli.talk.progress import bar
    from cyberdiplo.render.export.folder import export

    with answer_options.hushed(quiet), asking(database) as connection, bar() as tell:
        files = export(connection, folder, format, settings.lang(lang), force=force, tell=tell)
        say(tr("{folder}: {files} files", folder=folder, files=files))
