"""``cyberdiplo db``: where the database is, what state it is in, upgrade, back up, restore."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from cyberdiplo.cli.talk.say import put, say
from cyberdiplo.cli.words import complete, leaf, options
from cyberdiplo.cli.words.leaf import examples
from cyberdiplo.messages import tr, tr_plural

if TYPE_CHECKING:
    from cyberdiplo.store.database import Database

Tables = Annotated[
    list[str] | None,
    typer.Argument(metavar="[TABLE]...", help=tr("Tables or views; none: all."), autocompletion=complete.tables),
]
HowSchema = Annotated[
    Literal["text", "sql", "json", "markdown", "mermaid"],
    typer.Option("--format", "-f", help=tr("text, sql, json, markdown or mermaid."), show_choices=False),
]
Copy = Annotated[Path, typer.Argument(metavar="FILE", help=tr("Where the copy goes."))]
Backup = Annotated[Path, typer.Argument(metavar="FILE", help=tr("A backup that 'cyberdiplo db backup' made."))]
TOLD = 5  # ids in a sentence
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=tr("Print errors only."), show_default=False)]


db = leaf.make_group(help=tr("Where the database is and what state it is in; upgrade, back up, restore."))


def command(_: str) -> Any:
    """The command group."""
    return leaf.finish(db)


def _target(database: str | None) -> str:
    from cyberdiplo import settings

    return settings.database(database)


def _database(option: str | None) -> Database:
    from cyberdiplo.store.address import database_at

    return database_at(_target(option))


def _shown(database: str | None) -> str:
    from cyberdiplo import settings

    return settings.printable(_target(database))


@db.command(help=tr("The path of the database that is asked; of one on a server the URL, without its password."))
def path(database: options.Database = None) -> None:
    """Write where the database is."""
    put(_shown(database))


@db.command(
    help=tr(
        "Place, size, revision, rows, sizes and use of indexes, soundness of the database, and the newest fact of each"
        " area."
    )
)
def status(
    format: options.How = None,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    database: options.Database = None,
) -> None:
    """Write what state the database is in, and how new its facts are."""
    from cyberdiplo import settings
    from cyberdiplo.cli.talk.status_words import label_facts
    from cyberdiplo.questions import catalogue, run
    from cyberdiplo.render import output as out
    from cyberdiplo.result import Result

    place, words = _database(database), settings.lang(lang)
    facts = place.status()
    if ("state", "ready") in facts:
        with place.asking() as connection:
            newest = run.ask(connection, catalogue.find("newest-facts"), {}, lang=words)
            facts += [(f"newest fact: {area}", day) for area, day, *_ in newest.rows]
    answer = Result(["what", "value"], iter(facts), label_facts(facts))
    out.write(answer, out.make_style(words, output=output), format, output, force=force)


@db.command(
    help=tr(
        "Bring the database to this version: its schema by migrations, then the shipped seeds; your own rows stay.\n\n"
        "All of it is one transaction: it is done whole, or the database is as it was."
    )
)
def upgrade(database: options.Database = None) -> None:
    """Upgrade the database and say what was loaded."""
    from cyberdiplo import settings
    from cyberdiplo.load.build import upgrade

    loaded = upgrade(_target(database), settings.resource("seeds"), undecided=_tell_undecided)
    if loaded is None:
        say(
            tr(
                "{database}: up to date; the shipped seeds were never in it, and are not loaded",
                database=_shown(database),
            )
        )
    else:
        say(
            tr(
                "{database}: up to date ({rows:,} rows of the shipped seeds loaded)",
                database=_shown(database),
                rows=loaded.rows,
            )
        )
        _tell_handed_over(loaded.handed_over)


def _tell_handed_over(ids: list[str]) -> None:
    """Which records that were imported now ship."""
    if ids:
        listed = ", ".join(ids[:TOLD]) + (", …" if len(ids) > TOLD else "")
        say(
            tr_plural(
                "{count:,} record that you imported now ships with the program, whose row replaces it: {listed}",
                "{count:,} records that you imported now ship with the program, whose rows replace them: {listed}",
                len(ids),
                listed=listed,
            )
        )


def _tell_undecided(ids: list[str]) -> None:
    """Which statements of the user's may only speak of their measure, which no rule can tell."""
    if ids:
        say(
            tr(
                "{listed}: said by a measure, but a person's or a moderator's; where such a statement only speaks of"
                " the measure, move it from measure_id to mentions.csv",
                listed=", ".join(ids[:TOLD]) + (", …" if len(ids) > TOLD else ""),
            )
        )


@db.command(
    help=tr("Make a sound copy of the database, even while others are using it; on a server, pg_dump does that.")
    + "\n\n"
    + examples("db backup before-the-conference.sqlite")
)
def backup(copy: Copy, database: options.Database = None) -> None:
    """Copy the database."""

    _database(database).backup(copy)
    say(tr("copied to {copy}", copy=copy))


@db.command(
    help=tr(
        "Put a backup in the place of the database; the file that was there is kept beside it, under another name.\n\n"
        "A file that is not a sound cyberdiplo database, or that a newer version made, is refused."
    )
    + "\n\n"
    + examples("db restore before-the-conference.sqlite")
)
def restore(backup: Backup, database: options.Database = None) -> None:
    """Bring a backup back."""

    old_file = _database(database).restore(backup)
    say(tr("{database}: restored from {backup}", database=_shown(database), backup=backup))
    if old_file:
        say(tr("what was there is kept as {kept}", kept=old_file))


@db.command(
    help=tr("The tables and views with their columns, what these mean, point at and may hold.")
    + "\n\n"
    + examples("db schema statements", "db schema --format mermaid")
)
def schema(
    tables: Tables = None,
    format: HowSchema = "text",
    output: options.Output = None,
    force: options.Force = False,
) -> None:
    """Write the schema."""
    from cyberdiplo.render import output as out, schema

    entries = schema.find_entries(tables or ())
    with out.open_output(output, force=force) as file:
        file.write(schema.WRITERS[format](entries, out.make_style("en", output=output).width or 80))
    out.report_written(
        output,
        tr_plural("wrote {count:,} table to {file}", "wrote {count:,} tables to {file}", len(entries), file=output),
    )


@db.command(help=tr("Rebuild the search index.") + "\n\n" + examples("db index --database large.sqlite"))
def index(quiet: Quiet = False, database: options.Database = None) -> None:
    """Index the database."""
    from cyberdiplo import settings
    from cyberdiplo.load.build import index

    target = settings.database(database)
    index(target)
    if not quiet:
        say(tr("{database}: indexed", database=settings.printable(target)))
