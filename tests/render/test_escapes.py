"""Marks that a reader of a format would obey stand in it as text, as a reader that is not ours reads it."""

from __future__ import annotations

import io
import os
import re
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from markdown_it import MarkdownIt

from cyberdiplo.questions.network import Edge, Network, Node
from cyberdiplo.records.cited import CitedRecord
from cyberdiplo.render import output
from cyberdiplo.render.citations import bibtex
from cyberdiplo.render.citations.writers import write_cited
from cyberdiplo.render.style import Style
from cyberdiplo.render.writers.markdown import markdown_text, write_markdown
from cyberdiplo.render.writers.network import write_network
from cyberdiplo.render.writers.registry import CITING, NETWORKS, WRITERS, Format
from cyberdiplo.result import Result
from tests.render.test_cite import citation

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
MARKS = ["_note_", "__init__", "~~x~~", "*a*", "`x`", "[a](b)", "<b>", "a_b", "~", "__", "_ a_", "snake_case_", "é_a_é"]


def _read(text: str) -> str:
    """The text of a cell as a reader of Markdown has it; markup makes it another one."""
    out = io.StringIO()
    write_markdown(Result(["a"], iter([(text,)])), out, Style())
    html = READER.render(out.getvalue())
    cell = re.search(r"<td>(.*?)</td>", html, re.DOTALL)
    assert cell, html
    return cell[1].replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")


@pytest.mark.parametrize("text", MARKS)
def test_marks_at_the_edge_of_a_word_are_text(text: str) -> None:
    assert _read(text) == text


@settings(max_examples=100, deadline=None)
@given(st.text("ab_~* `[]()<>", min_size=1, max_size=12).map(str.strip).filter(bool))
def test_any_marks_are_text(text: str) -> None:
    assert _read(text) == text


def test_an_underscore_within_a_word_is_left_as_it_is() -> None:
    assert markdown_text("snake_case") == "snake_case"


@pytest.mark.parametrize("title", ["Open { brace only", "} closed", "{{}", r"\{", "a {b} c"])
def test_braces_of_a_title_leave_those_of_bibtex_balanced(title: str) -> None:
    """BibTeX counts every brace, also one behind a backslash."""
    written = bibtex._escape(title)
    depth = 0
    for place, sign in enumerate(written):
        depth += (sign == "{") - (sign == "}")
        assert depth > 0 or place == len(written) - 1
    assert depth == 0


HOSTILE = "\x1b[31mred\x9b1m \x1b]0;title\x07 \u202eevil \u200b\u061c\u2060\U000e0041"
OBEYED = {"\x1b", "\x9b", "\x07", "\u202e", "\u200b", "\u061c", "\u2060", "\U000e0041"}


@pytest.mark.parametrize("format_", ["csv", "tsv", "json", "jsonl", "yaml", "table", "record", "markdown", "html"])
def test_a_terminal_is_shown_what_it_would_obey(
    format_: Format, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert format_ in WRITERS
    monkeypatch.delenv("CYBERDIPLO_LANG", raising=False)
    output.write(Result(["a"], iter([(HOSTILE,)])), Style(terminal=True, width=80), format_)
    assert not OBEYED & set(capsysbinary.readouterr().out.decode())


@pytest.mark.parametrize("form", [*CITING, "text", *NETWORKS])
def test_what_is_cited_and_a_network_are_shown_to_a_terminal_too(
    form: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    if form in NETWORKS:
        edge = Edge("a", "b", "says", None, HOSTILE, "a")
        write_network(Network([Node("a", "speaker", HOSTILE)], [edge]), form, None)
    else:
        record = CitedRecord("a", "source", HOSTILE, [citation(title=HOSTILE, anchor=HOSTILE)])
        write_cited([record], form, Style(width=80), None)
    out = capsys.readouterr().out
    assert "red" in out
    assert not OBEYED & set(out)


def test_a_pipe_has_the_data_as_they_are(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    output.write(Result(["a"], iter([(HOSTILE,)])), Style(), "csv")
    assert HOSTILE in capsysbinary.readouterr().out.decode().replace(os.linesep, "\n")
