"""Which database, which language, which folders: option before environment before default."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Literal

Lang = Literal["fr", "en"]

DATABASE_VARIABLE = "CYBERDIPLO_DATABASE"
LANG_VARIABLE = "CYBERDIPLO_LANG"

_PACKAGE = Path(__file__).parent


def resource(name: Literal["seeds", "migrations"]) -> Path:
    """The folder that ships with the program: beside the code when installed, at the top of a checkout."""
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parents[1] / name


def database(option: str | None = None) -> str:
    """The database asked for: a path, or a URL such as ``postgresql://…``."""
    return option or os.environ.get(DATABASE_VARIABLE) or str(default_database())


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
    from platformdirs import user_data_path  # not needed by who names a database

    return user_data_path("cyberdiplo", appauthor=False) / "cyberdiplo.sqlite"


def config_folder() -> Path:
    """Where the user keeps settings and questions of their own."""
    from platformdirs import user_config_path

    return user_config_path("cyberdiplo", appauthor=False)


def lang(option: str | None = None) -> Lang:
    """French or English: as asked, else as the user's locale says, else English."""
    for wish in (option, os.environ.get(LANG_VARIABLE)):
        if wish:
            return "fr" if wish.lower().startswith("fr") else "en"
    locale = next((v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(k))), "")
    return "fr" if locale.lower().startswith("fr") else "en"
