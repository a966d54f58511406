"""A moderator's or chair's report: who led, who spoke in which paragraph, posts by footnotes, what was said.

The rules of the genre: a person speaks who is introduced by name at the head of a sentence (or after « by »), with a
form of address or brackets; the paragraphs that follow are theirs until a heading or the next introduction; under a
heading that names the leader the leader speaks, but for what groups said; all else is the document's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.behalf import aside, say_on_behalf
from cyberdiplo.drafts.closing import close
from cyberdiplo.drafts.delegations import find_states
from cyberdiplo.drafts.entries import begin
from cyberdiplo.drafts.head import find_head
from cyberdiplo.drafts.leading import find_leader, is_in_first_person, is_leader_speaking, shift
from cyberdiplo.drafts.listing import read_lists
from cyberdiplo.drafts.people import (
    NO_PEOPLE,
    Introduction,
    find_addressed,
    find_apposed,
    find_bare,
    find_inverted,
    find_plain,
    find_titled,
    separate_state,
)
from cyberdiplo.drafts.post_words import POST
from cyberdiplo.drafts.posted import blank_quotes, find_posted, is_behind_verb
from cyberdiplo.drafts.reporting import (
    AGAIN,
    BODY_ACTS,
    BY,
    CHAIN,
    CLOSING,
    LEAD_IN,
    OFFICE_AGAIN,
    ONE_OF,
    POST_OR_WORK,
    PRONOUN,
    RELATIVE,
    goes_on,
    is_speaking,
    turn_post,
)
from cyberdiplo.drafts.sitting import add_sitting
from cyberdiplo.drafts.statements import Voice, add_point, find_group, points_of
from cyberdiplo.drafts.taking_part import TakingPart, collect_fuller, collect_named, collect_names
from cyberdiplo.drafts.words import LEADER, speech, speech_within
from cyberdiplo.messages import tr
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.documents.passages import Document, Passage
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.points import Point
    from cyberdiplo.drafts.proposal import Draft


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
    if is_press:
        read_lists(taking, document, sitting)
    if leader and not is_press:
        draft.of("sources")[0].cells["author_id"] = taking.people[leader][0]
        draft.of("sources")[0].doubts["author_id"] = tr("who led the meeting")
    elif not leader and not is_press:
        draft.remarks.append(tr("Nobody is named as the one who led the meeting."))
    reader = Reader(taking, leader, {"meeting_id": sitting.id}, is_press=is_press)
    reader.is_own = bool(leader) and not is_press and is_in_first_person(passages)
    skip = {id(passage) for passage in head}
    for passage in passages:
        if passage.kind == "heading":
            reader.enter(passage.text)
        elif passage.kind != "note" and id(passage) not in skip:
            reader.read(passage)
    for passage in notes.values():
        reader.read_note(passage)
    close(draft, taking, document)
    return draft


class Reader:
    """Goes through a report passage by passage and knows whose words it reads."""

    def __init__(self, taking: TakingPart, leader: str, home: dict[str, str], *, is_press: bool) -> None:
        self.taking, self.leader, self.home, self.is_press = taking, leader, home, is_press
        self.section = Section(leader=False, heading="")
        self.voice: Voice | None = None
        self.is_own = False  # whoever led wrote the report as their own words
        self.named_at = ""  # the place at which whoever speaks was last named

    def enter(self, heading: str) -> None:
        """A heading ends every intervention."""
        self.section = Section(leader=LEADER.search(heading) is not None, heading=heading)
        self.voice = None

    def read(self, passage: Passage) -> None:
        """Propose the points of a passage, each as whose it is."""
        taking = self.taking
        is_own = self.is_press and PRONOUN.match(passage.text)
        if self.voice and not is_own and all(taking.is_delegation(who) for who in self.voice.participations):
            self.voice = None  # a delegation that is not named speaks in one paragraph
        for point in points_of(passage):
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
        voices, doubt = self._find_speakers(passage, point)
        if voices == [self.leader] or (self.leader and not voices and is_leader_speaking(point.text)):
            self.voice = Voice("moderator", (self.leader,))
            self.named_at = passage.place
            return self.voice
        if voices:
            self.voice = Voice("joint" if len(voices) > 1 else "individual", tuple(voices), doubt=doubt)
            self.named_at = passage.place
            return self.voice
        group = find_group(point.text)
        if self.voice and group and group.text_en.partition(" ")[0] != "the" and is_speaking(group.rest):
            self.voice = None  # « several delegations supported »: somebody else again
        if BODY_ACTS.match(point.text) or (
            self.is_press and passage.place != self.named_at and not goes_on(passage.text)
        ):
            self.voice = None
        if self.voice and self.voice.attribution == "moderator" and passage.place != self.named_at:
            self.voice = None if not PRONOUN.match(point.text) else self.voice  # who leads speaks in one paragraph
        again = OFFICE_AGAIN.match(point.text)
        is_same = PRONOUN.match(point.text) or (again and speech().match(again["rest"]))
        if self.voice and passage.place != self.named_at and (self.is_press or not is_same):
            return self.voice._replace(doubt=tr("nobody is named here: whoever spoke before"))
        if self.voice:
            return self.voice
        if group and (not self.section.leader or CLOSING.search(group.text_fr)):
            is_everybody = group.text_en in ("all speakers", "all panellists")
            return group._replace(participations=tuple(self.taking.find_speakers())) if is_everybody else group
        if (self.section.leader or self.is_own) and self.leader:
            return Voice("moderator", (self.leader,))
        return Voice("document")

    def _find_speakers(self, passage: Passage, point: Point) -> tuple[list[str], str]:
        """The participations of those with whom a sentence begins: introduced here, or known by a part of the name."""
        text, offset = point.text, passage.text.find(point.text, point.start)
        voices: list[str] = []
        after = 0
        for who in self._candidates(passage, text, offset):
            start, end = who.start - offset, who.end - offset
            before = text[after:start]
            is_marked = bool(who.label or self._has_note(who, passage))
            is_inverted = not voices and find_inverted(text) == start
            titled = None if who.honorific or voices else find_titled(text, self.taking.known)
            is_titled = titled is not None and titled[0].start == start and POST_OR_WORK.search(titled[1]) is not None
            says_more = RELATIVE.match(passage.text[who.end :])
            is_bare = not (who.honorific or who.label) and passage.text[who.end :].startswith(",")
            is_behind = bool(
                is_inverted
                or is_titled
                or (is_bare and self._is_introduced(who, passage))
                or (says_more and not voices)
                or (is_marked and BY.search(before))
            )
            begins = not voices and (LEAD_IN.match(before) or is_behind)
            goes_on = voices and CHAIN.match(before) and not speech_within().search(before)
            if not (begins or goes_on):
                break
            participation = self.taking.find(who.name)
            if not participation and (len(who.name.split()) > 1 or fold(who.name) in self.taking.fuller):
                if not (is_inverted or is_marked or says_more or is_speaking(passage.text[who.end :])):
                    break
                if not who.honorific and not (is_inverted or is_titled or self._is_introduced(who, passage)):
                    break
                doubt = "" if is_marked else tr("introduced without brackets or footnote")
                told = turn_post(titled[1]) if titled and is_titled else None
                participation = self.taking.introduce(who, passage, "speaker", doubt=doubt, told=told)
            if not participation:
                break
            if participation == self.leader:
                return [self.leader], ""
            if participation not in voices:
                voices.append(participation)
            after = end
        voices = voices or self._find_posted(passage, text, offset) or self._find_by_family_name(passage, text, offset)
        return (voices, "") if voices else self._find_delegation(passage, text, offset)

    def _candidates(self, passage: Passage, text: str, offset: int) -> Iterator[Introduction]:
        addressed = [shift(separate_state(who, self.taking.known), offset) for who in find_addressed(text)]
        if not addressed or addressed[0].start > offset:
            apposed = (who for who in find_apposed(text, offset) if self._is_introduced(who, passage))
            plain = find_plain(text, offset) or next(apposed, None)
            if plain and not (addressed and addressed[0].start < plain.end):
                yield plain
        yield from addressed
        if not addressed and (titled := find_titled(text, self.taking.known)):
            yield shift(titled[0], offset)
        if not addressed and (again := self._find_again(text)):
            yield shift(again, offset)
        if not addressed and (at := find_inverted(text)) >= 0 and (named := find_bare(text, at)):
            yield shift(named, offset)

    def _is_introduced(self, who: Introduction, passage: Passage) -> bool:
        """Whether a name without a form of address is somebody's: by brackets with a name that is known, or a note."""
        rest = passage.text[who.end :].lstrip(" ,")
        if not who.label and self._is_apposed(who, rest):
            return is_speaking(passage.text[who.end :])
        is_known = self.taking.known.country(who.label) or self.taking.known.body(who.label.split(",")[0])
        return bool(is_known or self._has_note(who, passage)) and (
            speech().match(rest) is not None or is_speaking(passage.text[who.end :])
        )

    def _find_again(self, text: str) -> Introduction | None:
        """The bare family name of somebody who was introduced, at the head of a sentence before a verb of speaking."""
        match = AGAIN.match(text)
        if match is None or not self.taking.find(match["name"]) or not is_speaking(text[match.end() :]):
            return None
        return Introduction("", match["name"], "", match.start("name"), match.end(), match.start("name"), match.end())

    def _is_apposed(self, who: Introduction, rest: str) -> bool:
        """Whether what stands behind a bare name is a post, in a press release also « a civil activist »."""
        if any(self.taking.known.find(who.name, kind) for kind in NO_PEOPLE):
            return False
        return bool(POST.match(rest) or (self.is_press and ONE_OF.match(rest)))

    def _has_note(self, who: Introduction, passage: Passage) -> bool:
        return any(who.name_end <= offset <= who.end + 3 for _, offset in passage.marks)

    def _may_be_delegation(self, passage: Passage, offset: int) -> bool:
        """Whether a State at the head of a sentence may be who speaks: not in the middle of a person's words."""
        if self.voice is None or not offset:
            return not self.section.leader
        return all(self.taking.is_delegation(participation) for participation in self.voice.participations)

    def _countries(self) -> set[str]:
        """The countries of those who speak: a sentence on their own country is theirs."""
        mine = self.voice.participations if self.voice else ()
        return {self.taking.people[participation][1] for participation in mine if participation in self.taking.people}

    def _find_delegation(self, passage: Passage, text: str, offset: int) -> tuple[list[str], str]:
        """The States whose words a sentence reports, where no person is named; a bare State is not sure."""
        states = find_states(
            text, self.taking.known, alone=self._may_be_delegation(passage, offset), own=self._countries()
        )
        if states is None:
            return [], ""
        why = "" if states.told else tr("a State named at the head of the sentence")
        voices = [
            self.taking.add_delegation(item.record_id, passage, item.start + offset, item.end + offset, doubt=why)
            for item in states.mentions
        ]
        return list(dict.fromkeys(voice for voice in voices if voice)), why

    def _find_by_family_name(self, passage: Passage, text: str, offset: int) -> list[str]:
        """Whoever speaks by a family name alone: somebody whom the document has whole elsewhere, with post or State."""
        again = AGAIN.match(text)
        name = again["name"] if again and is_speaking(text[again.end() :]) else ""
        who = next(iter(find_addressed(text)), None)
        if who and len(who.name.split()) == 1:
            head, rest = blank_quotes(text)[: who.start], text[who.end :]
            name = who.name if is_behind_verb(head) or (LEAD_IN.match(head) and is_speaking(rest)) else name
        if not name:
            return []
        if there := self.taking.find(name):
            return [there]
        doubt = tr("introduced without brackets or footnote")
        whole = self.taking.named.get(fold(name.split()[-1]))
        if whole and fold(whole[0].name).endswith(fold(name)):
            told = whole[1] or None
            return list(filter(None, [self.taking.introduce(whole[0], whole[2], "speaker", doubt=doubt, told=told)]))
        if not (self.is_press and who and who.name == name):
            return []
        doubt = tr("the family name alone is printed")
        return list(filter(None, [self.taking.introduce(shift(who, offset), passage, "speaker", doubt=doubt)]))

    def _find_posted(self, passage: Passage, text: str, offset: int) -> list[str]:
        """Whoever speaks by the words of a sentence and whose post or State stands beside the name."""
        for posted in find_posted(text, self.taking.known):
            who = shift(posted.who, offset)
            if there := self.taking.find(who.name):
                return [there]
            doubt = "" if who.label else tr("introduced without brackets or footnote")
            told = posted.title if posted.title and not LEADER.match(posted.title) else None
            participation = self.taking.introduce(who, passage, "speaker", doubt=doubt, told=told)
            return [participation] if participation else []
        return []
