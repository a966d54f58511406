"""HTML: what stands on the page, without what stands on every page of a site.

Everything in the page's main part is kept: a programme's names and a list's dates look like navigation to a
machine that guesses what an article is. Only what the mark-up itself calls navigation, script, form or footer goes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cyberdiplo.documents.formats.decode import decode
from cyberdiplo.documents.formats.library import import_library
from cyberdiplo.documents.formats.lines import LABEL
from cyberdiplo.documents.passages import MARK_CLOSE, MARK_OPEN, Block, write_mark
from cyberdiplo.errors import BadSeed
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from pathlib import Path

GONE = {
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "nav",
    "form",
    "button",
    "select",
    "iframe",
    "head",
    "dialog",
    "aside",
}
PAGE_PARTS = {"header", "footer"}  # of the page; those of an article are its own
BLOCKS = {
    *("p", "div", "section", "article", "main", "header", "footer", "body", "html", "ul", "ol", "li", "dl", "dt", "dd"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "figure", "figcaption", "address", "details", "summary"),
    *("table", "thead", "tbody", "tfoot", "tr", "caption", "hr", "center", "fieldset", "option"),
}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
ROLES = {"navigation", "banner", "contentinfo", "search", "menu", "menubar"}
MAIN = "main, article, [role=main]"
DEEPEST = 5_000  # elements within each other
# Those that have to be closed, so that as many stand within each other as were begun and not ended.
TAG = re.compile(
    r"<(/?)(?:div|span|section|article|table|ul|ol|dl|b|i|u|em|strong|font|blockquote|a|center|small)\b", re.I
)
MOST_OF_IT = 0.4  # of the page's words, below which a main part is none
NOTE_LIST = re.compile(r"footnote|endnote|references|notes", re.IGNORECASE)
NUMBER = re.compile(r"\s*[\[(]?(\d{1,3}|[*†‡])[\])]?\s*")
NOTE = re.compile(rf"^(?:{MARK_OPEN}(\w+){MARK_CLOSE}|\[(\d+)\])\s*(?=\S)")


def read_blocks(path: Path, _: str) -> tuple[list[Block], list[str]]:
    """The paragraphs, headings, items and rows of a page."""
    lexbor: Any = import_library("selectolax.lexbor", "HTML")
    text, guessed = decode(path.read_bytes(), path.name)
    _check_depth(text, path.name)
    body = lexbor.LexborHTMLParser(text).body
    page = _Page()
    if body is not None:
        _walk(_find_main(body), page)
    page.flush()
    return page.finish(), ["guessed_encoding"] * guessed


def _check_depth(text: str, name: str) -> None:
    """Raise BadSeed for a page that is nested beyond any: the parser's time grows with the square of its depth."""
    depth = 0
    for tag in TAG.finditer(text):
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        if depth > DEEPEST:
            raise BadSeed(
                tr("{file} has more than {limit} HTML elements within each other.", file=name, limit=DEEPEST),
                hint=tr("no document needs as many; open it elsewhere and save it as text."),
            )


def _find_main(body: Any) -> Any:
    """The main part of a page, where its mark-up names one that has most of it."""
    whole = len(body.text() or "")
    parts = sorted(body.css(MAIN), key=lambda part: -len(part.text() or ""))
    return parts[0] if parts and len(parts[0].text() or "") >= whole * MOST_OF_IT else body


def _walk(top: Any, page: _Page) -> None:
    """Everything under an element in order, without recursion: a page may be nested as deep as it likes."""
    todo: list[tuple[Any, bool]] = [(top, True)]
    within_article = 0
    while todo:
        node, enters = todo.pop()
        tag = node.tag
        if not enters:
            within_article -= tag in ("article", "main")
            page.leave(tag)
            continue
        if tag == "-text":
            page.add(node.text_content or "")
            continue
        if tag.startswith(("-", "!")) or _is_outside(node, tag, within_article):
            continue
        within_article += tag in ("article", "main")
        page.enter(tag, node)
        todo.append((node, False))
        children = []
        child = node.child
        while child is not None:
            children.append((child, True))
            child = child.next
        todo.extend(reversed(children))


def _is_outside(node: Any, tag: str, within_article: int) -> bool:
    if tag in GONE or (tag in PAGE_PARTS and not within_article):
        return True
    attributes = node.attributes
    return (
        attributes.get("role") in ROLES
        or "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or "display:none" in (attributes.get("style") or "").replace(" ", "")
    )


