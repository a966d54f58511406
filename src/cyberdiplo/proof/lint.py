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
from cyberdiplo.text.printed import split_words

if TYPE_CHECKING:
    from cyberdiplo.documents.index import Places
    from cyberdiplo.documents.passages import Document
    from cyberdiplo.load.target import Target
    from cyberdiplo.proof.added import CanExecute
    from cyberdiplo.proof.verify import CheckedCitation, Report

Locations = Mapping[RowKey, Location]

# Words that only one of the two languages has, and without which it says little.
_FRENCH = "le la les des du de et est que qui une aux dans pour par sur avec ses leur leurs ou l d au"
_ENGLISH = "the of and to is are was were that which with for by from its their has have it an at"
FRENCH, ENGLISH = frozenset(_FRENCH.split()), frozenset(_ENGLISH.split())
ENOUGH = 5  # words, below which a text may be a name that is the same in both
PROPER = ("name", "acronym", "place")  # a proper name may have one form only, whatever its language

COPIED = 6  # consecutive words of a document: more than two writers share by chance
NAMED = ("country", "organisation", "forum", "process", "meeting", "measure", "speaker", "source")
SUMMARIES = (("statements", ("summary_fr", "summary_en")), ("figures", ("label_fr", "label_en")))


def check_meaning(target: Target, locations: Locations) -> list[Problem]:
    """What can be seen without the documents, of the rows that have a location."""
    return [*_find_wrong_language(target, locations), *_find_cited_elsewhere(target, locations)]


def make_problem(
    locations: Locations, table: str, key: Iterable[str], column: str, rule: str, message: str, hint: str
) -> Problem:
    """A problem of a row, where the row stands."""
    key = tuple(key)
    path, line = locations.get((table, key), (Path(f"{table} {' '.join(key)}"), None))
    return Problem(path, line, column, rule, message, hint)


def as_warning(problem: Problem) -> Problem:
    """The same, told and not held against the file."""
    return replace(problem, level="warning")


def _find_wrong_language(target: Target, locations: Locations) -> Iterator[Problem]:
    """A French column in English, an English one in French, or both the same sentence."""
    hint = "give each language its own text."
    for table in seed_tables().values():
        pairs = [name[:-3] for name in table.header if name.endswith("_fr") and f"{name[:-3]}_en" in table.header]
        for pair in (pair for pair in pairs if pair not in PROPER):
            sql = f"select {', '.join(table.key)}, {pair}_fr, {pair}_en from {table.name} where {pair}_fr is not null"
            for *key, french, english in target.execute(sql):
                if (table.name, tuple(key)) not in locations:
                    continue
                for lang, text in (("fr", french), ("en", english)):
                    other = "en" if lang == "fr" else "fr"
                    if text and guess_language(text) == other:
                        message = f"the text is in {'English' if other == 'en' else 'French'}"
                        yield make_problem(locations, table.name, key, f"{pair}_{lang}", "language", message, hint)
                        break
                else:
                    if french == english and len(split_words(french)) >= ENOUGH and guess_language(french) is not None:
                        message = "the text is the same in both languages"
                        yield make_problem(locations, table.name, key, f"{pair}_en", "language", message, hint)


def guess_language(text: str) -> str | None:
    """``fr`` or ``en`` where a text is plainly one of them and not the other."""
    spoken = split_words(text)
    french, english = sum(word in FRENCH for word in spoken), sum(word in ENGLISH for word in spoken)
    if len(spoken) < ENOUGH or max(french, english) < 2 or min(french, english) > 0:
        return None
    return "fr" if french else "en"


def _find_cited_elsewhere(target: Target, locations: Locations) -> Iterator[Problem]:
    """A source's folder cites another source and does not say why."""
    key = seed_tables()["citations"].key
    columns = ", ".join(f"citations.{name}" for name in key)
    sql = (
        f"select {columns}, mine.folder from citations join loads mine on mine.id = citations.load_id"
        " join sources on sources.id = citations.source_id join loads theirs on theirs.id = sources.load_id"
        " where mine.folder like 'sources/%' and theirs.folder like 'sources/%' and theirs.id <> mine.id"
        " and citations.note is null"
    )
    for *citation, folder in target.execute(sql):
        if ("citations", tuple(citation)) not in locations:
            continue
        message = f"{folder} cites {citation[key.index('source_id')]}, the source of another folder"
        hint = "put the row into that source's folder, or say the reason in note."
        problem = make_problem(locations, "citations", citation, "source_id", "other-source", message, hint)
        yield as_warning(problem)


