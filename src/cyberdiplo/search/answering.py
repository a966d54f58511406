"""Whole questions that a list of ours answers: who chaired it, who voted how, how many there are, what nobody said.

No text says that 46 States voted against a resolution: their votes do. Such a question leads to the record that it is
about, and is told the command that answers it. Which words call for which list is data.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.messages import tr_plural
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.names import Match
from cyberdiplo.questions.question import RECORD_KINDS
from cyberdiplo.questions.values import has_members
from cyberdiplo.schema.nouns import NOUNS
from cyberdiplo.search.named import find_named
from cyberdiplo.search.terms import asks_how_many, asks_who, bare_words, is_question
from cyberdiplo.search.types import Hit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cyberdiplo.questions.question import Parameter, Question
    from cyberdiplo.store.connection import Connection

LEADING = 1000.0  # the score of what leads
MOST_LEADS = 4  # people who lead: of more, the list says it better
MOST_MEANT = 2  # records that one name may mean


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CHAIRING = _words(
    "chair chairs chaired chairing chairman chairwoman chairperson chairpersons presides presided preside presida"
    " presidait president presidente presidence presidee moderated moderates moderator modere moderait moderateur"
    " moderatrice anime animait rapporteur"
)
MODERATING = _words("moderated moderates moderator modere moderait moderateur moderatrice anime animait")
ROLES = (("chair", "co_chair"), ("moderator",), ("rapporteur", "vice_chair"))  # whoever there is
VOTING = _words(
    "vote votes voted voting voter votait votaient votent abstain abstained abstains abstaining abstention abstentions"
    " abstenu abstenue abstenus abstenues abstient abstiennent"
)
WAYS = {  # how somebody voted, by the words that say so
    "abstain": _words("abstain abstained abstains abstaining abstention abstentions abstenu abstenue abstenus abstient"
                      " abstenues abstiennent"),
    "no": _words("against contre no non oppose opposed opposes opposent"),
    "yes": _words("for favour favor pour yes oui"),
}  # fmt: skip
OPPOSING = _words("oppose opposed opposes opposent rejected rejects rejette rejettent refuse refused")
WHY = _words("why pourquoi")
NOT = _words("not never nothing pas jamais rien plus t")
BETWEEN = _words("yet ever encore")  # may stand between: has not yet said
SAYING = _words(
    "said say says spoken speak spoke mentioned mention addressed raised dit dire dite parle parler mentionne evoque"
    " aborde exprime"
)
SILENT = _words("silent silence silencieux silencieuse silencieuses muet muets muette muettes tait taisent")
# What is counted, by the words for it: the list that has it.
COUNTED = {
    "members-of-a-group": _words("member members membre membres"),
    "signatories": _words(
        "party parties signatory signatories signataire signataires signed signe signes ratified ratify ratifie"
        " ratifications ratification acceded adhere"
    ),
    "supporters": _words("supporter supporters supports supported support soutien soutiens soutient soutiennent"),
    "votes": VOTING,
    "meetings": _words("meeting meetings met meet session sessions reunion reunions seance seances"),
    "statements": _words("statement statements declaration declarations intervention interventions"),
    "speakers": _words("speaker speakers participant participants orateur orateurs intervenant intervenants people"),
    "measures": _words("law laws measure measures resolution resolutions loi lois mesure mesures"),
    "processes": _words("process processes processus"),
    "figures": _words("figure figures chiffre chiffres"),
}


WHOLES = ("process", "forum", "organisation", "measure")  # which have members, meetings, parties
LISTS = frozenset(noun.command for noun in NOUNS if noun.listed)


def _read(name: str) -> Question:
    return catalogue.read_list(name) if name in LISTS else catalogue.find(name)


class Way(NamedTuple):
    """How a question is answered: by which list, asked for what, and which records lead to it."""

    question: str
    wishes: dict[str, list[str]]
    leads: tuple[Match, ...]
    counting: bool = False


class Told(NamedTuple):
    """The records that lead the answer, and the sentences that tell of the list."""

    leads: list[Hit]
    notices: list[str]
    counting: bool = False  # a number was asked for: a figure that has it comes first


NOTHING = Told([], [])


def find_told(connection: Connection, typed: str, lang: str) -> Told:
    """What a list of ours answers to a whole question; nothing where it is none, or no list does."""
    if not is_question(typed):
        return NOTHING
    named = find_named(connection, typed)
    for find in (_find_chairs, _find_silence, _find_votes, _find_number):
        if way := find(connection, typed, named):
            notices = _tell(connection, way, lang) if way.question else []
            if notices or not way.question:
                return Told([Hit(match.id, match.kind, LEADING) for match in way.leads], notices, way.counting)
    return NOTHING


def _tell(connection: Connection, way: Way, lang: str) -> list[str]:
    """The command that lists the answer, with how much it lists, and what is said beside such an answer."""
    from cyberdiplo.questions.notices import find_notices
    from cyberdiplo.questions.run import answer

    question = _read(way.question)
    answered = answer(connection, question, way.wishes, lang=lang)
    count = sum(1 for _ in answered.result.rows)
    beside = find_notices(connection, question, answered.values, lang, way.wishes)
    if not count:  # adopted without a vote, say
        return beside
    told = tr_plural(
        "{count} row answers this: {command}", "{count} rows answer this: {command}", count, lang,
        command=_spell(question, way.wishes),
    )  # fmt: skip
    return [told, *beside]


def _spell(question: Question, wishes: dict[str, list[str]]) -> str:
    listed = question.path.parent.name == "lists"
    options = " ".join(f"--{name.replace('_', '-')} {','.join(values)}" for name, values in wishes.items())
    return " ".join(("cyberdiplo", *(() if listed else ("query", "run")), question.name, options)).rstrip()


def _place(
    connection: Connection, question: Question, named: Sequence[Sequence[Match]]
) -> tuple[dict[str, list[str]], list[Match]]:
    """The records that the question can be asked for, each by a parameter for its kind, and those records."""
    wishes: dict[str, list[str]] = {}
    placed: list[Match] = []
    for matches in named:
        for parameter in question.parameters:
            kinds = RECORD_KINDS.get(parameter.kind)
            if kinds is None or parameter.name in wishes:
                continue
            fitting = [match for match in matches if not kinds or match.kind in kinds]
            if parameter.kind in ("group", "party"):
                fitting = [match for match in fitting if has_members(connection, match)]
            fitting = [match for match in fitting if match.kind == fitting[0].kind]
            if len(fitting) > MOST_MEANT:
                fitting = [match for match in fitting if not match.weak]
            if fitting and len(fitting) <= MOST_MEANT and _is_best(question, parameter, fitting[0]):
                wishes[parameter.name] = [match.id for match in fitting]
                placed += fitting
                break
    return wishes, placed


def _is_best(question: Question, parameter: Parameter, match: Match) -> bool:
    """Whether no other parameter is for just this kind of record."""
    return parameter.kind == match.kind or all(other.kind != match.kind for other in question.parameters)


def _find_chairs(connection: Connection, typed: str, named: Sequence[Sequence[Match]]) -> Way | None:
    """Who chaired it: the people, where they are few, then what they chaired."""
    words = bare_words(typed)
    if not asks_who(typed) or CHAIRING.isdisjoint(words[:5]) or not SAYING.isdisjoint(words[:3]):
        return None
    question = _read("chairs")
    wishes, placed = _place(connection, question, named)
    wishes = {name: values for name, values in wishes.items() if name in ("forum", "process")}
    if not wishes:
        return None
    from cyberdiplo.questions.run import ask

    people: dict[str, None] = {}
    for roles in ROLES if MODERATING.isdisjoint(words[:5]) else ROLES[1:]:
        wishes["role"] = list(roles)
        result = ask(connection, question, wishes)
        if people := dict.fromkeys(str(row[result.columns.index("id")]) for row in result.rows):
            break
    leads = [Match(person, "speaker", person, False) for person in people] if len(people) <= MOST_LEADS else []
    return Way("chairs", wishes, (*leads, *placed))


def _find_silence(connection: Connection, typed: str, named: Sequence[Sequence[Match]]) -> Way | None:
    """On what a State has said nothing."""
    words = bare_words(typed)
    plain = [word for word in words if word not in BETWEEN]
    unsaid = any({*pair} & NOT and {*pair} & SAYING for pair in pairwise(plain))
    if SILENT.isdisjoint(words) and not unsaid:
        return None
    wishes, placed = _place(connection, _read("silent-on"), named)
    return Way("silent-on", wishes, tuple(placed)) if "country" in wishes else None


def _find_votes(connection: Connection, typed: str, named: Sequence[Sequence[Match]]) -> Way | None:
    """Who voted how, on a text or the texts of a process."""
    words = bare_words(typed)
    opposing = bool(OPPOSING & set(words)) and asks_who(typed)
    if WHY & set(words[:2]) or (VOTING.isdisjoint(words) and not opposing):
        return None
    wishes, placed = _place(connection, _read("votes"), named)
    if not wishes:
        return None
    if vote := _find_vote(words):
        wishes["vote"] = [vote]
    from cyberdiplo.questions.run import answer

    result = answer(connection, _read("votes"), wishes, ids=True).result
    texts = dict.fromkeys(str(row[result.columns.index("resolution_id")]) for row in result.rows)
    if VOTING.isdisjoint(words) and not ("resolution" in wishes and texts):  # it was opposed in words, or in none
        return None
    leads = [Match(text, "measure", text, False) for text in reversed(texts)] if len(texts) <= MOST_LEADS else []
    about = [match for match in placed if match.kind in ("process", "topic")] or placed[:1]
    return Way("votes", wishes, tuple(leads or about))


def _find_vote(words: Sequence[str]) -> str:
    """How somebody voted, as the words after the voting, or the voting itself, say; empty where they do not."""
    for index, word in enumerate(words):
        if word in VOTING or word in OPPOSING:
            near = {word, *words[index + 1 : index + 3]}
            for vote, saying in WAYS.items():
                if near & saying:
                    return vote
    return ""


def _find_number(connection: Connection, typed: str, named: Sequence[Sequence[Match]]) -> Way | None:
    """How many of something there are, by the list of them; else the body or text that they would be of."""
    if not asks_how_many(typed):
        return None
    words = bare_words(typed)
    asked = [name for name, counted in COUNTED.items() if not counted.isdisjoint(words)]
    for name in asked:
        wishes, placed = _place(connection, _read(name), named)
        if wishes:
            return Way(name, wishes, tuple(placed[:1]), counting=True)
    whole = [matches[0] for matches in named if asked and matches[0].kind in WHOLES]
    return Way("", {}, (whole[0],), counting=True) if whole else None
