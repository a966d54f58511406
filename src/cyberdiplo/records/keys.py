"""The short key by which a source is cited: author or publisher, year, first word, as in ``wto2023report``.

A key says nothing that the reader's language changes and stays as it is while the source does: a bibliography of today
and one of next year fit each other.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cyberdiplo.store.connection import Connection

# What a title begins with and no key does.
ARTICLES = {
    *("a", "an", "and", "of", "the", "s"),
    *("d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "un", "une"),
    *("as", "das", "del", "der", "die", "el", "las", "los", "o", "os", "una"),
}
SHORT_NAME = 3  # words; what is longer before a colon is a title's own
SOURCES = (
    "select sources.id, title, published, coalesce(author_id, publisher_id), family_name"
    " from sources left join speakers on speakers.id = author_id order by sources.id"
)


class Keyed(NamedTuple):
    """What a key is made from; ``body`` is the id of the author or publisher, ``family`` the name of a person."""

    id: str
    title: str
    published: str | None
    body: str | None
    family: str | None


def read_keys(connection: Connection) -> dict[str, str]:
    """The key of every source in the database."""
    return make_keys(read_keyed(connection))


def read_keyed(connection: Connection) -> list[Keyed]:
    """Every source as far as its key is made of it."""
    return [Keyed(*map(_text, row)) for row in connection.execute(SOURCES, {})]


def make_page_key(who: str, date: str | None, what: str) -> str:
    """The key of a page of a collection: whose it is, the day as far as it is known, where or on what."""
    return f"{_ascii(who)}{(date or '').replace('-', '')}{_ascii(what)}"


def _text(value: object) -> str:
    return str(value) if value is not None else ""


def make_keys(sources: list[Keyed]) -> dict[str, str]:
    """The keys of these sources, no two alike.

    Of several that would have the same, those with a number in the title take it; of what is still alike the first by
    id stays as it is, and the others get a letter.
    """
    plain = {source.id: _plain(source) for source in sources}
    shared = _repeated(plain.values())
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for source in sorted(sources):
        key = plain[source.id]
        if key in shared:
            key += "".join(re.findall(r"[0-9]+", source.title))
        keys[source.id] = make_free(key, taken)
        taken.add(keys[source.id])
    return keys


def _plain(source: Keyed) -> str:
    """The key but for what others have."""
    name, (before, after) = make_name(source), _split_title(source.title)
    words = [_ascii(word) for word in fold(after if before else source.title).split() if word not in ARTICLES]
    word = next((word for word in words if word and word != name), "")
    return f"{name}{(source.published or '')[:4]}{word}"


def make_name(source: Keyed) -> str:
    """Whose it is: a person, a body, else the name before a colon in the title, else the first word of its id."""
    name = source.family or "".join((source.body or "").split("-")[:SHORT_NAME]) or _split_title(source.title)[0]
    return _ascii(name) or _ascii(source.id.partition("-")[0])


def _split_title(title: str) -> tuple[str, str]:
    """A short name before a colon and what follows, as "Digital Watch: the Council meets"; else twice nothing."""
    before, _, after = title.partition(": ")
    return (before, after) if after and len(before.split()) <= SHORT_NAME else ("", "")


def _ascii(words: str) -> str:
    """As every program takes a key: small letters and digits, nothing between them."""
    return re.sub(r"[^a-z0-9]", "", fold(words))


def _repeated(values: Iterable[str]) -> set[str]:
    from collections import Counter

    return {value for value, count in Counter(values).items() if count > 1}


def make_free(key: str, taken: set[str]) -> str:
    """The key, with the first letters after it that make it one that is not taken."""
    from itertools import count

    if key not in taken:
        return key
    return next(longer for number in count(1) if (longer := key + _letters(number)) not in taken)


def _letters(number: int) -> str:
    """a, b, … z, aa, ab, …"""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
