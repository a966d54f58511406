"""What the project's own files say of it agrees."""

from __future__ import annotations

import re
import tomllib

import pytest

from cyberdiplo import __version__
from tests.conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_who_cites_it_cites_this_version() -> None:
    said = re.search(r"^version: (.+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)
    assert said
    assert said[1] == __version__


def test_the_lock_names_no_index_but_pypi() -> None:
    hosts = set(re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text("utf-8")))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}


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
