"""Folders that are loaded, by the names that people give them: to take them out, or to ask what they brought."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from cyberdiplo.errors import UnclearName
from cyberdiplo.messages import tr
from cyberdiplo.text.nearest import did_you_mean, find_nearest

if TYPE_CHECKING:
    from collections.abc import Collection

SHIPPED = "cyberdiplo/seeds"  # the name of the shipped collection

Key = tuple[str, str]  # the collection, and the path of the folder in it; "." where it is one by itself
K = TypeVar("K", bound=Key)


def name_folder(key: Key) -> str:
    """A folder as it is told; one that is a collection by itself is its collection."""
    return key[0] if key[1] == "." else "/".join(key)


def find_folders(keys: Collection[K], name: str) -> list[K]:
    """The folders that a name means: one of them, or all of a collection of the user's own. Raises UnclearName."""
    whole = [key for key in keys if key[0] == name.strip().rstrip("/") and key[0] != SHIPPED]
    return whole or [find_folder(keys, name)]


def find_folder(keys: Collection[K], name: str) -> K:
    """The folder that a name means: my-source, sources/my-source or my-seeds/sources/my-source. Raises UnclearName."""
    wish = name.strip().rstrip("/").removeprefix("./")
    exact = [key for key in keys if wish in (name_folder(key), "/".join(key))]
    exact = exact or [key for key in keys if key[0] == SHIPPED and wish == f"seeds/{key[1]}"]  # where they lie
    matches = exact or [key for key in keys if wish in (key[1], _short(key))]
    if len(matches) == 1:
        return matches[0]
    if matches:
        listed = ", ".join(name_folder(key) for key in matches)
        raise UnclearName(
            tr("{name!r} fits {count} folders: {listed}.", name=name, count=len(matches), listed=listed),
            hint=tr("give the whole of one of them."),
        )
    known = {short: name_folder(key) for key in keys for short in (_short(key), key[1], name_folder(key))}
    near = list(dict.fromkeys(known[near_name] for near_name in find_nearest(wish, known, most=3)))
    hint = did_you_mean(near, tr("'cyberdiplo sql \"select * from loads\"' lists them."))
    raise UnclearName(tr("No folder {name!r} is loaded.", name=name), hint=hint)


def _short(key: Key) -> str:
    return key[1].rpartition("/")[2]
