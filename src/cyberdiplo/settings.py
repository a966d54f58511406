"""Which database, which language, which folders: option before environment before file before default.

The file is ``config.toml`` in ``config_folder()``; a person writes it, none need be there:

    lang = "fr"                      # fr or en
    database = "~/cyber.sqlite"      # a path or a URL
    format = "csv"                   # of answers, where neither --format nor the ending of --output says another
    excel = true                     # CSV as Excel opens it
"""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from cyberdiplo.errors import BadUsage
from cyberdiplo.text.nearest import did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Collection

Lang = Literal["fr", "en"]

DATABASE_VARIABLE = "CYBERDIPLO_DATABASE"
LANG_VARIABLE = "CYBERDIPLO_LANG"
KEYS: dict[str, type] = {"lang": str, "database": str, "format": str, "excel": bool}  # of the file

_PACKAGE = Path(__file__).parent


def resource(name: Literal["seeds", "migrations"]) -> Path:
    """A folder that ships with the program: inside the package when installed, at the top of a checkout."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parents[1] / name


def database(option: str | None = None) -> str:
    """The database asked for: a path, or a URL such as ``postgresql://…``. Raises BadUsage for what is neither."""
    said = option or os.environ.get(DATABASE_VARIABLE) or configured().get("database")
    if said is None:
        return str(default_database())
    _refuse_mistyped(said)
    return said


def is_default(target: str) -> bool:
    """Whether this is the database that is built by itself from the shipped seeds."""
    return Path(target) == default_database()


def is_url(target: str) -> bool:
    """Whether the database is named by a URL and not by a path."""
    return "://" in target


SERVER = re.compile(
    r"postgres(?:ql)?(?:\+\w+)?://(?:(?P<who>.*)@)?(?P<host>[\w.-]*|\[[0-9A-Fa-f:.]+\])(?::(?P<port>\d*))?"
    r"(?:/(?P<name>[\w.-]*))?(?:\?(?P<more>[^@]*))?",
    re.DOTALL | re.ASCII,
)
# What is no path although no "://" stands in it, or not where it has to: an address that was mistyped, which may hold
# a password, so that no file may be called so and no message repeat it.
MISTYPED = re.compile(
    r"\s*postgres(?:ql)?(?:\+\w+)?\s*:|\s*postgres(?:ql)?/|.*\s://"
    r"|(?:.*[\s?&;])?(?:\w*pass(?:word|wd|file)?|pwd|user|host|hostaddr|dbname|service|sslmode)\s*="
    r"|(?!/[^/]|\.{1,2}/|~|[A-Za-z]:[/\\]).*(?::|%3a).*@",
    re.DOTALL | re.IGNORECASE,
)
SECRET = re.compile(
    r"(?P<all>://)[^'\"\n@]*(?:[:/]|%3a)[^'\"\n]*@|[^\s:/@'\"]*(?P<who>:|%3a)(?!//)[^\s@'\"]*@"
    r"|(?P<key>\b(?:\w*pass(?:word|wd|file)?|pwd|options)\s*(?:=|%3d)\s*)(?:'[^']*'|[^\s&'\"]*)"
    r"|(?P<url>\bpostgres(?:ql)?[\w+]*:/*)(?=[^\s@]*:)[^\s@'\"]*",
    re.IGNORECASE,
)


def _refuse_mistyped(said: str) -> None:
    if is_url(said) and re.match(r"[A-Za-z][\w+.-]*://", said):
        scheme = said.partition("://")[0]
        if scheme.partition("+")[0] in ("postgresql", "postgres"):
            return
        raise BadUsage(
            f"{scheme}:// is no database that cyberdiplo knows.",
            hint="give the path of a SQLite file, or postgresql://user@host/database.",
        )
    if is_url(said) or MISTYPED.match(said):
        raise BadUsage(
            "The database is neither the path of a file nor an address as it has to be written (it is not repeated"
            " here, for it may hold a password).",
            hint="postgresql://user@host:5432/database; a file of such a name is given as ./NAME.",
        )


