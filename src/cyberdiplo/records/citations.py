"""Where records are written: every citation of them, each with its source whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, urlsplit

from cyberdiplo.records.keys import read_keys
from cyberdiplo.records.record import read_label
from cyberdiplo.schema.vocabulary import choose_label
from cyberdiplo.store.lists import execute_for
from cyberdiplo.store.words import read_labels
from cyberdiplo.text.locators import natural

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cyberdiplo.store.connection import Connection

LANGUAGES = ("fr", "en")  # those that names and labels are in
# A document's own symbol, the first of these that it has.
SYMBOLS = ("un", "wto", "oecd", "itu", "celex", "eu", "eli", "iso_iec", "iso", "iec", "national", "regional")


class Author(NamedTuple):
    """A person by family and given names, or a body whole: then ``given_name`` is None and ``body`` is set."""

    name: str
    family: str = ""
    given_name: str | None = None

    @property
    def body(self) -> bool:
        """Whether this is no person."""
        return not self.family


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

    @property
    def own_publisher(self) -> str | None:
        """The publisher, where it is not the author too: a reference names it once."""
        return None if self.author and self.author.name == self.publisher else self.publisher


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
        """The page of the source; of a collection of pages those that are cited."""
        return list(dict.fromkeys(place.page for _, place in self.places if place.page))

    @property
    def url(self) -> str | None:
        """Its page; of a document that was read in several places the first, of a collection of pages none."""
        single = len(self.pages) == 1 or self.source.type not in ("web_page", "news")
        return self.pages[0] if self.pages and single else None

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


def read_citations(connection: Connection, record_ids: Sequence[str], lang: str) -> list[CitedRecord]:
    """Every citation of these records, in their order, each once; of a source, the source itself.

    What is no record is left out.
    """
    sql = (
        f"select records.id, kind, (select name_{lang} from labels where labels.id = records.id)"
        " from records where records.id in (:ids)"
    )
    known = {row[0]: CitedRecord(row[0], row[1], row[2], []) for row in execute_for(connection, sql, record_ids)}
    sql = (
        "select record_id, source_id, field, locator, anchor, support, confidence, url, mirror_url,"
        f" coalesce(countries.name_{lang} || coalesce(': ' || note, ''), note)"  # of one State's vote at a roll call
        " from citations left join votes on votes.roll_call_id = citations.record_id and votes.country_id = field"
        " left join countries on countries.id = votes.country_id where record_id in (:ids)"
    )
    others = [record.id for record in known.values() if record.kind != "source"]
    rows = sorted(execute_for(connection, sql, others), key=lambda row: (row[1], natural(row[3]), row[2], row[4]))
    themselves = [record.id for record in known.values() if record.kind == "source"]
    sources = read_sources(connection, [*themselves, *dict.fromkeys(row[1] for row in rows)], lang)
    for record_id, source_id, *rest in rows:
        known[record_id].citations.append(CitedPlace(sources[source_id], *rest))
    for source_id in themselves:
        known[source_id].citations.append(CitedPlace(sources[source_id]))
    return [known[record_id] for record_id in dict.fromkeys(record_ids) if record_id in known]


def read_sources(connection: Connection, source_ids: Sequence[str], lang: str) -> dict[str, CitedSource]:
    """These sources, by their ids."""
    if not source_ids:
        return {}
    keys = read_keys(connection)
    identifiers: dict[str, dict[str, str]] = {}
    sql = "select record_id, scheme, value from identifiers where record_id in (:ids) order by scheme, value desc"
    for record_id, scheme, value in execute_for(connection, sql, source_ids):
        identifiers.setdefault(record_id, {})[scheme] = value
    types, languages = read_labels("sources.type", connection), read_labels("languages", connection)
    sql = (
        "select id, type, title, author_id, publisher_id, published, date_note,"
        f" date_reason_{lang}, lang, url, retrieved_on from sources where id in (:ids)"
    )
    sources = {}
    for row in execute_for(connection, sql, source_ids):
        source_id, type_, title, author_id, publisher_id, published, date_note, reason, written_in, url, read = row
        symbols = identifiers.get(source_id, {})
        tongue = written_in if written_in in LANGUAGES else lang
        publisher = read_label(connection, publisher_id, tongue) if publisher_id else None
        author = _read_author(connection, author_id, tongue) if author_id else None
        if not author and publisher and type_ != "news":  # who answers for the text; no newspaper writes its items
            author = Author(publisher)
        sources[source_id] = CitedSource(
            id=source_id,
            key=keys[source_id],
            type=type_,
            type_name=choose_label(types, type_, tongue),
            title=title,
            author=author,
            publisher=publisher,
            published=published,
            date_note=date_note,
            date_reason=reason,
            lang=written_in,
            lang_name=languages.get(written_in, (written_in, written_in)),
            url=url or symbols.get("url"),
            retrieved_on=read,
            symbol=next((symbols[scheme] for scheme in SYMBOLS if scheme in symbols), None),
            doi=symbols.get("doi"),
        )
    return sources


def _read_author(connection: Connection, author_id: str, lang: str) -> Author:
    sql = "select family_name, given_name from speakers where id = :id"
    person = connection.execute(sql, {"id": author_id}).fetchone()
    name = read_label(connection, author_id, lang) or author_id
    return Author(name, str(person[0]), person[1]) if person else Author(name)
