"""``cyberdiplo verify``: every citation against the source documents themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cyberdiplo.cli import complete, options
from cyberdiplo.cli.leaf import examples, leaf
from cyberdiplo.cli.opening import asking
from cyberdiplo.cli.say import say
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from cyberdiplo.proof.verify import Checked, Report
    from cyberdiplo.store.connection import Connection

Documents = Annotated[
    Path, typer.Option("--documents", metavar="DIR", help=tr("The folder that has the source documents."))
]
Only = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="NAME", help=tr("Only this source."), autocompletion=complete.records("source")),
]
Seeds = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATH]...", help=tr("Seed folders to verify as they are; none: what the database has.")),
]
Alone = Annotated[
    bool, typer.Option("--empty", help=tr("Seed folders alone, without the shipped seeds beside."), show_default=False)
]

COLUMNS = ["source", "record", "kind", "field", "locator", "anchor", "result", "stands", "written_in"]
DOMAINS = {"kind": "records.kind", "result": "verify.result"}
SUMMARY = ["source", "document", "statements", "figures", "anchors", "failures"]
MAIN = ("record", "locator", "result", "stands")


def command(_: str) -> Any:
    """The command."""
    return leaf(
        main,
        help=tr(
            "Check every citation in the documents: is the place there, does the anchor stand in it once, is a footnote"
            " that of the right person. Exit code 1 where one fails.\n\n"
            "Documents are found by their SHA-256. A format or a file gives every citation that was checked; without"
            " one, a summary and what fails."
        ),
        epilog=examples(
            "verify --documents texts", "verify --documents texts --format csv", "verify my-seeds --documents texts"
        ),
    )


def main(
    documents: Documents,
    paths: Seeds = None,
    empty: Alone = False,
    source: Only = None,
    format: options.How = None,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    database: options.Database = None,
) -> None:
    """Verify, write what was found, and end with 1 where something fails."""
    from cyberdiplo import settings
    from cyberdiplo.proof import verify
    from cyberdiplo.proof.check import database_of
    from cyberdiplo.render import output as out

    style = out.make_style(settings.lang(lang), main=MAIN)
    format_ = out.choose_format(format, output) if format or output else None
    if paths:
        rows, folders = database_of(paths, shipped=not empty)
        report = _verify(rows, documents, source)
        places = verify.citation_places(folders)
    else:
        with asking(database) as connection:
            report = _verify(connection, documents, source)
        places = verify.shipped_places(report.checked if format_ else report.failures)
    if format_:
        out.write(result(report.checked, places), style, format_, output, force=force)
    else:
        out.write(summary(report), style)
        for one in report.failures:
            print(f"\n{failure(one, _written_in(one, places), style.lang)}")
    _tell(report, settings.lang(lang))
    if report.failures or any(one.state in ("other_edition", "unreadable") for one in report.sources):
        raise typer.Exit(1)


def _verify(connection: Connection, documents: Path, names: list[str] | None) -> Report:
    from cyberdiplo.errors import CyberdiploError
    from cyberdiplo.proof.verify import verify
    from cyberdiplo.questions.names import resolve

    only = [resolve(connection, name, ("source",), what="source").id for name in names or ()]
    report = verify(connection, documents, only)
    if not any(source.document for source in report.sources):
        raise CyberdiploError(
            _nothing(report, documents),
            hint=tr("a document is known by its SHA-256: it must be the very file that was read."),
        )
    return report


def _nothing(report: Report, folder: Path) -> str:
    """Why there was nothing to verify."""
    if not report.sources:
        return tr("No such source was read from a file, so there is nothing to verify.")
    why = {
        "missing": tr("{file} is not there"),
        "unreadable": tr("{file} is not UTF-8 text"),
        "other_edition": tr("{file} is another edition"),
    }
    said = [why.get(one.state, why["other_edition"]).format(file=one.file_name or one.id) for one in report.sources]
    return tr(
        "None of the {count} documents is in {folder}: {listed}.",
        count=len(report.sources),
        folder=folder,
        listed=", ".join(said),
    )


def result(checked: list[Checked], places: dict[tuple[str, ...], str]) -> Any:
    """Citations as an answer that every format can write."""
    from cyberdiplo.result import Result
    from cyberdiplo.schema.vocabulary import CLOSED

    return Result(
        COLUMNS, (_row(one, places) for one in checked), {name: CLOSED[domain] for name, domain in DOMAINS.items()}
    )


def _row(one: Checked, places: dict[tuple[str, ...], str]) -> tuple[Any, ...]:
    cells = (one.source, one.record, one.kind, one.field, one.locator, one.anchor, one.result, one.stands)
    return (*(cell or None for cell in cells), _written_in(one, places))


def _written_in(one: Checked, places: dict[tuple[str, ...], str]) -> str:
    """File and line of the citation, or the folder that it was loaded from."""
    return places.get(one.key) or "/".join(part for part in one.load if part) + "/citations.csv"


def failure(one: Checked, written_in: str, lang: str) -> str:
    """One citation that fails, as a person reads it."""
    from cyberdiplo.render.table import visible
    from cyberdiplo.schema.vocabulary import label

    what = " · ".join(filter(None, (one.record, one.field, one.source, one.locator)))
    said = label("verify.result", one.result, lang)
    first = tr('{what}: "{anchor}"', lang, what=what, anchor=one.anchor) if one.anchor else what
    lines = [first, f"  {said}" + (f" → {one.stands}" if one.stands else "")]
    return visible("\n".join([*lines, f"  ({written_in})"]))


def summary(report: Report) -> Any:
    """One row a document: how many statements, figures and anchors were checked, and how many citations fail."""
    from cyberdiplo.result import Result
    from cyberdiplo.schema.vocabulary import CLOSED

    def rows() -> Iterator[tuple[Any, ...]]:
        for source in report.sources:
            mine = [one for one in report.checked if one.source == source.id]
            kinds = [len({one.record for one in mine if one.kind == kind}) for kind in ("statement", "figure")]
            counts = [*kinds, sum(one.anchor != "" for one in mine), sum(not one.fine for one in mine)]
            yield (source.id, source.state, *(counts if source.document else [None] * len(counts)))

    return Result(SUMMARY, rows(), {"document": CLOSED["verify.document"]})


def _tell(report: Report, lang: str) -> None:
    """What a reader should know, beside the data."""

    for one in report.sources:
        if one.state == "missing":
            say(tr("{id}: {file} is not in the folder", lang, id=one.id, file=one.file_name))
        elif one.state == "other_edition":
            say(tr("{id}: {file} is another edition (its SHA-256 differs)", lang, id=one.id, file=one.path))
        elif one.state == "unreadable":
            say(tr("{id}: {file} is not UTF-8 text", lang, id=one.id, file=one.path))
    bad, statements = len(report.failures), len({one.record for one in report.checked if one.kind == "statement"})
    figures = len({one.record for one in report.checked if one.kind == "figure"})
    say(
        tr(
            "{count} citations checked ({statements} statements, {figures} figures): {outcome}",
            lang,
            count=len(report.checked),
            statements=statements,
            figures=figures,
            outcome=tr("{count} failing", lang, count=bad) if bad else tr("none failing", lang),
        )
    )
