"""People as a text introduces them: form of address, name, what stands in brackets and behind the comma."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.posts.words import POST_WORD
from cyberdiplo.drafts.words import ANY_VERB, AUXILIARY, FOR_PART, PARTICLES, SOURCE, join, read_words
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cyberdiplo.drafts.known import Known

CAPITAL = r"(?:[^\W\d_a-zß-öø-ÿ]\.(?:-?[^\W\d_a-zß-öø-ÿ]\.)*|[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:['’‐‑–-][^\W\d_]+)*)"
TOKEN = rf"(?:[dDlL]['’])?{CAPITAL}"
NAME = rf"{TOKEN}(?:\s+(?:(?:{PARTICLES})\s+){{0,2}}{TOKEN}){{0,5}}(?:,?\s(?:Jr|Sr)\.)?"
BRACKETS = r"\((?P<label>(?:[^()]|\([^()]*\))*)\)"
PLAIN = re.compile(rf"^(?P<name>{NAME})\s*{BRACKETS}")
ARTICLES = ("the", "la", "le", "les", "el", "los", "las")
JOINTS = frozenset(
    [*ARTICLES, "of", "for", "on", "at", "in", "de", "du", "des", "del", "pour", "para"]
)  # no name is behind
OCCASION = frozenset(["AT", "DURING", "BEFORE", "FOR", "AU", "LORS", "ANTE", "DURANTE"])
SUBJECT = frozenset(["ON", "TO", "SUR", "SOBRE"])  # behind two words of a name; the second may be one of these
LEAST_NAMES = 2  # words of a name
MOST_NAMES = 4  # words of a name beside a post
TITLED = re.compile(
    r"^(?P<words>(?:The )?[^\W\d_a-zß-öø-ÿ][\w.'’-]*(?: [\w.'’/-]+){2,10}?)"
    r"(?=,? (?:[a-zà-ÿ]+(?:ed|ó)|told|said|spoke|drew|made|gave|in an? |a |ha )\b|,)"
)
# At the head; or behind « at the close, » or « el chileno ».
APPOSED = (
    re.compile(rf"^(?P<name>{NAME})(?=,)"),
    re.compile(rf"^(?:[^,.;:]{{3,60}},\s+|(?:The|El|La)\s+[a-zà-ÿ-]+\s+)(?P<name>{NAME})(?=,)"),
)
NEXT = re.compile(rf"^\s*(?:,|et|and|y|e|&|ainsi que|as well as)\s*(?:et\s|and\s|y\s)?\s*(?P<name>{NAME})\s*{BRACKETS}")


IN_CAPITALS = (
    "Ambassador",
    "Ambassadeur",
    "Embajador",
    "Embajadora",
    "Mr",
    "Mrs",
    "Ms",
    "Mme",
    "Mlle",
    "Dr",
    "Sr",
    "Sra",
    "Amb",
    "H.E",
)  # forms of address in a title all in capitals
NO_PEOPLE = ("country", "organisation", "forum", "process", "measure", "meeting")  # a name of one of these is nobody's
ACRONYM = 4  # letters, up to which capitals among other words are no name


ALSO_NAMES = frozenset(
    ["dean", "head", "fellow", "lead", "partner", "chef", "consul", "premier", "principal", "senior"]
)


class Introduction(NamedTuple):
    """A person as printed at one place: from ``start`` to ``end`` stands the name with what is in brackets."""

    honorific: str
    name: str
    label: str
    start: int
    end: int
    name_start: int
    name_end: int


class Person(NamedTuple):
    """A name in its parts; ``sure`` where the text itself shows which of them is the family's."""

    given_name: str
    family_name: str
    sure: bool


@cache
def _addressed() -> re.Pattern[str]:
    """A form of address, a name, brackets."""
    printed = [row[0] for row in read_words("honorifics")]
    capitals = [form.upper() for form in printed if form.rstrip(".").rpartition(" ")[2] in IN_CAPITALS]
    honorific = join([re.escape(form) for form in {*printed, *capitals}])
    return re.compile(
        rf"(?<![\w.])(?P<honorific>(?:(?:{honorific})\s+)+)(?P<name>(?:(?:{PARTICLES})\s+)?{NAME})\s*(?:{BRACKETS})?"
    )


