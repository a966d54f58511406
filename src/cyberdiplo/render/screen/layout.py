"""How text is set on a screen of fixed-width cells: what it takes, where it is broken, who gets the room.

Rich says how wide a text is. It does not say where a line ends: it breaks before « : » and within quotation marks, be
the space there a no-break one or not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from cyberdiplo.render.style import GAP, NARROW

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

WIDEST_WORD = 30  # a longer one (a URL, a hash) may be folded
SHORT = 20  # what is no wider should stand on one line
READABLE = 18  # a longer text gets at least so much
APART = {":", ";", "?", "!", "»", "%"}
JOINTS = ("-", "/", "_", ".", "?", "&", "=")  # after which a word that is too wide is cut
ROOM = 6  # that a further main column must leave to each one before it which is folded


class Widths(NamedTuple):
    """How wide columns are: at least, at their ease; how wide the screen is."""

    needed: Sequence[int]
    natural: Sequence[int]
    screen: int


def _cells(text: str) -> int:
    return len(text) if text.isascii() or max(text) < NARROW else cell_len(text)


def width_of(text: str) -> int:
    """How many cells the widest line of a text takes."""
    return max(map(_cells, text.split("\n"))) if "\n" in text else _cells(text)


def longest_word(text: str) -> int:
    """How many cells the longest word takes; one that is very long may be folded, a long name after its hyphens."""
    words = text.replace("\n", " ").split(" ")
    longest = max(words, key=_cells)
    if _cells(longest) > READABLE and longest.istitle() and "-" in longest:
        words = [part for word in words for part in word.replace("-", "- ").split(" ")]
    return min(max(map(_cells, words)), WIDEST_WORD)


def find_needed(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> list[int]:
    """The width of each column below which it would cut a word, or break a text too often to be read."""
    needed = [longest_word(title) for title in titles]
    for row in rows:
        for i, cell in enumerate(row):
            if len(cell) > needed[i] or not cell.isascii():
                needed[i] = max(needed[i], longest_word(cell), min(width_of(cell), READABLE))
    return needed


def add_up(widths: Sequence[int], columns: Iterable[int]) -> int:
    """How wide a table of these columns is."""
    chosen = [widths[i] for i in columns]
    return sum(chosen) + GAP * max(len(chosen) - 1, 0)


def choose_main(
    names: Sequence[str], widths: Widths, main: Iterable[str], same: Collection[str], width: int
) -> list[int]:
    """The main columns, as many as fit, in the answer's own order; what is the ``same`` in each row folds no other."""
    chosen: list[int] = []
    for name in main:
        index = names.index(name) if name in names else None
        if index is None:
            continue
        folded = sum(widths.natural[i] > widths.needed[i] for i in chosen)
        takes = add_up(widths.needed, [*chosen, index]) + ROOM * folded
        if name in same:
            takes = add_up(widths.natural, [*chosen, index])
        if takes <= width:
            chosen.append(index)
    return sorted(chosen) or [0]


def fit(needed: Sequence[int], natural: Sequence[int], width: int) -> list[int]:
    """The widths of columns: all that they want where there is room, else a fair share, never less than needed.

    What is short, as names are, comes before what is long: that is folded anyway.
    """
    widths = list(needed)
    spare = width - sum(needed)
    waiting = sorted(range(len(widths)), key=lambda i: natural[i] - needed[i])
    while waiting:
        column = waiting.pop(0)
        share = spare if natural[column] <= SHORT else spare // (len(waiting) + 1)
        more = min(max(natural[column] - needed[column], 0), max(share, 0))
        widths[column] += more
        spare -= more
    return widths


def wrap(text: str, width: int) -> list[str]:
    """The text as lines of at most ``width`` cells, broken between words; a word that is wider is cut."""
    if "\n" not in text and _cells(text) <= width:
        return [text]
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line, size = "", 0
        for word in _keep_together(paragraph.split(" "), width):
            cells = _cells(word)
            if line and size + 1 + cells <= width:
                line, size = f"{line} {word}", size + 1 + cells
                continue
            if line:
                lines.append(line)
            while cells > width:
                part = _prefix(word, width)
                lines.append(part)
                word = word[len(part) :]
                cells = _cells(word)
            line, size = word, cells
        lines.append(line)
    return lines


def _keep_together(words: Sequence[str], width: int) -> Iterator[str]:
    """The words of a line, a mark that French sets apart with the word that it belongs to, where both have the room."""
    kept: list[str] = []
    for word in words:
        if kept and (word in APART or kept[-1] == "«") and _cells(kept[-1]) + 1 + _cells(word) <= width:
            kept[-1] = f"{kept[-1]} {word}"
        else:
            kept.append(word)
    yield from kept


def _prefix(word: str, width: int) -> str:
    """As many characters as fit, at least one; what joins the one before it stays with it.

    An id or address ends after a mark within it, where there is one in its second half.
    """
    end = min(len(word), width)
    while end > 1 and _cells(word[:end]) > width:
        end -= 1
    while end < len(word) and _cells(word[: end + 1]) <= width and _cells(word[end]) == 0:
        end += 1
    joint = max(map(word[:end].rfind, JOINTS)) + 1
    return word[: joint if 2 * joint >= end else end]
