"""Who speaks in a sentence of a report, by name: introduced here, or known by a part of the name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cyberdiplo.drafts.people.family_names import find_again, find_family_name
from cyberdiplo.drafts.people.introduced import (
    NO_PEOPLE,
    Introduction,
    find_addressed,
    find_apposed,
    find_bare,
    find_inverted,
    find_plain,
    find_titled,
    has_other_words,
    is_personal,
)
from cyberdiplo.drafts.people.leading import shift
from cyberdiplo.drafts.people.posted import Posted, blank_quotes, find_posted, is_behind_verb
from cyberdiplo.drafts.people.reporting import (
    AGAIN,
    BY,
    CHAIN,
    IN_ROOM,
    LEAD_IN,
    OF_SOME_BODY,
    OFFICE_ACTS,
    ONE_OF,
    POST_OR_WORK,
    RELATIVE,
    SOURCE_AHEAD,
    is_recorded,
    is_speaking,
    turn_post,
)
from cyberdiplo.drafts.people.rows import find_row
from cyberdiplo.drafts.posts.bodies import classify
from cyberdiplo.drafts.posts.words import POST
from cyberdiplo.drafts.states.beside_names import is_state, separate_state
from cyberdiplo.drafts.words import LEADER, speech, speech_within
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.documents.passages import Passage
    from cyberdiplo.drafts.people.taking_part import TakingPart

OFFICE_AHEAD = re.compile(
    r"(?:[^,;:“”«»]{3,120},\s+)?(?:[Tt]he|[Ll][ea]|[Ee]l|[Ll]['’])\s*(?P<words>[^,;:“”«»]{5,160})"
)
# Before a family name alone: no office, which may be of somebody who is only spoken of.
FORM_ALONE = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|M|Mme|Mlle|Sr|Sra|Sir|Pandit|Prof)\.?|(?:el|El) Sr\.|(?:la|La) Sra\.", re.IGNORECASE
)
NOTHING = re.compile(
    r"(?:\d{1,3}\.)?\s*(?:(?:the|la|le|el|l['’])\s*)?", re.IGNORECASE
)  # before whoever begins a paragraph
TWICE = 2  # times that a press release has a name, from which it is no slip
MOST_JOINED = 4  # people who stand in a row behind the first
JOINED = re.compile(r",?\s(?:and|et|y|as well as|ainsi que)\s+(?:(?:the|la|le|el)\s+|l['’])?$")


@dataclass
class Listener:
    """Finds those whose words a sentence reports, among who takes part; introduces whoever is new."""

    taking: TakingPart
    leader: str
    is_press: bool
    is_record: bool = False  # a summary record, or minutes

    def find(self, passage: Passage, text: str, offset: int) -> list[str]:
        """The participations of those with whom a sentence begins: introduced here, or known by a part of the name."""
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
            speaks = is_inverted or self._speaks(text[:start], passage.text[who.end :])
            if not participation and who.honorific and not is_marked and speaks:
                participation = self._introduce_named(who.name, who.honorific)
            if not participation and self._is_whole(who):
                is_source = not voices and SOURCE_AHEAD.match(before)
                if not (is_marked or says_more or is_source or speaks):
                    break
                if not who.honorific and not (is_inverted or is_titled or self._is_introduced(who, passage)):
                    break
                told = turn_post(titled[1]) if titled and is_titled else None
                participation = self.taking.introduce(
                    who, passage, "speaker", "behind_verb" if is_inverted else "opens", told=told, where="before_name",
                    shown="post_before" if told else "",
                )  # fmt: skip
            if not participation:
                break
            if participation == self.leader:
                return [self.leader]
            if participation not in voices:
                voices.append(participation)
            after = end
        voices = voices or self._find_posted(passage, text, offset)
        voices = voices or self._find_by_family_name(passage, text, offset) or self._find_by_office(text)
        return voices or self._find_repeated(passage, text, offset)

    def _find_by_office(self, text: str) -> list[str]:
        """Whoever speaks by the post alone, of those whom the document has with that post: « the director of CNI »."""
        match = OFFICE_AHEAD.match(text)
        words = fold(match["words"]) if match else ""
        for who, title, passage in self.taking.named.values() if words else ():
            post = fold(title)
            rest = text[match.end("words") :] if match and words == post else ""
            if post and match and words.startswith(f"{post} "):
                rest = " ".join(match["words"].split()[len(title.split()) :]) + text[match.end("words") :]
            if rest and (is_speaking(rest) or OFFICE_ACTS.match(rest.strip())):
                there = self.taking.find(who.name)
                return [
                    there
                    or self.taking.introduce(who, passage, "speaker", "by_office", told=title, where="before_name")
                ]
        return []

    def _is_whole(self, who: Introduction) -> bool:
        """Whether a name says who that is: by two words or more, or a family name with its State in brackets."""
        is_of_state = bool(who.honorific and self.taking.known.country(who.label) and not has_other_words(who.name))
        return len(who.name.split()) > 1 or is_of_state or fold(who.name) in self.taking.fuller

    def _candidates(self, passage: Passage, text: str, offset: int) -> Iterator[Introduction]:
        addressed = [shift(separate_state(who, self.taking.known), offset) for who in find_addressed(text)]
        addressed = [who for who in addressed if not is_state(who, self.taking.known)]
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
        return bool(POST.match(rest) or OF_SOME_BODY.match(rest) or (self.is_press and ONE_OF.match(rest)))

    def _has_note(self, who: Introduction, passage: Passage) -> bool:
        return any(who.name_end <= offset <= who.end + 3 for _, offset in passage.marks)

    def _find_by_family_name(self, passage: Passage, text: str, offset: int) -> list[str]:
        """Whoever speaks by a family name alone: somebody whom the document has whole elsewhere, with post or State."""
        titled = find_family_name(text, self.taking.known)
        name = titled.name if titled else find_again(text)
        who = next(iter(find_addressed(text)), None)
        if who and len(who.name.split()) == 1:
            head, rest = blank_quotes(text)[: who.start], text[who.end :]
            name = who.name if is_behind_verb(head) or (LEAD_IN.match(head) and self._speaks(head, rest)) else name
        if not name:
            return []
        if there := self.taking.find(name):
            return [there]
        if there := self._introduce_named(name):
            return [there]
        if self.is_press and titled and name == titled.name:
            return list(filter(None, [self.taking.introduce(shift(titled, offset), passage, "speaker", "family_name")]))
        if not (who and who.name == name and (self.is_press or FORM_ALONE.fullmatch(who.honorific))):
            return []
        return list(filter(None, [self.taking.introduce(shift(who, offset), passage, "speaker", "family_name")]))

    def _speaks(self, head: str, rest: str) -> bool:
        """Whether somebody speaks between these words; in a record whoever begins a sentence does."""
        if IN_ROOM.match(rest):
            return False
        return is_speaking(rest) or (self.is_record and NOTHING.fullmatch(head) is not None and is_recorded(rest))

    def _introduce_named(self, name: str, honorific: str = "") -> str:
        """Somebody whom the document has by the whole name elsewhere, with a post or State beside it."""
        named = self.taking.named.get(fold(name.split()[-1])) or self._find_by_first(name)
        if named is None or not (
            fold(named[0].name).endswith(fold(name)) or fold(named[0].name).startswith(f"{fold(name)} ")
        ):
            return ""
        who, title, passage = named
        if honorific and len(who.name.split()) <= len(name.split()):
            return ""  # nothing more than stands here
        return self.taking.introduce(
            who._replace(honorific=who.honorific or honorific), passage, "speaker",
            "opens" if honorific else "by_post", told=title or None, where="before_name",
        )  # fmt: skip

    def _find_repeated(self, passage: Passage, text: str, offset: int) -> list[str]:
        """Somebody whom a press release has speak by the bare name, and names elsewhere too: « Jane Roe said »."""
        match = AGAIN.match(text) if self.is_press else None
        name = match["name"] if match else ""
        if match is None or not is_personal(name) or classify(name)[0] != "other" or LEADER.search(name):
            return []
        texts = " ".join(self.taking.draft.texts.values())
        if not is_speaking(text[match.end() :]) or any(self.taking.known.find(name, kind) for kind in NO_PEOPLE):
            return []
        if len(re.findall(rf"\b{re.escape(name.split()[-1])}\b", texts)) < TWICE:
            return []
        start, end = (place + offset for place in match.span("name"))
        who = Introduction("", name, "", start, end, start, end)
        return list(filter(None, [self.taking.introduce(who, passage, "speaker", "repeated")]))

    def _find_by_first(self, name: str) -> tuple[Introduction, str, Passage] | None:
        """Somebody of two names, the first of which is the family's: « Wang » of « Wang Yi »."""
        bearers = [each for each in self.taking.named.values() if fold(each[0].name).startswith(f"{fold(name)} ")]
        return bearers[0] if len(bearers) == 1 and len(bearers[0][0].name.split()) == len(name.split()) + 1 else None

    def _find_posted(self, passage: Passage, text: str, offset: int) -> list[str]:
        """Whoever speaks by the words of a sentence and whose post or State stands beside the name."""
        for posted in find_posted(text, self.taking.known):
            who = shift(posted.who, offset)
            if there := self.taking.find(who.name) or (self._introduce_named(who.name) if posted.title else ""):
                return [there, *self._find_joined(posted, passage, text, offset)]
            told = posted.title if posted.title and not LEADER.match(posted.title) else None
            participation = self.taking.introduce(
                who, passage, "speaker", "opens" if who.label else "by_post", told=told, where="before_name",
                shown="post_before" if told else "",
            )  # fmt: skip
            others = self._find_joined(posted, passage, text, offset) if participation else []
            return [participation, *others] if participation else []
        return []

    def _find_joined(self, posted: Posted, passage: Passage, text: str, offset: int) -> list[str]:
        """Those who stand beside the first at the end of a sentence: « warned Jane Roe, Head, and John Doe, Chair »."""
        others = []
        for other in find_row(text, posted.who.end, self.taking.known)[:MOST_JOINED]:
            between = text[posted.who.end : other.start]
            is_beside = JOINED.search(text[posted.who.end : other.start].rstrip() + " ")
            if is_beside and not speech_within().search(between):
                who = shift(other.who, offset)
                there = self.taking.find(who.name)
                others.append(
                    there
                    or self.taking.introduce(
                        who, passage, "speaker", "by_post", told=other.title or None, where="before_name"
                    )
                )
        return [other for other in others if other]
