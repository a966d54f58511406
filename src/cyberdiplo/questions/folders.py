"""What a folder brought: the loads that a name stands for, for the lists of which a row is a row of a folder.

``:folder`` is in the SQL of the lists, and no header declares it: what it means and its help stand here alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cyberdiplo.messages import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cyberdiplo.questions.question import Question
    from cyberdiplo.store.connection import Connection

NAME = "folder"


def asks_for_folders(question: Question) -> bool:
    """Whether the answer can be that of what a folder brought."""
    return f":{NAME}" in question.sql and question.parameter(NAME) is None


def describe() -> str:
    """What the option is for."""
    return tr("only what this folder or import brought, by the name by which 'remove' takes it out")


def read_folders(
    connection: Connection, question: Question, wishes: Mapping[str, Sequence[str] | str | None]
) -> dict[str, list[int]]:
    """The numbers of the loads with which the rows of the wished folders came. Raises UnclearName."""
    wished = wishes.get(NAME)
    if not wished or not asks_for_folders(question):
        return {}
    from cyberdiplo.store.loaded import find_folders  # it looks for the nearest

    loads: dict[tuple[str, str], list[int]] = {}
    gone: set[tuple[str, str]] = set()
    for number, dataset, folder, digest in connection.execute(
        "select id, dataset, folder, digest from loads order by id"
    ):
        key = (str(dataset), str(folder))
        loads.setdefault(key, []).append(int(number))
        (gone.discard if digest else gone.add)(key)
    there = [key for key in loads if key not in gone]
    names = [wished] if isinstance(wished, str) else wished
    keys = [key for name in names for key in find_folders(there, name)]
    return {NAME: list(dict.fromkeys(number for key in keys for number in loads[key]))}
