"""``cyberdiplo documents``: one's own copies of documents in the database, as passages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cyberdiplo.cli.commands import drafting
from cyberdiplo.cli.talk.say import say
from cyberdiplo.cli.words import complete, leaf, options
from cyberdiplo.cli.words.leaf import examples
from cyberdiplo.cli.words.opening import asking, build_default
from cyberdiplo.messages import tr, tr_plural

if TYPE_CHECKING:
    from cyberdiplo.proof.added import Addition

Files = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help=tr("Text, Markdown, HTML, PDF, DOCX, Akoma Ntoso or TEI."))
]
Source = Annotated[
    str | None,
    typer.Option(
        "--source",
        metavar="NAME",
        help=tr("Which source it is; else it is known by its SHA-256 or its name."),
        autocompletion=complete.records("source"),
    ),
]
Name = Annotated[str, typer.Argument(help=tr("Id of a document, its source or the name of its file."))]
Names = Annotated[list[str], typer.Argument(metavar="NAME...", help=tr("Ids, sources or names of files."))]
Place = Annotated[
    list[str] | None,
    typer.Option("--place", metavar="PLACE", help=tr("Only at this place: 'par. 3.5', 'op. 2', 'note 7', 'page 3'.")),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=tr("Say nothing but errors."), show_default=False)]

LIST = ["id", "source", "file", "format", "lang", "passages", "remarks", "added_at"]
SHOW = ["place", "kind", "speaker", "text", "lang", "heading", "page"]

documents = leaf.make_group(
    help=tr("Your own copies of documents in the database, by paragraph: searched, shown beside statements, verified.")
)


def command(_: str) -> Any:
    """The command group."""
    return leaf.finish(documents)


@documents.command(
    help=tr(
        "Read documents, paragraph by paragraph, into the database: all of them or none. One that is there already"
        " changes nothing."
    )
    + "\n\n"
    + examples("documents add report.pdf", "documents add texts/*.txt", "documents add copy.html --source un-oewg-text")
)
def add(files: Files, source: Source = None, quiet: Quiet = False, database: options.Database = None) -> None:
    """Read the files, then write them in one transaction."""
    from cyberdiplo import settings
    from cyberdiplo.documents.read import read_document
    from cyberdiplo.errors import BadUsage
    from cyberdiplo.proof import added
    from cyberdiplo.questions.values import find_records
    from cyberdiplo.store.address import database_at

    if source and len(files) > 1:
        raise BadUsage(tr("--source says which source one file is."), hint=tr("add each file by itself."))
    address = settings.database(database)
    if settings.is_default(address) and not database_at(address).exists():
        build_default(address)
    source_id = None
    if source:
        with asking(database) as connection:
            source_id = next(iter(find_records(connection, "source", [source])), None)
    additions = added.add(address, [read_document(path) for path in files], source_id)
    if not quiet:
        for addition in additions:
            say(*_describe(addition))


def _describe(addition: Addition) -> list[str]:
    """What became of a file, and what a reader should know of it."""
    from cyberdiplo.documents.caveats import CAVEATS

    name, count = addition.document.name, len(addition.document.passages)
    if addition.before:
        return [tr("{file}: was there already, as {id}", file=name, id=addition.id)]
    lines = [tr_plural("{file}: {count} passage, as {id}", "{file}: {count} passages, as {id}", count, file=name,
                       id=addition.id)]  # fmt: skip
    if addition.source_id is None:
        lines.append(tr("{file}: no source is known by its SHA-256 or name; --source says which it is", file=name))
    for remark in addition.document.remarks:
        sentence = tr(CAVEATS[remark])
        lines.append(f"{name}: {sentence}")
    return lines


@documents.command(name="list", help=tr("The documents that were added.") + "\n\n" + examples("documents list"))
def list_(
    format: options.How = None,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    database: options.Database = None,
) -> None:
    """Every document with how many passages it has."""
    from cyberdiplo import settings
    from cyberdiplo.proof import added
    from cyberdiplo.render import output as out
    from cyberdiplo.result import Result

    style = out.make_style(settings.lang(lang), main=("id", "file", "passages"), output=output)
    with asking(database) as connection:
        counts = added.count_passages(connection)
        documents_added = added.read_documents(connection)
        rows = [(*each[:5], counts.get(each.id, 0), each.remarks, each.added_at) for each in documents_added]
        out.write(Result(LIST, iter(rows)), style, out.choose_format(format, output), output, force=force)


@documents.command(
    help=tr("The passages of a document, in its order.")
    + "\n\n"
    + examples("documents show wto-tbt-cyber-2023 --place 'par. 3.5'", "documents show report --format csv")
)
def show(
    name: Name,
    place: Place = None,
    format: options.How = None,
    output: options.Output = None,
    force: options.Force = False,
    lang: options.Lang = None,
    database: options.Database = None,
) -> None:
    """The passages, or those at a place."""
    from cyberdiplo import settings
    from cyberdiplo.documents.index import index
    from cyberdiplo.errors import UnclearName
    from cyberdiplo.proof import added
    from cyberdiplo.render import output as out
    from cyberdiplo.result import Result

    with asking(database) as connection:
        document = added.find_document(connection, name)
        passages = added.read_passages(connection, document.id)
    if place:
        places = index(passages)
        wanted_passages = {id(passage) for each in place for passage in places.find(each)}
        if not wanted_passages:
            raise UnclearName(
                tr("{id} has no place {place!r}.", id=document.id, place=place[0]),
                hint=tr("'cyberdiplo documents show {id} --format csv' lists its places.", id=document.id),
            )
        passages = [passage for passage in passages if id(passage) in wanted_passages]
    rows = [(each.place, each.kind, each.speaker, each.text, each.lang, each.heading, each.page) for each in passages]
    style = out.make_style(settings.lang(lang), main=("place", "text"), output=output)
    out.write(Result(SHOW, iter(rows)), style, out.choose_format(format, output), output, force=force)


@documents.command(
    help=tr("Take documents out of the database again, all of those named or none; the files stay.")
    + "\n\n"
    + examples("documents remove wto-tbt-cyber-2023")
)
def remove(names: Names, quiet: Quiet = False, database: options.Database = None) -> None:
    """Take them out in one transaction."""
    from cyberdiplo import settings
    from cyberdiplo.proof import added

    for document in added.remove(settings.database(database), names):
        if not quiet:
            say(tr("{id}: taken out ({file})", id=document.id, file=document.file_name))


drafting.add_commands(documents)
