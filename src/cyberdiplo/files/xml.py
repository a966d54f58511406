"""XML of strangers, told as it comes: no document type, no entities, and limits on depth and size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from xml.parsers import expat

from cyberdiplo.files.unsound import Unsound
from cyberdiplo.messages import say_system, tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

DEPTH = 100  # elements within each other; resolutions have a dozen, official files two
BLOCK = 1 << 20  # bytes; an old expat looks at an unfinished token again with every block


class Handler(Protocol):
    """What is told of a file: elements and attributes as they are named there, and the text within."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins; its name is without its prefix."""

    def end(self, name: str) -> None:
        """It ends."""

    def text(self, words: str) -> None:
        """Text within it, whole between two tags."""


def tell(name: str, file: IO[bytes], handler: Handler, *, size: int) -> None:
    """Tell a handler what is in a file of at most ``size`` bytes. Raises Unsound with the line where it is not."""
    for _ in tell_blocks(name, file, handler, size=size):
        pass


def tell_blocks(name: str, file: IO[bytes], handler: Handler, *, size: int) -> Iterator[int]:
    """The same block by block: how many bytes the handler has been told of, so that its rows can be taken away."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEPTH:
            raise fail(
                tr("more than {depth} elements within each other", depth=DEPTH),
                tr("no document needs as many; open it elsewhere and save it as text."),
            )
        handler.start(tag.rpartition(":")[2], attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(tag.rpartition(":")[2])

    def declare(*_: object) -> None:
        raise fail(
            tr("a document type or an entity is declared"),
            tr("documents need neither, and both can do harm: take the declaration out."),
        )

    def fail(what: str, hint: str) -> Unsound:
        return Unsound(name, what, line=parser.CurrentLineNumber, hint=hint)

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
                raise fail(
                    tr("the file is longer than {size:,} bytes", size=size),
                    tr("split it, or keep the part that is cited."),
                )
            parser.Parse(block, False)
            yield read
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Unsound(
            name,
            tr("this is no sound XML ({error})", error=say_system(expat.ErrorString(error.code))),
            line=error.lineno,
            hint=tr("it may have been cut off; fetch it again."),
        ) from None
