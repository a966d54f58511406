"""The meeting that a document tells of: forum, days and hours by its head, else by what stands below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, overload

from cyberdiplo.drafts.genres.head import MEETINGS, SHORT
from cyberdiplo.drafts.people.introduced import find_addressed
from cyberdiplo.drafts.points.dates import Span, find_dates, find_hours
from cyberdiplo.drafts.proposal import Draft, both, make_id
from cyberdiplo.load.drafted import TO_WRITE
from cyberdiplo.messages import tr
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.documents.passages import Passage
    from cyberdiplo.drafts.known import Known

BY_NAME = ("Le jour est celui que donne le nom du fichier.", "The day is the one that the file's name gives.")
OPENING = 25  # passages, among which the day of the meeting is looked for
OF_TEXT = re.compile(r"\b(?:resolution|résolution|resolución|decision|décision|decisión)\b[^.;]{0,40}$", re.IGNORECASE)
OF_MEETING = re.compile(
    r"\b(?:meeting|session|conference|workshop|summit|event|met|held|réunion|séance|conférence"
    r"|atelier|sommet|tenue?|réunis?"
    r"|reunión|sesión|conferencia|taller|cumbre|celebrad[oa]|reunieron)\b",
    re.IGNORECASE,
)


class Sitting(NamedTuple):
    """The meeting that a document tells of: its id, and its day as far as the document prints it."""

    id: str
    day: str
    new: bool


@overload
def add_sitting(
    draft: Draft, known: Known, head: Sequence[Passage], name: str, passages: Sequence[Passage]
) -> Sitting: ...


@overload
def add_sitting(draft: Draft, known: Known, head: Sequence[Passage], name: str = "") -> Sitting | None: ...


def add_sitting(
    draft: Draft, known: Known, head: Sequence[Passage], name: str = "", passages: Sequence[Passage] = ()
) -> Sitting | None:
    """The meeting of a document by its head: title, forum, day, hours. The one that is there already, where it is.

    Where the head prints no day, the file's ``name`` may have it; then the day is inferred, and said to be. Of the
    other ``passages`` a line with a day, or a sentence on the meeting, may; where none does, the day is to be written.
    """
    day = _find_day(head, name, passages)
    if day is None:
        return _add_undated(draft, known, head, passages) if passages else None
    where, span = day.passage, day.span
    home, kind = find_home(known, head, span.first)
    forum = home if kind == "forum" else ""
    if there := _find_meeting(draft, known, span.first, home, head):
        if day.how == "head" and _is_less_exact(known, there, span.first):
            anchor = draft.widen(where, span.start, span.end)
            doubt = tr("it may be another meeting of that year")
            ends = [("end_date", span.last)] if span.last != span.first else []
            for column, printed in [("start_date", span.first), *ends]:
                draft.refine(there, column, printed, where.place, anchor, doubt)
        return Sitting(there, span.first, new=False)
    hours = next((hours for passage in head if (hours := find_hours(passage.text))), ("", ""))
    meeting_id = make_id(home or draft.source_id, span.first)
    if meeting_id in known.ids:
        meeting_id = make_id(draft.source_id, "meeting")
    doubts, inferred = {}, {}
    if not home:
        doubts["forum_id"] = tr("no forum that is known stands at its head")
    if day.how == "name":
        doubts["start_date"] = tr("the day stands in the file's name alone")
        inferred = {"date_note": "inferred", "date_reason_fr": BY_NAME[0], "date_reason_en": BY_NAME[1]}
    elif day.how == "text":
        doubts["start_date"] = tr("the day stands in the running text, not at the head")
    elif day.how == "several":
        doubts["start_date"] = tr("its head prints several days")
    _add_meeting(
        draft, where, draft.widen(where, span.start, span.end) if span.end else "", doubts,
        id=meeting_id, forum_id=forum, process_id="" if forum else home, start_date=span.first, end_date=span.last,
        start_time=hours[0], end_time=hours[1], **inferred,
    )  # fmt: skip
    return Sitting(meeting_id, span.first, new=True)


def _add_meeting(draft: Draft, where: Passage, anchor: str, doubts: dict[str, str], **cells: str) -> None:
    """Propose a meeting: its name is the title, and its type what a word of the title says."""
    title = draft.of("sources")[0].cells["title"]
    type_ = next((code for code, words in MEETINGS if re.search(words, title, re.I)), "meeting")
    doubts = {"name_fr": tr("taken from the title"), "name_en": tr("taken from the title")} | doubts
    if type_ == "meeting":
        doubts["type"] = tr("the title does not say what sort of meeting it is")
    names = both("name", draft.lang, title)
    draft.add("meetings", where.place, anchor, doubts, type=type_, status="held", **cells, **names)


class _Day(NamedTuple):
    """The day of a meeting: where it is printed, and how it was found: head, several, name or text."""

    passage: Passage
    span: Span
    how: str


def _find_day(head: Sequence[Passage], name: str, passages: Sequence[Passage]) -> _Day | None:
    """The day of a meeting: at the head, in the file's name, else below the head.

    Of several at the head the one that is of more days, or beside an hour or a word for a meeting: the other is the
    day on which the document was issued.
    """
    dated = [(passage, span) for passage in head for span in find_dates(passage.text)]
    if dated:
        telling = [(passage, span) for passage, span in dated if _is_of_meeting(passage, span)]
        several = len({span.first for _, span in dated}) > 1
        return _Day(*(telling or dated)[0], "several" if several else "head")
    if head and (by_name := find_dates(name)):
        return _Day(head[0], by_name[0]._replace(start=0, end=0), "name")
    below = next(_find_days_below(passages), None)
    return _Day(*below, "text") if below else None


def _is_of_meeting(passage: Passage, span: Span) -> bool:
    return bool(span.first != span.last or find_hours(passage.text) or OF_MEETING.search(passage.text))


def _find_days_below(passages: Sequence[Passage]) -> Iterator[tuple[Passage, Span]]:
    """Days below the head: in short lines first, then in sentences that speak of the meeting."""
    first = [passage for passage in passages[:OPENING] if passage.kind not in ("note", "cell")]
    short = [passage for passage in first if len(passage.text) <= SHORT]
    told = [passage for passage in first if len(passage.text) > SHORT and OF_MEETING.search(passage.text)]
    for passage in (*short, *told):
        for span in find_dates(passage.text):
            before = passage.text[: span.start]
            is_of_meeting = passage in short or (OF_MEETING.search(before) and not OF_TEXT.search(before))
            if len(span.first) == len("2031-05-02") and is_of_meeting:
                yield passage, span


def _add_undated(draft: Draft, known: Known, head: Sequence[Passage], passages: Sequence[Passage]) -> Sitting:
    """A meeting whose day a person has to write, because the document does not print it."""
    draft.remarks.append(tr("No day of the meeting is printed: it is to be written."))
    where, meeting = (head or passages)[0], make_id(draft.source_id, "meeting")
    home, kind = find_home(known, head, "")
    _add_meeting(draft, where, "", {}, id=meeting, start_date=TO_WRITE, **({f"{kind}_id": home} if home else {}))
    return Sitting(meeting, TO_WRITE, new=True)


def find_home(known: Known, head: Sequence[Passage], day: str) -> tuple[str, str]:
    """The forum or process that a head names, and which of both it is; else two empty strings.

    A process that was not at work in the year of the day is none; one that shares its name may be.
    """
    # A line with a person tells of their post: « First Committee Adviser ».
    plain = [passage for passage in head if not next(find_addressed(passage.text), None)]
    for passages in (plain, head):
        for kind in ("forum", "process"):
            if record := _find_named(known, passages, day, kind):
                return record, kind
    return "", ""


def _find_named(known: Known, passages: Sequence[Passage], day: str, kind: str) -> str:
    """The record of that kind that passages name and that was at work on that day; empty where there is none."""
    for passage in passages:
        for mention in known.mentions(passage.text, kinds=(kind,)):
            same = {mention.record_id, *known.names[fold(passage.text[mention.start : mention.end])][kind]}
            at_work = {record for record in same if known.lasts(record, day)}
            if mention.record_id in at_work or len(at_work) == 1:
                return mention.record_id if mention.record_id in at_work else at_work.pop()
    for passage in passages:
        if (record := known.find(passage.text, kind)) and known.lasts(record, day):
            return record
    return ""


def _find_meeting(draft: Draft, known: Known, day: str, forum: str, head: Sequence[Passage]) -> str:
    """The meeting of that day and forum, or of that title, which the database has already."""
    for passage in head:
        if record := known.find(passage.text, "meeting"):
            draft.remarks.append(tr("This meeting is {meeting} already.", meeting=record))
            return record
    same = [record for record, where in known.meetings.get(day, ()) if forum and where == forum]
    if forum in known.years:
        same = known.find_meetings(forum, day)
    if len(same) == 1:
        draft.remarks.append(
            tr("A meeting of that forum on {day} is there already: {meeting}.", day=day, meeting=same[0])
        )
        return same[0]
    vague = [record for record, where in known.meetings.get(day[:4], ()) if forum and where == forum]
    if len(vague) == 1 and len(day) > 4:
        draft.remarks.append(
            tr("The meeting may be {meeting}: there the date is {year}, the document gives {day}.",
               meeting=vague[0], year=day[:4], day=day)
        )  # fmt: skip
        return vague[0]
    return ""


def _is_less_exact(known: Known, meeting: str, day: str) -> bool:
    """Whether the database knows of a meeting only the year or the month of that day."""
    dates = [date for date, there in known.meetings.items() if any(record == meeting for record, _ in there)]
    return any(date != day and day.startswith(date) for date in dates)
