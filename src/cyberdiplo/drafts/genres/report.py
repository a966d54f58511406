"""A moderator's or chair's report: who led, who spoke in which paragraph, posts by footnotes, what was said.

The rules of the genre: a person speaks who is introduced by name at the head of a sentence (or after « by »), with a
form of address or brackets; the paragraphs that follow are theirs until a heading or the next introduction; under a
heading that names the leader the leader speaks, but for what groups said; all else is the document's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.genres.closing import close
from cyberdiplo.drafts.genres.entries import begin
from cyberdiplo.drafts.genres.head import find_head
from cyberdiplo.drafts.genres.sitting import add_sitting
from cyberdiplo.drafts.people.introduced import find_addressed
from cyberdiplo.drafts.people.leading import (
    find_leader,
    is_in_first_person,
    is_leader_speaking,
    read_leaders,
    says_who_led,
)
from cyberdiplo.drafts.people.listening import Listener
from cyberdiplo.drafts.people.listing import read_heads, read_list, read_speeches
from cyberdiplo.drafts.people.naming import collect_fuller, collect_named, collect_names
from cyberdiplo.drafts.people.reporting import (
    BODY_ACTS,
    CLOSING,
    INDEFINITE,
    OFFICE_AGAIN,
    PRONOUN,
    RECORD,
    SO_DECIDED,
    goes_on,
    is_office_again,
    is_speaking,
)
from cyberdiplo.drafts.people.taking_part import TakingPart
from cyberdiplo.drafts.points.statements import Voice, add_point, find_group, points_of
from cyberdiplo.drafts.states.behalf import aside, say_on_behalf
from cyberdiplo.drafts.states.delegations import find_states
from cyberdiplo.drafts.states.telegrams import find_sender, find_terse
from cyberdiplo.drafts.words import LEADER, speech
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from cyberdiplo.documents.passages import Document, Passage
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.points.cutting import Point
    from cyberdiplo.drafts.proposal import Draft


BODIES = ("organisation",)
RECORDED = 25  # passages, among which a document says that it is a record


LETTERED = re.compile(r"[(\[]?(?:[A-Za-z]|[ivx]{1,4}|\d{1,2})[)\]]\s")  # « (A) Kettles are safe; »


class Section(NamedTuple):
    """Under which heading the text is: whether the leader speaks there."""

    leader: bool
    heading: str


def draft_report(document: Document, known: Known, source_id: str = "", genre: str = "moderator-report") -> Draft:
    """Propose the rows of a moderator's or chair's report."""
    is_press = genre == "press-release"
    draft = begin(document, known, genre, source_id, type="news" if is_press else "report", record_type="summary")
    passages = list(document.passages)
    head = find_head(passages)
    opening = [*head, *passages[len(head) : len(head) + 2]] if is_press else head
    sitting = add_sitting(draft, known, opening or passages[:1], document.name, passages)
    notes = {passage.place.removeprefix("note "): passage for passage in passages if passage.kind == "note"}
    taking = TakingPart(
        draft, known, sitting.id, sitting.day, notes, collect_names(passages), collect_fuller(passages),
        collect_named(passages, known),
    )  # fmt: skip
    leader = find_leader(taking, passages, head)
    leader = leader or next(iter(read_leaders(taking, head)), "")
    reader = Reader(taking, leader, {"meeting_id": sitting.id}, is_press=is_press)
    reader.listener.is_record = any(RECORD.search(passage.text) for passage in passages[:RECORDED])
    reader.sender = find_sender(passages, known)
    reader.is_own = bool(leader) and not is_press and is_in_first_person(passages)
    reader.hosts = {item.record_id for passage in head for item in known.mentions(passage.text, kinds=BODIES)}
    skip = {id(passage) for passage in head}
    for passage in passages:
        if passage.kind == "heading":
            reader.enter(passage.text)
        elif passage.kind != "note" and id(passage) not in skip:
            leaders = read_leaders(taking, [passage])
            reader.leader = reader.listener.leader = reader.leader or next(iter(leaders), "")
            reader.read(passage)
        read_list(taking, passage, sitting if is_press else None)
        read_speeches(taking, [passage])
        read_heads(taking, [passage])
    for passage in notes.values():
        reader.read_note(passage)
    if not is_press:
        _name_author(taking, reader.leader)
    close(draft, taking, document)
    return draft


def _name_author(taking: TakingPart, leader: str) -> None:
    """Whoever led the meeting as the author of its report."""
    if not leader:
        taking.draft.remarks.append(tr("Nobody is named as the one who led the meeting."))
        return
    source = taking.draft.of("sources")[0]
    source.cells["author_id"] = taking.people[leader][0]
    source.doubts["author_id"] = tr("who led the meeting")


class Reader:
    """Goes through a report passage by passage and knows whose words it reads."""

    def __init__(self, taking: TakingPart, leader: str, home: dict[str, str], *, is_press: bool) -> None:
        self.taking, self.leader, self.home, self.is_press = taking, leader, home, is_press
        self.section = Section(leader=False, heading="")
        self.listener = Listener(taking, leader, is_press=is_press)
        self.voice: Voice | None = None
        self.is_own = False  # whoever led wrote the report as their own words
        self.hosts: set[str] = set()  # bodies that the head names: what they do is no intervention
        self.sender = ""  # the State whose delegation sent the text, where it is a telegram
        self.is_listed = False  # this is one of a list of what somebody said
        self.opens_list = False  # a list of what somebody said goes on
        self.named_at = ""  # the place at which whoever speaks was last named

    def enter(self, heading: str) -> None:
        """A heading ends every intervention."""
        self.section = Section(leader=LEADER.search(heading) is not None, heading=heading)
        self.voice = None

    def read(self, passage: Passage) -> None:
        """Propose the points of a passage, each as whose it is."""
        taking = self.taking
        is_own = self.is_press and (PRONOUN.match(passage.text) or is_office_again(passage.text))
        self.is_listed = is_listed = self.opens_list and LETTERED.match(passage.text) is not None
        self.opens_list = is_listed or passage.text.rstrip().endswith((":", ":-", ": -", ":–"))
        if (
            self.voice
            and not (is_own or is_listed)
            and all(taking.is_delegation(who) for who in self.voice.participations)
        ):
            self.voice = None  # a delegation that is not named speaks in one paragraph
        points = list(points_of(passage))
        if self.sender and not points:  # « Chilean reply:- » above a list
            voices, rule = self._find_delegation(passage, passage.text, 0)
            self.voice = Voice("individual", tuple(voices), rule=rule) if voices else None
        for point in points:
            voice = self.whose(passage, point)
            if aside().match(point.text) is None:  # a sentence that begins so has no name
                say_on_behalf(taking, voice, [point])
            add_point(taking.draft, taking.known, passage, point, voice, home=self.home)

    def read_note(self, passage: Passage) -> None:
        """A footnote that tells of nobody may say something of its own."""
        if passage.place in self.taking.bound and not list(find_addressed(passage.text)):
            return
        for point in points_of(passage):
            if (
                len(point.text.split()) >= 6
                and not next(find_addressed(point.text), None)
                and point.text.count("|") == 0
            ):
                voice = Voice("document")
                add_point(self.taking.draft, self.taking.known, passage, point, voice, home=self.home)

    def whose(self, passage: Passage, point: Point) -> Voice:
        """Whose words a sentence reports."""
        if says_who_led(point.text, self.taking.known):
            return Voice("document")
        voices, rule = self._find_speakers(passage, point)
        if voices == [self.leader] or (self.leader and not voices and is_leader_speaking(point.text)):
            return self._hear(passage, Voice("moderator", (self.leader,), rule="said_by_leader"))
        if voices:
            return self._hear(passage, Voice("joint" if len(voices) > 1 else "individual", tuple(voices), rule=rule))
        group = find_group(point.text)
        self._end_voice(passage, point, group)
        if self.voice:
            return self.voice._replace(rule=self._find_rule(passage, point))
        if group and (not self.section.leader or CLOSING.search(group.text_fr)):
            is_everybody = group.text_en in ("all speakers", "all panellists")
            return group._replace(participations=tuple(self.taking.find_speakers())) if is_everybody else group
        if (self.section.leader or self.is_own) and self.leader:
            return Voice("moderator", (self.leader,), rule="section_of_leader")
        return Voice("document")

    def _find_speakers(self, passage: Passage, point: Point) -> tuple[list[str], str]:
        """The participations of those whose words a sentence reports by name or as a State's, and by which rule."""
        offset = passage.text.find(point.text, point.start)
        people = self.listener.find(passage, point.text, offset)
        return (people, "named_here") if people else self._find_delegation(passage, point.text, offset)

    def _hear(self, passage: Passage, voice: Voice) -> Voice:
        self.voice, self.named_at = voice, passage.place
        return voice

    def _end_voice(self, passage: Passage, point: Point, group: Voice | None) -> None:
        """Whether whoever spoke before has ended with this sentence."""
        is_elsewhere = passage.place != self.named_at
        if INDEFINITE.match(point.text) or is_leader_speaking(point.text):
            self.voice = None
        if self.voice and group and group.text_en.partition(" ")[0] != "the" and is_speaking(group.rest):
            self.voice = None  # « several delegations supported »: somebody else again
        is_same = is_office_again(passage.text) or goes_on(passage.text)
        is_over = self.is_press and is_elsewhere and not is_same
        is_decided = passage.text == point.text and SO_DECIDED.match(point.text)
        if BODY_ACTS.match(point.text) or is_over or is_decided:
            self.voice = None
        if self.voice and self.voice.attribution == "moderator" and is_elsewhere and not PRONOUN.match(point.text):
            self.voice = None  # who leads speaks in one paragraph

    def _find_rule(self, passage: Passage, point: Point) -> str:
        """By which rule a sentence is still of whoever spoke before."""
        if passage.place == self.named_at:
            return "same_paragraph"
        again = OFFICE_AGAIN.match(point.text)
        is_same = PRONOUN.match(point.text) or (again and speech().match(again["rest"]))
        return "pronoun" if is_same else "carried"

    def _may_be_delegation(self, passage: Passage, offset: int) -> bool:
        """Whether a State at the head of a sentence may be who speaks: not in the middle of a person's words."""
        if self.voice is None or not offset:
            return not self.section.leader
        return all(self.taking.is_delegation(participation) for participation in self.voice.participations)

    def _countries(self) -> set[str]:
        """The countries of those who speak: a sentence on their own country is theirs; and the bodies that host."""
        mine = self.voice.participations if self.voice else ()
        if self.is_press:  # who writes a press release tells in it what other bodies announced
            self.hosts |= self.taking.known.types.keys()
        own = {self.taking.people[participation][1] for participation in mine if participation in self.taking.people}
        return own | self.hosts

    def _find_delegation(self, passage: Passage, text: str, offset: int) -> tuple[list[str], str]:
        """The States whose words a sentence reports, where no person is named; a bare State is not sure."""
        known = self.taking.known
        alone = self._may_be_delegation(passage, offset) and not (self.is_listed and self.voice)
        reported = find_states(text, known, alone=alone, own=self._countries())
        if (
            not reported
            and alone
            and self.sender
            and not self.is_listed
            and (terse := find_terse(text, known, self.sender))
        ):
            reported = [terse]
        voices = [
            self.taking.add_delegation(
                item.record_id, passage, item.start + offset, item.end + offset, states.rule, item.kind
            )
            for states in reported
            for item in states.mentions
        ]
        return list(dict.fromkeys(voice for voice in voices if voice)), reported[0].rule if reported else ""
