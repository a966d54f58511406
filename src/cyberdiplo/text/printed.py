"""Text of documents as it is compared: what a printer, a page break or a keyboard changes makes no difference."""

from __future__ import annotations

import re
import unicodedata

# One apostrophe and one quotation mark; French ones have a space inside, which is no part of the words.
QUOTES = re.compile(r"«\s*|\s*»|[“”„‟″]")
APOSTROPHES = re.compile("[’‘‛ʼ′´`]")
DASHES = re.compile("[\u2010-\u2015\u2212]")
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")
BEFORE_PUNCTUATION = re.compile(r"\s+(?=[:;!?%])")

# Marks of footnotes as they are printed, written in HTML, in Markdown or as superscript digits.
FOOTNOTE_MARK = r"<sup>\s*\(?(\d+)\)?\s*</sup>|\[\^(\w+)\]|(?<=\S)([⁰¹²³⁴-⁹]+)"
MARKS = re.compile(rf"\s*(?:{FOOTNOTE_MARK})|\[\d+\]")
MARKUP = re.compile(r"\]\([^)]*\)|[*\[\]]")

# A word that a line or page break cuts in two. Whether its hyphen belongs to it (« est-ce ») cannot be seen there:
# SPLIT stands for both. Before a capital or a digit (« Asie-Pacifique », « 2017-2023 ») it does.
SPLIT = "\u00ad"
HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
BROKEN_SOFTLY = re.compile("\u00ad\\s*\\n\\s*")
BROKEN = re.compile(r"(?<=[^\W\d_])-[ \t]*\n\s*(?=[^\W\d_])")
BROKEN_PAIR = re.compile(r"(?<=\w)-[ \t]*\n\s*(?=\w)")


def normalise(text: str) -> str:
    """Text as it is compared: one Unicode form, plain apostrophes and spaces, no footnote marks, no page breaks."""
    text = MARKUP.sub("", MARKS.sub("", unicodedata.normalize("NFC", text)))
    text = DASHES.sub("-", unicodedata.normalize("NFKC", text))
    text = BROKEN_SOFTLY.sub("", text).replace("\u00ad", "")
    text = BROKEN.sub(lambda match: _join(text, match.end()), text)
    text = INVISIBLE.sub("", BROKEN_PAIR.sub("-", text))
    text = APOSTROPHES.sub("'", QUOTES.sub('"', text))
    return " ".join(BEFORE_PUNCTUATION.sub("", text).split())


def _join(text: str, after: int) -> str:
    return SPLIT if text[after].islower() else "-"


def split_words(text: str, *, cased: bool = False) -> list[str]:
    """The words of a text in their order, folded, without punctuation, and without case unless ``cased``."""
    plain = normalise(text).replace(SPLIT, "")
    return re.findall(r"\w+", plain if cased else plain.casefold())


def count_occurrences(anchor: str, passage: str) -> int:
    """How often the anchor stands in a folded passage, as whole words."""
    plain = normalise(anchor)
    if times := len(re.findall(_make_pattern(plain, broken=SPLIT in passage), passage)):
        return times
    if "-" not in plain + passage:
        return 0
    # Whether a hyphen at a line end belongs to its word is a guess: without any, both guesses are one.
    return len(re.findall(_make_pattern(HYPHEN.sub("", plain), broken=False), HYPHEN.sub("", passage)))


def _make_pattern(anchor: str, *, broken: bool) -> str:
    """A pattern for a folded anchor; in a passage that has broken words, any of its words may be one."""
    pattern = re.escape(anchor)
    if broken:
        pattern = re.sub(r"\\-", f"[-{SPLIT}]", pattern)
        pattern = re.sub(r"(?<=[^\W\d_])(?=[^\W\d_])", f"{SPLIT}?", pattern)
    return rf"(?<![\w{SPLIT}]){pattern}(?![\w{SPLIT}])"
