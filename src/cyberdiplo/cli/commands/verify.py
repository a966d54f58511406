"""``cyberdiplo verify``: every citation against the source documents themselves."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cyberdiplo.cli.talk.say import say
from cyberdiplo.cli.words import complete, options
from cyberdiplo.cli.words.leaf import examples, make_leaf
from cyberdiplo.cli.words.opening import asking
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from cyberdiplo.proof.verify import CheckedCitation, CitationPlaces, Report
    from cyberdiplo.store.connection import Connection

Documents = Annotated[
    Path | None,
    typer.Option(
        "--documents", metavar="DIR", help=tr("The folder that has the source documents; else those that were added.")
    ),
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
    bool, typer.Option("--empty", help=tr("Only these seed folders, without the shipped seeds."), show_default=False)
]

COLUMNS = ["source", "record", "kind", "field", "locator", "anchor", "result", "stands", "written_in"]
DOMAINS = {"kind": "records.kind", "result": "verify.result"}
SUMMARY = ["source", "document", "statements", "figures", "anchors", "failures"]
MAIN = ("record", "locator", "result", "stands")


def command(_: str) -> Any:
    """The command."""
    return make_leaf(
        main,
        help=tr(
            "Check every citation in the documents: is the place there, does the anchor stand in it once, is a footnote"
            " that of the right person. Exit code 1 where one fails.\n\n"
            "Documents are those that were added to the database, or with --documents those in a folder, found by their"
            " SHA-256. A format or a file gives every citation that was checked; without"
            " one, a summary and what fails."
        ),
        epilog=examples("verify", "verify --documents texts --format csv", "verify my-seeds --documents texts"),
    )


def main(
    paths: Seeds = None,
    documents: Documents = None,
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
    from cyberdiplo.proof.check import load_seeds
    from cyberdiplo.render import output as out

    style = out.make_style(settings.lang(lang), main=MAIN, output=output)
    format_ = out.choose_format(format, output) if format or output else None
    if paths:
        rows, folders = load_seeds(paths, shipped=not empty)
        with asking(database) if documents is None else nullcontext(rows) as added:
            report = _verify(rows, documents or added, source)
        places = verify.find_citation_places(folders)
    else:
        with asking(database) as connection:
            report = _verify(connection, documents or connection, source)
        places = verify.find_shipped_places(report.checked if format_ else report.failures)
    if format_:
        out.write(make_result(report.checked, places), style, format_, output, force=force)
    else:
        out.write(summarise(report), style)
        for citation in report.failures:
            print(f"\n{describe_failure(citation, _find_line(citation, places), style.lang)}")
    _report(report, settings.lang(lang))
    if report.failures or any(source.state in ("other_edition", "unreadable") for source in report.sources):
        raise typer.Exit(1)


def _verify(connection: Connection, documents: Path | Connection, names: list[str] | None) -> Report:
    from cyberdiplo.errors import BadUsage, CyberdiploError
    from cyberdiplo.proof.verify import verify
    from cyberdiplo.questions.values import find_records

    only = find_records(connection, "source", names or ())  # none is guessed: this is a check
    report = verify(connection, documents, only)
    if not any(source.document for source in report.sources) and not isinstance(documents, Path):
        raise BadUsage(
            tr("No document of such a source was added to the database."),
            hint=tr("add them: cyberdiplo documents add FILE…; or name their folder with --documents."),
        )
    if isinstance(documents, Path) and not any(source.document for source in report.sources):
        raise CyberdiploError(
            _explain_nothing(report, documents),
            hint=tr("a document is known by its SHA-256: it must be the very file that was read."),
        )
    return report


REASONS = 6  # in a sentence


def _explain_nothing(report: Report, folder: Path) -> str:
    """Why there was nothing to verify."""
    if not report.sources:
        return tr("No such source was read from a file, so there is nothing to verify.")
    why = {
        "missing": tr("{file} is not there"),
        "unreadable": tr("{file} cannot be read"),
        "other_edition": tr("{file} is another edition"),
    }
    reasons = [
        why.get(source.state, why["other_edition"]).format(file=source.file_name or source.id)
        for source in sorted(report.sources, key=lambda source: source.state == "missing")  # what is there comes first
    ]
    if len(reasons) > REASONS:
        reasons[REASONS:] = [tr("… and {count} more", count=len(reasons) - REASONS)]
    return tr(
        "None of the {count} documents is in {folder}: {listed}.",
        count=len(report.sources),
        folder=folder,
        listed=", ".join(reasons),
    )


def make_result(checked: list[CheckedCitation], places: CitationPlaces) -> Any:
    """Citations as an answer that every format can write."""
    from cyberdiplo.result import Result
    from cyberdiplo.schema.vocabulary import CLOSED
    from cyberdiplo.text.locators import LABELS

    return Result(
        COLUMNS,
        (_make_row(citation, places) for citation in checked),
        {**{name: CLOSED[domain] for name, domain in DOMAINS.items()}, **LABELS},
    )


def _make_row(citation: CheckedCitation, places: CitationPlaces) -> tuple[Any, ...]:
    cells = (
        citation.source,
        citation.record,
        citation.kind,
        citation.field,
        citation.locator,
        citation.anchor,
        citation.result,
        citation.stands,
    )
    return (*(cell or None for cell in cells), _find_line(citation, places))


def _find_line(citation: CheckedCitation, places: CitationPlaces) -> str:
    """File and line of the citation, or the folder that it was loaded from."""
    return places.get(citation.key) or "/".join(part for part in citation.load if part) + f"/{citation.table}.csv"


def describe_failure(citation: CheckedCitation, written_in: str, lang: str) -> str:
    """One citation that fails, as a person reads it."""
    from cyberdiplo.render.style import make_visible
    from cyberdiplo.schema.vocabulary import label

    what = " · ".join(filter(None, (citation.record, citation.field, citation.source, citation.locator)))
    verdict = label("verify.result", citation.result, lang)
    first = tr('{what}: "{anchor}"', lang, what=what, anchor=citation.anchor) if citation.anchor else what
    lines = [first, f"  {verdict}" + (f" → {citation.stands}" if citation.stands else "")]
    return make_visible("\n".join([*lines, f"  ({written_in})"]))


def summarise(report: Report) -> Any:
    """One row a document: how many statements, figures and anchors were checked, and how many citations fail."""
    from cyberdiplo.result import Result
    from cyberdiplo.schema.vocabulary import CLOSED

    def rows() -> Iterator[tuple[Any, ...]]:
        for source in report.sources:
            mine = [citation for citation in report.checked if citation.source == source.id]
            kinds = [
                len({citation.record for citation in mine if citation.kind == kind}) for kind in ("statement", "figure")
            ]
            counts = [
                *kinds,
                sum(citation.anchor != "" for citation in mine),
                sum(not citation.fine for citation in mine),
            ]
            yield (source.id, source.state, *(counts if source.document else [None] * len(counts)))

    return Result(SUMMARY, rows(), {"document": CLOSED["verify.document"]})


def _report(report: Report, lang: str) -> None:
    """Say on standard error what a reader should know."""

    for source in report.sources:
        if source.state == "missing":
            say(tr("{id}: {file} is not in the folder", lang, id=source.id, file=source.file_name))
        elif source.state == "other_edition":
            say(tr("{id}: {file} is another edition (its SHA-256 differs)", lang, id=source.id, file=source.path))
        elif source.state == "unreadable":
            say(tr("{id}: {file} cannot be read", lang, id=source.id, file=source.path))
    bad, statements = (
        len(report.failures),
        len({citation.record for citation in report.checked if citation.kind == "statement"}),
    )
    figures = len({citation.record for citation in report.checked if citation.kind == "figure"})
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
    if report.seen:
        say(tr("not checked: {count} citations of pages that were seen and are not held", lang, count=report.seen))
