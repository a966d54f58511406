"""What is probably wrong with the meaning of seed rows, where SQL cannot see it: language, reasons, copied words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from cyberdiplo.load.problems import Location, Problem, RowKey
from cyberdiplo.schema.model import seed_tables
from cyberdiplo.schema.vocabulary import label
from cyberdiplo.text.printed import words

if TYPE_CHECKING:
    from cyberdiplo.load.target import Target
    from cyberdiplo.proof.documents import Document
    from cyberdiplo.proof.verify import Checked, Report

Places = Mapping[RowKey, Location]

# Words that only one of the two languages has, and without which it says little.
_FRENCH = "le la les des du de et est que qui une aux dans pour par sur avec ses leur leurs ou l d au"
_ENGLISH = "the of and to is are was were that which with for by from its their has have it an at"
FRENCH, ENGLISH = frozenset(_FRENCH.split()), frozenset(_ENGLISH.split())
ENOUGH = 5  # words, below which a text may be a name that is the same in both
PROPER = ("name", "acronym", "place")  # a proper name may have one form only, whatever its language

COPIED = 6  # consecutive words of a document: more than two writers share by chance
NAMED = ("country", "organisation", "forum", "process", "meeting", "measure", "speaker", "source")
SUMMARIES = (("statements", ("summary_fr", "summary_en")), ("figures", ("label_fr", "label_en")))


def meaning(target: Target, places: Places) -> list[Problem]:
    """What can be seen without the documents."""
    return [*_wrong_language(target, places), *_cited_elsewhere(target, places)]


def _mistake(places: Places, table: str, key: Iterable[str], column: str, rule: str, said: str, hint: str) -> Problem:
    key = tuple(key)
    path, line = places.get((table, key), (Path(f"{table} {' '.join(key)}"), None))
    return Problem(path, line, column, rule, said, hint)


def _warning(problem: Problem) -> Problem:
    return replace(problem, level="warning")


def _wrong_language(target: Target, places: Places) -> Iterator[Problem]:
    """A French column in English, an English one in French, or both the same sentence."""
    hint = "give each language its own text."
    for table in seed_tables().values():
        pairs = [name[:-3] for name in table.header if name.endswith("_fr") and f"{name[:-3]}_en" in table.header]
        for pair in (pair for pair in pairs if pair not in PROPER):
            sql = f"select {', '.join(table.key)}, {pair}_fr, {pair}_en from {table.name} where {pair}_fr is not null"
            for *key, french, english in target.execute(sql):
                for lang, text in (("fr", french), ("en", english)):
                    other = "en" if lang == "fr" else "fr"
                    if text and language(text) == other:
                        said = f"the text is in {'English' if other == 'en' else 'French'}"
                        yield _mistake(places, table.name, key, f"{pair}_{lang}", "language", said, hint)
                        break
                else:
                    if french == english and len(words(french)) >= ENOUGH and language(french) is not None:
                        said = "the text is the same in both languages"
                        yield _mistake(places, table.name, key, f"{pair}_en", "language", said, hint)


def language(text: str) -> str | None:
    """``fr`` or ``en`` where a text is plainly one of them and not the other."""
    found = words(text)
    french, english = sum(word in FRENCH for word in found), sum(word in ENGLISH for word in found)
    if len(found) < ENOUGH or max(french, english) < 2 or min(french, english) > 0:
        return None
    return "fr" if french else "en"


def _cited_elsewhere(target: Target, places: Places) -> Iterator[Problem]:
    """A source's folder cites another source and does not say why."""
    key = seed_tables()["citations"].key
    columns = ", ".join(f"citations.{name}" for name in key)
    sql = (
        f"select {columns}, mine.folder from citations join loads mine on mine.id = citations.load_id"
        " join sources on sources.id = citations.source_id join loads theirs on theirs.id = sources.load_id"
        " where mine.folder like 'sources/%' and theirs.folder like 'sources/%' and theirs.id <> mine.id"
        " and citations.note is null"
    )
    for *found, own in target.execute(sql):
        said = f"{own} cites {found[key.index('source_id')]}, the source of another folder"
        hint = "put the row into that source's folder, or say the reason in note."
        made = _mistake(places, "citations", found, "source_id", "other-source", said, hint)
        yield _warning(made)