def find_addressed(text: str) -> Iterator[Introduction]:
    """Everybody whom a text names with a form of address, in its order; « M. » with a family name alone too."""
    for match in _addressed().finditer(text):
        name = _trim(match["name"])
        if not name:
            continue
        full = name == match["name"]
        yield Introduction(
            " ".join(match["honorific"].split()),
            name,
            " ".join((match["label"] or "").split()) if full else "",
            match.start(),
            match.end() if full else match.start("name") + len(name),
            match.start("name"),
            match.start("name") + len(name),
        )


def find_plain(text: str, offset: int = 0) -> Introduction | None:
    """The person with whose name and brackets a text begins: ``Mike Mullane (IEC) presented``."""
    match = PLAIN.match(text)
    if not match or not is_personal(match["name"]):
        return None
    start, end = match.span()
    return Introduction(
        "", match["name"], " ".join(match["label"].split()), start + offset, end + offset, *(
            place + offset for place in match.span("name"))
    )  # fmt: skip


def find_apposed(text: str, offset: int = 0) -> Iterator[Introduction]:
    """A bare name before a comma at the head of a text, or behind what opens it: ``Jane Doe, Director, said``."""
    for pattern in APPOSED:
        if (match := pattern.match(text)) and is_personal(match["name"]):
            start, end = (place + offset for place in match.span("name"))
            yield Introduction("", match["name"], "", start, end, start, end)


def find_titled(text: str, known: Known) -> tuple[Introduction, str] | None:
    """Somebody at the head of a sentence whose post stands before the bare name, and that post.

    « Deputy Minister of Chile Jane Doe opened », « OSCE Secretary General Jane Doe »: the name is what is left of the
    words in capitals behind the last word that no name has, and behind a State or an acronym.
    """
    match = TITLED.match(text)
    words = list(re.finditer(r"\S+", match["words"])) if match else []
    first = len(words)
    while first and may_be_of_name(words[first - 1][0]) and not _ends_state(words, first, known):
        first -= 1
    if first and words[first - 1][0].casefold() in JOINTS:  # « director of the Kettle Museum »: what the post is of
        is_of_post = first > 1 and POST_WORD.fullmatch(words[first - 2][0])
        if words[first - 1][0].casefold() in ARTICLES or not is_of_post or len(words) - first <= LEAST_NAMES:
            return None
        first += 1
    name = " ".join(word[0] for word in words[first:])
    post = " ".join(word[0] for word in words[:first])
    if not (post and is_personal(name) and len(words) - first <= MOST_NAMES):
        return None
    start, end = words[first].start(), words[-1].end()
    return Introduction("", name, "", start, end, start, end), post


def _is_acronym(word: str) -> bool:
    """Whether a word among others is one of capitals; « C. » of a middle name is none."""
    return word.isupper() and len(word) <= ACRONYM and not re.fullmatch(r"[^\W\d_]\.", word)


def may_be_of_name(word: str) -> bool:
    """Whether a word may be one of somebody's name: with a capital, no acronym, no word of offices."""
    parts = {fold(word), *(fold(part) for part in word.split("-"))}
    is_post = POST_WORD.fullmatch(word) is not None and fold(word) not in ALSO_NAMES
    return word[0].isupper() and not (is_post or _is_acronym(word) or parts & _read_other_words())


def _ends_state(words: list[re.Match[str]], end: int, known: Known) -> bool:
    """Whether a State's name ends before this word: « of Slovakia », « of the Russian Federation »."""
    return any(known.country(" ".join(word[0] for word in words[at:end])) for at in range(max(end - 3, 0), end))


def find_inverted(text: str) -> int:
    """Where the name of whoever speaks stands behind the verb: ``, a souligné M. Jean Petit``; -1 where none does."""
    match = _inverted().search(text)
    return match.end() if match else -1


def find_bare(text: str, at: int) -> Introduction | None:
    """The bare name at a place of a text, before a comma and who that is."""
    return next((who for who in find_apposed(text[at:], at) if who.start == at), None)


@cache
def _inverted() -> re.Pattern[str]:
    """What is said, then a verb of speaking, then a name."""
    verbs = join([row[0] for row in read_words("speech")])
    return re.compile(
        rf"(?:[^\W\d_»”\"'’][,»”\"'’]+[ ,]*(?i:{AUXILIARY}(?:{verbs}))|[.!?…,]?\s?[”»\"“][ ,]*{ANY_VERB}"
        rf"|,\s(?i:{SOURCE}))\s+{FOR_PART}(?:(?:el|la|le)\s+)?(?=[^\W\d_a-zß-öø-ÿ]|(?:{PARTICLES})\s[^\W\d_a-zß-öø-ÿ])"
    )