class _Page:
    """The paragraphs of a page so far."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.words: list[str] = []
        self.bold = self.plain = 0  # characters of the paragraph so far
        self.within_bold = 0
        self.heading = self.cells = self.raised = 0
        self.lists: list[tuple[str, int]] = []  # ul or ol, and the number of the last item
        self.item = ""
        self.notes = 0  # lists of notes that this stands in
        self.breaks = 0

    def enter(self, tag: str, node: Any) -> None:
        if tag in BLOCKS:
            self.flush_outside_cells()
        if tag in HEADINGS:
            self.heading += 1
        elif tag in ("ul", "ol"):
            self.begin_list(tag, node.attributes)
        elif tag == "li" and self.lists:
            kind, number = self.lists[-1]
            self.lists[-1] = kind, number + 1
            self.item = f"{number + 1}." if kind == "ol" else "•"
        elif tag == "tr":
            self.cells += 1
        elif tag in ("td", "th"):
            self.words.append(" | ")
        elif tag == "br":
            self.break_line()
        elif tag == "sup":
            self.raised += 1
        elif tag in ("b", "strong"):
            self.within_bold += 1

    def begin_list(self, tag: str, attributes: Any) -> None:
        start = attributes.get("start") or "1"
        self.lists.append((tag, int(start) - 1 if start.isdecimal() and len(start) < 6 else 0))
        named = f"{attributes.get('class')} {attributes.get('id')}"
        self.notes += bool(self.notes or NOTE_LIST.search(named))

    def break_line(self) -> None:
        self.breaks += 1
        if self.breaks > 1:
            self.flush_outside_cells()
        else:
            self.words.append("\n")

    def leave(self, tag: str) -> None:
        if tag in BLOCKS:
            self.flush_outside_cells(ends=tag == "tr")
        if tag in HEADINGS:
            self.heading -= 1
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
            self.notes = max(self.notes - 1, 0)
        elif tag == "tr":
            self.cells -= 1
        elif tag == "sup":
            self.raised -= 1
        elif tag in ("b", "strong"):
            self.within_bold -= 1

    def add(self, text: str) -> None:
        if self.raised and (number := NUMBER.fullmatch(text)):
            text = write_mark(number[1])
        elif text.strip():
            self.breaks = 0
            if self.within_bold:
                self.bold += len(text.strip())
            else:
                self.plain += len(text.strip())
        self.words.append(text)

    def flush_outside_cells(self, *, ends: bool = False) -> None:
        """A paragraph ends, but not within a row, which is a passage of its own."""
        if not self.cells or (ends and self.cells == 1):
            self.flush()
        else:
            self.words.append(" ")

    def flush(self) -> None:
        text = " ".join("".join(self.words).split()).strip(" |")
        text = re.sub(r"\s*\|[\s|]*", " | ", text)
        bold = self.bold > 0 and not self.plain
        self.words, self.bold, self.plain, self.breaks = [], 0, 0, 0
        if not text:
            return
        if note := NOTE.match(text):
            self.blocks.append(Block(text[note.end() :], "note", note[1] or note[2]))
        elif self.notes and self.item.endswith("."):
            self.blocks.append(Block(text, "note", self.item[:-1]))
        elif self.cells and "|" in text:
            self.blocks.append(Block(text, "cell"))
        else:
            self.blocks.append(self.make_paragraph(text, bold=bold))
        self.item = ""

    def make_paragraph(self, text: str, *, bold: bool) -> Block:
        label = self.item
        if not label and (numbered := LABEL.match(text)):
            label, text = numbered["label"] or numbered["glued"], text[numbered.end() :]
        if self.heading:
            return Block(text, "heading", label)
        if label == "•":
            return Block(text, "item", label)
        is_title = bold and len(text) < 150 and text[-1] not in ".;,:"
        return Block(text, "heading" if is_title else "paragraph", label)

    def finish(self) -> list[Block]:
        """The blocks; what looks like a note and has no mark in the text is a paragraph, its number printed."""
        marked = {
            number
            for block in self.blocks
            if block.kind != "note"
            for number in re.findall(rf"{MARK_OPEN}(\w+){MARK_CLOSE}|\[(\d+)\]", block.text)
            for number in number
            if number
        }
        for block in self.blocks:
            if block.kind == "note" and block.label not in marked:
                block.kind, block.text, block.label = "paragraph", f"{block.label} {block.text}", ""
        noted = {block.label for block in self.blocks if block.kind == "note"}
        for block in self.blocks:
            block.text = re.sub(
                r"\s*\[(\d+)\]",
                lambda mark: write_mark(mark[1]) if mark[1] in noted else mark[0],
                block.text,
            )
        return self.blocks
