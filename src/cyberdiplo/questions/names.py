"""From a name as people write it to the record they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.errors import BadUsage, UnclearName
from cyberdiplo.messages import chosen, later, tr
from cyberdiplo.questions.meeting_days import find_meetings
from cyberdiplo.text.names import fold
from cyberdiplo.text.nearest import did_you_mean, find_misspelt, find_nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from cyberdiplo.store.connection import Connection

ARTICLE = r"(?i)(?:(?:le|la|les|the)\s+|[ld]['’‘ʼ´`]\s*)(?=\S)"  # seldom needed, hence not compiled at import
MOST_WORDS = 4  # of a name for each of those by which it may be meant
SHORTEST = 4  # letters of a name that may be taken for the only one like it
LONGEST = 1_000  # characters of a name
MOST_NEAR = 3  # names that are proposed
NEARLY, QUITE_NEAR = 0.6, 0.8  # how much of the letters must agree; more where the texts have the word itself
MANY = 50_000  # beyond this, looking for near misses would take longer than a user waits


class Match(NamedTuple):
    """One record that a name fits."""

    id: str
    kind: str
    name: str
    weak: bool


def strip_article(name: str) -> str:
    """The name without the article before it: ``l'OTC``, ``le G20``, ``the Netherlands``."""
    return re.sub(ARTICLE, "", name.strip(), count=1)


def lookup(connection: Connection, name: str, kinds: Sequence[str] = ()) -> list[Match]:
    """The records that a name fits, among those kinds (any, where none is given); a record once.

    An id comes before a name, and a name of its own before one that it shares.
    """
    of_kind = f" and {_is_of(kinds)}"
    spelling = name.strip()
    sql = f"select id, kind from records where id in (:as_is, :small, :capital){of_kind}"
    by_id = connection.execute(sql, {"as_is": spelling, "small": spelling.lower(), "capital": spelling.upper()})
    if ids := [Match(str(row[0]), str(row[1]), str(row[0]), False) for row in by_id]:
        return ids
    if former := _find_former(connection, spelling, of_kind):
        return former
    sql = f"select record_id, kind, name, weak from name_index where norm = :norm{of_kind} order by weak, record_id"
    matches: dict[str, Match] = {}
    for record_id, kind, printed, weak in connection.execute(sql, {"norm": fold(name)}):
        matches.setdefault(record_id, Match(record_id, kind, printed, bool(weak)))
    strong = [match for match in matches.values() if not match.weak]
    if matches or (kinds and "meeting" not in kinds):
        return strong or list(matches.values())
    return [Match(meeting, "meeting", printed, False) for meeting, printed in find_meetings(connection, spelling)]


def _is_of(kinds: Sequence[str]) -> str:
    """A condition on a row with ``kind``: any, where none is given."""
    return f"kind in ({', '.join(repr(kind) for kind in kinds)})" if kinds else "1 = 1"


def _find_former(connection: Connection, spelling: str, of_kind: str) -> list[Match]:
    """The record that an id of earlier days finds; that of most votes says which by its form: vote-MEASURE-COUNTRY."""
    sql = (
        "select records.id, records.kind from former_ids join records on records.id = former_ids.record_id"
        f" where former_ids.id in (:as_is, :small){of_kind}"
    )
    rows = list(connection.execute(sql, {"as_is": spelling, "small": spelling.lower()}))
    if not rows and spelling.lower().startswith("vote-"):
        measure, _, country = spelling.lower().removeprefix("vote-").rpartition("-")
        sql = (
            "select records.id, records.kind from final_votes join records on records.id = final_votes.roll_call_id"
            f" where final_votes.measure_id = :measure and final_votes.country_id = :country{of_kind}"
        )
        rows = list(connection.execute(sql, {"measure": measure, "country": country.upper()}))
    return [Match(str(row[0]), str(row[1]), spelling, False) for row in rows]


def read_short_name(connection: Connection, record_id: str, lang: str) -> str:
    """The acronym of a record, else its name; its id where its kind has neither."""
    sql = f"select coalesce(acronym_{lang}, name_{lang}) from labels where id = :id"
    row = connection.execute(sql, {"id": record_id}).fetchone()
    return str(row[0]) if row else record_id


