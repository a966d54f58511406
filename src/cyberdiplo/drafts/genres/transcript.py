"""A transcript: turns, each of somebody whom the document names before it; the chair's apart; for whom they speak.

The rules of the genre: who speaks is what stands before the turn, a name, an office, a country, or somebody who may not
be named; a label of which nothing is known is kept as it is printed and no person is made of it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from cyberdiplo.drafts.genres.closing import close
from cyberdiplo.drafts.genres.entries import begin
from cyberdiplo.drafts.genres.head import find_head
from cyberdiplo.drafts.genres.labels import (
    LEADS,
    LETTERS,
    OFFICE,
    QUESTION,
    SPEAKS_IN,
    find_office,
    is_called,
    is_name_in,
    join_parts,
    read_label,
    read_titled_label,
    strip_office,
    write_small,
)
from cyberdiplo.drafts.genres.report import draft_report
from cyberdiplo.drafts.genres.sitting import add_sitting
from cyberdiplo.drafts.people.introduced import NO_PEOPLE, Introduction, find_addressed, is_personal
from cyberdiplo.drafts.people.introducing import read_introduction
from cyberdiplo.drafts.people.naming import collect_named, collect_names
from cyberdiplo.drafts.people.posted import find_named
from cyberdiplo.drafts.people.taking_part import TakingPart, read_told
from cyberdiplo.drafts.points.cutting import Point, cut
from cyberdiplo.drafts.points.statements import Voice, add_point, points_of
from cyberdiplo.drafts.posts.words import POST_WORD
from cyberdiplo.drafts.proposal import Draft, make_id
from cyberdiplo.drafts.states.behalf import say_on_behalf
from cyberdiplo.drafts.words import LEADER
from cyberdiplo.messages import tr, tr_plural
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.documents.passages import Document, Passage
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.posts.reading import Post

LANGUAGE = re.compile(r"^\((?P<lang>[A-Z]{2})\)\s")
# What whoever wrote a transcript says of it, between the turns.
EDITORIAL = re.compile(
    r"\W*(?:note|nota|disclaimer|avertissement|aviso)\s?:"
    r"|[^.]{0,120}\b(?:real-time caption|transcribing an audio|transcript (?:is|was)\b"
    r"|authoritative record|inaudible passages)",
    re.IGNORECASE,
)
# Within a turn what may be the mark of another: a few words in capitals, or before a colon.
MAY_BE_TURN = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ][^.:;!?\n]{2,60}\s?:\s|(?-i:[A-ZÀ-Þ][A-ZÀ-Þ .,'’()-]{5,}))")
OWN = 6  # passages of somebody, among which they say who they are
FAR = 120  # characters before a name, among which its office stands
FIRST = 3  # sentences of a turn in which somebody says for whom else they speak
COURTESY = re.compile(
    r"^(?:thank you|thanks|merci|gracias|I (?:now )?(?:thank|give the floor)|je (?:remercie|donne)|the next speaker"
    r"|doy|you have the floor)\b",
    re.IGNORECASE,
)


def draft_transcript(document: Document, known: Known, source_id: str = "") -> Draft:
    """Propose the rows of a transcript; one that marks no turns is read as the report that it is."""
    if not any(passage.speaker for passage in document.passages):
        return draft_report(document, known, source_id, "transcript")
    draft = begin(document, known, "transcript", source_id, type="report", record_type="verbatim")
    passages = list(document.passages)
    head = [passage for passage in find_head(passages) if not passage.speaker]
    sitting = add_sitting(draft, known, head or passages[:1], document.name, passages)
    notes = {passage.place.removeprefix("note "): passage for passage in passages if passage.kind == "note"}
    taking = TakingPart(
        draft, known, sitting.id, sitting.day, notes, collect_names(passages), named=collect_named(passages, known)
    )
    voices: dict[str, Voice] = {}
    texts = " ".join(passage.text for passage in passages)
    turns = group_turns(passages)
    times = Counter(label for label, _ in turns)
    by_names = any(is_name_in(label, texts) or is_called(label, texts) or times[label] > 1 for label in times)
    by_names = by_names or any(label.isupper() and is_personal(write_small(label)) for label in times)
    home = {"meeting_id": sitting.id}
    for label, turn in turns:
        if label not in voices:
            same = [passage for other, passages in turns if other == label for passage in passages]
            voices[label] = find_voice(taking, label, same, texts, by_names=by_names)
        say_on_behalf(taking, voices[label], [Point(label, 0, len(label)), *begin_turn(turn)])
        for passage in turn:
            voice = Voice("document") if EDITORIAL.match(passage.text) else voices[label]
            if passage is not turn[0] and MAY_BE_TURN.match(passage.text) and voice.rule == "turn_of":
                voice = voice._replace(rule="turn_odd")
            for point in points_of(passage):
                if not COURTESY.match(point.text) or len(point.text.split()) > 12:
                    add_point(draft, known, passage, point, voice, home=home, reporting="quoted")
    _tell(draft, passages, voices)
    close(draft, taking, document)
    return draft


def group_turns(passages: Sequence[Passage]) -> list[tuple[str, list[Passage]]]:
    """The turns in their order: who speaks as printed, and the passages."""
    turns: list[tuple[str, list[Passage]]] = []
    for passage in passages:
        if not passage.speaker or passage.kind in ("heading", "note", "cell"):
            continue
        label = " ".join(passage.speaker.split())
        if turns and turns[-1][0] == label:
            turns[-1][1].append(passage)
        else:
            turns.append((label, [passage]))
    return turns


def find_voice(taking: TakingPart, label: str, turn: Sequence[Passage], texts: str, *, by_names: bool) -> Voice:
    """Whose turn it is: the chair's, a person's, a State's, or somebody's who is not named."""
    before = len(taking.draft.rows)
    voice = _find_voice(taking, label, turn, texts, by_names=by_names)
    for row in taking.draft.rows[before:]:  # the name stands before the turn, not in it
        row.anchor = ""
        if row.table == "citations":
            row.cells.pop("anchor", None)
    return voice


def _find_voice(taking: TakingPart, label: str, turn: Sequence[Passage], texts: str, *, by_names: bool) -> Voice:
    first = turn[0]
    label = join_parts(label, taking.known)
    if QUESTION.match(label):
        return Voice("document", (), "auteur de la question non nommé", "questioner not named")
    if named := find_by_letters(taking, first, label, texts):
        return Voice("individual", (named,), rule="turn_of")
    if country := taking.known.country(strip_office(label)) if label not in LETTERS else None:
        return Voice(
            "individual",
            (taking.add_delegation(country, _as_passage(first, label), 0, len(label), "delegation_turn"),),
            rule="turn_of",
        )
    who = read_label(label, texts, by_names=by_names)
    if who and not any(taking.known.find(who.name, kind) for kind in NO_PEOPLE):
        behind = label.partition(who.name)[2]
        role = "chair" if OFFICE.search(label.replace(who.name, "")) or LEADS.fullmatch(behind) else "speaker"
        is_told = (
            who.honorific or who.label or not label.isupper() or is_name_in(label, texts) or is_called(label, texts)
        )
        shown = "post_line" if is_told else "capitals"
        own = read_introduction(begin_turns(turn), taking.known).post or find_elsewhere(taking, who)
        there = taking.by_name.get(fold(who.name), "")  # with another post before another turn
        participation = there or taking.introduce(who, _as_passage(first, label), role, "turn", shown=shown, own=own)
        return Voice("moderator" if role == "chair" else "individual", (participation,), rule="turn_of")
    if voice := _find_titled(taking, first, label):
        return voice
    if OFFICE.match(label):
        return Voice("moderator", (_add_unnamed(taking, first, label, find_office(label)),))
    return Voice("individual", (_add_unnamed(taking, first, label, "speaker"),), rule="unnamed")


def _find_titled(taking: TakingPart, first: Passage, label: str) -> Voice | None:
    """The voice of somebody before whose turn an office and the family name stand; whole where the text has it so."""
    titled = read_titled_label(label)
    if titled is None:
        return None
    title, who = titled
    known = taking.known
    if any(known.find(who.name, kind) for kind in NO_PEOPLE):
        return None
    role = "chair" if LEADER.search(title) else "speaker"
    there = taking.find(who.name)
    if not there:
        named = taking.named.get(fold(who.name.split()[-1]))
        is_same = named is not None and fold(named[0].name).endswith(fold(who.name))
        whole = named[0].name if named and is_same else who.name
        own = find_elsewhere(taking, who)
        told = None if LEADER.fullmatch(title) or not POST_WORD.search(title) else write_small(title)
        shown = "family_name" if len(who.name.split()) == 1 else "post_line"
        there = taking.introduce(
            who._replace(name=whole), _as_passage(first, label), role, "turn", shown=shown,
            told=None if own else told, where="before_name", own=own,
        )  # fmt: skip
    return Voice("moderator" if role == "chair" else "individual", (there,), rule="turn_of") if there else None


def find_by_letters(taking: TakingPart, first: Passage, label: str, texts: str) -> str:
    """« SG: »: the one of that office whom the text names with it, « the Secretary-General of the Union, Mr Roe »."""
    office = LETTERS.get(label.rstrip(" ."))
    if office is None:
        return ""
    ahead = re.compile(rf"\b(?P<title>(?:{office})(?:\s(?:of|de|du|del|de la)\s[^,.;:]{{3,60}})?),?\s+$", re.IGNORECASE)
    behind = re.compile(rf"\s*,\s(?:the )?(?P<title>(?:{office})\b[^,.;:]{{0,60}})", re.IGNORECASE)
    people = [*find_addressed(texts), *(posted.who for posted in find_named(texts, taking.known))]
    for who in people:
        title = ahead.search(texts[max(0, who.start - FAR) : who.start]) or behind.match(texts[who.end :])
        if title and len(who.name.split()) > 1:
            there, whole = taking.find(who.name), len(who.name)
            who = who._replace(start=0, end=whole, name_start=0, name_end=whole)
            return there or taking.introduce(
                who, _as_passage(first, who.name), "speaker", "by_office", told=title["title"], where="before_name",
                shown="post_before",
            )  # fmt: skip
    return ""


def find_elsewhere(taking: TakingPart, who: Introduction) -> Post | None:
    """The post of somebody whom the text names with it before or behind the name, in anybody's words."""
    named = taking.named.get(fold(who.name.split()[-1]))
    if named is None or not fold(named[0].name).endswith(fold(who.name)):
        return None
    told = read_told(named[1] or None, "before_name", taking.known)
    return told if told and told.employer else taking.find_post(named[0], named[2])[1]


