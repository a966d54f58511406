"""``python -m tests.trust``: repeat every attack, print what happened, and write the page of the documentation."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import pytest

from tests.trust.attacks import attacks, stage_in
from tests.trust.page import table, write
from tests.trust.tries import Row


def main() -> int:
    """1 where anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the part that the tests run")
    parser.add_argument("--only", action="append", default=[], metavar="TEXT", help="attacks with this in their name")
    parser.add_argument("--scale", type=float, default=1.0, metavar="N", help="so many times as many tries")
    parser.add_argument("--list", action="store_true", help="the attacks and how often each is made")
    parser.add_argument("--write", type=Path, metavar="FILE", help="the page of the documentation")
    given = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory(prefix="trust-") as folder, stage_in(Path(folder)) as stage:
        for attack in attacks():
            count = attack.quick if given.quick else round(attack.times * given.scale)
            if not count or (given.only and not any(text in attack.name for text in given.only)):
                continue
            if given.list:
                print(f"{count:5} {attack.name}")
                continue
            begun = time.monotonic()
            try:
                row = attack.run(stage, count)
            except pytest.skip.Exception as reason:
                row = Row(attack.name, not_tried=str(reason))
            rows.append(row)
            print(f"{time.monotonic() - begun:6.0f} s  {table([row])[-1]}", file=sys.stderr, flush=True)
            for failure in row.failures:
                print(f"          {failure}", file=sys.stderr, flush=True)
    failures = [failure for row in rows for failure in row.failures]
    if not given.list:
        print("\n".join(table(rows)))
        print(f"\n{sum(row.tries for row in rows):,} tries, {len(failures)} failures")
    if given.write:
        write(given.write, rows, given.quick)
    return int(bool(failures))


if __name__ == "__main__":
    sys.exit(main())
