"""The forms of words in which people ask what a list of ours answers: rows of ``questions/asked.csv``.

A row has the words that must be there, in their order, the question that answers, and what must be named for it. Of
several sorts of words for one thing (``@who``), ``questions/asked_words.csv`` has the list. Words are written as they
are compared, without accents; ``a|b`` is either, ``vot*`` any that begins so, ``in_force`` two that follow one
another; what ends with a question mark may be there.
"""

from __future__ import annotations

import csv
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.questions.question import QUESTIONS
from cyberdiplo.search.terms import ASKING, STOP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class WordSet(NamedTuple):
    """Words of which one must be there: single ones, beginnings, and some that follow one another."""

    single: frozenset[str]
    begun: tuple[str, ...]
    runs: tuple[tuple[str, ...], ...]

    def find_end(self, words: Sequence[str], start: int) -> int:
        """Where the first of them ends, at or after a place; -1 where none is there."""
        for index in range(start, len(words)):
            word = words[index]
            for run in self.runs:
                if run[0] == word and tuple(words[index : index + len(run)]) == run:
                    return index + len(run)
            if word in self.single or word.startswith(self.begun):
                return index + 1
        return -1

    def find_length(self, words: Sequence[str], end: int) -> int:
        """How many words one of them has that ends at a place."""
        return max((len(run) for run in self.runs if tuple(words[max(0, end - len(run)) : end]) == run), default=1)


class Form(NamedTuple):
    """A way to ask: its words, the question that answers, for which named records, with which other values."""

    asked: str  # forms of one name are tried in turn, until one has an answer
    words: tuple[WordSet, ...]
    also: tuple[WordSet, ...]  # words that may be there too
    without: tuple[WordSet, ...]
    question: str
    needs: tuple[tuple[str, ...], ...]  # parameters: of each group one must be there
    may: tuple[str, ...]  # those that may be there too
    wishes: tuple[tuple[str, str], ...]
    takes: str
    example: str

    def fits(self, words: Sequence[str]) -> bool:
        """Whether the words of a question have this form."""
        end = 0
        for word_set in self.words:
            end = word_set.find_end(words, end)
            if end < 0:
                return False
        return all(unwanted.find_end(words, 0) < 0 for unwanted in self.without)

    def list_left(self, words: Sequence[str]) -> list[str]:
        """The words that are none of this form, nor of the frame of a question: what else it asks for."""
        taken: set[int] = set()
        voting = [read_words("@against|@favour|@oppose")] if ("vote", "?") in self.wishes else []
        for word_set in (*self.words, *self.also, *voting, read_words("@frame")):
            start = 0
            while (end := word_set.find_end(words, start)) > 0:
                taken |= {*range(end - word_set.find_length(words, end), end)}
                start = end
        return [word for index, word in enumerate(words) if index not in taken and word not in STOP | ASKING]


def _read_rows(name: str) -> list[list[str]]:
    with (QUESTIONS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [*islice(csv.reader(file), 1, None)]


def _make_set(alternatives: Sequence[str]) -> WordSet:
    single = frozenset(word for word in alternatives if not word.endswith("*") and "_" not in word)
    begun = tuple(word[:-1] for word in alternatives if word.endswith("*"))
    runs = tuple(tuple(word.split("_")) for word in alternatives if "_" in word)
    return WordSet(single, begun, runs)


@cache
def _list_words() -> dict[str, list[str]]:
    return {name: words.split() for name, words in _read_rows("asked_words")}


@cache
def read_words(item: str) -> WordSet:
    """The words that an item of a form wants: ``@who``, ``pour|for``."""
    listed: list[str] = []
    for word in item.split("|"):
        listed += _list_words()[word[1:]] if word.startswith("@") else [word]
    return _make_set(listed)


@cache
def read_forms() -> tuple[Form, ...]:
    """Every form, in the order in which they are tried."""
    forms = []
    for asked, words, without, question, needs, wishes, takes, example in _read_rows("asked"):
        groups, items = needs.split(), words.split()
        forms.append(
            Form(
                asked,
                tuple(read_words(item) for item in items if item[-1] != "?"),
                tuple(read_words(item[:-1]) for item in items if item[-1] == "?"),
                tuple(map(read_words, without.split())),
                question,
                tuple(tuple(group.split("|")) for group in groups if "?" not in group),
                tuple(name.rstrip("?") for group in groups if "?" in group for name in group.split("|")),
                tuple((name, value) for name, _, value in (wish.partition("=") for wish in wishes.split())),
                takes,
                example,
            )
        )
    return tuple(forms)


def find_forms(words: Sequence[str]) -> Iterator[Form]:
    """The forms that the words of a question have."""
    return (form for form in read_forms() if form.fits(words))
