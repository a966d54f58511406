"""``python -m tests.trust.fuzz``: whatever is asked, nothing is written, nobody is called, and the memory is bounded.

Statements, questions, parameters, names, words, columns and orders are made up by hypothesis and given to the program
as a user gives them. A process of its own, for a question limits the memory of the program that asks it.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings, strategies as st

from tests.trust.watched import Watch, fingerprint, memory, run

MOST = 300 << 20  # bytes that a question may take
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)
STRANGE = st.sampled_from(
    ["", "'", '"', "\\", "%", "_", ";--", "\x1b[31m", "\u202e", "\ufeff", "é", "😀", "../../etc/passwd", "-", "*", "()"]
)
FORMATS = ("csv", "tsv", "json", "jsonl", "markdown", "html", "table", "record", "yaml", "xlsx", "parquet")
TABLES = ("forums", "speakers", "votes", "names", "labels", "records", "search_index", "sqlite_master", "nowhere")
COLUMNS = ("id", "name_fr", "name_en", "*", "count(*)", "rowid", "kind", "1/0", "printf('%.*c', 3000000, 'x')")
HEAVY = (
    "with recursive c(n) as (select 1 union all select n + 1 from c) select n from c",
    "select zeroblob(1000000000)",
    "select hex(randomblob(100000000))",
    "select a.id from names a, names b, names c order by random()",
    "select group_concat(a.name || b.name) from names a, names b",
    "with recursive c(n) as (select 1 union all select n + 1 from c limit 300)"
    " select printf('%.*c', 3900000, 'x') from c",
)
WRITING = (
    "delete from names", "update forums set name_en = 'x'", "insert into names select * from names", "drop table votes",
    "attach 'file:more.sqlite?mode=rwc' as more", "vacuum into 'copy.sqlite'", "create temp table t as select 1",
    "pragma journal_mode = wal", "pragma user_version = 7", "pragma writable_schema = on", "reindex", "analyze",
    "select load_extension('x')", "select writefile('x.txt', 'x')", "select readfile('/etc/passwd')", "begin immediate",
    "with t as (delete from names returning *) select * from t", "copy names to '/tmp/x.txt'",
    "select lo_import('/etc/passwd')", "select pg_read_file('/etc/passwd')", "set role postgres",
    "do $$ begin perform 1; end $$", "select 1; delete from names",
)  # fmt: skip
NOUNS = ("forums", "speakers", "measures", "meetings", "countries", "votes", "organisations", "topics", "sources")
FILTERS = ("--forum", "--country", "--topic", "--from", "--to", "--type", "--speaker", "--kind")

WORDS = st.one_of(TEXT, STRANGE, st.sampled_from(["OTC", "FRA", "cyber", "norm*", "-cyber", '"due diligence"', "2021"]))
NAMES = st.one_of(WORDS, st.sampled_from(["id", "name", "-name", "acronym", "-id", "statements"]))
SELECT = st.builds(
    "select {} from {} where {} = {} order by {} limit {}".format,
    *(st.sampled_from(COLUMNS), st.sampled_from(TABLES), st.sampled_from(["id", "1", "name_fr"])),
    *(WORDS.map(lambda word: "'" + word.replace("'", "''") + "'"), st.sampled_from(["1", "id", "random()"])),
    st.integers(-1, 10**20),
)
SQL = st.one_of(SELECT, st.sampled_from(HEAVY), st.sampled_from(WRITING), TEXT, st.builds("{} {}".format, SELECT, TEXT))


def _joined(names: list[str]) -> str:
    return ",".join(names)


LOOK: st.SearchStrategy[list[str]] = st.one_of(
    st.just([]),
    st.lists(NAMES, min_size=1, max_size=3).map(lambda names: [f"--columns={_joined(names)}"]),
    st.lists(NAMES, min_size=1, max_size=3).map(lambda names: [f"--sort={_joined(names)}"]),
    st.integers(-1, 10**20).map(lambda number: [f"--limit={number}"]),
    st.integers(-1, 10**20).map(lambda number: [f"--offset={number}"]),
)
FORMAT = st.sampled_from(FORMATS).map(lambda name: [f"--format={name}"])
COMMANDS: dict[str, Any] = {
    "free SQL": st.builds(lambda sql, how, look: ["sql", *how, *look, "--timeout=2", "--", sql], SQL, FORMAT, LOOK),
    "parameters": st.builds(
        lambda name, value: ["sql", "select :a, :b", f"--param={name}={value}", "--param=b=2"], NAMES, WORDS
    ),
    "lists": st.builds(
        lambda noun, filter_, value, how, look: [noun, f"{filter_}={value}", *how, *look],
        *(st.sampled_from(NOUNS), st.sampled_from(FILTERS), WORDS, FORMAT, LOOK),
    ),
    "canned questions": st.builds(
        lambda name, value, how, look: ["query", "run", name, f"--param={value}", *how, *look],
        *(st.one_of(st.sampled_from(["vote-totals", "group-split"]), NAMES), NAMES, FORMAT, LOOK),
    ),
    "search": st.builds(
        lambda words, how, look: ["search", *how, *look, "--", *words],
        st.lists(WORDS, min_size=1, max_size=6),
        FORMAT,
        LOOK,
    ),
    "names": st.builds(lambda verb, name: [verb, "--", name], st.sampled_from(["show", "cite"]), WORDS),
}


def fuzz(kind: str, examples: int, number: int, watch: Watch, folder: Path) -> int:
    """Try so many commands of a kind; returns how many were tried. Raises AssertionError with the command."""
    tried = 0
    before = fingerprint(folder)

    @seed(number)
    @settings(
        max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,),
    )  # fmt: skip
    @given(words=COMMANDS[kind])
    def hold(words: list[str]) -> None:
        nonlocal tried
        tried += 1
        watch.seen.clear()
        code, told = run(words, watch)
        assert code in range(7), (words, code, told)
        assert "itself failed" not in told, (words, told)
        assert "\x1b" not in told, (words, told)
        reached = [what for what in watch.seen if tempfile.gettempdir() not in what]  # a spool of xlsx and parquet
        assert not reached, (words, reached)
        assert memory() < MOST, (words, memory())

    hold()
    after = fingerprint(folder)
    assert after == before, (
        kind,
        [name for name in before.keys() | after.keys() if before.get(name) != after.get(name)],
    )
    return tried


def main() -> int:
    """Print, as JSON, how many commands of each kind were tried, and the most bytes that any of them took."""
    parser = argparse.ArgumentParser(prog="python -m tests.trust.fuzz", description=__doc__)
    parser.add_argument("--examples", type=int, default=2_000, metavar="N", help="commands of each kind")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="another run")
    parser.add_argument("--only", choices=sorted(COMMANDS), action="append", help="of this kind")
    parser.add_argument("--database", metavar="PATH_OR_URL", help="that is asked; else the shipped seeds are loaded")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cyberdiplo-fuzz-") as name:
        folder = Path(name).resolve()
        (folder / "tmp").mkdir()
        database = options.database or str(folder / "asked.sqlite")
        os.environ |= {"CYBERDIPLO_DATABASE": database, "HOME": name, "COLUMNS": "80"}
        os.environ.pop("XDG_CONFIG_HOME", None)
        os.chdir(folder)
        if not options.database:
            run(["load", "--quiet"])
        watch = Watch()
        tried = {kind: fuzz(kind, options.examples, options.seed, watch, folder) for kind in options.only or COMMANDS}
    print(json.dumps({"tried": tried, "bytes": memory()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
