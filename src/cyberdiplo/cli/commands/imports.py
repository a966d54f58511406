"""``cyberdiplo import``: official data and a team's tables into the database."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cyberdiplo.cli.talk.say import say
from cyberdiplo.cli.words import complete, options
from cyberdiplo.cli.words.leaf import examples, make_leaf
from cyberdiplo.messages import tr, tr_plural

if TYPE_CHECKING:
    from cyberdiplo.imports.job import Importer
    from cyberdiplo.imports.run import ImportReport
    from cyberdiplo.render.writers.registry import Format

Name = Annotated[
    str | None,
    typer.Argument(metavar="[NAME]", help=tr("Which importer; none: list them."), autocompletion=complete.importers),
]
Files = Annotated[list[Path] | None, typer.Argument(metavar="[FILE]...", help=tr("The files, as they were published."))]
Dry = Annotated[
    bool, typer.Option("--dry-run", help=tr("Read and check all of it, and keep nothing."), show_default=False)
]
Rejects = Annotated[
    Path | None, typer.Option("--rejects", metavar="FILE", help=tr("Write what was not taken, and why, as CSV."))
]
Headers = Annotated[
    bool, typer.Option("--headers", help=tr("Print the columns that are expected, and stop."), show_default=False)
]
Map = Annotated[
    Path | None,
    typer.Option("--map", metavar="FILE", help=tr("TOML that says what your table calls each column.")),
]
Subject = Annotated[
    list[str] | None, typer.Option("--subject", metavar="WORDS", help=tr("Only resolutions on this subject."))
]
Match = Annotated[
    list[str] | None,
    typer.Option("--match", metavar="WORDS", help=tr("Only resolutions with these words in the title.")),
]
Symbols = Annotated[
    list[str] | None, typer.Option("--symbols", metavar="A,B", help=tr("Only these resolutions: A/RES/77/36, 77/37."))
]
Replace = Annotated[
    bool,
    typer.Option(
        "--replace",
        help=tr("Also where what was imported before from a file of that name is not in it any more."),
        show_default=False,
    ),
]
SHOWN = 5  # rejects and remarks that are told
COUNTED: dict[str, Callable[[int], str]] = {  # what a run counts, in the order in which it is told
    "rows": lambda number: tr_plural("{count:,} row read", "{count:,} rows read", number),
    "left_out": lambda number: tr_plural("{count:,} not asked for", "{count:,} not asked for", number),
    "known": lambda number: tr_plural("{count:,} there already", "{count:,} there already", number),
    "memberships": lambda number: tr_plural("{count:,} membership", "{count:,} memberships", number),
    "statements": lambda number: tr_plural("{count:,} statement", "{count:,} statements", number),
    "measures": lambda number: tr_plural("{count:,} measure", "{count:,} measures", number),
    "meetings": lambda number: tr_plural("{count:,} meeting", "{count:,} meetings", number),
    "sponsors": lambda number: tr_plural("{count:,} sponsor", "{count:,} sponsors", number),
    "recorded_votes": lambda number: tr_plural("{count:,} recorded vote", "{count:,} recorded votes", number),
    "roll_calls": lambda number: tr_plural("{count:,} roll call", "{count:,} roll calls", number),
    "votes": lambda number: tr_plural("{count:,} vote of a State", "{count:,} votes of States", number),
}


def command(_: str) -> Any:
    """The command."""
    return make_leaf(
        main,
        help=tr(
            "Bring official data or a team's own table in, in one transaction, or change nothing.\n\n"
            "Each row is cited: file, and line or part. What the database has already stays as it is. A name that no"
            " State has, or a date that is none, is told and left out; --rejects writes all of them. What came from a"
            " file is replaced when a file of that name is imported again, and taken out by 'cyberdiplo load --remove"
            " FILE'."
        ),
        epilog=examples("import un-ga-resolutions 74.jsonl 75.jsonl", "import un-ga-votes --headers"),
    )


def main(
    name: Name = None,
    files: Files = None,
    dry_run: Dry = False,
    rejects: Rejects = None,
    headers: Headers = False,
    map_file: Map = None,
    subject: Subject = None,
    match: Match = None,
    symbols: Symbols = None,
    replace: Replace = False,
    quiet: options.Quiet = False,
    format: options.How = None,
    lang: options.Lang = None,
    database: options.Database = None,
) -> None:
    """List the importers, print the columns of one, or import."""
    from cyberdiplo.errors import BadUsage
    from cyberdiplo.imports.importers import find_importer

    if name is None:
        return _list(format, lang)
    importer = find_importer(name)
    if headers:
        return _print_headers(importer, files or [])
    if not files:
        raise BadUsage(tr("No file to import."), hint=tr("{name} reads: {files}.", name=name, files=tr(importer.files)))
    asked_for = {key: value for key, value in (("subject", subject), ("match", match), ("symbols", symbols)) if value}
    if refused := [key for key in asked_for if key not in importer.options]:
        raise BadUsage(
            tr("{name} has no --{option}.", name=name, option=refused[0]),
            hint=tr("its options: {listed}.", listed=", ".join(f"--{key}" for key in importer.options) or tr("none")),
        )
    report = _import(importer, files, asked_for, map_file, database, dry=dry_run, replace=replace, rejects=rejects)
    if not quiet:
        _tell(importer, report, rejects)


def _import(
    importer: Importer,
    files: list[Path],
    asked_for: dict[str, list[str]],
    map_file: Path | None,
    database: str | None,
    *,
    dry: bool,
    replace: bool,
    rejects: Path | None,
) -> ImportReport:
    from cyberdiplo import settings
    from cyberdiplo.cli.talk.progress import bar
    from cyberdiplo.imports.mapping import read_mapping
    from cyberdiplo.imports.outcome import write_rejects
    from cyberdiplo.imports.run import import_files
    from cyberdiplo.load.build import build
    from cyberdiplo.store.address import database_at

    mapping = read_mapping(map_file, importer) if map_file else {}
    target = settings.database(database)
    with bar() as progress:
        if not database_at(target).exists():
            build(target, progress=progress)
        report = import_files(
            target, importer, files, options=asked_for, mapping=mapping, dry=dry, replace=replace, progress=progress
        )
    if rejects:
        write_rejects(report.outcome.rejects, rejects)
    return report


def _list(format: Format | None, lang: str | None) -> None:
    from cyberdiplo import settings
    from cyberdiplo.imports.importers import IMPORTERS
    from cyberdiplo.render import output
    from cyberdiplo.result import Result

    tongue = settings.lang(lang)
    rows = ((importer.name, tr(importer.title, tongue), tr(importer.files, tongue)) for importer in IMPORTERS)
    output.write(
        Result(["name", "title", "files"], rows), output.make_style(tongue), output.choose_format(format, None), None
    )


def _print_headers(importer: Importer, files: list[Path]) -> None:
    from cyberdiplo.errors import BadUsage

    if files or not importer.headers:
        raise BadUsage(
            tr("{name} reads no table.", name=importer.name) if not files else tr("--headers reads no file."),
            hint=tr("{name} reads: {files}.", name=importer.name, files=tr(importer.files)),
        )
    for header in importer.headers:
        print(header)


def _tell(importer: Importer, report: ImportReport, rejects: Path | None) -> None:
    """What was done, and what a reader should know of it, on standard error."""
    outcome, loaded = report.outcome, report.loaded
    for remark in outcome.remarks[:SHOWN]:
        say(remark)
    if len(outcome.remarks) > SHOWN:
        say(tr("… and {count} more", count=len(outcome.remarks) - SHOWN))
    for reject in outcome.rejects[:SHOWN] if not rejects else ():
        say(f"  {reject.file}:{reject.line} {reject.record} {reject.column} {reject.value!r}: {reject.reason}")
    if outcome.rejects:
        many = tr_plural(
            "{count:,} value not taken as it is", "{count:,} values not taken as they are", len(outcome.rejects)
        )
        say(f"{many}: {rejects}" if rejects else f"{many}; " + tr("--rejects FILE lists all of them"))
    counts = [say_count(outcome.counts[what]) for what, say_count in COUNTED.items() if outcome.counts.get(what)]
    say(f"{importer.name}: " + ", ".join(counts))
    changed = [rows for rows in loaded.folders.values() if rows is not None]
    if report.dry:
        say(tr("nothing was kept: a dry run"))
    elif changed:
        say(tr_plural("{count:,} row loaded", "{count:,} rows loaded", sum(changed)))
    else:
        say(tr("nothing has changed: all of it was there"))
