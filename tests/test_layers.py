"""Imports point one way, and a simple question imports nothing heavy."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = ROOT / "src" / "cyberdiplo"

# room -> the rooms that it may import; whoever is not named here may be imported by all.
ALLOWED = {
    "errors": set[str](),
    "messages": set[str](),
    "text": {"messages"},
    "result": {"text", "errors", "messages"},
    "files": {"errors", "messages"},
    "documents": {"files", "text", "errors", "messages"},
    "settings": {"text", "errors", "messages"},
    "schema": {"text", "errors", "messages", "settings"},
    "store": {"result", "schema", "text", "errors", "messages", "settings"},
    "load": {"files", "store", "schema", "text", "errors", "messages", "settings"},
    "imports": {"files", "load", "store", "schema", "text", "errors", "messages", "settings"},
    "proof": {"documents", "files", "load", "store", "schema", "text", "errors", "messages", "settings"},
    "drafts": {"documents", "load", "store", "schema", "text", "errors", "messages", "settings"},
    "sql": {"result", "store", "schema", "text", "errors", "messages", "settings"},
    "questions": {"sql", "result", "store", "schema", "text", "errors", "messages", "settings"},
    "search": {"questions", "result", "store", "schema", "text", "errors", "messages", "settings"},
    "records": {"questions", "result", "store", "schema", "text", "errors", "messages", "settings"},
    "briefs": {"records", "questions", "result", "store", "schema", "text", "errors", "messages", "settings"},
    "render": {"briefs", "records", "questions", "result", "store", "schema", "text", "errors", "messages", "settings"},
    "library": {"questions", "result", "load", "store", "text", "errors", "messages", "settings"},
    "cli": {
        *(
            "documents",
            "drafts",
            "files",
            "load",
            "imports",
            "proof",
            "sql",
            "questions",
            "search",
            "records",
            "briefs",
            "render",
        ),
        *("result", "store", "schema", "text", "errors", "messages", "settings"),
    },
    "__main__": {"cli", "store", "settings", "errors", "messages"},
}
HEAVY = {
    "babel",
    "sqlalchemy",
    "alembic",
    "pydantic",
    "snowballstemmer",
    "psycopg",
    "platformdirs",
    "yaml",
    "pyarrow",
    "docx",
    "networkx",
    "pypdfium2",
    "selectolax",
}
ONLY_IN = {
    "typer": {"cli"},
    "rich": {"render", "cli"},
    "babel": {"messages"},
    "sqlalchemy": {"schema", "store"},
    "alembic": {"store"},
}
LIGHT = {"csv", "dataclasses"}  # a millisecond each, and no question needs them


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def room(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_the_rooms_below_its_own(path: Path) -> None:
    own = room(path)
    used = {name.split(".")[1] for name in imported(path) if name.startswith("cyberdiplo.")} - {own, "__version__"}
    assert used & ALLOWED.keys() <= ALLOWED.get(own, set())


def test_no_module_imports_itself_by_way_of_others() -> None:
    """Imports within functions and for types count: what needs another module does not serve that one."""
    names = {name_of(path): path for path in modules()}
    assert circles({name: imported(path) & names.keys() - {name} for name, path in names.items()}) == []


def test_a_circle_through_a_package_is_seen() -> None:
    assert name_of(PACKAGE / "messages" / "__init__.py") == "cyberdiplo.messages"
    assert name_of(PACKAGE / "__init__.py") == "cyberdiplo"
    assert circles({"user": {"a"}, "a": {"a.b"}, "a.b": {"a", "free"}, "free": set()}) == ["a", "a.b"]


def test_a_folder_holds_what_a_person_can_look_over() -> None:
    folders = Counter(path.parent.relative_to(PACKAGE).as_posix() for path in modules())
    assert [name for name, count in folders.items() if count > 30] == []


def name_of(path: Path) -> str:
    """As it is imported: a package by the name of its folder."""
    return ".".join(("cyberdiplo", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


def circles(uses: dict[str, set[str]]) -> list[str]:
    """The modules that are in a circle, of each module what it uses."""
    while free := {name for name, others in uses.items() if not others & uses.keys()}:
        uses = {name: others for name, others in uses.items() if name not in free}
    while outside := uses.keys() - set().union(*uses.values()):  # they use a circle and are in none
        uses = {name: others for name, others in uses.items() if name not in outside}
    return sorted(uses)


def test_the_kind_of_a_database_is_chosen_in_one_place() -> None:
    """By its address, once; everybody else asks the Database or the connection, or its kind."""
    asking = re.compile(r"is_url\(|(?:isinstance|hasattr)\(\s*(?:\w+\.)?(?:connection|database|target|raw)\b")
    found = {path.relative_to(PACKAGE).as_posix() for path in modules() if asking.search(path.read_text("utf-8"))}
    assert found == {"settings.py", "store/address.py"}


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_library_is_known_to_its_own_rooms_only(path: Path) -> None:
    used = {name.split(".")[0] for name in imported(path)}
    for library, rooms in ONLY_IN.items():
        assert library not in used or room(path) in rooms


@pytest.mark.parametrize(
    "words",
    [
        ("--version",),
        ("--help",),
        ("speakers", "--help"),
        ("speakers", "--forum", "OTC", "--format", "csv"),
        ("statements", "--speaker", "Fick", "--format", "json"),
        ("statements", "--speaker", "Fick", "--format", "table"),
        ("show", "Fick"),
    ],
    ids=" ".join,
)
def test_a_simple_question_imports_nothing_heavy(words: tuple[str, ...], database_path: Path) -> None:
    code = (
        "import sys, atexit; from cyberdiplo.__main__ import main\n"
        "atexit.register(lambda: print(sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr))\n"
        f"sys.argv = ['cyberdiplo', *{words!r}]\n"
        "main()"
    )
    environment = {"CYBERDIPLO_DATABASE": str(database_path), "PATH": "", "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    loaded = set(ast.literal_eval(done.stderr.strip().splitlines()[-1]))
    assert not loaded & (HEAVY | LIGHT | {"rich"})
