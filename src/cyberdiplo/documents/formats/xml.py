"""XML of strangers as a tree, no longer than any document."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, NamedTuple

from cyberdiplo.files import xml
from cyberdiplo.files.regular import open_regular
from cyberdiplo.files.unsound import Unsound
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE = 20_000_000  # bytes; the longest resolution has a third of a million
MOST = 400_000  # elements


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


class _Tree:
    """The elements so far; see ``xml.Handler``."""

    def __init__(self, name: str, keep: frozenset[str] | None) -> None:
        self.top = Element("", {}, [])
        self._opened = [self.top]
        self._count = 0
        self._name, self._keep = name, keep

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST:
            raise Unsound(
                self._name,
                tr("more than {limit:,} elements", limit=MOST),
                hint=tr("split it, or keep the part that is cited."),
            )
        bare = {key.rpartition(":")[2]: text for key, text in attributes.items()}
        kept = {key: text for key, text in bare.items() if self._keep is None or key in self._keep}
        element = Element(name, kept, [])
        self._opened[-1].children.append(element)
        self._opened.append(element)

    def end(self, _: str) -> None:
        self._opened.pop()

    def text(self, words: str) -> None:
        self._opened[-1].children.append(words)


def read_tree(path: Path, keep: frozenset[str] | None = None) -> Element:
    """The elements of a file, under one that has no name; of attributes only ``keep``, where given. Raises BadSeed."""
    with open_regular(path) as file:
        return build_tree(path.name, file, keep)


def build_tree(name: str, file: IO[bytes], keep: frozenset[str] | None = None) -> Element:
    """The same of a file that is open, such as a part of an archive."""
    tree = _Tree(name, keep)
    xml.tell(name, file, tree, size=SIZE)
    return tree.top
