"""A name says what a thing is: words that would fit anything are no names."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

NO_NAMES = {"found", "said", "one", "made", "wanted", "given", "thing", "it", "promise", "promises", "watch"}
NO_MODULES = NO_NAMES | {"remarks"}  # a column of documents has that name, and what a draft or an import remarks


def given_names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """(line, name) of everything that a module gives a name: functions, classes, parameters, variables, fields."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.attr
        elif isinstance(node, ast.ExceptHandler) and node.name:
            yield node.lineno, node.name
        elif isinstance(node, ast.alias):
            yield node.lineno, node.asname or node.name


def nameless(source: str) -> list[str]:
    return [
        f"{line}: {name}" for line, name in given_names(ast.parse(source)) if name.strip("_").casefold() in NO_NAMES
    ]


def test_a_name_says_what_the_thing_is() -> None:
    package = ROOT / "src" / "cyberdiplo"
    assert [
        f"{path.relative_to(package)}:{place}"
        for path in sorted(package.rglob("*.py"))
        for place in nameless(path.read_text(encoding="utf-8"))
    ] == []


def test_a_module_has_a_name_too() -> None:
    package = ROOT / "src" / "cyberdiplo"
    assert [str(path) for path in package.rglob("*.*") if path.stem in NO_MODULES] == []


def test_every_kind_of_name_is_seen() -> None:
    source = (
        "import re as it\n"
        "class Found: said: int = 0\n"
        "def _one(thing, *made, **wanted): return [given for given in made]\n"
        "try: self.found_ = (said := 1)\n"
        "except OSError as one: pass\n"
        "def watch(): pass\n"
    )
    assert len(nameless(source)) == 12
    assert nameless("founding = saying = one_more = 1") == []
