"""The conversation by which a speech is entered; each answer is judged at once, and asked for again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.cli.talk.point_choice import Choice, read_choice
from cyberdiplo.cli.talk.reviewing import Keys
from cyberdiplo.cli.talk.say import say
from cyberdiplo.drafts.genres.one_speech import read_when
from cyberdiplo.drafts.proposal import pick
from cyberdiplo.errors import BadSeed, CyberdiploError, UnclearName
from cyberdiplo.messages import chosen, tr, visible
from cyberdiplo.proof.lint import collect_runs, find_repeated, read_names
from cyberdiplo.questions.names import Match, lookup, resolve, strip_article
from cyberdiplo.store.words import read_labels
from cyberdiplo.text.dates import find_fault, say_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from cyberdiplo.documents.passages import Document
    from cyberdiplo.drafts.genres.one_speech import Answers, Proposed
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.points.stances import Stance
    from cyberdiplo.store.connection import Connection

WIDEST = 90
PLACES = ("meeting", "process", "forum")


def ask(document: Document, proposed: Answers, points: list[Proposed], known: Known, connection: Connection) -> Answers:
    """All the questions; Enter takes what is proposed. Raises BadSeed where the answers end too early."""
    keys = Keys()
    answers = proposed
    answers.who = _ask(keys, tr("Who speaks (a name; - for nobody who is named)"), proposed.who)
    answers.who = "" if answers.who == "-" else answers.who

    def read_whom(text: str) -> None:
        match = find_whom(connection, known, text)
        answers.whom = text
        answers.state, answers.body = (match.id, "") if match.kind == "country" else ("", match.id)

    def read_where(text: str) -> None:
        answers.where = text
        _set_where(answers, find_where(connection, text, keys))

    def read_day(text: str) -> None:
        answers.when = read_when(text)
        if not answers.when:
            raise BadSeed(
                tr("{text!r} is no day: YYYY-MM-DD, YYYY-MM or YYYY.", text=text),
                hint=find_fault(text, chosen()) or tr("18/02/2025 and 18 February 2025 are understood, too."),
            )
        if answers.when != text:
            say(tr("{wish} is read as {date}.", wish=text, date=say_date(answers.when, chosen())))

    _until(keys, tr("For which State or body"), proposed.whom, read_whom)
    _until(keys, tr("At which meeting, or in which forum"), proposed.where, read_where)
    _until(keys, tr("On which day (YYYY-MM-DD)"), proposed.when, read_day)
    while not known.lasts(answers.process, answers.when):
        say(tr("{process} was not at work on {day}.", process=answers.process, day=answers.when))
        _until(keys, tr("At which meeting, or in which forum"), "", read_where)
    _settle_meeting(keys, answers, known, connection)
    if not answers.title:
        answers.title = _ask(keys, tr("Title of the document"), document.name)
    _ask_points(keys, document, answers, points, known, connection)
    if not answers.summaries:
        raise BadSeed(tr("No point was put in your own words."), hint=tr("nothing was written; begin again."))
    return answers


def _settle_meeting(keys: Keys, answers: Answers, known: Known, connection: Connection) -> None:
    """Where a forum or process was named: its meeting on that day, if need be by one question more."""
    home = answers.process or answers.forum
    meetings = known.find_meetings(home, answers.when) if home else []
    if len(meetings) == 1:
        answers.meeting = meetings[0]
        say(tr("The meeting is {meeting}.", meeting=meetings[0]))
    elif meetings:

        def read_which(text: str) -> None:
            answers.meeting = resolve(connection, text, ("meeting",), what="meeting").id

        say(tr("On that day there were several: {listed}.", listed=", ".join(meetings)))
        _until(keys, tr("Which of them"), meetings[0], read_which)
    elif home:
        say(tr("{home} has no meeting on that day yet: a new one is made.", home=home))


def find_whom(connection: Connection, known: Known, name: str) -> Match:
    """The State or body of that name. Raises UnclearName, with the nearest, where there is none or several."""
    for kind in ("country", "organisation"):
        if name and (there := known.find(name, kind)):
            return Match(there, kind, name, weak=False)
    try:
        return resolve(connection, name, ("country", "organisation"))
    except UnclearName as problem:
        if lookup(connection, name, ("country", "organisation")):
            raise
        raise UnclearName(tr("No State or body is called {name!r}.", name=name), hint=problem.hint) from None


def find_where(connection: Connection, name: str, keys: Keys) -> Match | None:
    """The meeting, process or forum of that name; None for a new meeting, which a person has agreed to."""
    if not name:
        raise UnclearName(tr("A speech is given somewhere."), hint=tr("name a meeting, a process or a forum."))
    try:
        return resolve(connection, name, PLACES, what="meeting")
    except UnclearName as problem:
        if lookup(connection, name, PLACES) or lookup(connection, strip_article(name), PLACES):
            raise
        say(problem.hint)
        pressed = keys.key(tr("There is no meeting called {name!r}: make a new one?  [y]es  [n]o", name=name))
        if pressed in ("y", "o"):
            return None
        raise UnclearName(str(problem), hint=tr("name another, or begin again.")) from None


def _set_where(answers: Answers, match: Match | None) -> None:
    for kind in PLACES:
        setattr(answers, kind, match.id if match and match.kind == kind else "")


def _ask_points(
    keys: Keys, document: Document, answers: Answers, points: list[Proposed], known: Known, connection: Connection
) -> None:
    runs, names = collect_runs(document), read_names(connection)
    _list_points(points, known)

    def write(question: str) -> str:
        while text := keys.text(question):
            copied = find_repeated(text, runs, names)
            if not copied:
                break
            keys.miss(tr("{words!r} is copied from the document: say it in your own words.", words=copied))
        return text

    while answer := keys.text(tr("Number of a point to put in your own words (Enter: no more):")):
        try:
            choice = read_choice(connection, answer)
        except UnclearName as problem:
            keys.miss(str(problem), problem.hint)
            continue
        if choice is None or not 1 <= choice.number <= len(points):
            keys.miss(tr("No such point."))
            continue
        number = choice.number - 1
        _keep(answers, choice, points[number], known)
        if number in answers.summaries and choice != Choice(choice.number):
            continue  # its words are there, and now its topics or stance are others
        summaries = write(tr("  in French:")), write(tr("  in English:"))
        if all(summaries):
            answers.summaries[number] = summaries
        else:
            keys.miss(tr("A point needs both languages."))


def _list_points(points: list[Proposed], known: Known) -> None:
    """Each point with its number, and below it the topics and the stance that are proposed."""
    for number, point in enumerate(points, 1):
        text = point.point.text if len(point.point.text) <= WIDEST else point.point.text[:WIDEST] + "…"
        print(visible(f"{number:3}  {point.passage.place}  {text}"))
        if beside := _describe(known, point.topics, point.stance):
            print(f"     {beside}")
    print(tr("Each point that you choose is needed in French and in English, in your own words."))
    print(tr("A number alone keeps what is shown below the point; others: '3 topics cybercrime; supports OEWG'."))


def _keep(answers: Answers, choice: Choice, point: Proposed, known: Known) -> None:
    """Topics and stance as a person gave them, told as they are understood."""
    number = choice.number - 1
    if choice.topics is not None:
        answers.topics[number] = choice.topics
    if choice.stance or choice.no_stance:
        answers.stances[number] = choice.stance
    if choice != Choice(choice.number):
        topics = answers.topics.get(number, point.topics)
        say(_describe(known, topics, answers.stances.get(number, point.stance)) or tr("no topic, no stance"))


def _describe(known: Known, topics: list[str], stance: Stance | None) -> str:
    """Topics and stance in the language of the reader."""
    labels = ", ".join(_find_label(known, topic) for topic in topics)
    if stance is None:
        return labels
    side = pick(chosen(), read_labels("statements.stance")[stance.code])
    return " · ".join(filter(None, (labels, f"{side} {_find_label(known, stance.target)}")))


def _until(keys: Keys, question: str, proposed: str, read: Callable[[str], None]) -> None:
    """Ask until an answer can be read; of one that cannot, say why and what is nearest."""
    wrong: CyberdiploError | None = None
    while True:
        answer = _ask(keys, question, proposed)
        if keys.ended and (wrong or not answer):
            reason = str(wrong) if wrong else tr("The answers ended at: {question}.", question=question)
            raise BadSeed(reason, hint=tr("nothing was written; begin again."))
        try:
            return read(answer)
        except CyberdiploError as problem:
            wrong, proposed = problem, "" if answer == proposed else proposed
            keys.miss(str(problem), problem.hint)


def _ask(keys: Keys, question: str, proposed: str) -> str:
    return keys.text(f"{question} [{proposed}]:" if proposed else f"{question}:") or proposed


def _find_label(known: Known, record: str) -> str:
    return pick(chosen(), known.labels.get(record, (record, record)))
