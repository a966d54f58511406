"""The head of a document: its language, its title, and the meeting that it tells of."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.documents.speakers import is_address
from cyberdiplo.drafts.dates import find_dates, find_hours
from cyberdiplo.drafts.people import find_addressed
from cyberdiplo.drafts.points import cut
from cyberdiplo.drafts.proposal import Draft, both, make_id
from cyberdiplo.messages import tr
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.documents.passages import Document, Passage
    from cyberdiplo.drafts.known import Known

LONGEST = 160  # characters of a line at the head
SHORT = 80  # characters, up to which a line with a date is one of the head
DATED = 40  # characters, above which a line that has a date is more than that
SHORTEST = 12  # characters of a title
BY_NAME = ("Le jour est celui que donne le nom du fichier.", "The day is the one that the file's name gives.")
# What the head of a speech says of its text, and of nothing else.
DELIVERY = re.compile(
    r"\W*(?:check against delivery|as (?:delivered|prepared)\b.*|seul le prononcé fait foi|le prononcé fait foi"
    r"|cot[ée]j(?:ar|ese) con (?:la|el) .{1,40}|embargo.*)\W*",
    re.IGNORECASE,
)
OPENS = re.compile(
    r"\W*(?:statement|remarks|intervention|address|speech|déclaration|allocution|discours|declaración|discurso"
    r"|intervención)\b[^.;:]{0,60}?\b(?:by|of|from|par|de|du|des|d['’]|por|del)\b",
    re.IGNORECASE,
)
FRONT_MATTER = re.compile(r"(?P<key>[a-z_]+):\s*[\"']?(?P<value>.+?)[\"']?\s*$")
# Words by which a title tells what sort of meeting it is of; the first that fits.
MEETINGS = (
    ("thematic_session", r"séance thématique|thematic (?:session|discussion)|sesión temática"),
    ("round_table", r"table ronde|round ?table|mesa redonda"),
    ("ministerial", r"ministériel|ministerial|ministros"),
    ("summit", r"\bsommet|\bsummit|\bcumbre"),
    ("intersessional", r"intersession|inter-session|entre períodos"),
    ("organisational_session", r"session d'organisation|organi[sz]ational session"),
    ("substantive_session", r"session de fond|substantive session|período de sesiones sustantiv"),
    ("consultation", r"consultation|consulta"),
    ("side_event", r"manifestation parallèle|side event|en marge|evento paralelo"),
    ("press", r"conférence de presse|press (?:conference|briefing|call)|point de presse|rueda de prensa"),
    ("plenary", r"séance plénière|plenary|plenaria"),
    ("conference", r"conférence|conference|conferencia"),
    ("session", r"\bsession|\bsesión|período de sesiones|séance"),
)


class Sitting(NamedTuple):
    """The meeting that a document tells of: its id, and its day as far as the document prints it."""

    id: str
    day: str
    new: bool


def find_language(document: Document) -> str:
    """The language of most passages of which one can be told."""
    counts = Counter(passage.lang for passage in document.passages if passage.lang)
    return counts.most_common(1)[0][0] if counts else "en"


def find_title(passages: Sequence[Passage], known: Known) -> str:
    """The title of a document: of the lines at its head the one that says what it is, else the longest.

    A date, a line with a person's name and the name of a body are no titles.
    """
    if title := read_front_matter(passages).get("title"):
        return title
    texts = [passage.text for passage in find_head(passages)]
    lines = _join_opening([text for text in texts if not DELIVERY.fullmatch(text)])
    head = [text for text in lines if not next(find_addressed(text), None)]
    if all(_is_day(text) for text in head):  # nothing else, so that of a speech its opening is the title
        return next((_cut_title(text, known) for text in lines if OPENS.match(text)), "")
    undated = [text for text in head if not find_dates(text) or len(text) > DATED]
    titles = [text for text in undated if not known.find(text, "forum", "organisation")] or undated or head
    telling = [text for text in titles if any(re.search(words, text, re.I) for _, words in MEETINGS)]
    longest = max(telling or titles, key=len, default="")
    return (longest if len(longest) > SHORTEST else " – ".join(head))[:250]


def _join_opening(lines: list[str]) -> list[str]:
    """The lines, that which says whose speech it is with the one on which it goes on behind a comma."""
    joined: list[str] = []
    for text in lines:
        if joined and OPENS.match(joined[-1]) and joined[-1].endswith(","):
            joined[-1] += f" {text}"
        else:
            joined.append(text)
    return joined


def _is_day(text: str) -> bool:
    """Whether a line is a date, with a place before it at most."""
    return bool(find_dates(text)) and len(text) <= DATED


def _cut_title(opening: str, known: Known) -> str:
    """Whose speech it is, without the forum and the day that stand in the same paragraph."""
    starts = [mention.start for mention in known.mentions(opening, kinds=("forum", "process"))]
    starts += [span.start for span in find_dates(opening)]
    return opening[: min(starts, default=len(opening))].strip(" ,;–-")[:250] or opening[:250]


def read_front_matter(passages: Sequence[Passage]) -> dict[str, str]:
    """What lines « key: value » before a Markdown text say of it."""
    pairs = (FRONT_MATTER.match(passage.text) for passage in passages[:20] if passage.kind == "cell")
    return {match["key"]: " ".join(match["value"].split()) for match in pairs if match}


def _is_sentence(text: str) -> bool:
    """Whether a paragraph is running text: long, or with a full stop that ends a sentence."""
    if text.isupper() or (len(text) <= SHORT and find_dates(text)):
        return False
    return len(text) > LONGEST or text.endswith((".", ":", ";")) or len(list(cut(text))) > 1


def find_head(passages: Sequence[Passage]) -> list[Passage]:
    """What stands before the running text: headings and short lines, up to the first whole sentence."""
    head: list[Passage] = []
    for passage in passages:
        if passage.kind in ("note", "cell"):
            continue
        if is_address(passage.text):
            break
        opens = not head and OPENS.match(passage.text) and not passage.text.endswith(".") and find_dates(passage.text)
        if passage.kind != "heading" and not opens and _is_sentence(passage.text):
            break
        head.append(passage)
        if len(head) == 12:
            break
    return head


def add_sitting(draft: Draft, known: Known, head: Sequence[Passage], name: str = "") -> Sitting | None:
    """The meeting of a document by its head: title, forum, day, hours. The one that is there already, where it is.

    Where the head prints no day, the file's ``name`` may have it; then the day is inferred, and said to be.
    """
    dated = [(passage, span) for passage in head for span in find_dates(passage.text)]
    by_name = find_dates(name) if head and not dated else []
    if not dated and not by_name:
        return None
    where, span = dated[0] if dated else (head[0], by_name[0]._replace(start=0, end=0))
    home, kind = find_home(known, head, span.first)
    forum = home if kind == "forum" else ""
    if there := _find_meeting(draft, known, span.first, home, head):
        if dated and _is_less_exact(known, there, span.first):
            anchor = draft.widen(where, span.start, span.end)
            doubt = tr("it may be another meeting of that year")
            ends = [("end_date", span.last)] if span.last != span.first else []
            for column, day in [("start_date", span.first), *ends]:
                draft.refine(there, column, day, where.place, anchor, doubt)
        return Sitting(there, span.first, new=False)
    hours = next((hours for passage in head if (hours := find_hours(passage.text))), ("", ""))
    title = draft.of("sources")[0].cells["title"]
    type_ = next((code for code, words in MEETINGS if re.search(words, title, re.I)), "meeting")
    meeting_id = make_id(home or draft.source_id, span.first)
    if meeting_id in known.ids:
        meeting_id = make_id(draft.source_id, "meeting")
    doubts = {"name_fr": tr("taken from the title"), "name_en": tr("taken from the title")}
    if type_ == "meeting":
        doubts["type"] = tr("the title does not say what sort of meeting it is")
    if not home:
        doubts["forum_id"] = tr("no forum that is known stands at its head")
    inferred = {}
    if by_name:
        doubts["start_date"] = tr("the day stands in the file's name alone")
        inferred = {"date_note": "inferred", "date_reason_fr": BY_NAME[0], "date_reason_en": BY_NAME[1]}
    draft.add(
        "meetings", where.place, draft.widen(where, span.start, span.end) if span.end else "", doubts,
        id=meeting_id, type=type_, forum_id=forum, start_date=span.first, end_date=span.last, status="held",
        process_id="" if forum else home, start_time=hours[0], end_time=hours[1], **inferred,
        **both("name", draft.lang, title),
    )  # fmt: skip
    return Sitting(meeting_id, span.first, new=True)


def find_home(known: Known, head: Sequence[Passage], day: str) -> tuple[str, str]:
    """The forum or process that a head names, and which of both it is; else two empty strings.

    A process that was not at work in the year of the day is none; one that shares its name may be.
    """
    for kind in ("forum", "process"):
        for passage in head:
            for mention in known.mentions(passage.text, kinds=(kind,)):
                same = {mention.record_id, *known.names[fold(passage.text[mention.start : mention.end])][kind]}
                at_work = {record for record in same if known.lasts(record, day)}
                if mention.record_id in at_work or len(at_work) == 1:
                    return mention.record_id if mention.record_id in at_work else at_work.pop(), kind
        for passage in head:
            if (record := known.find(passage.text, kind)) and known.lasts(record, day):
                return record, kind
    return "", ""


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