def _as_passage(passage: Passage, label: str) -> Passage:
    """The label as a passage of its own: what it says stands at the place of the turn."""
    from dataclasses import replace

    return replace(passage, text=label, marks=())


def _add_unnamed(taking: TakingPart, passage: Passage, label: str, role: str) -> str:
    """A participation of somebody whom the document does not name: as printed, and nobody is made of it."""
    label = " ".join(SPEAKS_IN.sub("", label).split())
    key = f"unnamed {label}"
    if key not in taking.by_name:
        draft = taking.draft
        participation = draft.free_id(make_id(draft.source_id, label))
        draft.add(
            "participations", passage.place, "", {"": tr("the document names nobody")} if role == "speaker" else None,
            id=participation, meeting_id=taking.meeting, role=role,
            capacity="unknown" if role == "speaker" else "moderator", name_as_recorded=label,
            sort=str(taking.next_sort()) if role == "speaker" else "",
        )  # fmt: skip
        taking.by_name[key] = participation
    return taking.by_name[key]


def begin_turns(turn: Sequence[Passage]) -> list[Point]:
    """The sentences in which somebody may say who they are."""
    return [point for passage in turn[:OWN] for point in cut(passage.text)][: OWN * 4]


def begin_turn(turn: Sequence[Passage]) -> list[Point]:
    """The sentences of a turn in which somebody says for whom else they speak."""
    return [point for passage in turn[:FIRST] for point in points_of(passage)][: FIRST + 1]


def _tell(draft: Draft, passages: Sequence[Passage], voices: dict[str, Voice]) -> None:
    """In which languages they spoke, where it is marked; labels of which nobody is made."""
    languages: dict[str, int] = {}
    for passage in passages:
        match = LANGUAGE.match(passage.text) or SPEAKS_IN.search(f"{passage.speaker or ''} {passage.text[:80]}")
        if match:
            languages[match["lang"]] = languages.get(match["lang"], 0) + 1
    if languages:
        listed = ", ".join(f"{lang} {count}" for lang, count in languages.items())
        draft.remarks.append(tr("Languages that are marked at turns: {listed}.", listed=listed))
    unnamed = [label for label, voice in voices.items() if voice.rule == "unnamed"]
    if unnamed:
        draft.remarks.append(
            tr_plural("{count} speaker is not named: {listed}.", "{count} speakers are not named: {listed}.",
                      len(unnamed), listed=", ".join(unnamed))
        )  # fmt: skip
