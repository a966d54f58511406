"""States that speak without a person who is named: « Japan's representative », « said the delegate of Chile »."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.known import Mention
from cyberdiplo.drafts.people.posted import blank_quotes, is_before_verb, is_behind_verb
from cyberdiplo.drafts.people.reporting import IN_ROOM
from cyberdiplo.drafts.posts.bodies import ACRONYM, classify
from cyberdiplo.drafts.posts.words import POST_WORD
from cyberdiplo.drafts.states.behalf import aside
from cyberdiplo.drafts.states.seconding import find_examples, find_seconders, follow
from cyberdiplo.drafts.words import find_demonym, speech, speech_within, state_verbs

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from cyberdiplo.drafts.known import Known

LEAD_IN = 80  # characters before a State
FARTHEST = 400  # characters of a sentence among which the State stands that speaks
KINDS = ("country", "organisation")
WHO = (
    r"(?:(?:permanent|deputy|special|foreign)\s)*(?:representatives?|delegat(?:es?|ions?)|observers?"
    r"|envoys?|speakers?|ambassadors?)"
    r"|(?:représentant(?:e?s?|\(e\))|observateurs?|observatrice)(?: permanente?s?)?|délégations?"
    r"|déléguée?s?|porte-parole"
    r"|representantes?|delegaci(?:ón|ones)|delegad[oa]s?|observador(?:es|a)?"
)
GENITIVE = re.compile(rf"['’]s?\s+(?:{WHO})\b", re.IGNORECASE)
# « Norway's Deputy Minister for Trade said »: by the post of somebody who is not named.
POST_OF_STATE = re.compile(
    r"['’]s?\s+(?P<post>(?:(?:new|outgoing|deputy|vice|acting|permanent|first|prime|foreign|trade|finance)[- ]?){0,3}"
    r"(?:minister|secretary|ambassador|president|premier|chancellor|commissioner|envoy|negotiator|chief)\b"
    r"(?:\s(?:of|for)\s(?:[^\W\d_]+,?\s){1,5}?(?=said|told|noted|stressed|[a-z]+ed\b)|(?=\s+[a-z]))|minister\b)",
    re.IGNORECASE,
)
THE_POST_OF = re.compile(
    r"\b(?:The|Le|La|El|L['’])\s?(?:[\w-]+\s){0,3}?(?:[Mm]inister|[Pp]resident|[Ss]ecretary|[Mm]inistre|[Pp]résidente?"
    r"|[Mm]inistr[oa]|[Pp]resident[ea]|[Cc]anciller|[Aa]mbassad\w+|[Ee]mbajador\w*)"
    r"(?:\s(?:of|for|des?|du|de la|del)\s[^,.;:]{3,60}?)?"
    r"\s(?:of|de la|de l['’]|du|del|de|d['’])\s?(?:the\s|la\s|l['’])?$"
)
ARTICLE = r"(?:(?:the|les?|la|los|las|el|l['’])\s*)?"
OF = re.compile(
    rf"(?P<phrase>(?:(?:the|les?|la|los|las|el|l['’]|an?|une?|una)\s*)?\b(?:{WHO})\s+"
    rf"(?:of|for|from|de|du|des|del|d['’])\s*(?:(?:the|la|l['’]|los|las|les?)\s*)?)$",
    re.IGNORECASE,
)
# « the Chilean delegation », « la délégation japonaise », « the EU representative ».
BY_ADJECTIVE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?)\s+(?P<before>[A-Z][\w.-]+(?:\s[A-Z][\w-]+)?)\s+(?:{WHO})\b"
    rf"|\b(?:[Ll]a|[Ll]e|[Ee]l|[Ll]['’]|[Uu]ne?|[Uu]na)\s*(?:{WHO})\s+(?P<behind>[^\W\d_]{{5,}})\b"
)
# « the observer of the Kettle Union », « the representative of ABC »: a body that no table has.
OF_BODY = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Ll][ea]|[Ll]['’]|[Ee]l|[Uu]na?|[Uu]ne)\s*(?:{WHO})\s(?:of|for|from|de|du"
    rf"|del)\s?(?:the\s|la\s|l['’]|los\s)?"
    r"(?P<body>[A-ZÀ-Þ][\w.&’'-]*(?:\s(?:(?:of|for|the|on|and|de|des|du|la|del|para|pour"
    r"|sur)\s){0,2}[A-ZÀ-Þ][\w.&’'-]*){0,7})"
)
ACCORDING = re.compile(
    r"^(?:according to|in the (?:view|opinion) of|de l['’]avis d(?:e|u|es)?|a juicio de"
    r"|en opinión de|selon|d'après|según|pour|para|for)(?:\s(?:the|les?|la|el))?\s*$|^(?:pour"
    r"|selon)\s+(?:les?|la|l['’])$",
    re.I,
)
# Before a bare State, whose view follows behind the comma: « In the view of Japan, », « A juicio del Japón, ».
TOOK_FLOOR = re.compile(
    r"\b(?:spoke|took the floor|intervened|pris la parole|intervenu\w*|intervinieron"
    r"|tomaron la palabra)\b[^.;:]{0,160},\s$"
)
IN_VIEW = re.compile(
    r"^(?:(?:[^,.;:]{3,40},\s+)?(?:according to|in the (?:view|opinion) of|selon|d['’]après|de l['’]avis d(?:e|u|es)?"
    r"|aux yeux d(?:e|u|es)?|pour|según|a juicio del?|en opinión del?|para)\s*"
    r"(?:['’]|(?:the|les?|la|l['’]|el|los)\s*)*)$",
    re.IGNORECASE,
)
FOR_PART = re.compile(
    r"^,\s(?:for (?:its|their|his|her) part|on (?:its|their) part|in turn|pour (?:sa|leur) part|de (?:son|leur) côté"
    r"|à (?:son|leur) tour|quant à (?:elle|lui|eux|elles)|por su parte|a su vez),\s",
    re.IGNORECASE,
)
# Between commas: « , supported by Peru, », « , après avoir rappelé sa position, », « , on the other hand, ».
# « Norway, which had chaired the group (12 States) for a year, regretted »
WHICH = re.compile(r"^\s*,\s(?:qui|who|which|que|quien|la cual|lequel|laquelle|as|en tant que|en sa qualité"
                   r"|en su calidad|in its capacity)\s[^.;:“”«»\"]{3,300}?,\s+(?=[a-zà-ÿ])")  # fmt: skip
BETWEEN_COMMAS = re.compile(r"^\s*,\s[^.;:“”«»\"()]{3,200}?,\s+(?=[^\W\d_A-Z])")
# What somebody does who is there and does not speak by it.
IS_THERE = re.compile(
    r"^\s*,?\s*(?:took (?:a )?(?:seats?|places?)|withdrew(?=[.,;]|$)|(?:re)?pren(?:d|nent) place|se retire|toma asiento"
    r"|(?:was|were|is|are|had been|has been) (?:also )?(?:led|headed|composed|represented|present"
    r"|accompanied|made up"
    r"|attending|participating|chaired|received|elected|invited|appointed)|had (?:circulated|submitted|prepared)"
    r"|(?:also )?(?:includ|compris|consist|attend|arriv|visit|participat|met\b|join|host|organi[sz]"
    r"|hold|held|travel)\w*"
    r"|(?:a |ont )?(?:était|étaient|est|sont|été|comprend|comprenait|inclu|participé|assisté|rencontré|visité"
    r"|organisé|accueilli)\w*"
    r"|(?:est(?:uv|ab)\w+|fue|fueron|incluy|participó|asistió|visitó|se reunió|organizó|viaj)\w*)",
    re.IGNORECASE,
)


# « India while welcoming the text expressed »: no comma, as in telegrams.
WHILE = re.compile(r"^\s(?:while|although|tout en|aunque|si bien)\s[^.;:,]{3,80}?(?=\s(?:[a-z]+ed|said)\b)")
NUMBER = re.compile(r"^[(\[]?(?:\d{1,3}|[A-Za-z])[)\]]?[.)]\s+|^[(\[](?:\d{1,3}|[A-Za-z])[)\]]\s+")  # « [2]. », « (A) »
AUTHORS_OWN = re.compile(r"^\s?[-–—]\s?(?:led|backed|based)\b")


class States(NamedTuple):
    """Who speaks in a sentence, as it names them, and by which rule they are delegations that do."""

    mentions: list[Mention]
    rule: str


def find_states(text: str, known: Known, *, alone: bool, own: Container[str] = ()) -> list[States]:
    """The States whose words a sentence reports; ``alone`` where a bare State may be one that speaks."""
    plain = blank_quotes(text[:FARTHEST])
    mentions = list(known.mentions(plain, kinds=KINDS))
    speaking = _find_told(plain, mentions, known) or (_find_bare(plain, mentions, own) if alone else None)
    if not alone:
        return [speaking] if speaking else []
    others = (
        States(find_seconders(plain, mentions), "delegation_seconding"),
        States(find_examples(plain, mentions), "delegation_example"),
    )
    return [item for item in (speaking, *others) if item and item.mentions]


def _find_told(plain: str, mentions: list[Mention], known: Known) -> States | None:
    """The States that a sentence calls delegations, where it has them speak."""
    delegations = [*_find_delegations(plain, mentions), *_find_by_adjective(plain, known)]
    for run, start, end in delegations or _find_bodies(plain, known):
        head, rest = plain[:start], plain[end:]
        if is_behind_verb(head) or ACCORDING.match(head.strip()) or TOOK_FLOOR.search(head):
            return States(run, "delegation_told")
        if _opens_sentence(head) and start != run[0].start and not IS_THERE.match(rest):
            return States(run, "delegation_told")
        if is_before_verb(_skip_aside(rest)) and not IN_ROOM.match(rest) and not speech_within().search(head):
            return States(run, "delegation_told")
    return _find_by_post(plain, mentions)


def _find_by_post(plain: str, mentions: list[Mention]) -> States | None:
    """« Norway's Deputy Minister for Trade said », « Le ministre de la Norvège a dit »: whose post it is."""
    for mention in mentions[:2]:
        head, rest = plain[: mention.start], plain[mention.end :]
        genitive, of = POST_OF_STATE.match(rest), THE_POST_OF.search(head)
        behind = rest[genitive.end() :] if genitive else rest
        ahead = head if genitive else head[: of.start()] if of else ""
        if (
            (genitive or of)
            and _opens_sentence(ahead)
            and speech().match(behind.lstrip())
            and mention.kind == "country"
        ):
            return States([mention], "delegation_by_post")
    return None


