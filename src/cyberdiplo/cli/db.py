"""``cyberdiplo db``: where the database is, what state it is in, upgrade, back up."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from cyberdiplo.cli import complete, options

Tables = Annotated[
    list[str] | None,
    typer.Argument(metavar="[TABLE]...", help="Tables or views; none: all.", autocompletion=complete.tables),
]
HowSchema = Annotated[
    Literal["text", "sql", "json", "markdown", "mermaid"],
    typer.Option("--format", "-f", help="text, sql, json, markdown or mermaid.", show_choices=False),
]
Copy = Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.", show_default=False)]


db = typer.Typer(
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
    help="Where the database is and what state it is in; upgrade, back up.",
)


def command(_: str) -> Any:
    """The command group."""
    made = typer.main.get_command(db)
    made.context_settings = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
    return made


def _target(database: str | None) -> str:
    from cyberdiplo import settings

    return settings.database(database)


def _shown(database: str | None) -> str:
    from cyberdiplo import settings

    return settings.shown(_target(database))


@db.command()
def path(database: options.Database = None) -> None:
    """The path of the database that is asked; of one on a server the URL, without its password."""
    print(_shown(database))


@db.command()
def status(
    format: options.How = None,
    output: options.Output = None,
    lang: options.Lang = None,
    database: options.Database = None,
) -> None:
    """Place, size, revision, rows, sizes and use of indexes, and soundness of the database."""
    from cyberdiplo import settings
    from cyberdiplo.ask.run import Result
    from cyberdiplo.show import output as out
    from cyberdiplo.store.state import status

    result = Result(["what", "value"], iter(status(_target(database))))
    out.write(result, out.style(settings.lang(lang)), format, output)


@db.command()
def upgrade(database: options.Database = None) -> None:
    """Bring the database to this version: its schema by migrations, then the shipped seeds; your own rows stay.

    A copy is kept beside it until all is done; on a server it is one transaction.
    """
    from cyberdiplo import settings
    from cyberdiplo.cli.main import words
    from cyberdiplo.intake.build import upgrade

    target = _target(database)
    loaded = upgrade(target, settings.resource("seeds"))
    words(f"{_shown(database)}: up to date ({loaded.rows:,} rows of the shipped seeds loaded)")


@db.command()
def backup(copy: Copy, database: options.Database = None) -> None:
    """A sound copy of the database, also while others use it; on a server, pg_dump makes it.

    Example: cyberdiplo db backup before-the-conference.sqlite
    """
    from cyberdiplo.cli.main import words
    from cyberdiplo.store.state import backup

    backup(_target(database), copy)
    words(f"copied to {copy}")


@db.command()
def schema(tables: Tables = None, format: HowSchema = "text", output: options.Output = None) -> None:
    """The tables and views with their columns, what these mean, point at and may hold.

    Examples: cyberdiplo db schema statements | cyberdiplo db schema --format mermaid
    """
    from cyberdiplo.show import output as out, schema

    found = schema.entries(tables or ())
    with out.opened(output) as file:
        file.write(schema.WRITERS[format](found, out.style("en").width or 80))
    out.tell(output, len(found), "table", "en")


@db.command()
def index(quiet: Quiet = False, database: options.Database = None) -> None:
    """Make the search index anew.

    Example: cyberdiplo db index --database large.sqlite
    """
    from cyberdiplo import settings
    from cyberdiplo.cli.main import words
    from cyberdiplo.intake.build import index

    target = settings.database(database)
    index(target)
    if not quiet:
        words(f"{settings.shown(target)}: indexed")
