"""``python -m tests.trust``: repeat every attack, print what happened, and write the page of the documentation."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.trust.attacks import Attack, attacks
from tests.trust.page import table, write
from tests.trust.workers import results


def choose_attacks(options: argparse.Namespace) -> list[tuple[Attack, int]]:
    """The attacks that are asked for, and how often."""
    attacks_chosen = []
    for attack in attacks():
        count = attack.quick if options.quick else round(attack.times * options.scale)
        if count and (not options.only or any(text in attack.name for text in options.only)):
            attacks_chosen.append((attack, count))
    return attacks_chosen


def main() -> int:
    """1 where anything failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.trust", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the part that the tests run")
    parser.add_argument("--only", action="append", default=[], metavar="TEXT", help="attacks with this in their name")
    parser.add_argument("--scale", type=float, default=1.0, metavar="N", help="so many times as many tries")
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="so many attacks at once")
    parser.add_argument("--list", action="store_true", help="the attacks and how often each is made")
    parser.add_argument("--write", type=Path, metavar="FILE", help="the page of the documentation")
    options = parser.parse_args()
    chosen = choose_attacks(options)
    if options.list:
        print("\n".join(f"{count:5} {attack.name}" for attack, count in chosen))
        return 0
    rows = []
    for row, seconds in results(chosen, options.jobs):
        rows.append(row)
        print(f"{seconds:6.0f} s  {table([row])[-1]}", file=sys.stderr, flush=True)
        for failure in row.failures:
            print(f"          {failure}", file=sys.stderr, flush=True)
    failures = sum(len(row.failures) for row in rows)
    print("\n".join(table(rows)))
    print(f"\n{sum(row.tries for row in rows):,} tries, {failures} failures")
    if options.write:
        write(options.write, rows, options.quick, options.scale)
    return int(bool(failures))


if __name__ == "__main__":
    sys.exit(main())
