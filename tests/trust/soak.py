"""``python -m tests.trust.soak``: many questions from several processes while loads go on, and what they take.

Each process asks again and again, within itself, so that what grows is seen: its memory and its open files.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.trust.watched import memory, run

QUESTIONS = (
    "forums --format csv", "speakers --forum OTC --format json", "statements --topic labelling --format csv",
    "votes --country FRA --limit 50 --format csv", "search cyber --limit 10 --format csv", "show GTCNL",
    "measures --limit 30 --sort name --format markdown", "countries --lang fr --sort name --format csv",
    "query run vote-totals --limit 20 --format csv", "cite wto-tbt", "timeline --limit 20 --format csv",
    "meetings --from 2021 --limit 20 --format html", "topics --format yaml", "show no-such-name",
)  # fmt: skip
SETTLED = 20  # questions after which all is imported, and nothing may grow
FILES = Path("/proc/self/fd")
ROWS = "id,parent_id,sort,name_fr,name_en,acronym_fr,acronym_en\nzz-soak,,1,Endurance,Soak {},,\n"


def ask(count: int, number: int) -> dict[str, float]:
    """Ask so many questions in this process; what went wrong, and what it took."""
    chooser = random.Random(number)
    wrong, longest, settled, files = 0, 0.0, 0, 0
    for index in range(count):
        begun = time.monotonic()
        words = chooser.choice(QUESTIONS).split()
        code, told = run(words)
        longest = max(longest, time.monotonic() - begun)
        if code != (3 if "no-such-name" in words else 0) or "itself failed" in told:
            wrong += 1
            print(words, code, told, file=sys.stderr)
        if index == min(SETTLED, count - 1):
            settled, files = resident(), open_files()
    return {
        "asked": count, "wrong": wrong, "longest": longest, "bytes": memory(),
        "more_bytes": resident() - settled, "more_files": open_files() - files,
    }  # fmt: skip


def resident() -> int:
    """The bytes that this process holds now."""
    from cyberdiplo.sql.limits import memory

    return memory()


def open_files() -> int:
    """How many files this process has open; 0 where the system does not say."""
    return len(list(FILES.iterdir())) if FILES.is_dir() else 0


def load_meanwhile(folder: Path, askers: list[subprocess.Popen[str]]) -> tuple[int, int]:
    """Load a folder that changes, again and again, until all have asked; how often, and how often it failed."""
    seeds = folder / "soak"
    seeds.mkdir()
    loads = wrong = 0
    while any(asker.poll() is None for asker in askers):
        (seeds / "topics.csv").write_text(ROWS.format(loads))
        code, told = run(["load", str(seeds)])
        loads += 1
        if code or "itself failed" in told:
            wrong += 1
            print(code, told, file=sys.stderr)
        time.sleep(0.5)
    return loads, wrong


def soak(questions: int, processes: int) -> dict[str, float]:
    """Ask and load; the figures of all together."""
    share = -(-questions // processes)
    with tempfile.TemporaryDirectory(prefix="cyberdiplo-soak-") as name:
        words = [sys.executable, "-m", "tests.trust.soak", "--share", str(share), "--seed"]
        askers = [
            subprocess.Popen([*words, str(number)], stdout=subprocess.PIPE, text=True) for number in range(processes)
        ]
        loads, wrong = load_meanwhile(Path(name), askers)
        told = [json.loads(asker.communicate()[0].splitlines()[-1]) for asker in askers]
    return {
        "asked": sum(figures["asked"] for figures in told), "wrong": sum(figures["wrong"] for figures in told),
        "loads": loads, "wrong_loads": wrong,
        **{name: max(figures[name] for figures in told) for name in ("longest", "bytes", "more_bytes", "more_files")},
    }  # fmt: skip


def main() -> int:
    """Print the figures as JSON; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.trust.soak", description=__doc__)
    parser.add_argument("--questions", type=int, default=10_000, metavar="N")
    parser.add_argument("--processes", type=int, default=8, metavar="N")
    parser.add_argument("--database", metavar="PATH_OR_URL", help="that is asked and loaded into; it must be there")
    parser.add_argument("--share", type=int, help=argparse.SUPPRESS)  # of one process
    parser.add_argument("--seed", type=int, default=0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.database:
        os.environ["CYBERDIPLO_DATABASE"] = options.database
    figures = ask(options.share, options.seed) if options.share else soak(options.questions, options.processes)
    print(json.dumps(figures))
    return int(bool(figures["wrong"] or figures.get("wrong_loads")))


if __name__ == "__main__":
    sys.exit(main())
