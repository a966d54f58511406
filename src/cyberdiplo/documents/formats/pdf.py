"""PDF: lines as they lie on the page, made into paragraphs, without running heads and with the notes at the foot."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

from cyberdiplo.documents.formats.library import import_library
from cyberdiplo.documents.formats.lines import clean_lines, read_pages
from cyberdiplo.documents.formats.pdf_streams import LARGEST, has_bomb
from cyberdiplo.errors import BadSeed
from cyberdiplo.messages import say_system, tr

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.documents.passages import Block

MOST = 5_000  # pages
EDGE = 3  # lines at the head and foot of a page, among which its running lines are
SMALL = 0.86  # of the size of the text: a smaller number beside it is raised, a smaller paragraph at the foot a note
GAP = 1.35  # times the usual distance: a wider one ends a paragraph
WIDEST = 1.6  # times the size of the letters: no usual distance is wider
INDENT = 0.8  # of the size of the letters
SHORT = 0.8  # of the width: a line that ends before may be the last of its paragraph
PAGE_NUMBER = re.compile(r"\W*(?:page|p\.)?\s*\d+\s*(?:(?:/|of|de|sur)\s*\d+)?\W*", re.IGNORECASE)
NOTE = re.compile(r"(\d{1,3}|\*)\s*(?=\S)")
HYPHENS = ("\ufffe", "\x02")
LABEL = re.compile(r"(?:\d+(?:\.\d+)+\.?|\d{1,3}[.)]|\([a-z0-9ivx]{1,4}\)|[a-zivx]{1,4}\)|[-•–‣▪])\s")


@dataclass
class Line:
    """A line on a page: its words, and where it lies, in points from the lower left corner."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False


