"""Run a question: resolve the names in it, leave out what was not asked, give rows as they come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

from cyberdiplo.ask.catalogue import PARAMETER, PLAIN_KINDS, RECORD_KINDS, STRINGS, Parameter, Question, close
from cyberdiplo.ask.connection import Connection
from cyberdiplo.ask.names import Found, resolve
from cyberdiplo.errors import BadSeed, BadUsage, CyberdiploError, UnclearName
from cyberdiplo.schema.naming import fold
from cyberdiplo.schema.vocabulary import VOCABULARY

FRENCH = re.compile(r"\b([a-z_]+)_fr\b")
Row = tuple[Any, ...]


@dataclass
class Result:
    """Columns and rows; the rows come one by one, so that a million need no memory."""

    columns: list[str]
    rows: Iterator[Row]
    domains: Mapping[str, str] = field(default_factory=dict)  # column -> vocabulary of its codes
    sql: str = ""  # what was run, and with which values
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Page:
    """What part of the answer is wanted, and in which order."""

    columns: Sequence[str] = ()
    sort: Sequence[str] = ()  # column names, with a minus for descending
    limit: int | None = None
    offset: int = 0


def ask(
    connection: Connection,
    question: Question,
    given: Mapping[str, Sequence[str] | str | None],
    *,
    lang: str = "en",
    page: Page | None = None,
) -> Result:
    """The answer to a question. Raises UnclearName or BadUsage for values that mean nothing."""
    page = page or Page()
    sql, values = prepare(connection, question, given, lang)
    try:
        sql = _paged(connection, sql, values, page)
        cursor = connection.execute(sql, values)
    except Exception as error:
        if question.own and not isinstance(error, CyberdiploError):
            _blame(question, error)
        raise
    columns = [str(column[0]) for column in cursor.description or ()]
    domains = {name: question.domains[name] for name in columns if name in question.domains}
    rows = _watched(question, iter(cursor)) if question.own else iter(cursor)
    return Result(columns, rows, domains, sql, values)


def _watched(question: Question, rows: Iterator[Row]) -> Iterator[Row]:
    """The rows of a question of the user's, which may go wrong on the way."""
    try:
        yield from rows
    except CyberdiploError:
        raise
    except Exception as error:
        _blame(question, error)


def _blame(question: Question, error: Exception) -> NoReturn:
    """Say which file and line of the user's the database did not understand. Raises BadSeed."""
    said = (str(error).splitlines() or [type(error).__name__])[0].rstrip(".")
    word = re.search(r'near "([^"]+)"|(?:column|table|function):? "?([\w.]+)|relation "(\w+)"', said)
    place = str(question.path)
    if word:
        wanted = re.compile(rf"(?<!\w){re.escape(next(filter(None, word.groups())))}(?!\w)", re.IGNORECASE)
        lines = (i for i, line in enumerate(question.sql.splitlines(), question.begins) if wanted.search(line))
        place += "".join(f":{number}" for number in [next(lines, None)] if number)
    raise BadSeed(
        f"{place}: {said}.", hint="'cyberdiplo db schema' lists tables and columns; a question can only read."
    ) from error


def prepare(
    connection: Connection, question: Question, given: Mapping[str, Sequence[str] | str | None], lang: str
) -> tuple[str, dict[str, Any]]:
    """The SQL that is run for these values, and the values; lines whose parameter was not given are gone."""
    values: dict[str, list[Any]] = {}
    for parameter in question.parameters:
        wish = given.get(parameter.name)
        wished = [wish] if isinstance(wish, str) else list(wish or ())
        if not wished and parameter.default is not None:
            wished = [parameter.default]
        if parameter.kind in VOCABULARY and "any" in wished:
            continue  # as if it had not been given, whatever its default
        if wished:
            if len(wished) > 1 and not parameter.several:
                raise BadUsage(f"{parameter.name} takes one value, not {len(wished)}.", hint="give it once.")
            values[parameter.name] = _values(connection, parameter, wished)
        elif parameter.required:
            raise BadUsage(f"{question.name} needs a value for {parameter.name}.", hint=parameter.help(lang))
    _in_order(values)
    bound: dict[str, Any] = {}

    def bind(found: re.Match[str]) -> str:
        name = found[1]
        several = values[name]
        keys = [f"{name}_{place}" for place in range(len(several))] if len(several) > 1 else [name]
        bound.update(zip(keys, several, strict=True))
        return ", ".join(f":{key}" for key in keys)

    lines = []
    for line in question.sql.splitlines():
        code = STRINGS.sub("", line)
        if all(name in values for name in PARAMETER.findall(code)):
            lines.append(PARAMETER.sub(bind, line) if ":" in code else line)
    sql = "\n".join(lines)
    return (sql if question.both_languages else in_language(sql, lang)), bound


def _in_order(values: Mapping[str, Sequence[Any]]) -> None:
    """Raise BadUsage for a time that ends before it begins, which nothing can be in."""
    if "from" in values and "to" in values and str(values["from"][0]) > f"{values['to'][0]}-99":
        raise BadUsage(
            f"The time ends ({values['to'][0]}) before it begins ({values['from'][0]}).", hint="swap --from and --to."
        )


