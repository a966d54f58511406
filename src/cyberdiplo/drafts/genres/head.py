"""The head of a document: its language, its title, and the lines that stand before the running text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from cyberdiplo.documents.structure.speakers import is_address
from cyberdiplo.drafts.people.introduced import find_addressed
from cyberdiplo.drafts.points.cutting import cut
from cyberdiplo.drafts.points.dates import find_dates
from cyberdiplo.drafts.words import speech_within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.documents.passages import Document, Passage
    from cyberdiplo.drafts.known import Known

LONGEST = 160  # characters of a line at the head
SHORT = 80  # characters, up to which a line with a date is one of the head
DATED = 40  # characters, above which a line that has a date is more than that
LONGEST_OPENING = 400  # characters of a paragraph that says whose speech it is
BEFORE_ADDRESS = 3  # paragraphs at most, before the one that says to whom a speaker turns
FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|je|nous|mon|notre|yo|nuestr\w+|mi)\b")
FIRST_LINES = 8  # of a head, among which that paragraph may stand
SHORTEST = 12  # characters of a title
# What the head of a speech says of its text, and of nothing else.
DELIVERY = re.compile(
    r"\W*(?:check against delivery|as (?:delivered|prepared)\b.*|seul le prononcé fait foi|le prononcé fait foi"
    r"|cot[ée]j(?:ar|ese) con (?:la|el) .{1,40}|embargo.*)\W*",
    re.IGNORECASE,
)
DELIVERED = re.compile(
    r"\b(?:as )?(?:delivered|made|given|presented|prononcée?|faite?|pronunciad[oa]|presentad[oa])\b", re.IGNORECASE
)
# « National statement », « Opening remarks », « 7 March 2031 Opening address »
SORT = r"\W*(?:\d{1,2} [^\W\d_]+ \d{4}\W+)?(?:(?:[^\W\d_][\w.’'/-]*)\s){0,2}?"
OPENS = re.compile(
    SORT + r"(?:statement|remarks|intervention|address|speech|déclaration|allocution|discours|declaración|discurso"
    r"|intervención)\b[^.;:]{0,60}?\b(?:by|of|from|par|de|du|des|d['’]|por|del)\b",
    re.IGNORECASE,
)
# The same of a title that says first at what: « Statement at the Debate on Threats by the Minister, Jane Roe ».
OPENS_FAR = re.compile(
    SORT + r"(?:statement|remarks|intervention|address|speech|déclaration|allocution|discours"
    r"|declaración|discurso|intervención)\b"
    r".{0,300}\b(?:by|par|por)\b(?!.*[.;]\s)",
    re.IGNORECASE,
)
OPENS_BEHIND = re.compile(rf"\s[-–—]\s(?:{OPENS.pattern})", re.IGNORECASE)  # « 73rd session – Statement by Mr Roe »
LINE_LABEL = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)?(?:\([^\W\d_]+\))?\s?:")  # « Presenter: » above who it is
FRONT_MATTER = re.compile(r"(?P<key>[a-z_]+):\s*[\"']?(?P<value>.+?)[\"']?\s*$")

# Words by which a title tells what sort of meeting it is of; the first that fits.
MEETINGS = (
    ("thematic_session", r"séance thématique|thematic (?:session|discussion)|sesión temática"),
    ("round_table", r"table ronde|round ?table|mesa redonda"),
    ("ministerial", r"ministériel|ministerial|ministros"),
    ("summit", r"\bsommet|\bsummit|\bcumbre"),
    ("intersessional", r"intersession|inter-session|entre períodos"),
    ("organisational_session", r"session d'organisation|organi[sz]ational session"),
    ("substantive_session", r"session de fond|substantive session|período de sesiones sustantiv"),
    ("consultation", r"consultation|consulta"),
    ("side_event", r"manifestation parallèle|side event|en marge|evento paralelo"),
    ("press", r"conférence de presse|press (?:conference|briefing|call)|point de presse|rueda de prensa"),
    ("plenary", r"séance plénière|plenary|plenaria"),
    ("conference", r"conférence|conference|conferencia"),
    ("session", r"\bsession|\bsesión|período de sesiones|séance"),
)


def find_language(document: Document) -> str:
    """The language of most passages of which one can be told."""
    counts = Counter(passage.lang for passage in document.passages if passage.lang)
    return counts.most_common(1)[0][0] if counts else "en"


def find_title(passages: Sequence[Passage], known: Known) -> str:
    """The title of a document: of the lines at its head the one that says what it is, else the longest.

    A date, a line with a person's name and the name of a body are no titles.
    """
    if title := read_front_matter(passages).get("title"):
        return title
    texts = [passage.text for passage in find_head(passages)]
    lines = _join_opening([text for text in texts if not DELIVERY.fullmatch(text)])
    head = [text for text in lines if not next(find_addressed(text), None)]
    if all(_is_day(text) for text in head):  # nothing else, so that of a speech its opening is the title
        return next((_cut_title(text, known) for text in lines if OPENS.match(text)), "")
    undated = [text for text in head if not find_dates(text) or len(text) > DATED]
    titles = [text for text in undated if not known.find(text, "forum", "organisation")] or undated or head
    telling = [text for text in titles if any(re.search(words, text, re.I) for _, words in MEETINGS)]
    longest = max(telling or titles, key=len, default="")
    return (longest if len(longest) > SHORTEST else " – ".join(head))[:250]


def _join_opening(lines: list[str]) -> list[str]:
    """The lines, that which says whose speech it is with the one on which it goes on behind a comma."""
    joined: list[str] = []
    for text in lines:
        if joined and OPENS.match(joined[-1]) and joined[-1].endswith(","):
            joined[-1] += f" {text}"
        else:
            joined.append(text)
    return joined


def _is_day(text: str) -> bool:
    """Whether a line is a date, with a place before it at most."""
    return bool(find_dates(text)) and len(text) <= DATED


def _cut_title(opening: str, known: Known) -> str:
    """Whose speech it is, without the forum and the day that stand in the same paragraph."""
    starts = [mention.start for mention in known.mentions(opening, kinds=("forum", "process"))]
    starts += [span.start for span in find_dates(opening)]
    return opening[: min(starts, default=len(opening))].strip(" ,;–-")[:250] or opening[:250]


def read_front_matter(passages: Sequence[Passage]) -> dict[str, str]:
    """What lines « key: value » before a Markdown text say of it."""
    pairs = (FRONT_MATTER.match(passage.text) for passage in passages[:20] if passage.kind == "cell")
    return {match["key"]: " ".join(match["value"].split()) for match in pairs if match}


def _is_sentence(text: str) -> bool:
    """Whether a paragraph is running text: long, or with a full stop that ends a sentence."""
    if text.isupper() or (len(text) <= SHORT and find_dates(text)):
        return False
    if LINE_LABEL.fullmatch(text):
        return False
    who = next(find_addressed(text), None) if len(text) <= LONGEST else None
    if who and not who.start and not text.endswith(".") and not speech_within().search(text):
        return False  # a line with somebody's name and post
    return len(text) > LONGEST or text.endswith((".", ":", ";")) or len(list(cut(text))) > 1


def _is_opening(text: str, *, first: bool) -> bool:
    """Whether a paragraph says whose speech it is and nothing more: one sentence without a verb of speaking."""
    if first and not text.endswith(".") and find_dates(text):
        return True
    plain = DELIVERED.sub("", text)  # « Statement delivered by »
    behind = text[next(cut(text)).end :] if text else ""  # « View video »
    return len(text) <= LONGEST_OPENING and len(behind) <= SHORTEST * 2 and not speech_within().search(plain)


def _opens(text: str) -> bool:
    return any((OPENS.match(text), OPENS_FAR.match(text), OPENS_BEHIND.search(text)))


def _find_before_address(passages: Sequence[Passage]) -> list[Passage]:
    """The first paragraph or two, where whom the speaker turns to stands next: « 7th sitting, Ms Jane Roe »."""
    plain = [passage for passage in passages if passage.kind not in ("note", "cell")][: BEFORE_ADDRESS + 1]
    at = next((at for at, passage in enumerate(plain) if is_address(passage.text)), 0)
    is_short = all(
        len(passage.text) <= LONGEST_OPENING and not FIRST_PERSON.search(passage.text) for passage in plain[:at]
    )
    return plain[:at] if is_short else []


def find_head(passages: Sequence[Passage]) -> list[Passage]:
    """What stands before the running text: headings and short lines, up to the first whole sentence."""
    head = _find_before_address(passages)
    for passage in passages if not head else ():
        if passage.kind in ("note", "cell"):
            continue
        if is_address(passage.text):
            break
        opens = len(head) < FIRST_LINES and _opens(passage.text) and _is_opening(passage.text, first=not head)
        if passage.kind != "heading" and not opens and _is_sentence(passage.text):
            break
        head.append(passage)
        if len(head) == 12:
            break
    return head
