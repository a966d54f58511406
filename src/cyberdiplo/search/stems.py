"""Which words are forms of one word, in French and in English, by the Snowball stemmers."""

from __future__ import annotations

import importlib
import importlib.util
import re
import sys
import types
from functools import cache
from typing import Any

from cyberdiplo.search.endings import ENDINGS
from cyberdiplo.text.names import fold

SHORTEST = 3  # letters; shorter words have no other forms
LONGEST_ENDING = 9  # letters that a form may have more than another
# The words come without accents, but the French stemmer goes by them: notifie may be notifié, and is tried as both.
ACCENTED = re.compile(r"e(e?s?)$")
# Verbs as they stand in French: ils coûtent, which the stemmer leaves as it is.
PLURAL = re.compile(r"(?<=\w{4})(?<!m)(?<!nn)ent$")
# English is written in two ways: localization and localisation, behavior and behaviour are one.
BRITISH = (
    (re.compile(r"iz(e|es|ed|er|ers|ing|ation|ations)$"), r"is\1"),
    (re.compile(r"our(s|al|able|ed|ing)?$"), r"or\1"),
)

# Words that have a stem of another word by chance: whatever begins so is a word of its own.
APART = (
    *("parlement", "parliament", "statement", "departement", "department", "chiffrement", "importan", "responsab"),
    *("according", "commandement", "evenement", "particulier", "notamment", "egalement", "jamais", "actuel"),
    *(
        "organisme",
        "designat",
        "conferenc",
        "communicat",
        "communiqu",
        "commission",
        "regulier",
        "supplier",
        "supplies",
    ),
)
# Words, or names, that a stemmer of the other language takes for a form: data is none of date, Costa none of cost.
WHOLE = frozenset(
    (
        *("data", "costa", "copia", "cisa", "commit", "complement", "convenir", "counter", "deposit", "george", "goa"),
        *("letter", "linda", "liberia", "marina", "meti", "mina", "never", "nevis", "para", "peter", "puna", "seria"),
        *("tunez", "unidas", "unidir", "verdier", "via", "visa", "francis"),
    )
)

StemKey = tuple[str, str]  # a language and a stem in it


@cache
def _open_stemmer(language: str) -> Any:
    """A stemmer; the package itself imports forty languages, which takes longer than a search."""
    name = "_cyberdiplo_snowball"
    if name not in sys.modules and (spec := importlib.util.find_spec("snowballstemmer")):
        package = types.ModuleType(name)
        package.__path__ = list(spec.submodule_search_locations or ())
        sys.modules[name] = package
    try:
        module = importlib.import_module(f"{name}.{language}_stemmer")
        return getattr(module, f"{language.capitalize()}Stemmer")()
    except (ImportError, AttributeError):  # another release may be laid out otherwise
        return importlib.import_module("snowballstemmer").stemmer(language)


@cache
def find_keys(word: str) -> frozenset[StemKey]:
    """What the word's forms have in common; two words are forms of one where they share a key."""
    if len(word) < SHORTEST or not word.isalpha():
        return frozenset()
    if apart := next((beginning for beginning in APART if word.startswith(beginning)), ""):
        return frozenset({("", apart)})
    if (alone := word.removesuffix("s")) in WHOLE:
        return frozenset({("", alone)})
    english = word
    for pattern, one_way in BRITISH:
        english = pattern.sub(one_way, english)
    stems = {("french", _stem_french(word)), ("english", _open_stemmer("english").stemWord(english))}
    if ACCENTED.search(word):
        stems.add(("french", _stem_french(ACCENTED.sub(r"é\1", word))))
    if PLURAL.search(word):
        stems.add(("french", _stem_french(PLURAL.sub("er", word))))
    return frozenset((language, stem) for language, stem in stems if len(stem) >= 2)


def is_form(norm: str, word: str) -> bool:
    """Whether the index's word is a form of the word; a much longer one is another word by chance."""
    if norm == word:
        return True
    if len(norm) > len(word) + LONGEST_ENDING or not end_alike(norm, word):
        return False
    return not find_keys(word).isdisjoint(find_keys(norm))


def end_alike(norm: str, word: str) -> bool:
    """Whether two words end as forms of one word may; most words that begin alike do not, and are not stemmed."""
    same = 0
    for letter, other in zip(norm, word, strict=False):
        if letter != other:
            break
        same += 1
    return norm[same:] in ENDINGS and word[same:] in ENDINGS


def _stem_french(word: str) -> str:
    """The French stem; notifi- and notif- are one, for notifier, notification and the accents that are lost."""
    stem = fold(_open_stemmer("french").stemWord(word))
    return stem.removesuffix("i") if len(stem) > 4 else stem


def find_beginnings(word: str) -> list[str]:
    """Beginnings of which one is that of every form of the word; an ending may change two letters of a stem."""
    shortened = sorted({stem[: max(SHORTEST, len(stem) - 2)] for _, stem in find_keys(word)}, key=len)
    return [
        beginning
        for i, beginning in enumerate(shortened)
        if not any(beginning.startswith(shorter) for shorter in shortened[:i])
    ]