def unverified(report: Report, places: Places) -> list[Problem]:
    """The documents that are not there, and the citations that do not stand up to those that are."""
    return [
        *_absent(report, places),
        *(
            _mistake(
                places, "citations", one.key, "anchor" if one.anchor else "locator", "verify", _said(one), _hint(one)
            )
            for one in report.failures
        ),
    ]


def _absent(report: Report, places: Places) -> Iterator[Problem]:
    for source in report.sources:
        if source.document is None:
            said = f"the document is {label('verify.document', source.state, 'en')}"
            hint = "its SHA-256 tells; what it says was not checked."
            made = _mistake(places, "sources", (source.id,), "sha256", "document", said, hint)
            yield _warning(made) if source.state == "missing" else made


def _said(one: Checked) -> str:
    what = f"{one.anchor!r} at {one.locator!r}" if one.anchor else repr(one.locator)
    return f"{what} of {one.source}: {label('verify.result', one.result, 'en')}"


def _hint(one: Checked) -> str:
    return f"it is here: {one.stands}." if one.stands else "look it up in the document."


def copied(target: Target, documents: Mapping[str, Document], places: Places) -> Iterator[Problem]:
    """Summaries that repeat six or more consecutive words of a document that they cite, names not counted.

    The label of a figure names what is counted, so that a person must judge whether it could be said otherwise.
    """
    runs = {source: _runs(document) for source, document in documents.items()}
    known = _names(target)
    for table, columns in SUMMARIES:
        sql = (
            f"select distinct {table}.id, {', '.join(columns)}, source_id from {table}"
            f" join citations on citations.record_id = {table}.id order by {table}.id, source_id"
        )
        for record, *texts, source in target.execute(sql):
            for column, text in zip(columns, texts, strict=True):
                if source in runs and (found := repeated(text, runs[source], known)):
                    said = f"{found!r} is copied from {source}"
                    made = _mistake(places, table, (record,), column, "copied", said, "say it in your own words.")
                    yield made if column.startswith("summary") else _warning(made)


def repeated(text: str, runs: set[tuple[str, ...]], known: Mapping[str, list[list[str]]]) -> str:
    """The first run of words that the document has too, if six or more of them belong to no name."""
    said = words(text)
    named = _within_names(said, known)
    copied_from = [tuple(said[at : at + COPIED]) in runs for at in range(max(len(said) - COPIED + 1, 0))]
    at = 0
    for same, group in groupby(copied_from):
        length = len(list(group))
        span = range(at, at + length + COPIED - 1)
        if same and sum(place not in named for place in span) >= COPIED:
            return " ".join(said[place] for place in span)
        at += length
    return ""


def _within_names(said: list[str], known: Mapping[str, list[list[str]]]) -> set[int]:
    inside: set[int] = set()
    for at, word in enumerate(said):
        for name in known.get(word, ()):
            if said[at : at + len(name)] == name:
                inside.update(range(at, at + len(name)))
    return inside


def _runs(document: Document) -> set[tuple[str, ...]]:
    """Every six consecutive words of a document's passages."""
    found: set[tuple[str, ...]] = set()
    for place in document.places():
        said = words(document.passages[place])
        found |= {tuple(said[at : at + COPIED]) for at in range(len(said) - COPIED + 1)}
    return found


def _names(target: Target) -> dict[str, list[list[str]]]:
    """Every name of a thing or person, by its first word."""
    known: dict[str, list[list[str]]] = {}
    kinds = ", ".join(f"'{kind}'" for kind in NAMED)
    for (name,) in target.execute(f"select distinct name from all_names where kind in ({kinds})"):
        if said := words(re.sub(r"\([^)]*\)", "", name)):
            known.setdefault(said[0], []).append(said)
    return known
