"""``cyberdiplo seeds``: check seed files, repair their form, begin a new source."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from cyberdiplo.cli.talk.say import put, say
from cyberdiplo.cli.words import leaf
from cyberdiplo.cli.words.leaf import examples
from cyberdiplo.messages import tr, tr_plural

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[PATH]...", help=tr("Seed folders; none: ./seeds where there is one, else the shipped ones.")
    ),
]
Dry = Annotated[
    bool, typer.Option("--check", help=tr("Change nothing; exit 4 where something would change."), show_default=False)
]

Counts = Annotated[
    bool,
    typer.Option(
        "--counts", help=tr("Write the row counts of expect.toml as the files have them, too."), show_default=False
    ),
]

seeds = leaf.make_group(help=tr("Check seed files, repair their form, begin a new source."))


def command(_: str) -> Any:
    """The command group."""
    return leaf.finish(seeds)


def _paths(paths: list[Path] | None) -> list[Path]:
    from cyberdiplo import settings

    here = Path("seeds")
    return paths or [here if here.is_dir() else settings.resource("seeds")]


Alone = Annotated[
    bool, typer.Option("--empty", help=tr("As for a database without the shipped seeds."), show_default=False)
]


Documents = Annotated[
    Path | None,
    typer.Option(
        "--documents", metavar="DIR", help=tr("The source documents: check anchors and copied words in them.")
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help=tr("Exit 4 for warnings too."), show_default=False)]


@seeds.command(
    help=tr("Every problem in seed files, by file, row, column and rule, with what would be right.")
    + "\n\n"
    + examples("seeds check", "seeds check my-seeds --documents texts")
)
def check(paths: Paths = None, documents: Documents = None, strict: Strict = False, empty: Alone = False) -> None:
    """Write the problems, and end with 4 where there are errors."""
    from cyberdiplo.proof.check import check

    folders, problems = check(_paths(paths), shipped=not empty, documents=documents)
    for problem in problems:
        print(f"{problem.level}: {problem}")
    errors = sum(problem.level == "error" for problem in problems)
    files = sum(len(folder.files) for folder in folders)
    say(
        tr(
            "{folders} folders, {files} files: {errors} errors, {warnings} warnings",
            folders=len(folders),
            files=files,
            errors=errors,
            warnings=len(problems) - errors,
        )
    )
    if errors or (strict and problems):
        raise typer.Exit(4)


@seeds.command(
    help=tr(
        "Repair the form of seed files (separators, line ends, accents, apostrophes, columns, order), never content."
        "\n\n"
        "A file that is no sound CSV (quotes that do not close, a row with more cells than columns) is left as it is."
    )
    + "\n\n"
    + examples("seeds fmt my-seeds", "seeds fmt --check", "seeds fmt my-seeds --counts")
)
def fmt(paths: Paths = None, check: Dry = False, counts: Counts = False) -> None:
    """Repair the files and write which ones were not in order."""
    from cyberdiplo.load.files import find
    from cyberdiplo.load.repair import repair_folder

    repaired = [repair_folder(folder, counts=counts, only_look=check) for folder in find(_paths(paths))]
    changed = [path for paths_changed, _ in repaired for path in paths_changed]
    refused = [problem for _, problems in repaired for problem in problems]
    for path in changed:
        put(str(path))
    for problem in refused:
        say(tr("error: {error}", error=problem))
    if check:
        say(tr_plural("{count} file would be repaired", "{count} files would be repaired", len(changed)))
    else:
        say(tr_plural("{count} file repaired", "{count} files repaired", len(changed)))
    if refused:
        say(
            tr_plural(
                "{count} file is left as before: what is no sound CSV has to be mended by whoever knows what is meant",
                "{count} files are left as before: what is no sound CSV has to be mended by whoever knows"
                " what is meant",
                len(refused),
            )
        )
    if refused or (check and changed):
        raise typer.Exit(4)


NewId = Annotated[str, typer.Argument(metavar="ID", help=tr("Small letters, digits, hyphens: wto-tbt-cyber-2023."))]
Into = Annotated[
    Path | None,
    typer.Option("--in", metavar="DIR", help=tr("Your collection; else ./seeds where there is one, else ./my-seeds.")),
]
Document = Annotated[
    Path | None, typer.Option("--document", metavar="FILE", help=tr("The document: gives file name and SHA-256."))
]
Title = Annotated[str, typer.Option("--title", help=tr("Its title as printed."), show_default=False)]


@seeds.command(
    "new-source",
    help=tr("Begin the seed folder of a source document: every file with its header, and an expect.toml to fill in.")
    + "\n\n"
    + examples("seeds new-source oewg-2025-report --document texts/a-80-257.txt"),
)
def new_source(new_id: NewId, into: Into = None, document: Document = None, title: Title = "") -> None:
    """Write the folder and say what comes next."""
    from cyberdiplo.load.new_source import begin

    here = Path("seeds")
    collection = into or (here if here.is_dir() else Path("my-seeds"))
    for path in begin(collection, new_id, document=document, title=title):
        put(str(path))
    folder = collection / "sources" / new_id
    texts = f" --documents {document.parent}" if document else ""
    say(
        tr(
            "Next:\n"
            "  1. fill in {sources}, then statements.csv and citations.csv; leave empty what is not printed\n"
            "  2. people, bodies and measures that are new go to {reference}/<table>.csv; 'cyberdiplo search' tells"
            " what is there already\n"
            "  3. say in {expectations} what the document must yield\n"
            "  4. cyberdiplo seeds fmt {collection} && cyberdiplo seeds check {collection}{texts}\n"
            "  5. cyberdiplo load {collection}",
            sources=folder / "sources.csv",
            reference=collection / "reference",
            expectations=folder / "expect.toml",
            collection=collection,
            texts=texts,
        )
    )
