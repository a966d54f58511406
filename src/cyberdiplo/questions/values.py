"""From what people write for the parameters of a question to its values: ids of records, codes, days and numbers."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from cyberdiplo import settings
from cyberdiplo.errors import BadUsage, UnclearName
from cyberdiplo.messages import chosen, later, tr
from cyberdiplo.questions.meeting_days import find_meetings
from cyberdiplo.questions.names import Match, has_containing, lookup, read_short_name, resolve, tell_meant
from cyberdiplo.questions.question import PLAIN_KINDS, RECORD_KINDS, Parameter
from cyberdiplo.schema.nouns import NOUNS
from cyberdiplo.schema.vocabulary import DOMAINS
from cyberdiplo.store.lists import bind
from cyberdiplo.store.words import read_vocabulary
from cyberdiplo.text.dates import find_fault, read_written, say_date
from cyberdiplo.text.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from cyberdiplo.store.connection import Connection

MOST = 3  # options that a hint names
MET_IN = {  # whether a meeting is of a forum or process that is asked for beside it
    "forum": "select 1 from meeting_forums where meeting_id = :meeting and forum_id in ({ids})",
    "process": "select 1 from meetings where id = :meeting and process_id in ({ids})",
}
ANY = ("any", "all", "tout", "tous", "toutes")  # in place of a code: whatever it is


def read_values(
    connection: Connection,
    parameters: Iterable[Parameter],
    wishes: Mapping[str, Sequence[str] | str | None],
    lang: str = "en",
    guesses: list[str] | None = None,
) -> dict[str, list[Any]]:
    """The values of the parameters that were given or have a default, a record as its id; ids and days stay.

    A name that fits nothing is taken for the only one that it nearly is, and a day as people write it is read, where
    the caller tells of it: the sentences are put into ``guesses``. Raises UnclearName or BadUsage.
    """
    values: dict[str, list[Any]] = {}
    parameters = list(parameters)
    for parameter in parameters:
        wish = wishes.get(parameter.name)
        wished = [wish] if isinstance(wish, str) else list(wish or ())
        if not wished and parameter.default is not None:
            wished = [parameter.default]
        if parameter.kind in DOMAINS and any(fold(wish) in ANY for wish in wished):
            continue  # as if it had not been given, whatever its default
        if len(wished) > 1 and not parameter.several:
            raise BadUsage(
                tr("{name} takes one value, not {count}.", name=parameter.option, count=len(wished)),
                hint=tr("give it once."),
            )
        if wished := [part for wish in wished for part in _split(connection, parameter, wish)]:
            try:
                fits = _make_condition(connection, parameters, parameter, wishes)
                values[parameter.name] = _find_values(connection, parameter, wished, lang, guesses, fits)
            except (BadUsage, UnclearName) as error:
                error.hint = _tell_right_option(connection, parameters, parameter, wished) or error.hint
                raise
    return values


def _tell_right_option(
    connection: Connection, parameters: Iterable[Parameter], wrong: Parameter, wished: Sequence[str]
) -> str:
    """Which other parameters of the question take a value that this one does not; empty where none does."""
    for wish in wished:
        if takes(connection, wrong, wish) or (
            wrong.kind in RECORD_KINDS and has_containing(connection, wish, RECORD_KINDS[wrong.kind])
        ):
            continue
        right = [parameter for parameter in parameters if parameter is not wrong and takes(connection, parameter, wish)]
        if listed := [spell_option(parameter, wish) for parameter in right]:
            return tr(
                "{value!r} goes with another option: {listed}.", value=wish, listed=tr(" or ").join(listed[:MOST])
            )
    return ""


def takes(connection: Connection, parameter: Parameter, wish: str) -> bool:
    """Whether a parameter has a value of this very name: a record, or a code; dates and numbers may be anything's."""
    if parameter.kind in RECORD_KINDS:
        matches = lookup(connection, wish, RECORD_KINDS[parameter.kind])
        if parameter.kind in ("group", "party"):
            return any(has_members(connection, match) for match in matches)
        return bool(matches)
    if parameter.kind in PLAIN_KINDS:
        return parameter.kind == "date" and bool(_is_date(wish) or read_written(wish, settings.today()))
    from cyberdiplo.questions.codes import find_codes

    return len(find_codes(read_vocabulary(parameter.kind, connection), wish)) == 1


def spell_option(parameter: Parameter, value: str) -> str:
    """An option with its value, as it is typed."""
    import shlex

    return f"{parameter.option} {shlex.quote(value)}"


