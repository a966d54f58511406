"""How documents mark who speaks: a name or an office before a colon or a dash, in capitals, ``>>``, a line alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.documents.passages import Block

HONORIFIC = (
    r"(?:(?:The|L['’])\s?[Hh]on(?:ou?rable)?|Pandit"
    r"|Mr|Mrs|Ms|Mx|Miss|Dr|Prof|M|MM|Mme|Mmes|Mlle|Sr|Sra|H\.\s?E|S\.\s?E|Sir|Lord|Lady|Baroness"
    r"|Ambassador|Amb|Minister"
    r"|Judge|Justice|Professor|Senator|General|Colonel|Madame|Monsieur|Señor|Señora|(?:El"
    r"|La) señora?|(?:El|La) Sra?)\b\.?"
)
OFFICES = (
    r"Chair(?:man|woman|person)?|President|Speaker|Moderator|Secretary(?:-General)?|Facilitator|Interpreter|Operator"
    r"|Présidente?|Modérateur|Modératrice|Secrétaire|Président|Presidente|Presidenta|Moderador|Moderadora"
)
OFFICE = (
    r"(?:The\s+|Le\s+|La\s+|L['’]|El\s+|Madam\s+|THE\s+|LE\s+|LA\s+|EL\s+)?"
    r"(?:(?i:Acting|Temporary|Provisional|Deputy)\s+|(?i:Vice|Co)-)?"
    rf"(?:{OFFICES}|présidente?|(?-i:CHAIR(?:MAN|WOMAN|PERSON)?|PRESIDENTE?|SPEAKER|SECRETARY-GENERAL|PRÉSIDENTE?))"
    r"(?:\s+(?:par intérim|ad interim|a\.i\.|interin[oa]))?"
)
DOTS = re.compile(r"\.{5,}|(?:\. ){5,}")  # of a list « President: Mr. Doe ..... (Chile) », which nobody says
TRANSCRIPT = re.compile(r"\b(?:transcript|transcription|transcripción|verbatim)\b", re.IGNORECASE)
LONGEST_NAME = 8  # words of a line that has nothing but somebody's name and office
SPOKEN = 80  # characters of a turn behind a line that names somebody without an honorific
ASIDE = r"(?:\s*[(\[][^()\[\]]{1,120}[)\]])*"
WORD = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]*"
LINE_OF_NAME = re.compile(rf"{WORD}(?: (?:{WORD}|of|the|and|de|da|van|von|al|bin|del|la)){{0,6}}{ASIDE}")
NAMED = re.compile(rf"(?P<speaker>(?:{HONORIFIC}\s+[^\W\d_][^:;!?\n]{{1,90}}?|{OFFICE}){ASIDE})\s*:\s+(?=\S)")
CAPITALS = re.compile(
    rf"(?P<speaker>[A-ZÀ-Þ][A-ZÀ-Þ.,'’ \-]{{1,70}}[A-ZÀ-Þ.]{ASIDE}(?:,? [A-Z][\w .’'-]{{1,60}})?)\s*:\s+(?=\S)"
)
# When something was said, before a name, behind it, or on a line of its own: « [00:01:15] », « 1:15 ».
CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
STAMP = re.compile(rf"\W{{0,2}}\(?\[?{CLOCK}\]?\)?(?:\s*(?:-->|[-–])\s*\[?{CLOCK}\]?)?\s*[-–|]?\s*")
STAMP_ASIDE = re.compile(rf"\s*[(\[]?{CLOCK}[)\]]?(?=$|\s*[,:])")
QUESTION = re.compile(r"(?P<speaker>Q)(?:\s{2,}|:\s+)(?=\S)")
ARROWS = re.compile(r">>\s*(?:(?P<speaker>[^\W\d_][^:\n]{1,90}?)\s*:\s+)?(?=\S)")
# « M. Jean Petit, rapporteur. - », « Jane Doe (PPE), in writing. – »: parliaments put a dash behind who speaks.
PARTICLE = r"of|the|and|de|da|di|du|des|van|von|der|den|al|bin|del|la|le"
WHOLE_NAME = rf"{WORD}(?: (?:(?:{PARTICLE}) ){{0,2}}{WORD}){{1,5}}"
BEHIND_NAME = rf"{ASIDE}(?:,\s[^:;\n]{{2,160}}?)?"
DASHED = re.compile(
    rf"(?P<speaker>(?:{HONORIFIC}\s+(?:(?:le|la)\s+)?[^\W\d_][\w.'’-]*(?: [\w.'’-]+){{0,5}}|{WHOLE_NAME}|{OFFICE})"
    rf"{BEHIND_NAME})\s?(?:\.\s*[-–—]|[-–—]\s?\.)[.\s]*\s(?=\S)"
)
# « Prime Minister, Jane Doe: », « Commissioner Doe: », « SG: »: a post before the name, or its first letters alone.
BY_POST = re.compile(
    r"(?P<speaker>(?:(?:Deputy|Vice|Acting|Under|Assistant|Foreign|First|High)[- ])*"
    r"(?:Prime Minister|Minister|Secretary(?:[- ]General)?|Director[- ]General|Commissioner|President|Premier"
    r"|Chancellor|Representative|Ambassador|Senator|Governor|Taoiseach|Administrator|Director|Premier ministre"
    r"|Première ministre"
    r"|Ministre|Secrétaire(?: général)?|Commissaire|Directeur général|Directrice générale|Président[e]?|Présidente"
    r"|Ministr[oa]|Secretari[oa](?: General)?|Canciller|Comisari[oa]|Director(?:a)? General|Embajadora?),?\s"
    rf"{WORD}(?: (?:(?:{PARTICLE}) ){{0,2}}{WORD}){{0,4}}{ASIDE}|(?:U|A|D)?SG|PM|DPM|FM|DG|DDG|HC|HR/VP|HRVP|VP)"
    r"\s?:\s+(?=\S)"
)
# « Jane Doe : », « Jane Doe, Institute: », a bare name before a colon; a mark only where the same one has it again.
PLAIN = re.compile(rf"(?P<speaker>{WHOLE_NAME}(?:,\s[^:;.\n]{{2,80}}?)?{ASIDE})\s?:\s+(?=\S)")
# « Jane Doe (Chile): », which says by the brackets that it is somebody.
BRACKETED = re.compile(rf"(?P<speaker>{WHOLE_NAME}\s\((?!\d)[^()\d]{{2,60}}\))\s?:\s+(?=\S)")
# « Ms DOE (Chile) – », « The PRESIDENT* – »: in capitals before a dash, as assemblies print it.
CAPITALS_DASHED = re.compile(
    rf"(?P<speaker>(?:(?:(?i:{HONORIFIC})|(?i:the|le|la|el))\s+)(?-i:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?:\s[A-ZÀ-Þ'’.-]+){{0,4}}){ASIDE})"
    r"\*?\s+[–—-]\s+(?=\S)"
)
# « Predsedajúci. – »: one word in any language, which counts beside others that have the same dash.
ONE_WORD = re.compile(r"(?P<speaker>[^\W\d_a-zß-öø-ÿ][^\W\d_]{4,})\s?\.\s*[–—]\s+(?=\S)")
# « M. le président. La parole est à »: the same without the dash, in French.
DOTTED = re.compile(
    rf"(?P<speaker>(?:M\.|Mme|MM\.)\s+(?:(?:le|la)\s+[a-zà-ÿ]\w+(?: [a-zà-ÿ]\w+){{0,4}}"
    rf"|{WHOLE_NAME}(?:,\s[^.:;\n]{{2,160}}?)?))"
    r"\.\s+(?=[A-ZÀ-Þ«])"
)
ALONE = re.compile(rf"(?:{HONORIFIC}\s+[^\W\d_][^:;!?]{{1,90}}|{OFFICE}){ASIDE}")
# « JANE DOE: », a line of its own.
CAPITALS_ALONE = re.compile(
    r"(?!(?:NOTE|AGENDA|ANNEX|SUMMARY|BACKGROUND|PART|TABLE)\b)[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ.'’-]+){1,4}\s?:"
)
# « Mr Chair, », « Monsieur le Président, »: whom a speaker turns to, never who speaks.
ADDRESS = re.compile(
    r"\W*(?:(?:Thank you|Merci|Gracias|Dear)\W+)?"
    r"(?:Mr|Mrs|Ms|Madam|Madame|Mme|Monsieur|M|Señora?|Sra?|Distinguished)\b\.?\s+"
    r"(?:le\s+|la\s+|el\s+|the\s+)?(?:Acting\s+|Vice[- ]|Deputy\s+|Co-)?(?:Chair(?:man|woman|person)?|Pr[eé]sident[ea]?"
    r"|Speaker|Moderator|Modérat(?:eur|rice)|Moderadora?|Facilitator|Secretary[- ]General|Secrétaire général)"
    r"(?:\s(?:of|de|du|del)\s[^,.;:!?]{3,60})?\s*[,.!]*",
    re.IGNORECASE,
)
SALUTATION = re.compile(  # « Excellencies », « distinguished delegates », « ladies and gentlemen »
    r"\W*(?:Good (?:morning|afternoon|evening)|Bonjour|Bonsoir|Buen[oa]s (?:días|tardes)"
    r"|Mesdames|Messieurs|Dear|Distinguished|Honou?rable|Excellenc\w+|Your|Ladies"
    r"|Colleagues|Friends|Secretary-General|Chers?|Chères?|Señora?s?|Distinguid[oa]s|Excelenci\w+"
    r"|Estimad[oa]s|Delegates"
    r"|Ministers|Guests|Ambassadors|Members|Representatives)\b.{0,60}",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[.!?:;…][\"'»”’)\]]*\s*$")  # how what is said ends, and a name in a programme does not
STAGE = re.compile(
    rf"[(\[][^()\[\]]*[)\]]\.?|{STAMP.pattern}|"
    r"\d{1,2}[:.]\d{2}\s*(?:[AP]\.?\s?M\.?.*)?|END"
    r"|(?:The meeting|La séance|Se levanta).{0,80}\d.*",
    re.IGNORECASE,
)
NO_SPEAKER = re.compile(
    r"(?:NOTE|NB|RE|SUBJECT|DATE|TIME|PLACE|VENUE|TEL|FAX|EMAIL|FROM|TO|CC|AGENDA|ITEM|ANNEX|TABLE"
    r"|FIGURE|SOURCE|OBJET|TITLE"
    r"|CONTACT|DISTR|ORIGINAL|REFERENCE|LOCATION|WHEREAS|RESOLVED|WARNING|SUMMARY|BACKGROUND|PART|CHAPTER|SECTION)\b",
)
DASH = re.compile(r"\.\s*[-–—][\s.]|[-–—]\s?\.\s")
HEAD = 400  # characters, within which a speaker's name has ended
FIRST = 6  # blocks, among which a document says that it is a transcript
LONGEST_ADDRESS = 200  # characters
LINES_OF_NAMES = 3  # from which names before a colon are a mark, where one of them comes again
NAME_ALONE = re.compile(rf"{WORD}(?: (?:(?:{PARTICLE}) ){{0,2}}{WORD}){{1,5}}{ASIDE}\s?:")
PIPED = re.compile(r"[^|:;!?]{2,60}(?:\s\|\s[^|:;!?]{2,60}){1,3}")
TWICE = 2  # a colon after capitals once is no way to mark speakers
# How somebody begins who has been given the floor.
TAKES_FLOOR = re.compile(
    r"\W*(?:Thank you|Thanks|Good (?:morning|afternoon|evening|day)|Excellenc|Distinguished"
    r"|Mr\.? (?:Chair|President)|Madam"
    r"|Merci|Monsieur le|Madame la|Bonjour|Muchas gracias|Gracias|Señora? President|Buen[oa]s)",
)
# « Brazil: Thank you, Chair »: any name before a colon, where somebody begins so and others are marked too.
FLOOR = re.compile(rf"(?P<speaker>{LINE_OF_NAME.pattern})\s?:\s+(?={TAKES_FLOOR.pattern})")


def find_ways(blocks: Sequence[Block]) -> list[re.Pattern[str]]:
    """By which marks this document says who speaks."""
    plain = [cut_stamp(block.text) for block in blocks if block.kind in ("paragraph", "item")]
    texts = [text for text in plain if _may_begin(text)]
    ways = []
    for way in (NAMED, BY_POST, CAPITALS, ARROWS, DASHED, DOTTED, BRACKETED, CAPITALS_DASHED):
        matches = [match for text in texts if (match := way.match(text))]
        fewest = 1 if way is ARROWS and any(match["speaker"] for match in matches) else TWICE
        if way is DASHED and matches and any(ONE_WORD.match(text) for text in texts):
            ways += [DASHED, ONE_WORD]
        elif sum(way is not CAPITALS or not NO_SPEAKER.match(match["speaker"]) for match in matches) >= fewest:
            ways.append(way)
    names = [match["speaker"] for text in texts if (match := PLAIN.match(text))]
    if ways in ([], [NAMED]) and len(names) >= LINES_OF_NAMES and len(set(names)) < len(names):
        ways.append(PLAIN)
    if ways and sum(FLOOR.match(text) is not None for text in texts) >= TWICE:
        ways.append(FLOOR)
    if ways and sum(QUESTION.match(text) is not None for text in texts) >= TWICE:
        ways.append(QUESTION)
    return ways


def _may_begin(text: str) -> bool:
    """Whether any of the marks can stand at the head of a text; quicker than looking for each."""
    return (
        ":" in text[:HEAD]
        or text.startswith((">>", "Q", "M. ", "Mme ", "MM. "))
        or DASH.search(text[:HEAD]) is not None
        or CAPITALS_DASHED.match(text) is not None
    )


def cut_speaker(text: str, ways: Sequence[re.Pattern[str]]) -> tuple[str | None, str]:
    """Who begins to speak in this paragraph, "" for somebody who is not named, and what is said; None for nobody."""
    spoken = cut_stamp(text)
    for way in ways if _may_begin(spoken) and not DOTS.search(spoken[:HEAD]) else ():
        if (match := way.match(spoken)) and not (way is CAPITALS and NO_SPEAKER.match(match["speaker"])):
            return " ".join(STAMP_ASIDE.sub("", match["speaker"] or "").split()), spoken[match.end() :]
    return None, text


def find_lines_of_names(blocks: Sequence[Block]) -> set[int]:
    """Where a heading or a line alone names who speaks next, by an honorific or an office, at least twice."""
    places = {
        at
        for at, block in enumerate(blocks[:-1])
        if block.kind in ("paragraph", "heading")
        and not block.label
        and len(block.text) < 120
        and (ALONE.fullmatch(block.text.strip(" *:")) or CAPITALS_ALONE.fullmatch(block.text.strip(" *")))
        and not (SENTENCE.search(block.text) and len(block.text.split()) > LONGEST_NAME)
        and not is_address(block.text)
        and blocks[at + 1].kind == "paragraph"
        and SENTENCE.search(blocks[at + 1].text)
    }
    stamped = _find_stamped(blocks) | _find_piped(blocks) | _find_colons(blocks)
    if not places or len(stamped) >= TWICE:
        return stamped if len(stamped) >= TWICE else places
    is_transcript = any(TRANSCRIPT.search(block.text) for block in blocks[:FIRST])
    bare = _find_bare_names(blocks, min(places))
    places |= bare if is_transcript else {at for at in bare if TAKES_FLOOR.match(blocks[at + 1].text)}
    takes_floor = is_transcript and any(TAKES_FLOOR.match(blocks[at + 1].text) for at in places)
    return places if len(places) >= TWICE or takes_floor else set()


def _find_stamped(blocks: Sequence[Block]) -> set[int]:
    """Lines that have a name and when they spoke, or a name above a line that has nothing but that."""
    lines = {at: " ".join(block.text.split()).strip(" *") for at, block in enumerate(blocks[:-1])}
    places = set()
    for at, text in lines.items():
        name = clean_name(text)
        is_stamped = name != text.strip(" *:–-") or STAMP.fullmatch(blocks[at + 1].text.strip())
        if is_stamped and blocks[at].kind in ("paragraph", "heading") and LINE_OF_NAME.fullmatch(name):
            places.add(at)
    return places


def _find_colons(blocks: Sequence[Block]) -> set[int]:
    """Lines « Jane Doe: » that have nothing else, where one of them comes again."""
    names = {
        at: block.text.strip(" *")
        for at, block in enumerate(blocks[:-1])
        if NAME_ALONE.fullmatch(block.text.strip(" *")) and blocks[at + 1].kind == "paragraph"
    }
    is_mark = len(names) >= LINES_OF_NAMES and len(set(names.values())) < len(names)
    return set(names) if is_mark else set()


def _find_piped(blocks: Sequence[Block]) -> set[int]:
    """Lines « Body | Jane Doe | Chair » above what somebody says; beside them the same name alone on a line."""
    lines = {at: " ".join(block.text.split()).strip(" *|") for at, block in enumerate(blocks[:-1])}
    piped = {
        at
        for at, text in lines.items()
        if PIPED.fullmatch(text) and blocks[at + 1].kind == "paragraph" and SENTENCE.search(blocks[at + 1].text)
    }
    if len(piped) < TWICE:
        return set()
    parts = {part.strip() for at in piped for part in lines[at].split("|")}
    return piped | {at for at, text in lines.items() if text in parts and at > min(piped)}


def cut_stamp(text: str) -> str:
    """A text without the time before it at which it was said."""
    match = STAMP.match(text)
    return text[match.end() :] if match and match.end() < len(text) else text


def clean_name(line: str) -> str:
    """The name on a line, without the time and the marks beside it."""
    return STAMP_ASIDE.sub("", cut_stamp(line)).strip(" *:–-")


def _find_bare_names(blocks: Sequence[Block], first: int) -> set[int]:
    """Lines that have nothing but a name without an honorific: « Spain », « Jane Doe (Head, IEC) »."""
    return {
        at
        for at, block in enumerate(blocks[:-1])
        if at > first
        and block.kind in ("paragraph", "heading")
        and not block.label
        and LINE_OF_NAME.fullmatch(" ".join(block.text.split()).strip(" *:"))
        and blocks[at + 1].kind == "paragraph"
        and len(blocks[at + 1].text) >= SPOKEN
        and SENTENCE.search(blocks[at + 1].text)
    }


def is_address(text: str) -> bool:
    """Whether a paragraph is a form of address alone, such as ``Mr Chair,``."""
    text = text.strip()
    if ADDRESS.fullmatch(text):
        return True
    parts = [part.strip() for part in re.split(r"[,.;:!]", text) if part.strip()]
    is_short = bool(parts) and len(text) < LONGEST_ADDRESS
    return is_short and all(SALUTATION.fullmatch(part) or ADDRESS.fullmatch(part) for part in parts)


def is_stage(text: str) -> bool:
    """Whether a paragraph says what happened in the room, and nobody speaks it."""
    return STAGE.fullmatch(text) is not None