def resolve(
    connection: Connection,
    name: str,
    kinds: Sequence[str] = (),
    *,
    what: str = "record",
    fits: Callable[[Match], bool] | None = None,
    guesses: list[str] | None = None,
) -> Match:
    """The one record that a name means. Raises UnclearName where none or several fit.

    Of several, the one of which alone ``fits`` is true, else the one whose id is written so, capitals and all. Where
    none fits, the only one that nearly does is taken if the caller tells of it: the sentence is put into ``guesses``.
    """
    if len(name) > LONGEST:
        raise BadUsage(
            tr("A name of {count:,} characters is none.", count=len(name)),
            hint=tr("at most {most:,} characters.", most=LONGEST),
        )
    matches = lookup(connection, name, kinds) or lookup(connection, strip_article(name), kinds)
    if len(matches) == 1:
        return matches[0]
    for condition in (fits, lambda match: match.id == name.strip()):
        if condition and len(best := [match for match in matches if condition(match)]) == 1:
            return best[0]
    if kinds and len({match.kind for match in matches}) > 1:  # a forum before the organisation of the same name
        first = [match for match in matches if match.kind == kinds[0]]
        if len(first) == 1:
            return first[0]
    if matches:
        listed = tr("; ").join(_tell_apart(connection, match) for match in matches[:10])
        more = tr("; and {count} more", count=len(matches) - 10) if len(matches) > 10 else ""
        raise UnclearName(
            tr(
                "{name!r} fits {count} records: {listed}{more}.",
                name=name,
                count=len(matches),
                listed=listed,
                more=more,
            ),
            hint=tr("give the id of the one you mean."),
        )
    elsewhere = (lookup(connection, name) or lookup(connection, strip_article(name))) if kinds else []
    if elsewhere:
        other = elsewhere[0]
        sentence = (
            later("{name!r} is an {kind}: 'cyberdiplo show {id}' shows it.")
            if other.kind[0] in "aeiou"
            else later("{name!r} is a {kind}: 'cyberdiplo show {id}' shows it.")
        )
        hint = tr(sentence, name=name, kind=_kind(other.kind), id=other.id)
    else:
        near = find_only_near(connection, name, kinds) if guesses is not None else None
        if near is not None and guesses is not None:
            guesses.append(tell_meant(name, near, near.name))
            return near
        hint = _suggest(connection, name, kinds)
    raise UnclearName(tr("There is no {what} {name!r}.", what=tr(what), name=name), hint=hint)


# What a name may be looked for as, within a sentence.
WORDS = (
    *(later("record"), later("group"), later("issuer"), later("country"), later("organisation"), later("forum")),
    *(later("process"), later("meeting"), later("speaker"), later("measure"), later("statement"), later("figure")),
    *(later("topic"), later("source"), later("affiliation"), later("participation"), later("measure event")),
    *(later("roll call"), later("membership"), later("relation"), later("group or State")),
)


def tell_meant(name: str, match: Match, meant: str) -> str:
    """Which record a name that is not quite its own was taken for."""
    sentence = later("{name!r} is taken for the {kind} {meant} ({id}).")
    return tr(sentence, name=name, kind=_kind(match.kind), meant=meant, id=match.id)


def _tell_apart(connection: Connection, match: Match) -> str:
    """A record by its id and its full name, in which those that share another name differ."""
    row = connection.execute(f"select name_{chosen()} from labels where id = :id", {"id": match.id}).fetchone()
    return tr("{id} ({kind}: {name})", id=match.id, kind=_kind(match.kind), name=row[0] if row else match.name)


def _kind(kind: str) -> str:
    """The word for a kind of records, within a sentence."""
    return tr(kind.replace("_", " "))


def find_others(connection: Connection, name: str, but: str) -> list[str]:
    """Other records that share the name: their ids, with the names that they share."""
    sql = "select distinct record_id, name from name_index where norm = :norm and record_id <> :id order by record_id"
    norm = fold(name if lookup(connection, name) else strip_article(name))
    return [f"{row[0]} ({row[1]})" for row in connection.execute(sql, {"norm": norm, "id": but})]