def widen(
    connection: Connection, parameters: Iterable[Parameter], values: Mapping[str, list[Any]]
) -> dict[str, list[Any]]:
    """The values, and beside each record those that it stands for."""
    widened = dict(values)
    for parameter in parameters:
        if parameter.several and parameter.kind in BELOW and parameter.name in values:
            widened[parameter.name] = find_below(connection, parameter.kind, values[parameter.name])
    return widened


def find_records(
    connection: Connection, kind: str, names: Sequence[str], guesses: list[str] | None = None
) -> list[str]:
    """The ids of the records that names stand for, as a parameter of this kind takes them. Raises UnclearName."""
    return read_values(connection, [Parameter(kind, kind, "", "", None)], {kind: names}, guesses=guesses).get(kind, [])


def _split(connection: Connection, parameter: Parameter, wish: str) -> list[str]:
    """The values in one that has commas, where several may be asked for and no name is written so."""
    if "," not in wish or not parameter.several or parameter.kind in PLAIN_KINDS:
        return [wish]
    if parameter.kind in RECORD_KINDS and lookup(connection, wish, RECORD_KINDS[parameter.kind]):
        return [wish]
    return [part.strip() for part in wish.split(",") if part.strip()] or [wish]


def find_forums(connection: Connection, names: Sequence[str], guesses: list[str] | None = None) -> list[str]:
    """The forums that names stand for, with those under them. Raises UnclearName."""
    return find_below(connection, "forum", find_records(connection, "forum", names, guesses))


def _make_condition(
    connection: Connection,
    parameters: Iterable[Parameter],
    parameter: Parameter,
    wishes: Mapping[str, Sequence[str] | str | None],
) -> Callable[[Match], bool] | None:
    """Which of several records of a name a parameter takes: a group that has members, a meeting of the forum asked for.

    None where it takes no one sooner than another.
    """
    if parameter.kind in ("group", "party"):
        return partial(has_members, connection)
    beside = [other for other in parameters if other.kind in MET_IN and wishes.get(other.name)]
    if parameter.kind != "meeting" or not beside:
        return None

    def met_there(match: Match) -> bool:
        settled = read_values(connection, beside, wishes, guesses=[])
        return all(
            _is_among(connection, MET_IN[other.kind], match.id, find_below(connection, other.kind, settled[other.name]))
            for other in beside
        )

    return met_there


def _is_among(connection: Connection, sql: str, record_id: str, ids: Sequence[str]) -> bool:
    values: dict[str, Any] = {"meeting": record_id}
    return connection.execute(sql.replace("{ids}", bind("id", ids, values)), values).fetchone() is not None


def _find_values(
    connection: Connection,
    parameter: Parameter,
    wished: Sequence[str],
    lang: str,
    guesses: list[str] | None,
    fits: Callable[[Match], bool] | None,
) -> list[Any]:
    kind = parameter.kind
    if kind in RECORD_KINDS:
        of_kind, what = RECORD_KINDS[kind], _word(kind)
        matches = [resolve(connection, wish, of_kind, what=what, fits=fits, guesses=guesses) for wish in wished]
        if guesses is not None:
            for wish, match in zip(wished, matches, strict=True):
                guesses += [told for told in _tell_others(connection, wish, match) if told not in guesses]
        if kind in ("group", "party"):
            _require_members(connection, [match for match in matches if kind == "group" or match.kind != "country"])
        return list(dict.fromkeys(match.id for match in matches))
    if kind in PLAIN_KINDS:
        return [_read_plain(parameter.option, kind, wish, lang, guesses) for wish in wished]
    from cyberdiplo.questions.codes import resolve_code

    words = read_vocabulary(kind, connection)
    return [resolve_code(words, wish, what=parameter.name) for wish in wished]


def _tell_others(connection: Connection, wish: str, match: Match) -> list[str]:
    """That another record has the name too, though it is sooner called otherwise; which meeting a day is."""
    if match.kind == "meeting" and find_meetings(connection, wish) and fold(match.name) != fold(wish):
        return [tell_meant(wish, match, read_short_name(connection, match.id, chosen()))]
    ids = _find_others(connection, wish, match)
    if not ids:
        return []
    told = [f"{id} ({read_short_name(connection, id, chosen())})" for id in (match.id, *ids)]
    sentence = later("{name}: taken for {id}; {others} has that name too")
    return [tr(sentence, name=wish, id=told[0], others=", ".join(told[1:]))]


