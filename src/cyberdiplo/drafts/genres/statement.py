"""One delegation's statement: who delivers it, for whom, and its points.

The rules of the genre: the head says whose statement it is, by name or by country; everything after it is theirs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.documents.structure.speakers import SENTENCE, is_address
from cyberdiplo.drafts.genres.announced import find_alone, find_below
from cyberdiplo.drafts.genres.closing import close
from cyberdiplo.drafts.genres.entries import begin
from cyberdiplo.drafts.genres.head import find_head
from cyberdiplo.drafts.genres.letters import find_label, find_writer
from cyberdiplo.drafts.genres.own_state import find_own_state, find_title_state
from cyberdiplo.drafts.genres.sitting import add_sitting
from cyberdiplo.drafts.genres.transcript import COURTESY, begin_turn
from cyberdiplo.drafts.people.introduced import (
    NAME,
    NO_PEOPLE,
    Introduction,
    find_addressed,
    find_plain,
    is_personal,
)
from cyberdiplo.drafts.people.naming import collect_names
from cyberdiplo.drafts.people.posted import find_named
from cyberdiplo.drafts.people.taking_part import TakingPart
from cyberdiplo.drafts.points.cutting import Point
from cyberdiplo.drafts.points.statements import Voice, add_point, points_of
from cyberdiplo.drafts.posts.words import POST
from cyberdiplo.drafts.states.behalf import say_on_behalf
from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.documents.passages import Document, Passage
    from cyberdiplo.drafts.known import Known
    from cyberdiplo.drafts.proposal import Draft

OF_WHOM = re.compile(
    r"\b(?:statement|remarks|intervention|address|speech|explanation of (?:vote|position)|reply|response|contribution"
    r"|letter|note verbale|comments|submission|déclaration|allocution|discours|intervention|réponse|réplique|lettre"
    r"|respuesta|réplica|carta|nota verbal|contribución"
    r"|explication de (?:vote|position)|declaración|discurso|intervención|explicación de voto)\b[^.;:]{0,40}?"
    r"\b(?:delivered by|prononcée? par|pronunciad[oa] por|by|of|from|par|por|de la|de l['’]|du|des|de|del"
    r"|d['’])\s*(?:the\s+|la\s+|el\s+)?(?P<whom>.+)$",
    re.IGNORECASE,
)
# « Permanent Representative of », « Mission permanente de la »: what stands before the name of a State.
POSTED = re.compile(
    r"\b(?:representative|ambassador|minister|mission|delegation|représentante?|ambassad\w+|ministre|délégation"
    r"|embajador\w*|ministr[oa]|misión|delegación)\b[^.;]{0,60}?\b(?:of|de|du|des|del"
    r"|d['’])\s*(?:the\s|la\s|l['’])?\s*$",
    re.IGNORECASE,
)
BY = re.compile(r"(?:^|\s)(?:by|par|por|of|de|du|del|delivered by|with)(?:\s(?:the|la|le|el))?$", re.IGNORECASE)
LABEL = re.compile(r"[^\W\d_]\s?:$")
BEHIND_BY = re.compile(
    rf"(?:\b(?:by|par|por|of|de)|[^\W\d_]\s?:)\s+(?P<name>{NAME})(?=\s*(?:[,–—(]|$)|\s(?:at|on|to|in|during|before|lors|à|au|aux|devant|en|ante|durante)\s)"
)
BEHIND = re.compile(rf"\s+(?P<name>{NAME})")
# « Jane Roe, Ambassador, Deputy Permanent Representative », a line at the foot.
SIGNED = re.compile(rf"(?P<name>{NAME}),\s+(?P<post>(?i:{POST.pattern.removeprefix('^')})[^.;:]{{0,120}})")
# A sentence above a speech that says who gave it.
SPEECH_TOLD = re.compile(
    r"\b(?:a prononcé|discours (?:d[eu]|prononcé)|texte intégral|delivered (?:the|a|this)|(?:full )?text of (?:the|a)"
    r"|following (?:is|are) (?:the|a)|pronunció|texto (?:íntegro|completo)|discurso (?:de|del|pronunciado))\b",
    re.IGNORECASE,
)
LONGEST_SUBHEAD = 10  # words of a line within a speech that ends without a full stop
TOLD_WITHIN = 2  # passages behind the head, among which such a sentence stands
NOBLE = re.compile(
    r"(?:H\.?E\.? )?(?:Lord|Lady|Baroness|Baron|Prince|Princess|King|Queen|Sheikh|Sheikha|Sultan|Sir|Dame|Cardinal)\.?"
)
# Before somebody whom a statement answers: « reply to the address by », « réponse au discours de ».
SPEECH_OF_OTHER = re.compile(
    r"\b(?:to|au|aux|à|al|a)\s(?:the\s|la\s|l['’])?(?:\w+\s){0,2}?(?:address|speech|statement|report|presentation|briefing"
    r"|discours|rapport|exposé|allocution|déclaration|présentation|discurso|informe|exposición|presentación)s?"
    r"\s(?:by|of|d[eu]|par|del?|por)\s(?:[^,;:]{3,120},\s)?(?:the\s|la\s|l['’])?$",
    re.IGNORECASE,
)
ANSWER = re.compile(
    r"\W*(?:[\w-]+\s){0,2}?(?:reply|response|réponse|respuesta|réplica|reaction|réaction)\b.{3,120}?"
    r"\s(?:by|of|d[eu]|par|del?|por)\s(?=(?-i:[^\W\d_a-zà-ÿ])[^,;:]*,)",
    re.IGNORECASE,
)
SIGNATURE = 4  # passages at the foot, among which somebody signs
FORMS = (
    ("explanation_of_vote", r"explanation of vote|explication de vote|explicación de voto"),
    ("explanation_of_position", r"explanation of position|explication de position"),
    ("right_of_reply", r"right of reply|droit de réponse|derecho de réplica"),
)


def draft_statement(document: Document, known: Known, source_id: str = "") -> Draft:
    """Propose the rows of one statement."""
    draft = begin(document, known, "statement", source_id, type="text", record_type="verbatim")
    passages = [passage for passage in document.passages if passage.kind not in ("cell", "note")]
    head = find_head(passages)
    sitting = add_sitting(draft, known, head, document.name, passages)
    notes = {passage.place.removeprefix("note "): passage for passage in document.passages if passage.kind == "note"}
    taking = TakingPart(draft, known, sitting.id, sitting.day, notes, collect_names(passages))
    body = [passage for passage in passages if passage not in head]
    who = find_deliverer(taking, head, body)
    voice = Voice("individual", (who,), rule="statement_of") if who else Voice("document")
    if not who:
        draft.remarks.append(tr("The head does not say whose statement it is."))
    say_on_behalf(taking, voice, [*(Point(passage.text, 0, 0) for passage in head), *begin_turn(body)])
    home, begun = {"meeting_id": sitting.id}, False
    for passage in _cut_signature(draft, who, body):
        begun = begun or not passage.text.rstrip().endswith((";", ","))
        if not begun:  # « Ms Roe of the Union; »: to whom the speaker turns
            continue
        if passage.kind == "heading" or passage.place == taking.introducing or is_no_speech(passage.text):
            continue
        for point in points_of(passage):
            if not COURTESY.match(point.text) or len(point.text.split()) > 12:
                add_point(draft, known, passage, point, voice, home=home, reporting="quoted")
    close(draft, taking, document)
    return draft


def find_deliverer(taking: TakingPart, head: Sequence[Passage], body: Sequence[Passage]) -> str:
    """The participation of whoever delivers the statement: a person of the head, else the State whose it is."""
    country = _find_country(taking, head)
    own = None if country else find_title_state(head, taking.known) or find_own_state(body, taking.known)
    taking.state = country[0] if country else own.country if own else ""
    who = ""
    is_answer = country is not None and any(SPEECH_OF_OTHER.search(cut_answer(passage.text)) for passage in head)
    for at, passage in enumerate(head if not is_answer else ()):
        for introduction in (*find_addressed(passage.text), find_plain(passage.text)):
            if introduction and _may_deliver(introduction, passage.text) and not who:
                below = find_below(introduction, passage, head[at + 1 : at + 3], taking.known)
                who = taking.introduce(introduction, passage, "speaker", "delivered", told=below)
    whole, head = head, [] if is_answer else head
    who = who or _find_posted(taking, head) or _find_bare(taking, head) or _find_only(taking, head)
    who = who or find_told_of(taking, body) or find_signature(taking, body)
    who = who or find_writer(taking, head) or find_label(taking, [*whole, *body][:1])
    if who and country:
        row = taking.draft.find("participations", [who])
        if row is not None and not row.cells.get("country_id"):
            row.cells |= {"country_id": country[0], "capacity": "state"}
            row.doubts["capacity"] = tr("told by the title")
    if not who and country:
        who = taking.add_delegation(*country, "delegation_title")
    if not who and own:
        who = taking.add_delegation(*own, "delegation_own_words")
    row = taking.draft.find("participations", [who])
    title = " ".join(passage.text for passage in whole)
    if row is not None:
        form = next((code for code, words in FORMS if re.search(words, title, re.IGNORECASE)), "general_statement")
        row.cells["form"] = form
    return who


def cut_answer(text: str) -> str:
    """A title up to the name of whoever is answered: « Reply of Norway to the address by »."""
    match = ANSWER.match(text)
    return match[0] if match else ""


def _may_deliver(who: Introduction, text: str) -> bool:
    """Whether somebody at the head may be who delivers: named whole, or by a title, and not only answered."""
    is_whole = len(who.name.split()) > 1 or NOBLE.fullmatch(who.honorific) is not None
    return is_whole and not SPEECH_OF_OTHER.search(text[: who.start])


def is_no_speech(text: str) -> bool:
    """Whether a paragraph of a speech is a form of address, a subhead, or the line with place and day."""
    text = text.strip()
    is_line = SENTENCE.search(text) is None and len(text.split()) <= LONGEST_SUBHEAD
    return is_address(text) or is_line or (text.endswith(",") and not re.search(r"[.!?;]\s", text))


def _cut_signature(draft: Draft, who: str, body: list[Passage]) -> list[Passage]:
    """What stands above the name of whoever signed."""
    row = draft.find("participations", [who])
    if row is None or "signed" not in row.rules.get("", ()):
        return body
    at = next((at for at, passage in enumerate(body) if passage.place == row.place), len(body))
    return body[:at]


def find_signature(taking: TakingPart, body: Sequence[Passage]) -> str:
    """Whoever signs at the foot: a name alone on one of the last lines, above the post."""
    last = body[-SIGNATURE:]
    for at, passage in enumerate(last):
        if (line := SIGNED.fullmatch(passage.text.strip())) and is_personal(line["name"]):
            who = Introduction("", line["name"], "", 0, line.end("name"), 0, line.end("name"))
            return taking.introduce(who, passage, "speaker", "signed", told=line["post"])
        for who, told in find_alone(passage, last[at + 1 : at + 3], taking.known):
            return taking.introduce(who, passage, "speaker", "signed", told=told)
    return ""


def find_told_of(taking: TakingPart, body: Sequence[Passage]) -> str:
    """Whoever gave the speech as a sentence above it says: « Le Président X a prononcé un discours », « text by X »."""
    for passage in body[:TOLD_WITHIN]:
        if not SPEECH_TOLD.search(passage.text):
            continue
        for posted in find_named(passage.text, taking.known):
            participation = taking.introduce(
                posted.who, passage, "speaker", "told_above", told=posted.title or None, where="before_name"
            )
            taking.introducing = passage.place
            return participation
    return ""


def _find_posted(taking: TakingPart, head: Sequence[Passage]) -> str:
    """Somebody whose name stands behind a post of a State: « Permanent Representative of Chile Juan Mora »."""
    for passage in head:
        for mention in taking.known.mentions(passage.text, kinds=("country",)):
            post = POSTED.search(passage.text[: mention.start])
            match = BEHIND.match(passage.text[mention.end :])
            if post and match and is_personal(match["name"]):
                start, end = (place + mention.end for place in match.span("name"))
                who = Introduction("", match["name"], "", start, end, start, end)
                told = passage.text[post.start() : mention.end]
                return taking.introduce(
                    who, passage, "speaker", "delivered", shown="post_before", told=told, where="before_name"
                )
    return ""


def _find_only(taking: TakingPart, head: Sequence[Passage]) -> str:
    """The one person whom the head names with a post, in whatever words: « Speaks today Jane Roe, Director »."""
    named = {
        posted.who.name: (posted, passage) for passage in head for posted in find_named(passage.text, taking.known)
    }
    if len(named) != 1:
        return ""
    ((posted, passage),) = named.values()
    return taking.introduce(posted.who, passage, "speaker", "delivered", told=posted.title or None, where="before_name")


def _find_bare(taking: TakingPart, head: Sequence[Passage]) -> str:
    """A bare name whose post stands beside it, behind « by », or that has a line of its own above the post."""
    for at, passage in enumerate(head):
        for posted in find_named(passage.text, taking.known):
            before = passage.text[: posted.start].rstrip()
            if not before or BY.search(before) or LABEL.search(before) or posted.title:
                return taking.introduce(
                    posted.who, passage, "speaker", "delivered", told=posted.title or None, where="before_name"
                )
        match = BEHIND_BY.search(passage.text)
        name = match["name"] if match else ""
        if match and is_personal(name) and not any(taking.known.find(name, kind) for kind in NO_PEOPLE):
            start, end = match.span("name")
            who = Introduction("", name, "", start, len(passage.text), start, end)
            below = find_below(who, passage, head[at + 1 : at + 3], taking.known)
            return taking.introduce(who, passage, "speaker", "delivered", told=below)
        for who, told in find_alone(passage, head[at + 1 : at + 3], taking.known):
            return taking.introduce(who, passage, "speaker", "delivered", told=told)
    return ""


def _find_country(taking: TakingPart, head: Sequence[Passage]) -> tuple[str, Passage, int, int] | None:
    """The State whose statement the head says it is, and where it stands: by « statement by », else a line alone."""
    for passage in head:
        match = OF_WHOM.search(passage.text)
        start = match.start("whom") if match else 0
        for mention in taking.known.mentions(passage.text[start:], kinds=("country",)) if match else ():
            return mention.record_id, passage, mention.start + start, mention.end + start
    for passage in head:
        if country := taking.known.country(passage.text):
            return country, passage, 0, len(passage.text)
    for passage in head:
        for mention in taking.known.mentions(passage.text, kinds=("country",)):
            if POSTED.search(passage.text[: mention.start]):
                return mention.record_id, passage, mention.start, mention.end
    return None
