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
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from cyberdiplo.errors import BadUsage
from cyberdiplo.messages import chosen, say_system, tr
from cyberdiplo.text.nearest import did_you_mean, find_nearest

if TYPE_CHECKING:
    from collections.abc import Collection

Lang = Literal["fr", "en"]

DATABASE_VARIABLE = "CYBERDIPLO_DATABASE"
LANG_VARIABLE = "CYBERDIPLO_LANG"
TODAY_VARIABLE = "CYBERDIPLO_TODAY"
KEYS: dict[str, type] = {"lang": str, "database": str, "format": str, "excel": bool}  # of the file

_PACKAGE = Path(__file__).parent


def resource(name: Literal["seeds", "migrations"]) -> Path:
    """A folder that ships with the program: inside the package when installed, at the top of a checkout."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parents[1] / name


def database(option: str | None = None) -> str:
    """The database asked for: a path, or a URL such as ``postgresql://…``. Raises BadUsage for what is neither."""
    if option is not None and not option.strip():
        raise BadUsage(
            tr("--database names nothing."), hint=tr("leave it out to ask your own; is a variable of the shell empty?")
        )
    address = option or os.environ.get(DATABASE_VARIABLE) or read_config().get("database")
    if address is None:
        return str(default_database())
    _refuse_mistyped(address)
    return address


def today() -> str:
    """The day on which it is asked, YYYY-MM-DD; CYBERDIPLO_TODAY asks as on another."""
    wish = os.environ.get(TODAY_VARIABLE)
    if not wish:
        return time.strftime("%Y-%m-%d")
    try:
        return time.strftime("%Y-%m-%d", time.strptime(wish, "%Y-%m-%d"))
    except ValueError:
        from cyberdiplo.text.dates import find_fault

        raise BadUsage(
            tr("{variable} is {wish!r}, which is not a day.", variable=TODAY_VARIABLE, wish=wish),
            hint=find_fault(wish, chosen()) or tr("write it as YYYY-MM-DD."),
        ) from None


def is_default(target: str) -> bool:
    """Whether this is the database that is built by itself from the shipped seeds."""
    return Path(target) == default_database()


def is_url(target: str) -> bool:
    """Whether the database is named by a URL and not by a path."""
    return "://" in target


SERVER = (
    r"postgres(?:ql)?(?:\+\w+)?://(?:(?P<who>.*)@)?(?P<host>[\w.-]*|\[[0-9A-Fa-f:.]+\])(?::(?P<port>\d*))?"
    r"(?:/(?P<name>[\w.-]*))?(?:\?(?P<more>[^@]*))?"
)
# What is no path although no "://" stands in it, or not where it has to: an address that was mistyped, which may hold
# a password, so that no file may be called so and no message repeat it.
MISTYPED = (
    r"\s*postgres(?:ql)?(?:\+\w+)?\s*:|\s*postgres(?:ql)?/|.*\s://"
    r"|(?:.*[\s?&;])?(?:\w*pass(?:word|wd|file)?|pwd|user|host|hostaddr|dbname|service|sslmode)\s*="
    r"|(?!/[^/]|\.{1,2}/|~|[A-Za-z]:[/\\]).*(?::|%3a).*@"
)
SECRET = (
    r"(?P<all>://)[^'\"\n@]*(?:[:/]|%3a)[^'\"\n]*@|[^\s:/@'\"]*(?P<who>:|%3a)(?!//)[^\s@'\"]*@"
    r"|(?P<key>\b(?:\w*pass(?:word|wd|file)?|pwd|options)\s*(?:=|%3d)\s*)(?:'[^']*'|[^\s&'\"]*)"
    r"|(?P<url>\bpostgres(?:ql)?[\w+]*:/*)(?=[^\s@]*:)[^\s@'\"]*"
)


def _refuse_mistyped(address: str) -> None:
    if is_url(address) and re.match(r"[A-Za-z][\w+.-]*://", address):
        scheme = address.partition("://")[0]
        if scheme.partition("+")[0] in ("postgresql", "postgres"):
            return
        raise BadUsage(
            tr("{scheme}:// is not a kind of database that cyberdiplo knows.", scheme=scheme),
            hint=tr("give the path of a SQLite file, or postgresql://user@host/database."),
        )
    if is_url(address) or _is_mistyped(address):
        raise BadUsage(
            tr(
                "The database is neither the path of a file nor an address as it has to be written (it is not repeated"
                " here, for it may hold a password)."
            ),
            hint=tr("postgresql://user@host:5432/database; a file of such a name is given as ./NAME."),
        )


def _is_mistyped(address: str) -> bool:
    """The pattern is made only where it may fit: a path is read before each question."""
    suspect = not {*":=@"}.isdisjoint(address) or "postgres" in address.lower()
    return suspect and re.match(MISTYPED, address, re.DOTALL | re.IGNORECASE) is not None


