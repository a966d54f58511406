"""``cyberdiplo load``: seed folders into the database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from cyberdiplo.cli.talk.say import say
from cyberdiplo.cli.words import complete, options
from cyberdiplo.cli.words.leaf import examples, make_leaf
from cyberdiplo.messages import tr, tr_plural

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...", help=tr("Seed folders: a collection, or one folder of it. None: the shipped seeds.")
    ),
]
Empty = Annotated[
    bool, typer.Option("--empty", help=tr("Begin a new database without the shipped seeds."), show_default=False)
]
NoSearch = Annotated[
    bool,
    typer.Option(
        "--no-search",
        help=tr("A new database without its search index, for a large load; 'cyberdiplo db index' makes it."),
        show_default=False,
    ),
]
Remove = Annotated[
    list[str] | None,
    typer.Option(
        "--remove",
        metavar="FOLDER",
        help=tr("Remove a folder that was loaded, with all its rows, unless other rows need them."),
        autocompletion=complete.folders,
    ),
]
Replace = Annotated[
    bool,
    typer.Option(
        "--replace",
        help=tr(
            "Remove rows that were loaded before and are no longer in the folders; without it they are only listed."
        ),
        show_default=False,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=tr("Print errors only."), show_default=False)]


def command(_: str) -> Any:
    """The command."""
    return make_leaf(
        main,
        help=tr(
            "Bring the database to what seed folders say, in one transaction, or change nothing.\n\n"
            "Loading a folder again brings its rows up to date. What would go, because the folder or the collection no"
            " longer has it, is listed and stays until --replace says that it may. A database that is not there yet"
            " begins with the shipped seeds.\n\n"
            "--remove takes a folder out by its name (my-source, or my-seeds/sources/my-source), in one transaction."
        ),
        epilog=examples(
            "load my-seeds", "load --database team.sqlite my-seeds/sources/my-source", "load --remove my-source"
        ),
    )


def main(
    paths: Paths = None,
    empty: Empty = False,
    no_search: NoSearch = False,
    remove: Remove = None,
    replace: Replace = False,
    quiet: Quiet = False,
    database: options.Database = None,
) -> None:
    """Load folders, or take some out, and say what was done."""
    from cyberdiplo import settings
    from cyberdiplo.cli.talk.progress import bar
    from cyberdiplo.errors import BadUsage
    from cyberdiplo.load.build import build, load_into
    from cyberdiplo.store.address import database_at

    target = settings.database(database)
    if remove:
        if paths or empty or no_search or replace:
            raise BadUsage(tr("--remove takes folders out and loads nothing."), hint=tr("load in a second command."))
        return _remove(target, remove, quiet=quiet)
    there = database_at(target).exists()
    if there and no_search:
        raise BadUsage(
            tr("{database} already exists.", database=settings.printable(target)),
            hint=tr("--no-search is for a new database."),
        )
    folders = paths or ([] if not there and not empty else [settings.resource("seeds")])
    with bar() as progress:
        if there:
            loaded = load_into(target, folders, replace=replace, progress=progress)
        else:
            loaded = build(target, folders, shipped=not empty, search=not no_search, replace=replace, progress=progress)
    if quiet:
        return
    changed = {name: rows for name, rows in loaded.folders.items() if rows is not None}
    for name, rows in changed.items() if len(changed) <= 10 else ():
        say(tr_plural("loaded {name}: {count:,} row", "loaded {name}: {count:,} rows", rows, name=name))
    for name in loaded.removed:
        say(tr("removed {name}: the collection no longer has it", name=name))
    same = len(loaded.folders) - len(changed)
    say(
        tr(
            "{database}: {count} folders loaded ({rows:,} rows), {same} unchanged",
            database=settings.printable(target),
            count=len(changed),
            rows=loaded.rows,
            same=same,
        )
    )


def _remove(target: str, names: list[str], *, quiet: bool) -> None:
    from cyberdiplo import settings
    from cyberdiplo.load.build import remove

    for name, rows in remove(target, names).items():
        if not quiet:
            say(
                tr(
                    "{database}: took out {name} ({rows:,} rows)",
                    database=settings.printable(target),
                    name=name,
                    rows=rows,
                )
            )
