"""Take a source folder out again: all of its rows in one transaction, or nothing where others still need them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cyberdiplo.errors import BadUsage
from cyberdiplo.load import name_index, refinements, rules
from cyberdiplo.load.files import FolderKey
from cyberdiplo.load.load import forget
from cyberdiplo.load.removals import read_loads
from cyberdiplo.messages import tr, tr_plural
from cyberdiplo.schema.model import seed_tables, tables
from cyberdiplo.store.loaded import find_folders, name_folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cyberdiplo.load.target import Target

SHOWN = 10  # folders that stand in the way


class References(NamedTuple):
    """Rows of a folder that refer to rows that are to go."""

    rows: int
    example: str

    def plus(self, rows: int) -> References:
        """The same with so many more."""
        return self._replace(rows=self.rows + rows)


def remove_folders(target: Target, names: Sequence[str]) -> dict[str, int]:
    """Take the folders of these names out; returns how many rows each had.

    Raises UnclearName for a folder that is not loaded, BadUsage where rows that stay refer to those that go or would
    break a rule without them; then the caller's transaction must be rolled back.
    """
    before = read_loads(target)
    keys = list(dict.fromkeys(key for name in names for key in find_folders(before, name)))
    numbers = [number for key in keys for number in before[key].numbers]
    refinements.withdraw(target)
    _refuse_needed(target, keys, numbers)
    rows = {name_folder(key): _count_rows(target, before[key].numbers) for key in keys}
    forget(target, numbers)
    problems = refinements.apply(target)
    name_index.index_names(target)
    if not target.check_references():  # seen before, row by row; this is the database's own word
        raise BadUsage(tr("Other rows refer to these folders."), hint=tr("take out what refers to them first."))
    if problems := problems or rules.find_broken(target, []):
        listed = [f"  {problem.path}: {problem.message} [{problem.rule}]" for problem in problems[:SHOWN]]
        more = ["  " + tr("… and {count} more", count=len(problems) - SHOWN)] if len(problems) > SHOWN else []
        folders = ", ".join(map(name_folder, keys))
        sentence = tr("{folders} cannot be taken out, for what stays would break a rule:", folders=folders)
        raise BadUsage(
            "\n".join([sentence, *listed, *more]),
            hint=tr("mend these rows first, or take out their folders too."),
        )
    target.index_texts()
    return rows


def _count_rows(target: Target, numbers: Iterable[int]) -> int:
    listed = ", ".join(map(str, numbers))
    counts = (f"select count(*) from {table} where load_id in ({listed})" for table in seed_tables())
    return sum(int(next(iter(target.execute(sql)))[0]) for sql in counts)


def _refuse_needed(target: Target, keys: Sequence[FolderKey], numbers: Sequence[int]) -> None:
    """Raise BadUsage where rows that stay refer to rows that go: which folders, how many, for example which."""
    listed = ", ".join(map(str, numbers))
    needing: dict[str, References] = {}  # by folder
    for table in seed_tables().values():
        key = " || ' ' || ".join(f"child.{name}" for name in table.key)
        for column in table.columns:
            parent = "affiliations" if column.name == "affiliation_id" else column.references
            if parent is None or column.bookkeeping or column.name == "id":
                continue
            pk = tables()[parent].key[0]
            sql = (
                f"select loads.dataset, loads.folder, count(*), min({key} || ' -> ' || child.{column.name})"
                f" from {parent} parent join {table.name} child on child.{column.name} = parent.{pk}"
                f" join loads on loads.id = child.load_id"
                f" where parent.load_id in ({listed}) and child.load_id not in ({listed})"
                " group by loads.dataset, loads.folder order by loads.dataset, loads.folder"
            )
            for collection, folder, count, example in target.execute(sql):
                name = name_folder(FolderKey(collection, folder))
                first = References(0, f"{table.name}: {' '.join(example.split())}")
                needing[name] = needing.get(name, first).plus(int(count))
    if not needing:
        return
    lines = [
        "  "
        + tr_plural(
            "{folder}: {count:,} row, such as {example}",
            "{folder}: {count:,} rows, such as {example}",
            count,
            folder=folder,
            example=example,
        )
        for folder, (count, example) in sorted(needing.items())
    ]
    more = ["  " + tr("… and {count} more folders", count=len(lines) - SHOWN)] if len(lines) > SHOWN else []
    options = " ".join(f"--remove {folder}" for folder in sorted(needing))
    folders = ", ".join(map(name_folder, keys))
    sentence = tr("{folders} cannot be taken out, for other folders refer to it:", folders=folders)
    raise BadUsage(
        "\n".join([sentence, *lines[:SHOWN], *more]),
        hint=tr("mend these rows, or take out the folders too: {options}.", options=options)
        if len(needing) <= 3
        else tr("mend these rows first."),
    )
