"""``cyberdiplo verify``: every citation against the source documents themselves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cyberdiplo.cli import complete, options
from cyberdiplo.cli.leaf import leaf
from cyberdiplo.cli.opening import asking
from cyberdiplo.cli.say import say

if TYPE_CHECKING:
    from cyberdiplo.proof.verify import Checked, CitationPlaces, Report
    from cyberdiplo.store.connection import Connection

Documents = Annotated[
    Path, typer.Option("--documents", metavar="DIR", help="The folder that has the source documents.")
]
Only = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="NAME", help="Only this source.", autocompletion=complete.records("source")),
]
Seeds = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATH]...", help="Seed folders to verify as they are; none: what the database has."),
]
Alone = Annotated[
    bool, typer.Option("--empty", help="Seed folders alone, without the shipped seeds beside.", show_default=False)
]

COLUMNS = ["source", "record", "kind", "field", "locator", "anchor", "result", "stands", "written_in"]
DOMAINS = {"kind": "records.kind", "result": "verify.result"}
SUMMARY = ["source", "document", "statements", "figures", "anchors", "failures"]
MAIN = ("record", "locator", "result", "stands")


def command(_: str) -> Any:
    """The command."""
    return leaf(
        main,
        epilog="Examples: cyberdiplo verify --documents texts | cyberdiplo verify --documents texts --format csv"
        " | cyberdiplo verify my-seeds --documents texts",
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
    """Check every citation in the documents: is the place there, does the anchor stand in it once, is a footnote
    that of the right person. Exit code 1 where one fails.

    Documents are found by their SHA-256. A format or a file gives every citation that was checked; without one, a
    summary and what fails.
    """
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
            hint="a document is known by its SHA-256: it must be the very file that was read.",
        )
    return report


def _nothing(report: Report, folder: Path) -> str:
    """Why there was nothing to verify."""
    if not report.sources:
        return "No such source was read from a file, so there is nothing to verify."
    said = [
        f"{one.file_name or one.id} is "
        + {"missing": "not there", "unreadable": "not UTF-8 text"}.get(one.state, "another edition")
        for one in report.sources
    ]
    return f"None of the {len(report.sources)} documents is in {folder}: {', '.join(said)}."


def result(checked: list[Checked], places: CitationPlaces) -> Any:
    """Citations as an answer that every format can write."""
    from cyberdiplo.result import Result
    from cyberdiplo.schema.vocabulary import CLOSED

    return Result(
        COLUMNS, (_row(one, places) for one in checked), {name: CLOSED[domain] for name, domain in DOMAINS.items()}
    )


def _row(one: Checked, places: CitationPlaces) -> tuple[Any, ...]:
    cells = (one.source, one.record, one.kind, one.field, one.locator, one.anchor, one.result, one.stands)
    return (*(cell or None for cell in cells), _written_in(one, places))


def _written_in(one: Checked, places: CitationPlaces) -> str:
    """File and line of the citation, or the folder that it was loaded from."""
    return places.get(one.key) or "/".join(part for part in one.load if part) + "/citations.csv"


def failure(one: Checked, written_in: str, lang: str) -> str:
    """One citation that fails, as a person reads it."""
    from cyberdiplo.render.table import visible
    from cyberdiplo.schema.vocabulary import label

    french = lang == "fr"
    what = " · ".join(filter(None, (one.record, one.field, one.source, one.locator)))
    said = label("verify.result", one.result, lang)
    anchor = f" : « {one.anchor} »" if french else f': "{one.anchor}"'
    lines = [f"{what}{anchor if one.anchor else ''}", f"  {said}" + (f" → {one.stands}" if one.stands else "")]
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
    """Say on standard error what a reader should know."""

    french = lang == "fr"
    for one in report.sources:
        if one.state == "missing":
            say(f"{one.id}: {one.file_name} " + ("n'est pas dans le dossier" if french else "is not in the folder"))
        elif one.state == "other_edition":
            said = (
                "est une autre édition (son SHA-256 diffère)" if french else "is another edition (its SHA-256 differs)"
            )
            say(f"{one.id}: {one.path} {said}")
        elif one.state == "unreadable":
            say(f"{one.id}: {one.path} " + ("n'est pas du texte UTF-8" if french else "is not UTF-8 text"))
    bad, statements = len(report.failures), len({one.record for one in report.checked if one.kind == "statement"})
    figures = len({one.record for one in report.checked if one.kind == "figure"})
    if french:
        say(
            f"{len(report.checked)} citations vérifiées ({statements} déclarations, {figures} chiffres) : "
            + (f"{bad} en échec" if bad else "toutes justes")
        )
    else:
        say(
            f"{len(report.checked)} citations checked ({statements} statements, {figures} figures): "
            + (f"{bad} failing" if bad else "none failing")
        )
