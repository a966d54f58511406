"""SQL as a user typed it: its tokens, whether it is one statement, which parameters it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import tr
from cyberdiplo.text.nearest import did_you_mean, find_nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LONGEST = 200_000  # characters of one statement
TOKEN = re.compile(
    r"""(?P<space>\s+|--[^\n]*|/\*.*?(?:\*/|\Z))"""
    r"""|(?P<string>'(?:[^']|'')*(?:'|\Z))"""
    r"""|(?P<quoted>"(?:[^"]|"")*(?:"|\Z)|`(?:[^`]|``)*(?:`|\Z)|\[[^\]]*(?:\]|\Z))"""
    r"""|(?P<cast>::)"""  # of PostgreSQL: what follows is a type
    r"""|(?P<parameter>[:@$][^\W\d]\w*|\?\d*)"""
    r"""|(?P<number>(?:\d\w*\.?|\.\d)\w*)"""
    r"""|(?P<word>[^\W\d][\w$]*)"""
    r"""|(?P<other>.)""",
    re.DOTALL,
)


class Token(NamedTuple):
    """One token; ``kind`` is a name of a group of TOKEN."""

    kind: str
    text: str
    start: int

    @property
    def name(self) -> str:
        """What an identifier says, without its quotes."""
        if self.kind != "quoted":
            return self.text
        inside, end = self.text[1:], self.text[0].replace("[", "]")
        return inside.removesuffix(end).replace(end * 2, end)


class SqlStatement(NamedTuple):
    """One statement, without what stands around it."""

    sql: str
    tokens: tuple[Token, ...]

    @property
    def parameters(self) -> list[str]:
        """The names of its parameters, in order."""
        return list(dict.fromkeys(token.text[1:] for token in self.tokens if token.kind == "parameter"))

    @property
    def verb(self) -> str:
        """Its first word."""
        return next((token.text.lower() for token in self.tokens if token.kind == "word"), "")

    @property
    def with_colons(self) -> str:
        """The SQL with its parameters written ``:name``, however they were typed."""
        return "".join(f":{token.text[1:]}" if token.kind == "parameter" else token.text for token in self.tokens)

    @property
    def strict(self) -> str:
        """The SQL with names in back quotes: SQLite reads a misspelt name in double quotes as text."""
        out = []
        for token in self.tokens:
            double = token.kind == "quoted" and token.text[0] == '"' and token.text.endswith('"')
            out.append("`" + token.name.replace("`", "``") + "`" if double else token.text)
        return "".join(out)


def read_statement(text: str) -> SqlStatement:
    """The one statement that ``text`` is. Raises BadUsage where it is none, or several."""
    if len(text) > LONGEST:
        raise BadUsage(
            tr("The statement is longer than {longest:,} characters.", longest=LONGEST),
            hint=tr("load the values, or ask in several steps."),
        )
    if "\0" in text:
        raise BadUsage(tr("There is a NUL character in the statement."), hint=tr("save the file as UTF-8 text."))
    tokens = [Token(match.lastgroup or "", match[0], match.start()) for match in TOKEN.finditer(text)]
    solid = [index for index, token in enumerate(tokens) if token.kind != "space"]
    while solid and tokens[solid[-1]].text == ";":
        solid.pop()
    while solid and tokens[solid[0]].text == ";":
        del solid[0]
    if not solid:
        raise BadUsage(tr("There is no SQL to run."), hint=tr('for example: cyberdiplo sql "select * from forums"'))
    solid_tokens = tokens[solid[0] : solid[-1] + 1]
    if any(token.text == ";" for token in solid_tokens):
        raise BadUsage(
            tr("There are several statements; only one can be asked at a time."),
            hint=tr("run the command once for each, or join them with 'union all' or 'with'."),
        )
    if any(token.kind == "parameter" and token.text[0] == "?" for token in solid_tokens):
        raise BadUsage(
            tr("A parameter has no name."), hint=tr("write :name in place of ?, and give --param name=value.")
        )
    first = solid_tokens[0].start
    solid_tokens = [Token(token.kind, token.text, token.start - first) for token in solid_tokens]
    return SqlStatement("".join(token.text for token in solid_tokens), tuple(solid_tokens))


def read_parameters(statement: SqlStatement, pairs: Sequence[str]) -> dict[str, str | int | float]:
    """The values of the statement's parameters from ``name=value``. Raises BadUsage for one too many or too few."""
    values: dict[str, str | int | float] = {}
    for pair in pairs:
        name, is_pair, value = pair.partition("=")
        name = name.strip().lstrip(":@$")
        if not is_pair or not name:
            raise BadUsage(tr("{pair!r} is not a parameter.", pair=pair), hint=tr("write --param name=value."))
        if name in values:
            raise BadUsage(tr("The parameter {name!r} is given twice.", name=name), hint=tr("give it once."))
        values[name] = read_value(value)
    names = statement.parameters
    if unknown := [name for name in values if name not in names]:
        raise BadUsage(
            tr("The statement has no parameter :{name}.", name=unknown[0]),
            hint=suggest(unknown[0], names)
            or (tr("it has :{listed}.", listed=", :".join(names)) if names else tr("it has none.")),
        )
    if missing := [name for name in names if name not in values]:
        listed = ", ".join(f":{name}" for name in missing)
        hint = " ".join(f"--param {name}=…" for name in missing)
        raise BadUsage(tr("No value is given for {listed}.", listed=listed), hint=tr("add {hint}", hint=hint))
    return values


def read_value(value: str) -> str | int | float:
    """A whole number or decimal where the text is exactly how one is written, else text: 42, 3.5, but '3.10', '007'."""
    if re.fullmatch(r"-?\d{1,18}", value) and str(int(value)) == value:
        return int(value)
    if re.fullmatch(r"-?\d{1,15}\.\d{1,15}", value) and repr(float(value)) == value:
        return float(value)
    return value


def suggest(word: str, known: Iterable[str], most: int = 2) -> str:
    """``did you mean …?``, empty where nothing is near."""
    return did_you_mean(near_names(word, known, most))


def near_names(word: str, known: Iterable[str], most: int = 2) -> list[str]:
    """The names that were probably meant, the nearest first."""
    names: Mapping[str, str] = {name.lower(): name for name in known}
    near = find_nearest(word.lower(), names, most=most)
    near = near or [name for name in names if len(word) > 3 and word.lower() in name][:most]
    return [names[name] for name in near]
