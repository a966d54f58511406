"""Questions are .sql files with a header that a person and the program read.

    -- title: What it gives, in a line            -- titre: La même chose en français
    -- description: More, where a line is too short | Davantage (may be given several times)
    -- param NAME: KIND    help in English | aide en français [= default]
    -- param NAME: KIND*   the same, where nothing can be asked without it
    -- column NAME: DOMAIN    the vocabulary that a column's codes are in (several: with a comma between them)
    -- main: the columns that a narrow terminal shows first
    -- below: a long text that stands under its row where the screen has no room for it beside the main columns
    -- example: a command line without the word cyberdiplo
    -- | the rest of the line above it, from its French half on

KIND is a key of RECORD_KINDS, one of PLAIN_KINDS or a vocabulary (``votes.vote``). A line of the SQL that uses a
parameter which was not given is left out, so that the planner sees only what was asked; of a condition of several lines
all are, where they stand between ``-- if :NAME`` and ``-- end`` (see ``blocks``). Columns that end in ``_fr`` become
``_en`` where English is asked, but in a file that says ``-- languages: both``.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.errors import BadSeed, UnclearName
from cyberdiplo.questions import blocks
from cyberdiplo.store import inputs
from cyberdiplo.text.nearest import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

QUESTIONS = Path(__file__).parent
PACKAGE = QUESTIONS.parent

# What a parameter may be: a record of some kind, found by any of its names, or a plain value.
RECORD_KINDS: dict[str, tuple[str, ...]] = {
    "forum": ("forum", "organisation"),  # with all that is under it
    "process": ("process",),  # with its parts, where the SQL takes several: ``in (:name)``
    "meeting": ("meeting",),  # with those within it, in the same way
    "speaker": ("speaker",),
    "organisation": ("organisation",),
    "parent_forum": ("forum", "organisation"),
    "country": ("country",),
    "group": ("forum", "organisation", "process", "country"),
    "measure": ("measure",),
    "roll_call": ("roll_call",),
    "topic": ("topic",),  # with those under it
    "source": ("source",),
    "issuer": ("organisation", "forum", "process", "country"),
    "record": (),  # any
}
BROAD = ("forum", "topic")  # those that always stand for the ones under them too
# A question may take its page itself, where that is cheap: before labels are joined. The line goes where the page
# is cut at the end, as after --sort.
PAGED = {"page_limit", "page_offset"}
PLAIN_KINDS = ("text", "integer", "number", "date")
PARAMETER = re.compile(r":(?<![:\w]:)([a-z_][a-z0-9_]*)")  # begins with its sign, which is found quickly
LIST = re.compile(r"in \((?<!\win \():([a-z_][a-z0-9_]*)\)")
HEADER = re.compile(r"--\s+(\w+)(?:\s+(\w+))?:\s*(.*)")
GOES_ON = re.compile(r"--\s+(\|\s.*)")  # the French half of the line above, on a line of its own
WORDS = ("title", "titre", "description", "main", "below", "languages", "example")  # what a header says once or more
STRINGS = re.compile(r"'(?:[^']|'')*'|--[^\n]*")


class Parameter(NamedTuple):
    """One parameter of a question; ``kind`` is a key of RECORD_KINDS, a plain kind, or a vocabulary's name."""

    name: str
    kind: str
    help_en: str
    help_fr: str
    default: str | None
    required: bool = False
    several: bool = True  # whether the SQL takes any number of values: ``in (:name)``

    def help(self, lang: str) -> str:
        """What the parameter is for."""
        return self.help_fr if lang == "fr" else self.help_en


