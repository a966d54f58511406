"""XML of strangers as a tree: no document type, no entities, nothing nested or long beyond any document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from cyberdiplo.errors import BadSeed
from cyberdiplo.messages import say_system, tr

if TYPE_CHECKING:
    from collections.abc import Iterator

DEPTH = 100  # elements within each other; resolutions have a dozen
SIZE = 20_000_000  # bytes; the longest resolution has a third of a million
MOST = 400_000  # elements
PIECE = 1 << 16


class Element(NamedTuple):
    """One element: its name without a prefix, its attributes likewise, and what is in it, in order."""

    name: str
    attributes: dict[str, str]
    children: list[Element | str]

    def elements(self) -> Iterator[Element]:
        """The elements right under it."""
        return (child for child in self.children if isinstance(child, Element))

    def find(self, *names: str) -> Iterator[Element]:
        """Every element of these names in it, at any depth, in order."""
        for child in self.elements():
            if child.name in names:
                yield child
            yield from child.find(*names)

    def first(self, name: str) -> Element | None:
        """The first element of that name in it."""
        return next(self.find(name), None)

    def text(self, without: frozenset[str] = frozenset()) -> str:
        """The words in it, on one line, but for those in elements of these names."""
        return " ".join("".join(self._words(without)).split())

    def _words(self, without: frozenset[str]) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.name not in without:
                yield from child._words(without)


def check_size(size: int, name: str) -> None:
    """Raise BadSeed where XML has more bytes than any document."""
    if size > SIZE:
        raise BadSeed(
            tr("{file} has more than {limit} MB of XML.", file=name, limit=SIZE // 1_000_000),
            hint=tr("split it, or keep the part that is cited."),
        )


def read_tree(data: bytes, name: str, keep: frozenset[str] | None = None) -> Element:
    """The elements of a file, under one that has no name; of attributes only ``keep``, where given. Raises BadSeed."""
    check_size(len(data), name)
    top = Element("", {}, [])
    opened = [top]
    count = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        if len(opened) > DEPTH:
            raise BadSeed(
                tr("{file} has more than {limit} XML elements within each other.", file=name, limit=DEPTH),
                hint=tr("no document needs as many; open it elsewhere and save it as text."),
            )
        nonlocal count
        count += 1
        if count > MOST:
            raise BadSeed(
                tr("{file} has more than {limit} XML elements.", file=name, limit=MOST),
                hint=tr("split it, or keep the part that is cited."),
            )
        kept = {_bare(key): text for key, text in attributes.items() if keep is None or _bare(key) in keep}
        element = Element(_bare(tag), kept, [])
        opened[-1].children.append(element)
        opened.append(element)

    def refuse(*_: object) -> None:
        raise BadSeed(
            tr("{file} declares a document type or an entity.", file=name),
            hint=tr("documents need neither, and both can do harm: take the declaration out."),
        )

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: opened.pop() and None
    parser.CharacterDataHandler = lambda words: opened[-1].children.append(words)
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        for at in range(0, len(data), PIECE):
            parser.Parse(data[at : at + PIECE], False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise BadSeed(
            tr("{file} is no sound XML: {why}.", file=name, why=say_system(error)),
            hint=tr("it may have been cut off; fetch it again."),
        ) from None
    return top


def _bare(name: str) -> str:
    return name.rpartition(":")[2]
