"""``cyberdiplo add`` and ``remove``: one speech or page, in a conversation, and out again."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated, Any

import typer

from cyberdiplo.cli.commands.drafting import Into, SourceId, find_folder
from cyberdiplo.cli.talk.say import say
from cyberdiplo.cli.words import complete, options
from cyberdiplo.cli.words.leaf import examples, make_leaf
from cyberdiplo.cli.words.opening import asking
from cyberdiplo.messages import tr, tr_plural

File = Annotated[Path, typer.Argument(metavar="FILE", help=tr("The speech or page."))]
Names = Annotated[
    list[str],
    typer.Argument(
        metavar="NAME...", help=tr("The names by which folders were loaded."), autocompletion=complete.folders
    ),
]


def command(name: str) -> Any:
    """The command of that name."""
    if name == "remove":
        return make_leaf(
            remove,
            help=tr("Take folders out of the database again, with all the rows that they brought."),
            epilog=examples("remove speech-ireland-2031"),
        )
    return make_leaf(
        add,
        help=tr(
            "Enter one speech or page in a conversation: who, for whom, where, when, and its points in your own words."
            "\n\n"
            "What the text itself says is proposed, and Enter takes it. The rows are written, checked and loaded;"
            " 'cyberdiplo remove' takes them out again. The answers can also be piped in, a line each."
        ),
        epilog=examples("add speech.txt"),
    )


def add(file: File, into: Into = None, source: SourceId = "", database: options.Database = None) -> None:
    """Ask, write, check, load."""
    from cyberdiplo import settings
    from cyberdiplo.cli.talk.speech_questions import ask
    from cyberdiplo.documents.caveats import CAVEATS
    from cyberdiplo.documents.read import read_document, require_text
    from cyberdiplo.drafts.folder import accept_all, merge, read_folder
    from cyberdiplo.drafts.genres import one_speech
    from cyberdiplo.drafts.known import read_known
    from cyberdiplo.drafts.proposal import make_id
    from cyberdiplo.drafts.writing import write_folder
    from cyberdiplo.errors import BadUsage
    from cyberdiplo.load.new_source import require_id
    from cyberdiplo.proof import added

    if source:
        require_id(source)
    document = require_text(read_document(file))
    say(*(tr(CAVEATS[key]) for key in document.remarks))
    with asking(database) as connection:
        known = read_known(connection)
        if other := known.documents.get(document.sha256):
            raise BadUsage(
                tr("This very file is the source {source} already.", source=other),
                hint=tr("'cyberdiplo show {source}' shows it.", source=other),
            )
        source = source or make_id(file.name.partition(".")[0])
        folder = read_folder(find_folder(into, source))
        if folder.rows:
            raise BadUsage(tr("{path} is already there.", path=folder.path), hint=tr("give another id with --source."))
        if source in known.ids:
            raise BadUsage(
                tr("There is a record {source} already: give the draft another name.", source=source),
                hint=tr("give another id with --source."),
            )
        points = one_speech.propose_points(document, known)
        answers = ask(document, one_speech.propose_answers(document, known), points, known, connection)
    drafted = merge(one_speech.make_rows(document, known, answers, points, source), folder)
    accept_all(drafted)
    before = [parent for parent in (folder.path, *folder.path.parents) if parent.exists()]
    write_folder(drafted)
    try:
        _check_and_load(drafted.path, file.parent, database)
    except BaseException:
        _take_away(drafted.path, before)
        raise
    added.add(settings.database(database), [document], source)  # its words are found, too
    say(tr("Loaded as {name}; 'cyberdiplo remove {name}' takes it out again.", name=source))


def _take_away(folder: Path, before: list[Path]) -> None:
    """Remove a folder with those above it that were not there before."""
    shutil.rmtree(folder, ignore_errors=True)
    for parent in folder.parents:
        if parent in before or any(parent.iterdir()):
            return
        parent.rmdir()


def _check_and_load(folder: Path, documents: Path, database: str | None) -> None:
    """Load what passes the check against its document."""
    from cyberdiplo import settings
    from cyberdiplo.errors import BadSeed
    from cyberdiplo.load.build import load_into
    from cyberdiplo.load.problems import refuse
    from cyberdiplo.proof.check import check

    _, problems = check([folder], documents=documents)
    errors = [problem for problem in problems if problem.level == "error"]
    if errors:
        raise BadSeed(str(refuse(errors)), hint=tr("nothing was kept; begin again."))
    load_into(settings.database(database), [folder])


def remove(names: Names, database: options.Database = None) -> None:
    """Take the folders out with the documents that are their sources, and say how many rows went."""
    from cyberdiplo import settings
    from cyberdiplo.load.build import remove as take_out
    from cyberdiplo.proof import added

    address = settings.database(database)
    gone = take_out(address, names)
    sources = {name.rpartition("/")[2] for name in gone}
    with asking(database) as connection:
        copies = [document.id for document in added.read_documents(connection) if document.source_id in sources]
    if copies:
        added.remove(address, copies)
    for name, rows in gone.items():
        say(tr_plural("took out {name} ({count} row)", "took out {name} ({count} rows)", rows, name=name))
