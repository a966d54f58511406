"""A source, a place in it, a record that is written there and an entry of a bibliography, as they are cited."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlsplit

from cyberdiplo.text.locators import natural

if TYPE_CHECKING:
    from collections.abc import Iterable

LANGUAGES = ("fr", "en")  # those that names and labels are in
SEVERAL = "mul"  # the language of a text in more than one


BEHIND = re.compile(r"(.+?),? (Jr\.?|Sr\.?|I{2,3}|IV)")


class Author(NamedTuple):
    """A person by family and given names, or a body whole: then ``given_name`` is None and ``body`` is set."""

    name: str
    family: str = ""
    given_name: str | None = None

    @property
    def body(self) -> bool:
        """Whether this is no person."""
        return not self.family

    @property
    def in_turn(self) -> tuple[str, str | None, str]:
        """Family name, given names, and what stands behind a name and sorts by none of it (Jr., III): each apart."""
        behind = BEHIND.fullmatch(self.family)
        return (behind[1], self.given_name, behind[2]) if behind else (self.family, self.given_name, "")


class CitedSource(NamedTuple):
    """A document as it is cited; what it is and who published it stand in its own language, where that is ours."""

    id: str
    key: str  # by which it is cited: see ``keys``
    type: str
    type_name: str
    title: str
    author: Author | None
    publisher: str | None
    published: str | None
    date_note: str | None
    date_reason: str | None  # in the reader's language
    lang: str
    lang_name: tuple[str, str]  # French, English
    url: str | None
    retrieved_on: str | None
    symbol: str | None
    doi: str | None
    record_type: str | None = None
    key_name: str = ""  # the first word of its key: whose it is
    container: str | None = None  # the collection that it is a page of, where it is one
    other_authors: tuple[Author, ...] = ()

    @property
    def authors(self) -> list[Author]:
        """Everybody who answers for it."""
        return [self.author, *self.other_authors] if self.author else []

    @property
    def own_publisher(self) -> str | None:
        """The publisher, where it is not the author too: a reference names it once."""
        return None if self.publisher in [author.name for author in self.authors] else self.publisher

    def tongue(self, lang: str) -> str:
        """Its own language where names and labels are in it, else the reader's."""
        return self.lang if self.lang in LANGUAGES else lang


class CitedPlace(NamedTuple):
    """One place where the record is written; ``locator`` is empty where it is the source itself."""

    source: CitedSource
    field: str = ""
    locator: str = ""
    anchor: str = ""
    support: str = ""
    confidence: str = ""
    url: str | None = None
    mirror_url: str | None = None
    note: str | None = None

    @property
    def page(self) -> str | None:
        """The page that it is on."""
        page = self.url or self.source.url
        return encode_address(page) if page else None

    @property
    def link(self) -> str | None:
        """The page, opened at the passage where there is an anchor to find it by."""
        return passage_link(self.page, self.anchor) if self.page else None


class CitedRecord(NamedTuple):
    """A record and where it is written."""

    id: str
    kind: str
    name: str | None
    citations: list[CitedPlace]


class Entry(NamedTuple):
    """A source as it stands once in a bibliography, with every place in it that was asked for, and what is there."""

    source: CitedSource
    places: list[tuple[CitedRecord, CitedPlace]]

    @property
    def pages(self) -> list[str]:
        """The page of the source, or those at which it was read."""
        return list(dict.fromkeys(place.page for _, place in self.places if place.page))

    @property
    def url(self) -> str | None:
        """Its page; the first of several, for a text that was read in several places is one and the same."""
        return self.pages[0] if self.pages else None

    @property
    def site(self) -> str | None:
        """Whose page it is, as far as its address says: for a page of which no publisher is known."""
        hosts = {urlsplit(page).netloc.removeprefix("www.") for page in self.pages}
        return hosts.pop() if len(hosts) == 1 and not self.source.publisher else None


def make_entries(records: Iterable[CitedRecord]) -> list[Entry]:
    """The sources in which these records are written, each once, by their keys; the places as a reader meets them."""
    entries: dict[str, Entry] = {}
    for record in records:
        for place in record.citations:
            entries.setdefault(place.source.key, Entry(place.source, [])).places.append((record, place))
    for entry in entries.values():
        entry.places.sort(key=lambda cited: natural(cited[1].locator))
    return [entries[key] for key in sorted(entries)]


def encode_address(page: str) -> str:
    """An address as any program takes it: what is not ASCII encoded, what is encoded left as it is."""
    return quote(page, safe="!#$%&'()*+,/:;=?@[]~")


def passage_link(page: str, words: str) -> str:
    """A link that opens a page at these words (a text fragment); the page itself where there are none.

    Within the words a dash, comma or ampersand would mean something else, so these are encoded too.
    """
    if not words or ":~:" in page:
        return page
    text = quote(words, safe="").replace("-", "%2D")
    return f"{page}{'' if '#' in page else '#'}:~:text={text}"
