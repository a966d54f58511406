"""Names stand in the order in which people look for them, the same on both databases."""

from __future__ import annotations

import pytest

from cyberdiplo.result import Window
from cyberdiplo.sql.run import run
from cyberdiplo.store.address import database_at
from cyberdiplo.text.order import reading_order

NAMES = [
    *("Zimbabwe", "Égypte", "Équateur", "eau", "France", "Fédération"),
    *("œuvre", "Oman", "Île", "islande", "Łódź", "Lyon"),
]
IN_ORDER = [
    *("eau", "Égypte", "Équateur", "Fédération", "France", "Île", "islande"),
    *("Łódź", "Lyon", "œuvre", "Oman", "Zimbabwe"),
]


def test_accents_and_case_stand_with_their_letters() -> None:
    assert sorted(NAMES, key=reading_order) == IN_ORDER  # type: ignore[arg-type]
    assert reading_order(3) == 3
    assert reading_order(None) is None


@pytest.mark.parametrize("address", ["mini_path", "mini_url"])
def test_both_databases_sort_a_text_so_and_a_number_as_a_number(address: str, request: pytest.FixtureRequest) -> None:
    values = " union all ".join(f"select '{name}' as name, {len(name)} as size" for name in NAMES)
    database = database_at(request.getfixturevalue(address))

    def ask(column: str) -> list[tuple[object, ...]]:
        with database.asking() as connection:
            return list(run(connection, values, window=Window(sort=(column,))).rows)

    assert [row[0] for row in ask("name")] == IN_ORDER
    assert [row[0] for row in ask("-name")] == IN_ORDER[::-1]
    sizes = [int(str(row[1])) for row in ask("size")]
    assert sizes == sorted(sizes)