def _find_delegations(plain: str, mentions: list[Mention]) -> Iterator[tuple[list[Mention], int, int]]:
    """« Japan's delegate », « the representatives of Chile and Peru »: who, and where the words begin and end."""
    for at, mention in enumerate(mentions):
        before, after = plain[: mention.start], plain[mention.end :]
        genitive, of = GENITIVE.match(after), OF.search(before)
        if genitive:
            head = re.sub(r"\b(?:the|The)\s$", "", before)
            yield [mention], len(head), mention.end + genitive.end()
        elif of:
            run = follow(mentions[at:], plain)
            yield run, of.start("phrase"), run[-1].end


def _find_by_adjective(plain: str, known: Known) -> Iterator[tuple[list[Mention], int, int]]:
    """« The Chilean delegation », « el representante chileno »: the State that an adjective tells."""
    for match in BY_ADJECTIVE.finditer(plain):
        word = match["before"] or match["behind"]
        country = find_demonym(word, known.ids) or (known.country(word) if match["before"] else "")
        if country:
            group = "before" if match["before"] else "behind"
            yield [Mention(country, "country", *match.span(group))], match.start(), match.end()


def _find_bodies(plain: str, known: Known) -> Iterator[tuple[list[Mention], int, int]]:
    """A body that no table has, by its acronym or by a word that names bodies; its record is to be made."""
    for match in OF_BODY.finditer(plain):
        name = match["body"]
        is_body = ACRONYM.match(name) or classify(name)[0] != "other"
        if is_body and not POST_WORD.search(name) and not known.find(name, "country", "forum", "process"):
            yield [Mention("", "organisation", *match.span("body"))], match.start(), match.end()


