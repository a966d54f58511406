"""States in a delegation's telegram to its ministry: whose « we » is, and who speaks where few words are left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cyberdiplo.drafts.known import Mention
from cyberdiplo.drafts.people.posted import blank_quotes
from cyberdiplo.drafts.people.reporting import IN_ROOM
from cyberdiplo.drafts.states.delegations import IS_THERE, States
from cyberdiplo.drafts.states.seconding import follow
from cyberdiplo.drafts.words import find_demonym, speech

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.documents.passages import Passage
    from cyberdiplo.drafts.known import Known

HEAD = 8  # passages, among which a telegram says whose it is
STATE = r"[A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?"
SENDER = re.compile(
    rf"(?P<who>{STATE})\s(?:Delegation|Embassy|Mission|Legation|High Commission|Consulate)\b"
    r"|\b(?:Délégation|Ambassade|Mission|Delegación|Embajada|Misión)\s(?:permanente?\s)?(?P<behind>[a-zà-ÿ]{5,})\b"
    r"|\b(?:Delegation|Embassy|Mission|Délégation|Ambassade|Delegación|Embajada|Misión)"
    rf"\s(?:of|de la|de l['’]|du|del|de|d['’])\s?(?P<of>{STATE})"
)
TELEGRAM = re.compile(
    r"\b(?:cablegram|telegram|télégramme|telegrama|cable|airgram|despatch|dispatch|dépêche|savingram)\b", re.IGNORECASE
)
LEAD = r"(?:[(\[]?\w{1,3}[)\].]\s*)*(?:(?:On|At|In|After|During|Later|Then|Finally|Lors|Après)\b[^.;:]{0,160}?,?\s)?"
WE = re.compile(
    rf"{LEAD}(?P<we>(?:We|Our delegation|Nous|Notre délégation|Nuestra delegación|I)\b)(?P<rest>.*)", re.DOTALL
)
OPENS = re.compile(rf"{LEAD}(?:[Tt]he |[Ll]a |[Ll]e |[Ll]['’]|[Ll]es |[Ee]l )?", re.DOTALL)
# « Norwegian reply referred to », « French amendment: ».
WORDS_OF = re.compile(
    rf"{OPENS.pattern}(?P<who>{STATE})\s(?:[Dd]elegat(?:ion|e)|[Rr]epresentative|reply|statement|view|position|speech|answer"
    r"|argument|intervention)s?\b(?=\s[a-z]|:)"
)
# What a State does there that is no word of its own.
NO_WORDS = re.compile(
    r"\s*,?\s*(?:abstain|vot(?:ed|ing)|was|were|is|are|has been|had been|won|lost|elected|absent|defeated|and\b"
    r"|or\b)\w*"
)
ASIDE = re.compile(r"^\s*,\s?(?:\([^()]{3,160}\)|[^.;:,]{3,160},)\s*")


def find_sender(passages: Sequence[Passage], known: Known) -> str:
    """The State whose delegation or mission sent a telegram; empty where the document is none."""
    head = passages[:HEAD]
    if not any(TELEGRAM.search(passage.text) for passage in head):
        return ""
    for passage in head:
        for match in SENDER.finditer(passage.text):
            word = match["who"] or match["behind"] or match["of"]
            if state := known.country(word) or find_demonym(word.split()[-1], known.ids):
                return state
    return ""


def find_terse(text: str, known: Known, sender: str) -> States | None:
    """The States that a sentence of a telegram has speak: « We supported », « Norway withdrew », « Chilean reply: »."""
    plain = blank_quotes(text)
    if (we := WE.match(plain)) and speech().match(we["rest"].lstrip()):
        return States([Mention(sender, "country", *we.span("we"))], "delegation_terse")
    if match := WORDS_OF.match(plain):
        state = find_demonym(match["who"], known.ids) or known.country(match["who"])
        if state:
            return States([Mention(state, "country", *match.span("who"))], "delegation_terse")
    mentions = list(known.mentions(plain, kinds=("country",)))
    run = follow(mentions, plain)
    if not run or not OPENS.fullmatch(plain[: run[0].start]):
        return None
    rest = ASIDE.sub(" ", plain[run[-1].end :], count=1)
    is_silent = IS_THERE.match(rest) or IN_ROOM.match(rest) or NO_WORDS.match(rest)
    return States(run, "delegation_terse") if re.match(r"\s*[a-zà-ÿ]{3,}", rest) and not is_silent else None
