"""The documents that a user added to a database: written whole or not at all, read back as they were."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from cyberdiplo.documents.passages import Document, Passage
from cyberdiplo.errors import UnclearName
from cyberdiplo.load.targets import target_of
from cyberdiplo.messages import tr
from cyberdiplo.store.address import database_at
from cyberdiplo.text.ids import free_id, make_id
from cyberdiplo.text.names import fold
from cyberdiplo.text.nearest import did_you_mean, find_nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from cyberdiplo.load.target import Target

TABLES = ("passage_words", "passages", "documents")
LONGEST = 100  # letters of a word that is looked for
COLUMNS = "id, source_id, file_name, format, lang, sha256, remarks, added_at"


class CanExecute(Protocol):
    """What is asked of a database here."""

    def execute(self, sql: str, parameters: dict[str, Any] = ..., /) -> Iterable[Sequence[Any]]:
        """Run a statement with ``:name`` parameters."""


class AddedDocument(NamedTuple):
    """A row of ``documents``."""

    id: str
    source_id: str | None
    file_name: str
    format: str
    lang: str | None
    sha256: str
    remarks: str | None
    added_at: str


class Addition(NamedTuple):
    """What became of a file: under which id it is there, and whether it was there before."""

    document: Document
    id: str
    source_id: str | None
    before: bool = False


def add(address: str | Path, documents: Sequence[Document], source: str | None = None) -> list[Addition]:
    """Add documents, all or none; ``source`` is the id of the source that they are, where it was said.

    Raises BadSeed for one that has no text, DatabaseProblem.
    """
    from cyberdiplo.documents.read import require_text  # what only asks what was added reads no file

    for document in documents:
        require_text(document)
    database = database_at(address)
    with database.writing() as connection:
        target = target_of(database.kind, connection)
        return [_add(target, document, source) for document in documents]


def _add(target: Target, document: Document, source: str | None) -> Addition:
    for id, source_id in target.execute(
        "select id, source_id from documents where sha256 = :sha256", {"sha256": document.sha256}
    ):
        return Addition(document, str(id), source_id and str(source_id), before=True)
    source = source or _find_source(target, document)
    taken = {str(row[0]) for row in target.execute("select id from documents")}
    id = _make_id(source or document.name.rpartition(".")[0] or document.name, taken)
    remarks = " ".join(document.remarks) or None
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    row = (id, source, document.name, document.format, document.lang, document.sha256, remarks, now)
    target.insert_plain("documents", [row])
    target.insert_plain("passages", (_make_row(id, sort, each) for sort, each in enumerate(document.passages, 1)))
    target.insert_plain(
        "passage_words",
        (
            (norm, id, sort)
            for sort, passage in enumerate(document.passages, 1)
            for norm in sorted({word[:LONGEST] for word in fold(f"{passage.speaker or ''} {passage.text}").split()})
        ),
    )
    return Addition(document, id, source)


def _find_source(target: Target, document: Document) -> str | None:
    """The source that a file is: by its SHA-256, else by its name where one source alone has it."""
    for column, value in (("sha256", document.sha256), ("file_name", document.name)):
        rows = list(target.execute(f"select id from sources where {column} = :value", {"value": value}))
        if len(rows) == 1:
            return str(rows[0][0])
    return None


def _make_id(name: str, taken: set[str]) -> str:
    """A readable id that no document has."""
    return free_id(make_id(name)[:60].strip("-") or "document", taken)


def _make_row(id: str, sort: int, passage: Passage) -> tuple[Any, ...]:
    first, last = passage.lines or (None, None)
    marks = " ".join(f"{number}:{offset}" for number, offset in passage.marks) or None
    return (
        *(id, sort, passage.place, passage.kind, passage.text, passage.lang, passage.speaker, passage.heading),
        *(passage.page, first, last, marks),
    )


def remove(address: str | Path, names: Sequence[str]) -> list[AddedDocument]:
    """Take documents out again, all or none; returns them. Raises UnclearName."""
    database = database_at(address)
    with database.writing() as connection:
        target = target_of(database.kind, connection)
        documents = [find_document(target, name) for name in names]
        for document in documents:
            for table in TABLES:
                column = "id" if table == "documents" else "document_id"
                target.execute(f"delete from {table} where {column} = :id", {"id": document.id})
        return documents


def read_documents(rows: CanExecute) -> list[AddedDocument]:
    """Every document that was added."""
    return [AddedDocument(*row) for row in rows.execute(f"select {COLUMNS} from documents order by id", {})]


def count_passages(rows: CanExecute) -> dict[str, int]:
    """How many passages each document has, by its id."""
    sql = "select document_id, count(*) from passages group by document_id"
    return {str(document): int(count) for document, count in rows.execute(sql, {})}


def find_document(rows: CanExecute, name: str) -> AddedDocument:
    """A document by its id, its source or the name of its file. Raises UnclearName."""
    documents = read_documents(rows)
    for column in ("id", "source_id", "file_name"):
        matching = [document for document in documents if getattr(document, column) == name]
        if len(matching) == 1:
            return matching[0]
        if matching:
            listed = ", ".join(document.id for document in matching)
            raise UnclearName(
                tr("{name} is several documents: {listed}.", name=name, listed=listed), hint=tr("name one of them.")
            )
    near = did_you_mean(find_nearest(name, [document.id for document in documents]))
    raise UnclearName(
        tr("No document was added as {name!r}.", name=name),
        hint=near or tr("'cyberdiplo documents list' says which there are."),
    )


def read_passages(rows: CanExecute, id: str) -> list[Passage]:
    """The passages of a document, as they were read from its file."""
    sql = (
        "select place, kind, text, lang, speaker, marks, heading, page, first_line, last_line from passages"
        " where document_id = :id order by sort"
    )
    return [_read_row(*row) for row in rows.execute(sql, {"id": id})]


def _read_row(
    place: str,
    kind: str,
    text: str,
    lang: str | None,
    speaker: str | None,
    marks: str | None,
    heading: str | None,
    page: int | None,
    first: int | None,
    last: int | None,
) -> Passage:
    lines = None if first is None or last is None else (first, last)
    return Passage(place, kind, text, lang, speaker, tuple(_read_marks(marks)), heading, page, lines)


def _read_marks(marks: str | None) -> Iterator[tuple[str, int]]:
    for mark in (marks or "").split():
        number, _, offset = mark.rpartition(":")
        yield number, int(offset)


def find_of_source(documents: Iterable[AddedDocument], source: str, sha256: str | None) -> AddedDocument | None:
    """The document that a source is: the very file that was read, else one that a user said it is."""
    of_source = [document for document in documents if document.source_id == source or document.sha256 == sha256]
    return next((document for document in of_source if document.sha256 == sha256), next(iter(of_source), None))
