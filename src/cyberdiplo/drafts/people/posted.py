"""People whose post stands beside the name, before it or behind it, and who are said to speak, in any order of words.

« Cyberspace is for all, observed Secretary-General Jane Doe », « Next came John Roe, Director of the Institute, who
said »: who that is, the post beside the name tells; that they speak, a verb at the name or at the post.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.people.introduced import (
    LEAST_NAMES,
    MOST_NAMES,
    NAME,
    NO_PEOPLE,
    Introduction,
    is_personal,
    may_be_of_name,
    read_forms,
    read_particles,
)
from cyberdiplo.drafts.posts.bodies import classify
from cyberdiplo.drafts.posts.words import POST, POST_WORD
from cyberdiplo.drafts.words import (
    ANY_VERB,
    AUXILIARY,
    FOR_PART,
    LEADER,
    SOURCE,
    WHEN,
    join,
    read_words,
    speech,
    speech_within,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cyberdiplo.drafts.known import Known

FARTHEST = 300  # characters of an apposition
OF_MATTER = re.compile(rf"{POST_WORD.pattern}\s(?:of|for|de|du|del|des)\s$", re.IGNORECASE)  # a post, and of what
RUN = re.compile(rf"(?<![\w.’'-]){NAME}")
QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|‘[^’]{20,}’(?!\w)")
# Where the words of a post that stands before a name can begin at the earliest.
BOUNDARY = re.compile(r"[;:“”«»\"()!?—–]|(?<![A-Z])\.\s|,\s")
LETTERS_SUFFIX = r"(?:,?\s(?:MBE|OBE|CBE|CMG|KC|QC|MP|MEP|PhD|Ph\.D\.?|Esq\.?))*"
BRACKETS = re.compile(rf"{LETTERS_SUFFIX}\s*\((?P<label>[^()]{{2,120}})\)")
PREPOSITION = re.compile(
    r"(?:^|\s)(?:on|of|for|in|at|to|with|from|and|by|the|de|du|des|d['’]|sur|pour|à|la|les?|aux?|et|&"
    r"|en|del|el|los|las|y|para|sobre|against|contre)$",
    re.IGNORECASE,
)
LAST_ARTICLE = re.compile(r"(?<=,)\s(?:the|le|la|el)$|(?<=,)\sl['’]$")
OPENERS = ("according to", "selon", "d'après", "según", "pour", "para", "for")


class Posted(NamedTuple):
    """Somebody who speaks, the words for the post before the name, and where both begin."""

    who: Introduction
    title: str
    start: int


def blank_quotes(text: str) -> str:
    """A text in which nothing is left of what is quoted, each other word at its place."""
    return QUOTED.sub(lambda match: f"{match[0][0]}{' ' * (len(match[0]) - 2)}{match[0][-1]}", text)


# « Opening remarks were delivered by », « ouvert par »: what is done by speaking.
PASSIVE = (
    r"(?:(?:delivered|given|made|presented|opened|moderated|introduced|facilitated|remarks|address|speech) by"
    r"|(?:prononcée?s?|présentée?s?|ouverte?s?|animée?s?|modérée?s?) par"
    r"|(?:pronunciad[oa]s?|presentad[oa]s?|inaugurad[oa]s?|moderad[oa]s?|a cargo) (?:por|de))"
)


@cache
def _inverted() -> re.Pattern[str]:
    """A verb of speaking behind what is said, before who says it: ``” said``, ``, a déclaré le``."""
    verbs = join([row[0] for row in read_words("speech")])
    return re.compile(
        rf"(?:(?:[,”»\"’—–]\s*|^)(?:{AUXILIARY}(?:{verbs})|(?:was|were|est|fue|intervin\w+|followed by|comes?|came))"
        rf"|\b{PASSIVE}|\b(?:speaking|taking the floor|intervening) was"
        rf"|[”»\"][\s,]*{ANY_VERB}|,\s(?:{SOURCE}))\s+{FOR_PART}(?:the\s|le\s|la\s|l['’]|el\s)?$",
        re.IGNORECASE,
    )


def is_behind_verb(before: str) -> bool:
    """Whether the words before somebody end with the verb that makes them speak: ``” said the``."""
    return _inverted().search(before) is not None


def is_before_verb(rest: str) -> bool:
    """Whether a verb of speaking follows somebody, at once, behind an apposition, or behind « who »."""
    rest = WHEN.sub("", rest.lstrip(), count=1)
    if speech().match(rest):
        return True
    if not rest.startswith(","):
        return False
    match = speech_within().search(rest[:FARTHEST])
    return match is not None and not re.search(r"[.;:]\s", rest[: match.start()])


def find_title(before: str) -> tuple[int, str] | None:
    """The words for a post that a name follows, with a comma between or none, and where they begin.

    « , the new Deputy Minister of Trade of Chile, » and « said UN High Representative ».
    """
    tail = before.rstrip()
    tail = LAST_ARTICLE.sub("", _without_forms(tail))
    if not tail.endswith(",") and PREPOSITION.search(tail):
        return None  # « Working Party on Arms »: no name, but what the post is about
    tail = tail.rstrip(" ,")
    bounds = [match.end() for match in BOUNDARY.finditer(tail)]
    first = bounds[-1] if bounds else 0
    segment = tail[first:]
    match = POST_WORD.search(segment)
    if match is None or speech_within().search(segment[match.end() :]):
        return None
    start = match.start()
    for word in reversed(list(re.finditer(r"\S+", segment[:start]))):
        if not (word[0][0].isupper() or word[0] in ("new", "former", "outgoing", "acting")):
            break
        start = word.start()
    article = re.match(r"(?:The|Le|La|El|In|At|On)\s+|[Ll]['’]\s*", segment[start:])
    start += article.end() if article else 0
    return first + start, segment[start:]


def _without_forms(text: str) -> str:
    """What stands before a name, without its form of address: « the rector, Rev. »."""
    while (last := text.rpartition(" ")) and last[2] in read_forms():
        text = last[0].rstrip()
    return text


def find_posted(text: str, known: Known) -> Iterator[Posted]:
    """Everybody who speaks in a sentence by its own words and of whom it tells the post or, in brackets, the State."""
    plain = blank_quotes(text)
    for posted in find_named(text, known):
        head, after = plain[: posted.start], plain[posted.who.end :]
        if is_behind_verb(head) or _opens(head) or (is_before_verb(after) and not _is_taken(head)):
            yield posted


def find_named(text: str, known: Known) -> Iterator[Posted]:
    """Everybody whom a text names with the post or, in brackets, the State beside the name."""
    plain = blank_quotes(text)
    for run in RUN.finditer(plain):
        if run.start() > FARTHEST * 2:
            return
        name = _cut_name(run, known)
        if name is None:
            continue
        start, end = name
        rest = plain[end:]
        label = match["label"] if (match := BRACKETS.match(rest)) else ""
        parts = [part.strip() for part in label.split(",")]
        is_labelled = bool(label) and bool(known.body(parts[0]) or any(known.country(part) for part in parts))
        after = rest[match.end() :] if match else re.sub(rf"^{LETTERS_SUFFIX}", "", rest)
        title = find_title(plain[:start])
        if title or is_labelled or is_post(after):
            who = Introduction(
                "", text[start:end], label if is_labelled else "", start, len(plain) - len(after), start, end
            )
            yield Posted(who, title[1] if title else "", title[0] if title else start)


def is_post(rest: str) -> bool:
    """Whether a post stands behind a name, after a comma: ``, Director of Trade``."""
    return rest.startswith(",") and POST.match(rest.lstrip(", ")) is not None


def _opens(head: str) -> bool:
    """Whether a sentence begins « According to », before somebody."""
    return re.sub(r"\s+(?:the|le|la|el)$", "", head.strip().lower()) in OPENERS


def _is_taken(head: str) -> bool:
    """Whether somebody else speaks already before these words."""
    return speech_within().search(head) is not None


def is_of_body(word: str) -> bool:
    """Whether a word names what sort of body something is, and no office: « Foundation », not « Ambassadeur »."""
    word = re.sub(r"^[dDlL]['’]", "", word)
    return classify(word)[0] != "other" and POST_WORD.fullmatch(word) is None


def _cut_name(run: re.Match[str], known: Known) -> tuple[int, int] | None:
    """The name at the end of words in capitals: without offices, bodies and States before it."""
    words = list(re.finditer(r"\S+", run[0]))
    last = len(words)
    while last and not may_be_of_name(words[last - 1][0]):
        last -= 1
    first = last
    within = read_particles() | {words[at][0] for at in range(last) if words[at][0].islower()}
    while first and (may_be_of_name(words[first - 1][0]) or words[first - 1][0].casefold() in within):
        first -= 1
    while first < last and (words[first][0].islower() or words[first][0] in read_forms()):
        first += 1
    if first == 0 and last > LEAST_NAMES and OF_MATTER.search(run.string[: run.start()]):
        first = 1  # « Minister of Kettles Jane Doe »: of what, and then the name
    for length in (3, 2, 1):
        ahead = " ".join(word[0] for word in words[first : first + length])
        if first + length < last and known.country(ahead):
            first += length
            break
    beside = [*words[last:], *words[max(first - 1, 0) : first]]
    if any(is_of_body(word[0]) for word in beside):  # « Jane Roe Foundation », « Association Nationale »
        return None
    name = " ".join(word[0] for word in words[first:last])
    if not (is_personal(name) and last - first <= MOST_NAMES + name.count(" de ")):
        return None
    if any(known.find(name, kind) for kind in NO_PEOPLE) or LEADER.search(name) or classify(name)[0] != "other":
        return None
    start = run.start() + words[first].start()
    return start, run.start() + words[last - 1].end()
