"""What was typed with words, or as a name, that stand nowhere: what was probably meant, and that it is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.messages import tr
from cyberdiplo.questions.names import find_only_near
from cyberdiplo.schema.nouns import NOUNS
from cyberdiplo.schema.search_tables import KINDS
from cyberdiplo.search.types import EXACT, Hit
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.search.terms import Term
    from cyberdiplo.search.types import Filters, SearchEngine
    from cyberdiplo.store.connection import Connection

PROPER = {noun.kind for noun in NOUNS if noun.search and noun.search.proper}  # every name has a capital


def find_only_name(
    connection: Connection, engine: SearchEngine, typed: str, filters: Filters, lang: str
) -> tuple[list[Hit], list[str]]:
    """The only record whose name what was typed nearly is (ledrian), and what to say of it."""
    near = find_only_near(connection, typed, filters.kinds or KINDS)
    if near is None or (filters.forums is not None and not engine.in_forum([near.id], filters.forums)):
        return [], []
    guess = tr("{word!r} was not found; searched for {meant} instead", lang, word=typed, meant=near.name)
    return [Hit(near.id, near.kind, EXACT)], [guess]


def correct(engine: SearchEngine, wished: Sequence[Term], lang: str, typed: str) -> tuple[str, list[str]]:
    """What was typed with the nearest word for each that stands nowhere, and what to say of it.

    Empty where one of them has none.
    """
    instead: dict[str, str] = {}
    notices, hopeless = [], False
    for word in dict.fromkeys(word for term in wished if term.positive and not term.prefix for word in term.words):
        if not engine.forms(word):
            near = list(engine.near(word))
            hopeless = hopeless or not near
            if near:
                instead[word] = meant = _restore_accents(engine, near[0])
                notices.append(tr("{word!r} was not found; searched for {meant} instead", lang, word=word, meant=meant))
            else:
                notices.append(tr("{word!r} was not found", lang, word=word))
    if hopeless or not instead:
        return "", notices
    parts = (instead.get(fold(part), part) for part in re.split(r"(\W+)", typed))
    corrected = "".join(parts)
    return ("" if corrected == typed else corrected), notices


def _restore_accents(engine: SearchEngine, word: str) -> str:
    """A word of the index with its accents, which the index has not: as a record that has it writes it."""
    hit = engine.with_word(word)
    texts = engine.texts([hit]).get(hit.id) if hit else None
    if hit is None or texts is None:
        return word
    for text in (texts.names, texts.text_fr, texts.text_en, texts.also):
        spelling: str
        for spelling in re.findall(r"\w+", text):
            if fold(spelling) == word:
                return spelling if spelling.isupper() or hit.kind in PROPER else spelling.lower()
    return word
