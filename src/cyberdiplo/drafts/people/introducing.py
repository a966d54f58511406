"""Who somebody says that they are: « My name is Jane Doe, I am a policy adviser at the Institute »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.people.introduced import NAME, is_personal
from cyberdiplo.drafts.posts.reading import read_post
from cyberdiplo.drafts.posts.words import POST

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.points.cutting import Point
    from cyberdiplo.drafts.posts.reading import Post

AM = r"(?:I am|I['’]m|je suis|soy)"
NAMED = re.compile(
    rf"\b(?:[Mm]y name is|[Mm]y name['’]s|[Jj]e m['’]appelle|[Mm]e llamo|[Mm]i nombre es"
    rf"|{AM})\s+(?P<name>{NAME})(?=[\s,.;])"
)
IS = re.compile(rf"\b{AM}\s", re.IGNORECASE)
BEFORE_POST = re.compile(r"\s*,?\s*(?:(?:and|currently|also|the|an?|le|la|une?|el|un)\s+)*", re.IGNORECASE)
WORKS = re.compile(
    r"\bI work (?:at|for|with|in) (?:the )?(?P<body>[^,.;]{2,80}?) as (?:an?|the) (?P<post>[^,.;]{3,80})|"
    r"\bI work as (?:an?|the) (?P<post2>[^,.;]{3,80}?) (?:at|for|with|in) (?:the )?(?P<body2>[^,.;]{2,80})"
)
ENDS = re.compile(r",?\s(?:and|but|so|et|mais|y)\s(?:I|we|my|it|this|je|nous|mi)\b|\s[-–—]\s")


class Introduced(NamedTuple):
    """What a speaker says of themselves: the name, empty where they say none, and the post."""

    name: str
    post: Post | None


def read_introduction(points: Iterable[Point], known: Known) -> Introduced:
    """Name and post by the sentences in which somebody introduces themselves."""
    name, post = "", None
    for point in points:
        match = NAMED.search(point.text)
        rest = point.text
        if match and is_personal(match["name"]):
            name, rest = name or match["name"], point.text[match.end() :]
        post = post or _read_post(rest, known, is_behind=rest is not point.text)
    return Introduced(name, post)


def _read_post(text: str, known: Known, *, is_behind: bool) -> Post | None:
    if match := WORKS.search(text):
        body, position = match["body"] or match["body2"], match["post"] or match["post2"]
        post = read_post(f"{position}, {body}", known)
        return post._replace(rules=(*post.rules, "own_words")) if post and post.position and post.employer else None
    starts = [0] if is_behind else []
    for start in (*starts, *(match.end() for match in IS.finditer(text))):
        rest = re.split(r"[.;!?](?:\s|$)", text[start:])[0]
        words = ENDS.split(BEFORE_POST.sub("", rest, count=1))[0].strip(" ,")
        if POST.match(words) and (post := read_post(words, known)) and post.position and post.employer:
            return post._replace(rules=(*post.rules, "own_words"))
    return None
