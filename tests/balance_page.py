"""``docs/balance.md``: whose words the data hold and whose they lack, written by ``python -m tests.balance_page``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conftest import ROOT
from tests.sources_page import write

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

PAGE = ROOT / "docs" / "balance.md"
HEAD = """# Balance

Whose words the shipped data hold, and whose they lack. Made from the data by `python -m tests.balance_page`. Numbers
say what was read and entered, not who speaks more in the field: a forum with few statements here is thin here.
"""
THIN = 5  # statements; below this a forum or State is thin
FORUM = """
select coalesce(forums.name_en, 'no forum: its source alone'), count(distinct said.statement_id),
  count(distinct coalesce(said.meeting_id, said.measure_id)), count(distinct voices.country_id)
from said
left join forums on forums.id = said.forum_id
left join voices on voices.statement_id = said.statement_id
group by forums.id order by 2 desc, 1
"""
GROUPS = ("EU", "g7", "g20", "brics", "sco", "asean")
GROUP = """
select coalesce((select name_en from labels where labels.id = :group), :group),
  count(distinct statement_links.statement_id), count(distinct statement_links.record_id),
  (select count(*) from members where group_id = :group and until >= '9999'),
  (select count(distinct measures.id) from measures join members on members.member_id = measures.country_id
   where members.group_id = :group and members.until >= '9999')
from statement_links
join members on members.member_id = statement_links.record_id
where statement_links.link = 'by' and members.group_id = :group and members.until >= '9999'
"""
STATE = """
select countries.name_en, count(distinct statement_links.statement_id)
from statement_links join countries on countries.id = statement_links.record_id
where statement_links.link = 'by' group by countries.id order by 2 desc, 1
"""
SIDE = """
select coalesce(labels.name_en, statements.stance_target_id),
  sum(case when statements.stance = 'supports' then 1 else 0 end),
  sum(case when statements.stance in ('opposes', 'criticises') then 1 else 0 end),
  sum(case when statements.stance in ('neutral', 'mixed') then 1 else 0 end)
from statements left join labels on labels.id = statements.stance_target_id
where statements.stance is not null group by statements.stance_target_id order by count(*) desc, 1
"""


def page(database: sqlite3.Connection) -> str:
    """The page for a database."""
    groups = [row for group in GROUPS for row in database.execute(GROUP, {"group": group})]
    states = list(database.execute(STATE))
    thin = [f"{name} ({number})" for name, number in states if number < THIN]
    parts = [
        HEAD,
        _table("By forum", ("forum", "statements", "meetings and texts", "States heard"), database.execute(FORUM)),
        _table(
            "By group of States, as of today", ("group", "statements", "members heard", "members", "measures"), groups
        ),
        _table("By State or union", ("State", "statements"), (row for row in states if row[1] >= THIN)),
        f"\nFewer than {THIN}: {', '.join(thin)}.\n",
        _table("By side", ("about", "for", "against", "neither"), database.execute(SIDE)),
    ]
    return "".join(parts)


def _table(title: str, columns: tuple[str, ...], rows: Iterable[Sequence[object]]) -> str:
    lines = [f"\n## {title}\n\n", f"| {' | '.join(columns)} |\n", f"|{' --- |' * len(columns)}\n"]
    lines += [f"| {' | '.join(str(cell).replace('|', chr(92) + '|') for cell in row)} |\n" for row in rows]
    return "".join(lines)


def main() -> None:
    """Write the page."""
    write(PAGE, page)


if __name__ == "__main__":
    main()
