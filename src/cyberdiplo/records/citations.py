"""Where a record is written: every citation of it, each with its source whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from cyberdiplo.records.record import read_label
from cyberdiplo.store.words import read_labels
from cyberdiplo.text.locators import natural
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection

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
    """A document as it is cited."""

    id: str
    type: str
    type_name: tuple[str, str]  # French, English
    title: str
    author: Author | None
    publisher: str | None
    published: str | None
    date_note: str | None
    date_reason: str | None
    lang: str
    lang_name: tuple[str, str]
    url: str | None
    retrieved_on: str | None
    file_name: str | None
    sha256: str | None
    symbol: str | None
    doi: str | None
    note: str | None


class CitedPlace(NamedTuple):
    """One place where the record is written; ``locator`` is empty where it is the source itself."""

    key: str
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
    def link(self) -> str | None:
        """The page, opened at the passage where there is an anchor to find it by."""
        page = self.url or self.source.url
        return passage_link(encode_address(page), self.anchor) if page else None


class CitedRecord(NamedTuple):
    """A record and where it is written."""

    id: str
    kind: str
    name: str | None
    citations: list[CitedPlace]


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


def read_citations(connection: Connection, record_id: str, kind: str, lang: str) -> CitedRecord:
    """Every citation of a record, in the order of the documents; of a source, the source itself."""
    name = read_label(connection, record_id, lang)
    if kind == "source":
        return CitedRecord(record_id, kind, name, [CitedPlace(record_id, read_source(connection, record_id, lang))])
    sql = (
        "select source_id, field, locator, anchor, support, confidence, url, mirror_url,"
        f" coalesce(countries.name_{lang} || coalesce(': ' || note, ''), note)"  # of one State's vote at a roll call
        " from citations left join votes on votes.roll_call_id = citations.record_id and votes.country_id = field"
        " left join countries on countries.id = votes.country_id where record_id = :id"
    )
    rows = sorted(connection.execute(sql, {"id": record_id}), key=lambda row: (row[0], natural(row[2]), row[1], row[3]))
    sources = {row[0]: read_source(connection, row[0], lang) for row in rows}
    seen: dict[str, int] = {}
    citations = []
    for source_id, *rest in rows:
        key = f"{record_id}-{source_id}-{fold(rest[1]).replace(' ', '-')}"
        seen[key] = seen.get(key, 0) + 1
        citations.append(CitedPlace(key if seen[key] == 1 else f"{key}-{seen[key]}", sources[source_id], *rest))
    return CitedRecord(record_id, kind, name, citations)


def read_source(connection: Connection, source_id: str, lang: str) -> CitedSource:
    """A document as it is cited."""
    sql = (
        "select type, title, author_id, publisher_id, published, date_note,"
        f" date_reason_{lang}, lang, url, retrieved_on, file_name, sha256, note_{lang} from sources where id = :id"
    )
    row = connection.execute(sql, {"id": source_id}).fetchone() or (None,) * 13
    type_, title, author_id, publisher_id, published, date_note, reason, tongue, url, read, file, sha256, note = row
    sql = "select scheme, value from identifiers where record_id = :id order by scheme, value desc"
    symbols = {str(scheme): str(value) for scheme, value in connection.execute(sql, {"id": source_id})}
    publisher = read_label(connection, publisher_id, lang) if publisher_id else None
    return CitedSource(
        id=source_id,
        type=str(type_),
        type_name=read_labels("sources.type", connection).get(type_, (str(type_), str(type_))),
        title=str(title),
        author=_read_author(connection, author_id, lang) if author_id else Author(publisher) if publisher else None,
        publisher=publisher,
        published=published,
        date_note=date_note,
        date_reason=reason,
        lang=str(tongue),
        lang_name=read_labels("languages", connection).get(tongue, (str(tongue), str(tongue))),
        url=url or symbols.get("url"),
        retrieved_on=read,
        file_name=file,
        sha256=sha256,
        symbol=next((symbols[scheme] for scheme in SYMBOLS if scheme in symbols), None),
        doi=symbols.get("doi"),
        note=note,
    )


def _read_author(connection: Connection, author_id: str, lang: str) -> Author:
    sql = "select family_name, given_name from speakers where id = :id"
    person = connection.execute(sql, {"id": author_id}).fetchone()
    name = read_label(connection, author_id, lang) or author_id
    return Author(name, str(person[0]), person[1]) if person else Author(name)
