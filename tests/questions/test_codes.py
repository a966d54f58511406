"""Values of a vocabulary as people write them: by code, label or synonym, with or without accents, in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import BadUsage
from cyberdiplo.questions.codes import find_codes, resolve_code
from cyberdiplo.schema.vocabulary import DOMAINS
from cyberdiplo.store.words import read_vocabulary
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from tests.conftest import Run

EVERY = [(domain, one) for domain in sorted(DOMAINS) for one in read_vocabulary(domain)]
# Two codes of a vocabulary that have one label: the first of them is meant.
SAME = {("measure_events.type", "reviewed")}


@pytest.mark.parametrize(("domain", "one"), EVERY)
def test_a_code_is_known_by_all_that_it_is_called(domain: str, one: str) -> None:
    words = read_vocabulary(domain)
    for name in (one, *words[one].names):
        if fold(name):
            for written in (name, name.upper(), fold(name), f" {name} "):
                assert find_codes(words, written) == [one], written


def test_a_synonym_means_one_code_of_its_vocabulary() -> None:
    for domain in DOMAINS:
        words = read_vocabulary(domain)
        called = [fold(name) for one in words for name in {*map(fold, words[one].names), fold(one)}]
        if any(one[0] == domain for one in SAME):
            continue
        assert len(called) == len(set(called)), [name for name in called if called.count(name) > 1]


@pytest.mark.parametrize(
    ("domain", "written", "right"),
    [
        ("votes.vote", "oui", "yes"),
        ("votes.vote", "non", "no"),
        ("votes.vote", "abstention", "abstain"),
        ("votes.vote", "abstentions", "abstain"),
        ("votes.vote", "abst", "abstain"),
        ("votes.vote", "absent", "absent"),
        ("participations.capacity", "privé", "private_sector"),
        ("participations.capacity", "prive", "private_sector"),
        ("participations.capacity", "Privée", "private_sector"),
        ("participations.capacity", "private", "private_sector"),
        ("participations.capacity", "normalisation", "standards_body"),
        ("participations.capacity", "civile", "civil_society"),
        ("measures.type", "résolutions", "resolution"),
        ("measures.type", "règlements", "regulation"),
        ("measures.status", "adoptée", "adopted"),
        ("measures.status", "vigueur", "in_force"),
        ("processes.status", "terminés", "concluded"),
    ],
)
def test_a_short_form_plural_or_feminine_is_enough(domain: str, written: str, right: str) -> None:
    assert resolve_code(read_vocabulary(domain), written, what="it") == right


def test_a_word_that_fits_several_says_which() -> None:
    with pytest.raises(BadUsage, match="fits several values of type") as told:
        resolve_code(read_vocabulary("measures.type"), "norme", what="type")
    assert "norm (norme de comportement / norm of behaviour)" in told.value.hint
    assert "standard (norme technique" in told.value.hint


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("ouii", "did you mean yes?"),
        ("abstnetion", "did you mean abstain or absent?"),
        ("zzz", "one of: yes, no, abstain"),
    ],
)
def test_what_is_unknown_is_told_with_what_is_near(written: str, hint: str) -> None:
    with pytest.raises(BadUsage, match="is not a known vote") as told:
        resolve_code(read_vocabulary("votes.vote"), written, what="vote")
    assert hint in told.value.hint


@pytest.mark.parametrize(
    ("words", "same"),
    [
        (("votes", "--vote", "oui"), ("votes", "--vote", "yes")),
        (("votes", "--vote", "Non"), ("votes", "--vote", "no")),
        (("speakers", "--capacity", "privé"), ("speakers", "--capacity", "private_sector")),
        (("speakers", "--role", "tous"), ("speakers", "--role", "any")),
        (("query", "run", "changed-position", "--before", "abstention"),
         ("query", "run", "changed-position", "--before", "abstain")),
    ],
)  # fmt: skip
def test_an_option_takes_the_words_of_both_languages(
    cyberdiplo: Run, words: tuple[str, ...], same: tuple[str, ...]
) -> None:
    done, other = cyberdiplo(*words, "-f", "csv"), cyberdiplo(*same, "-f", "csv")
    assert done.returncode == 0, done.stderr
    assert done.stdout == other.stdout
    assert len(done.stdout.splitlines()) > 1
