"""One speech or page as rows, from a few answers: who, for whom, where, when, the points in a person's words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.documents.structure.speakers import is_address
from cyberdiplo.drafts.genres.entries import begin
from cyberdiplo.drafts.genres.head import find_head
from cyberdiplo.drafts.genres.sitting import find_home
from cyberdiplo.drafts.genres.statement import draft_statement
from cyberdiplo.drafts.genres.transcript import COURTESY
from cyberdiplo.drafts.people.introduced import lower_capitals, split_name
from cyberdiplo.drafts.points.cutting import Point, find_anchor
from cyberdiplo.drafts.points.dates import find_dates
from cyberdiplo.drafts.points.figures import find_quantities
from cyberdiplo.drafts.points.stances import Stance, propose_stance
from cyberdiplo.drafts.points.statements import MOST_TOPICS, Voice, add_mentions, find_type, points_of
from cyberdiplo.drafts.proposal import Draft, make_id, pick
from cyberdiplo.load.drafted import TO_WRITE
from cyberdiplo.text.dates import read_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.documents.passages import Document, Passage
    from cyberdiplo.drafts.known import Known

RIGHTS = (
    "Droits de son auteur ; seuls y sont repris des repères de huit mots au plus.",
    "Rights of its author; only markers of eight words at most are taken from it.",
)
SPEECH = re.compile(
    r"(?:(?:national|joint|opening|general) )?(?:statement|remarks|speech|intervention|address)\b"
    r"|(?:déclaration|discours|intervention|allocution|propos|declaración|discurso)\b",
    re.IGNORECASE,
)
DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass
class Answers:
    """What a person says of a speech: names as they write them, a day, and summaries by the number of the point."""

    who: str = ""
    whom: str = ""  # the State or body
    state: str = ""  # its id, where it is a State,
    body: str = ""  # and where it is none
    where: str = ""  # the meeting, or the forum or process
    meeting: str = ""  # the id of the meeting, empty for a new one
    forum: str = ""  # the ids of where a new one is held
    process: str = ""
    when: str = ""
    title: str = ""  # of the document
    summaries: dict[int, tuple[str, str]] = field(default_factory=dict)  # French, English
    topics: dict[int, list[str]] = field(default_factory=dict)  # where they are not those proposed
    stances: dict[int, Stance | None] = field(default_factory=dict)


class Proposed(NamedTuple):
    """A point of the text that may become a statement: where it is, with its topics, figures and stance."""

    passage: Passage
    point: Point
    anchor: str
    topics: list[str]
    figures: int
    stance: Stance | None = None


def propose_answers(document: Document, known: Known) -> Answers:
    """What the head of the text itself says."""
    draft = draft_statement(document, known)
    title = draft.of("sources")[0].cells["title"]
    answers = Answers(title="" if title == document.name else title)
    for row in draft.of("participations"):
        names = known.labels.get(row.cells.get("country_id", ""), ("", ""))
        answers.whom = pick(draft.lang, names)
        if row.cells.get("speaker_id"):
            name = row.cells["name_as_recorded"]
            answers.who = lower_capitals(name) if name.isupper() else name
    head = find_head([passage for passage in document.passages if passage.kind not in ("cell", "note")])
    answers.whom = answers.whom or find_state(head, known, draft.lang)
    titles = (passage.text.strip(" .") for passage in head if SPEECH.match(passage.text))
    answers.title = answers.title if SPEECH.match(answers.title) else next(titles, answers.title)
    answers.when = next((span.first for passage in head for span in find_dates(passage.text)), "")
    home, _ = find_home(known, head, answers.when)
    meetings = known.find_meetings(home, answers.when) if home else []
    answers.where = meetings[0] if len(meetings) == 1 else home
    return answers


def find_state(head: list[Passage], known: Known, lang: str) -> str:
    """The name of the one State that the head names, « U.S. » too; empty where it names none, or several."""
    texts = [DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), passage.text) for passage in head]
    states = {mention.record_id for text in texts for mention in known.mentions(text, kinds=("country",))}
    return pick(lang, known.labels[states.pop()]) if len(states) == 1 else ""


def propose_points(document: Document, known: Known) -> list[Proposed]:
    """The points that have an anchor, in their order; greetings and thanks are none."""
    return list(_find_points(document, known))


def _find_points(document: Document, known: Known) -> Iterator[Proposed]:
    passages = [passage for passage in document.passages if passage.kind not in ("cell", "note", "heading")]
    head = find_head(passages)
    for passage in passages:
        if passage in head or is_address(passage.text):
            continue
        for point in points_of(passage):
            anchor = find_anchor(passage.text, point.start, point.end)
            if anchor and not COURTESY.match(point.text):
                quantities = find_quantities(point.text, document.lang or "")
                topics = known.topics(point.text)[:MOST_TOPICS]
                yield Proposed(passage, point, anchor, topics, len(quantities), propose_stance(point.text, known))


def read_when(answer: str) -> str:
    """The day, month or year that an answer means: YYYY-MM-DD, 18/02/2025, 18 February 2025; empty for none."""
    spans = find_dates(answer)
    day = answer if DAY.fullmatch(answer) else read_day(answer) or (spans[0].first if len(spans) == 1 else "")
    try:
        date.fromisoformat(day + "0000-01-01"[len(day) :])
    except ValueError:
        return ""
    return day


def make_rows(document: Document, known: Known, answers: Answers, points: list[Proposed], source_id: str = "") -> Draft:
    """The rows of a speech. The answers must be sound: ids that are there, a day, a summary."""
    draft = begin(document, known, "statement", source_id, type="text", record_type="verbatim")
    cells = draft.of("sources")[0].cells
    cells |= {"rights_fr": RIGHTS[0], "rights_en": RIGHTS[1]}
    cells["published"] = cells.get("published") or answers.when
    cells["title"] = answers.title or cells["title"]
    first = points[min(answers.summaries)]
    meeting = _add_meeting(draft, known, answers, first)
    who = _add_speaker(draft, known, answers, first, meeting)
    for number, (french, english) in sorted(answers.summaries.items()):
        point = points[number]
        point = point._replace(
            topics=answers.topics.get(number, point.topics), stance=answers.stances.get(number, point.stance)
        )
        _add_statement(draft, known, point, who, meeting, french, english)
    return draft


def _add_meeting(draft: Draft, known: Known, answers: Answers, first: Proposed) -> str:
    if answers.meeting:
        return answers.meeting
    home = answers.process or answers.forum
    meeting = make_id(home or draft.source_id, answers.when)
    if meeting in known.ids or meeting == draft.source_id:
        meeting = make_id(draft.source_id, "meeting")
    names = known.labels.get(home, (answers.where, answers.where))
    draft.add(
        "meetings", first.passage.place, first.anchor, None, id=meeting, type="meeting", start_date=answers.when,
        status="held", name_fr=f"{names[0]}, {answers.when}", name_en=f"{names[1]}, {answers.when}",
        forum_id=answers.forum, process_id=answers.process,
    )  # fmt: skip
    return meeting


def _add_speaker(draft: Draft, known: Known, answers: Answers, first: Proposed, meeting: str) -> str:
    country, body = answers.state, answers.body
    speaker = known.find(answers.who, "speaker") or ""
    if answers.who and not speaker:
        person = split_name(answers.who, [])
        speaker = make_id(person.family_name, person.given_name)
        sort_name = ", ".join(filter(None, (person.family_name, person.given_name)))
        draft.add(
            "speakers", first.passage.place, "", None, id=speaker, given_name=person.given_name,
            family_name=person.family_name, sort_name=sort_name,
        )  # fmt: skip
    if there := known.participations.get((meeting, "speaker", speaker or country)):
        return there
    participation = make_id(draft.source_id, "voice")
    draft.add(
        "participations", first.passage.place, "", None, id=participation, meeting_id=meeting, role="speaker",
        capacity="state" if country else "unknown", speaker_id=speaker, country_id=country, organisation_id=body,
        name_as_recorded=answers.who or answers.whom, form="general_statement",
    )  # fmt: skip
    return participation


def _add_statement(
    draft: Draft, known: Known, proposed: Proposed, who: str, meeting: str, french: str, english: str
) -> None:
    statement = draft.free_id(make_id(draft.source_id, proposed.passage.place))
    voice = Voice("individual", (who,))
    stance, target = proposed.stance or ("", "")
    draft.add(
        "statements", proposed.passage.place, proposed.anchor, None, id=statement, meeting_id=meeting,
        type=find_type(proposed.point.text, voice), attribution="individual", reporting="summarised",
        summary_fr=french or TO_WRITE, summary_en=english or TO_WRITE, sort=str(len(draft.of("statements")) + 1),
        stance=stance, stance_target_id=target,
    )  # fmt: skip
    draft.add("statement_participations", "", "", None, statement_id=statement, participation_id=who, sort="1")
    for topic in proposed.topics:
        draft.add("record_topics", "", "", None, record_id=statement, topic_id=topic)
    add_mentions(draft, known, proposed.passage, proposed.point, statement)
