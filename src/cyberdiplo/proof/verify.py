"""Every citation against the documents themselves: is the place there, does the anchor stand in it, once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from cyberdiplo import settings
from cyberdiplo.errors import BadUsage
from cyberdiplo.load import rules
from cyberdiplo.load.files import SHIPPED, Folder, find as find_folders
from cyberdiplo.proof import documents
from cyberdiplo.store import inputs
from cyberdiplo.text.names import fold
from cyberdiplo.text.printed import normalise, occurrences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from cyberdiplo.proof.documents import Document

FINE = ("found", "place")
LARGEST = 50_000_000  # bytes; a larger file is no text that was read
NOWHERE = "-"
CitationPlaces = dict[tuple[str, ...], str]  # ``Checked.key`` -> its file and line, as a person reads them


class Rows(Protocol):
    """What is asked of a database here."""

    def execute(self, sql: str, parameters: dict[str, Any] = ..., /) -> Iterable[Sequence[Any]]:
        """Run a statement with ``:name`` parameters."""


@dataclass(frozen=True)
class Source:
    """A source document and its file: ``state`` is a code of "verify.document"."""

    id: str
    file_name: str
    state: str
    path: Path | None = None
    document: Document | None = None


class Verdict(NamedTuple):
    """What became of one citation: ``result`` is a code of "verify.result"."""

    result: str
    stands: str = ""  # where the anchor is instead, or beside whom the footnote's mark is


@dataclass(frozen=True)
class Checked:
    """One citation that was checked: ``result`` is a code of "verify.result"."""

    record: str
    kind: str
    field: str
    source: str
    locator: str
    anchor: str
    result: str
    stands: str = ""  # where the anchor is instead, or beside whom the footnote's mark is
    load: tuple[str, str] = ("", "")  # dataset and folder that the citation was loaded from

    @property
    def key(self) -> tuple[str, ...]:
        """What identifies its row in ``citations``."""
        return self.record, self.field, self.source, self.locator, self.anchor

    @property
    def fine(self) -> bool:
        """Whether nothing is wrong with it."""
        return self.result in FINE


@dataclass
class Report:
    """What was found: the documents that were looked for, and every citation of those that were there."""

    sources: list[Source] = field(default_factory=list)
    checked: list[Checked] = field(default_factory=list)

    @property
    def failures(self) -> list[Checked]:
        """The citations with which something is wrong."""
        return [one for one in self.checked if not one.fine]


def verify(rows: Rows, folder: Path, only: Sequence[str] = ()) -> Report:
    """Check the citations of every source whose document is in the folder (of ``only`` those, where given).

    Raises BadUsage where the folder is none.
    """
    if not folder.is_dir():
        raise BadUsage(f"{folder} is not a folder.", hint="name the folder that has the source documents.")
    report = Report(sources=[one for one in find(rows, folder) if not only or one.id in only])
    people = _people(rows)
    for source in report.sources:
        if source.document:
            report.checked += _citations(rows, source.id, source.document, people)
    return report


def find(rows: Rows, folder: Path) -> list[Source]:
    """The sources that were read from a file, each with the document that has its SHA-256.

    It may lie in the folder or in one that is in it, under any name.
    """
    wanted = list(
        rows.execute(
            "select id, coalesce(file_name, ''), sha256 from sources where sha256 is not null order by id",
            {},
        )
    )
    near = [*folder.glob("[!.]*"), *folder.glob("[!.]*/[!.]*")]  # who names a whole disk does not mean all of it
    files = sorted(path for path in near if path.is_file() and path.stat().st_size <= LARGEST)
    names = {str(row[1]) for row in wanted}
    digests: dict[str, Path] = {}
    unseen = {str(row[2]) for row in wanted}
    for path in sorted(files, key=lambda path: path.name not in names):  # renamed ones only where some are missing
        if not unseen:
            break
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        unseen.discard(digest)
        digests.setdefault(digest, path)
    by_name = {path.name: path for path in reversed(files)}
    return [_source(str(row[0]), str(row[1]), digests.get(str(row[2])), by_name.get(str(row[1]))) for row in wanted]


def shipped_places(checked: Iterable[Checked]) -> CitationPlaces:
    """File and line of citations that came from the seeds that ship with the program, where these are at hand."""
    root = settings.resource("seeds")
    wanted = {one.load[1] for one in checked if one.load[0] == SHIPPED}
    return citation_places([folder for folder in find_folders([root]) if folder.name in wanted] if wanted else [])


def citation_places(folders: Iterable[Folder]) -> CitationPlaces:
    """File and line of every citation of seed folders."""
    places = rules.locate(folders, only="citations")
    return {key: f"{path}:{line}" for (_, key), (path, line) in places.items()}


def _source(id: str, file_name: str, path: Path | None, other: Path | None) -> Source:
    """A source by the file that has its SHA-256, else by ``other``, a file of its name."""
    if path is None:
        return Source(id, file_name, "other_edition" if other else "missing", other)
    inputs.note(path)
    try:
        return Source(id, file_name, "found", path, documents.read(path.read_text(encoding="utf-8")))
    except UnicodeDecodeError:
        return Source(id, file_name, "unreadable", path)


def _citations(rows: Rows, source_id: str, document: Document, people: dict[str, list[str]]) -> Iterator[Checked]:
    sql = (
        "select citations.record_id, records.kind, citations.field, citations.locator, citations.anchor,"
        " loads.dataset, loads.folder from citations join records on records.id = citations.record_id"
        " join loads on loads.id = citations.load_id where citations.source_id = :id"
        " order by citations.record_id, citations.field, citations.locator, citations.anchor"
    )
    for record, kind, column, locator, anchor, dataset, folder in rows.execute(sql, {"id": source_id}):
        result, stands = check(document, locator, anchor)
        if result in FINE and locator.startswith("note ") and (names := people.get(record)):
            result, stands = _bound(document, locator, names) or (result, stands)
        yield Checked(record, kind, column, source_id, locator, anchor, result, stands, (dataset, folder))


def check(document: Document, locator: str, anchor: str) -> Verdict:
    """Look a citation up in its document."""
    passage = document.passage(locator)
    if not anchor:
        return Verdict("no_place" if passage is None else "place")
    times = occurrences(anchor, passage) if passage is not None else 0
    if times == 1:
        return Verdict("found")
    if times:
        return Verdict("several", f"{locator} ({times} ×)")
    elsewhere = "; ".join(document.having(anchor))
    if passage is None:
        return Verdict("no_place", elsewhere)
    return Verdict("elsewhere", elsewhere) if elsewhere else Verdict("not_found")


def _bound(document: Document, locator: str, names: list[str]) -> Verdict | None:
    """A footnote on a person must be the one whose mark stands beside the name, or name the person itself."""
    if _names_in(names, document.passages[locator]):
        return None
    number = locator.removeprefix("note ")
    marks = document.marks.get(number, [])
    if any(_names_in(names, mark.before) for mark in marks):
        return None
    right = [
        f"note {other}" for other, found in document.marks.items() if any(_names_in(names, m.before) for m in found)
    ]
    beside = "; ".join(f"« {mark.before} » ({mark.locator})" for mark in marks) or NOWHERE
    return Verdict("wrong_note", "; ".join(right) or beside)


def _names_in(names: list[str], text: str) -> bool:
    said = f" {fold(text)} "
    return any(f" {name} " in said for name in names)


def _people(rows: Rows) -> dict[str, list[str]]:
    """Every record that is about one person -> the folded names under which the person may be printed."""
    names: dict[str, list[str]] = {}
    sql = (
        "select id, family_name from speakers union all select names.record_id, names.name from names"
        " join speakers on speakers.id = names.record_id union all select speaker_id, name_as_recorded"
        " from participations where speaker_id is not null and name_as_recorded is not null"
    )
    for speaker, name in rows.execute(sql, {}):
        names.setdefault(str(speaker), []).append(fold(normalise(str(name))))
    about = dict(names)
    sql = (
        "select id, speaker_id from affiliations"
        " union all select id, speaker_id from participations where speaker_id is not null"
    )
    for record, speaker in rows.execute(sql, {}):
        about[str(record)] = names.get(str(speaker), [])
    return about
