"""``cyberdiplo documents draft`` and ``documents review``: rows that a document gives, and a person's word on each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cyberdiplo.cli.talk.say import put, say
from cyberdiplo.cli.words import options
from cyberdiplo.cli.words.leaf import examples
from cyberdiplo.cli.words.opening import asking
from cyberdiplo.drafts.genres.registry import GENRES
from cyberdiplo.messages import tr, tr_plural

if TYPE_CHECKING:
    from cyberdiplo.drafts.folder import DraftFolder

SOURCE = "draft.toml"  # beside the rows: which document, read as what

File = Annotated[
    Path, typer.Argument(metavar="FILE", help=tr("The document: text, Markdown, HTML, PDF, DOCX, Akoma Ntoso XML."))
]
Like = Annotated[
    str,
    typer.Option(
        "--like", metavar="GENRE",
        help=tr("What sort of text it is: {listed}.", listed=", ".join(GENRES)),
    ),
]  # fmt: skip
Into = Annotated[
    Path | None,
    typer.Option(
        "--into", metavar="FOLDER", help=tr("Your collection; else ./seeds where there is one, else ./my-seeds.")
    ),
]
SourceId = Annotated[
    str,
    typer.Option(
        "--source", metavar="ID", help=tr("The id of the source; else made from the file's name."), show_default=False
    ),
]
Folder = Annotated[
    Path, typer.Argument(metavar="FOLDER", help=tr("The folder that was drafted: my-seeds/sources/my-source."))
]
Document = Annotated[
    Path | None,
    typer.Option("--document", metavar="FILE", help=tr("The document, where it is no longer where it was read.")),
]


def add_commands(group: Any) -> None:
    """The two commands, in the group ``documents``."""
    group.command(
        "draft",
        help=tr(
            "Propose the rows of a document, each with its place and its doubts: a seed folder that 'load' takes when"
            " you have reviewed it.\n\n"
            "Nobody is invented: a person is somebody whom the text introduces by name, and has a post where the text"
            " or the footnote at the name says so. What has to be put in your own words is marked […].\n\n"
            "Drafting again keeps what you changed, row by row; what you rejected stays away."
        )
        + "\n\n"
        + examples(
            "documents draft report.pdf --like moderator-report",
            "documents draft 79_1.xml --like resolution --into my-seeds",
        ),
    )(draft)
    group.command(
        "review",
        help=tr(
            "Go through a draft row by row, people first, each beside its passage: accept, change, write, reject.\n\n"
            "Keys: a accept, t accept this and the sure ones of its table, c change a cell, r reject with a reason,"
            " x reject the rest of its table for one, s later, b back, q stop. Each decision is kept at once."
            " The keys can also be piped in, a line each."
        )
        + "\n\n"
        + examples("documents review my-seeds/sources/my-source"),
    )(review)


def draft(file: File, like: Like, into: Into = None, source: SourceId = "", database: options.Database = None) -> None:
    """Write the folder, and say what was found, what is there already and what was not used."""
    from contextlib import nullcontext

    from cyberdiplo.drafts.folder import merge, read_folder
    from cyberdiplo.drafts.genres.registry import draft_document
    from cyberdiplo.drafts.known import read_known
    from cyberdiplo.drafts.review import list_rows
    from cyberdiplo.drafts.writing import working_alone, write_folder
    from cyberdiplo.errors import BadUsage
    from cyberdiplo.load.new_source import require_id
    from cyberdiplo.text.nearest import did_you_mean, find_nearest

    if like not in GENRES:
        raise BadUsage(
            tr("No genre is called {name!r}.", name=like),
            hint=did_you_mean(find_nearest(like, GENRES, most=2), tr("one of: {listed}.", listed=", ".join(GENRES))),
        )
    if source:
        require_id(source)
    with asking(database) as connection:
        known = read_known(connection)
    proposed = draft_document(file, like, known, source)
    folder = find_folder(into, proposed.source_id)
    with working_alone(folder) if folder.is_dir() else nullcontext():
        drafted = merge(proposed, read_folder(folder))
        paths = [folder / path.name for path in write_folder(drafted)]
        paths.append(_write_source(folder, file, like))
    for path in paths:
        put(str(path))
    for remark in proposed.remarks:
        say(remark)
    _say_counts(drafted)
    if any(not row.decision for row in list_rows(drafted)):
        say(tr("Next: cyberdiplo documents review {folder}", folder=folder))
    else:
        say(tr("Everything is decided: cyberdiplo load {folder}", folder=folder))


def find_folder(into: Path | None, source: str) -> Path:
    """The folder of a source in the user's collection."""
    here = Path("seeds")
    return (into or (here if here.is_dir() else Path("my-seeds"))) / "sources" / source


def _write_source(folder: Path, file: Path, genre: str) -> Path:
    import json

    path = folder / SOURCE
    path.write_text(f"document = {json.dumps(str(file.resolve()))}\ngenre = {json.dumps(genre)}\n", encoding="utf-8")
    return path


def _say_counts(drafted: DraftFolder) -> None:
    from collections import Counter

    from cyberdiplo.drafts.review import list_pending
    from cyberdiplo.load.drafted import TO_WRITE

    tables = Counter(table for table, _ in drafted.rows)
    listed = ", ".join(f"{table} {count}" for table, count in tables.items())
    unsure = sum(bool(proposal.doubts) for proposal in drafted.proposals.values() if not proposal.follows)
    unwritten = sum(cell == TO_WRITE for cells in drafted.rows.values() for cell in cells.values())
    pending = len(list_pending(drafted))
    say(tr("Rows: {listed}.", listed=listed))
    say(
        tr_plural(
            "{count} row to decide on ({unsure} with a cell that is not sure), {unwritten} cells to write.",
            "{count} rows to decide on ({unsure} with a cell that is not sure), {unwritten} cells to write.",
            pending, unsure=unsure, unwritten=unwritten,
        )
    )  # fmt: skip


def review(folder: Folder, document: Document = None) -> None:
    """Go through the rows, and print how right the draft was."""
    from cyberdiplo.cli.talk.reviewing import Keys, review_folder
    from cyberdiplo.drafts.folder import read_folder
    from cyberdiplo.drafts.writing import working_alone
    from cyberdiplo.errors import BadUsage
    from cyberdiplo.load.files import DRAFT

    if not (folder / DRAFT).is_file():
        raise BadUsage(
            tr("{path} is no draft.", path=folder), hint=tr("'cyberdiplo documents draft FILE --like GENRE' makes one.")
        )
    with working_alone(folder):
        review_folder(read_folder(folder), _read_passages(folder, document), Keys())


def _read_passages(folder: Path, document: Path | None) -> dict[str, str]:
    """The text of each place, where the document can still be read."""
    import tomllib

    from cyberdiplo.documents.read import read_document
    from cyberdiplo.errors import CyberdiploError

    path = document
    if path is None and (folder / SOURCE).is_file():
        path = Path(tomllib.loads((folder / SOURCE).read_text(encoding="utf-8")).get("document", ""))
    if path is None or not path.is_file():
        say(tr("The document is not where it was read: the rows are shown without their passages."))
        return {}
    try:
        read = read_document(path)
    except CyberdiploError:
        if document:
            raise
        return {}
    texts: dict[str, str] = {}
    for passage in read.passages:
        texts[passage.place] = f"{texts[passage.place]}\n{passage.text}" if passage.place in texts else passage.text
    return texts
