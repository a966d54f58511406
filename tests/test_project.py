"""What the project's own files say of it agrees."""

from __future__ import annotations

import re
import tomllib

import pytest

from cyberdiplo import __version__
from tests import generate
from tests.conftest import IN_PROCESS, ROOT, SLOW_FIXTURES, SLOW_FOLDERS, SLOW_MODULES

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_who_cites_it_cites_this_version() -> None:
    said = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)
    assert said
    assert said[1] == __version__


def test_the_lock_names_no_index_but_pypi() -> None:
    hosts = set(re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text("utf-8")))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}


def test_each_python_that_is_tested_is_a_classifier_and_a_session() -> None:
    tested = re.findall(r'python: \["(3\.11".*)\]', (ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
    sessions = re.findall(r'nox\.session\(python=\["(3\.11".*?)\]', (ROOT / "noxfile.py").read_text("utf-8"))
    classifiers = re.findall(r":: Python :: (3\.\d+)", " ".join(PROJECT["project"]["classifiers"]))
    assert len(tested) == 1
    assert tested == sessions
    assert tested[0].replace('"', "").split(", ") == classifiers


def test_the_steps_name_every_session_and_one_command_writes_all_that_commands_write() -> None:
    steps = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    sessions = re.findall(r"^@nox\.session.*\ndef (\w+)", (ROOT / "noxfile.py").read_text("utf-8"), re.MULTILINE)
    named = set(re.findall(r"`(\w+)(?:-3\.\d+)?`", steps[: steps.index("## The house")]))
    assert set(sessions) - named == set()
    commands = {path.stem for path in (ROOT / "tests").glob("*.py") if "\nif __name__" in path.read_text("utf-8")}
    writing = {f"tests.{name}" for name in commands - {"generate", "mutate", "warm"}}
    assert writing - set(generate.STEPS) == set()
    assert "cyberdiplo seeds fmt seeds tests/load/mini" in generate.STEPS
    assert steps.count("python -m tests.generate") >= 3


def test_the_quick_tests_have_a_file_of_every_room() -> None:
    files = sorted((ROOT / "tests").glob("*/test_*.py"))
    stems = {path.stem for path in files} | {path.stem for path in (ROOT / "tests").glob("test_*.py")}
    assert (SLOW_MODULES | IN_PROCESS) - stems == set()
    quick = set()
    for path in files:
        kept = path.parent.name not in SLOW_FOLDERS or path.stem in IN_PROCESS
        if kept and path.stem not in SLOW_MODULES:
            tests = re.findall(r"^def test_\w+\((.*?)\) -> None", path.read_text("utf-8"), re.MULTILINE | re.DOTALL)
            if any(not SLOW_FIXTURES & set(re.findall(r"(\w+):", words)) for words in tests):
                quick.add(path.parent.name)
    rooms = {path.name for path in (ROOT / "src" / "cyberdiplo").iterdir()}
    assert {path.parent.name for path in files} & rooms - quick == set()


def test_the_lines_of_the_readme_need_an_old_pip_only() -> None:
    lines = re.findall(r"```sh\n(python3 -m venv .*)\n```", (ROOT / "README.md").read_text("utf-8"))
    assert len(lines) == 2
    assert not [line for line in lines if "--group" in line]
    for extra in re.findall(r"\.\[(\w+)\]", " ".join(lines)):
        assert extra in PROJECT["project"]["optional-dependencies"]


@pytest.mark.parametrize("path", sorted((ROOT / ".github" / "workflows").glob("*.yml")), ids=lambda path: path.stem)
def test_a_workflow_runs_nothing_that_can_change_under_it(path: object) -> None:
    text = (ROOT / str(path)).read_text("utf-8")
    actions = re.findall(r"uses: (\S+)", text)
    assert actions
    assert [action for action in actions if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action)] == []
    assert re.search(r"^permissions: \{\}$", text, re.MULTILINE)
