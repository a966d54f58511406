"""Whose words a question asks for, and on what: of these the statements come first, and where there is none it is said.

``What does China say about norms?``: what others say about norms is no answer. Whose it is stands before the subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cyberdiplo.messages import tr, tr_plural
from cyberdiplo.questions.names import read_short_name
from cyberdiplo.search.answering import spell
from cyberdiplo.search.forms import read_words
from cyberdiplo.search.telling import list_some, tell_rows
from cyberdiplo.search.terms import asks_what_was_said, asks_who, is_question
from cyberdiplo.search.types import Answered
from cyberdiplo.search.ways import POSITION, place, read_question
from cyberdiplo.store.lists import bind, translate_columns
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cyberdiplo.search.named import Span
    from cyberdiplo.search.terms import Term
    from cyberdiplo.store.connection import Connection

KINDS = ("country", "organisation", "speaker", "measure", "forum", "process")  # which say something
OPTIONS = {"country": "country", "organisation": "organisation", "speaker": "speaker", "measure": "measure"}
BEFORE_SUBJECT = frozenset(
    ["on", "about", "sur", "concernant", "regarding", "concerning", "towards", "toward", "envers", "propos", "sujet"]
)
NEWEST = 5  # statements of theirs that are shown where none is on the subject
TOPICS = 4  # on which they are
OWN = """
select statements.id, max(said.date) as date from statement_links
join statements on statements.id = statement_links.statement_id
join said on said.statement_id = statements.id
where statement_links.link = 'by' and statement_links.record_id in ({ids})
group by statements.id order by coalesce(max(said.date), '') desc, statements.id
"""
OWN_TOPICS = """
select topics.name_fr, count(*) from record_topics join topics on topics.id = record_topics.topic_id
where record_topics.record_id in ({ids}) group by topics.id, topics.name_fr order by count(*) desc, topics.id
"""
TAGGED = """
select record_id from record_topics where topic_id in ({topics}) and record_id in ({ids})
"""


class Voice(NamedTuple):
    """Whose statements are asked for, the words that name them, and the topics that are named beside them."""

    ids: tuple[str, ...]
    kind: str
    words: frozenset[str]
    topics: tuple[str, ...]
    spans: tuple[Span, ...]


def find_voice(typed: str, spans: Sequence[Span]) -> Voice | None:
    """Whose words a question asks for; None where it asks who said something, or names nobody before its subject."""
    words = fold(typed).split()
    saying = asks_what_was_said(typed) and (is_question(typed) or not POSITION.isdisjoint(words))
    siding = is_question(typed) and read_words("@support|@oppose|@favour").find_end(words, 0) > 0
    if not spans or asks_who(typed) or not (saying or siding):
        return None
    subject = next((index for index, word in enumerate(words) if index > 1 and word in BEFORE_SUBJECT), len(words))
    for span in spans:
        speaking = [match for match in span.matches if match.kind in KINDS and not match.weak]
        if speaking and span.words.start < subject and (saying or speaking[0].kind == "country"):
            same = [match for match in speaking if match.kind == speaking[0].kind]
            topics = [other.matches[0].id for other in spans if other.matches[0].kind == "topic"]
            of_span = frozenset(words[index] for index in span.words)
            return Voice(tuple(match.id for match in same), same[0].kind, of_span, tuple(topics), tuple(spans))
    return None


def drop_words(terms: Sequence[Term], voice: Voice) -> list[Term]:
    """The terms that are not the name of who speaks, nor a word for taking a side."""
    siding = read_words("@support|@oppose|@favour|position*")
    return [term for term in terms if not (voice.words.issuperset(term.words) or siding.find_end(term.words, 0) > 0)]


def find_own(connection: Connection, voice: Voice) -> list[str]:
    """Every statement of theirs, the newest first."""
    values: dict[str, Any] = {}
    sql = OWN.format(ids=bind("voice", voice.ids, values))
    return [str(row[0]) for row in connection.execute(sql, values)]


def find_tagged(connection: Connection, voice: Voice, own: Sequence[str]) -> list[str]:
    """Those of the statements that are on a topic which is named."""
    from cyberdiplo.questions.values import find_below

    if not voice.topics or not own:
        return []
    values: dict[str, Any] = {}
    sql = TAGGED.format(
        topics=bind("topic", find_below(connection, "topic", voice.topics), values), ids=bind("id", own, values)
    )
    tagged = {str(row[0]) for row in connection.execute(sql, values)}
    return [record_id for record_id in own if record_id in tagged]


def tell_own(
    connection: Connection, voice: Voice, own: Sequence[str], fitting: Sequence[str], lang: str
) -> Answered | None:
    """How many statements of theirs are on the subject, or that none is, and on what the others are."""
    option = OPTIONS.get(voice.kind)
    if option is None:
        return None
    name = read_short_name(connection, voice.ids[0], lang)
    command = f"cyberdiplo statements --{option} {','.join(voice.ids)}"
    if fitting:
        text = tr_plural(
            "{name}: {count} statement on this, of {all} on record.",
            "{name}: {count} statements on this, of {all} on record.",
            len(fitting), lang, name=name, all=len(own),
        )  # fmt: skip
        return Answered(voice.ids[0], command, text)
    topics = [read_short_name(connection, topic, lang) for topic in voice.topics]
    text = (
        tr("{name}: nothing on {topic} is on record, which does not mean that nothing was said.", lang, name=name,
           topic=", ".join(topics))
        if topics
        else tr("{name}: no statement on record has these words.", lang, name=name)
    )  # fmt: skip
    if own:
        values: dict[str, Any] = {}
        sql = translate_columns(OWN_TOPICS.format(ids=bind("id", own, values)), lang)
        topics = [f"{row[0]} ({row[1]})" for row in connection.execute(sql, values)][:TOPICS]
        text += " " + tr_plural(
            "{count} statement on other things: {topics}.", "{count} statements on other things: {topics}.",
            len(own), lang, topics=list_some(topics, lang),
        )  # fmt: skip
    return Answered(voice.ids[0], command, text)


def tell_votes(connection: Connection, voice: Voice, lang: str) -> Answered | None:
    """How a State voted on the text, or the texts of the process, that it is asked about."""
    from cyberdiplo.questions.run import answer

    if voice.kind != "country":
        return None
    question = read_question("votes")
    parameters = [
        parameter for parameter in question.parameters if parameter.name in ("country", "process", "resolution")
    ]
    wishes, placed = place(connection, question, parameters, voice.spans)
    if "country" not in wishes or len(wishes) < 2:
        return None
    answered = answer(connection, question, wishes, lang=lang)
    rows: list[Mapping[str, Any]] = [
        dict(zip(answered.result.columns, row, strict=True)) for row in answered.result.rows
    ]
    if not rows:
        return None
    text = tell_rows(rows, answered.result.codes, question.tells, lang)
    about = next((match.id for match in placed if match.kind != "country"), voice.ids[0])
    return Answered(about, spell(question, wishes), text)
