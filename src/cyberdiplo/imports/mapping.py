"""What a team's own table calls the columns that an importer expects: ``[columns]`` in a TOML file."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from cyberdiplo.errors import BadSeed, BadUsage
from cyberdiplo.imports.files import open_input, refuse
from cyberdiplo.messages import say_system, tr
from cyberdiplo.text.nearest import did_you_mean, find_nearest

if TYPE_CHECKING:
    from pathlib import Path

    from cyberdiplo.imports.job import Importer

SIZE = 100_000  # bytes of a mapping


def read_mapping(path: Path, importer: Importer) -> dict[str, str]:
    """Expected column -> what the table calls it. Raises BadSeed or BadUsage."""
    names = [heading.name for heading in importer.headers]
    if not names:
        raise BadUsage(tr("{name} reads no table.", name=importer.name), hint=tr("--map is for tables of your own."))
    try:
        with open_input(path) as file:
            text = file.read(SIZE + 1)
        if len(text) > SIZE:
            raise refuse(path, None, tr("the file is longer than {size:,} bytes", size=SIZE))
        columns = tomllib.loads(text.decode("utf-8")).get("columns")
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadSeed(
            tr("{path} is no TOML: {error}.", path=path, error=say_system(error)), hint=_hint(names)
        ) from None
    if not isinstance(columns, dict) or not all(isinstance(value, str) for value in columns.values()):
        raise BadSeed(tr("{path} has no table [columns] of texts.", path=path), hint=_hint(names))
    for name in columns:
        if name not in names:
            hint = did_you_mean(find_nearest(name, names)[:1], _hint(names))
            raise BadSeed(
                tr("{path}: {importer} has no column {name!r}.", path=path, importer=importer.name, name=name),
                hint=hint,
            )
    return dict(columns)


def _hint(names: list[str]) -> str:
    return tr('lines such as: {name} = "Your heading", under [columns].', name=names[0])
