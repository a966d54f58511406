"""What stands like a heading by its words: articles, annexes, parts, principles, chapters, lines in capitals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.documents.structure.speakers import is_stage

if TYPE_CHECKING:
    from cyberdiplo.documents.passages import Block

ARTICLE = re.compile(
    r"(?:Article|Art\.|Artículo|Artikel)\s+(\d+(?:\s*(?:bis|ter|quater))?|premier|first|primero|[IVXLC]+)\b[.:]?\s*",
    re.I,
)
ANNEX = re.compile(r"(Annex|Annexe|Appendix|Appendice|Anexo|Attachment)(?:\s+([IVXLC]+|\d+|[A-Z]))?\b[.:]?\s*", re.I)
PART = re.compile(r"(?:Part\s+|Partie\s+)?([A-Z])")  # of a resolution in several parts: a letter that stands alone
SECTION = re.compile(r"[IVXL]{1,6}")  # of a text in sections: a Roman number that stands alone
CHAPTER = re.compile(
    r"(?:(?:Chapter|Chapitre|Capítulo|Title|Titre|Section|Part|Partie)\s+(?:[IVXLC]+|\d+|premier|one|two|three|four|five)"
    r"|(?:Première|Deuxième|Troisième|Quatrième)\s+partie)\b",
    re.I,
)
RULE = re.compile(
    r"(Principle|Principe|Principio|Rule|Règle|Regla|Guideline|Ligne directrice|Directriz|Norm|Norme|Norma)"
    r"\s+(\d{1,3})\b[.:–—]?\s*",
    re.I,
)
RULES = {
    "princ": "principle", "rule": "rule", "règl": "rule", "regl": "rule", "guid": "guideline", "lign": "guideline",
    "dire": "guideline", "norm": "norm",
}  # fmt: skip
FIRST = {"premier": "1", "first": "1", "primero": "1"}
LONGEST = 200  # characters of a heading


def is_title(block: Block) -> bool:
    """Whether a paragraph stands like a heading: short, in capitals or by its word, and ends like none."""
    text = block.text.strip()
    if block.kind != "paragraph" or block.label or len(text) > LONGEST or text.count("\n") > 2:
        return False
    if match_head(ARTICLE, text) or match_head(ANNEX, text) or match_head(RULE, text):
        return True
    if PART.fullmatch(text) or SECTION.fullmatch(text):
        return True
    if CHAPTER.match(text) and not re.search(r"[.;,:]\s*$", text):
        return True
    letters = re.sub(r"[\W\d_]", "", text)
    is_capitals = len(letters) > 3 and letters.isupper() and len(letters) * 2 > len(text)
    if is_capitals and not re.search(r"[.;,:]$", text) and not is_stage(text):
        block.kind = "heading"
        return True
    return False


def is_short(text: str) -> bool:
    """Whether a text is as short as a title, and ends like one."""
    return len(text) < 120 and not re.search(r"[.;,:]\s*$", text)


def match_head(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """ "Article 5", alone or before a short title; not a sentence that begins so."""
    match = pattern.match(text)
    if not match:
        return None
    rest = text[match.end() :].strip()
    ends_short = len(rest) < 100 and not re.search(r"[.;,:]$", rest) and not re.match(r"[a-zà-ÿ(]", rest)
    return match if ends_short and (text[:1].isupper() or not rest) else None


def name_article(match: re.Match[str]) -> str:
    """The place of an article by its heading: ``art. 5``."""
    return f"art. {FIRST.get(match[1].lower(), ' '.join(match[1].split()))}"


def name_rule(match: re.Match[str]) -> str:
    """The place of a principle, rule, guideline or norm by its heading: ``principle 5``."""
    word = match[1].lower()
    return f"{next(name for start, name in RULES.items() if word.startswith(start))} {match[2]}"


def name_annex(match: re.Match[str], within: str) -> str:
    """The place of an annex by its heading, of an appendix to an annex too: ``annex II``, ``annex, appendix 1``."""
    number = match[2] or ""
    if match[1].lower().startswith("append") and "annex" in within:
        return ", ".join((within.partition(", appendix")[0], f"appendix {number}".strip()))
    return f"annex {number}".strip()


def follows(letter: str, last: str) -> bool:
    """Whether a part with this letter comes after the part with that one, ``A`` after none."""
    return letter == (chr(ord(last) + 1) if last else "A")
