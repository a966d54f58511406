"""Questions are .sql files with a header that a person and the program read.

    -- title: What it gives, in a line            -- titre: La même chose en français
    -- description: More, where a line is too short | Davantage (may be given several times)
    -- param NAME: KIND    help in English | aide en français [= default]
    -- param NAME: KIND*   the same, where nothing can be asked without it
    -- column NAME: DOMAIN    the vocabulary that a column's codes are in (several: with a comma between them)
    -- array NAME: FILE    a column that is an array where a format has them (see ``arrays``)
    -- main: the columns that a narrow terminal shows first
    -- counts: the parameter whose record has members, signatories, supporters that the answer lists; how many of how
    many are on record is told beside it
    -- sides: the parameter whose record the answer has statements for and against; a side without any says whether it
    was looked for
    -- compares: the question that lists the pairs of texts that the answer compares; which they are is told beside it
    -- introduced: the parameter whose country may have introduced texts, which the answer has not; their number is told
    -- totals: the parameter whose text the answer has votes on; how many for and against is told beside it
    -- caveat: told (where the answer would be misread without the description, which is then told beside it)
    -- tells: what of each row answers a whole question, in a sentence: ``role: name, position`` groups by role
    -- leads: the column of the records that come first where such an answer has few rows
    -- below: long texts that stand under their row where the screen has no room for them beside the main columns
    -- together: the column of States in which rows may differ that are one to a person, with the number and the names
    -- example: a command line without the word cyberdiplo
    -- next: one that is usual after it
    -- | the rest of the line above it, from its French half on

KIND is a key of RECORD_KINDS, one of PLAIN_KINDS or a vocabulary (``votes.vote``). A line of the SQL that uses a
parameter which was not given is left out, so that the planner sees only what was asked; of a condition of several lines
all are, where they stand between ``-- if :NAME`` and ``-- end`` (see ``blocks``). ``:today`` is the day on which the
question is asked. Columns that end in ``_fr`` become
``_en`` where English is asked, but in a file that says ``-- languages: both``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadSeed, UnclearName
from cyberdiplo.messages import say_system, tr
from cyberdiplo.questions import blocks
from cyberdiplo.questions.question import (
    ARRAYS,
    BROAD,
    LISTED,
    OURS,
    PARAMETER,
    PLAIN_KINDS,
    QUESTIONS,
    RECORD_KINDS,
    STRINGS,
    Parameter,
    Question,
)
from cyberdiplo.store import inputs
from cyberdiplo.text.nearest import did_you_mean, find_nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

LIST = re.compile(r"in \((?<!\win \():([a-z_][a-z0-9_]*)\)")
HEADER = re.compile(r"--\s+(\w+)(?:\s+(\w+))?:\s*(.*)")
GOES_ON = re.compile(r"--\s+(\|\s.*)")  # the French half of the line above, on a line of its own
WORDS = (
    "title",
    "titre",
    "description",
    "main",
    "below",
    "together",
    "counts",
    "sides",
    "compares",
    "introduced",
    "totals",
    "caveat",
    "tells",
    "leads",
    "languages",
    "example",
    "next",
)  # what a header says once or more


def read(path: Path) -> Question:
    """A question from its file. Raises BadSeed where the header and the SQL do not fit."""
    try:
        inputs.note(path)
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise BadSeed(
            tr("{path}:{line}: this is not UTF-8.", path=path, line=line), hint=tr("save the file as UTF-8.")
        ) from error
    except OSError as error:
        raise BadSeed(
            tr("{path} cannot be read: {reason}.", path=path, reason=say_system(error)),
            hint=tr("check the path and its permissions."),
        ) from error
    header: dict[str, list[str]] = {}
    declared: dict[str, tuple[int, str]] = {}  # parameter -> the line that declares it, what stands there
    domains: dict[str, str] = {}
    arrays: dict[str, str] = {}
    lines = text.splitlines()
    begins = next(
        (n for n, line in enumerate(lines, 1) if line.strip() and not line.lstrip().startswith("--")), len(lines) + 1
    )
    for number, header_line in _read_header(lines[: begins - 1]):
        if not (match := HEADER.fullmatch(header_line)):
            continue  # a remark
        word, name, rest = match[1], match[2], match[3].strip()
        if word == "param" and name:
            declared[name] = (number, rest)
        elif word == "column" and name:
            domains[name] = _read_domain(path, number, rest)
        elif word == "array" and name and (ARRAYS / f"{rest}.sql").is_file():
            arrays[name] = rest
        elif word in WORDS and not name:
            header.setdefault(word, []).append(rest)
        else:
            raise BadSeed(
                tr(
                    "{path}:{number}: {line!r} is not a line of a header.",
                    path=path,
                    number=number,
                    line=header_line.strip(),
                ),
                hint=tr("one of: -- {listed}: … -- param NAME: … -- column NAME: …", listed=": … -- ".join(WORDS)),
            )
    sql = "\n".join(lines[begins - 1 :]).strip().rstrip(";").rstrip()
    code = STRINGS.sub("", sql)
    used, lists = PARAMETER.findall(code), LIST.findall(code)
    _check(path, begins, sql, code, set(used), header, declared)
    title, descriptions = header["title"][0], header.get("description", [])
    return Question(
        name=path.stem,
        path=path,
        title_en=title,
        title_fr=header.get("titre", [title])[0],
        description_en=" ".join(line.partition(" | ")[0] for line in descriptions),
        description_fr=" ".join(line.rpartition(" | ")[2] for line in descriptions),
        parameters=tuple(
            _read_parameter(path, number, name, rest, several=lists.count(name) == used.count(name))
            for name, (number, rest) in declared.items()
        ),
        domains=domains,
        arrays=arrays,
        main=_read_names(header, "main"),
        below=_read_names(header, "below"),
        together=header.get("together", [""])[0],
        counts=header.get("counts", [""])[0],
        sides=header.get("sides", [""])[0],
        compares=header.get("compares", [""])[0],
        introduced=header.get("introduced", [""])[0],
        totals=header.get("totals", [""])[0],
        caveat=header.get("caveat") == ["told"],
        tells=header.get("tells", [""])[0],
        leads=header.get("leads", [""])[0],
        examples=tuple(header.get("example", [])),
        next=tuple(header.get("next", [])),
        both_languages=header.get("languages") == ["both"],
        sql=sql,
        begins=begins,
    )


def _read_names(header: Mapping[str, Sequence[str]], word: str) -> tuple[str, ...]:
    """The names of columns in a line of a header."""
    return tuple(name.strip() for name in ",".join(header.get(word, ())).split(",") if name.strip())


def _read_header(lines: Iterable[str]) -> list[tuple[int, str]]:
    """The lines of a header with their numbers, each with what goes on in the line after it."""
    joined: list[tuple[int, str]] = []
    for number, line in enumerate(lines, 1):
        if (rest := GOES_ON.fullmatch(line)) and joined and HEADER.fullmatch(joined[-1][1]):
            joined[-1] = (joined[-1][0], f"{joined[-1][1].rstrip()} {rest[1]}")
        else:
            joined.append((number, line))
    return joined


def _check(
    path: Path,
    begins: int,
    sql: str,
    code: str,
    used: set[str],
    header: dict[str, list[str]],
    declared: dict[str, tuple[int, str]],
) -> None:
    """Raise BadSeed where the header and the SQL do not fit, or the SQL is no question."""
    if "title" not in header:
        raise BadSeed(
            tr("{path}:1: there is no title.", path=path), hint=tr("begin with a line '-- title: what it gives'.")
        )
    if not (first := re.match(r"\s*\(*\s*(\w+)", code)) or first[1].lower() not in ("select", "with", "values"):
        what = tr("it begins with {word!r}", word=first[1]) if first else tr("there is no SQL")
        raise BadSeed(f"{path}:{begins}: {what}.", hint=tr("a question only reads: begin with select or with."))
    if ";" in code:
        raise BadSeed(
            tr("{path}: there is more than one statement.", path=path), hint=tr("one file is one question: one select.")
        )
    ours = OURS | LISTED if path.parent == QUESTIONS / "lists" else OURS
    for name in sorted(used - ours - set(declared)):
        line = begins + next(i for i, line in enumerate(sql.splitlines()) if name in PARAMETER.findall(line))
        raise BadSeed(
            tr(
                "{path}:{line}: the SQL uses :{name}, which the header does not declare.",
                path=path,
                line=line,
                name=name,
            ),
            hint=tr("add a line '-- param {name}: KIND    what it is for' to the header.", name=name),
        )
    blocks.check(path, begins, sql.splitlines(), ours | set(declared))
    for name, (number, _) in declared.items():
        if name not in used:
            raise BadSeed(
                tr(
                    "{path}:{number}: the SQL does not use the parameter {name!r}.", path=path, number=number, name=name
                ),
                hint=tr("write :{name} where its value belongs, or take the line away.", name=name),
            )


def _read_domain(path: Path, number: int, name: str) -> str:
    from cyberdiplo.schema.vocabulary import DOMAINS

    for domain in name.split(", "):
        if domain not in DOMAINS:
            near = find_nearest(domain, DOMAINS)
            hint = did_you_mean(near, tr("one of: {listed}.", listed=", ".join(DOMAINS)))
            raise BadSeed(
                tr("{path}:{number}: there is no vocabulary {name!r}.", path=path, number=number, name=domain),
                hint=hint,
            )
    return name


def _read_parameter(path: Path, number: int, name: str, rest: str, *, several: bool) -> Parameter:
    from cyberdiplo.schema.vocabulary import DOMAINS

    kind, _, text = rest.partition(" ")
    required = kind.endswith("*")
    kind = kind.removesuffix("*")
    if kind not in RECORD_KINDS and kind not in PLAIN_KINDS and kind not in DOMAINS:
        near = find_nearest(kind, [*RECORD_KINDS, *PLAIN_KINDS, *DOMAINS])
        raise BadSeed(
            tr(
                "{path}:{number}: parameter {name!r} is of no known kind {kind!r}.",
                path=path,
                number=number,
                name=name,
                kind=kind,
            ),
            hint=did_you_mean(
                near,
                tr(
                    "one of: {listed}, or a vocabulary such as meetings.type.",
                    listed=", ".join([*RECORD_KINDS, *PLAIN_KINDS]),
                ),
            ),
        )
    if kind in BROAD and not several:
        raise BadSeed(
            tr(
                "{path}:{number}: a {kind} stands for those under it too, hence for several ids.",
                path=path,
                number=number,
                kind=kind,
            ),
            hint=tr("write 'in (:{name})' in the SQL.", name=name),
        )
    text, _, default = text.partition(" = ")
    english, _, french = text.partition(" | ")
    return Parameter(
        name, kind, english.strip(), (french or english).strip(), default.strip() or None, required, several
    )


@cache
def read_list(name: str) -> Question:
    """The question behind a noun: ``forums``, ``speakers``, …"""
    return read(QUESTIONS / "lists" / f"{name}.sql")


def list_nouns() -> list[str]:
    """The nouns that list something."""
    return sorted(path.stem for path in (QUESTIONS / "lists").glob("*.sql"))


def find_canned(folders: Iterable[Path] = ()) -> dict[str, Path]:
    """Every canned question by name: ours, then those in the user's folders (ours may not be replaced)."""
    paths = {path.stem: path for path in sorted((QUESTIONS / "canned").glob("*.sql"))}
    for folder in folders:
        for path in sorted(folder.glob("*.sql")):
            paths.setdefault(path.stem, path)
    return paths


def find_shadowed(folders: Iterable[Path]) -> list[Path]:
    """The user's files that are not listed, because a question of that name is shipped."""
    ours = find_canned()
    return [path for folder in folders for path in sorted(folder.glob("*.sql")) if path.stem in ours]


def find(name: str, folders: Iterable[Path] = ()) -> Question:
    """The canned question of that name. Raises UnclearName with what is near."""
    questions = find_canned(folders)
    if name in questions:
        return read(questions[name])
    near = find_nearest(name, questions) or [known for known in questions if name and name in known][:3]
    hint = did_you_mean(near, tr("'cyberdiplo query list' lists them."))
    raise UnclearName(tr("There is no question {name!r}.", name=name), hint=hint)
