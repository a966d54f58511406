"""Break what decides an answer or a load, one thing at a time, and count what no test sees.

    python -m tests.mutate [--sample 20] [--seed 1] [--jobs 2] [--tests "tests/questions tests/load"] [FILE…]

Run by hand, for it takes long: every mutant is a copy of ``src`` with one change, against which the tests run until the
first failure, those of its own room first. What survives is either a test that is missing or a change of no effect:
look at each.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import shlex
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "cyberdiplo"
ROOMS = ("load", "sql", "questions", "search", "records")
TESTS = "tests/questions tests/load tests/records tests/search tests/sql tests/proof tests/cli/test_nouns.py"
TIMEOUT = 1800  # seconds; a mutant that never ends is seen too

# What may be wrong in SQL, as people get it wrong.
SQL = [
    (r"<= ", "< "),
    (r">= ", "> "),
    (r" <> ", " = "),
    (r" \|\| '-99'", ""),
    (r"\bin \(:", "not in (:"),
    (r"\bleft join\b", "join"),
    (r"\bunion all\b", "union"),
    (r"\bdistinct ", ""),
    (r" desc\b", ""),
    (r"\bmax\(", "min("),
    (r"\band ", "or "),
    (r" is null", " is not null"),
    (r"(?<=order by )[^,\n]+, ", ""),
    (r"'9999'", "'0000'"),
]
COMPARED = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


class Mutant(NamedTuple):
    """One change: the whole text of the file with it."""

    path: Path
    line: int
    change: str
    text: str


def of_sql(path: Path) -> Iterator[Mutant]:
    """A change a place where one of the patterns stands, but for remarks."""
    text = path.read_text(encoding="utf-8")
    for pattern, instead in SQL:
        for match in re.finditer(pattern, text):
            line = text.count("\n", 0, match.start()) + 1
            if "--" not in text.splitlines()[line - 1]:
                changed = text[: match.start()] + instead + text[match.end() :]
                yield Mutant(path, line, f"{match[0].strip()!r} -> {instead.strip()!r}", changed)


def of_python(path: Path) -> Iterator[Mutant]:
    """Comparisons, and/or, not, and numbers, each turned round."""
    text = path.read_text(encoding="utf-8")
    for place, node in enumerate(ast.walk(ast.parse(text))):
        if not isinstance(node, ast.Compare | ast.BoolOp | ast.UnaryOp | ast.Constant):
            continue
        tree = ast.parse(text)
        here = next(candidate for number, candidate in enumerate(ast.walk(tree)) if number == place)
        before = ast.unparse(here)
        if isinstance(here, ast.Compare) and type(here.ops[0]) in COMPARED:
            here.ops[0] = COMPARED[type(here.ops[0])]()
        elif isinstance(here, ast.BoolOp):
            here.op = ast.Or() if isinstance(here.op, ast.And) else ast.And()
        elif isinstance(here, ast.UnaryOp) and isinstance(here.op, ast.Not):
            here.op, here.operand = ast.Not(), ast.UnaryOp(ast.Not(), here.operand)
        elif isinstance(here, ast.Constant) and type(here.value) is int:
            here.value += 1
        else:
            continue
        yield Mutant(path, node.lineno, f"{before} -> {ast.unparse(here)}", ast.unparse(tree))


def mutants(paths: list[Path]) -> list[Mutant]:
    """Every change of these files."""
    return [mutant for path in paths for mutant in (of_sql if path.suffix == ".sql" else of_python)(path)]


def kill(mutant: Mutant, tests: str) -> str:
    """The test that sees it, or how it ended; empty where all tests pass in spite of it."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "src"
        shutil.copytree(ROOT / "src", source, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("seeds", "migrations"):
            (Path(folder) / name).symlink_to(ROOT / name)
        (source / mutant.path.relative_to(ROOT / "src")).write_text(mutant.text, encoding="utf-8")
        room = f"tests/{mutant.path.relative_to(PACKAGE).parts[0]}"
        own_first = sorted(shlex.split(tests), key=lambda one: one != room)
        words = [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", "-p", "no:cacheprovider", "-p", "no:randomly"]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(source), str(ROOT)])}
        try:
            done = subprocess.run(
                [*words, *own_first], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=TIMEOUT,
                check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            return f"not done after {TIMEOUT} seconds"
        seen = re.search(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE)
        return "" if done.returncode == 0 else seen[1] if seen else "no test could run"


def main() -> None:
    """Try a sample of the mutants and print the score."""
    words = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    words.add_argument("files", nargs="*", type=Path)
    words.add_argument("--sample", type=int, default=20)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--jobs", type=int, default=1)
    words.add_argument("--tests", default=TESTS)
    options = words.parse_args()
    files = [path.resolve() for path in options.files] or sorted(
        [path for room in ROOMS for ending in ("sql", "py") for path in (PACKAGE / room).rglob(f"*.{ending}")]
    )
    every = mutants(files)
    chosen = random.Random(options.seed).sample(every, min(options.sample, len(every)))
    left = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        seen_by = pool.map(partial(kill, tests=options.tests), chosen)
        for number, (mutant, by) in enumerate(zip(chosen, seen_by, strict=True), 1):
            left += not by
            place = f"{mutant.path.relative_to(ROOT)}:{mutant.line}"
            print(f"{number:4} {'killed  ' if by else 'SURVIVED'} {place}  {mutant.change}  {by}", flush=True)
    print(f"{len(chosen) - left} of {len(chosen)} killed ({len(every)} mutants in all)")


if __name__ == "__main__":
    main()
