"""Conditions of several lines: left out as a whole, as the same condition in one line is."""

from __future__ import annotations

import re
import sqlite3
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, strategies as st

from cyberdiplo.errors import BadSeed
from cyberdiplo.questions import catalogue
from cyberdiplo.questions.run import prepare
from cyberdiplo.store.sqlite_reading import Reading

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("alpha", "beta", "gamma")
HEADER = "-- title: x\n" + "".join(f"-- param {name}: text    x\n" for name in NAMES)
# Every parameter is used once outside of the blocks, where it does no harm.
USED = "\n  ".join(f"and 1 = 1 or :{name} is null" for name in NAMES)


class Condition(NamedTuple):
    """A condition that needs its parameters, and conditions within it."""

    needs: tuple[str, ...]
    within: list[Condition]

    def lines(self, depth: int = 1) -> list[str]:
        """The condition as a block of several lines."""
        pad = "  " * depth
        return [
            f"{pad}-- if {', '.join(f':{name}' for name in self.needs)}",
            f"{pad}and (",
            *(f"{pad}  '{name}' = :{name} and" for name in self.needs),
            f"{pad}  1 = 1",
            *(line for one in self.within for line in one.lines(depth + 1)),
            f"{pad})",
            f"{pad}-- end",
        ]

    def kept(self, given: set[str]) -> str:
        """What is left of it where these are given, in one line."""
        if not given.issuperset(self.needs):
            return ""
        own = " ".join(f"'{name}' = :{name} and" for name in self.needs)
        return f"and ( {own} 1 = 1 {' '.join(one.kept(given) for one in self.within)} )"


CONDITIONS = st.recursive(
    st.builds(Condition, st.lists(st.sampled_from(NAMES), min_size=1, unique=True).map(tuple), st.just([])),
    lambda inner: st.builds(
        Condition, st.lists(st.sampled_from(NAMES), min_size=1, unique=True).map(tuple), st.lists(inner, max_size=3)
    ),
    max_leaves=6,
)


def flat(sql: str) -> str:
    """The SQL without remarks, in one line."""
    return " ".join(re.sub(r"--[^\n]*", "", sql).split())


@given(conditions=st.lists(CONDITIONS, max_size=4), given_names=st.sets(st.sampled_from(NAMES)))
def test_a_block_is_left_out_as_its_condition_in_one_line_is(
    tmp_path_factory: pytest.TempPathFactory, conditions: list[Condition], given_names: set[str]
) -> None:
    path = tmp_path_factory.getbasetemp() / "blocks.sql"
    blocks = "\n".join(line for one in conditions for line in one.lines())
    path.write_text(f"{HEADER}select 1 as one\nwhere 1 = 1\n  {USED}\n{blocks}\n", encoding="utf-8")
    connection = sqlite3.connect(":memory:", factory=Reading)
    values = dict.fromkeys(given_names, "x")
    sql, bound = prepare(connection, catalogue.read(path), values, "en")
    used = " ".join(f"and 1 = 1 or :{name} is null" for name in NAMES if name in given_names)
    kept = " ".join(one.kept(given_names) for one in conditions)
    assert flat(sql) == flat(f"select 1 as one where 1 = 1 {used} {kept}")
    assert bound == values
    connection.execute(sql, bound)


@given(
    lines=st.lists(
        st.sampled_from(["-- end", "-- if", "-- if nothing", "  and 1 = 1", "-- if alpha", "--", "and 'a' = :alpha"])
    )
)
def test_what_was_a_remark_stays_one(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    """Files of users that were written when there were no blocks: a line at a time, nothing else."""
    path = tmp_path_factory.getbasetemp() / "old.sql"
    path.write_text("\n".join([HEADER + "select 1", "where 1 = 1", USED, *lines]), encoding="utf-8")
    sql, _ = prepare(sqlite3.connect(":memory:", factory=Reading), catalogue.read(path), {}, "en")
    assert flat(sql) == flat("\n".join(["select 1", "where 1 = 1", *(one for one in lines if ":" not in one)]))


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("select 1\n-- if :alpah\n-- end\nwhere :alpha", r"wrong.sql:4: the block asks for :alpah, which the header"),
        ("select 1\n-- if :alpha\nwhere :alpha", r"wrong.sql:4: the block has no end"),
        ("select :alpha\n-- if :alpha\n-- if :alpha\n-- end", r"wrong.sql:4: the block has no end"),
        ("select :alpha\n-- if :alpha\n-- end\n-- end", r"wrong.sql:6: no block is open here"),
        ("select :alpha\n-- if :alpha, :beta\n-- end", r"wrong.sql:4: the block asks for :beta"),
        ("select 1\n-- if :alpha\n-- end", r"wrong.sql:2: the SQL does not use the parameter 'alpha'"),
    ],
)
def test_a_wrong_block_is_told_with_its_line(tmp_path: Path, sql: str, said: str) -> None:
    path = tmp_path / "wrong.sql"
    path.write_text(f"-- title: x\n-- param alpha: text    x\n{sql}\n", encoding="utf-8")
    with pytest.raises(BadSeed, match=said) as caught:
        catalogue.read(path)
    assert caught.value.hint


def test_a_line_within_a_block_is_left_out_on_its_own(tmp_path: Path) -> None:
    path = tmp_path / "mine.sql"
    path.write_text(
        f"{HEADER}select 1 as one\nwhere 1 = 1\n-- if :alpha\n  and (\n    :alpha = 'x'\n    or :beta = 'y'\n  )\n"
        "-- end\n  and :gamma = 'z'\n",
        encoding="utf-8",
    )
    connection = sqlite3.connect(":memory:", factory=Reading)
    question = catalogue.read(path)
    asked = ({"alpha": "no"}, {"alpha": "no", "beta": "y"}, {"beta": "no"})
    rows = [list(connection.execute(*prepare(connection, question, given, "en"))) for given in asked]
    assert rows == [[], [(1,)], [(1,)]]


def test_a_header_line_goes_on_with_its_french_half(tmp_path: Path) -> None:
    path = tmp_path / "mine.sql"
    path.write_text(
        "-- title: x\n-- description: More\n-- | Plus\n-- param a: text    in English\n-- | en français = 7\n"
        "-- | a remark, for nothing stands above it\nselect :a as a\n".replace("-- | a remark", "--\n-- | a remark"),
        encoding="utf-8",
    )
    question = catalogue.read(path)
    (parameter,) = question.parameters
    assert (parameter.help_en, parameter.help_fr, parameter.default) == ("in English", "en français", "7")
    assert (question.description_en, question.description_fr) == ("More", "Plus")