def _find_others(connection: Connection, wish: str, match: Match) -> list[str]:
    """The other records of the kind that have the name too."""
    others = [other for other in lookup(connection, wish, (match.kind,)) if other.id != match.id]
    sql = "select record_id from name_index where norm = :norm and kind = :kind and record_id <> :id and weak = 1"
    same = {"norm": fold(wish), "kind": match.kind, "id": match.id}
    ids = dict.fromkeys([*(other.id for other in others), *(str(row[0]) for row in connection.execute(sql, same))])
    return list(ids)


def find_namesakes(connection: Connection, parameter: Parameter, wish: str) -> list[str]:
    """The records that a parameter might have meant by a name beside the one that it is taken for."""
    kinds = RECORD_KINDS[parameter.kind]
    return _find_others(connection, wish, resolve(connection, wish, kinds, guesses=[]))


def _word(kind: str) -> str:
    return {"parent_forum": "forum", "group": "group", "party": "group or State"}.get(kind, kind)


def has_members(connection: Connection, group: Match) -> bool:
    """Whether members of it are on record."""
    sql = "select 1 from memberships where group_id = :id and role = 'member' limit 1"
    return connection.execute(sql, {"id": group.id}).fetchone() is not None


def _require_members(connection: Connection, groups: Sequence[Match]) -> None:
    """Raise UnclearName for a group of which no member is known: no row would be no answer."""
    for group in groups:
        if not has_members(connection, group):
            known = connection.execute("select distinct group_id from memberships where role = 'member' order by 1", {})
            listed = ", ".join(str(row[0]) for row in known)
            raise UnclearName(
                tr("No members of {name} ({id}) are on record.", name=group.name, id=group.id),
                hint=tr("those of these are: {listed}.", listed=listed),
            )


PARTS = (
    "with recursive here(id) as (select id from {table} where id in ({{ids}})"
    " union select {table}.id from {table} join here on {table}.parent_id = here.id) select id from here order by id"
)
# A forum stands for the forums under it and an organisation for those it hosts, a process for its parts, a meeting for
# those within it, a topic for the narrower ones.
BELOW = {
    "forum": (
        "with recursive here(id) as ("
        "select id from forums where id in ({ids}) or organisation_id in (select id from bodies)"
        " union select forums.id from forums join here on forums.parent_id = here.id),"
        " bodies(id) as (select id from organisations where id in ({ids})"
        " union select organisations.id from organisations join bodies on organisations.parent_id = bodies.id)"
        " select id from here order by id"
    ),
    **{noun.kind: PARTS.format(table=noun.table) for noun in NOUNS if noun.parts},
}


def find_below(connection: Connection, kind: str, ids: Sequence[str]) -> list[str]:
    """The ids and those under them; one that nothing has where there are none."""
    values: dict[str, Any] = {}
    sql = BELOW[kind].replace("{ids}", bind("id", ids, values))
    return [str(row[0]) for row in connection.execute(sql, values)] or [""]


def _is_date(text: str) -> bool:
    """Whether it is a real year, month or day."""
    from datetime import date

    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):  # date.fromisoformat takes weeks too: 2023-W05-1
        return False
    try:
        date.fromisoformat(text + "0000-01-01"[len(text) :])
    except ValueError:
        return False
    return True


def _read_plain(option: str, kind: str, wish: str, lang: str, guesses: list[str] | None) -> Any:
    if kind == "integer" and re.fullmatch(r"-?[0-9]{1,18}", wish):  # what every database can hold
        return int(wish)
    if kind == "number" and re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", wish):
        return float(wish)
    if kind == "date" and _is_date(wish):
        return wish
    if kind == "date" and guesses is not None and _is_date(read := read_written(wish, settings.today())):
        if fold(wish) != fold(day := say_date(read, lang)):
            guesses.append(tr("{wish} is read as {date}.", lang, wish=wish, date=day))
        return read
    if kind == "text":
        return wish.encode("utf-8", "replace").decode()  # bytes that are no text reach us as surrogates
    right = {
        "integer": tr("it takes a whole number."),
        "number": tr("it takes a number."),
        "date": tr("it takes YYYY, YYYY-MM or YYYY-MM-DD."),
    }
    hint = find_fault(wish, chosen()) if kind == "date" else ""
    raise BadUsage(tr("{wish!r} is not a value that {name} takes.", wish=wish, name=option), hint=hint or right[kind])