def read_blocks(path: Path, _: str) -> tuple[list[Block], list[str]]:
    """The paragraphs of a file's pages."""
    pdfium: Any = import_library("pypdfium2", "PDF")
    raw: Any = import_library("pypdfium2.raw", "PDF")
    if has_bomb(path):
        raise BadSeed(
            tr("{file} unpacks to more than {limit} MB.", file=path.name, limit=LARGEST // 1_000_000),
            hint=tr("no document needs as much; open it elsewhere and save it as text."),
        )
    try:
        pages = _read_pages(pdfium.PdfDocument(path), path.name, raw)
    except pdfium.PdfiumError as error:  # of the whole, or of a page
        raise BadSeed(
            tr("{file} is no sound PDF: {why}.", file=path.name, why=str(say_system(error)).rstrip(".")),
            hint=tr("it may be cut off, or locked by a password: open it elsewhere and save it again."),
        ) from None
    empty = sum(not lines for lines in pages)
    caveats = ["no_text_layer"] if empty == len(pages) else ["some_pages_without_text"] if empty else []
    running = _find_running(pages)
    size = _find_size(pages)
    texts = [_write_page(_drop_running(lines, running), size) for lines in pages]
    return clean_lines(read_pages(texts), markdown=False), caveats


def _read_pages(document: Any, name: str, raw: Any) -> list[list[Line]]:
    try:
        count = len(document)
        if count > MOST:
            raise BadSeed(
                tr("{file} has {count} pages; up to {limit} are read.", file=name, count=count, limit=MOST),
                hint=tr("split it, or keep the part that is cited."),
            )
        return [_read_page(document, number, raw) for number in range(count)]
    finally:
        document.close()


def _read_page(document: Any, number: int, raw: Any) -> list[Line]:
    page = document[number]
    try:
        text_page = page.get_textpage()
        try:
            return list(_read_lines(text_page, raw))
        finally:
            text_page.close()
    finally:
        page.close()


def _read_lines(text_page: Any, raw: Any) -> Any:
    """The lines of a page in the order of the file; raised numbers as ``<sup>7</sup>``."""
    count = text_page.count_chars()
    text = text_page.get_text_range(0, count) if count else ""
    if len(text) != count:  # characters outside the first plane count twice there
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    start = 0
    for piece in re.split(r"(\r\n|\r|\n|[\ufffe\x02])", text):  # the last two stand for a hyphen and the line's end
        words = piece.strip() if piece not in HYPHENS else ""
        if words and start < count:
            first = start + len(piece) - len(piece.lstrip())
            last = min(first + len(words), count) - 1
            line = _make_line(text_page, raw, words, first, last)
            line.text += "-" * (text[start + len(piece) : start + len(piece) + 1] in HYPHENS)
            yield line
        start += len(piece)


def _make_line(text_page: Any, raw: Any, words: str, first: int, last: int) -> Line:
    sizes = {
        at: raw.FPDFText_GetFontSize(text_page, at) * _scale(text_page, raw, at)
        for at in (first, (first + last) // 2, last)
    }
    size = max(sizes.values())
    left, base, _, _ = text_page.get_charbox(first, loose=True)
    _, _, right, _ = text_page.get_charbox(last, loose=True)
    marked = _mark_raised(text_page, raw, words, first, size)
    bold = all(raw.FPDFText_GetFontWeight(text_page, at) >= 600 for at in (first, (first + last) // 2, last))
    return Line(marked, left, right, base, size, bold)


def _scale(text_page: Any, raw: Any, at: int) -> float:
    """How much the page enlarges a font: some files set all text in size 1."""
    matrix = raw.FS_MATRIX()
    return abs(matrix.d) or abs(matrix.b) or 1.0 if raw.FPDFText_GetMatrix(text_page, at, matrix) else 1.0


def _mark_raised(text_page: Any, raw: Any, words: str, first: int, size: float) -> str:
    """The words with their small, raised numbers marked as such."""

    def mark(match: re.Match[str]) -> str:
        at = first + match.start()
        small = raw.FPDFText_GetFontSize(text_page, at) * _scale(text_page, raw, at) < size * SMALL
        return f"<sup>{match[0]}</sup>" if small else match[0]

    return re.sub(r"(?<![\d.,/])\d{1,3}(?![\d./])", mark, words)


def _find_size(pages: list[list[Line]]) -> float:
    """The size of the running text: that of most characters."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _blank_numbers(text: str) -> str:
    return re.sub(r"\d+", "0", text).casefold()


def _find_running(pages: list[list[Line]]) -> set[str]:
    """The lines that stand at the head or foot of many pages, whatever number is in them."""
    edges: Counter[str] = Counter()
    for lines in pages:
        edges.update({_blank_numbers(line.text) for line in (*lines[:EDGE], *lines[-EDGE:])})
    least = max(2, len(pages) // 3)
    return {text for text, times in edges.items() if times > 2 and times >= least} if len(pages) > 2 else set()


def _drop_running(lines: list[Line], running: set[str]) -> list[Line]:
    def is_running(at: int) -> bool:
        near = at < EDGE or at >= len(lines) - EDGE
        return near and (_blank_numbers(lines[at].text) in running)

    kept = [line for at, line in enumerate(lines) if not is_running(at)]
    while kept and PAGE_NUMBER.fullmatch(kept[-1].text):
        kept.pop()
    while kept and PAGE_NUMBER.fullmatch(kept[0].text):
        kept.pop(0)
    return kept


def _write_page(lines: list[Line], size: float) -> list[str]:
    """A page as lines of text, an empty one where a paragraph ends."""
    if not lines:
        return []
    steps = [above.base - below.base for above, below in pairwise(lines) if above.base > below.base]
    step = min(median(steps), size * WIDEST) if steps else size * 1.2
    left = median(line.left for line in lines)
    right = max(line.right for line in lines)
    written: list[str] = []
    in_note = False
    for at, line in enumerate(lines):
        above = lines[at - 1] if at else None
        begins_note = _begins_note(line, lines[at:], size)
        in_note = begins_note or (in_note and line.size < size * 0.97)
        if above and (begins_note or _ends_paragraph(above, line, step, left, right)):
            written.append("")
        text = NOTE.sub(r"<sup>\1</sup> ", _bare(line.text), count=1) if begins_note else line.text
        is_title = line.bold and line.size >= size * 0.95 and not re.search(r"[.;,:]$", text)
        written.append(f"**{text}**" if is_title and _stands_alone(lines, at, step, left, right) else text)
    return written


def _bare(text: str) -> str:
    return re.sub(r"^<sup>(\d+)</sup>\s*", r"\1 ", text)


def _begins_note(line: Line, rest: list[Line], size: float) -> bool:
    """A line in small letters that begins with a number, below the last line of the running text."""
    if line.size >= size * 0.97 or not NOTE.match(_bare(line.text)) or LABEL.match(_bare(line.text)):
        return False
    return all(other.size < size * 0.97 for other in rest)


def _ends_paragraph(above: Line, line: Line, step: float, left: float, right: float) -> bool:
    """Whether a paragraph ends between two lines."""
    down = above.base - line.base
    if down < -line.size or down > step * GAP or abs(above.size - line.size) > 0.1 * line.size:
        return True
    if LABEL.match(line.text) or above.bold != line.bold:
        return bool(LABEL.match(line.text)) or bool(re.search(r"[^,;\w]$", above.text)) or down > step * 1.1
    ends = re.search(r"[.!?:;…][\"'»”)]*(?:<sup>\d+</sup>)?$", above.text)
    is_short = above.right < left + (right - left) * SHORT
    indented = line.left - left > INDENT * line.size and above.left - left <= INDENT * line.size
    return bool(ends) and (is_short or indented)


def _stands_alone(lines: list[Line], at: int, step: float, left: float, right: float) -> bool:
    """Whether a line is a paragraph by itself."""
    before = at == 0 or _ends_paragraph(lines[at - 1], lines[at], step, left, right)
    after = at + 1 == len(lines) or _ends_paragraph(lines[at], lines[at + 1], step, left, right)
    return before and after
