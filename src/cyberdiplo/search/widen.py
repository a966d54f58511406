"""What else the words of a search may stand as: written together or apart, by a synonym, by the name of a country."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.schema.terms_of_art import ADJECTIVES, TERMS
from cyberdiplo.search.stems import find_keys
from cyberdiplo.search.terms import STOP, Term
from cyberdiplo.store.lists import bind
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.search.types import SearchEngine
    from cyberdiplo.store.connection import Connection

Words = tuple[str, ...]
LONGEST = 6  # words of a name of a country, without little ones
SHORTEST_PART = 4  # letters of the latter part of a word that may be written apart: e commerce
SHORTEST_WHOLE = 6
SHORTEST_NAME = 4  # letters of a name of a country by which it is looked for; codes are other words too


class Notion(NamedTuple):
    """Terms that mean the same: as they are written, and by their words that are not little."""

    phrases: list[Words]
    keys: list[Words]


@cache
def _read_lines() -> list[tuple[str, str]]:
    """The notions as they are written, each with all of its words as they are compared, a blank before each."""
    return [(f" {fold(line)}", line) for line in TERMS.replace(";\n ", ";").strip().splitlines()]


@cache
def _read_notion(line: str) -> Notion:
    phrases = [tuple(fold(term).split()) for term in line.split(";")]
    return Notion(phrases, [_drop_little(phrase) for phrase in phrases])


def _list_notions(beginning: str) -> list[Notion]:
    """Those with a word that begins so: to read them all takes longer than most searches."""
    return [_read_notion(line) for folded, line in _read_lines() if f" {beginning}" in folded]


def _drop_little(words: Words) -> Words:
    return tuple(word for word in words if word not in STOP and len(word) > 1) or words


@cache
def _read_adjectives() -> dict[str, str]:
    """The country that an adjective means."""
    lines = (line.partition(":") for line in ADJECTIVES.strip().splitlines())
    return {fold(adjective): country.strip() for words, _, country in lines for adjective in words.split(",")}


ENDINGS = ("", "s", "e", "es", "ne", "nes", "te", "tes")  # of an adjective: russes, chinoise, brésiliennes


def find_adjective(word: str) -> str:
    """The country of which a word is the adjective, in any of its forms; empty where it is none."""
    adjectives = _read_adjectives()
    forms = (word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending))
    return next((adjectives[form] for form in forms if form in adjectives), "")


def widen(connection: Connection, engine: SearchEngine, terms: Sequence[Term], typed: str) -> list[Term]:
    """The terms, each with what else it may stand as; two that are one word in the index are one term."""
    joined = _join_parts(engine, terms)
    others: list[list[Words]] = [_split_word(engine, term) for term in joined]
    names = _read_countries(connection, joined, typed)
    for start in range(len(joined)):
        for end in range(start + 1, min(start + LONGEST, len(joined)) + 1):
            run = joined[start:end]
            if not all(_may_be_other(term) for term in run):
                break
            for phrase in [*_find_synonyms(run), *names.get(_list_words(run), ())]:
                for index in range(start, end):
                    others[index].append(phrase)
    return [
        term._replace(others=tuple(dict.fromkeys(phrases))) if phrases else term
        for term, phrases in zip(joined, others, strict=True)
    ]


def _may_be_other(term: Term) -> bool:
    """Not what is only begun, not wanted, or in quotes."""
    return term.positive and not term.prefix and not term.quoted


def _join_parts(engine: SearchEngine, terms: Sequence[Term]) -> list[Term]:
    """The terms, two that follow one another as one where the index has them as one word: ``cyber security``."""
    left, joined = [*terms], []
    while left:
        term = left.pop(0)
        if left and _may_be_other(term) and _may_be_other(left[0]) and len(term.words) == len(left[0].words) == 1:
            whole = term.words[0] + left[0].words[0]
            if len(whole) >= SHORTEST_WHOLE and len(left[0].words[0]) >= SHORTEST_PART and engine.forms(whole):
                term = Term((*term.words, *left.pop(0).words))
        joined.append(term)
    return joined


def _split_word(engine: SearchEngine, term: Term) -> list[Words]:
    """The ways to write a word apart of which the index has both parts: ``cybersecurity`` is ``cyber-security``."""
    if len(term.words) > 1 or not _may_be_other(term) or len(term.words[0]) < SHORTEST_WHOLE:
        return []
    word = term.words[0]
    parts = [(word[:end], word[end:]) for end in range(1, len(word) - SHORTEST_PART + 1)]
    known = engine.known(sorted({part for pair in parts for part in pair}))
    return [(first, second) for first, second in parts if first in known and second in known]


def _list_words(run: Sequence[Term]) -> Words:
    return tuple(word for term in run for word in term.words)


def _find_synonyms(run: Sequence[Term]) -> list[Words]:
    """The other terms for the notion that these words are a term for."""
    words = _list_words(run)
    others: list[Words] = []
    for notion in _list_notions(words[0][:2]):
        if any(_is_term(words, key) for key in notion.keys):
            others += [
                phrase for phrase, key in zip(notion.phrases, notion.keys, strict=True) if not _is_term(words, key)
            ]
    return others


def _is_term(words: Words, key: Words) -> bool:
    """Whether the words are those of a term, in another form perhaps, together or apart."""
    if words[0][:2] != key[0][:2]:
        return False
    if len(words) == len(key):
        return all(map(_is_form, words, key))
    return (len(words) == 1 or len(key) == 1) and _is_form("".join(words), "".join(key))


def _is_form(word: str, other: str) -> bool:
    """Whether two words are forms of one; that is not asked of what begins otherwise, for stemming takes long.

    A word begins as its stem does, but for the last two letters of this.
    """
    if word == other:
        return True
    keys = find_keys(word)
    alike = word[:2] == other[:2] and any(other.startswith(stem[:-2]) for _, stem in keys)
    return alike and not keys.isdisjoint(find_keys(other))


def _read_countries(connection: Connection, terms: Sequence[Term], typed: str) -> dict[Words, list[Words]]:
    """The runs of words that name a country, or are its adjective or code, each with the country's names."""
    capitals = {fold(word) for word in typed.split() if word.isupper()}
    runs: dict[str, Words] = {}
    for start in range(len(terms)):
        for end in range(start + 1, min(start + LONGEST, len(terms)) + 1):
            words = _list_words(terms[start:end])
            if len("".join(words)) > 2 or words[0] in capitals:
                runs[" ".join(words)] = words
    if not runs:
        return {}
    countries = {word: country for word in runs if (country := find_adjective(word))}
    countries |= {word: word.upper() for word in runs if len(word) == 3 and word in capitals}  # an id
    values: dict[str, str] = {}
    listed = bind("norm", [*runs], values)
    named = f"select record_id from name_index where kind = 'country' and weak = 0 and norm in ({listed})"
    if not countries and connection.execute(f"{named} limit 1", values).fetchone() is None:
        return {}  # as mostly: below, every name is gone through, of which a large database has very many
    codes = bind("code", [*countries.values()] or [""], values)
    sql = (
        "select name_index.norm, other.record_id, other.norm from name_index as other left join name_index on"
        f" name_index.record_id = other.record_id and name_index.weak = 0 and name_index.norm in ({listed})"
        f" where other.kind = 'country' and other.weak = 0 and (other.record_id in ({named})"
        f" or other.record_id in ({codes}))"
    )
    names: dict[Words, list[Words]] = {}
    for norm, country, other in connection.execute(sql, values):
        meant = [runs[norm]] if norm else []
        meant += [runs[word] for word, code in countries.items() if code == country]
        for words in meant:
            if len(other) >= SHORTEST_NAME and other != " ".join(words):
                names.setdefault(words, []).append(tuple(other.split()))
    return names
