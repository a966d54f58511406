"""XML of strangers, read as it comes: no document type, no entities, and limits on depth and size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from xml.parsers import expat

from cyberdiplo.imports.files import open_regular, refuse
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any, BinaryIO

DEPTH = 100  # elements within each other; official files have two dozen
SIZE = 60_000_000  # bytes; the status of all treaties together has a tenth of it
BLOCK = 1 << 20  # bytes; an old expat looks at an unfinished token again with every block


class Handler(Protocol):
    """What is told of a file: elements without their prefixes, and the text within."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """It ends."""

    def text(self, words: str) -> None:
        """Text within it, whole between two tags."""


def read_xml(path: Path, handler: Handler, *, size: int = SIZE) -> None:
    """Tell a handler what is in a file. Raises BadSeed with the line where it is not sound."""
    with open_regular(path) as file:
        read_stream(path, file, handler, size=size)


def read_stream(path: Path, file: BinaryIO | Any, handler: Handler, *, size: int = SIZE) -> None:
    """The same of a file that is open, such as a part of a workbook."""
    for _ in blocks_told(path, file, handler, size=size):
        pass


def blocks_told(path: Path, file: BinaryIO | Any, handler: Handler, *, size: int = SIZE) -> Iterator[int]:
    """The same block by block: how many bytes the handler has been told of, so that its rows can be taken away."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH:
            raise fail(tr("more than {depth} elements within each other", depth=DEPTH))
        handler.start(name.rpartition(":")[2], attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(name.rpartition(":")[2])

    def declare(*_: object) -> None:
        raise fail(tr("a document type or an entity is declared"))

    def fail(what: str) -> Exception:
        return refuse(path, parser.CurrentLineNumber, what)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = declare
    parser.EntityDeclHandler = declare
    read = 0
    try:
        while block := file.read(BLOCK):
            read += len(block)
            if read > size:
                raise fail(tr("the file is longer than {size:,} bytes", size=size))
            parser.Parse(block, False)
            yield read
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise refuse(
            path, error.lineno, tr("this is no sound XML ({error})", error=expat.ErrorString(error.code))
        ) from None
