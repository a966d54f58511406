"""Who takes part by a document's own words: introduced once by name, then called by a part of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cyberdiplo.drafts.entries import add_body, add_person, add_post, find_capacity
from cyberdiplo.drafts.people import Introduction, find_addressed
from cyberdiplo.drafts.points import cut
from cyberdiplo.drafts.post_words import POST
from cyberdiplo.drafts.posted import LETTERS_SUFFIX, find_named, find_title
from cyberdiplo.drafts.posts import ACRONYM, NATIONAL, Post, make_body, read_post, split_segments
from cyberdiplo.drafts.proposal import Draft, make_id
from cyberdiplo.drafts.words import LEADER, speech_within
from cyberdiplo.messages import tr
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cyberdiplo.documents.passages import Passage
    from cyberdiplo.drafts.known import Known

# Bodies of which somebody is the chair for a time.
OF_MEETING = re.compile(
    r"\b(?:session|meeting|committee|commission|comité|panel|assembly|assemblée|conference"
    r"|conférence|working group|group of"
    r"|groupe de travail|groupe d['’]experts|sesión|comisión|asamblea|grupo de|council|conseil"
    r"|consejo|working party)\b",
    re.IGNORECASE,
)
LINE_LABEL = re.compile(r"\s[^\W\d_a-zà-ÿ][a-zà-ÿ]+\s?:(?:\s|$)")  # « Location: » on the line behind a post
LAST_JOINT = re.compile(r"(?:\s|,|\bet\b|\band\b|\by\b|\be\b|&|\bel\b|\bla\b|ainsi que|as well as)+$", re.IGNORECASE)
NEAR = 3  # characters between a name with its brackets and the mark of its footnote
FARTHEST = 300  # characters of an apposition
FULL_STOP = re.compile(r"\.(?:\s+[^\W\d_a-zà-ÿ]|\s*$)")  # one that ends a sentence, not « a.i. of the Mission »
# « The Secretary General of the Council, Ms Jane Doe, opened »: what stands before a name at the head of a sentence.
BEFORE_NAME = re.compile(r"(?:^|[.;:]\s+)(?P<post>[^.;:]{4,160}),\s*$")


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
        *,
        doubt: str = "",
        told: str | None = None,
        own: Post | None = None,
    ) -> str:
        """Propose the person, the post and the participation; its id.

        ``told`` is what a list says behind the name, ``own`` the post by the person's own words.
        """
        draft, known = self.draft, self.known
        who, passage = (
            self.fuller.get(fold(who.name), (who, passage)) if told is None and not who.label else (who, passage)
        )
        speaker = add_person(draft, known, who, passage, self.later)
        country, labelled = self._read_label(who.label)
        note, post = self.find_post(who, passage) if told is None else (None, read_post(told, known))
        source = note or passage
        post = (post if post and post.employer else None) or labelled or own or post
        if (
            post
            and post.employer
            and labelled
            and labelled.employer
            and post.employer.name == labelled.employer.acronym
        ):
            post = post._replace(employer=labelled.employer)  # « CEI » in the note, its whole name beside the person's
            source = passage if note is None else source
        if post and post.employer and labelled and labelled.employer and post.employer.name == labelled.employer.name:
            post = post._replace(
                employer=post.employer._replace(acronym=post.employer.acronym or labelled.employer.acronym)
            )
        affiliation = organisation = ""
        if post and post.employer and country and post.employer.type in NATIONAL and not post.employer.country:
            post = post._replace(employer=post.employer._replace(country=country))
        if post and post.employer:
            affiliation, organisation = add_post(draft, known, speaker, post, source, self.day)
            if post.above:
                organisation = add_body(draft, known, post.above, source)
            country = country or post.employer.country
        country = country or (post.country if post else "")
        if post and post.position and not post.employer:
            self.draft.remarks.append(
                tr(
                    "{name} ({place}): the post {post!r} stands without a body.",
                    name=who.name,
                    place=source.place,
                    post=post.position,
                )
            )
        if labelled and labelled.employer and labelled is not post and not organisation:
            organisation = add_body(draft, known, labelled.employer, passage)
        capacity, why = find_capacity(known, post or labelled, organisation, country)
        doubts = {"capacity": why} | ({"": doubt} if doubt else {})
        if not self.meeting:
            return ""
        if there := known.participations.get((self.meeting, role, speaker)):
            draft.cite(there, passage.place, self.draft.widen(passage, who.name_start, who.name_end))
            self.by_name[fold(who.name)] = there
            self.people[there] = (speaker, country)
            return there
        family = next((row.cells["family_name"] for row in draft.of("speakers") if row.id == speaker), who.name)
        participation = draft.free_id(make_id(draft.source_id, family))
        draft.add(
            "participations", passage.place, self.draft.widen(passage, who.name_start, who.name_end), doubts,
            id=participation, meeting_id=self.meeting, role=role, capacity=capacity, speaker_id=speaker,
            affiliation_id=affiliation, organisation_id=organisation, country_id=country, name_as_recorded=who.name,
            honorific=who.honorific, sort=str(self.next_sort()) if role == "speaker" else "",
        )  # fmt: skip
        self.by_name[fold(who.name)] = participation
        self.people[participation] = (speaker, country)
        return participation

    def find_speakers(self) -> list[str]:
        """The participations of all who spoke and are named, in the order in which they were introduced."""
        rows = {row.id: row.cells["role"] for row in self.draft.of("participations")}
        rows |= {there: role for (_, role, _), there in self.known.participations.items()}
        people = [who for who in self.by_name.values() if rows.get(who) == "speaker"]
        return [who for who in people if not self.is_delegation(who)]

    def is_delegation(self, participation: str) -> bool:
        """Whether it is that of a State without a person who is named."""
        return any(key.startswith("delegation ") for key, value in self.by_name.items() if value == participation)

    def add_delegation(self, country: str, passage: Passage, start: int, end: int, *, doubt: str = "") -> str:
        """« The representative of Japan »: a State that spoke without a person who is named."""
        key = f"delegation {country}"
        if there := self.known.participations.get((self.meeting, "speaker", country)):
            self.draft.cite(there, passage.place, self.draft.widen(passage, start, end))
            self.by_name[key] = there
        elif key not in self.by_name and self.meeting:
            participation = self.draft.free_id(make_id(self.draft.source_id, country))
            self.draft.add(
                "participations", passage.place, self.draft.widen(passage, start, end), {"": doubt} if doubt else {},
                id=participation, meeting_id=self.meeting, role="speaker", capacity="state", country_id=country,
                name_as_recorded=passage.text[start:end], sort=str(self.next_sort()),
            )  # fmt: skip
            self.by_name[key] = participation
        return self.by_name.get(key, "")

    def find_post(self, who: Introduction, passage: Passage) -> tuple[Passage | None, Post | None]:
        """Post and employer by the footnote at the name, else by what stands behind it between commas."""
        for number, offset in passage.marks:
            if who.name_end <= offset <= who.end + NEAR and (note := self.notes.get(number)):
                self.bound.add(note.place)
                return note, read_post(note.text.strip(), self.known)
        rest = re.sub(rf"^{LETTERS_SUFFIX}", "", passage.text[who.end :])
        if re.match(r"\s*[^\W\d_a-zà-ÿ]", rest) and POST.match(rest.strip()):
            rest = f", {rest.strip()}"  # a line has the post behind the name without a comma
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
            return "", Post("", make_body(segments[0], segments[1], "", self.known), None, sure=True)
        if len(segments) == 1 and not read_post(label, self.known):
            return "", Post("", make_body(label, "", "", self.known), None, sure=bool(self.known.body(label)))
        post = read_post(label, self.known)
        country = self.known.country(segments[-1]) or ""
        return country, post


def read_apposition(rest: str, known: Known) -> Post | None:
    """« , Director of Trade, Ministry of Economy, Japan, presented »: what stands between a name and its verb."""
    if not rest.startswith(","):
        return None
    following = next(find_addressed(rest), None)  # « Jane Doe, Director, and Mr. John Roe »
    if following:
        rest = LAST_JOINT.sub("", rest[: following.start])
    match = speech_within().search(rest[1:FARTHEST])
    end = FULL_STOP.search(rest[1:FARTHEST])
    words = rest[1 : match.start() + 1] if match else rest[1 : end.start() + 1 if end else FARTHEST]
    words = LINE_LABEL.split(words)[0].strip(" ,")
    if not words or len(words.split()) > 40:
        return None
    post = read_post(words, known)
    if post is None or not (post.position or post.employer) or is_role(words, post):
        return None
    ends = following is not None or match is not None or len(words) + 2 >= len(rest.rstrip(" ."))
    return post._replace(sure=post.sure and ends)


def read_before(text: str, known: Known) -> Post | None:
    """The post that stands before a name at the head of a sentence, with its body; a role in the meeting is none."""
    match = BEFORE_NAME.search(text)
    words = match["post"] if match and POST.match(match["post"]) else ""
    words = words or (title[1] if (title := find_title(text)) else "")
    words = re.sub(r"^(?:The|Le|La|El)\s+|^L['’]\s*", "", words)
    post = read_post(words, known) if words else None
    return post if post and post.position and post.employer and not is_role(words, post) else None


def is_role(words: str, post: Post | None) -> bool:
    """Whether a post is one in the meeting itself: « Chair », « President of the Committee »; no post of a body."""
    body = post.employer if post else None
    return bool(LEADER.match(words)) and (body is None or OF_MEETING.search(body.name) is not None)


def collect_fuller(passages: Iterable[Passage]) -> dict[str, tuple[Introduction, Passage]]:
    """Of each name that is the end of exactly one longer name in the document: who that is, where it first stands."""
    first: dict[str, tuple[Introduction, Passage]] = {}
    for passage in passages:
        for who in find_addressed(passage.text):
            first.setdefault(fold(who.name), (who, passage))
    fuller: dict[str, tuple[Introduction, Passage]] = {}
    for name in first:
        longer = [full for full in first if full != name and full.endswith(f" {name}")]
        if len(longer) == 1:
            fuller[name] = first[longer[0]]
    return fuller


def collect_named(passages: Iterable[Passage], known: Known) -> dict[str, tuple[Introduction, str, Passage]]:
    """Everybody whom a document names with a post or a State, by the family name: who, the post before it, where."""
    named: dict[str, tuple[Introduction, str, Passage]] = {}
    for passage in passages:
        for point in cut(passage.text):
            offset = passage.text.find(point.text, point.start)
            for posted in find_named(point.text, known):
                who = posted.who._replace(
                    start=posted.who.start + offset, end=posted.who.end + offset,
                    name_start=posted.who.name_start + offset, name_end=posted.who.name_end + offset,
                )  # fmt: skip
                named.setdefault(fold(who.name.split()[-1]), (who, posted.title, passage))
    return named


def collect_names(passages: Iterable[Passage]) -> frozenset[str]:
    """Every name that stands behind a form of address in a document."""
    return frozenset(who.name for passage in passages for who in find_addressed(passage.text))


def tell_strangers(taking: TakingPart, passages: Iterable[Passage]) -> list[str]:
    """Names behind a form of address that no row has: people who are spoken of."""
    strangers: dict[str, str] = {}
    for passage in passages:
        for who in find_addressed(passage.text):
            if len(who.name.split()) > 1 and not taking.find(who.name) and not taking.known.find(who.name, "speaker"):
                strangers.setdefault(who.name, passage.place)
    return [
        tr("{name} ({place}) is named and has no row: not introduced as somebody who speaks.", name=name, place=place)
        for name, place in strangers.items()
    ]