class Question(NamedTuple):
    """One question as its file says it."""

    name: str
    path: Path
    title_en: str
    title_fr: str
    description_en: str
    description_fr: str
    parameters: tuple[Parameter, ...]
    domains: dict[str, str]
    main: tuple[str, ...]
    below: str
    examples: tuple[str, ...]
    both_languages: bool
    sql: str
    begins: int = 1  # the line of the file on which the SQL begins

    def title(self, lang: str) -> str:
        """What it gives, in a line."""
        return self.title_fr if lang == "fr" else self.title_en

    def description(self, lang: str) -> str:
        """What more there is to say, where a line is too short."""
        return self.description_fr if lang == "fr" else self.description_en

    @property
    def own(self) -> bool:
        """Whether the user wrote it."""
        return not self.path.is_relative_to(PACKAGE)

    def parameter(self, name: str) -> Parameter | None:
        """The parameter of that name, where there is one."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)


def read(path: Path) -> Question:
    """A question from its file. Raises BadSeed where the header and the SQL do not fit."""
    try:
        inputs.note(path)
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise BadSeed(f"{path}:{line}: this is not UTF-8.", hint="save the file as UTF-8.") from error
    except OSError as error:
        raise BadSeed(
            f"{path} cannot be read: {error.strerror}.", hint="check the path and its permissions."
        ) from error
    header: dict[str, list[str]] = {}
    written: dict[str, tuple[int, str]] = {}  # parameter -> the line that declares it, what stands there
    domains: dict[str, str] = {}
    lines = text.splitlines()
    begins = next(
        (n for n, line in enumerate(lines, 1) if line.strip() and not line.lstrip().startswith("--")), len(lines) + 1
    )
    for number, said in _header(lines[: begins - 1]):
        if not (found := HEADER.fullmatch(said)):
            continue  # a remark
        word, name, rest = found[1], found[2], found[3].strip()
        if word == "param" and name:
            written[name] = (number, rest)
        elif word == "column" and name:
            domains[name] = _domain(path, number, rest)
        elif word in WORDS and not name:
            header.setdefault(word, []).append(rest)
        else:
            raise BadSeed(
                f"{path}:{number}: {said.strip()!r} is no line of a header.",
                hint=f"one of: -- {': … -- '.join(WORDS)}: … -- param NAME: … -- column NAME: …",
            )
    sql = "\n".join(lines[begins - 1 :]).strip().rstrip(";").rstrip()
    code = STRINGS.sub("", sql)
    used, lists = PARAMETER.findall(code), LIST.findall(code)
    _checked(path, begins, sql, code, set(used), header, written)
    title, descriptions = header["title"][0], header.get("description", [])
    return Question(
        name=path.stem,
        path=path,
        title_en=title,
        title_fr=header.get("titre", [title])[0],
        description_en=" ".join(line.partition(" | ")[0] for line in descriptions),
        description_fr=" ".join(line.rpartition(" | ")[2] for line in descriptions),
        parameters=tuple(
            _parameter(path, number, name, rest, several=lists.count(name) == used.count(name))
            for name, (number, rest) in written.items()
        ),
        domains=domains,
        main=tuple(name.strip() for name in ",".join(header.get("main", [])).split(",") if name.strip()),
        below=header.get("below", [""])[0],
        examples=tuple(header.get("example", [])),
        both_languages=header.get("languages") == ["both"],
        sql=sql,
        begins=begins,
    )


def _header(lines: Iterable[str]) -> list[tuple[int, str]]:
    """The lines of a header with their numbers, each with what goes on in the line after it."""
    joined: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if (rest := GOES_ON.fullmatch(line)) and joined and HEADER.fullmatch(joined[-1][1]):
            joined[-1] = (joined[-1][0], f"{joined[-1][1].rstrip()} {rest[1]}")
        else:
            joined.append((number, line))
    return joined


def _checked(
    path: Path,
    begins: int,
    sql: str,
    code: str,
    used: set[str],
    header: dict[str, list[str]],
    written: dict[str, tuple[int, str]],
) -> None:
    """Raise BadSeed where the header and the SQL do not fit, or the SQL is no question."""
    if "title" not in header:
        raise BadSeed(f"{path}:1: there is no title.", hint="begin with a line '-- title: what it gives'.")
    if not (first := re.match(r"\s*\(*\s*(\w+)", code)) or first[1].lower() not in ("select", "with", "values"):
        what = f"it begins with {first[1]!r}" if first else "there is no SQL"
        raise BadSeed(f"{path}:{begins}: {what}.", hint="a question only reads: begin with select or with.")
    if ";" in code:
        raise BadSeed(f"{path}: there is more than one statement.", hint="one file is one question: one select.")
    for name in sorted(used - PAGED - set(written)):
        line = begins + next(i for i, line in enumerate(sql.splitlines()) if name in PARAMETER.findall(line))
        raise BadSeed(
            f"{path}:{line}: the SQL uses :{name}, which the header does not declare.",
            hint=f"add a line '-- param {name}: KIND    what it is for' to the header.",
        )
    blocks.check(path, begins, sql.splitlines(), PAGED | set(written))
    for name, (number, _) in written.items():
        if name not in used:
            raise BadSeed(
                f"{path}:{number}: the SQL does not use the parameter {name!r}.",
                hint=f"write :{name} where its value belongs, or take the line away.",
            )


def _domain(path: Path, number: int, name: str) -> str:
    from cyberdiplo.schema.vocabulary import DOMAINS

    for one in name.split(", "):
        if one not in DOMAINS:
            near = nearest(one, DOMAINS)
            hint = did_you_mean(near, f"one of: {', '.join(DOMAINS)}.")
            raise BadSeed(f"{path}:{number}: there is no vocabulary {one!r}.", hint=hint)
    return name


def _parameter(path: Path, number: int, name: str, rest: str, *, several: bool) -> Parameter:
    from cyberdiplo.schema.vocabulary import DOMAINS

    kind, _, text = rest.partition(" ")
    required = kind.endswith("*")
    kind = kind.removesuffix("*")
    if kind not in RECORD_KINDS and kind not in PLAIN_KINDS and kind not in DOMAINS:
        near = nearest(kind, [*RECORD_KINDS, *PLAIN_KINDS, *DOMAINS])
        raise BadSeed(
            f"{path}:{number}: parameter {name!r} is of no known kind {kind!r}.",
            hint=did_you_mean(
                near,
                f"one of: {', '.join([*RECORD_KINDS, *PLAIN_KINDS])}, or a vocabulary such as meetings.type.",
            ),
        )
    if kind in BROAD and not several:
        raise BadSeed(
            f"{path}:{number}: a {kind} stands for those under it too, hence for several ids.",
            hint=f"write 'in (:{name})' in the SQL.",
        )
    text, _, default = text.partition(" = ")
    english, _, french = text.partition(" | ")
    return Parameter(
        name, kind, english.strip(), (french or english).strip(), default.strip() or None, required, several
    )


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


def shadowed(folders: Iterable[Path]) -> list[Path]:
    """The user's files that are not listed, because a question of that name is shipped."""
    ours = canned()
    return [path for folder in folders for path in sorted(folder.glob("*.sql")) if path.stem in ours]


def find(name: str, folders: Iterable[Path] = ()) -> Question:
    """The canned question of that name. Raises UnclearName with what is near."""
    questions = canned(folders)
    if name in questions:
        return read(questions[name])
    near = nearest(name, questions) or [one for one in questions if name and name in one][:3]
    hint = did_you_mean(near, "'cyberdiplo query list' lists them.")
    raise UnclearName(f"There is no question {name!r}.", hint=hint)