def find_next(text: str, start: int) -> Introduction | None:
    """Who follows in a row of people: ``, Jane Doe (Japan)`` or ``and Jane Doe (Japan)``."""
    match = NEXT.match(text[start:])
    if not match or not is_personal(match["name"]):
        return None
    places = [place + start for place in (*match.span(), *match.span("name"))]
    return Introduction("", match["name"], " ".join(match["label"].split()), places[2], *places[1:])


@cache
def _read_other_words() -> frozenset[str]:
    """What a person's name never has: words of bodies, offices, texts and sentences."""
    return frozenset(fold(row[0]) for row in read_words("not_names"))


def has_other_words(name: str) -> bool:
    """Whether a word of a name is one that a person's name never has: « Alterna » behind « Embajadora »."""
    return any(fold(word) in _read_other_words() for word in name.split() if word not in read_particles())


def is_personal(name: str) -> bool:
    """Whether printed words may be somebody's name: two to six of them, none of which a person's name has."""
    words = name.split()
    if not 2 <= len(words) <= 6:
        return False
    inner = words[1:-1]
    plain = [words[0], *(word for word in inner if word.casefold() not in read_particles()), words[-1]]
    if any(fold(word) in _read_other_words() for word in plain):
        return False
    return name.isupper() or not any(_is_acronym(word) for word in words)


@cache
def read_particles() -> frozenset[str]:
    """The small words that stand within a name."""
    return frozenset(PARTICLES.split("|"))


@cache
def read_forms() -> frozenset[str]:
    """The words of which forms of address are made: « M. », « R.P. », « H.E. »."""
    words = {word for row in read_words("honorifics") for word in row[0].split() if word[0].isupper()}
    return frozenset(word for word in words if not POST_WORD.fullmatch(word))


def _cut_occasion(words: list[str]) -> list[str]:
    """The words of a title in capitals without those of where or on what somebody spoke: « JANE DOE AT THE FAIR »."""
    for at, word in enumerate(words[:-1]):
        if word in (OCCASION if at == 1 else OCCASION | SUBJECT) and at:
            return words[:at]
    return words


def _trim(name: str) -> str:
    """A name without a word behind it that begins something else: ``M. Gan Selon``."""
    words = _cut_occasion(name.split()) if name.isupper() else name.split()
    at = next((at for at, word in enumerate(words) if POST_WORD.fullmatch(word) and fold(word) not in ALSO_NAMES), None)
    if at is not None:  # « Embajador Representante Permanente de Chile »: a post, and nobody's name
        words = words[:at] if at >= 2 else []
    if words and not name.isupper():
        words[-1] = re.sub(r"['’]s$", "", words[-1])  # « Lord Roe's address »
    while words and (words[-1].casefold() in read_particles() or fold(words[-1]) in _read_other_words()):
        words.pop()
    return " ".join(words)


def split_name(name: str, later: Iterable[str]) -> Person:
    """Given and family names: by capitals, by how the text calls the person later on, else by the last word.

    ``later`` are the names that stand after a form of address in the same document: « M. Endhy Aziz » of somebody
    who was introduced as « M. Mohamad Endhy Aziz ».
    """
    name = lower_capitals(name) if name.isupper() else name
    name = re.sub(r",?\s(?:Jr|Sr)\.$", "", name)
    words = name.split()
    capitals = [word for word in words if len(word) > 1 and word.isupper() and "." not in word]
    if capitals and len(capitals) < len(words):
        family = " ".join(capitals)
        return Person(" ".join(word for word in words if word not in capitals), lower_capitals(family), sure=True)
    shorter = [form for form in later if form != name and 0 < len(form.split()) < len(words)]
    for form in sorted(set(shorter), key=len, reverse=True):
        parts = form.split()
        for at in (len(words) - len(parts), 0):
            if words[at : at + len(parts)] == parts:
                rest = words[:at] + words[at + len(parts) :]
                return Person(" ".join(rest), form, sure=True)
    first = len(words) - 1
    while first > 1 and words[first - 1].casefold() in read_particles():
        first -= 1
    return Person(" ".join(words[:first]), " ".join(words[first:]), sure=len(words) == 2)


def lower_capitals(name: str) -> str:
    """VEGA FIDALGO as it is written among other words."""
    return re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), name)
