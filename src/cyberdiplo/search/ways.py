"""From a question to the list of ours that answers it: which list, asked for which records, from when to when.

Which words call for which list is data (``forms``). A list answers only a question all of whose words it accounts for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo import settings
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.question import QUESTIONS, RECORD_KINDS
from cyberdiplo.questions.values import has_members
from cyberdiplo.search.dated import find_dates, find_meetings
from cyberdiplo.search.forms import Form, find_forms, read_words
from cyberdiplo.search.named import find_spans
from cyberdiplo.search.terms import asks_how_many, bare_words, is_question
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cyberdiplo.questions.names import Match
    from cyberdiplo.questions.question import Parameter, Question
    from cyberdiplo.search.dated import Dated
    from cyberdiplo.search.named import Span
    from cyberdiplo.store.connection import Connection

    FindByWords = Callable[[Sequence[str]], list[Match]]

MOST_MEANT = 3  # records that one name may mean


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


WAYS = {  # how somebody voted, by the words that say so
    "abstain": _words("abstain abstained abstains abstaining abstention abstentions abstenu abstenue abstenus abstient"
                      " abstenues abstiennent"),
    "no": _words("against contre no non oppose opposed opposes opposent rejected rejects rejette rejettent"),
    "yes": _words("for favour favor pour yes oui"),
}  # fmt: skip
POSITION = frozenset(["position", "positions", "stance", "views"])  # by which what somebody says is asked for
COUNTED = "@member|@sign|@meet|@support|@sponsor"  # of a body or a text
WHOLES = ("process", "forum", "organisation", "measure")  # which have members, meetings, parties
AT_MEETINGS = ("speakers",)  # lists of what a meeting has


def read_question(name: str) -> Question:
    """The question behind a noun, or the canned one of that name."""
    is_list = (QUESTIONS / "lists" / f"{name}.sql").is_file()
    return catalogue.read_list(name) if is_list else catalogue.find(name)


class Asked(NamedTuple):
    """What was typed: its words, the forms that they have, what of it names records or dates, and the meetings then."""

    typed: str
    words: list[str]
    forms: list[Form]
    spans: list[Span]
    dates: list[Dated]  # their words are, as those of spans, counted as names are compared
    meetings: list[Match]


def read_asked(connection: Connection, typed: str) -> Asked:
    """What was typed, with what it names where a list of ours may answer it."""
    words = bare_words(typed)
    forms, dates = [*find_forms(words)], find_dates(fold(typed).split())
    if not forms and not dates and not is_question(typed) and POSITION.isdisjoint(words):
        return Asked(typed, words, [], [], [], [])
    spans = find_spans(connection, typed)
    named = {index for span in spans for index in span.words}
    dates = [date for date in dates if named.isdisjoint(date.words)]
    meetings = [match for date in dates for match in find_meetings(connection, date, spans)]
    return Asked(typed, words, forms, spans, dates, meetings)


class Way(NamedTuple):
    """How a question is answered: by which list, asked for what, and which records were named for it."""

    question: str
    wishes: dict[str, list[str]]
    placed: tuple[Match, ...]
    takes: str = ""
    counting: bool = False
    dates: tuple[Dated, ...] = ()  # rows of such a date come alone, where there are some


def find_ways(connection: Connection, asked: Asked, find_by_words: FindByWords | None) -> Iterator[Way]:
    """The ways to an answer, those tried first that say most of the question.

    ``find_by_words``: the measures that have all of these words, where none is named.
    """
    counting = asks_how_many(asked.typed)
    for form in asked.forms:
        counts = form.takes == "count"
        if (counting == counts or form.question == "votes") and (
            way := _follow(connection, form, asked, find_by_words)
        ):
            yield way._replace(counting=counts)
    if counting and (whole := _find_whole(asked)):
        yield whole


def names_meetings(asked: Asked) -> bool:
    """Whether all that was typed is a body and the date of its meetings."""
    meeting = Form("meeting", (read_words("@meet"),), (), (), "", (), (), (), "", "")
    return bool(asked.meetings) and not _list_left(meeting, asked, asked.spans)


def _follow(connection: Connection, form: Form, asked: Asked, find_by_words: FindByWords | None) -> Way | None:
    """The way to the answer that a form shows; None where what it needs is not named."""
    question = read_question(form.question)
    names = {name for group in form.needs for name in group} | {*form.may}
    parameters = [parameter for parameter in question.parameters if parameter.name in names]
    wishes, placed = place(connection, question, parameters, asked.spans)
    wishes |= {
        name: value
        for name, value in _wish_dates(question, form, asked).items()
        if name != "meeting" or question.parameter("meeting")
    }
    used = [span for span in asked.spans if {*span.matches} & {*placed}]
    left = _list_left(form, asked, used)
    others = (span.matches[0].kind for span in asked.spans if span not in used)
    may_be_unnamed = (
        left and form.takes != "rows" and not any(kind in ("process", "measure", "forum") for kind in others)
    )
    for group in form.needs:
        if wishes.keys().isdisjoint(group):
            by_measure = [parameter.name for parameter in parameters if parameter.kind == "measure"]
            unnamed = find_by_words if {*group} & {*by_measure} and may_be_unnamed else None
            matches = unnamed(left) if unnamed else []
            if not matches:
                return None
            wishes[next(name for name in by_measure if name in group)] = [match.id for match in matches]
            placed += matches
            left = []
    if left:  # it asks for more than the list has
        return None
    for name, value in form.wishes:
        if value == "?" and len({"country", "resolution"} & {*wishes}) == 2:  # how it voted, whatever was expected
            continue
        wished = {"today": settings.today(), "?": _find_vote(asked.words)}.get(value, value)
        if wished:
            wishes[name] = wished.split("+")
    return Way(form.question, wishes, tuple(placed), form.takes, dates=tuple(asked.dates))


def _list_left(form: Form, asked: Asked, spans: Sequence[Span]) -> list[str]:
    """The words of a question that neither its form nor the names that were used and its dates account for."""
    every = fold(asked.typed).split()
    named = [word for span in spans for word in every[span.words.start : span.words.stop]]
    named += [every[index] for date in asked.dates for index in date.words]
    left = []
    for word in form.list_left(asked.words):
        if word in named:
            named.remove(word)
        else:
            left.append(word)
    return left


def _wish_dates(question: Question, form: Form, asked: Asked) -> dict[str, list[str]]:
    """The meetings, or the time, that the dates of a question mean, where the list can be asked for them."""
    if asked.meetings and question.parameter("meeting") and question.name in AT_MEETINGS:
        return {"meeting": [match.id for match in asked.meetings]}
    if not asked.dates or question.parameter("from") is None or {"from", "to"} & {name for name, _ in form.wishes}:
        return {}
    wishes: dict[str, list[str]] = {}
    for date in asked.dates:
        for name in ("from", "to") if not date.side else (date.side,):
            wishes[name] = [date.date]
    return wishes


def place(
    connection: Connection, question: Question, parameters: Sequence[Parameter], spans: Sequence[Span]
) -> tuple[dict[str, list[str]], list[Match]]:
    """The records that the question can be asked for, each by a parameter for its kind, and those records."""
    wishes: dict[str, list[str]] = {}
    placed: list[Match] = []
    for span in spans:
        fitting = {
            parameter: matches
            for parameter in parameters
            if parameter.kind in RECORD_KINDS
            and (parameter.name not in wishes or _may_have_several(question, parameter))
            if (matches := _find_fitting(connection, question, parameter, span.matches))
        }
        of_kind = (parameter for parameter, matches in fitting.items() if parameter.kind == matches[0].kind)
        if parameter := next(of_kind, None) or next(iter(fitting), None):
            wishes.setdefault(parameter.name, []).extend(match.id for match in fitting[parameter])
            placed += fitting[parameter]
    return wishes, placed


def _may_have_several(question: Question, parameter: Parameter) -> bool:
    """Whether what is named beside another is asked for too: the votes of both States."""
    return question.name == "votes" and parameter.name == "country"


def _find_fitting(
    connection: Connection, question: Question, parameter: Parameter, matches: Sequence[Match]
) -> list[Match]:
    """Those of the records that a name means for which a parameter is; none where it may mean too many."""
    kinds = RECORD_KINDS[parameter.kind]
    fitting = [match for match in matches if (match.kind in kinds if kinds else match.kind != "country")]
    if parameter.kind in ("group", "party"):
        fitting = [match for match in fitting if has_members(connection, match)]
    elif parameter.kind == "country" and question.name == "votes":  # a union has no vote, its members have
        fitting = [match for match in fitting if not has_members(connection, match)]
    fitting = [match for match in fitting if match.kind == fitting[0].kind]
    if len(fitting) > MOST_MEANT:
        fitting = [match for match in fitting if not match.weak]
    return fitting if len(fitting) <= MOST_MEANT else []


def _find_vote(words: Sequence[str]) -> str:
    """How somebody voted, as the words after the voting, or the voting itself, say; empty where they do not."""
    voting = read_words("@vote|@oppose|@against")
    for index in range(len(words)):
        if voting.find_end(words[: index + 1], index) > 0:
            near = {*words[index : index + 3]}
            for vote, saying in WAYS.items():
                if near & saying:
                    return vote
    return ""


def _find_whole(asked: Asked) -> Way | None:
    """The body or text of which a number is asked for, where no list has it."""
    whole = [span.matches[0] for span in asked.spans if span.matches[0].kind in WHOLES]
    return (
        Way("", {}, (whole[0],), counting=True) if whole and read_words(COUNTED).find_end(asked.words, 0) > 0 else None
    )
