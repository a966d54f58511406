"""What stands before a turn: a person, a State, an office with or without who holds it; or nobody who is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.drafts.people.introduced import (
    BRACKETS,
    MOST_NAMES,
    NAME,
    Introduction,
    find_addressed,
    is_personal,
    may_be_of_name,
    read_particles,
)
from cyberdiplo.drafts.posts.words import POST_WORD
from cyberdiplo.drafts.words import LEADER

if TYPE_CHECKING:
    from cyberdiplo.drafts.known import Known

BORDER = r"\b"
LABEL = re.compile(rf"^(?P<name>{NAME})\s*(?:,\s*(?P<post>[^()]+))?(?:{BRACKETS})?$")
# « El señor VICEPRESIDENTE (Mora Gil) », « The President (Ms Roe) »: the office, and in brackets who holds it.
BEHIND_OFFICE = re.compile(rf"(?P<office>[^()]{{3,60}}?)\s*\((?:(?:Mr|Ms|Mrs|Mme|M|Sr|Sra)\.?\s)?(?P<name>{NAME})\)$")
QUESTION = re.compile(r"^(?:Q|QUESTION|PARTICIPANT|INTERVENANTE?|DELEGATE|AUDIENCE|UNIDENTIFIED.*)$", re.IGNORECASE)
OFFICE = re.compile(
    r"^(?:the |le |la |l['’]|el |madam |mr\.? |ms\.? |señora? |acting )*(?:vice-?)?"
    + f"(?:{LEADER.pattern.removeprefix(BORDER)})"
    + r"\b",
    re.IGNORECASE,
)
# « CHAIR JANE ROE », « Moderator Jane Roe »: the office before the name.
OFFICE_FIRST = re.compile(rf"(?:[Tt]he |THE )?(?:(?i:vice|co)-)?(?i:{LEADER.pattern}),?\s+(?P<name>{NAME})$")
LEADS = re.compile(rf"\s*,\s*(?:{LEADER.pattern})\s*", re.IGNORECASE)  # « M. Jean Petit, président »
FOR_STATE = re.compile(
    r"^(?:the\s|le\s|la\s|el\s)?(?:representative|delegat(?:e|ion)|représentante?|délégation|délégué"
    r"|representante|delegación)\s+"
    r"(?:of the|of|de la|de l['’]|des|du|del|de)\s*",
    re.IGNORECASE,
)
SPEAKS_IN = re.compile(
    r"\((?:spoke in|parle en|a parlé en|habló en|interpretation from)\s+(?P<lang>[^()]+)\)", re.IGNORECASE
)


def join_parts(label: str, known: Known) -> str:
    """« Body | Jane Doe | Director » as « Jane Doe, Director, Body », « Iraq | Representative » as the State alone."""
    parts = [part.strip() for part in label.split(" | ")]
    if len(parts) == 1:
        return label
    name = next((part for part in parts if LABEL.match(part) and is_personal(write_small(part))), "")
    others = [part for part in parts if part != name]
    if not name:
        return next((part for part in parts if known.country(part)), parts[-1])
    if led := next((part for part in others if LEADER.fullmatch(re.sub(r"^(?:Co|Vice)-?\s?", "", part))), ""):
        return f"{led} {name}"
    return ", ".join([name, *reversed(others)])


def strip_office(label: str) -> str:
    """A label without the words for who speaks for a State: « Representative of Spain », « Delegation of Chile »."""
    return FOR_STATE.sub("", SPEAKS_IN.sub("", label)).strip()


def is_called(label: str, texts: str) -> bool:
    """Whether the text has the first or the last word of a name in capitals too: « Thank you, Anja »."""
    words = write_small(label).split()
    return (
        label.isupper()
        and is_personal(write_small(label))
        and any(re.search(rf"\b{re.escape(word)}\b", texts) for word in (words[0], words[-1]) if len(word) > 2)
    )


def find_office(label: str) -> str:
    """The role of whoever leads: moderator or chair."""
    return "moderator" if re.search(r"moderator|modérat|moderador|facilitat", label, re.IGNORECASE) else "chair"


def is_name_in(label: str, texts: str) -> bool:
    """Whether a label in capitals is a name that the text has too, in small letters."""
    return label.isupper() and is_personal(write_small(label)) and write_small(label) in texts


def read_label(label: str, texts: str, *, by_names: bool = False) -> Introduction | None:
    """A person by what stands before a turn: a form of address and a name, or a name alone.

    Words in capitals with nothing behind them may be an office: they are a name where it stands in the text too, or
    where speakers are marked ``by_names``, which is so when another of them is.
    """
    if (behind := BEHIND_OFFICE.match(label)) and OFFICE.search(behind["office"]):
        return Introduction("", behind["name"], "", behind.start("name"), len(label), *behind.span("name"))
    for who in find_addressed(label):
        return who._replace(name=write_small(who.name))
    if (led := OFFICE_FIRST.match(label)) and is_personal(write_small(led["name"])):
        return Introduction("", write_small(led["name"]), "", led.start("name"), len(label), *led.span("name"))
    match = LABEL.match(label)
    if match is None or not is_personal(write_small(match["name"])) or OFFICE.match(label):
        return None
    if is_form(match["name"].split()[0]):  # « SENATOR ROE »
        return None
    inside = " ".join((match["label"] or match["post"] or "").split())
    is_told = by_names or write_small(match["name"]) in texts or is_called(match["name"], texts)
    if match["name"].isupper() and not inside and not is_told:
        return None
    return Introduction("", write_small(match["name"]), inside, 0, len(label), *match.span("name"))


def write_small(name: str) -> str:
    """JANE DOE as a name is written."""
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), name) if name.isupper() else name


# Offices by their first letters alone, as press offices write them before a turn.
LETTERS = {
    "SG": r"secretary[ -]general|secr[ée]taire g[ée]n[ée]ral|secretari[oa] general",
    "USG": r"under[ -]secretary[ -]general",
    "ASG": r"assistant secretary[ -]general",
    "DSG": r"deputy secretary[ -]general",
    "PM": r"prime minister|premi(?:er|[èe]re) ministre|primer ministro|primera ministra",
    "DPM": r"deputy prime minister",
    "FM": r"foreign minister|minister (?:of|for) foreign affairs",
    "DG": r"director[ -]general|direct(?:eur|rice) g[ée]n[ée]rale?|directora? general",
    "DDG": r"deputy director[ -]general",
    "HC": r"high commissioner|haut[ -]commissaire",
    "HR/VP": r"high representative",
    "HRVP": r"high representative",
    "VP": r"vice[ -]president",
}
IN_BRACKETS = re.compile(rf"\s*{BRACKETS}$")
FORMS = re.compile(
    r"(?:arch)?bishop|cardinal|monsignor|msgr\.?|rev\.?|reverend|sheikh|prince(?:ss)?|congress(?:wo)?man|senator"
    r"|senadora?|sénat(?:eur|rice)|diputad[oa]|judge|general|colonel|(?:se[ñn]ora?|sra?|mr|mrs|ms|mme|m|mlle|dr|sir"
    r"|lord|lady|madam)\.?",
    re.IGNORECASE,
)


def is_form(word: str) -> bool:
    """Whether a word is an office or a form of address that stands before a name."""
    return POST_WORD.fullmatch(word) is not None or FORMS.fullmatch(word) is not None


def read_titled_label(label: str) -> tuple[str, Introduction] | None:
    """« DEPUTY SECRETARY-GENERAL ROE », « Prime Minister, Jane Roe », « SEÑOR MORA »: the office, and who holds it.

    The name is what is left behind the last word of an office; the family name alone is enough.
    """
    inside = IN_BRACKETS.search(label)
    plain = (label[: inside.start()] if inside else label).rstrip(" .")
    words = list(re.finditer(r"\S+", plain))
    first = len(words)
    while first and (may_be_of_name(word := write_small(words[first - 1][0])) or word.casefold() in read_particles()):
        if LEADER.fullmatch(word) or FORMS.fullmatch(word):
            break
        first -= 1
    title = plain[: words[first].start()].rstrip(" ,") if 0 < first < len(words) else ""
    last = title.rpartition(" ")[2]
    is_office = is_form(last) or LEADER.fullmatch(last) or re.search(r"[ -]g[ée]n[ée]rale?$", title, re.IGNORECASE)
    if not title or not is_office or len(words) - first > MOST_NAMES:
        return None
    start = words[first].start()
    if not all(part[0].isalpha() for part in plain[start:].split()):
        return None
    name = write_small(plain[start:])
    return title, Introduction("", name, inside["label"] if inside else "", start, len(label), start, len(plain))
