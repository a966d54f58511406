"""``cyberdiplo add`` and ``remove``: one speech or page, in a conversation, and out again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cyberdiplo.cli import complete, options
from cyberdiplo.cli.leaf import examples, make_leaf
from cyberdiplo.cli.opening import asking
from cyberdiplo.cli.say import say
from cyberdiplo.messages import tr, tr_plural

if TYPE_CHECKING:
    from cyberdiplo.cli.reviewing import Keys
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.one_speech import Answers, Proposed

WIDEST = 90

File = Annotated[Path, typer.Argument(metavar="FILE", help=tr("The speech or page."))]
Into = Annotated[
    Path | None,
    typer.Option(
        "--into", metavar="FOLDER", help=tr("Your collection; else ./seeds where there is one, else ./my-seeds.")
    ),
]
SourceId = Annotated[
    str, typer.Option("--source", metavar="ID", help=tr("The id of the source; else made from the file's name."))
]
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
    from cyberdiplo.cli.reviewing import Keys
    from cyberdiplo.documents.read import read_document
    from cyberdiplo.drafts import one_speech
    from cyberdiplo.drafts.folder import accept_all, merge, read_folder, write_folder
    from cyberdiplo.drafts.known import read_known
    from cyberdiplo.errors import BadSeed, BadUsage
    from cyberdiplo.proof import added

    with asking(database) as connection:
        known = read_known(connection)
    document = read_document(file)
    if other := known.documents.get(document.sha256):
        raise BadUsage(
            tr("This very file is the source {source} already.", source=other),
            hint=tr("'cyberdiplo show {source}' shows it.", source=other),
        )
    points = one_speech.propose_points(document, known)
    answers = ask(one_speech.propose_answers(document, known), points, known, Keys())
    if wrong := one_speech.find_wrong(answers, known):
        raise BadSeed(wrong, hint=tr("nothing was written; begin again."))
    draft = one_speech.make_rows(document, known, answers, points, source)
    here = Path("seeds")
    collection = into or (here if here.is_dir() else Path("my-seeds"))
    folder = read_folder(collection / "sources" / draft.source_id)
    if folder.rows:
        raise BadUsage(tr("{path} is already there.", path=folder.path), hint=tr("give another id with --source."))
    drafted = merge(draft, folder)
    accept_all(drafted)
    write_folder(drafted)
    _check_and_load(drafted.path, file.parent, database)
    added.add(settings.database(database), [document], draft.source_id)  # its words are found, too
    say(tr("Loaded as {name}; 'cyberdiplo remove {name}' takes it out again.", name=draft.source_id))


def ask(proposed: Answers, points: list[Proposed], known: Known, keys: Keys) -> Answers:
    """The conversation; Enter takes what is proposed."""
    proposed.who = _ask(keys, tr("Who speaks (a name; - for nobody who is named)"), proposed.who)
    proposed.whom = _ask(keys, tr("For which State or body"), proposed.whom)
    proposed.where = _ask(keys, tr("At which meeting, or in which forum"), proposed.where)
    proposed.when = _ask(keys, tr("On which day (YYYY-MM-DD)"), proposed.when)
    proposed.who = "" if proposed.who == "-" else proposed.who
    for number, point in enumerate(points, 1):
        text = point.point.text if len(point.point.text) <= WIDEST else point.point.text[:WIDEST] + "…"
        print(f"{number:3}  {point.passage.place}  {text}")
        if point.topics:
            print(f"     {', '.join(_find_label(known, topic) for topic in point.topics[:2])}")
    while True:
        chosen = keys.text(tr("Number of a point to put in your own words (Enter: no more):"))
        if not chosen:
            return proposed
        if not chosen.isdecimal() or not 1 <= int(chosen) <= len(points):
            say(tr("No such point."))
            continue
        summaries = keys.text(tr("  in French:")), keys.text(tr("  in English:"))
        if all(summaries):
            proposed.summaries[int(chosen) - 1] = summaries
        else:
            say(tr("A point needs both languages."))


def _ask(keys: Keys, question: str, proposed: str) -> str:
    return keys.text(f"{question} [{proposed}]:" if proposed else f"{question}:") or proposed


def _find_label(known: Known, topic: str) -> str:
    from cyberdiplo.drafts.proposal import pick
    from cyberdiplo.messages import chosen

    return pick(chosen(), known.labels.get(topic, (topic, topic)))


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
        raise BadSeed(
            str(refuse(errors)), hint=tr("the rows are in {folder}: mend them, then load the folder.", folder=folder)
        )
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
