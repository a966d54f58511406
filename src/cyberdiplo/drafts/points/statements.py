"""Points as statements: whose they are, what sort, what they mention, which figures, symbols and topics they have."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.certainty import mark
from cyberdiplo.drafts.points.cutting import Point, cut
from cyberdiplo.drafts.points.figures import find_quantities
from cyberdiplo.drafts.points.symbols import find_symbols
from cyberdiplo.drafts.proposal import Draft, Row, make_id
from cyberdiplo.drafts.words import join, point_types, read_words
from cyberdiplo.load.drafted import TO_WRITE
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.documents.passages import Passage
    from cyberdiplo.drafts.known import Known

MOST_TOPICS = 2
DEFAULTS = {"individual": "position", "joint": "position", "collective": "position", "moderator": "finding"}


class Voice(NamedTuple):
    """Whose point it is: an attribution, the participations, and of a group its words in French and English."""

    attribution: str
    participations: tuple[str, ...] = ()
    text_fr: str = ""
    text_en: str = ""
    rule: str = ""  # by which it was read (certainty)
    rest: str = ""  # what stands behind the words for a group


@cache
def _collective() -> re.Pattern[str]:
    """How many, who: at the head of a sentence or behind its first comma."""
    quantities = join([re.escape(row[0]) for row in read_words("quantities")])
    groups = join([re.escape(row[0]) for row in read_words("groups")])
    words = rf"^(?:[^,.;]{{0,60}},\s*)?(?P<quantity>{quantities})\s*(?:[^\W\d_]+\s+)?(?P<group>{groups})\b"
    return re.compile(words, re.IGNORECASE)


def find_group(sentence: str) -> Voice | None:
    """« Plusieurs intervenants ont souligné »: those who spoke together without names, at a sentence's head."""
    match = _collective().match(sentence)
    if not match:
        return None
    quantity = next(row for row in read_words("quantities") if row[0] == match["quantity"].casefold())
    group = next(row for row in read_words("groups") if row[0] == match["group"].casefold())
    blank = "" if quantity[1].endswith("'") else " "
    french = f"{quantity[1]}{blank}{group[1]}"
    return Voice("collective", (), french, f"{quantity[2]} {group[2]}", rest=sentence[match.end() :])


def find_type(sentence: str, voice: Voice) -> str:
    """What sort of point a sentence makes."""
    for code, words in point_types():
        if words.search(sentence):
            return code
    return DEFAULTS.get(voice.attribution, "description")


def add_point(
    draft: Draft, known: Known, passage: Passage, point: Point, voice: Voice, *, home: dict[str, str], **cells: str
) -> str:
    """Propose a statement for one point of a passage, with all that it carries; its id, empty without an anchor."""
    anchor = draft.anchor(passage, point.start, point.end)
    if not anchor:
        draft.remarks.append(
            tr("{place}: no words of {text!r} occur once there.", place=passage.place, text=point.text[:60])
        )
        return ""
    statement = cells.pop("id", "") or draft.free_id(make_id(draft.source_id, passage.place))
    doubts = {"type": tr("told by a word of the sentence")}
    values = {
        "id": statement, "type": find_type(point.text, voice), **home, "attribution": voice.attribution,
        "attribution_text_fr": voice.text_fr, "attribution_text_en": voice.text_en, "reporting": "reported",
        "summary_fr": TO_WRITE, "summary_en": TO_WRITE, "sort": str(len(draft.of("statements")) + 1),
    }  # fmt: skip
    row = draft.add("statements", passage.place, anchor, doubts, **(values | cells))
    mark_voice(draft, row, voice)
    for order, participation in enumerate(voice.participations, 1):
        draft.add("statement_participations", statement_id=statement, participation_id=participation, sort=str(order))
    for topic in known.topics(point.text)[:MOST_TOPICS]:
        doubt = {"topic_id": tr("told by a term in the sentence")}
        draft.add("record_topics", "", "", doubt, record_id=statement, topic_id=topic)
    add_mentions(draft, known, passage, point, statement)
    add_figures(draft, passage, point, statement)
    return statement


def mark_voice(draft: Draft, row: Row, voice: Voice) -> None:
    """Say how sure it is whose point this is: never surer than that whoever speaks is somebody who does."""
    speakers = (draft.find("participations", [who]) for who in voice.participations)
    is_doubtful = any(speaker is not None and "" in speaker.doubts for speaker in speakers)
    rules = ([voice.rule] if voice.rule else []) + (["of_unsure_speaker"] if is_doubtful else [])
    if rules:
        mark(row, "attribution", *rules)


def add_mentions(draft: Draft, known: Known, passage: Passage, point: Point, statement: str) -> None:
    """What the point names: records by their names, documents by their symbols."""
    spans = [
        (symbol.record_id, symbol.start, symbol.end) for symbol in find_symbols(point.text, known) if symbol.record_id
    ]
    spans += [(mention.record_id, mention.start, mention.end) for mention in known.mentions(point.text)]
    offset = passage.text.find(point.text, point.start)
    for record, start, end in spans:
        if any(
            row.cells["record_id"] == statement and row.cells["mentioned_id"] == record for row in draft.of("mentions")
        ):
            continue
        anchor = draft.widen(passage, start + offset, end + offset)
        cells = {"record_id": statement, "mentioned_id": record, "source_id": draft.source_id}
        draft.add("mentions", passage.place, anchor, locator=passage.place, anchor=anchor, **cells)


def add_figures(draft: Draft, passage: Passage, point: Point, statement: str) -> None:
    """The quantities of the point; what each of them counts is for a person to say."""
    offset = passage.text.find(point.text, point.start)
    for quantity in find_quantities(point.text, draft.lang):
        if quantity.start + offset == 0 and draft.is_numbered(passage):
            continue
        anchor = draft.widen(passage, quantity.start + offset, _extend(point.text, quantity.end) + offset)
        row = draft.add(
            "figures", passage.place, anchor, None, id=draft.free_id(make_id(draft.source_id, "fig", passage.place)),
            statement_id=statement, label_fr=TO_WRITE, label_en=TO_WRITE, comparator=quantity.comparator,
            value=_write(quantity.value), value_max=_write(quantity.value_max), unit=quantity.unit,
        )  # fmt: skip
        mark(row, "", *quantity.rules)


def _extend(text: str, end: int) -> int:
    """To the end of the word behind the number: what is counted."""
    match = re.match(r"\s*\w+", text[end:])
    return end + match.end() if match and end < len(text) else end


def _write(value: float | None) -> str:
    return "" if value is None else f"{value:.0f}" if value.is_integer() else f"{value:g}"


def points_of(passage: Passage) -> Iterator[Point]:
    """The points of a passage that say something: sentences with three words or more."""
    return (point for point in cut(passage.text) if len(point.text.split()) >= 3)
