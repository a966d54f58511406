"""Questions are .sql files with a header that a person and the program read.

    -- title: What it gives, in a line            -- titre: La même chose en français
    -- description: More, where a line is too short (may be given several times)
    -- param NAME: KIND    help in English | aide en français [= default]
    -- column NAME: DOMAIN    the vocabulary that a column's codes are in
    -- main: the columns that a narrow terminal shows first
    -- example: a command line without the word cyberdiplo

KIND is one of KINDS. A line of the SQL that uses a parameter which was not given is left out, so that the planner
sees only what was asked. Columns that end in ``_fr`` become ``_en`` where English is asked, but in a file that says
``-- languages: both``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cyberdiplo.errors import BadSeed, UnclearName

QUESTIONS = Path(__file__).parent / "questions"

# What a parameter may be: a record of some kind, found by any of its names, or a plain value.
RECORD_KINDS: dict[str, tuple[str, ...]] = {
    "forum": ("forum", "organisation"),  # with all that is under it
    "process": ("process",),
    "meeting": ("meeting",),
    "speaker": ("speaker",),
    "organisation": ("organisation",),
    "parent_forum": ("forum", "organisation"),
    "country": ("country",),
    "group": ("forum", "organisation", "process", "country"),
    "measure": ("measure",),
    "topic": ("topic",),  # with those under it
    "source": ("source",),
    "issuer": ("organisation", "forum", "process", "country"),
    "record": (),  # any
}
PLAIN_KINDS = ("text", "integer", "number", "date")
PARAMETER = re.compile(r"(?<![:\w]):([a-z_][a-z0-9_]*)")
STRINGS = re.compile(r"'(?:[^']|'')*'|--[^\n]*")


@dataclass(frozen=True)
class Parameter:
    """One parameter of a question; ``kind`` is a key of RECORD_KINDS, a plain kind, or a vocabulary's name."""

    name: str
    kind: str
    help_en: str
    help_fr: str
    default: str | None

    def help(self, lang: str) -> str:
        """What the parameter is for."""
        return self.help_fr if lang == "fr" else self.help_en


@dataclass(frozen=True)
class Question:
    """One question as its file says it."""

    name: str
    path: Path
    title_en: str
    title_fr: str
    description: str
    parameters: tuple[Parameter, ...]
    domains: dict[str, str]
    main: tuple[str, ...]
    examples: tuple[str, ...]
    both_languages: bool
    sql: str

    def title(self, lang: str) -> str:
        """What it gives, in a line."""
        return self.title_fr if lang == "fr" else self.title_en

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name, where there is one."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)


def read(path: Path) -> Question:
    """A question from its file. Raises BadSeed where the header and the SQL do not fit."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadSeed(f"{path} cannot be read: {error}.", hint="save it as UTF-8.") from error
    header: dict[str, list[str]] = {}
    parameters: list[Parameter] = []
    domains: dict[str, str] = {}
    body: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        found = re.match(r"--\s+(\w+)(?:\s+(\w+))?:\s*(.*)", line)
        if not found or body:
            body.append(line)
            continue
        word, name, rest = found[1], found[2], found[3]
        if word == "param" and name:
            parameters.append(_parameter(path, number, name, rest))
        elif word == "column" and name:
            domains[name] = rest.strip()
        else:
            header.setdefault(word, []).append(rest)
    sql = "\n".join(body).strip().rstrip(";")
    used = set(PARAMETER.findall(STRINGS.sub("", sql)))
    declared = {parameter.name for parameter in parameters}
    if used != declared:
        odd = ", ".join(sorted(used ^ declared))
        raise BadSeed(
            f"{path}: the header and the SQL do not have the same parameters: {odd}.",
            hint="every :name of the SQL has a line '-- param name: kind    help', and the other way round.",
        )
    if "title" not in header:
        raise BadSeed(f"{path}: there is no title.", hint="begin with a line '-- title: what it gives'.")
    title = header["title"][0]
    return Question(
        name=path.stem,
        path=path,
        title_en=title,
        title_fr=header.get("titre", [title])[0],
        description=" ".join(header.get("description", [])),
        parameters=tuple(parameters),
        domains=domains,
        main=tuple(name.strip() for name in ",".join(header.get("main", [])).split(",") if name.strip()),
        examples=tuple(header.get("example", [])),
        both_languages=header.get("languages") == ["both"],
        sql=sql,
    )


def _parameter(path: Path, number: int, name: str, rest: str) -> Parameter:
    from cyberdiplo.schema.vocabulary import VOCABULARY

    kind, _, text = rest.partition(" ")
    if kind not in RECORD_KINDS and kind not in PLAIN_KINDS and kind not in VOCABULARY:
        raise BadSeed(
            f"{path}:{number}: parameter {name!r} is of no known kind {kind!r}.",
            hint=f"one of: {', '.join([*RECORD_KINDS, *PLAIN_KINDS])}, or a vocabulary such as meetings.type.",
        )
    text, _, default = text.partition(" = ")
    english, _, french = text.partition(" | ")
    return Parameter(name, kind, english.strip(), (french or english).strip(), default.strip() or None)


@cache
def listing(name: str) -> Question:
    """The question behind a noun: ``forums``, ``speakers``, …"""
    return read(QUESTIONS / "lists" / f"{name}.sql")


def nouns() -> list[str]:
    """The nouns that list something."""
    return sorted(path.stem for path in (QUESTIONS / "lists").glob("*.sql"))


def canned(folders: Iterable[Path] = ()) -> dict[str, Path]:
    """Every canned question by name: ours, then those in the user's folders (ours may not be replaced)."""
    found = {path.stem: path for path in sorted((QUESTIONS / "canned").glob("*.sql"))}
    for folder in folders:
        for path in sorted(folder.glob("*.sql")):
            found.setdefault(path.stem, path)
    return found


def find(name: str, folders: Iterable[Path] = ()) -> Question:
    """The canned question of that name. Raises UnclearName with what is near."""
    questions = canned(folders)
    if name in questions:
        return read(questions[name])
    import difflib

    near = difflib.get_close_matches(name, questions, n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "'cyberdiplo query list' lists them."
    raise UnclearName(f"There is no question {name!r}.", hint=hint)
