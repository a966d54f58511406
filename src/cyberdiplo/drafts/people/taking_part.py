"""Who takes part by a document's own words: introduced once by name, then called by a part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cyberdiplo.drafts.certainty import mark
from cyberdiplo.drafts.genres.entries import add_body, add_person, add_post, find_capacity
from cyberdiplo.drafts.people.appositions import read_apposition, read_before
from cyberdiplo.drafts.people.posted import LETTERS_SUFFIX
from cyberdiplo.drafts.posts.bodies import ACRONYM, NATIONAL, Body, find_capacities, make_body
from cyberdiplo.drafts.posts.of_states import find_state_body
from cyberdiplo.drafts.posts.reading import STATE_POST, Post, read_post, split_segments
from cyberdiplo.drafts.posts.words import POST
from cyberdiplo.drafts.proposal import Draft, make_id
from cyberdiplo.drafts.states.beside_names import find_state_behind, is_state, separate_state
from cyberdiplo.messages import tr
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cyberdiplo.documents.passages import Passage
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.people.introduced import Introduction
    from cyberdiplo.drafts.proposal import Row

# Forms of address that are posts.
OFFICE = re.compile(
    r"ambassad(?:or|eur|rice)|embajadora?|minister|ministre|ministr[oa]|senator|senadora?|commissioner|commissaire",
    re.IGNORECASE,
)
NEAR = 3  # characters between a name with its brackets and the mark of its footnote


@dataclass
class TakingPart:
    """The participations of one meeting, by the names under which the document has them."""

    draft: Draft
    known: Known
    meeting: str  # id; empty where the document tells of none
    day: str
    notes: Mapping[str, Passage]
    later: frozenset[str]  # every name that stands behind a form of address
    fuller: Mapping[str, tuple[Introduction, Passage]] = field(default_factory=dict)  # by name: where it is whole
    named: Mapping[str, tuple[Introduction, str, Passage]] = field(
        default_factory=dict
    )  # by family name, with the post
    by_name: dict[str, str] = field(default_factory=dict)  # full printed name: participation
    people: dict[str, tuple[str, str]] = field(default_factory=dict)  # participation: (speaker, country)
    state: str = ""  # the State whose the whole document is, as far as it tells
    introducing: str = ""  # the place of a sentence that says who speaks, and that they do not say
    bound: set[str] = field(default_factory=set)  # footnotes that tell who somebody is

    def next_sort(self) -> int:
        """The place of the next speaker in the order of the document."""
        return sum(row.cells["role"] == "speaker" for row in self.draft.of("participations")) + 1

    def find(self, name: str) -> str:
        """The participation of somebody who was introduced, by the whole name or a part at its end or beginning."""
        words = fold(name).split()
        matches = {
            participation
            for full, participation in self.by_name.items()
            if words == full.split() or words == full.split()[-len(words) :] or words == full.split()[: len(words)]
        }
        return matches.pop() if len(matches) == 1 else ""

    def introduce(
        self,
        who: Introduction,
        passage: Passage,
        role: str,
        way: str,
        *,
        shown: str = "",
        told: str | None = None,
        where: str = "own_line",
        own: Post | None = None,
    ) -> str:
        """Propose the person, the post and the participation; its id.

        ``way`` is how they come in, ``shown`` what shows that the name is one where nothing at the name does. ``told``
        is what stands in ``where`` of the name, ``own`` the post by the person's own words.
        """
        draft, known = self.draft, self.known
        if is_state(who, known):
            return ""
        who = find_state_behind(separate_state(who, known), passage.text, known)
        if told is None and not who.label:
            who, passage = self.fuller.get(fold(who.name), (who, passage))
        speaker = add_person(draft, known, who, passage, self.later)
        country, labelled = self._read_label(who.label)
        note, post = self._choose_post(
            who, passage, labelled, read_told(told, where, known), own, is_told=told is not None
        )
        source = note or passage
        post = self._complete(post, labelled, who.honorific, country)
        affiliation = organisation = ""
        if post and post.employer and country and post.employer.type in NATIONAL and not post.employer.country:
            post = post._replace(employer=post.employer._replace(country=country))
        if post and post.employer:
            affiliation, organisation = add_post(draft, known, speaker, post, source, self.day)
            if post.above:
                organisation = add_body(draft, known, post.above, source)
            country = country or post.employer.country
        country, is_labelled = country or (post.country if post else ""), bool(self._read_label(who.label)[0])
        self._tell_without_body(who, source, post)
        if labelled and labelled.employer and labelled is not post and not organisation:
            organisation = add_body(draft, known, labelled.employer, passage)
        if not self.meeting:
            return ""
        there = known.participations.get((self.meeting, role, speaker), "")
        if there:
            draft.cite(there, passage.place, self.draft.widen(passage, who.name_start, who.name_end))
        else:
            capacity = find_capacity(known, post or labelled, organisation, country)
            row = self._add(who, passage, role, speaker, capacity, affiliation, organisation, country)
            mark(row, "", way, _find_shown(who, country, labelled, note, shown or ("post_behind" if post else "bare")))
            if post:
                _mark_by_post(row, post, is_labelled=is_labelled)
            there = row.id
        self.by_name[fold(who.name)] = there
        self.people[there] = (speaker, country)
        return there

    def _complete(self, post: Post | None, labelled: Post | None, honorific: str, country: str) -> Post | None:
        """A post of a State beside which no body stands, or that the form of address alone tells, with that State."""
        state = country or (post.country if post else "") or self.state
        if not state or labelled or (post and post.employer):
            return post
        position, rule = post.position if post else "", "state_of_document" if not country else ""
        if not STATE_POST.search(position):
            if position:
                return post
            offices = [word for word in honorific.split() if OFFICE.fullmatch(word)]
            position, rule = (" ".join(offices), "by_address")
        if not position:
            return post
        name, type_ = find_state_body(position, position, state, self.known)
        rules = (*(post.rules if post else ()), *([rule] if rule else []), "body_of_state")
        return Post(position, Body(name, "", state, type_, "state"), None, rules, country=state)

    def _tell_without_body(self, who: Introduction, source: Passage, post: Post | None) -> None:
        if post and post.position and not post.employer:
            words = {"name": who.name, "place": source.place, "post": post.position}
            self.draft.remarks.append(tr("{name} ({place}): the post {post!r} stands without a body.", **words))

    def _add(
        self, who: Introduction, passage: Passage, role: str, speaker: str, capacity: tuple[str, str],
        affiliation: str, organisation: str, country: str,
    ) -> Row:  # fmt: skip
        """The row of somebody who takes part."""
        draft = self.draft
        family = next((row.cells["family_name"] for row in draft.of("speakers") if row.id == speaker), who.name)
        return draft.add(
            "participations", passage.place, draft.widen(passage, who.name_start, who.name_end),
            {"capacity": capacity[1]}, id=draft.free_id(make_id(draft.source_id, family)), meeting_id=self.meeting,
            role=role, capacity=capacity[0], speaker_id=speaker, affiliation_id=affiliation,
            organisation_id=organisation, country_id=country, name_as_recorded=who.name, honorific=who.honorific,
            sort=str(self.next_sort()) if role == "speaker" else "",
        )  # fmt: skip

    def _choose_post(
        self,
        who: Introduction,
        passage: Passage,
        labelled: Post | None,
        told: Post | None,
        own: Post | None,
        *,
        is_told: bool,
    ) -> tuple[Passage | None, Post | None]:
        """The post that counts of those in the note, in brackets, beside the name and by one's own words; its note."""
        note, post = (None, told) if is_told else self.find_post(who, passage)
        post = (post if post and post.employer else None) or labelled or own or post
        if not (post and post.employer and labelled and labelled.employer):
            return note, post
        employer, beside = post.employer, labelled.employer
        if employer.name == beside.acronym:  # « CEI » in the note, its whole name beside the person's
            return note, post._replace(employer=beside)
        if employer.name == beside.name:
            return note, post._replace(employer=employer._replace(acronym=employer.acronym or beside.acronym))
        return note, post

    def find_speakers(self) -> list[str]:
        """The participations of all who spoke and are named, in the order in which they were introduced."""
        rows = {row.id: row.cells["role"] for row in self.draft.of("participations")}
        rows |= {there: role for (_, role, _), there in self.known.participations.items()}
        people = [who for who in self.by_name.values() if rows.get(who) == "speaker"]
        return [who for who in people if not self.is_delegation(who)]

    def is_delegation(self, participation: str) -> bool:
        """Whether it is that of a State without a person who is named."""
        return any(key.startswith("delegation ") for key, value in self.by_name.items() if value == participation)

    def add_delegation(
        self, record: str, passage: Passage, start: int, end: int, rule: str, kind: str = "country"
    ) -> str:
        """« The representative of Japan »: a State, or a body, that spoke without a person who is named."""
        if not record:
            record = add_body(self.draft, self.known, make_body(passage.text[start:end], "", "", self.known), passage)
        key = f"delegation {record}"
        if there := self.known.participations.get((self.meeting, "speaker", record)):
            self.draft.cite(there, passage.place, self.draft.widen(passage, start, end))
            self.by_name[key] = there
        elif key not in self.by_name and self.meeting:
            participation = self.draft.free_id(make_id(self.draft.source_id, record))
            capacity = "state" if kind == "country" else self._find_body_capacity(record)
            cells = {f"{kind}_id": record, "capacity": capacity}
            row = self.draft.add(
                "participations", passage.place, self.draft.widen(passage, start, end), None, **cells,
                id=participation, meeting_id=self.meeting, role="speaker",
                name_as_recorded=passage.text[start:end], sort=str(self.next_sort()),
            )  # fmt: skip
            mark(row, "", rule)
            self.by_name[key] = participation
        return self.by_name.get(key, "")

    def _find_body_capacity(self, body: str) -> str:
        """In which capacity a body speaks: by its type in the tables, or in the row that is proposed."""
        row = self.draft.find("organisations", [body])
        return find_capacities().get(row.cells["type"] if row else self.known.types.get(body, ""), "unknown")

    def find_post(self, who: Introduction, passage: Passage) -> tuple[Passage | None, Post | None]:
        """Post and employer by the footnote at the name, else by what stands behind it between commas."""
        for number, offset in passage.marks:
            if who.name_end <= offset <= who.end + NEAR and (note := self.notes.get(number)):
                self.bound.add(note.place)
                return note, read_told(note.text.strip(), "in_note", self.known)
        rest = re.sub(rf"^{LETTERS_SUFFIX}", "", passage.text[who.end :])
        is_line = bool(re.match(r"\s*[^\W\d_a-zà-ÿ]", rest) and POST.match(rest.strip()))
        if is_line:
            rest = f", {rest.strip()}"  # a line has the post behind the name without a comma
        address = passage.text[who.start : who.name_start].strip()
        if who.honorific and who.label and address.endswith(who.label) and POST.match(address):
            return None, read_told(address, "before_name", self.known)  # « Ambassadeur de Hongrie Paul Petit »
        behind = read_apposition(rest, self.known)
        before = read_before(passage.text[: who.start], self.known)
        return None, behind if behind and (behind.employer or not (before and before.employer)) else before or behind

    def _read_label(self, label: str) -> tuple[str, Post | None]:
        """Country, or body and post, by what stands in brackets behind a name."""
        if not label:
            return "", None
        if country := self.known.country(label):
            return country, None
        segments = split_segments(label)
        is_named = len(segments) == 2 and ACRONYM.match(segments[1]) and not POST.match(segments[0])
        if is_named and not self.known.country(segments[1]):
            return "", Post(
                "", make_body(segments[0], segments[1], "", self.known), None, ("in_brackets", "body_alone")
            )
        if len(segments) == 1 and not read_post(label, self.known):
            rule = "body_known" if self.known.body(label) else "body_capitals"
            return "", Post("", make_body(label, "", "", self.known), None, ("in_brackets", rule))
        post = read_told(label, "in_brackets", self.known)
        country = self.known.country(segments[-1]) or ""
        return country, post


def read_told(words: str | None, where: str, known: Known) -> Post | None:
    """The post that words beside a name tell, and where they stand."""
    post = read_post(words, known) if words else None
    if words and post is None and where == "body_on_line":
        post = Post("", make_body(words, "", "", known), None, ("body_capitals",))
    return post._replace(rules=(where, *post.rules)) if post else None


def _mark_by_post(row: Row, post: Post, *, is_labelled: bool) -> None:
    """Say of what a row has by the post alone, the State or the body, how sure it is."""
    if row.cells.get("country_id") and not is_labelled and "body_of_state" not in post.rules:
        mark(row, "country_id", *post.rules)  # a post of a State has the State printed in it
    if row.cells.get("organisation_id") and not row.cells.get("affiliation_id"):
        mark(row, "organisation_id", *post.rules)


def _find_shown(who: Introduction, country: str, labelled: Post | None, note: Passage | None, otherwise: str) -> str:
    """What shows that a name is somebody's: a note, what is in brackets, a form of address; else what is beside it."""
    if note:
        return "noted"
    if who.label and (country or labelled):
        return "bracketed"
    return "addressed" if who.honorific else otherwise