def shown(target: str) -> str:
    """A path, or of a URL what may be printed: scheme, user, host and database, where all of it is as it has to be."""
    if not is_url(target):
        return str(Path(target).expanduser())
    scheme = re.match(r"postgres(?:ql)?(?:\+\w+)?(?=://)", target)
    found = SERVER.fullmatch(target)
    if scheme is None or found is None or "password=" in (found["who"] or "").lower():
        return f"{scheme[0] if scheme else 'postgresql'}://…"
    user = (found["who"] or "").partition(":")[0]
    if found["who"] is not None and not re.fullmatch(r"[\w.-]*", user, re.ASCII):
        return f"{scheme[0]}://…"
    who = f"{user}@" if found["who"] is not None else ""
    port = f":{found['port']}" if found["port"] and who else ""  # without a user it may be a password
    name = f"/{found['name']}" if found["name"] is not None else ""
    place = re.search(r"(?:^|&)(host=[\w./-]+)(?=&|$)", found["more"] or "", re.ASCII)
    return f"{scheme[0]}://{who}{found['host']}{port}{name}" + (f"?{place[1]}" if place else "")


def masked(text: str) -> str:
    """A message without the passwords that an address in it may hold, well written or not."""

    def hide(found: re.Match[str]) -> str:
        return f"{found['all'] or found['key'] or found['url'] or ''}…" + ("@" if found["all"] or found["who"] else "")

    return SECRET.sub(hide, text)


def default_database() -> Path:
    """The user's own database, in the folder where their system keeps data."""
    return _folder("XDG_DATA_HOME", ".local/share", "user_data_path") / "cyberdiplo.sqlite"


def config_folder() -> Path:
    """Where the user keeps settings and questions of their own."""
    return _folder("XDG_CONFIG_HOME", ".config", "user_config_path")


def _folder(variable: str, below: str, elsewhere: str) -> Path:
    """One of the user's folders: on Linux as its standard says, so that platformdirs need not be imported."""
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        return Path(os.environ.get(variable, "").strip() or Path.home() / below) / "cyberdiplo"
    import platformdirs

    found: Path = getattr(platformdirs, elsewhere)("cyberdiplo", appauthor=False)
    return found


def config_file() -> Path:
    """The file with the user's defaults, which need not be there."""
    return config_folder() / "config.toml"


def configured() -> dict[str, Any]:
    """What the user's file says. Raises BadUsage where it is not understood."""
    path = config_file()
    return _read(path) if path.is_file() else {}


@cache
def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        said = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:  # a problem of TOML and one of UTF-8 are both a ValueError
        raise BadUsage(
            f"{path} cannot be read: {error}.", hint="mend it, or take it away to have the defaults."
        ) from error
    for key, value in said.items():
        if key not in KEYS:
            raise BadUsage(f"{path}: there is no setting {key!r}.", hint=_near(key, KEYS))
        if type(value) is not KEYS[key]:
            right = "true or false" if KEYS[key] is bool else "a text in quotes"
            raise BadUsage(f"{path}: {key} cannot be {value!r}.", hint=f"it takes {right}.")
    return said


def default(key: str, among: Collection[str]) -> str | None:
    """What the user's file says of ``key``, where it does. Raises BadUsage for what is not ``among`` these."""
    said: str | None = configured().get(key)
    if said is not None and said not in among:
        raise BadUsage(f"{config_file()}: {key} cannot be {said!r}.", hint=_near(said, among))
    return said


def _near(word: str, known: Collection[str]) -> str:
    return did_you_mean(nearest(word, known, most=1), f"one of: {', '.join(known)}.")


def lang(option: str | None = None) -> Lang:
    """French or English: as asked, else as the user's locale says, else English."""
    if option and not option.lower().startswith(("fr", "en")):
        raise BadUsage(f"There is no language {option!r}.", hint="fr or en.")
    wish = option or os.environ.get(LANG_VARIABLE) or default("lang", ("fr", "en"))
    locale = next((v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(k))), "")
    return "fr" if (wish or locale).lower().startswith("fr") else "en"
