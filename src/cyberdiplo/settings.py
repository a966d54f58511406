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
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any, Literal

from cyberdiplo.errors import BadUsage

Lang = Literal["fr", "en"]

DATABASE_VARIABLE = "CYBERDIPLO_DATABASE"
LANG_VARIABLE = "CYBERDIPLO_LANG"
KEYS: dict[str, type] = {"lang": str, "database": str, "format": str, "excel": bool}  # of the file

_PACKAGE = Path(__file__).parent


def resource(name: Literal["seeds", "migrations"]) -> Path:
    """The folder that ships with the program: beside the code when installed, at the top of a checkout."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parents[1] / name


def database(option: str | None = None) -> str:
    """The database asked for: a path, or a URL such as ``postgresql://…``."""
    said = option or os.environ.get(DATABASE_VARIABLE) or configured().get("database")
    return said or str(default_database())


def is_default(target: str) -> bool:
    """Whether this is the database that is built by itself from the shipped seeds."""
    return not is_url(target) and Path(target) == default_database()


def is_url(target: str) -> bool:
    """Whether the database is named by a URL and not by a path."""
    return "://" in target


def shown(target: str) -> str:
    """A path or URL as it may be printed: without the password, wherever in the URL that stands."""
    if not is_url(target):
        return str(Path(target).expanduser())
    url = re.sub(r"([?&](?:ssl)?password=)[^&]*", r"\1…", target)
    return re.sub(r"^([\w+]+://)([^:@]*)(?::.*)?@", r"\1\2@", url)


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
    except (OSError, ValueError) as error:  # a mistake of TOML and one of UTF-8 are both a ValueError
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
    import difflib

    near = difflib.get_close_matches(word, known, n=1)
    return f"did you mean {near[0]}?" if near else f"one of: {', '.join(known)}."


def lang(option: str | None = None) -> Lang:
    """French or English: as asked, else as the user's locale says, else English."""
    if option and not option.lower().startswith(("fr", "en")):
        raise BadUsage(f"There is no language {option!r}.", hint="fr or en.")
    wish = option or os.environ.get(LANG_VARIABLE) or default("lang", ("fr", "en"))
    locale = next((v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(k))), "")
    return "fr" if (wish or locale).lower().startswith("fr") else "en"