def find_only_near(connection: Connection, name: str, kinds: Sequence[str]) -> Match | None:
    """The only record that a name nearly fits: with all of its words, spelt nearly so, with words spelt nearly so."""
    wish = fold(strip_article(name)) or fold(name)
    if len(wish) < SHORTEST:
        return None
    sql = (
        "select record_id, kind, name, weak, norm from name_index"
        f" where {_is_of(kinds)} order by weak, record_id limit {MANY}"
    )
    by_norm: dict[str, dict[str, Match]] = {}
    for record_id, kind, printed, weak, norm in connection.execute(sql, {}):
        by_norm.setdefault(norm, {}).setdefault(record_id, Match(record_id, kind, printed, bool(weak)))
    for norms in _find_norms(wish, by_norm):
        matches = {record_id: match for norm in norms for record_id, match in by_norm[norm].items()}
        if matches:
            return next(iter(matches.values())) if len(matches) == 1 else None
    return None


def _find_norms(wish: str, known: Collection[str]) -> Iterator[list[str]]:
    """The known names that nearly are a wish, ever less so: with its words, spelt nearly so, with words nearly so."""
    *whole, begun = words_of_wish = wish.split()
    words = {norm: norm.split() for norm in known}
    longest = MOST_WORDS * len(words_of_wish)  # a word of a long name says little of it
    of_words = [
        norm
        for norm, has in words.items()
        if {*whole} <= {*has} and len(has) <= longest and any(word.startswith(begun) for word in has)
    ]
    yield [norm for norm in of_words if whole and norm.startswith(wish) and len(words[norm]) == len(words_of_wish)]
    yield of_words
    yield find_misspelt(wish, known, most=4)
    every = {word for has in words.values() for word in has}
    near = [{*find_misspelt(word, every, most=4)} for word in (*whole, begun)]
    yield [
        norm for norm, has in words.items() if len(has) <= longest and all(not alike.isdisjoint(has) for alike in near)
    ]


def _suggest(connection: Connection, name: str, kinds: Sequence[str]) -> str:
    """What was probably meant: names spelt nearly so, else those with the word, else where it stands in the texts."""
    names: dict[str, tuple[str, str]] = {}  # as it is compared -> as it is printed, and of which record
    sql = f"select norm, name, record_id from name_index where {_is_of(kinds)} limit {MANY}"
    for norm, printed, record_id in connection.execute(sql, {}):
        names.setdefault(norm, (printed, record_id))
    wish = fold(strip_article(name)) or fold(name)
    near = find_misspelt(wish, names, most=MOST_NEAR) or _find_containing(wish, names)
    searching = ""
    if not near and _stands_in_texts(connection, wish):
        from shlex import quote

        searching = tr("the texts have it: cyberdiplo search {name}", name=quote(name.strip()))
    if not near:
        near = find_nearest(wish, names, most=MOST_NEAR, cutoff=QUITE_NEAR if searching else NEARLY)
    if not near and len(wish) > 3 and not searching:
        near = [norm for norm in names if wish in norm][:MOST_NEAR]
    once = {names[norm][1]: names[norm][0] for norm in reversed(near)}  # a record by the nearest of its names
    listed = [once[record_id] for record_id in dict.fromkeys(names[norm][1] for norm in near)]
    if searching:
        return f"{did_you_mean(listed)} {searching}".lstrip()
    return did_you_mean(listed, tr("look it up with 'cyberdiplo search', or list what there is."))


def _find_containing(wish: str, known: Iterable[str]) -> list[str]:
    """The known names, the shortest first, that have all of the words of a wish."""
    words = {*wish.split()}
    containing = [norm for norm in known if words and words <= {*norm.split()}] if len(wish) > 3 else []
    return sorted(containing, key=lambda norm: (len(norm), norm))[:MOST_NEAR]


def has_containing(connection: Connection, name: str, kinds: Sequence[str]) -> bool:
    """Whether a name of one of these kinds has all of the words."""
    known = (str(row[0]) for row in connection.execute(f"select norm from name_index where {_is_of(kinds)}", {}))
    return bool(_find_containing(fold(name), known))


def _stands_in_texts(connection: Connection, wish: str) -> bool:
    """Whether the index of full-text search has all of the words, where there is one."""
    there = {
        "sqlite": "select count(*) from sqlite_master where name = 'search_words'",
        "postgresql": "select count(to_regclass('search_words'))",
    }
    ((indexed,),) = connection.execute(there[connection.kind], {})
    words = {f"word_{index}": word for index, word in enumerate(dict.fromkeys(wish.split()))}
    if not indexed or not words:
        return False
    listed = ", ".join(f":{key}" for key in words)
    sql = f"select count(distinct norm) from search_words where rows > 0 and norm in ({listed})"
    ((known,),) = connection.execute(sql, words)
    return bool(known == len(words))
