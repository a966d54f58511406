"""Source documents as passages: where each locator begins and ends, and the text as it is compared.

Two ways of naming a place are understood in any text document: ``line 9`` is a line of the file, and where
paragraphs are numbered ``par. 3.5``, ``par. 5.1 item 2``, ``sec. 2.1 item 1``, ``note 7`` and ``preamble``
(all that stands before the first section) follow the document's own numbering.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

PARAGRAPH = re.compile(r"^(\d+(?:\.\d+)+)\.\s+(.*)")
SECTION = re.compile(r"^(?:#+\s*|\*\*)(\d+(?:\.\d+)*)\s+(.*)")
NOTE = re.compile(r"^<sup>(\d+)</sup>\s+(.*)")
ITEM = re.compile(r"^[-•]\s+(.*)")
RULE = re.compile(r"^\s*(?:-{3,}|\*{3,})\s*$")

APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "«": '"', "»": '"'})
MARKS = re.compile(r"<sup>\s*\d+\s*</sup>|\*+|\]\([^)]*\)|[\[\]]")
DASHES = re.compile("[\u2010\u2011\u2012\u2013]")
SOFT = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
BROKEN = re.compile(r"(?<=[^\W\d_])-\s*\n\s*(?=[a-zà-ÿ])")


def fold(text: str) -> str:
    """Text as it is compared: one Unicode form, plain apostrophes and spaces, no footnote marks, no page breaks."""
    text = BROKEN.sub("", unicodedata.normalize("NFC", text))
    text = SOFT.sub("", MARKS.sub("", text)).translate(APOSTROPHES)
    return " ".join(DASHES.sub("-", text).split())


def passages(document: str) -> dict[str, str]:
    """Every locator of a document with its folded text."""
    found: dict[str, list[str]] = {}
    for locator, line in _lines(document):
        found.setdefault(locator, []).append(line)
    return {locator: fold("\n".join(lines)) for locator, lines in found.items()}


def _lines(document: str) -> Iterator[tuple[str, str]]:
    """Each line under each locator that it belongs to."""
    place, item = "preamble", 0
    numbered = any(PARAGRAPH.match(line) for line in document.splitlines())
    for number, line in enumerate(document.splitlines(), 1):
        if not line.strip() or RULE.match(line):
            continue
        yield f"line {number}", line
        if not numbered:
            continue
        if note := NOTE.match(line):  # at the foot of a page: the paragraph goes on after it
            yield f"note {note[1]}", note[2]
            continue
        if paragraph := PARAGRAPH.match(line):
            place, item, line = f"par. {paragraph[1]}", 0, paragraph[2]
        elif section := SECTION.match(line):
            place, item, line = f"sec. {section[1]}", 0, section[2]
        elif ITEM.match(line):
            item += 1
        yield place, line
        if item:
            yield f"{place} item {item}", line


def occurrences(anchor: str, passage: str) -> int:
    """How often the anchor stands in a folded passage, as whole words."""
    return len(re.findall(rf"(?<!\w){re.escape(fold(anchor))}(?!\w)", passage))
