"""What a folder or import brought: the rows of every list, by the name by which it is taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cyberdiplo.errors import UnclearName
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.folders import asks_for_folders
from cyberdiplo.questions.question import QUESTIONS
from cyberdiplo.questions.run import ask

if TYPE_CHECKING:
    from cyberdiplo.store.connection import Connection

LISTS = sorted(path.stem for path in (QUESTIONS / "lists").glob("*.sql"))
OF_TABLE = {"speakers": "participations", "timeline": "measure_events"}


@pytest.mark.parametrize("noun", LISTS)
def test_every_list_tells_what_a_folder_brought(database: Connection, noun: str) -> None:
    question = catalogue.read_list(noun)
    assert asks_for_folders(question)
    table = OF_TABLE.get(noun, noun)
    (folder, number) = next(
        iter(
            database.execute(
                f"select loads.folder, count(*) from {table} join loads on loads.id = {table}.load_id"
                " group by loads.folder order by 2, 1",
                {},
            )
        )
    )
    wishes = {"folder": [str(folder)], **({"role": ["any"]} if noun == "speakers" else {})}
    rows = list(ask(database, question, wishes).rows)
    assert 0 < len(rows) <= len(list(ask(database, question, {}).rows))
    if noun not in ("timeline", "votes", "speakers"):  # these have rows without a day, a final vote, a name
        assert len(rows) == number


def test_a_folder_is_named_as_for_taking_it_out(database: Connection) -> None:
    question = catalogue.read_list("statements")
    names = ("wto-tbt-cyber-2023", "sources/wto-tbt-cyber-2023", "seeds/sources/wto-tbt-cyber-2023")
    first, *others = (list(ask(database, question, {"folder": name}).rows) for name in names)
    assert first
    assert all(rows == first for rows in others)
    with pytest.raises(UnclearName, match="No folder 'wto-tbt-cyber-2032' is loaded") as error:
        ask(database, question, {"folder": "wto-tbt-cyber-2032"})
    assert "wto-tbt-cyber-2023" in error.value.hint