def in_language(sql: str, lang: str) -> str:
    """SQL that asks for French columns, asking for those of ``lang``."""
    return FRENCH.sub(r"\1_en", sql) if lang == "en" else sql


def _values(connection: Connection, parameter: Parameter, wished: Sequence[str]) -> list[Any]:
    kind = parameter.kind
    if kind in RECORD_KINDS:
        found = [resolve(connection, wish, RECORD_KINDS[kind], what=_word(kind)) for wish in wished]
        ids = [one.id for one in found]
        if kind == "group":
            _has_members(connection, found)
        return _below(connection, kind, ids) if kind in BELOW else ids
    if kind in PLAIN_KINDS:
        return [_plain(parameter.name, kind, wish) for wish in wished]
    return [_code(parameter, wish) for wish in wished]


def _has_members(connection: Connection, groups: Sequence[Found]) -> None:
    """Raise UnclearName for a group of which no member is known: no row would be no answer."""
    for group in groups:
        sql = "select 1 from memberships where group_id = :id and role = 'member' limit 1"
        if connection.execute(sql, {"id": group.id}).fetchone() is None:
            known = connection.execute("select distinct group_id from memberships where role = 'member' order by 1", {})
            listed = ", ".join(str(row[0]) for row in known)
            raise UnclearName(
                f"No members of {group.name} ({group.id}) are on record.", hint=f"those of these are: {listed}."
            )


# A forum stands for the forums under it and an organisation for those it hosts; a topic for the narrower ones.
BELOW = {
    "forum": (
        "with recursive here(id) as ("
        "select id from forums where id in ({ids}) or organisation_id in (select id from bodies)"
        " union select forums.id from forums join here on forums.parent_id = here.id),"
        " bodies(id) as (select id from organisations where id in ({ids})"
        " union select organisations.id from organisations join bodies on organisations.parent_id = bodies.id)"
        " select id from here order by id"
    ),
    "topic": (
        "with recursive here(id) as (select id from topics where id in ({ids})"
        " union select topics.id from topics join here on topics.parent_id = here.id) select id from here order by id"
    ),
}


def _below(connection: Connection, kind: str, ids: Sequence[str]) -> list[str]:
    keys = {f"id_{place}": record_id for place, record_id in enumerate(ids)}
    sql = BELOW[kind].replace("{ids}", ", ".join(f":{key}" for key in keys))
    return [str(row[0]) for row in connection.execute(sql, keys)] or [""]


def _word(kind: str) -> str:
    return {"parent_forum": "forum", "group": "group", "issuer": "issuer"}.get(kind, kind)


def _plain(name: str, kind: str, wish: str) -> Any:
    if kind == "integer" and re.fullmatch(r"-?\d+", wish):
        return int(wish)
    if kind == "number" and re.fullmatch(r"-?\d+(\.\d+)?", wish):
        return float(wish)
    if kind == "date" and re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", wish):
        return wish
    if kind == "text":
        return wish
    right = {"integer": "a whole number", "number": "a number", "date": "YYYY, YYYY-MM or YYYY-MM-DD"}[kind]
    raise BadUsage(f"{wish!r} is no value for {name}.", hint=f"it takes {right}.")


def _code(parameter: Parameter, wish: str) -> str:
    """A code of a vocabulary, by itself or by its French or English label."""
    codes = VOCABULARY[parameter.kind]
    for code, labels in codes.items():
        if fold(wish) in {fold(code), *(fold(label) for label in labels if label)}:
            return code
    near = close(wish, codes)
    hint = f"did you mean {' or '.join(near)}?" if near else f"one of: {', '.join(codes)}."
    raise BadUsage(f"{wish!r} is no known {parameter.name}.", hint=hint)


def _paged(connection: Connection, sql: str, values: Mapping[str, Any], page: Page) -> str:
    """The SQL for the columns, order and part of the answer that are wanted."""
    if page.columns or page.sort:
        cursor = connection.execute(f"select * from (\n{sql}\n) as answer limit 0", values)
        known = [str(column[0]) for column in cursor.description or ()]
        wanted = [_column(name, known) for name in page.columns] or known
        order = [(_column(name.lstrip("-"), known), name.startswith("-")) for name in page.sort]
        sql = f"select {', '.join(_quoted(name) for name in wanted)} from (\n{sql}\n) as answer"
        if order:
            sql += " order by " + ", ".join(_quoted(name) + (" desc" if down else "") for name, down in order)
    if page.limit is not None or page.offset:
        sql += f"\nlimit {page.limit if page.limit is not None else 1 << 62} offset {page.offset}"
    return sql


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _column(name: str, known: Sequence[str]) -> str:
    if name in known:
        return name
    near = close(name, known)
    hint = f"did you mean {' or '.join(near)}? " if near else ""
    raise BadUsage(f"The answer has no column {name!r}.", hint=f"{hint}columns: {', '.join(known)}.")
