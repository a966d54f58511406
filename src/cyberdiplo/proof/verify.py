"""Every citation against the documents themselves: is the place there, does the anchor stand in it, once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo import settings
from cyberdiplo.documents.index import index
from cyberdiplo.documents.read import read_document
from cyberdiplo.errors import BadSeed, BadUsage
from cyberdiplo.files.regular import digest
from cyberdiplo.load import rules
from cyberdiplo.load.files import Folder, find as find_folders
from cyberdiplo.messages import tr
from cyberdiplo.proof.added import CanExecute, find_of_source, read_documents, read_passages
from cyberdiplo.store import inputs
from cyberdiplo.store.loaded import SHIPPED
from cyberdiplo.text.names import fold
from cyberdiplo.text.printed import count_occurrences, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cyberdiplo.documents.index import Places

FINE = ("found", "place")
LARGEST = 200_000_000  # bytes; a larger file is no document that was read
NOWHERE = "-"
CitationPlaces = dict[tuple[str, ...], str]  # ``CheckedCitation.key`` -> its file and line, as a person reads them


@dataclass(frozen=True)
class SourceFile:
    """A source document and its file: ``state`` is a code of "verify.document"."""

    id: str
    file_name: str
    state: str
    path: Path | None = None
    document: Places | None = None


class Verdict(NamedTuple):
    """What became of one citation: ``result`` is a code of "verify.result"."""

    result: str
    stands: str = ""  # where the anchor is instead, or beside whom the footnote's mark is


@dataclass(frozen=True)
class CheckedCitation:
    """One citation or mention that was checked: ``result`` is a code of "verify.result"."""

    record: str
    kind: str
    field: str
    source: str
    locator: str
    anchor: str
    result: str
    stands: str = ""  # where the anchor is instead, or beside whom the footnote's mark is
    load: tuple[str, str] = ("", "")  # dataset and folder that the row was loaded from
    table: str = "citations"  # or mentions: then ``field`` is the record that is mentioned

    @property
    def key(self) -> tuple[str, ...]:
        """What identifies its row in its table."""
        if self.table == "mentions":
            return self.record, self.field
        return self.record, self.field, self.source, self.locator, self.anchor

    @property
    def fine(self) -> bool:
        """Whether nothing is wrong with it."""
        return self.result in FINE


@dataclass
class Report:
    """What was found: the documents that were looked for, and every citation and mention of those that were there."""

    sources: list[SourceFile] = field(default_factory=list)
    checked: list[CheckedCitation] = field(default_factory=list)
    seen: int = 0  # citations of pages that were read and are not held, which nothing can check

    @property
    def failures(self) -> list[CheckedCitation]:
        """The citations and mentions with which something is wrong."""
        return [citation for citation in self.checked if not citation.fine]


def verify(rows: CanExecute, documents: Path | CanExecute, only: Sequence[str] = ()) -> Report:
    """Check the citations of every source whose document is there (of ``only`` those, where given).

    ``documents`` is a folder that has them, or a database to which they were added. Raises BadUsage where the folder
    is none.
    """
    if isinstance(documents, Path):
        if not documents.is_dir():
            raise BadUsage(
                tr("{folder} is not a folder.", folder=documents),
                hint=tr("name the folder that has the source documents."),
            )
        sources = find_sources(rows, documents)
    else:
        sources = find_added(rows, documents)
    report = Report(sources=[source for source in sources if not only or source.id in only])
    if not only:
        sql = "select count(*) from citations join sources on sources.id = citations.source_id where sha256 is null"
        report.seen = next(iter(rows.execute(sql, {})))[0]
    people = _read_people(rows)
    for source in report.sources:
        if source.document:
            report.checked += _check_citations(rows, source.id, source.document, people)
            report.checked += _check_mentions(rows, source.id, source.document)
    return report


def find_sources(rows: CanExecute, folder: Path) -> list[SourceFile]:
    """The sources that were read from a file, each with the document that has its SHA-256.

    It may lie in the folder or in one that is in it, under any name.
    """
    rows_of_sources = list(
        rows.execute(
            "select id, coalesce(file_name, ''), sha256 from sources where sha256 is not null order by id",
            {},
        )
    )
    near = [*folder.glob("[!.]*"), *folder.glob("[!.]*/[!.]*")]  # who names a whole disk does not mean all of it
    files = sorted(path for path in near if path.is_file() and path.stat().st_size <= LARGEST)
    names = {str(row[1]) for row in rows_of_sources}
    digests: dict[str, Path] = {}
    unseen = {str(row[2]) for row in rows_of_sources}
    for path in sorted(files, key=lambda path: path.name not in names):  # renamed ones only where some are missing
        if not unseen:
            break
        sha256 = digest(path)
        unseen.discard(sha256)
        digests.setdefault(sha256, path)
    by_name = {path.name: path for path in reversed(files)}
    return [
        _match_source(str(row[0]), str(row[1]), digests.get(str(row[2])), by_name.get(str(row[1])))
        for row in rows_of_sources
    ]


def find_added(rows: CanExecute, database: CanExecute) -> list[SourceFile]:
    """The sources whose document was added to a database: the very file, or where none was read, one said to be it."""
    documents = read_documents(database)
    sources = []
    for id, sha256 in list(rows.execute("select id, sha256 from sources order by id", {})):
        document = find_of_source(documents, str(id), sha256)
        if document is None:
            continue
        if sha256 not in (None, document.sha256):
            sources.append(SourceFile(str(id), document.file_name, "other_edition", Path(document.file_name)))
            continue
        places = index(read_passages(database, document.id))
        sources.append(SourceFile(str(id), document.file_name, "found", None, places))
    return sources


def find_shipped_places(checked: Iterable[CheckedCitation]) -> CitationPlaces:
    """File and line of citations that came from the seeds that ship with the program, where these are at hand."""
    root = settings.resource("seeds")
    names = {citation.load[1] for citation in checked if citation.load[0] == SHIPPED}
    return find_citation_places([folder for folder in find_folders([root]) if folder.name in names] if names else [])


def find_citation_places(folders: Sequence[Folder]) -> CitationPlaces:
    """File and line of every citation and mention of seed folders, by its key, which tells the two apart."""
    located = [rules.locate(folders, only=table) for table in ("citations", "mentions")]
    return {key: f"{path}:{line}" for locations in located for (_, key), (path, line) in locations.items()}


def _match_source(id: str, file_name: str, path: Path | None, other: Path | None) -> SourceFile:
    """A source by the file that has its SHA-256, else by ``other``, a file of its name."""
    if path is None:
        return SourceFile(id, file_name, "other_edition" if other else "missing", other)
    inputs.note(path)
    try:
        return SourceFile(id, file_name, "found", path, index(read_document(path).passages))
    except BadSeed:
        return SourceFile(id, file_name, "unreadable", path)


def _check_citations(
    rows: CanExecute, source_id: str, document: Places, people: dict[str, list[str]]
) -> Iterator[CheckedCitation]:
    sql = (
        "select citations.record_id, records.kind, citations.field, citations.locator, citations.anchor,"
        " loads.dataset, loads.folder from citations join records on records.id = citations.record_id"
        " join loads on loads.id = citations.load_id where citations.source_id = :id"
        " order by citations.record_id, citations.field, citations.locator, citations.anchor"
    )
    for record, kind, column, locator, anchor, collection, folder in rows.execute(sql, {"id": source_id}):
        result, stands = check_citation(document, locator, anchor)
        if result in FINE and locator.startswith("note ") and (names := people.get(record)):
            result, stands = _check_footnote(document, locator, names) or (result, stands)
        yield CheckedCitation(record, kind, column, source_id, locator, anchor, result, stands, (collection, folder))


def _check_mentions(rows: CanExecute, source_id: str, document: Places) -> Iterator[CheckedCitation]:
    """What is mentioned is named at the place, once or more often."""
    sql = (
        "select mentions.record_id, records.kind, mentions.mentioned_id, mentions.locator, mentions.anchor,"
        " loads.dataset, loads.folder from mentions join records on records.id = mentions.record_id"
        " join loads on loads.id = mentions.load_id where mentions.source_id = :id"
        " order by mentions.record_id, mentions.mentioned_id"
    )
    for record, kind, mentioned, locator, anchor, collection, folder in rows.execute(sql, {"id": source_id}):
        result, stands = check_citation(document, locator, anchor)
        if result == "several":
            result, stands = "found", ""
        load = (collection, folder)
        yield CheckedCitation(record, kind, mentioned, source_id, locator, anchor, result, stands, load, "mentions")


def check_citation(document: Places, locator: str, anchor: str) -> Verdict:
    """Look a citation up in its document."""
    passage = document.passage(locator)
    if not anchor:
        return Verdict("no_place" if passage is None else "place")
    times = count_occurrences(anchor, passage) if passage is not None else 0
    if times == 1:
        return Verdict("found")
    if times:
        return Verdict("several", f"{locator} ({times} ×)")
    elsewhere = "; ".join(document.find_anchor(anchor))
    if passage is None:
        return Verdict("no_place", elsewhere)
    return Verdict("elsewhere", elsewhere) if elsewhere else Verdict("not_found")


def _check_footnote(document: Places, locator: str, names: list[str]) -> Verdict | None:
    """A footnote on a person must be the one whose mark stands beside the name, or name the person itself."""
    if _names_in(names, document.passage(locator) or ""):
        return None
    number = locator.removeprefix("note ")
    marks = document.marks.get(number, [])
    if any(_names_in(names, mark.before) for mark in marks):
        return None
    right = [
        f"note {other}"
        for other, marks_of_other in document.marks.items()
        if any(_names_in(names, m.before) for m in marks_of_other)
    ]
    beside = "; ".join(f"« {mark.before} » ({mark.locator})" for mark in marks) or NOWHERE
    return Verdict("wrong_note", "; ".join(right) or beside)


def _names_in(names: list[str], text: str) -> bool:
    words = f" {fold(text)} "
    return any(f" {name} " in words for name in names)


def _read_people(rows: CanExecute) -> dict[str, list[str]]:
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