def find_unverified(report: Report, locations: Locations) -> list[Problem]:
    """The documents that are not there, and the citations that do not stand up to those that are."""
    return [
        *_find_absent(report, locations),
        *(
            make_problem(
                locations,
                citation.table,
                citation.key,
                "anchor" if citation.anchor else "locator",
                "verify",
                _describe(citation),
                _hint(citation),
            )
            for citation in report.failures
        ),
    ]


def _find_absent(report: Report, locations: Locations) -> Iterator[Problem]:
    for source in report.sources:
        if source.document is None:
            message = f"the document is {label('verify.document', source.state, 'en')}"
            hint = "its SHA-256 tells; what it says was not checked."
            problem = make_problem(locations, "sources", (source.id,), "sha256", "document", message, hint)
            yield as_warning(problem) if source.state == "missing" else problem


def _describe(citation: CheckedCitation) -> str:
    what = f"{citation.anchor!r} at {citation.locator!r}" if citation.anchor else repr(citation.locator)
    return f"{what} of {citation.source}: {label('verify.result', citation.result, 'en')}"


def _hint(citation: CheckedCitation) -> str:
    return f"it is here: {citation.stands}." if citation.stands else "look it up in the document."


def find_copied(target: Target, documents: Mapping[str, Places], locations: Locations) -> Iterator[Problem]:
    """Summaries that repeat six or more consecutive words of a document that they cite, names and terms not counted.

    The label of a figure names what is counted, so that a person must judge whether it could be said otherwise.
    """
    runs = {source: collect_runs(document) for source, document in documents.items()}
    known = read_names(target)
    for table, columns in SUMMARIES:
        sql = (
            f"select distinct {table}.id, {', '.join(columns)}, source_id from {table}"
            f" join citations on citations.record_id = {table}.id order by {table}.id, source_id"
        )
        for record, *texts, source in target.execute(sql):
            for column, text in zip(columns, texts, strict=True):
                if source in runs and (run := find_repeated(text, runs[source], known)):
                    message = f"{run!r} is copied from {source}"
                    problem = make_problem(
                        locations, table, (record,), column, "copied", message, "say it in your own words."
                    )
                    yield problem if column.startswith("summary") else as_warning(problem)


def find_repeated(text: str, runs: set[tuple[str, ...]], known: Mapping[str, list[list[str]]]) -> str:
    """The first run of words that the document has too, if six or more of them belong to no name."""
    spoken = split_words(text)
    named = _find_names(spoken, known) | _find_names(split_words(text, cased=True), known)
    copied_from = [tuple(spoken[at : at + COPIED]) in runs for at in range(max(len(spoken) - COPIED + 1, 0))]
    at = 0
    for same, group in groupby(copied_from):
        length = len(list(group))
        span = range(at, at + length + COPIED - 1)
        if same and sum(index not in named for index in span) >= COPIED:
            return " ".join(spoken[index] for index in span)
        at += length
    return ""


def _find_names(spoken: list[str], known: Mapping[str, list[list[str]]]) -> set[int]:
    inside: set[int] = set()
    for at, word in enumerate(spoken):
        for name in known.get(word, ()):
            if spoken[at : at + len(name)] == name:
                inside.update(range(at, at + len(name)))
    return inside


def collect_runs(document: Places | Document) -> set[tuple[str, ...]]:
    """Every six consecutive words of a document's passages."""
    runs: set[tuple[str, ...]] = set()
    for passage in document.passages:
        spoken = split_words(passage.text)
        runs |= {tuple(spoken[at : at + COPIED]) for at in range(len(spoken) - COPIED + 1)}
    return runs


def read_names(target: CanExecute) -> dict[str, list[list[str]]]:
    """Every name of a thing or person, and every term of art (names of type ``term``), by its first word.

    They are without case, but for an acronym of one word: UN is a name, the French article is not.
    """
    known: dict[str, list[list[str]]] = {}
    kinds = ", ".join(f"'{kind}'" for kind in NAMED)
    for (name,) in target.execute(f"select distinct name from all_names where kind in ({kinds}) or type = 'term'"):
        bare = re.sub(r"\([^)]*\)", "", name).strip()
        if name_words := split_words(bare, cased=bare.isalpha() and bare.isupper()):
            known.setdefault(name_words[0], []).append(name_words)
    return known