def printable(target: str) -> str:
    """A path, or of a URL what may be printed: scheme, user, host and database, where all of it is as it has to be."""
    if not is_url(target):
        return str(Path(target).expanduser())
    scheme = re.match(r"postgres(?:ql)?(?:\+\w+)?(?=://)", target)
    server = re.fullmatch(SERVER, target, re.DOTALL | re.ASCII)  # kept by re, and made only for a URL
    if scheme is None or server is None or "password=" in (server["who"] or "").lower():
        return f"{scheme[0] if scheme else 'postgresql'}://…"
    user = (server["who"] or "").partition(":")[0]
    if server["who"] is not None and not re.fullmatch(r"[\w.-]*", user, re.ASCII):
        return f"{scheme[0]}://…"
    who = f"{user}@" if server["who"] is not None else ""
    port = f":{server['port']}" if server["port"] and who else ""  # without a user it may be a password
    name = f"/{server['name']}" if server["name"] is not None else ""
    host = re.search(r"(?:^|&)(host=[\w./-]+)(?=&|$)", server["more"] or "", re.ASCII)
    return f"{scheme[0]}://{who}{server['host']}{port}{name}" + (f"?{host[1]}" if host else "")


def mask(text: str) -> str:
    """A message without the passwords that an address in it may hold, well written or not."""

    def hide(match: re.Match[str]) -> str:
        return f"{match['all'] or match['key'] or match['url'] or ''}…" + ("@" if match["all"] or match["who"] else "")

    return re.sub(SECRET, hide, text, flags=re.IGNORECASE)


def default_database() -> Path:
    """The user's own database, in the folder where their system keeps data."""
    return _folder("XDG_DATA_HOME", ".local/share", "user_data_path") / "cyberdiplo.sqlite"


def config_folder() -> Path:
    """Where the user keeps settings and questions of their own."""
    return _folder("XDG_CONFIG_HOME", ".config", "user_config_path")


def _folder(variable: str, below: str, elsewhere: str) -> Path:
    """One of the user's folders: on Linux as its standard says, so that platformdirs need not be imported."""
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        named = os.environ.get(variable, "").strip()
        return (Path(named) if named.startswith("/") else _home() / below) / "cyberdiplo"  # else it is to be ignored
    import platformdirs

    folder: Path = getattr(platformdirs, elsewhere)("cyberdiplo", appauthor=False)
    return folder


def _home() -> Path:
    """The user's home folder: as HOME says where that is a whole path, else as the system has it. Raises BadUsage."""
    if (named := os.environ.get("HOME", "")).startswith("/"):
        return Path(named)
    try:
        import pwd

        return Path(pwd.getpwuid(os.getuid()).pw_dir)
    except (ImportError, KeyError):
        raise BadUsage(
            tr("There is no home folder for this user, and HOME does not name one."),
            hint=tr("set HOME, or XDG_DATA_HOME and XDG_CONFIG_HOME, to folders of yours."),
        ) from None


def config_file() -> Path:
    """The file with the user's defaults, which need not be there."""
    return config_folder() / "config.toml"


def read_config() -> dict[str, Any]:
    """What the user's file says. Raises BadUsage where it is not understood."""
    path = config_file()
    try:
        there = path.is_file()
    except OSError:  # who may not look into the folder has not written there
        there = False
    return _read(path) if there else {}


@cache
def _read(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise BadUsage(
            tr("{path} cannot be read: {error}.", path=path, error=error.strerror or error),
            hint=tr("let your account read it, or remove it to use the defaults."),
        ) from error
    except (ValueError, RecursionError) as error:  # a problem of TOML and one of UTF-8 are both a ValueError
        raise BadUsage(
            tr("{path} cannot be read: {error}.", path=path, error=say_system(str(error)[:200])),
            hint=tr("correct it, or remove it to use the defaults."),
        ) from error
    for key, value in settings.items():
        if key not in KEYS:
            raise BadUsage(tr("{path}: there is no setting {key!r}.", path=path, key=key), hint=_near(key, KEYS))
        if type(value) is not KEYS[key] or (key == "database" and not str(value).strip()):
            right = tr("it takes true or false.") if KEYS[key] is bool else tr("it takes a text in quotes.")
            raise BadUsage(
                tr("{path}: {key} cannot be {value!r}.", path=path, key=key, value=value),
                hint=right,
            )
    return settings


def default(key: str, among: Collection[str]) -> str | None:
    """What the user's file says of ``key``, where it does. Raises BadUsage for what is not ``among`` these."""
    value: str | None = read_config().get(key)
    if value is not None and value not in among:
        raise BadUsage(
            tr("{path}: {key} cannot be {value!r}.", path=config_file(), key=key, value=value),
            hint=_near(value, among),
        )
    return value


LANGUAGE = (
    r"(?i)(?:fr|en)(?:[-_.@].*)?|fran[çc]ais|french|english|anglais"  # seldom given, hence not compiled at import
)


def _near(word: str, known: Collection[str]) -> str:
    return did_you_mean(find_nearest(word, known, most=1), tr("one of: {listed}.", listed=", ".join(known)))


def _default_lang() -> str | None:
    """What the user's file says, in any of the forms that --lang takes."""
    wish = read_config().get("lang")
    return str(wish) if wish and re.fullmatch(LANGUAGE, wish.strip()) else default("lang", ("fr", "en"))


def lang(option: str | None = None) -> Lang:
    """French or English: as asked, else as the user's locale says, else English."""
    if option is not None and not re.fullmatch(LANGUAGE, option.strip()):
        raise BadUsage(tr("There is no language {option!r}.", option=option), hint=tr("fr or en."))
    wish = option or os.environ.get(LANG_VARIABLE) or _default_lang()
    locale = next((v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(k))), "")
    return "fr" if (wish or locale).lower().startswith("fr") else "en"
