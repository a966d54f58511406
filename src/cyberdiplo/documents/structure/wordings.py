"""How the paragraphs of a resolution open and end: its formula, its preamble, its verbs, the sitting below it."""

from __future__ import annotations

import re

from cyberdiplo.documents.structure.titles import RULE

OPENER = re.compile(r"(?:The|La|Le|L['’]|Les|El|Los|We, the|Nous,)\s?[^.;:?!]{3,160},")
MARKED = re.compile(r",(?:\s*\d{1,2})?$")  # the comma that ends a paragraph of a preamble, with a footnote's bare mark
PARTICIPLE = re.compile(r"(?:Se |Having )?[^\W\d_]+(?:ant|ing|ndo|ed|ée?s?)\b")
PRESENT = re.compile(  # the verb of an operative paragraph, as it opens one that has no number
    r"(?:(?:Also|Further|Strongly)\s+)?[A-Z][a-z]+(?:es|ts|ds|ns|ls|rs|ms|ks)(?: upon)?\b"
    r"|(?:Décide|Prie|Invite|Demande|Engage|Exhorte|Réaffirme|Rappelle|Souligne|Encourage|Recommande|Adopte|Approuve"
    r"|Decide|Pide|Solicita|Invita|Insta|Exhorta|Reafirma|Alienta|Aprueba|Adopta)\b"
)
RULE_TEXT = re.compile(rf"{RULE.pattern}(?<=[.:–—]\s)(?=\S)", re.I)
ALONE = re.compile(rf"(?:{PRESENT.pattern})\s?[,:]")
CLOSING = re.compile(  # the sitting at which a resolution was adopted, below its last paragraph
    r"\d{1,4}(?:st|nd|rd|th) (?:plenary )?meeting(?:,?\s+\d{1,2} \w+ \d{4})?"
    r"|\d{1,4}\s?e séance plénière(?:,?\s+(?:le )?\d{1,2}(?:er)? \w+ \d{4})?|\d{1,4}ª sesión plenaria.{0,30}"
)
DAY = re.compile(r"(?:le )?\d{1,2}(?:er)? (?:de )?\w+ (?:de )?\d{4}", re.I)


def is_operative(text: str) -> bool:
    """Whether a paragraph without a number is operative: a verb of the present opens it, and no comma ends it."""
    return bool(ALONE.fullmatch(text) or (PRESENT.match(text) and text.endswith((".", ":", ";"))))


def ends_preambular(text: str) -> bool:
    """Whether a paragraph ends as those of a preamble do: with a comma, after a participle also with a semicolon."""
    return bool(MARKED.search(text) or (text.endswith(";") and PARTICIPLE.match(text)))
