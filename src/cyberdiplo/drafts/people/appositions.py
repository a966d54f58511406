"""A post as it stands beside a name in running text: behind it between commas, before it at a sentence's head."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.drafts.people.introduced import NAME, NEXT, find_addressed, is_personal
from cyberdiplo.drafts.people.posted import find_title
from cyberdiplo.drafts.posts.bodies import classify
from cyberdiplo.drafts.posts.reading import Post, read_post
from cyberdiplo.drafts.posts.words import POST
from cyberdiplo.drafts.words import LEADER, speech_within

if TYPE_CHECKING:
    from cyberdiplo.drafts.known import Known

# Bodies of which somebody is the chair for a time.
OF_MEETING = re.compile(
    r"\b(?:session|meeting|committee|commission|comité|panel|assembly|assemblée|conference"
    r"|conférence|working group|group of"
    r"|groupe de travail|groupe d['’]experts|sesión|comisión|asamblea|grupo de|council|conseil"
    r"|consejo|working party)\b",
    re.IGNORECASE,
)
# « President of the World Kettle Council »: of a body that has a name, and no part in this meeting.
HEADS_BODY = re.compile(r"(?:vice[- ])?pr[eé]sident[ea]?\b", re.IGNORECASE)
# What a post has ended before: for whom somebody speaks, and the next one of a row.
AIM = re.compile(r",?\s(?:on behalf of|speaking (?:for|on)|au nom d|en nombre d|en representación d)", re.IGNORECASE)
NEXT_PERSON = re.compile(rf",?\s(?:and|et|y|with|avec)\s(?P<name>{NAME})(?:\s(?:MEP|MP|MBE|OBE))?,")
LISTED_NEXT = re.compile(rf",\s(?P<name>{NAME})(?=,\s(?:{NAME}|and\s|et\s|y\s))")
LETTERS = re.compile(r"(?:\s(?:MEP|MP|MBE|OBE|CBE|KC|QC|PhD))+$")  # behind a name
WITHOUT_COMMA = re.compile(r"^\s(?:from|of|with|du|de la|de l['’]|del|de)\s(?:the\s|la\s)?(?=[^\W\d_a-zà-ÿ])")
OF_BODY = re.compile(r"^\s*(?:of the|of|from the|from|with|de l['’]|de la|du|del|de)\s*(?=[^\W\d_a-zà-ÿ])")
COPULA = re.compile(
    r"^\s*(?:vous êtes|you are|usted es|qui est|who is|que es|(?:I am|I['’]m|je suis|soy)(?: an?| the)?)\s",
    re.IGNORECASE,
)
LINE_LABEL = re.compile(r"\s[^\W\d_a-zà-ÿ][a-zà-ÿ]+\s?:(?:\s|$)")  # « Location: » on the line behind a post
# What goes on behind the comma that ends an apposition: « , who », « , co-chaired the », « , a prononcé ».
GOES_ON = re.compile(
    r",?\s(?:who|whose|qui|dont|quien|quienes)\b"
    r"|,\s(?:and\s)?(?:(?:also|then|jointly|both)\s)?(?:[a-z]+-)?[a-z]{3,}ed\s(?:the|this|that|a|an"
    r"|his|her|its|their|on|with|in)\b"
    r"|,\s(?:has|have|had|was|were|is|are|will|a|ont|est|sont|avait|ha|han|fue|fueron)\s(?:[a-zà-ÿ]+\s)"
    r"|,\s(?:se\s)?[a-zà-ÿ]{3,}(?:ó|aron|ieron)\b"
    r"|\s(?:and|et|y)\s(?:(?:was|were|has|had|is|will|fue|fueron)\b|(?:a|ont|est|sont)\s[a-zà-ÿ]+(?:é|i|u)e?s?\b)",
    re.IGNORECASE,
)
LAST_JOINT = re.compile(r"(?:\s|,|\bet\b|\band\b|\by\b|\be\b|&|\bel\b|\bla\b|ainsi que|as well as)+$", re.IGNORECASE)
FARTHEST = 300  # characters of an apposition
FULL_STOP = re.compile(r"\.(?:\s+[^\W\d_a-zà-ÿ]|\s*$)")  # one that ends a sentence, not « a.i. of the Mission »
# « The Secretary General of the Council, Ms Jane Doe, opened »: what stands before a name at the head of a sentence.
BEFORE_NAME = re.compile(r"(?:^|[.;:]\s+)(?P<post>[^.;:]{4,160}),\s*$")


def read_apposition(rest: str, known: Known) -> Post | None:
    """« , Director of Trade, Ministry of Economy, Japan, presented »: what stands between a name and its verb."""
    rest = WITHOUT_COMMA.sub(", ", rest, count=1)
    if not rest.startswith(",") or any(is_personal(other["name"]) for other in _find_next(rest, known)):
        return None
    following = next(find_addressed(rest), None)  # « Jane Doe, Director, and Mr. John Roe »
    if following:
        rest = LAST_JOINT.sub("", rest[: following.start])
    match = speech_within().search(rest[1:FARTHEST])
    end = FULL_STOP.search(rest[1:FARTHEST])
    words = rest[1 : match.start() + 1] if match else rest[1 : end.start() + 1 if end else FARTHEST]
    words = GOES_ON.split(words, maxsplit=1)[0]
    words = re.sub(r"^\s*(?:the|an?)\s", "", OF_BODY.sub("", COPULA.sub("", words)))
    words = _end_at_next(AIM.split(LINE_LABEL.split(words)[0])[0]).strip(" ,")
    if not words or len(words.split()) > 40:
        return None
    post = read_post(words, known)
    if post is None or not (post.position or post.employer) or is_role(words, post):
        return None
    ends = (
        following is not None
        or match is not None
        or GOES_ON.search(rest[1:FARTHEST]) is not None
        or len(words) + 2 >= len(rest.rstrip(" ."))
    )
    return post._replace(rules=("behind_comma", *post.rules, *(() if ends else ("body_cut",))))


def _find_next(rest: str, known: Known) -> list[re.Match[str]]:
    """Somebody else behind a comma, in a row of people: « , Jane Doe (Chile) », « , Jane Doe, John Roe »."""
    matches = [NEXT.match(rest), LISTED_NEXT.match(rest)]
    return [
        other
        for other in matches
        if other
        and not (POST.match(other["name"]) or known.body(other["name"]) or known.country(other["name"]))
        and classify(other["name"])[0] == "other"
    ]


def _end_at_next(words: str) -> str:
    """A post, up to the next person of a row with theirs."""
    return next(
        (
            words[: match.start()]
            for match in NEXT_PERSON.finditer(words)
            if is_personal(LETTERS.sub("", match["name"]))
        ),
        words,
    )


def read_before(text: str, known: Known) -> Post | None:
    """The post that stands before a name at the head of a sentence, with its body; a role in the meeting is none."""
    match = BEFORE_NAME.search(text)
    words = match["post"] if match and POST.match(match["post"]) else ""
    words = words or (title[1] if (title := find_title(text)) else "")
    words = re.sub(r"^(?:The|Le|La|El)\s+|^L['’]\s*", "", words)
    post = read_post(words, known) if words else None
    if not (post and post.position and post.employer) or is_role(words, post):
        return None
    return post._replace(rules=("before_name", *post.rules))


def is_role(words: str, post: Post | None) -> bool:
    """Whether a post is one in the meeting itself: « Chair », « President of the Committee »; no post of a body."""
    body = post.employer if post else None
    if body and HEADS_BODY.match(words) and body.name[:1].isupper():
        return False
    return bool(LEADER.match(words)) and (body is None or OF_MEETING.search(body.name) is not None)
