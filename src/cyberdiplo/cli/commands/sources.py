"""``cyberdiplo sources show NAME``: a source whole, with what came from where, and what nothing cites."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cyberdiplo.cli.commands import show
from cyberdiplo.cli.words import options
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from cyberdiplo.records.record import Section
    from cyberdiplo.store.connection import Connection

Documents = Annotated[
    Path | None,
    typer.Option("--documents", metavar="DIR", help=tr("The source documents: list the places that nothing cites.")),
]
BEGINS = 8  # words, as an anchor has


def show_source(
    name: show.Name,
    documents: Documents = None,
    section: show.Sections = None,
    format: show.How = None,
    lang: options.Lang = None,
    database: options.Database = None,
) -> None:
    """Find the source and write it."""

    def more(connection: Connection, source_id: str, tongue: str) -> list[Section]:
        return [uncited(connection, source_id, documents, tongue)] if documents else []

    show.show(name, section, format, lang, database, kinds=("source",), more=more)


def uncited(connection: Connection, source_id: str, documents: Path, lang: str) -> Section:
    """The places of the document that no citation names, in reading order. Raises where it is not in the folder."""
    from cyberdiplo.errors import CyberdiploError
    from cyberdiplo.proof.verify import verify
    from cyberdiplo.records.record import Section

    report = verify(connection, documents, [source_id])
    document = next((source.document for source in report.sources if source.document), None)
    if document is None:
        raise CyberdiploError(
            tr("The document of {source_id} is not in {documents}.", source_id=source_id, documents=documents),
            hint=tr("it is known by its SHA-256; 'cyberdiplo verify' says which documents are there."),
        )
    rows = []
    for place in document.find_uncited({citation.locator for citation in report.checked}):
        words = (document.passage(place) or "").split()
        rows.append((place, len(words), " ".join(words[:BEGINS]) + (" …" if len(words) > BEGINS else "")))
    title = tr("Places of the document that nothing cites", lang)
    return Section("uncited", title, ["locator", "words", "begins"], rows, {})
