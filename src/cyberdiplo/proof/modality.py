"""Whether a row says as strongly what its source says: should, must, need or may, and which step of a measure.

A modal verb is weighed by what it may mean, so that two texts are at odds only where no reading of the one fits the
other: French ``doit`` is must or need, English ``shall`` of a treaty may grant a right as well as lay down a duty,
``may not`` forbids. Words that tell a need without a modal verb (``besoin``, ``required``) convict nobody, but excuse.
An anchor is eight words and a summary may have several sentences: where both verbs stand in it, a person has to read.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from cyberdiplo.proof.lint import as_warning, make_problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.load.problems import Problem
    from cyberdiplo.load.target import Target
    from cyberdiplo.proof.lint import Locations

LANGUAGES = {"en": "summary_en", "fr": "summary_fr"}
SURE = frozenset({"should", "must"})  # the pair that is never one in the two languages
WORDS = {"should": "should (devrait)", "must": "must (doit)", "need": "need to", "may": "may (peut)"}

# In order: a word that one pattern has read is not read again. "May" with a capital is a month.
MODALS = {
    "en": (
        (r"\b(?:may|might|can|could) not\b|\bcannot\b", "may must"),
        (r"\b(?:may|might|can|could)\b", "may"),
        (r"(?i:\b(?:should|ought to)\b)", "should"),
        (r"(?i:\bmust\b)", "must"),
        (r"(?i:\bshall\b)", "may must"),
        (r"\b(?:has|have|had) to\b", "must need"),
        (r"(?<!\bthe )(?<!\ba )(?<!\bno )(?<!\burgent )\bneeds? to\b", "need"),
    ),
    "fr": (
        (r"\bn(?:e |['’])(?:peut|peuvent|pourra|pourront|pourrait|pourraient)\b", "may must"),
        (r"\b(?:peut(?!-)|peuvent|pouvait|pouvaient|pourra|pourront|pourrait|pourraient)\b", "may"),
        (r"\b(?:devrait|devraient|faudrait)\b", "should"),
        (r"\b(?:devait|devaient)\b", "must need should"),
        (r"\b(?:doit|doivent|devra|devront|faut|faudra)\b", "must need"),
    ),
}
EXCUSES = {
    "en": (
        (r"(?i:\b(?:needs?|needed|necessary|required?|requires)\b)", "need"),
        (r"\bable to\b", "may"),
    ),
    "fr": (
        (r"\b(?:puisse|puissent|pouvoir)\b", "may"),
        (r"\b(?:besoins?|nécessaires?|nécessité|urgent|exige|exigent)\b", "need"),
        (r"\bconvien(?:t|dra|drait)\b", "should"),
    ),
}

# A step that a note names, in either language; what is to come, or is denied, is no step of that day.
STEPS = {
    "assented": r"\bpromulgat|\bassent|\bpromulgu|\bsanction royale",
    "entered_into_force": r"\bin force\b|\bent(?:ry|ers?|ered) into force\b|\ben vigueur\b",
}
NOT_YET = re.compile(r"\b(?:not?|never|whether|without|to be|to come|to enter|pas|ni|sans|si|à venir|entrera)\b", re.I)


def check_modality(target: Target, locations: Locations) -> list[Problem]:
    """What can be seen without the documents, of the rows that have a location.

    Anchors beside summaries, both languages, notes beside steps.
    """
    return [
        *_find_other_modal(target, locations),
        *_find_unequal_languages(target, locations),
        *_find_other_step(target, locations),
    ]


def read_modals(text: str, lang: str) -> frozenset[str]:
    """What the modal verbs of a text may mean: of should, must, need and may."""
    return _read(text, MODALS[lang])


def differ(first: tuple[str, str], second: tuple[str, str]) -> bool:
    """Whether two texts, each with its language, both have modal verbs, and none that may mean the same."""
    one_side, other_side = read_modals(*first), read_modals(*second)
    if not one_side or not other_side:
        return False
    return not (one_side | _read(first[0], EXCUSES[first[1]])) & (other_side | _read(second[0], EXCUSES[second[1]]))


def _has_should(first: tuple[str, str], second: tuple[str, str]) -> bool:
    """Whether the first text surely says should, and the second has modal verbs, none of which may mean that."""
    (text, lang), modals = first, read_modals(*second)
    surely = _read(text, tuple(entry for entry in MODALS[lang] if entry[1] == "should"))
    return bool(surely and modals) and not surely & (modals | _read(second[0], EXCUSES[second[1]]))


def _read(text: str, patterns: tuple[tuple[str, str], ...]) -> frozenset[str]:
    meanings: set[str] = set()
    for pattern, meaning in patterns:
        text, count = re.subn(pattern, "·", text)
        if count:
            meanings.update(meaning.split())
    return frozenset(meanings)


def _find_other_modal(target: Target, locations: Locations) -> Iterator[Problem]:
    """The anchors of a statement say should, and its summary must or may; or the other way about.

    Anchors in both languages are weighed together: the French of a resolution has ``doivent`` where its English has
    should. That should and must are taken for each other is an error, whatever has may or need in it a warning.
    """
    sql = (
        "select statements.id, summary_en, summary_fr, anchor, lang from statements"
        " join citations on citations.record_id = statements.id and citations.field = ''"
        " join sources on sources.id = citations.source_id"
        " where anchor is not null and anchor <> '' and support <> 'contradicts' and lang in ('en', 'fr')"
        " order by statements.id, source_id, locator, anchor"
    )
    for record, rows in groupby(target.execute(sql), itemgetter(0)):
        if ("statements", (record,)) not in locations:
            continue
        cited = list(rows)
        anchors = [(anchor, lang) for *_, anchor, lang in cited]
        said_there = frozenset[str]().union(*(read_modals(*anchor) for anchor in anchors))
        for (lang, column), summary in zip(LANGUAGES.items(), cited[0][1:3], strict=True):
            said_here = read_modals(summary, lang)
            if (
                said_there
                and said_here
                and all(differ(anchor, (summary, lang)) or not read_modals(*anchor) for anchor in anchors)
            ):
                message = f"the summary has {_name(said_here)}, where the anchor has {_name(said_there)}"
                hint = "say it as strongly as the source, or take an anchor that has the verb of the summary."
                problem = make_problem(locations, "statements", (record,), column, "modal-of-anchor", message, hint)
                yield problem if _is_sure(said_here, said_there) else as_warning(problem)


def _find_unequal_languages(target: Target, locations: Locations) -> Iterator[Problem]:
    """One summary says should where the other says must, or may: each has a modal verb, and not the same."""
    hint = "make both as strong as the source is."
    for record, english, french in target.execute("select id, summary_en, summary_fr from statements order by id"):
        if ("statements", (record,)) not in locations:
            continue
        texts = (english, "en"), (french, "fr")
        if differ(*texts) or _has_should(*texts) or _has_should(*reversed(texts)):
            message = f"the English has {_name(read_modals(*texts[0]))}, the French {_name(read_modals(*texts[1]))}"
            problem = make_problem(
                locations, "statements", (record,), "summary_en", "modal-of-languages", message, hint
            )
            yield as_warning(problem)


def _find_other_step(target: Target, locations: Locations) -> Iterator[Problem]:
    """The note of a citation names a step that the event is not, and still the source is said to state the event."""
    columns = "record_id, field, source_id, locator, anchor"
    sql = (
        f"select {columns}, note, type from citations join measure_events on measure_events.id = record_id"
        f" where support = 'states' and note is not null and note <> '' order by {columns}"
    )
    hint = "give the step the kind that its page names, or say by support implies that the kind was concluded."
    for *key, note, step in target.execute(sql):
        named = _read_steps(note) if ("citations", tuple(key)) in locations else set()
        if named and step not in named:
            message = f"the note says {' and '.join(sorted(named))}, and the step is {step}"
            yield as_warning(make_problem(locations, "citations", key, "support", "step-of-note", message, hint))


def _read_steps(note: str) -> set[str]:
    clauses = [clause for clause in re.split(r"[.;]\s", note) if not NOT_YET.search(clause)]
    return {step for step, pattern in STEPS.items() if any(re.search(pattern, clause, re.I) for clause in clauses)}


def _is_sure(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether the one is should and the other must, without a word that is weaker or has several meanings."""
    return "may" not in first | second and bool(SURE & first) and bool(SURE & second)


def _name(meanings: frozenset[str]) -> str:
    return " or ".join(words for meaning, words in WORDS.items() if meaning in meanings)