def _find_bare(plain: str, mentions: list[Mention], own: Container[str]) -> States | None:
    """The States with which a sentence begins and that its verb has speak, or in whose view it is."""
    if not mentions:
        return None
    run = follow(mentions, plain)
    if any(item.record_id in own for item in run):
        return None
    head, rest = plain[: run[0].start], plain[run[-1].end :]
    if IN_VIEW.match(head) and rest.startswith(","):
        return States(run, "delegation_in_view")
    if not _opens_sentence(head):
        return None
    if FOR_PART.match(rest) and not IS_THERE.match(FOR_PART.sub("", rest, count=1)):
        return States(run, "delegation_bare")
    if AUTHORS_OWN.match(rest):
        return None
    for behind in (rest, WHILE.sub(" ", rest, count=1), _skip_aside(rest), BETWEEN_COMMAS.sub("", rest, count=1),
                   WHICH.sub("", rest, count=1)):  # fmt: skip
        if speech().match(behind.lstrip()) or state_verbs().match(behind.lstrip()):
            return States(run, "delegation_bare")
    return None


def _skip_aside(rest: str) -> str:
    return aside().sub("", rest, count=1)


def _opens_sentence(head: str) -> bool:
    """Whether nothing stands before a State, or what a sentence opens with: « For its part, »."""
    head = NUMBER.sub("", head, count=1)
    head = re.sub(r"(?:^|(?<=\s))(?:the|la|le|l['’]|les|el|los|las)\s*$", "", head, flags=re.IGNORECASE).strip()
    return not head or (head.endswith(",") and len(head) < LEAD_IN and not speech_within().search(head))
