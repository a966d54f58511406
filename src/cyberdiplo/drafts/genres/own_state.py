"""Whose statement a text is by its own words: « Chile welcomes », « my country, Chile », « I speak on behalf of »."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.drafts.points.cutting import cut
from cyberdiplo.drafts.points.dates import find_dates
from cyberdiplo.drafts.words import find_demonym

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cyberdiplo.documents.passages import Passage
    from cyberdiplo.drafts.known import Known, Mention

ENOUGH = 2  # sentences in which a State speaks of itself, where another does too
# What a State says of itself in the present; nobody tells so of another in a statement of their own.
SELF = re.compile(
    r"^\s(?:(?:also|therefore|further|once again|fully|strongly|firmly|warmly|stands|hereby|deeply|wholeheartedly"
    r"|tient (?:également )?à|souhaite(?:rait)?|desea|quisiera|también)\s)?"
    r"(?:welcomes?|supports?|aligns?|associates?|wish(?:es)?|would (?:also )?like|thanks?|believes?|considers?|attaches"
    r"|reiterates?|reaffirms?|renews|remains? (?:committed|ready|concerned|convinced|of)"
    r"|is (?:pleased|committed|of the view"
    r"|convinced|deeply|fully|ready|grateful|honou?red|concerned|proud|delighted)|joins?|condemns?|calls|stands"
    r"|looks forward|stands ready|takes this|commends?|congratulates?|notes|recogni[sz]es|underlines|underscores"
    r"|stresses"
    r"|emphasi[sz]es|urges|appreciates?|expresses|hopes|shares the|endorses|seeks|extends|values|advocates"
    r"|se félicite|s['’](?:associe|aligne)|soutient|souhaite|remercie|appuie|salue|réaffirme|considère"
    r"|est (?:d['’]avis|convaincue?|attachée?|favorable|préoccupée?|heureu\w+)|partage|condamne|appelle|se réjouit"
    r"|attache|rappelle|félicite|tient|plaide|réitère|renouvelle"
    r"|apoya|agradece|desea|considera|reafirma|reitera|se (?:asocia|suma|alinea|congratula|une)|condena|saluda|acoge"
    r"|está (?:convencid|comprometid|de acuerdo|dispuest|preparad|list)\w*|quisiera|comparte|atribuye"
    r"|cree que|celebra|valora|reconoce"
    r"|hace un llamado|renueva)\b",
    re.IGNORECASE,
)
# Before the State for which whoever speaks says that they do.
SPEAKS_FOR = re.compile(
    r"(?:\b(?:I|we)\s(?:have the (?:honou?r|pleasure|privilege) (?:to|of)\s\w+"
    r"|am (?:\w+\s)?(?:speaking|honou?red|pleased"
    r"|delivering|making)|speak|deliver|make|take the floor|wish|would like)\b"
    r"|\bj['’]ai l['’]honneur d|\bje (?:m['’]exprime"
    r"|prends la parole|parle)|\btengo el honor|\b(?:hago uso|tomo) (?:de )?la palabra|\bintervengo)"
    r".{0,90}\b(?:on behalf of|in the name of|au nom d(?:e|u|es)?|en nombre d(?:e|el))\s*(?:['’]"
    r"|the\s|la\s|l['’]|los\s|les\s)*"
    r"(?:(?:delegation|government|people|délégation|gouvernement|delegación|gobierno) (?:of|d[eu]"
    r"|del)\s?(?:the\s|la\s|l['’])?)?$"
    r"|\b(?:my|our|mon|notre|mi|nuestro) (?:own )?(?:country|pays|país),\s(?:the\s|la\s|le\s|l['’]|el\s)?$",
    re.IGNORECASE,
)
# Before a State in a title that is what the text is about, or where it was given.
TOPIC = re.compile(
    r"(?:\b(?:in|on|from|against|to|with|at|and|about|regarding|concerning|en|à|au|aux|sur|contre"
    r"|dans|sobre|ante|hosted by"
    r"|situation (?:in|of))\s(?:the\s|la\s|le\s|l['’]|el\s)?|,\s|\(\w+, )$",
    re.IGNORECASE,
)
# What somebody says of their own State, where no sentence begins with it.
PEOPLE = r"(?:government|people|delegation|authorities|gouvernement|peuple|délégation|gobierno|pueblo|delegación)"
GOVERNED = rf"{PEOPLE}(?: (?:and|et|y) (?:the |le |el |la |du |de la |del )?{PEOPLE})?"
KINGDOM = r"(?:(?:Republic|Kingdom|République|Royaume|República) (?:of|d[eu]|de)\s?(?:the\s|la\s|l['’]|['’])?)?"
WEAK_BEFORE = re.compile(
    r"\b(?:on behalf of|in the name of|au nom|en nombre)\s(?:of |du |de la |del |de |des )?(?:the |le |la |el )?"
    rf"{GOVERNED}\s(?:of|de|du|d|del|de la)\s?(?:the\s|la\s|l['’]|['’])?{KINGDOM}$"
    r"|\bwelcome (?:you (?:all )?|everyone |all of you )?(?:here )?(?:in|to)\s(?:(?:beautiful|sunny|our)\s)?(?:the\s)?$"
    r"|\bbienvenue (?:à (?:tous|toutes)[^.]{0,20} )?(?:en|au|aux|à|dans)\s(?:la\s|l['’])?$"
    r"|\bbienvenid[oa]s? (?:tod[oa]s )?(?:a|al|en)\s(?:la\s)?$"
    r"|\b(?:here|we|us all|us) in\s(?:the\s)?$|\b(?:chez nous|ici)(?:,)? (?:en|au|aux|à)\s$|\b(?:aquí|nosotros) en\s$",
    re.IGNORECASE,
)
WEAK_AHEAD = re.compile(r"^(?:In|En|Au|Aux)\s(?:the\s|la\s)?$")  # « In Norway, we have », « En Norvège, nous avons »
WE = re.compile(r"^,\s(?:we|our|nous|notre|nos|hemos|nuestr\w+|tenemos|estamos)\b", re.IGNORECASE)
OF_GOVERNMENT = re.compile(
    r"\b(?:representative|member|minister) of the (?P<word>[A-Z][a-z]+) (?:government|delegation|people)\b"
    r"|\bmembre du gouvernement (?P<word2>[a-zà-ÿ]{5,})\b|\b[Gg]obierno (?P<word3>[a-zà-ÿ]{5,})(?=[^.]{0,30}\bme\b)"
)
ASIDE = re.compile(r"^,\s[^,.;:]{3,160},\s")  # « Chile, as chair of the Group, welcomes »
ARTICLE = re.compile(r"(?:^|(?<=\s))(?:the|la|le|l['’]|les|el|los)\s*$", re.IGNORECASE)


class Place(NamedTuple):
    """A State as a passage names it."""

    country: str
    passage: Passage
    start: int
    end: int


def find_own_state(body: Sequence[Passage], known: Known) -> Place | None:
    """The one State that says « I speak on behalf of » or, more often than another, says something of itself."""
    selves = []
    for place, before, after in _find_states(body, known):
        if SPEAKS_FOR.search(before):
            return place
        head = ARTICLE.sub("", before).rstrip()
        after = ASIDE.sub(" ", after, count=1)
        if (not head or head.endswith(",")) and SELF.match(after):
            selves.append(place)
    counts = Counter(place.country for place in selves).most_common(2)
    if not counts and (weak := _find_weak(body, known)):
        return weak
    if not counts or (len(counts) > 1 and (counts[0][1] < ENOUGH or counts[0][1] == counts[1][1])):
        return None
    return next(place for place in selves if place.country == counts[0][0])


def _find_weak(body: Sequence[Passage], known: Known) -> Place | None:
    """The one State of which whoever speaks says that they are of it: « welcome you all to Norway »."""
    places = [
        place
        for place, before, after in _find_states(body, known)
        if WEAK_BEFORE.search(before) or (WEAK_AHEAD.match(before) and WE.match(after))
    ]
    for passage in body:
        for match in OF_GOVERNMENT.finditer(passage.text):
            group = match.lastgroup or "word"
            if state := find_demonym(match[group], known.ids):
                places.append(Place(state, passage, *match.span(group)))
    return places[0] if len({place.country for place in places}) == 1 else None


def find_title_state(head: Sequence[Passage], known: Known) -> Place | None:
    """The one State that the head names and that is not where the text was given, or what it is about."""
    places = [
        place
        for place, before, after in _find_states(head, known)
        if not TOPIC.search(before) and not (find_dates(after) and re.match(r"\s?,", after))
    ]
    return places[0] if len({place.country for place in places}) == 1 else None


def _find_states(passages: Sequence[Passage], known: Known) -> Iterator[tuple[Place, str, str]]:
    """The States that passages name, with what stands before and behind each in its sentence."""
    for passage in passages:
        for point in cut(passage.text):
            offset = passage.text.find(point.text, point.start)
            for mention in known.mentions(point.text, kinds=("country",)):
                yield _place(mention, passage, offset), point.text[: mention.start], point.text[mention.end :]


def _place(mention: Mention, passage: Passage, offset: int) -> Place:
    return Place(mention.record_id, passage, mention.start + offset, mention.end + offset)
